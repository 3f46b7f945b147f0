import { assertNever } from '../../../shared/values/assert-never.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { type DeductRule, RULE_LABELS, type Rule } from '../../../shared/standard/rules.ts';

/** A percentage in hundredths of a percent, for people: 3000 -> "30%". */
const percent = (hundredths: number) => `${showPoints(hundredths)}%`;

/** A scoring rule in plain Chinese, for one who reads the standard. */
export function ruleWords(rule: Rule): string {
  return `${RULE_LABELS[rule.kind]}：${detail(rule)}`;
}

function detail(rule: Rule): string {
  switch (rule.kind) {
    case 'award':
      return `0 分到满分，每 ${showPoints(rule.step)} 分一档`;
    case 'tiers':
      return rule.options.map(({ label, points }) => `${label} ${showPoints(points)} 分`).join('；');
    case 'checklist':
      return rule.points.map(({ label, points }) => `${label} ${showPoints(points)} 分`).join('；');
    case 'deduct':
      return rule.faults.map(faultWords).join('；') + floorWords(rule);
    case 'ratio':
      return (
        `${rule.numerator}占${rule.denominator}达到 ${percent(rule.target)} 得满分，不足的按比例` +
        (rule.minimum === undefined ? '' : `；低于 ${percent(rule.minimum)} 得 0 分`)
      );
    default:
      return assertNever(rule);
  }
}

function faultWords({ label, points, unit, cap, zeroes }: DeductRule['faults'][number]): string {
  if (zeroes) return `${label}的，本项 0 分`;
  const limit = cap === undefined ? '' : `（最多扣 ${showPoints(cap)} 分）`;
  return `${label}，每${unit}扣 ${showPoints(points)} 分${limit}`;
}

function floorWords({ floor }: DeductRule): string {
  return floor === 0 ? '；扣完为止' : `；最低 ${showPoints(floor)} 分`;
}
