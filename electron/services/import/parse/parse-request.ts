import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';
import { UserError } from '../../../../shared/values/errors.ts';
import { isCancellation, isSystemError, toFailure } from '../../base/failures.ts';
import { importFailure } from '../import-failure.ts';
import type { ReadReply, ReadRequest } from '../reader-messages.ts';
import { decodePage, decodeText } from './decode.ts';
import { parseDelimited } from './delimited.ts';
import { kindOf } from './kind.ts';
import { cleanZip } from './zip.ts';

/** What the reading process answers: the tables of one request, at least one, or why there are none. */
export async function answerRequest(request: ReadRequest): Promise<ReadReply> {
  try {
    return { ok: true, tables: await parseRequest(request) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

/** Throws UserErrors only. */
async function parseRequest(request: ReadRequest): Promise<SourceTable[]> {
  try {
    const tables = await tablesOf(request);
    if (tables.length === 0) throw importFailure('import-no-table', '没有找到表格。');
    return tables;
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
const parseDocument = async (zip: Buffer) => (await import('./document.ts')).parseDocument(zip);
const parsePage = async (html: string) => (await import('./page.ts')).parsePage(html);
const parseSheets = async (bytes: Buffer) => (await import('./sheets.ts')).parseSheets(bytes);

async function tablesOf(request: ReadRequest): Promise<SourceTable[]> {
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
  const bytes = await readFile(path);
  const kind = kindOf(bytes, extname(path).toLowerCase());
  switch (kind) {
    case 'zip': {
      const { zip, has } = await cleanZip(bytes);
      if (has('word/document.xml')) return parseDocument(zip);
      if (has('xl/workbook.xml') || has('xl/workbook.bin') || has('content.xml')) return parseSheets(zip);
      throw importFailure(
        'import-other-kind',
        '这份文件是压缩包或其他程序的文件，不是表格，也不是 Word 文档。',
      );
    }
    case 'sheets':
      return parseSheets(bytes);
    case 'page':
      return parsePage(decodePage(bytes));
    case 'text':
      return parseDelimited(decodeText(bytes), [',', '\t', ';']);
  }
}

function isSystem(error: unknown): boolean {
  return isSystemError(error, 'ENOENT', 'EACCES', 'EPERM', 'EBUSY', 'EIO', 'EISDIR');
}
