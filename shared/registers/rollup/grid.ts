import type { Plan } from '../plan.ts';
import { doubtsOf } from './doubts.ts';
import type { Rollup, RollupUnit, UnitTask } from './schema.ts';
import { type TaskStanding, taskStanding } from './standing.ts';
import { taskKeys } from './units.ts';

interface Counts {
  readonly done: number;
  readonly late: number;
  readonly soon: number;
  /** Done, without a PDF of the formal document. */
  readonly bare: number;
  /** All but those that do not apply. */
  readonly all: number;
}

export interface GridCell {
  readonly task: UnitTask;
  readonly at: TaskStanding;
  /** What of it its unit says alone, in words; absent: nothing. */
  readonly doubt?: string | undefined;
}

/** A task that several units have, by its words. */
interface GridColumn {
  readonly key: string;
  readonly matter: string;
  readonly material: string;
  readonly counts: Counts;
}

export interface GridRow {
  readonly unit: RollupUnit;
  /** One for each column; undefined where the unit has no such task. */
  readonly cells: readonly (GridCell | undefined)[];
  /** Tasks that stand in no column of their own. */
  readonly others: readonly GridCell[];
  /** Rows of the notice's table that the unit does not report. */
  readonly missing: readonly string[];
  readonly counts: Counts;
}

export interface Grid {
  readonly columns: readonly GridColumn[];
  /** Most that is late first, then in the order of the office's list. */
  readonly rows: readonly GridRow[];
}

/** As many as a screen of 1280 and a sheet on A4 can show. */
const MOST_COLUMNS = 14;

/** The units of one category and their tasks; `plans`: the notices that these are held against. */
export function gridOf(
  { units, year }: Pick<Rollup, 'units' | 'year'>,
  category: string,
  { today, plans }: { readonly today: string; readonly plans: readonly Plan[] },
): Grid {
  const chosen = units.filter((unit) => unit.category === category);
  const rows = chosen.map((unit) => {
    const { counted, tasks: doubts, missing } = doubtsOf(unit, { plans, year, today });
    const keys = taskKeys(counted);
    const cells = counted.map((task, index): [string, GridCell] => [
      keys[index] ?? '',
      { task, at: taskStanding(unit, task, today), doubt: doubts.get(task)?.words },
    ]);
    return { unit, cells: new Map(cells), missing };
  });
  const keys = columnKeys(rows.map(({ cells }) => cells));
  return {
    columns: keys.map((key) => {
      const cells = rows.flatMap((row) => row.cells.get(key) ?? []);
      const { matter = '', material = '' } = cells[0]?.task ?? {};
      return { key, matter, material, counts: countsOf(cells) };
    }),
    rows: rows
      .map(({ unit, cells, missing }): GridRow => {
        const others = [...cells].filter(([key]) => !keys.includes(key)).map(([, cell]) => cell);
        return {
          ...{ unit, others, missing, counts: countsOf([...cells.values()]) },
          cells: keys.map((key) => cells.get(key)),
        };
      })
      .sort((a, b) => b.counts.late - a.counts.late),
  };
}

/** What several units have, those that most have where there are too many; in the order in which they came. */
function columnKeys(units: readonly ReadonlyMap<string, GridCell>[]): string[] {
  const count = new Map<string, number>();
  for (const cells of units) for (const key of cells.keys()) count.set(key, (count.get(key) ?? 0) + 1);
  const shared = [...count].filter(([, having]) => having > 1 || units.length === 1);
  const most = [...shared].sort(([, a], [, b]) => b - a).slice(0, MOST_COLUMNS);
  const kept = new Set(most.map(([key]) => key));
  return [...count.keys()].filter((key) => kept.has(key));
}

function countsOf(cells: readonly GridCell[]): Counts {
  const count = (is: (at: TaskStanding) => boolean) => cells.filter(({ at }) => is(at)).length;
  return {
    done: count(({ standing }) => standing === 'done'),
    late: count(({ standing }) => standing === 'late'),
    soon: count(({ standing }) => standing === 'soon'),
    bare: count(({ lacksFormal }) => lacksFormal),
    all: count(({ standing }) => standing !== 'none'),
  };
}

/** What is late alone: rows and columns in which nothing is are left out. */
export function lateOf({ columns, rows }: Grid): Grid {
  const kept = columns.map(({ counts }) => counts.late > 0);
  return {
    columns: columns.filter((_, index) => kept[index]),
    rows: rows
      .filter(({ counts }) => counts.late > 0)
      .map((row) => ({ ...row, cells: row.cells.filter((_, index) => kept[index]) })),
  };
}

/** The codes of the categories that have units, in the order of `known`; what is not among those comes last. */
export function categoriesIn({ units }: Pick<Rollup, 'units'>, known: readonly string[]): string[] {
  const there = new Set(units.map(({ category }) => category));
  return [...known.filter((code) => there.has(code)), ...[...there].filter((code) => !known.includes(code))];
}

/** Behind what is only its unit's word, and the office has not looked at yet. */
export const DOUBT_MARK = '？';
/** Behind what the office has corrected. */
const CORRECTED_MARK = '*';

/** 过期3天*, 不适用？. */
export function markedWords({ at, doubt }: GridCell, words: string): string {
  return `${words}${at.isCorrected ? CORRECTED_MARK : ''}${doubt === undefined ? '' : DOUBT_MARK}`;
}

/** 3 项，过期 1？; '' where there are none. */
export function othersWords(others: readonly GridCell[]): string {
  if (others.length === 0) return '';
  const late = others.filter(({ at }) => at.standing === 'late').length;
  const doubtful = others.some(({ doubt }) => doubt !== undefined) ? DOUBT_MARK : '';
  return `${others.length} 项${late > 0 ? `，过期 ${late}` : ''}${doubtful}`;
}

/** Whether something in the table, or that is missing in it, is only a unit's word. */
export function hasDoubts({ rows }: Grid): boolean {
  return rows.some(
    ({ cells, others, missing }) =>
      missing.length > 0 || [...cells, ...others].some((cell) => cell?.doubt !== undefined),
  );
}

export const MARKS_LEGEND = `“${CORRECTED_MARK}”是办公室更正过的；“${DOUBT_MARK}”是单位自报、待核实的`;

export interface LateTask extends GridCell {
  readonly unit: RollupUnit;
}

/** Who is late with what, the longest first. */
export function lateTasks(
  { units, year }: Pick<Rollup, 'units' | 'year'>,
  { today, plans }: { readonly today: string; readonly plans: readonly Plan[] },
): LateTask[] {
  return units
    .flatMap((unit) =>
      doubtsOf(unit, { plans, year, today }).counted.map((task) => ({
        ...{ unit, task, at: taskStanding(unit, task, today) },
      })),
    )
    .filter(({ at }) => at.standing === 'late')
    .sort((a, b) => (a.at.days ?? 0) - (b.at.days ?? 0));
}
