import type { Campaign } from '../campaign/schema.ts';
import { add, fraction, type Fraction, multiply, roundHalfUp } from '../values/fraction.ts';
import { type Points, showPoints } from '../values/points.ts';
import type { Review, Survey } from './schema.ts';

/** 综合评价 of one package. All points are hundredths on the standard's full score. */
export interface Comprehensive {
  /** Absent while a part that has a weight is missing, and where the campaign states no weights. */
  readonly score?: Points;
  /** In Chinese, one line: how it came about, or what is missing. */
  readonly explanation: string;
}

const WHOLE = 10_000;

/** 满意率 in hundredths of a percent, exact until the one rounding: 2 of 3 is 6667. */
export function surveyPercent(survey: Survey): number {
  return roundHalfUp(fraction(survey.satisfied * WHOLE, survey.sample));
}

/** The score of the latest field visit that has one, in hundredths of a percent. */
export function fieldVisitPercent({ fieldVisits }: Pick<Review, 'fieldVisits'>): number | undefined {
  return fieldVisits
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))[0]?.score;
}

/** What the order of a desk is made by. Without weights of the campaign nobody has a 综合评价. */
export function resultName({ comprehensive }: Pick<Campaign, 'comprehensive'>): '综合评价' | '核验得分' {
  return comprehensive ? '综合评价' : '核验得分';
}

/** Weights come from the campaign alone: no document in hand states any (豫法政办〔2020〕16号 附件 二). */
export function weightsSentence({ comprehensive }: Pick<Campaign, 'comprehensive'>): string {
  if (!comprehensive) return '按核验得分排序';
  const { verified, survey, fieldVisit, source } = comprehensive;
  const visit = fieldVisit === undefined ? '' : `、实地核验${showPoints(fieldVisit)}%`;
  const weights = `核验得分${showPoints(verified)}%、满意度调查${showPoints(survey)}%${visit}`;
  return `综合评价：${weights}（${source.document}${source.clause === '' ? '' : ` ${source.clause}`}）`;
}

/** The weighted sum of the parts' shares, exact until the one rounding, half up. */
export function comprehensiveScore(
  campaign: Pick<Campaign, 'comprehensive'>,
  fullScore: Points,
  parts: { verified: Points | undefined; survey: Survey | undefined; fieldVisit: number | undefined },
): Comprehensive {
  const { verified, survey, fieldVisit } = parts;
  const weights = campaign.comprehensive;
  if (!weights) return { explanation: '推荐活动没有规定权重' };
  if (verified === undefined) return { explanation: '未完成核验' };
  const weighted = [
    { label: '核验得分', weight: weights.verified, points: fraction(verified) },
    {
      label: '满意度调查',
      weight: weights.survey,
      points: survey && fraction(BigInt(survey.satisfied) * BigInt(fullScore), survey.sample),
    },
    {
      label: '实地核验',
      weight: weights.fieldVisit ?? 0,
      points: fieldVisit === undefined ? undefined : fraction(fullScore * fieldVisit, WHOLE),
    },
  ].filter(({ weight }) => weight > 0);
  const missing = weighted.filter(({ points }) => points === undefined).map(({ label }) => label);
  if (missing.length > 0) return { explanation: `还没有${missing.join('、')}的结果` };
  const sum = weighted.reduce<Fraction>(
    (total, { weight, points = fraction(0) }) => add(total, multiply(points, fraction(weight, WHOLE))),
    fraction(0),
  );
  const shown = weighted.map(({ label, weight, points = fraction(0) }) => {
    return `${label}${showPoints(roundHalfUp(points))}×${showPoints(weight)}%`;
  });
  return { score: roundHalfUp(sum), explanation: shown.join('＋') };
}
