import { isUnchecked } from './basis.ts';
import { AUTHORITY_LABELS, type Standard } from './schema.ts';

/** 正式标准, 参考标准（非官方）, …; an official text that nobody has compared with its original says so. */
export function authorityName(standard: Standard): string {
  return `${AUTHORITY_LABELS[standard.authority]}${isUnchecked(standard) ? '（未与原件逐部分核对）' : ''}`;
}

/** What the standard is, in one line; a reference or custom standard is never left unnamed. */
export function authorityLine(standard: Standard): string {
  return [authorityName(standard), standard.statement].filter((part) => part !== '').join('：');
}
