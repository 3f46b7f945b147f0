import { lineName } from './basis.ts';
import { add, compare, fraction, type Fraction, multiply, showFraction } from '../values/fraction.ts';
import { showPoints } from '../values/points.ts';
import { checkItem } from './check-item.ts';
import { duplicates, error, type StandardFinding, warning } from './finding.ts';
import type { Standard } from './schema.ts';
import { adjustmentsOf, allCodes, allItems, allSections, appliesTo, placesOf } from './places.ts';

/** Everything that is wrong with a standard that its schema already accepts, errors first. */
export function checkStandard(standard: Standard): StandardFinding[] {
  const findings = [
    ...checkHead(standard),
    ...checkCodes(standard),
    ...checkWeights(standard),
    ...allItems(standard).flatMap(({ item }) => checkItem(item, standard)),
    ...checkOutsideTheTree(standard),
    ...checkSums(standard),
    ...checkStars(standard),
  ];
  return findings.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

function checkHead(standard: Standard): StandardFinding[] {
  const { authority, statement, documentNumber, fullScore, passScore, notApplicable } = standard;
  const findings: StandardFinding[] = [];
  const items = allItems(standard);
  if (items.length === 0) findings.push(error('noItems', '', '标准里没有评分项，请至少添加一项'));
  if (fullScore === 0) findings.push(error('noFullScore', '', '标准的总分为0，请填写总分'));
  if (passScore > fullScore) {
    const [pass, full] = [showPoints(passScore), showPoints(fullScore)];
    findings.push(
      error('passAboveFull', '', `${lineName(standard)}${pass}分高于总分${full}分，任何单位都达不到`),
    );
  }
  if (authority === 'reference' && statement === '') {
    findings.push(
      error('referenceWithoutStatement', '', '参考标准须有一句说明（statement），写明它不是官方标准'),
    );
  }
  if (authority === 'official' && documentNumber === '') {
    findings.push(warning('officialWithoutNumber', '', '正式标准没有文号，请填写'));
  }
  const nothingMarked = items.every(({ item }) => !item.notApplicableWhen);
  if (notApplicable.rule !== 'forbidden' && notApplicable.scope === 'marked' && nothingMarked) {
    findings.push(
      warning('notApplicableUnmarked', '', '标准允许“不适用”，但没有一项写明不适用的情形，因此都不能申报'),
    );
  }
  return findings;
}

function checkCodes(standard: Standard): StandardFinding[] {
  return [
    ...duplicates(allCodes(standard)).map((code) =>
      error('duplicateCode', code, `编号“${code}”重复：评分项、加分、减分项和一票否决的编号不能相同`),
    ),
    ...duplicates(allSections(standard.sections).map(({ code }) => code)).map((code) =>
      error('duplicateSectionCode', code, `指标编号“${code}”重复，请改成不同的编号`),
    ),
    ...duplicates(standard.unitCategories.map(({ code }) => code)).map((code) =>
      error('duplicateCategory', code, `单位类别“${code}”重复，请改成不同的编号`),
    ),
  ];
}

function checkWeights({ sections }: Standard): StandardFinding[] {
  const nested = sections
    .flatMap((section) => allSections(section.sections))
    .filter(({ weight }) => weight !== undefined)
    .map(({ code }) => error('nestedWeight', code, `“${code}”是下级指标，权重只能写在一级指标上`));
  const missing = sections.filter(({ weight }) => weight === undefined);
  if (missing.length === sections.length) return nested;
  if (missing.length > 0) {
    return [
      ...nested,
      ...missing.map(({ code }) =>
        error('weightMissing', code, `“${code}”没有权重：一级指标要么都写权重，要么都不写`),
      ),
    ];
  }
  const sum = sections.reduce((total, { weight = 0 }) => total + weight, 0);
  if (sum === 10_000) return nested;
  return [...nested, warning('weightSum', '', `一级指标的权重合计${showPoints(sum)}%，不是100%`)];
}

/** Bonus, penalty and veto entries. */
function checkOutsideTheTree(standard: Standard): StandardFinding[] {
  return [
    ...adjustmentsOf(standard).flatMap(({ code, entry }) =>
      duplicates(entry.options.map((option) => option.code)).map((option) =>
        error('duplicateOption', code, `“${code}”的情形编号“${option}”重复`),
      ),
    ),
    ...placesOf(standard)
      .filter(({ kind, criterion }) => kind !== 'item' && criterion === '')
      .map(({ code }) => warning('emptyCriterion', code, `“${code}”没有写评分标准`)),
  ];
}

/** Declared full scores against the sums of what applies, for each category of unit where that differs. */
function checkSums(standard: Standard): StandardFinding[] {
  const items = allItems(standard);
  const byCategory = items.some(({ item }) => item.appliesTo);
  const categories = byCategory ? standard.unitCategories : [{ code: '', title: '' }];
  return categories.flatMap(({ code: category, title }) => {
    const where = byCategory ? `（单位类别：${title}）` : '';
    const applicable = items.filter(({ item }) => appliesTo(item, category));
    const sumBelow = (code?: string) =>
      applicable
        .filter(({ path }) => code === undefined || path.some((section) => section.code === code))
        .reduce((total, { item }) => total + item.fullScore, 0);

    const findings = allSections(standard.sections).flatMap(({ code, fullScore }) => {
      const sum = sumBelow(code);
      // A section that says nothing to this category of unit is not wrong for it.
      if (fullScore === undefined || sum === fullScore || (sum === 0 && byCategory)) return [];
      const [is, declared] = [showPoints(sum), showPoints(fullScore)];
      return [warning('sectionSum', code, `“${code}”各项合计${is}分，标明的是${declared}分${where}`)];
    });

    const weighted = standard.sections.some(({ weight }) => weight !== undefined);
    const total: Fraction = weighted
      ? standard.sections
          .map(({ code, weight = 0 }) => multiply(fraction(sumBelow(code)), fraction(weight, 10_000)))
          .reduce(add)
      : fraction(sumBelow());
    if (compare(total, fraction(standard.fullScore)) !== 0) {
      const how = weighted ? '各指标按权重合计' : '各项合计';
      const [is, declared] = [showFraction(total), showPoints(standard.fullScore)];
      findings.push(warning('totalSum', '', `${how}${is}分，标准的总分是${declared}分${where}`));
    }
    return findings;
  });
}

/** More stars for more points; the order in the file does not matter. */
function checkStars({ starBands = [], fullScore }: Standard): StandardFinding[] {
  const bands = [...starBands].sort((a, b) => a.from - b.from);
  const rising = bands.every((band, i) => {
    const lower = bands[i - 1];
    return !lower || (band.from > lower.from && band.stars > lower.stars);
  });
  const findings = rising ? [] : [error('starBands', '', '星级起始分有误：星级越高，起始分应越高')];
  const top = bands.at(-1);
  if (top && top.from > fullScore) {
    findings.push(warning('starUnreachable', '', `${top.stars}星的起始分高于总分，不靠加分达不到`));
  }
  return findings;
}
