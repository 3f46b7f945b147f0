import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { MadeFile } from '../../../shared/contract/contract.ts';
import { fileStamp } from '../base/clock.ts';
import { safeFileName } from '../../../shared/values/file-names.ts';
import { guarded } from '../base/failures.ts';
import type { HostContext } from '../handlers.ts';
import { replaceFile } from './files.ts';

/** Puts a file into 导出 under a name that says when it was made; answers its token. `ending` with the dot. */
export async function makeFile(
  { assessments, exports, now }: HostContext,
  name: string,
  ending: string,
  data: string | Uint8Array,
): Promise<MadeFile> {
  const folder = await assessments.exportsFolder();
  const stem = [...safeFileName(name)].slice(0, 60).join('').trim();
  const path = join(folder, `${stem}-${fileStamp(now())}${ending}`);
  const bytes = await guarded({ action: '导出', effect: '没有导出，其他内容没有改动。' }, async () => {
    await replaceFile(path, data);
    return (await stat(path)).size;
  });
  const fileName = basename(path);
  return { token: exports.offer({ path, fileName, bytes }), fileName, folder: dirname(path), bytes };
}
