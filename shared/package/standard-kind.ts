import { basisOf } from '../standard/basis.ts';
import { AUTHORITY_LABELS, type Standard } from '../standard/schema.ts';

/** 标准性质 on paper: an official text that nobody compared with its original says so. */
export function standardKind(standard: Standard): string {
  const label = AUTHORITY_LABELS[standard.authority];
  return standard.authority === basisOf(standard) ? label : `${label}（未与原件逐部分核对）`;
}
