import { type Assessment, type Entry, entryOf } from '../assessment/schema.ts';
import { showPoints } from '../values/points.ts';
import { halfWidth, readPoints } from '../values/typed-number.ts';
import type { ScoreReport } from '../scoring/types.ts';
import type { Standard } from '../standard/schema.ts';
import { type Place, placeOf } from '../standard/places.ts';
import type { FilledRow } from './filled-workbook.ts';
import { type Review, type ReviewEntry, reviewEntryOf, reviewEntrySchema } from './schema.ts';
import { type ScoreForm, scoreToClaims, scoreToInput } from './score-to-input.ts';
import { APPLIES, CLEAR, NOT_APPLICABLE, type Shown, shownResults } from './shown.ts';
import { verifyScore } from './verified-score.ts';
import type { WorkbookRow } from './workbook-row.ts';

const PENDING = '待核';

interface Parts {
  readonly standard: Standard;
  readonly assessment: Assessment;
  readonly review: Review;
}

/** What one line asks for: a state with its input or points, or why it cannot be taken. */
type Asked =
  | {
      readonly state: ReviewEntry['state'];
      readonly form?: Exclude<ScoreForm, { problem: string }>;
      readonly message?: string;
    }
  | { readonly problem: string };

/**
 * Each filled-in line beside the review, in the workbook's order. Nothing is decided here: a line that says
 * something else than the review is a `conflict` for the user to pick from. Pure.
 */
export function compareWorkbook(parts: Parts, rows: readonly FilledRow[]): WorkbookRow[] {
  const { standard, review } = parts;
  const { self, report } = verifyScore(standard, parts);
  const own = shownResults(self);
  const times = new Map<string, number>();
  for (const { code } of rows) times.set(code, (times.get(code) ?? 0) + 1);

  const proposals = rows.map((row): { row: FilledRow; message: string; entry?: ReviewEntry } => {
    const { code, score, opinion } = row;
    const place = placeOf(standard, code);
    const entry = reviewEntryOf(review, code);
    const asked: Asked = !place
      ? { problem: '本标准没有这个编号' }
      : (times.get(code) ?? 0) > 1
        ? { problem: '这个编号在表里出现了几次，无法确定用哪一行' }
        : askedBy(row, place, entryOf(parts.assessment, code), own.get(code));
    if ('problem' in asked) return { row, message: asked.problem };
    const reason = opinion === '' ? entry.reason : opinion;
    if (!reviewEntrySchema.shape.reason.safeParse(reason).success) {
      return { row, message: '核验意见超过 5000 字' };
    }
    const { state, form, message = '' } = asked;
    const { evidence } = entry;
    return {
      row,
      message,
      entry: score === '' ? { ...entry, reason } : { ...form, state, reason, evidence },
    };
  });

  const entries = Object.fromEntries(
    proposals.flatMap(({ row, entry }) => (entry ? [[row.code, entry] as const] : [])),
  );
  const proposed: Review = { ...review, entries: { ...review.entries, ...entries } };
  const shown = { present: shownResults(report), next: shownResults(rescored(parts, proposed)) };
  const valueOf = (results: ReadonlyMap<string, Shown>, { state }: ReviewEntry, code: string): string =>
    state === 'pending' ? PENDING : (results.get(code)?.shown ?? PENDING);

  return proposals.map(({ row, message, entry }): WorkbookRow => {
    const before = reviewEntryOf(review, row.code);
    const present = { value: valueOf(shown.present, before, row.code), reason: before.reason };
    const line = { ...row, title: placeOf(standard, row.code)?.title ?? '', message, present };
    // What the rule refuses once it is scored: 不适用 where the standard knows none.
    const refused = row.score === '' ? undefined : shown.next.get(row.code)?.problem;
    if (!entry || refused !== undefined) return { ...line, outcome: 'problem', message: refused ?? message };
    const sameValue = valueOf(shown.next, entry, row.code) === present.value;
    const sameReason = entry.reason === before.reason;
    const overwrites = (!sameValue && before.state !== 'pending') || (!sameReason && before.reason !== '');
    const outcome = sameValue && sameReason ? 'same' : overwrites ? 'conflict' : 'new';
    return { ...line, outcome, entry };
  });
}

function rescored(parts: Parts, review: Review): ScoreReport {
  return verifyScore(parts.standard, { ...parts, review }).report;
}

function askedBy({ score }: FilledRow, place: Place, self: Entry, own: Shown | undefined): Asked {
  const text = halfWidth(score).replace(/\s+/gu, '');
  if (text === '') return { state: 'pending' };
  if (place.kind === 'veto') {
    if (text !== APPLIES && text !== CLEAR) return { problem: `请填“${APPLIES}”或“${CLEAR}”` };
    return { state: 'scored', form: { input: { kind: 'veto', applies: text === APPLIES } } };
  }
  if (!own) return { problem: '这一项不适用于该单位的类别' };
  if (text === NOT_APPLICABLE) {
    return self.state === 'notApplicable'
      ? { state: 'notApplicable', message: '单位申报不适用，导出时表里已填' }
      : { state: 'notApplicable' };
  }
  // As it was written: where the blanks stand decides.
  const read = readPoints(score, { units: ['分'], signed: place.kind === 'item' });
  if ('problem' in read) return { problem: `“${score}”不是最多两位小数的分数：${read.problem}` };
  const points = read.value;
  // What the unit stated gives these points: agreeing needs no other input.
  if (self.state === 'scored' && self.input && own.points === points && own.problem === undefined) {
    return { state: 'scored', form: { input: self.input } };
  }
  const form =
    place.kind === 'item'
      ? scoreToInput(place.item, points)
      : scoreToClaims(place.entry, place.block, points);
  if ('problem' in form) return form;
  return 'points' in form
    ? { state: 'scored', form, message: `按${showPoints(points)}分直接计，具体情形请写在核验意见里` }
    : { state: 'scored', form };
}
