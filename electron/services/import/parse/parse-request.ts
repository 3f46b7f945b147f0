import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';
import { UserError } from '../../../../shared/values/errors.ts';
import { isCancellation, isSystemError, toFailure } from '../../base/failures.ts';
import { importFailure } from '../import-failure.ts';
import type { Hidden, ReadReply, ReadRequest } from '../reader-messages.ts';
import { decodePage, decodeText } from './decode.ts';
import { parseDelimited } from './delimited.ts';
import { kindOf } from './kind.ts';
import type { StoredZip } from './stored-zip.ts';
import { cleanZip } from './zip.ts';

/** What the reading process answers: the text or the tables of one request, at least one, or why there are none. */
export async function answerRequest(request: ReadRequest): Promise<ReadReply> {
  try {
    return { ok: true, ...(await parseRequest(request)) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

type Prose = { readonly text: string; readonly hidden: Hidden; readonly margins: Hidden };
type Read = { readonly tables: SourceTable[] } | Prose;

/** Throws UserErrors only. */
async function parseRequest(request: ReadRequest): Promise<Read> {
  try {
    if (request.kind === 'prose') return await textOfFile(request);
    const tables = await tablesOf(request);
    if (tables.length === 0) throw importFailure('import-no-table', '没有找到表格。');
    return { tables };
  } catch (error) {
    if (error instanceof UserError || isCancellation(error) || isSystem(error)) throw error;
    // A string or an array beyond what the engine can hold, or nesting beyond its stack.
    if (error instanceof RangeError) {
      throw importFailure('import-memory', '这份文件的内容太多或嵌套太深，没有读完。', error);
    }
    throw importFailure('import-damaged', '这份文件不完整或已损坏，没有读完。', error);
  }
}

// Loading the library of one kind takes longer than most files.
const parseDocument = async (zip: StoredZip) => (await import('./document.ts')).parseDocument(zip);
const documentText = async (zip: StoredZip) => (await import('./document.ts')).documentText(zip);
const oldDocumentText = async (bytes: Buffer) => (await import('./old-document.ts')).oldDocumentText(bytes);
const parsePage = async (html: string) => (await import('./page.ts')).parsePage(html);
const pagesOfMht = async (bytes: Buffer) => (await import('./mht.ts')).pagesOfMht(bytes);
const parseSheets = async (bytes: Buffer, zip?: StoredZip) =>
  (await import('./sheets.ts')).parseSheets(bytes, zip);

async function tablesOf(request: Exclude<ReadRequest, { kind: 'prose' }>): Promise<SourceTable[]> {
  switch (request.kind) {
    case 'html':
      return parsePage(request.html);
    case 'text':
      return parseDelimited(request.text, ['\t']);
    case 'file':
      return tablesOfFile(request.path);
  }
}

async function tablesOfFile(path: string): Promise<SourceTable[]> {
  const source = await openFile(path);
  switch (source.kind) {
    case 'document':
      return parseDocument(source.zip);
    case 'sheets':
      return parseSheets(source.bytes, source.zip);
    case 'old-document':
      throw importFailure(
        'import-old-word',
        '这份文件是旧版 Word 或 WPS 文字文档（.doc、.wps），不是表格文件。',
      );
    case 'page':
      return parsePage(source.text);
    case 'mht':
      return tablesOfPages(await pagesOfMht(source.bytes));
    case 'text':
      return parseDelimited(source.text, [',', '\t', ';']);
  }
}

/** One table after another, each under a number of its own. */
async function tablesOfPages(pages: readonly string[]): Promise<SourceTable[]> {
  const tables: SourceTable[] = [];
  for (const page of pages) tables.push(...(await parsePage(page)));
  return tables.map((table, index) => {
    const number = String(index + 1);
    return { ...table, id: number, name: table.name.replace(/^表\d+/u, `表${number}`) };
  });
}

async function textOfFile({ path, name }: { path: string; name: string }): Promise<Prose> {
  const ending = extname(name).toLowerCase();
  const source = await openFile(path, ending);
  // What says that it is text is: a tag in it is quoted.
  const isText = source.kind === 'text' || (source.kind === 'page' && ending === '.txt');
  if (isText && ending === '.docx') {
    throw importFailure('import-damaged', '这份文件叫 .docx，内容却不是 Word 文档，可能已损坏。');
  }
  if (isText) return { text: source.text, hidden: 'none', margins: 'none' };
  if (source.kind === 'document') {
    const { text, hasHidden, hasMargins } = await documentText(source.zip);
    return { text, hidden: hasHidden ? 'leftOut' : 'none', margins: hasMargins ? 'leftOut' : 'none' };
  }
  if (source.kind === 'old-document') {
    return { text: await oldDocumentText(source.bytes), hidden: 'unknown', margins: 'unknown' };
  }
  throw importFailure('import-other-kind', '这份文件不是 Word 文档，也不是文本文件。');
}

type OpenFile =
  | { readonly kind: 'document'; readonly zip: StoredZip }
  | { readonly kind: 'sheets'; readonly bytes: Buffer; readonly zip?: StoredZip }
  | { readonly kind: 'old-document' | 'mht'; readonly bytes: Buffer }
  | { readonly kind: 'page' | 'text'; readonly text: string };

/** In a function of its own, so that nothing holds the packed or undecoded bytes while a library reads. */
async function openFile(path: string, ending = extname(path).toLowerCase()): Promise<OpenFile> {
  const bytes = await readFile(path);
  const kind = kindOf(bytes, ending);
  switch (kind) {
    case 'zip': {
      const zip = await cleanZip(bytes);
      const has = (name: string) => zip.part(name) !== undefined;
      if (has('word/document.xml')) return { kind: 'document', zip };
      if (has('xl/workbook.xml') || has('xl/workbook.bin') || has('content.xml')) {
        return { kind: 'sheets', bytes: zip.bytes, zip };
      }
      throw importFailure(
        'import-other-kind',
        '这份文件是压缩包或其他程序的文件，不是表格，也不是 Word 文档。',
      );
    }
    case 'sheets':
      return { kind, bytes };
    case 'old-document':
    case 'mht':
      return { kind, bytes };
    case 'page':
      return { kind, text: decodePage(bytes) };
    case 'text':
      return { kind, text: decodeText(bytes) };
  }
}

function isSystem(error: unknown): boolean {
  return isSystemError(error, 'ENOENT', 'EACCES', 'EPERM', 'EBUSY', 'EIO', 'EISDIR');
}
