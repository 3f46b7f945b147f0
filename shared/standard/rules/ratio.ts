import * as z from 'zod';
import { fromLines, toLines } from '../../values/cell-lines.ts';
import { compare, divide, fraction, multiply, roundHalfUp, showFraction } from '../../values/fraction.ts';
import { percentSchema, showPoints } from '../../values/points.ts';
import { error } from '../finding.ts';
import type { RuleModule } from './kind.ts';
import { labelSchema, problem } from './parts.ts';
import { namedPoints, namedValue } from './table-words.ts';

const amountSchema = z.int().min(0).max(1_000_000_000);

const ruleSchema = z.strictObject({
  kind: z.literal('ratio'),
  numerator: labelSchema,
  denominator: labelSchema,
  /** Hundredths of a percent. 3000 = 30 %. */
  target: percentSchema,
  /** Below this share the item scores 0. Hundredths of a percent. */
  minimum: percentSchema.optional(),
});
const inputSchema = z.object({
  kind: z.literal('ratio'),
  numerator: amountSchema,
  denominator: amountSchema,
});

/** In proportion to a target; full at the target, 0 below the minimum. */
export const ratio: RuleModule<typeof ruleSchema, typeof inputSchema> = {
  label: '按比例给分',
  rule: ruleSchema,
  input: inputSchema,

  /** full × share ÷ target in exact fractions, rounded once. */
  score: (rule, fullScore, { numerator, denominator }) => {
    if (denominator === 0) return problem(`分母为 0，算不出比例，请填写“${rule.denominator}”`);
    // Hundredths of a percent, like target and minimum.
    const share = multiply(fraction(numerator, denominator), fraction(10_000));
    const target = fraction(rule.target);
    const full = showPoints(fullScore);
    const stated =
      `满分${full}分，${rule.numerator}${numerator}÷${rule.denominator}${denominator}` +
      `＝${showFraction(share)}%`;

    if (rule.minimum !== undefined && compare(share, fraction(rule.minimum)) < 0) {
      return { score: 0, explanation: `${stated}，低于最低要求${showPoints(rule.minimum)}%，得0分` };
    }
    if (compare(share, target) >= 0) {
      return { score: fullScore, explanation: `${stated}，达到目标${showPoints(rule.target)}%，得${full}分` };
    }
    const exact = divide(multiply(fraction(fullScore), share), target);
    const score = roundHalfUp(exact);
    const unrounded = exact.denominator === 1n ? '' : `按比例为${showFraction(exact)}分，`;
    return {
      score,
      ...(exact.denominator === 1n ? {} : { exact }),
      explanation: `${stated}，目标${showPoints(rule.target)}%，${unrounded}得${showPoints(score)}分`,
    };
  },
  check: ({ target, minimum }, { code }) => {
    if (target === 0) return [error('ratioTarget', code, `“${code}”的目标比例为0，无法按比例计分`)];
    if (minimum === undefined || minimum <= target) return [];
    return [error('ratioMinimum', code, `“${code}”的最低比例高于目标比例`)];
  },
  fresh: () => ({ kind: 'ratio', numerator: '完成数', denominator: '应完成数', target: 10_000 }),

  words: ({ numerator, denominator, target, minimum }) =>
    `${numerator}占${denominator}达到 ${showPoints(target)}% 得满分，不足的按比例` +
    (minimum === undefined ? '' : `；低于 ${showPoints(minimum)}% 得 0 分`),
  stated: ({ numerator, denominator }, rule) => [
    `${rule?.numerator ?? '分子'}：${numerator}`,
    `${rule?.denominator ?? '分母'}：${denominator}`,
  ],
  hint: (rule, { numerator, denominator } = { kind: 'ratio', numerator: 0, denominator: 0 }) => {
    const missing = Math.ceil((denominator * rule.target) / 10_000) - numerator;
    return `目标${showPoints(rule.target)}%，“${rule.numerator}”还差${missing}`;
  },
  /** Full marks by mistake: numerator and denominator filled in the wrong way round. */
  doubt: (rule, { numerator, denominator }) => {
    // A target above 100 % counts something that may exceed the denominator.
    if (rule.target > 10_000 || denominator === 0 || numerator <= denominator) return undefined;
    const message = `“${rule.numerator}”大于“${rule.denominator}”，请核对是否填反`;
    return { code: 'ratioAboveOne', message };
  },

  terms: ({ target, minimum }) => ({
    目标比例: `${showPoints(target)}%`,
    最低比例: minimum === undefined ? '' : `${showPoints(minimum)}%`,
  }),
  wording: ({ numerator, denominator }) => ({ 分子: numerator, 分母: denominator }),
  // A share would have to be guessed.
  fromPoints: (_, __, points) => ({ points }),

  table: {
    howTo: '四行，“分子：已办结件数”“分母：应办结件数”“目标：100%”“下限：60%”（下限可以不写）',
    write: ({ numerator, denominator, target, minimum }) =>
      toLines([
        `分子：${numerator}`,
        `分母：${denominator}`,
        `目标：${showPoints(target)}%`,
        ...(minimum === undefined ? [] : [`下限：${showPoints(minimum)}%`]),
      ]),
    read: (words) => {
      const lines = fromLines(words);
      const minimum = namedPoints(lines, '下限', '%');
      return {
        numerator: namedValue(lines, '分子'),
        denominator: namedValue(lines, '分母'),
        target: namedPoints(lines, '目标', '%') ?? '100',
        ...(minimum === undefined ? {} : { minimum }),
      };
    },
  },
};
