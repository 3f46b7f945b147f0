import type { Failure } from '../../../shared/values/errors.ts';
import { absent } from './absent.ts';
import { conflictNotices } from './conflict-copies.ts';
import { documentFile, type StoredKind } from './document-file.ts';

/** Reads the document of a folder without a lock and without changing anything. Throws a UserError where it cannot. */
export async function readDocument<Value extends object>(
  kind: StoredKind<Value>,
  folder: string,
): Promise<{ value: Value; notices: Failure[] }> {
  const found = await documentFile(kind, folder, () => new Date()).find();
  if (!found) throw await absent(kind, folder);
  const recovered = found.recovered ? [kind.words.recovered] : [];
  return { value: found.value, notices: [...recovered, ...(await conflictNotices(folder, kind.file))] };
}
