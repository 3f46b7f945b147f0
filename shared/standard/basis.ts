import type { Authority, Standard } from './schema.ts';

/**
 * By what a score is given: an official standard that a person compared with its original, part by part; a reference
 * standard; or any other, an official text included that nobody has compared yet.
 */
export type Basis = Authority;

/** What is ticked one by one when a standard is compared with its original. */
export interface Part {
  /** Kept in the check record. */
  readonly key: string;
  readonly title: string;
  /** What was looked at when it was ticked. */
  readonly content: unknown;
}

/** The top-level sections, then the blocks outside the tree. */
export function partsOf({ sections, bonus, penalty, vetoes }: Standard): Part[] {
  return [
    ...sections.map((section) => ({
      key: `section ${section.code}`,
      title: `${section.code} ${section.title}`,
      content: section,
    })),
    ...(bonus ? [{ key: 'bonus', title: bonus.title, content: bonus }] : []),
    ...(penalty ? [{ key: 'penalty', title: penalty.title, content: penalty }] : []),
    ...(vetoes.length > 0 ? [{ key: 'vetoes', title: '一票否决', content: vetoes }] : []),
  ];
}

/** The parts that nobody has ticked. */
export function uncheckedParts(standard: Standard): Part[] {
  const ticked = new Set(standard.check?.parts);
  return partsOf(standard).filter(({ key }) => !ticked.has(key));
}

/** 正式验收标准 is what was entered with its 文号 and ticked part by part; everything else gives no official verdict. */
export function basisOf(standard: Standard): Basis {
  const { authority, check } = standard;
  if (authority !== 'official') return authority;
  const isChecked =
    check !== undefined &&
    check.documentNumber !== '' &&
    check.checkedBy !== '' &&
    uncheckedParts(standard).length === 0;
  return isChecked ? 'official' : 'custom';
}

/** "按参考标准": how everything begins that is said of a score without an official standard; '' with one. */
export function byWords(standard: Standard): string {
  const basis = basisOf(standard);
  if (basis === 'official') return '';
  if (basis === 'reference') return '按参考标准';
  return standard.authority === 'official' ? '按未核对的标准' : '按自定义标准';
}

export type LineName = '推荐分数线' | '自查参考线';

/** What 90 is called: a recommendation has a line by an official standard alone. */
export function lineName(standard: Standard): LineName {
  return basisOf(standard) === 'official' ? '推荐分数线' : '自查参考线';
}

/** A 推荐包 is made by an official standard; by any other one it is for checking oneself. */
export function packageName(standard: Standard): '推荐包' | '自查包' {
  return basisOf(standard) === 'official' ? '推荐包' : '自查包';
}
