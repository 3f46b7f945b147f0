import { expect, it } from 'vitest';
import { showPoints } from '../../../../../shared/values/points.ts';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { DEVELOPMENT } from '../../../../fixtures/rule-texts/index.ts';
import { shortRule } from './short-rule.ts';

/** What the labelled texts do not hold: texts that leave a doubt. */
const DOUBTFUL: readonly (readonly [text: string, fullScore: number])[] = [
  ['有方案得2分；有总结得2分；按最高分计', 5],
  ['完成80%以上得2分，有总结得3分', 5],
  ['优秀得2分，有总结得3分', 5],
  ['第1名得2分，有总结得3分', 5],
  ['部分完成得2分，有总结得3分', 5],
  ['得3分；有总结得2分', 5],
  ['有方案得3分，没有方案不得分', 5],
  ['优秀得4分，良好得2分', 5],
  ['优秀得5分，良好得3分，合格得1分', 5],
  ['全部完成得5分，部分完成得2分，未完成不得分', 5],
  ['有方案得5分', 5],
  ['有方案得2分，有总结得3分，未开展的不得分', 5],
  ['有方案得2分，有总结得2分，另加1分', 5],
  ['脱岗一次的扣1分', 5],
  ['一次脱岗扣1分', 5],
  ['未参加一次以上扣1分', 5],
  ['至少一次不合格扣1分', 5],
  ['发现3处以上扣1分', 5],
  ['缺1至2份扣1分', 5],
];

it('every text: the rule, how sure, the words it was read from, and what is said of it', async () => {
  const texts = [...DEVELOPMENT.map(({ text, fullScore }) => [text, fullScore] as const), ...DOUBTFUL];
  const told = texts.map(([text, fullScore]) => {
    const { confidence, rule, spans, explanation } = proposeRule(text, Math.round(fullScore * 100));
    const labels =
      rule.kind === 'tiers'
        ? rule.options
        : rule.kind === 'checklist'
          ? rule.points
          : rule.kind === 'deduct'
            ? rule.faults
            : [];
    return [
      `${showPoints(Math.round(fullScore * 100))}: ${text.replaceAll('\n', '⏎')}`,
      `  ${confidence} ${shortRule(rule)}`,
      ...labels.map(({ label }) => `  - ${label}`),
      `  ${spans.map(({ from, to, meaning }) => `[${text.slice(from, to)}] ${meaning}`).join(' ')}`,
      `  ${explanation}`,
    ].join('\n');
  });
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot('readings/rules.txt');
});
