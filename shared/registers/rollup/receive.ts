import { sortedJson } from '../../values/sorted-json.ts';
import { daysBetween } from '../days.ts';
import type { Progress } from '../progress.ts';
import type { Plan } from '../plan.ts';
import { doubtsOf } from './doubts.ts';
import { withoutCopies } from './repeated.ts';
import { MOST_UNITS, MOST_WAITING, type Rollup, type RollupUnit, type UnitTask } from './schema.ts';
import { isOvertaken } from './standing.ts';
import { nameKey, taskKeys } from './units.ts';

/** What became of a file that a unit handed in; only the first two are taken. */
type Outcome =
  'new' | 'updated' | 'same' | 'older' | 'inDoubt' | 'otherYear' | 'otherCategory' | 'otherOrigin' | 'full';

export interface HandedIn {
  readonly fileName: string;
  readonly progress: Progress;
}

export interface Receipt {
  readonly fileName: string;
  /** As the file says. */
  readonly unit: string;
  readonly outcome: Outcome;
  /** What happened and what to do, without a full stop. */
  readonly words: string;
  /** Of one that was not taken because of its time: the user may know better, and take it all the same. */
  readonly held?: Progress;
}

interface Clock {
  /** ISO 8601. */
  readonly at: string;
  readonly newId: () => string;
  /** Of a time, the day where the host is. */
  readonly dayOf: (at: string) => string;
  /** Of a time, the time of its day there: 09:05:07. */
  readonly timeOf?: (at: string) => string;
  /** The notices whose tables the tasks are held against. */
  readonly plans: readonly Plan[];
  /** The user has said that these are the ones to go by, whatever their time. */
  readonly anyway?: boolean;
}

/** Times are those of the units' computers: how far one may be ahead of ours. */
const AHEAD_DAYS = 1;

/**
 * Takes the files one after another, in their order. One that is older by its own time does not replace a newer one, unless
 * the user says so; a time that is ahead of ours decides nothing.
 */
export function receiveAll(
  rollup: Rollup,
  files: readonly HandedIn[],
  clock: Clock,
): { rollup: Rollup; receipts: Receipt[] } {
  const receipts: Receipt[] = [];
  let current = rollup;
  for (const file of files) {
    const { unit, outcome, words } = receive(current, file, clock);
    const held = (outcome === 'older' || outcome === 'inDoubt') && { held: file.progress };
    receipts.push({ fileName: file.fileName, unit: file.progress.unit, outcome, words, ...held });
    if (!unit) continue;
    const isKnown = current.units.some(({ id }) => id === unit.id);
    const units = isKnown
      ? current.units.map((each) => (each.id === unit.id ? unit : each))
      : [...current.units, unit];
    current = { ...current, units };
  }
  return { rollup: current, receipts };
}

type Received = Pick<Receipt, 'outcome' | 'words'> & { readonly unit?: RollupUnit };

function receive({ year, units }: Rollup, { fileName, progress: whole }: HandedIn, clock: Clock): Received {
  const { plans, dayOf } = clock;
  const { progress, dropped } = withoutCopies(whole, dayOf(clock.at));
  const against = { year, plans, today: dayOf(clock.at) };
  if (progress.year !== year) {
    return { outcome: 'otherYear', words: `这是${progress.year}年的，本汇总是${year}年的；没有收下` };
  }
  const { origin, exportedAt, category } = progress;
  const copies = dropped > 0 ? [`同一项报了两次 ${dropped} 项，各留一项`] : [];
  const received = { fileName: fileName.slice(0, 300), at: clock.at, exportedAt, origin };
  const ahead = isAhead(received, dayOf)
    ? [`写的导出日期${dayOf(exportedAt)}比今天晚，请单位核对电脑时间；以后的各份不因此算旧`]
    : [];
  const known = units.find(({ name }) => nameKey(name) === nameKey(progress.unit));
  if (!known) {
    // A renamed unit, or another one that began with a copy of this one's folder: nobody but the office knows.
    const alike = units.find((unit) => unit.received?.origin === origin);
    if (alike) {
      return {
        outcome: 'otherOrigin',
        words: `与“${alike.name}”的进度出自同一份年度工作，单位名称不同；没有收下。改了名称的，请先在“单位与收件”里改名；是另一个单位的，请先添加单位，再导入`,
      };
    }
    if (units.length >= MOST_UNITS)
      return { outcome: 'full', words: `一份汇总最多 ${MOST_UNITS} 个单位；没有收下` };
    const unit = { id: clock.newId(), name: progress.unit, category, received, tasks: progress.tasks };
    const words = [
      `新增单位，${progress.tasks.length} 项任务`,
      ...copies,
      ...ahead,
      ...doubtWords(unit, { ...against, isFirst: true }),
    ];
    return { outcome: 'new', words: words.join('；'), unit };
  }
  const refused = reasonAgainst(known, progress, clock);
  if (refused?.outcome === 'inDoubt') return waits(known, { fileName, progress }, { refused, clock });
  if (refused) return refused;
  const { tasks, words: changed, isMatched } = renewed(known, progress);
  const unit = { ...settled(known), category: known.category || category, received, tasks };
  const isFirst = !known.received && !isMatched;
  const words = [...changed, ...copies, ...ahead, ...doubtWords(unit, { ...against, isFirst })];
  if (!known.received) return { outcome: 'new', words: words.join('；') || '已收下', unit };
  return { outcome: 'updated', words: words.join('；') || '任务没有增减', unit };
}

