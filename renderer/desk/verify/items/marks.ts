import type { FilterChoice } from '../../../items/ItemFinder.tsx';
import { type Review, type ReviewEntry, reviewEntryOf } from '../../../../shared/review/schema.ts';
import { resultsOf, type Verified } from '../../../../shared/review/verified-score.ts';
import type { Points } from '../../../../shared/values/points.ts';
import {
  type EntryRow,
  nextAfter,
  type RowQuery,
  type TreeFlag,
  type TreeRow,
  type TreeSource,
  buildRows,
  entryRows,
} from '../../../items/tree-rows.ts';

/** Where the verifying of one code stands. */
export interface Mark {
  readonly pending: boolean;
  /** Items, vetoes, and what the unit claimed: other bonus and penalty entries need nothing. */
  readonly required: boolean;
  /** Verified, and not as the unit stated. */
  readonly differs: boolean;
  readonly rejected: boolean;
  /** A reason is missing. */
  readonly owed: boolean;
}

export type Marks = ReadonlyMap<string, Mark>;

export type VerifyFilter = 'all' | 'pending' | 'differs' | 'rejected' | 'owed';

export const VERIFY_FILTERS: readonly FilterChoice<VerifyFilter>[] = [
  { value: 'all', label: '全部' },
  { value: 'pending', label: '待核' },
  { value: 'differs', label: '不同' },
  { value: 'rejected', label: '驳回' },
  { value: 'owed', label: '缺理由' },
];

export function verifyMarks(review: Review, verified: Verified): Marks {
  const self = resultsOf(verified.self);
  const pending = new Set(verified.pending);
  const required = new Set(verified.required);
  const owed = new Set(verified.findings.filter(isOwed).map(({ item }) => item));
  return new Map(
    [...resultsOf(verified.report)].map(([code, { value }]) => {
      const found = reviewEntryOf(review, code);
      return [
        code,
        {
          pending: pending.has(code),
          required: required.has(code),
          differs: found.state !== 'pending' && value !== self.get(code)?.value,
          rejected: isRejected(found),
          owed: owed.has(code),
        },
      ];
    }),
  );
}

/** Reasons that the evaluator still has to write (codes of `shared/review/verified-score.ts`). */
export function isOwed({ code }: Verified['findings'][number]): boolean {
  return code === 'reasonMissing' || code === 'rejectionWithoutReason';
}

export function isRejected({ evidence }: ReviewEntry): boolean {
  return Object.values(evidence).some(({ decision }) => decision === 'rejected');
}

export function needsWork(mark: Mark | undefined): boolean {
  return mark !== undefined && (mark.pending || mark.owed);
}

/** Verified less self over what is verified so far, in points of the entries: weights and caps come with the total. */
export function deltaSoFar(review: Review, { self, report }: Verified): Points {
  const own = resultsOf(self);
  const taken = new Set(report.penalty?.entries.map(({ code }) => code));
  return [...resultsOf(report)]
    .filter(([code]) => reviewEntryOf(review, code).state !== 'pending')
    .reduce((sum, [code, { score }]) => {
      const delta = score - (own.get(code)?.score ?? 0);
      return taken.has(code) ? sum - delta : sum + delta;
    }, 0);
}

/** The next code that needs work after `code`, from the start again at the end. */
export function nextWork(marks: Marks, code: string | undefined): string | undefined {
  return nextAfter([...marks.keys()], (each) => each === code).find((each) => needsWork(marks.get(each)));
}

/** The rows of the tree, in the words of 核验. `source` is the assessment as verified. */
export function verifyRows(
  source: TreeSource,
  marks: Marks,
  { filter, ...query }: RowQuery<VerifyFilter>,
): TreeRow[] {
  const passes =
    filter === 'all' ? undefined : ({ code }: EntryRow): boolean => marks.get(code)?.[filter] ?? false;
  // Of bonus and penalty, what the unit claimed waits as well.
  const claimed = (kind: string): number =>
    entryRows(source).filter(({ group, code }) => `g:${group}` === kind && marks.get(code)?.pending).length;
  return buildRows(source, { ...query, passes }).map((row): TreeRow => {
    if (row.kind === 'section') {
      const waiting = row.unscored + (row.key === 'g:veto' ? 0 : claimed(row.key));
      return { ...row, unscored: waiting, openWord: '待核' };
    }
    const mark = marks.get(row.code);
    return { ...row, unconfirmed: false, stateWord: stateWord(row, mark), flags: flagsOf(mark) };
  });
}

function stateWord({ state }: EntryRow, mark: Mark | undefined): string {
  if (mark?.pending) return '待核';
  if (state === 'unscored') return '没有申报';
  return state === 'notApplicable' ? '不适用' : '已核';
}

function flagsOf(mark: Mark | undefined): TreeFlag[] {
  const flags = [
    ...(mark?.differs ? [{ text: '不同', name: '分数不同' }] : []),
    ...(mark?.rejected ? [{ text: '驳回', name: '有驳回' }] : []),
  ];
  // A missing reason says that one of the two is there; the row has little room.
  const names = [...flags.map(({ name }) => name), '缺理由'];
  return mark?.owed ? [{ text: '缺理由', name: names.join('，') }] : flags;
}
