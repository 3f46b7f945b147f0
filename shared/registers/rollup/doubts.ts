import { isDay } from '../days.ts';
import type { Plan, PlanTable } from '../plan.ts';
import type { Rollup, RollupUnit, UnitTask } from './schema.ts';
import { countedTasks } from './repeated.ts';
import { taskKeys } from './units.ts';
import { taskNames } from './task-name.ts';

/** The table that a notice has for a category, and the notice. */
interface Expected {
  readonly plan: Plan;
  readonly table: PlanTable;
}

/** Of the notices that are at hand: the newest up to the year, else the oldest after it. */
export function expectedOf(plans: readonly Plan[], category: string, year: number): Expected | undefined {
  const having = plans
    .flatMap((plan) => plan.tables.map((table) => ({ plan, table })))
    .filter(({ table }) => table.category === category)
    .sort((a, b) => b.plan.year - a.plan.year);
  return having.find(({ plan }) => plan.year <= year) ?? having.at(-1);
}

/** Why a task may be late or open although it does not count as such: its own unit has said so, nobody else. */
type TaskDoubt =
  'again' | 'twice' | 'none' | 'undated' | 'table' | 'before' | 'year' | 'future' | 'undone' | 'doneYear';

interface Doubt {
  readonly doubt: TaskDoubt;
  readonly words: string;
}

/** What the files of units are held against. */
interface Against {
  readonly plans: readonly Plan[];
  readonly year: number;
  /** ISO 8601. */
  readonly today: string;
}

/** What the office has to look at of one unit. */
export interface UnitDoubts {
  /** Each task once: what is said again counts nowhere. */
  readonly counted: readonly UnitTask[];
  /** Of a task, what is in doubt and in words. */
  readonly tasks: ReadonlyMap<UnitTask, Doubt>;
  /** Rows of the table that the unit does not report, where it works by that table. */
  readonly missing: readonly string[];
  /** 不适用 12 项, each with the tasks that it is of; without any where the file holds none. */
  readonly lines: readonly { readonly words: string; readonly names: readonly string[] }[];
  /** None of its tasks stands in a table that is at hand: its days are held against nothing but earlier files. */
  readonly isUncompared: boolean;
}

/** What a unit's file alone says in its favour. What the office has corrected, with its reason, is settled. */
export function doubtsOf(
  unit: Pick<RollupUnit, 'category' | 'tasks' | 'waiting' | 'received'>,
  { plans, year, today }: Against,
): UnitDoubts {
  const expected = expectedOf(plans, unit.category, year);
  const rows = new Map(
    expected ? zipped(taskKeys(expected.table.rows), expected.table.rows) : ([] as [string, PlanRow][]),
  );
  const { counted, saidTwice, again } = countedTasks(unit, expected?.table.rows ?? [], today);
  const keys = taskKeys(counted);
  const tasks = new Map<UnitTask, Doubt>();
  counted.forEach((task, index) => {
    const found = doubtOf(task, rows.get(keys[index] ?? ''), { year, today }) ?? doneDoubt(task, year);
    if (found) tasks.set(task, found);
    else if (saidTwice.has(task) && !task.correction) tasks.set(task, SAID_TWICE);
  });
  for (const task of again) if (!task.correction) tasks.set(task, AGAIN);
  const own = new Set(keys);
  const isByTable = keys.some((key) => rows.has(key));
  const nameOf = taskNames([...rows.values()]);
  const missing = isByTable ? [...rows].filter(([key]) => !own.has(key)).map(([, row]) => nameOf(row)) : [];
  return {
    ...{ counted, tasks, missing, isUncompared: unit.tasks.length > 0 && !isByTable },
    lines: linesOf(unit, { tasks, missing, document: expected?.plan.document ?? '' }),
  };
}

const AGAIN = { doubt: 'again', words: '与另一项相同，报了两次，这一项没有算' } as const;
/** The one that counts: named with those that do not. */
const SAID_TWICE = { doubt: 'twice', words: '同一项报了两次，只按这一项算' } as const;

type PlanRow = PlanTable['rows'][number];

function zipped<T>(keys: readonly string[], values: readonly T[]): [string, T][] {
  return values.map((value, index) => [keys[index] ?? '', value]);
}