/** What waited is, once another counts. */
const settled = ({ waiting: _, ...unit }: RollupUnit): RollupUnit => unit;

/** Kept beside what counts until the office says which it goes by. */
function waits(
  unit: RollupUnit,
  { fileName, progress }: HandedIn,
  { refused, clock: { at, newId } }: { readonly refused: Received; readonly clock: Clock },
): Received {
  const { waiting = [] } = unit;
  if (waiting.some((each) => sortedJson(each.progress) === sortedJson(progress))) return refused;
  if (waiting.length >= MOST_WAITING)
    return { ...refused, words: `${refused.words}；待定的已有 ${MOST_WAITING} 份，这份没有留下` };
  const file = { id: newId(), fileName: fileName.slice(0, 300), at, progress };
  return { ...refused, unit: { ...unit, waiting: [...waiting, file] } };
}

/** What the office is to look at, and, of a first file, whether its days could be held against anything at all. */
function doubtWords(
  unit: RollupUnit,
  { year, today, plans, isFirst }: Parameters<typeof doubtsOf>[1] & { readonly isFirst: boolean },
): string[] {
  const { lines, isUncompared } = doubtsOf(unit, { plans, year, today });
  return [
    ...lines.map(({ words }) => `${words}，请核实`),
    ...(isFirst && isUncompared ? ['没有可比的任务表，时限没有核对'] : []),
  ];
}

/** Whether a file says of itself that it was made after it came. */
export function isAhead(
  { exportedAt, at }: { readonly exportedAt: string; readonly at: string },
  dayOf: Clock['dayOf'],
): boolean {
  return daysBetween(dayOf(at), dayOf(exportedAt)) > AHEAD_DAYS;
}

function reasonAgainst(known: RollupUnit, progress: Progress, clock: Clock): Received | undefined {
  const { received, name } = known;
  if (received && received.origin !== progress.origin) {
    return {
      outcome: 'otherOrigin',
      words: `已收到“${name}”另一份年度工作的进度；没有收下。如果单位重新建过，请先在“单位与收件”里清除它的进度，再导入`,
    };
  }
  if (known.category !== '' && progress.category !== '' && known.category !== progress.category) {
    return {
      outcome: 'otherCategory',
      words: `汇总里“${name}”是另一类单位；没有收下。请先在“单位与收件”里改它的类别，或者请单位改后重报`,
    };
  }
  return received && !clock.anyway ? orderAgainst({ ...known, received }, progress, clock) : undefined;
}

type Reported = RollupUnit & Required<Pick<RollupUnit, 'received'>>;

