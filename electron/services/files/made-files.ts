import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { MadeFile } from '../../../shared/contract/contract.ts';
import { safeFileName } from '../../../shared/values/file-names.ts';
import { fileStamp } from '../base/clock.ts';
import { guarded } from '../base/failures.ts';
import type { ExportedFile, FileTokens } from '../base/file-tokens.ts';
import type { DataFolder } from './data-folder.ts';
import { replaceFile } from './files.ts';
import { workName } from './work-names.ts';

/** What makes files for the user: where they go, and the tokens by which the interface may name them. */
export interface FileMaker {
  readonly data: Pick<DataFolder, 'exports'>;
  readonly exports: FileTokens<ExportedFile>;
  readonly now: () => Date;
}

interface Wish {
  /** Characters of the name that are kept. */
  readonly longest?: number;
  /** Between the name and the time. */
  readonly separator?: '-' | '_';
  readonly doing?: { readonly action: string; readonly effect: string };
}

const EXPORTING = { action: '导出', effect: '没有导出，其他内容没有改动。' };

/** Puts a file into 导出 under a name that says when it was made; answers its token. `ending` with the dot. */
export async function makeFile(
  { data, exports, now }: FileMaker,
  name: string,
  ending: string,
  content: string | Uint8Array,
  { longest = 60, separator = '-', doing = EXPORTING }: Wish = {},
): Promise<MadeFile> {
  const folder = await data.exports();
  const stem = [...safeFileName(name)].slice(0, longest).join('').trim();
  const path = join(folder, `${stem}${separator}${fileStamp(now())}${ending}`);
  const bytes = await guarded(doing, async () => {
    await replaceFile(path, content, { temporary: join(folder, workName('part')) });
    return (await stat(path)).size;
  });
  return offerMade({ exports }, path, bytes);
}

/** What the interface gets for a file that was made. `bytes`: its size. */
export function offerMade({ exports }: Pick<FileMaker, 'exports'>, path: string, bytes: number): MadeFile {
  const fileName = basename(path);
  return { token: exports.offer({ path, fileName, bytes }), fileName, folder: dirname(path), bytes };
}
