import { withoutEvidence } from '../../shared/scoring/lacks-evidence.ts';
import type { EvidenceFaults } from '../../shared/assessment/evidence-state.ts';
import { type Assessment, type Entry, entryOf } from '../../shared/assessment/schema.ts';
import type { Points } from '../../shared/values/points.ts';
import type { AdjustmentBlockResult, ScoreReport, SectionResult } from '../../shared/scoring/types.ts';
import type { Place } from '../../shared/standard/places.ts';

export interface SectionRow {
  readonly kind: 'section';
  readonly key: string;
  readonly title: string;
  readonly level: number;
  /** Absent for the veto group, which has no points. */
  readonly score?: Points;
  readonly fullScore?: Points;
  readonly unscored: number;
  readonly expanded: boolean;
  /** What is said there instead of 未评. */
  readonly openWord?: string;
}

/** A short mark on a row, and the words for it that are read out. */
export interface TreeFlag {
  readonly text: string;
  readonly name: string;
}

export interface EntryRow {
  readonly kind: 'entry';
  readonly key: string;
  readonly code: string;
  readonly title: string;
  readonly level: number;
  readonly group: Place['kind'];
  readonly state: Entry['state'];
  readonly score: Points;
  /** Items only. */
  readonly fullScore?: Points;
  readonly lost: boolean;
  readonly noEvidence: boolean;
  /** Carried over from another edition that said something else, and not confirmed yet. */
  readonly unconfirmed: boolean;
  /** A file of its evidence is missing or was altered. */
  readonly damaged: boolean;
  /** Vetoes only: it happened. */
  readonly vetoed: boolean;
  /** What is said instead of 未评, 已评. */
  readonly stateWord?: string;
  readonly flags?: readonly TreeFlag[];
}

export type TreeRow = SectionRow | EntryRow;

/** What a workspace asks for. */
export interface RowQuery<Filter extends string> {
  readonly filter: Filter;
  readonly search: string;
  /** Keys of sections that are closed; ignored while a search or filter is on. */
  readonly collapsed: ReadonlySet<string>;
  /** Passes every filter: the entry at hand must not vanish the moment it is scored. */
  readonly keep?: string;
}

/** The same with the filter in force; without one, every entry passes. */
interface PassQuery extends Omit<RowQuery<string>, 'filter'> {
  readonly passes?: (row: EntryRow) => boolean;
}

export interface TreeSource {
  readonly places: ReadonlyMap<string, Place>;
  readonly assessment: Assessment;
  readonly report: ScoreReport;
  /** What the disk says of the evidence; absent where it is not known here. */
  readonly faults?: EvidenceFaults;
}

/** Every entry that the unit can be scored on, in the standard's order, whatever is filtered away. */
export function entryRows(source: TreeSource): EntryRow[] {
  return entriesOf(buildRows(source, { search: '', collapsed: new Set() }));
}

export function entriesOf(rows: readonly TreeRow[]): EntryRow[] {
  return rows.filter((row) => row.kind === 'entry');
}

/** All others, in the order in which they come after `code`, around. */
export function nextAfter<T>(all: readonly T[], isAt: (each: T) => boolean): T[] {
  const at = all.findIndex(isAt);
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))];
}

/** The rows of the tree that are to be shown. A section without a matching entry is left out. */
export function buildRows(source: TreeSource, query: PassQuery): TreeRow[] {
  const { report } = source;
  const bare = new Set(
    withoutEvidence(report, (code) => source.places.get(code)?.asked ?? []).map(({ code }) => code),
  );
  const matches = matcher(source.places, query);
  const narrowed = plain(query.search) !== '' || query.passes !== undefined;
  const group = (head: Omit<SectionRow, 'kind' | 'expanded'>, inside: TreeRow[]): TreeRow[] => {
    if (inside.length === 0 && narrowed) return [];
    const expanded = narrowed || !query.collapsed.has(head.key);
    return [{ kind: 'section', expanded, ...head }, ...(expanded ? inside : [])];
  };
  const section = (result: SectionResult, level: number): TreeRow[] => {
    const { code, title, score, activeFullScore: fullScore, unscored } = result;
    return group({ key: `s:${code}`, title: `${code} ${title}`, level, score, fullScore, unscored }, [
      ...itemRows(source, result, level + 1, bare).filter(matches),
      ...result.sections.flatMap((child) => section(child, level + 1)),
    ]);
  };
  const adjustments = (kind: 'bonus' | 'penalty'): TreeRow[] => {
    const block = report[kind];
    if (!block) return [];
    const score = kind === 'penalty' ? -block.score : block.score;
    return group(
      { key: `g:${kind}`, title: block.title, level: 1, score, unscored: 0 },
      adjustmentRows(source, block, kind, bare).filter(matches),
    );
  };
  const vetoes = vetoRows(source);
  const unscored = vetoes.filter((row) => row.state === 'unscored').length;
  return [
    ...report.sections.flatMap((result) => section(result, 1)),
    ...adjustments('bonus'),
    ...adjustments('penalty'),
    ...(vetoes.length === 0
      ? []
      : group(
          { key: 'g:veto', title: headingOf(source.report.vetoes), level: 1, unscored, openWord: '未答' },
          vetoes.filter(matches),
        )),
  ];
}

