import mammoth from 'mammoth';
import { parse } from 'parse5';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';
import { importFailure } from '../import-failure.ts';
import { parsePage } from './page.ts';
import { textOf } from './page-text.ts';
import type { StoredZip } from './stored-zip.ts';
import { cleanText } from './table.ts';
import { plainDocument } from './word/plain-document.ts';

/**
 * The tables of a .docx, merged cells as spans, numbers of lists as text. Deleted text of tracked changes, comments
 * and pictures are left out.
 */
export async function parseDocument(document: StoredZip): Promise<SourceTable[]> {
  const tables = parsePage(await pageOf(plainDocument(document).bytes));
  if (tables.length === 0) throw importFailure('import-no-table', '这份 Word 文档里没有表格。');
  return tables;
}

export interface DocumentText {
  readonly text: string;
  /** Whether hidden text was left out. */
  readonly hasHidden: boolean;
}

/**
 * The same document as text: a line a paragraph, its number before it, text boxes and cells of tables as lines of their own,
 * without what Word does not show.
 */
export async function documentText(document: StoredZip): Promise<DocumentText> {
  const { bytes, hasHidden } = plainDocument(document, { shownOnly: true });
  const text = textOf(parse(await pageOf(bytes)))
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n');
  return { text, hasHidden };
}

async function pageOf(buffer: Buffer): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { buffer },
    {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      ignoreEmptyParagraphs: true,
    },
  );
  return value;
}
