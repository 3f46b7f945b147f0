import type { EvidenceRequest } from '../../shared/standard/schema.ts';
import { lacksEvidence } from '../../shared/scoring/lacks-evidence.ts';
import { type Assessment, type Entry, entryOf } from '../../shared/assessment/schema.ts';
import type { Points } from '../../shared/values/points.ts';
import type { ScoreReport, SectionResult } from '../../shared/scoring/types.ts';
import type { Place } from '../../shared/standard/places.ts';

export type TreeFilter = 'all' | 'unscored' | 'noEvidence' | 'lost' | 'unconfirmed';

export const FILTER_LABELS: Record<TreeFilter, string> = {
  all: '全部',
  unscored: '未评',
  noEvidence: '无佐证',
  lost: '丢分',
  unconfirmed: '待确认',
};

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
  /** What another screen calls 未评. */
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
  /** Vetoes only: it happened. */
  readonly vetoed: boolean;
  /** What another screen calls the entry's state. */
  readonly stateWord?: string;
  readonly flags?: readonly TreeFlag[];
}

export type TreeRow = SectionRow | EntryRow;

export interface TreeQuery {
  readonly filter: TreeFilter;
  /** In the filter's place, for another screen. */
  readonly passes?: (row: EntryRow) => boolean;
  readonly search: string;
  /** Keys of sections that are closed; ignored while a search or filter is on. */
  readonly collapsed: ReadonlySet<string>;
  /** Passes every filter: the entry at hand must not vanish the moment it is scored. */
  readonly keep?: string;
}

export interface TreeSource {
  readonly places: ReadonlyMap<string, Place>;
  readonly assessment: Assessment;
  readonly report: ScoreReport;
}

/** Every entry that the unit can be scored on, in the standard's order, whatever is filtered away. */
export function entryRows(source: TreeSource): EntryRow[] {
  return entriesOf(buildRows(source, { filter: 'all', search: '', collapsed: new Set() }));
}

export function entriesOf(rows: readonly TreeRow[]): EntryRow[] {
  return rows.filter((row) => row.kind === 'entry');
}

/** The rows of the tree that are to be shown. A section without a matching entry is left out. */
export function buildRows(source: TreeSource, query: TreeQuery): TreeRow[] {
  const { places, assessment, report } = source;
  const words = plain(query.search).split(/\s+/).filter(Boolean);
  const narrowed = words.length > 0 || query.filter !== 'all' || query.passes !== undefined;

  const matches = (row: EntryRow): boolean => {
    const place = places.get(row.code);
    if (!place || !(row.code === query.keep || (query.passes?.(row) ?? passesFilter(row, query.filter))))
      return false;
    const text = plain(`${row.code} ${row.title} ${place.criterion} ${searchable(place)}`);
    return words.every((word) => text.includes(word));
  };
  const group = (head: Omit<SectionRow, 'kind' | 'expanded'>, inside: TreeRow[]): TreeRow[] => {
    if (inside.length === 0 && narrowed) return [];
    const expanded = narrowed || !query.collapsed.has(head.key);
    return [{ kind: 'section', expanded, ...head }, ...(expanded ? inside : [])];
  };
  const asked = (code: string): readonly EvidenceRequest[] => places.get(code)?.asked ?? [];
  const isUnconfirmed = (code: string): boolean => entryOf(assessment, code).confirm !== undefined;
  const section = (result: SectionResult, level: number): TreeRow[] => {
    const items = result.items.map((item): EntryRow => ({
      kind: 'entry',
      key: `i:${item.code}`,
      code: item.code,
      title: item.title,
      level: level + 1,
      group: 'item',
      state: item.state,
      score: item.score,
      fullScore: item.fullScore,
      lost: item.state === 'scored' && item.lost > 0,
      unconfirmed: isUnconfirmed(item.code),
      noEvidence: item.state === 'scored' && lacksEvidence(asked(item.code), item),
      vetoed: false,
    }));
    return group(
      {
        key: `s:${result.code}`,
        title: `${result.code} ${result.title}`,
        level,
        score: result.score,
        fullScore: result.activeFullScore,
        unscored: result.unscored,
      },
      [...items.filter(matches), ...result.sections.flatMap((child) => section(child, level + 1))],
    );
  };
  const adjustments = (kind: 'bonus' | 'penalty'): TreeRow[] => {
    const block = report[kind];
    if (!block) return [];
    const rows = block.entries.map((entry): EntryRow => ({
      kind: 'entry',
      key: `i:${entry.code}`,
      code: entry.code,
      title: entry.title,
      level: 2,
      group: kind,
      state: entryOf(assessment, entry.code).state,
      score: kind === 'penalty' ? -entry.score : entry.score,
      lost: kind === 'penalty' && entry.score > 0,
      unconfirmed: isUnconfirmed(entry.code),
      noEvidence: kind === 'bonus' && lacksEvidence(asked(entry.code), entry),
      vetoed: false,
    }));
    return group(
      {
        key: `g:${kind}`,
        title: block.title,
        level: 1,
        score: kind === 'penalty' ? -block.score : block.score,
        unscored: 0,
      },
      rows.filter(matches),
    );
  };
  const vetoes = report.vetoes.map((veto): EntryRow => ({
    kind: 'entry',
    key: `i:${veto.code}`,
    code: veto.code,
    title: veto.title,
    level: 2,
    group: 'veto',
    state: veto.state === 'unanswered' ? 'unscored' : 'scored',
    score: 0,
    lost: veto.state === 'applies',
    unconfirmed: isUnconfirmed(veto.code),
    noEvidence: false,
    vetoed: veto.state === 'applies',
  }));
  return [
    ...report.sections.flatMap((result) => section(result, 1)),
    ...adjustments('bonus'),
    ...adjustments('penalty'),
    ...(vetoes.length === 0
      ? []
      : group(
          {
            key: 'g:veto',
            title: '一票否决',
            level: 1,
            unscored: vetoes.filter((row) => row.state === 'unscored').length,
          },
          vetoes.filter(matches),
        )),
  ];
}

/** Bonus and penalty entries need no answer, so they are never "未评" in the filter or in 下一项未评. */
export function isOpen(row: EntryRow): boolean {
  return row.state === 'unscored' && (row.group === 'item' || row.group === 'veto');
}

/** The next open entry after `code`, from the start again at the end; undefined where nothing is open. */
export function nextOpen(rows: readonly EntryRow[], code: string | undefined): string | undefined {
  return nextAfter(rows, code).find(isOpen)?.code;
}

/** The same for entries that are to be confirmed. */
export function nextUnconfirmed(rows: readonly EntryRow[], code: string): string | undefined {
  return nextAfter(rows, code).find((row) => row.unconfirmed)?.code;
}

/** All others, in the order in which they come after `code`. */
function nextAfter(rows: readonly EntryRow[], code: string | undefined): EntryRow[] {
  const at = rows.findIndex((row) => row.code === code);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
}

function passesFilter(row: EntryRow, filter: TreeFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unscored':
      return isOpen(row);
    case 'noEvidence':
      return row.noEvidence;
    case 'lost':
      return row.lost;
    case 'unconfirmed':
      return row.unconfirmed;
  }
}

function searchable(place: Place): string {
  const department = place.kind === 'item' ? (place.item.department ?? '') : '';
  return [...place.asked.map(({ title }) => title), department].join(' ');
}

/** Full-width and half-width, upper and lower case are the same to someone who searches. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
