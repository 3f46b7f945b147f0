import * as z from 'zod';
import { showPoints } from '../../values/points.ts';
import { error, warning } from '../finding.ts';
import type { RuleModule } from './kind.ts';
import { onlyOne, optionsInWords, optionsSchema, plainOption, problem } from './parts.ts';
import { optionsFromWords, optionWords } from './table-words.ts';

const ruleSchema = z.strictObject({
  kind: z.literal('tiers'),
  options: optionsSchema(2),
});
const inputSchema = z.object({ kind: z.literal('tiers'), option: z.string() });

/** Exactly one option is chosen; its points are the score. */
export const tiers: RuleModule<typeof ruleSchema, typeof inputSchema> = {
  label: '分档给分',
  rule: ruleSchema,
  input: inputSchema,

  score: ({ options }, full, input) => {
    const option = options.find(({ code }) => code === input.option);
    if (!option) return problem(`所选档次“${input.option}”不在标准内，请重新选择`);
    // An option above full is an error of the standard (`check`); even so no item exceeds its full score.
    const score = Math.min(option.points, full);
    return {
      score,
      explanation: `满分${showPoints(full)}分，选“${option.label}”，得${showPoints(score)}分`,
    };
  },
  check: ({ options }, { code, fullScore }) => {
    const full = showPoints(fullScore);
    const best = Math.max(...options.map(({ points }) => points));
    if (best > fullScore) {
      return [error('tierAboveFull', code, `“${code}”最高一档${showPoints(best)}分，超过满分${full}分`)];
    }
    if (best === fullScore) return [];
    return [warning('tierBelowFull', code, `“${code}”最高一档${showPoints(best)}分，得不到满分${full}分`)];
  },
  fits: ({ options }, full) => options.every(({ points }) => points <= full),
  fresh: (full) => ({
    kind: 'tiers',
    options: [
      { code: '1', label: '达到', points: full },
      { code: '2', label: '未达到', points: 0 },
    ],
  }),

  words: ({ options }) => optionsInWords(options),
  stated: (input, rule) => {
    const option = rule?.options.find(({ code }) => code === input.option);
    return [option ? `选“${option.label}”（${showPoints(option.points)} 分）` : `选“${input.option}”`];
  },
  hint: ({ options }) => `争取达到“${options.reduce((a, b) => (b.points > a.points ? b : a)).label}”`,

  options: ({ options }) => options.map(plainOption),
  renew: (input, renew) => ({ ...input, option: renew(input.option) }),
  fromPoints: (rule, full, points) => {
    const inputs = rule.options
      .map(({ code }) => ({ kind: 'tiers' as const, option: code }))
      .filter((input) => tiers.score(rule, full, input).score === points);
    const possible = rule.options.map((option) => showPoints(option.points)).join('、');
    return inputs.length > 0 ? onlyOne(inputs, points) : { problem: `本项只能得${possible}分之一` };
  },

  table: {
    howTo: '一行一档，如“5分：制度健全”',
    write: ({ options }) => optionWords(options),
    read: (words) => ({ options: optionsFromWords(words) }),
  },
};
