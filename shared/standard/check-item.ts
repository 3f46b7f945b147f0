import { assertNever } from '../values/assert-never.ts';
import { showPoints } from '../values/points.ts';
import { duplicates, error, type StandardFinding, warning } from './finding.ts';
import type { Item, Standard } from './schema.ts';

/** One item: its text, its categories, and whether its rule can give every score from 0 to full. */
export function checkItem(item: Item, standard: Standard): StandardFinding[] {
  const { code, criterion, fullScore, appliesTo = [] } = item;
  const findings: StandardFinding[] = [];
  if (criterion === '') findings.push(warning('emptyCriterion', code, `“${code}”没有写评分标准`));
  if (fullScore === 0) findings.push(warning('zeroItem', code, `“${code}”的满分为0，对总分没有作用`));
  for (const category of appliesTo) {
    if (standard.unitCategories.some((known) => known.code === category)) continue;
    findings.push(
      error('unknownCategory', code, `“${code}”适用的单位类别“${category}”没有在 unitCategories 里列出`),
    );
  }
  for (const option of duplicates(optionCodes(item))) {
    findings.push(error('duplicateOption', code, `“${code}”里的选项编号“${option}”重复`));
  }
  return [...findings, ...checkRule(item)];
}

function optionCodes({ rule }: Item): string[] {
  switch (rule.kind) {
    case 'tiers':
      return rule.options.map(({ code }) => code);
    case 'checklist':
      return rule.points.map(({ code }) => code);
    case 'deduct':
      return rule.faults.map(({ code }) => code);
    case 'award':
    case 'ratio':
      return [];
    default:
      return assertNever(rule);
  }
}

function checkRule({ code, fullScore, rule }: Item): StandardFinding[] {
  const full = showPoints(fullScore);
  switch (rule.kind) {
    case 'award': {
      const step = showPoints(rule.step);
      if (rule.step === 0) return [error('awardStep', code, `“${code}”的给分间隔为0，无法给分`)];
      if (rule.step > fullScore) {
        return [error('awardStep', code, `“${code}”的给分间隔${step}分大于满分${full}分，只能得0分`)];
      }
      if (fullScore % rule.step === 0) return [];
      return [
        warning('awardStep', code, `“${code}”的满分${full}分不是给分间隔${step}分的整数倍，得不到满分`),
      ];
    }
    case 'tiers': {
      const best = Math.max(...rule.options.map(({ points }) => points));
      if (best > fullScore) {
        return [error('tierAboveFull', code, `“${code}”最高一档${showPoints(best)}分，超过满分${full}分`)];
      }
      if (best === fullScore) return [];
      return [warning('tierBelowFull', code, `“${code}”最高一档${showPoints(best)}分，得不到满分${full}分`)];
    }
    case 'checklist': {
      const sum = rule.points.reduce((total, { points }) => total + points, 0);
      if (sum === fullScore) return [];
      const effect = sum < fullScore ? '得不到满分' : '超出部分不计';
      return [
        warning('checklistSum', code, `“${code}”各要点合计${showPoints(sum)}分，满分${full}分，${effect}`),
      ];
    }
    case 'deduct': {
      const idle = rule.faults
        .filter(({ points, zeroes }) => points === 0 && !zeroes)
        .map(({ label }) => warning('faultWithoutPoints', code, `“${code}”的扣分情形“${label}”没有写扣几分`));
      if (rule.floor <= fullScore) return idle;
      return [...idle, error('floorAboveFull', code, `“${code}”的最低分高于满分${full}分`)];
    }
    case 'ratio': {
      if (rule.target === 0) return [error('ratioTarget', code, `“${code}”的目标比例为0，无法按比例计分`)];
      if (rule.minimum === undefined || rule.minimum <= rule.target) return [];
      return [error('ratioMinimum', code, `“${code}”的最低比例高于目标比例`)];
    }
    default:
      return assertNever(rule);
  }
}
