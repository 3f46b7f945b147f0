import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../../../shared/values/errors.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { guarded } from '../base/failures.ts';
import { MACHINE_SHEET } from './form/machine-sheet.ts';
import { type FormRead, readForm } from './form/read-form.ts';
import { importFailure } from './import-failure.ts';
import { LIMITS } from './limits.ts';
import { type ReadRequest, readReplySchema } from './reader-messages.ts';
import { spawnNodeReader, type SpawnReader } from './spawn-reader.ts';

export interface ReaderOptions {
  readonly signal?: AbortSignal | undefined;
  /** How the reading process is started; absent: as a child of Node. The desktop door brings Electron's own way. */
  readonly spawnReader?: SpawnReader | undefined;
}

/**
 * Every table of a spreadsheet (.xlsx, .xls, .et, .ods, .csv, tab-separated), Word document (.docx) or saved page
 * (.html), recognised by content. The file is read in a process of its own with bounded memory and time, and
 * nothing in it is executed, evaluated or fetched. Throws a UserError for any file that gives no table; AbortError
 * where cancelled.
 */
export async function readSourceTables(path: string, options: ReaderOptions = {}): Promise<SourceTable[]> {
  return (await readImportFile(path, options)).tables;
}

export interface ImportFile {
  readonly tables: SourceTable[];
  /** The standard itself, where the file is a workbook of this program: exported, or the template filled in. */
  readonly form?: FormRead;
}

/** As `readSourceTables`; a workbook that this program wrote is recognised. Throws besides for one filled in wrongly. */
export async function readImportFile(path: string, options: ReaderOptions = {}): Promise<ImportFile> {
  const { size } = await guarded(
    { action: '读取要导入的文件', effect: '没有导入任何内容。' },
    async () => await stat(path),
  );
  if (size === 0) throw importFailure('import-empty', '这份文件是空的（0 字节）。');
  if (size > LIMITS.fileBytes) {
    throw importFailure(
      'import-too-big',
      `这份文件有 ${inMiB(size)} MB，超过 ${inMiB(LIMITS.fileBytes)} MB。`,
    );
  }
  const tables = await ask({ kind: 'file', path: resolve(path) }, options);
  const form = readForm(tables, path);
  return { tables: tables.filter(({ name }) => !name.startsWith(MACHINE_SHEET)), ...(form ? { form } : {}) };
}

/** The tables of a page or of the clipboard's HTML (from Word, WPS or a browser). Throws as `readSourceTables`. */
export async function readHtmlTables(html: string, options: ReaderOptions = {}): Promise<SourceTable[]> {
  requireLength(html);
  return ask({ kind: 'html', html }, options);
}

/** The one table of pasted plain text, its cells separated by tabs. Throws as `readSourceTables`. */
export async function readPastedText(text: string, options: ReaderOptions = {}): Promise<SourceTable[]> {
  requireLength(text);
  return ask({ kind: 'text', text }, options);
}

function requireLength({ length }: string): void {
  if (length > LIMITS.characters) throw importFailure('import-too-big', '粘贴的内容太多，不像一张评分表。');
}

function inMiB(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}

/** One process per request: whatever a file does to it ends with it. */
async function ask(request: ReadRequest, { signal, spawnReader = spawnNodeReader }: ReaderOptions) {
  signal?.throwIfAborted();
  const reader = spawnReader();
  let timer: NodeJS.Timeout | undefined;
  const stop = new AbortController();
  try {
    const answer = await new Promise<unknown>((resolve, reject) => {
      reader.once('message', resolve);
      reader.once('error', reject);
      reader.once('exit', () =>
        reject(importFailure('import-memory', '读取这份文件时程序意外中断，可能是内存不够。')),
      );
      timer = setTimeout(
        () =>
          reject(
            importFailure('import-timeout', `读取这份文件用了 ${LIMITS.milliseconds / 1000} 秒还没有完成。`),
          ),
        LIMITS.milliseconds,
      );
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { signal: stop.signal });
      reader.send({ request, heapMiB: LIMITS.heapMiB });
    });
    const reply = readReplySchema.parse(answer);
    if (!reply.ok) throw new UserError(reply.failure);
    return [...reply.tables];
  } finally {
    clearTimeout(timer);
    stop.abort();
    reader.kill();
  }
}