function doubtOf(
  task: UnitTask,
  row: PlanRow | undefined,
  { year, today }: Pick<Against, 'year' | 'today'>,
): Doubt | undefined {
  const { state, due, dueBefore, correction } = task;
  const doneOn = (correction ?? task).doneOn;
  if (isDay(doneOn) && doneOn > today) return { doubt: 'future', words: `完成日期${doneOn}还没有到` };
  // Its day is settled where the office has named one, until the unit's is another.
  if (correction?.due !== undefined && (correction.saw.due ?? due) === due) return undefined;
  // A file has no note, so that nobody can read why.
  if (state === '不适用' && !correction) return { doubt: 'none', words: '单位报不适用，请核实' };
  // What does not apply by the office's word is late by no day, nor what was done by the one that should be.
  if ((correction ?? task).state === '不适用') return undefined;
  const asked = row?.due === undefined ? undefined : `${year}-${row.due}`;
  const should = asked ?? dueBefore;
  if (
    (correction ?? task).state === '已完成' &&
    (should === undefined || (isDay(doneOn) && doneOn <= should))
  )
    return undefined;
  if (due === '') {
    // A row of the notice without a day of its own stays without one.
    if (row && should === undefined) return undefined;
    return {
      doubt: 'undated',
      words: should === undefined ? '没有时限' : `没有时限，${source(asked)}${should}`,
    };
  }
  if (should !== undefined) {
    if (should === due) return undefined;
    return { doubt: asked === undefined ? 'before' : 'table', words: `时限不同，${source(asked)}${should}` };
  }
  return due.startsWith(`${year}-`) ? undefined : { doubt: 'year', words: `时限不在${year}年` };
}

/** Of what its unit reports as done: on no day, or on one of another year. */
function doneDoubt({ state, doneOn, correction }: UnitTask, year: number): Doubt | undefined {
  if (state !== '已完成' || correction) return undefined;
  if (!isDay(doneOn)) return { doubt: 'undone', words: '报已完成，没有完成日期' };
  if (doneOn.startsWith(`${year}-`)) return undefined;
  return { doubt: 'doneYear', words: `完成日期${doneOn}不在${year}年` };
}

const source = (asked: string | undefined): string => (asked === undefined ? '原来是' : '任务表按');

function linesOf(
  { tasks: all, waiting = [], received }: Pick<RollupUnit, 'tasks' | 'waiting' | 'received'>,
  { tasks, missing, document }: Pick<UnitDoubts, 'tasks' | 'missing'> & { readonly document: string },
): UnitDoubts['lines'] {
  const nameOf = taskNames(all);
  const of = (wanted: TaskDoubt) => all.filter((task) => tasks.get(task)?.doubt === wanted).map(nameOf);
  const kinds: readonly (readonly [what: string, names: readonly string[], measure?: string])[] = [
    ['另有先后不明、没有用的进度表', waiting.map(({ fileName }) => fileName), '份'],
    ['同一项报了两次', of('again')],
    [`时限与${document}的任务表不同`, of('table')],
    ['时限与原来不同', of('before')],
    ['时限不在本年', of('year')],
    ['没有时限', of('undated')],
    ['完成日期在今天以后', of('future')],
    ['报已完成、没有完成日期', of('undone')],
    ['完成日期不在本年', of('doneYear')],
    ['不适用', of('none')],
    [`${document}的任务表里有、没有报`, missing],
  ];
  const isEmpty = received !== undefined && all.length === 0;
  return [
    ...(isEmpty ? [{ words: '报来的进度表里没有任务', names: [] }] : []),
    ...kinds
      .filter(([, names]) => names.length > 0)
      .map(([what, names, measure = '项']) => ({ words: `${what} ${names.length} ${measure}`, names })),
  ];
}

interface DoubtfulUnit extends UnitDoubts {
  readonly unit: RollupUnit;
}

/** Units of which something is in doubt, in the order of the office's list. */
export function doubtfulUnits(
  { units, year }: Pick<Rollup, 'units' | 'year'>,
  against: Omit<Against, 'year'>,
): DoubtfulUnit[] {
  return units
    .map((unit) => ({ unit, ...doubtsOf(unit, { ...against, year }) }))
    .filter(({ lines }) => lines.length > 0);
}
