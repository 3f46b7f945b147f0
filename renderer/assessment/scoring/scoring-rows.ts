import type { FilterChoice } from '../../items/ItemFinder.tsx';
import {
  buildRows,
  type EntryRow,
  nextAfter,
  type RowQuery,
  type TreeRow,
  type TreeSource,
} from '../../items/tree-rows.ts';

export type ScoringFilter = 'all' | 'unscored' | 'noEvidence' | 'lost' | 'unconfirmed';

export const SCORING_FILTERS: readonly FilterChoice<ScoringFilter>[] = [
  { value: 'all', label: '全部' },
  { value: 'unscored', label: '未评' },
  { value: 'noEvidence', label: '无佐证' },
  { value: 'lost', label: '失分' },
  { value: 'unconfirmed', label: '待确认' },
];

const PASSES: Record<ScoringFilter, ((row: EntryRow) => boolean) | undefined> = {
  all: undefined,
  unscored: isUnscored,
  noEvidence: (row) => row.noEvidence,
  lost: (row) => row.lost,
  unconfirmed: (row) => row.unconfirmed,
};

/** The rows of the tree, as the unit scores itself. */
export function scoringRows(source: TreeSource, { filter, ...query }: RowQuery<ScoringFilter>): TreeRow[] {
  return buildRows(source, { ...query, passes: PASSES[filter] });
}

/** 未评, as the report counts it (`unscored`): a veto is 未答, bonus and penalty entries need no answer. */
function isUnscored(row: EntryRow): boolean {
  return row.state === 'unscored' && row.group === 'item';
}

/** Waits for an answer. */
export function isOpen(row: EntryRow): boolean {
  return isUnscored(row) || (row.state === 'unscored' && row.group === 'veto');
}

/** The next open entry after `code`, from the start again at the end; undefined where nothing is open. */
export function nextOpen(rows: readonly EntryRow[], code: string | undefined): string | undefined {
  return nextAfter(rows, (row) => row.code === code).find(isOpen)?.code;
}

/** The same for entries that are to be confirmed. */
export function nextUnconfirmed(rows: readonly EntryRow[], code: string): string | undefined {
  return nextAfter(rows, (row) => row.code === code).find((row) => row.unconfirmed)?.code;
}
