import * as z from 'zod';
import { fromLines } from '../../values/cell-lines.ts';
import { pointsSchema, showPoints } from '../../values/points.ts';
import { error, warning } from '../finding.ts';
import type { RuleModule } from './kind.ts';
import { problem } from './parts.ts';
import { namedPoints } from './table-words.ts';

const ruleSchema = z.strictObject({ kind: z.literal('award'), step: pointsSchema.default(1) });
const inputSchema = z.object({ kind: z.literal('award'), points: pointsSchema });

/** Points given by hand, 0 to full, in steps. */
export const award: RuleModule<typeof ruleSchema, typeof inputSchema> = {
  label: '按情况给分',
  rule: ruleSchema,
  input: inputSchema,

  score: (rule, fullScore, { points }) => {
    const full = showPoints(fullScore);
    if (points < 0 || points > fullScore) {
      return problem(`给分${showPoints(points)}分不在0至${full}分之间，请改正`);
    }
    if (points % rule.step !== 0) {
      return problem(`给分${showPoints(points)}分不是${showPoints(rule.step)}分的整数倍，请改正`);
    }
    return { score: points, explanation: `满分${full}分，按情况给${showPoints(points)}分` };
  },
  check: (rule, { code, fullScore }) => {
    const [step, full] = [showPoints(rule.step), showPoints(fullScore)];
    if (rule.step === 0) return [error('awardStep', code, `“${code}”的给分间隔为0，无法给分`)];
    if (rule.step > fullScore) {
      return [error('awardStep', code, `“${code}”的给分间隔${step}分大于满分${full}分，只能得0分`)];
    }
    if (fullScore % rule.step === 0) return [];
    return [warning('awardStep', code, `“${code}”的满分${full}分不是给分间隔${step}分的整数倍，得不到满分`)];
  },
  fits: ({ step }, full) => step > 0 && (full === 0 || step <= full),
  fresh: (_, step) => ({ kind: 'award', step }),

  words: ({ step }) => `0 分到满分，每 ${showPoints(step)} 分一档`,
  stated: () => [],
  hint: () => '对照评分标准补做，并补充佐证材料',

  terms: ({ step }) => ({ 给分的最小单位: `${showPoints(step)}分` }),
  fromPoints: (rule, full, points) => {
    const { problem } = award.score(rule, full, { kind: 'award', points });
    return problem === undefined ? { input: { kind: 'award', points } } : { problem };
  },

  table: {
    howTo: '人工给分，规则内容写“步长：0.5分”，可以不填',
    write: ({ step }) => `步长：${showPoints(step)}分`,
    read: (words) => {
      const step = namedPoints(fromLines(words), '步长', '分');
      return step === undefined ? {} : { step };
    },
  },
};
