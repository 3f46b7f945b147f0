import * as z from 'zod';
import { zhCN } from 'zod/locales';
import type { DocumentKind } from '../../../shared/document.ts';
import { badInput, UserError } from '../../../shared/values/errors.ts';

/**
 * The edit as the host will read it, blanks trimmed: so both make the same of it. A UserError, the host's own, where the
 * kind's schema refuses it.
 */
export function fittingEdit<Edit>(
  { edit: schema }: Pick<DocumentKind<never, Edit, never>, 'edit'>,
  edit: Edit,
): Edit {
  const read = z.safeEncode(schema, edit, { error: zhCN().localeError });
  if (!read.success) throw new UserError(badInput(read.error.issues[0]?.message ?? ''));
  return schema.parse(read.data);
}
