import * as z from 'zod';
import { type Points, showPoints } from '../../values/points.ts';
import { warning } from '../finding.ts';
import type { RuleModule } from './kind.ts';
import { onlyOne, optionsInWords, optionsSchema, plainOption, problem, unknownOption } from './parts.ts';
import { optionsFromWords, optionWords } from './table-words.ts';

const ruleSchema = z.strictObject({
  kind: z.literal('checklist'),
  points: optionsSchema(1),
});
const inputSchema = z.object({ kind: z.literal('checklist'), met: z.array(z.string()) });

/** Each listed point that is met adds its points; capped at the item's full score. */
export const checklist: RuleModule<typeof ruleSchema, typeof inputSchema> = {
  label: '逐项累计',
  rule: ruleSchema,
  input: inputSchema,

  /** A point ticked twice counts once. */
  score: (rule, full, input) => {
    const unknown = unknownOption(input.met, rule.points);
    if (unknown !== undefined) return problem(`要点“${unknown}”不在标准内，请重新勾选`);
    const met = rule.points.filter(({ code }) => input.met.includes(code));
    const sum = total(met);
    const score = Math.min(sum, full);
    const added = met.length > 1 ? `（${met.map(({ points }) => showPoints(points)).join('+')}）` : '';
    const capped = sum > full ? `合计${showPoints(sum)}分，以满分为限，` : '';
    return {
      score,
      explanation:
        `满分${showPoints(full)}分，${rule.points.length}个要点符合${met.length}个${added}，` +
        `${capped}得${showPoints(score)}分`,
    };
  },
  check: (rule, { code, fullScore }) => {
    const sum = total(rule.points);
    if (sum === fullScore) return [];
    const effect = sum < fullScore ? '得不到满分' : '超出部分不计';
    const message = `“${code}”各要点合计${showPoints(sum)}分，满分${showPoints(fullScore)}分，${effect}`;
    return [warning('checklistSum', code, message)];
  },
  fresh: (full) => ({ kind: 'checklist', points: [{ code: '1', label: '要点1', points: full }] }),

  words: ({ points }) => optionsInWords(points),
  stated: ({ met }, rule) => {
    const points = rule?.points ?? [];
    const missed = points.filter(({ code }) => !met.includes(code));
    if (missed.length === 0) return ['各项要点都做到'];
    const lines = missed.map((point) => `✗ 未做到：${point.label}（${showPoints(point.points)} 分）`);
    return missed.length < points.length ? [...lines, '✓ 其余要点都做到'] : lines;
  },
  hint: ({ points }, input) => {
    const missing = points.filter(({ code }) => !input?.met.includes(code));
    return `尚缺：${missing.map(({ label }) => label).join('、')}`;
  },

  options: ({ points }) => points.map(plainOption),
  renew: (input, renew) => ({ ...input, met: input.met.map(renew) }),
  fromPoints: (rule, full, points) => {
    const sums = subsetSums(rule.points.map((each) => each.points));
    if (!sums.some((sum) => Math.min(sum, full) === points)) {
      return { problem: `各要点的分值凑不成${showPoints(points)}分` };
    }
    const ends = [[], rule.points.map(({ code }) => code)]
      .map((met) => ({ kind: 'checklist' as const, met }))
      .filter((input) => checklist.score(rule, full, input).score === points);
    return onlyOne(ends, points);
  },

  table: {
    howTo: '一行一点，如“2分：有工作方案”',
    write: ({ points }) => optionWords(points),
    read: (words) => ({ points: optionsFromWords(words) }),
  },
};

const total = (points: readonly { readonly points: Points }[]): Points =>
  points.reduce((sum, { points }) => sum + points, 0);

/** Every sum that some of the values give; bounded, because sums are whole hundredths. */
function subsetSums(values: readonly Points[]): Points[] {
  return [
    ...values.reduce(
      (sums, value) => new Set([...sums, ...[...sums].map((sum) => sum + value)]),
      new Set([0]),
    ),
  ];
}
