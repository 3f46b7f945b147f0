import { resolve } from 'node:path';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { askReader, type ReaderOptions, requireSize } from './ask-reader.ts';
import { MACHINE_SHEET } from './form/machine-sheet.ts';
import { type FormRead, readForm } from './form/read-form.ts';
import { importFailure } from './import-failure.ts';
import { LIMITS } from './limits.ts';
import type { ReadRequest } from './reader-messages.ts';
import { inWordsOfTable } from './table-words.ts';

/**
 * Every table of a spreadsheet (.xlsx, .xls, .et, .ods, .csv, tab-separated), Word document (.docx) or saved page
 * (.html), recognised by content. The file is read in a process of its own with bounded memory and time, and
 * nothing in it is executed, evaluated or fetched. Throws a UserError for any file that gives no table; AbortError
 * where cancelled. Its words are those of any table: a standard is read by `readImportFile`.
 */
export async function readSourceTables(path: string, options: ReaderOptions = {}): Promise<SourceTable[]> {
  try {
    return (await readImportFile(path, options)).tables;
  } catch (error) {
    throw inWordsOfTable(error);
  }
}

export interface ImportFile {
  readonly tables: SourceTable[];
  /** The standard itself, where the file is a workbook of this program: exported, or the template filled in. */
  readonly form?: FormRead;
}

/** As `readSourceTables`; a workbook that this program wrote is recognised. Throws besides for one filled in wrongly. */
export async function readImportFile(path: string, options: ReaderOptions = {}): Promise<ImportFile> {
  await requireSize(path);
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

async function ask(request: ReadRequest, options: ReaderOptions): Promise<SourceTable[]> {
  const answer = await askReader(request, options);
  return 'tables' in answer ? [...answer.tables] : [];
}