function itemRows(
  source: TreeSource,
  { items }: SectionResult,
  level: number,
  bare: ReadonlySet<string>,
): EntryRow[] {
  return items.map((item) => ({
    ...common(source, item.code, item.title),
    level,
    group: 'item',
    state: item.state,
    score: item.score,
    fullScore: item.fullScore,
    lost: item.state === 'scored' && item.lost > 0,
    noEvidence: bare.has(item.code),
    vetoed: false,
  }));
}

function adjustmentRows(
  source: TreeSource,
  { entries }: AdjustmentBlockResult,
  kind: 'bonus' | 'penalty',
  bare: ReadonlySet<string>,
): EntryRow[] {
  return entries.map((entry) => ({
    ...common(source, entry.code, entry.title),
    level: 2,
    group: kind,
    ...filled(entryOf(source.assessment, entry.code).state),
    score: kind === 'penalty' ? -entry.score : entry.score,
    lost: kind === 'penalty' && entry.score > 0,
    noEvidence: bare.has(entry.code),
    vetoed: false,
  }));
}

/** Nothing is asked of a bonus or penalty entry: it is never 未评. */
const filled = (state: Entry['state']): Pick<EntryRow, 'state' | 'stateWord'> => ({
  state,
  ...(state === 'unscored' ? { stateWord: '未录入' } : {}),
});

/** Vetoes that no document states are called none of a notice. */
function headingOf(vetoes: TreeSource['report']['vetoes']): string {
  return vetoes.every(({ own }) => own) ? '否决事项（非通知规定）' : '一票否决';
}

function vetoRows(source: TreeSource): EntryRow[] {
  return source.report.vetoes.map(({ code, title, state }) => ({
    ...common(source, code, title),
    level: 2,
    group: 'veto',
    state: state === 'unanswered' ? 'unscored' : 'scored',
    score: 0,
    lost: state === 'applies',
    noEvidence: false,
    vetoed: state === 'applies',
    ...(state === 'unanswered' ? { stateWord: '未答' } : {}),
  }));
}

function common({ assessment, faults }: TreeSource, code: string, title: string) {
  const { confirm, evidence } = entryOf(assessment, code);
  const damaged = evidence.some((sha256) => faults?.has(sha256) === true);
  return {
    ...{ kind: 'entry' as const, key: `i:${code}`, code, title },
    ...{ unconfirmed: confirm !== undefined, damaged },
  };
}

function matcher(
  places: ReadonlyMap<string, Place>,
  { search, passes, keep }: PassQuery,
): (row: EntryRow) => boolean {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return (row) => {
    const place = places.get(row.code);
    if (!place || !(row.code === keep || (passes?.(row) ?? true))) return false;
    if (words.length === 0) return true;
    const text = textOf(place);
    return words.every((word) => text.includes(word));
  };
}

const texts = new WeakMap<Place, string>();

/** Everything that search looks through. A place never changes, and every key that is typed asks for all of them. */
function textOf(place: Place): string {
  const known = texts.get(place);
  if (known !== undefined) return known;
  const { code, title, criterion, asked } = place;
  const department = place.kind === 'item' ? (place.item.department ?? '') : '';
  const text = plain([code, title, criterion, ...asked.map((each) => each.title), department].join(' '));
  texts.set(place, text);
  return text;
}

/** Full-width and half-width, upper and lower case are the same to someone who searches. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** The entry whose row is there on the screen. */
export function rowAt(at: Element | undefined): { code: string; element: Element } | undefined {
  const element = at?.closest('[role="treeitem"]');
  const key = element?.getAttribute('data-key');
  return element && key?.startsWith('i:') ? { code: key.slice(2), element } : undefined;
}