/** Why it is not known to be the later one. */
function orderAgainst({ received, tasks }: Reported, progress: Progress, clock: Clock): Received | undefined {
  const { at, dayOf } = clock;
  const { exportedAt } = progress;
  if (exportedAt === received.exportedAt && isAlike(tasks, progress.tasks))
    return { outcome: 'same', words: '已经收过同一份，没有变化' };
  const wasAhead = isAhead(received, dayOf);
  // Two by a clock that is ahead are in its order; else all that is known of the first is when it came.
  const isOneClock = !wasAhead || isAhead({ exportedAt, at }, dayOf);
  if (exportedAt > (isOneClock ? received.exportedAt : received.at)) return undefined;
  const [theirs, ours, came] = toldApart(
    [exportedAt, received.exportedAt, ...(wasAhead ? [received.at] : [])],
    clock,
  );
  const use = '要用这份，请点“按这一份更新”';
  const later = '，或者以后在“单位与收件”里处理';
  const doubt = (why: string): Received => ({
    outcome: 'inDoubt',
    words: `${why}，分不清先后；没有替换。${use}${later}`,
  });
  if (wasAhead) return doubt(`已收到的那份${came}收到，写的却是${ours}导出；这份${theirs}导出`);
  return exportedAt < received.exportedAt
    ? { outcome: 'older', words: `这份${theirs}导出，已收到${ours}导出的更新的一份；没有替换。${use}` }
    : doubt('与已收到的同时导出，内容却不同');
}

/** The days of times; with their hours where two are of one day, and days alone would say nothing. */
function toldApart(times: readonly string[], { dayOf, timeOf }: Pick<Clock, 'dayOf' | 'timeOf'>): string[] {
  const days = times.map(dayOf);
  if (!timeOf || new Set(days).size === days.length) return days;
  return times.map((at, index) => `${days[index]} ${timeOf(at)}`);
}

function isAlike(tasks: readonly UnitTask[], reported: Progress['tasks']): boolean {
  return sortedJson(tasks.map(({ correction: _, dueBefore: __, ...task }) => task)) === sortedJson(reported);
}

interface Renewed {
  readonly tasks: UnitTask[];
  readonly words: string[];
  /** Some of them were known: there was something to hold them against. */
  readonly isMatched: boolean;
}

/** What is reported now, with what the office has said of it: of the same task by its id, else by its words. */
function renewed({ tasks: before }: RollupUnit, { tasks }: Progress): Renewed {
  const keys = taskKeys(before);
  const left = new Map(before.map((task, index) => [task.id, { task, key: keys[index] }]));
  const take = (id: string | undefined): UnitTask | undefined => {
    const found = id === undefined ? undefined : left.get(id);
    if (id !== undefined) left.delete(id);
    return found?.task;
  };
  const byId = tasks.map(({ id }) => take(id));
  const nowKeys = taskKeys(tasks);
  const matched: [UnitTask, UnitTask][] = [];
  const made = tasks.map((task, index): UnitTask => {
    const alike = [...left.values()].find(({ key }) => key === nowKeys[index]);
    const was = byId[index] ?? take(alike?.task.id);
    if (was) matched.push([was, task]);
    const dueBefore = was?.dueBefore ?? was?.due;
    return {
      ...task,
      ...(was?.correction && { correction: was.correction }),
      ...(dueBefore !== undefined && dueBefore !== task.due && { dueBefore }),
    };
  });
  const moved = matched.filter(([was, task]) => was.due !== task.due).length;
  const gone = [...left.values()].map(({ task }) => task);
  const lost = gone.filter(({ correction }) => correction !== undefined);
  const corrected = made.filter(({ correction }) => correction !== undefined);
  const overtaken = corrected.filter(isOvertaken);
  return {
    tasks: made,
    isMatched: matched.length > 0,
    words: [
      ...(moved > 0 ? [`时限改了 ${moved} 项`] : []),
      ...(gone.length > 0 ? [`比原来少 ${gone.length} 项：${named(gone)}`] : []),
      ...(lost.length > 0 ? [`其中 ${lost.length} 项的更正随之去掉`] : []),
      ...(corrected.length > 0 ? [`办公室更正过的 ${corrected.length} 项仍按更正`] : []),
      ...(overtaken.length > 0 ? [`其中 ${overtaken.length} 项单位报的已变，请核对`] : []),
    ],
  };
}

function named(tasks: readonly UnitTask[]): string {
  const first = tasks.slice(0, 3).map(({ matter, material }) => (matter || material).slice(0, 20));
  return `${first.join('、')}${tasks.length > 3 ? '等' : ''}`;
}
