import type { Assessment } from '../assessment/schema.ts';
import { AUTHORITY_LABELS, type Authority } from '../standard/schema.ts';
import type { Desk } from './schema.ts';

/** How a package's standard stands to the desk's, by their content (`contentText`), never by their bytes. */
export interface StandardMatch {
  /** SHA-256 of the content of the package's. */
  readonly content: string;
  readonly isSame: boolean;
  /** The desk compared it with its original, and the unit has not: what it handed in calls itself no 推荐包. */
  readonly onlyDeskChecked?: boolean;
  /** What the two are, where they differ in that alone: a copy that a unit made for itself of an official text. */
  readonly onlyAuthority?: { readonly own: Authority; readonly desk: Authority };
}

/** How every remark about another standard begins, whichever version of the program wrote it. */
export const STANDARD_REMARK = '所用标准';

/** Of a 自查包 by the desk's own text: kept with the receipt, so that the row says it as well. */
export const SELF_CHECK_REMARK =
  '这是自查包，不是推荐材料：参评单位还没有把标准与原件逐部分核对，请其核对后导出推荐包';

/** Why a package's standard is not the desk's, without a full stop; '' where it is. Pure. */
export function standardRemark(
  { isSame, onlyAuthority }: StandardMatch,
  { standard: { id, edition } }: Pick<Assessment, 'standard'>,
  { standard }: Pick<Desk, 'standard'>,
): string {
  if (isSame) return '';
  if (onlyAuthority) {
    const { own, desk } = onlyAuthority;
    return `${STANDARD_REMARK}的内容与核验台相同，但它是${AUTHORITY_LABELS[own]}，核验台用的是${AUTHORITY_LABELS[desk]}`;
  }
  return id === standard.id && edition === standard.edition
    ? `${STANDARD_REMARK}的名称和版本与核验台相同，内容却不同`
    : `${STANDARD_REMARK}是“${id}（${edition}）”，核验台是“${standard.id}（${standard.edition}）”`;
}
