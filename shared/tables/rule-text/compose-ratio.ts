import { parsePoints } from '../../values/points.ts';
import { type Composition, ofKind, type Reading } from './composition.ts';
import type { Statement } from './statement.ts';

const SHARE = /(\d{1,3}(?:\.\d{1,2})?)%/;

/** "按完成比例得分": in proportion to a target, 0 below a minimum where one is named. */
export function composeRatio(reading: Reading): Composition | undefined {
  const [proportion] = ofKind(reading, 'proportion');
  const others = (['deduct', 'bonus', 'extra', 'cap', 'unsupported', 'each'] as const).flatMap((kind) =>
    ofKind(reading, kind),
  );
  if (!proportion || others.length > 0) return undefined;

  const doubts: string[] = [];
  const used = new Set<Statement>([proportion]);
  if (proportion.action.of === 'deduct') doubts.push('原文是按比例扣分，这里按完成比例得分计算');
  let target: number | undefined;
  for (const give of ofKind(reading, 'give')) {
    const { action, condition } = give;
    const share = readShare(condition);
    if (action.points !== 'full' && action.points !== reading.fullScore) continue;
    if (share !== undefined && target !== undefined) continue;
    if (share === undefined && !/全部|完成|100/.test(condition)) doubts.push('满分的条件没有写明比例');
    target = share ?? target;
    used.add(give);
  }
  if (target !== undefined && target !== FULL) {
    doubts.push('目标不是100%，请核对是按目标折算还是按实际比例计分');
  }
  let minimum: number | undefined;
  for (const zero of ofKind(reading, 'zero')) {
    const share = readShare(zero.condition);
    if (minimum !== undefined || share === undefined || !/低于|不足|未达|小于|以下/.test(zero.condition))
      continue;
    minimum = share;
    used.add(zero);
  }
  const shares = (text: string) => text.split('%').length - 1;
  const read = [...used]
    .map(({ condition, action }) => (action.kind === 'proportion' ? '' : condition))
    .join('');
  if (shares(reading.text) > shares(read)) doubts.push('另有比例没有写进规则');
  const name =
    /(完成|覆盖|达标|合格|办结|整改|落实|到位|参与|参训)/.exec(proportion.condition + reading.text)?.[1] ??
    '完成';
  const rule = {
    kind: 'ratio',
    numerator: `${name}数`,
    denominator: `应${name}数`,
    target: target ?? FULL,
    ...(minimum === undefined ? {} : { minimum }),
  } as const;
  return { rule, doubts, used };
}

/** 100 % in hundredths of a percent. */
const FULL = 10_000;

function readShare(condition: string): number | undefined {
  const match = SHARE.exec(condition);
  return match ? parsePoints(match[1] ?? '') : undefined;
}
