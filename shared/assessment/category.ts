import { allItems } from '../standard/places.ts';
import type { Standard } from '../standard/schema.ts';
import type { Unit } from './schema.ts';

/** Kinds of unit to choose from where the standard names none: the first four are of 郑依法行政领办〔2017〕36号 附件1–4. */
export const COMMON_CATEGORIES = [
  '县（市、区）政府',
  '派出机构',
  '市政府部门',
  '法律法规授权组织',
  '县（市、区）政府部门',
  '乡镇（街道）',
  '垂直管理和中央驻豫单位',
];

/** 单位类别 as it is shown and printed: of the standard, or as the unit wrote it; '' where it has none. */
export function categoryOf({ unitCategories }: Pick<Standard, 'unitCategories'>, unit: Unit): string {
  const { category, otherCategory = '' } = unit;
  return unitCategories.find(({ code }) => code === category)?.title ?? (otherCategory || category);
}

/** Why fewer items are listed than the standard has for every unit: none of its kinds is chosen. '' where that is no reason. */
export function unlistedWords(standard: Standard, { category }: Pick<Unit, 'category'>): string {
  const decides = allItems(standard).some(({ categories }) => categories.length > 0);
  const isKnown = standard.unitCategories.some(({ code }) => code === category);
  return decides && !isKnown ? '没有选择标准所列的单位类别，只列出各类单位共有的评分项' : '';
}

/** What the kind of unit decides under a standard, in one sentence; '' where it decides nothing. */
export function categoryHint(standard: Standard): string {
  const items = allItems(standard).some(({ categories }) => categories.length > 0);
  const gaps =
    allItems(standard).some(({ exemptCategories }) => exemptCategories.length > 0) ||
    standard.facts.some(({ notAskedOf }) => notAskedOf.length > 0);
  if (items) return `类别决定哪些评分项适用于本单位${gaps ? '，哪些可以作合理缺项' : ''}。`;
  return gaps ? '类别决定哪些评分项可以作合理缺项。' : '';
}
