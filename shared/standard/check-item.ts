import { duplicates, error, type StandardFinding, warning } from './finding.ts';
import { moduleOf } from './rules.ts';
import type { Item, Standard } from './schema.ts';

/** One item: its text, its categories, and whether its rule can give every score from 0 to full. */
export function checkItem(item: Item, standard: Standard): StandardFinding[] {
  const { code, criterion, fullScore, appliesTo = [], notApplicableFor = [], needs = [] } = item;
  const rule = moduleOf(item.rule);
  const findings: StandardFinding[] = [];
  if (criterion === '') findings.push(warning('emptyCriterion', code, `“${code}”没有写评分标准`));
  if (fullScore === 0) findings.push(warning('zeroItem', code, `“${code}”的满分为0，对总分没有作用`));
  const named = [
    ...appliesTo.map((category) => ['适用的', category] as const),
    ...notApplicableFor.map((category) => ['可以申报不适用的', category] as const),
  ];
  for (const [which, category] of named) {
    if (standard.unitCategories.some((known) => known.code === category)) continue;
    findings.push(
      error('unknownCategory', code, `“${code}”${which}单位类别“${category}”没有在 unitCategories 里列出`),
    );
  }
  for (const fact of needs) {
    if (standard.facts.some((known) => known.code === fact)) continue;
    findings.push(error('unknownFact', code, `“${code}”所需的职能“${fact}”没有在 facts 里列出`));
  }
  for (const option of duplicates(rule.options?.(item.rule).map((option) => option.code) ?? [])) {
    findings.push(error('duplicateOption', code, `“${code}”里的选项编号“${option}”重复`));
  }
  return [...findings, ...rule.check(item.rule, item)];
}
