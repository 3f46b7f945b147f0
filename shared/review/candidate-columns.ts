import { BY_OFFICE, reservationWords, reservedWord } from '../eligibility/verdict.ts';
import { RECEIVED_BEFORE_MADE } from './desk-findings.ts';
import { NAMING_LEVEL_LABELS } from '../campaign/schema.ts';
import type { Points } from '../values/points.ts';
import type { Candidate } from './candidate.ts';
import type { Ranked } from './ranking.ts';
import { OUT_LABELS } from './standing.ts';

/** One thing that is said of a candidate, wherever it is shown: its name in Chinese, and its value. */
interface ColumnOf<Kind extends string, Value> {
  readonly kind: Kind;
  readonly title: string;
  readonly value: (candidate: Candidate) => Value;
}
/** '' where it states none. */
export type TextColumn = ColumnOf<'text', string>;
/** Hundredths; absent while there is none. */
export type PointsColumn = ColumnOf<'points', Points | undefined>;

const text = (title: string, value: TextColumn['value']): TextColumn => ({ kind: 'text', title, value });
const points = (title: string, value: PointsColumn['value']): PointsColumn => ({
  kind: 'points',
  title,
  value,
});

/**
 * The list of what a candidate is judged and sorted by. The desk's table, the ranking, the summary sheet, the
 * report and the command line are views over it: they choose, and say how wide and how marked.
 */
export const CANDIDATE_COLUMNS = {
  unit: text('单位', ({ unit }) => unit),
  body: text('推荐单位', ({ body }) => body),
  superior: text('上级主管部门', ({ superior }) => superior),
  level: text('级别', ({ level }) => (level ? NAMING_LEVEL_LABELS[level] : '')),
  cultivation: text('列为培育对象', ({ cultivation }) => cultivation),
  category: text('单位类别', ({ category }) => category),
  industry: text('行业', ({ industry }) => industry),
  region: text('地域', ({ region }) => region),
  sealCode: text('封签码', ({ sealCode }) => sealCode),
  selfScore: points('自评分', ({ selfScore }) => selfScore),
  verifiedScore: points('核验得分', ({ verifiedScore }) => verifiedScore),
  delta: points('差', ({ delta }) => delta),
  comprehensive: points('综合评价', ({ comprehensive }) => comprehensive),
  eligible: text('资格审查', eligibilityWords),
} as const;

/** 符合推荐条件, 不符合推荐条件; by another standard 按参考标准 with the number of findings, and no verdict. */
export function eligibilityWords(candidate: Candidate): string {
  const { basis, eligibility, findings } = candidate;
  if (basis !== 'official' && findings.length > 0) return `${eligibility}，${findings.length}项问题`;
  return reservedWord(eligibility, reservedIn(candidate));
}

/** What stands before the final word and keeps it from being green: as on the unit's side, and what nobody looked at. */
export function reservedIn(candidate: Candidate): string[] {
  const { eligible, timing, vetoes, office, uncounted, findings, isBehind } = candidate;
  if (!eligible) return [];
  const unseen = unseenWords(candidate);
  return [
    ...reservationWords({
      isLate: timing === 'late',
      isOnTheDay: timing === 'pending',
      isVetoed: vetoes.length > 0,
      office,
      counter: uncounted.length > 0 ? 'evaluator' : undefined,
    }),
    ...(isBehind ? ['核验记录待核对'] : []),
    ...(findings.some(({ code }) => code === RECEIVED_BEFORE_MADE) ? ['收到日期待核对'] : []),
    ...(unseen === '' ? [] : [unseen]),
  ];
}

/** Conditions that are neither met nor failed, by name; by another standard than an official one nothing is judged. */
export function openConditions({
  basis,
  office,
  uncounted,
}: Pick<Candidate, 'basis' | 'office' | 'uncounted'>): string[] {
  return basis === 'official' ? [...office.map((title) => `“${title}”${BY_OFFICE}`), ...uncounted] : [];
}

/** Pieces of evidence that nobody decided on, one for each item that uses it. */
export function unseenOf({ evidence: { total, accepted, rejected } }: Pick<Candidate, 'evidence'>): number {
  return total - accepted - rejected;
}

/** 佐证材料76件次未看: of what counts as 已核, since that means looked at; '' where it does not yet, or all was. */
export function unseenWords(candidate: Pick<Candidate, 'evidence' | 'state'>): string {
  const unseen = unseenOf(candidate);
  return candidate.state === 'done' && unseen > 0 ? `佐证材料${unseen}件次未看` : '';
}

/** The same where a package stands among the others: what is in doubt or not in the running gets no final word. */
export function eligibilityOn({ candidate, doubts, out }: Ranked): string {
  if (out?.reason === 'replaced') return OUT_LABELS.replaced;
  if (doubts.length > 0) return '存疑';
  return out ? OUT_LABELS[out.reason] : eligibilityWords(candidate);
}

/** The final word, where it is earned; something may stand before it. */
export function isEligible({ candidate, doubts, out }: Ranked): boolean {
  return candidate.eligible && !out && doubts.length === 0;
}

/** Earned, and nothing stands before it. */
export function isCleared(ranked: Ranked): boolean {
  return isEligible(ranked) && reservedIn(ranked.candidate).length === 0;
}

type Columns = typeof CANDIDATE_COLUMNS;
type KeyOf<Column> = { [Key in keyof Columns]: Columns[Key] extends Column ? Key : never }[keyof Columns];
export type TextKey = KeyOf<TextColumn>;
export type PointsKey = KeyOf<PointsColumn>;

/** The scores that stand beside each other in sheets and answers. */
export const SCORE_KEYS = ['selfScore', 'verifiedScore', 'comprehensive'] as const satisfies PointsKey[];
