import mammoth from 'mammoth';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';
import { importFailure } from '../import-failure.ts';
import { parsePage } from './page.ts';
import type { StoredZip } from './stored-zip.ts';
import { plainDocument } from './word/plain-document.ts';

/**
 * The tables of a .docx, merged cells as spans, numbers of lists as text. Deleted text of tracked changes, comments
 * and pictures are left out.
 */
export async function parseDocument(document: StoredZip): Promise<SourceTable[]> {
  const { value } = await mammoth.convertToHtml(
    { buffer: plainDocument(document) },
    {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      ignoreEmptyParagraphs: true,
    },
  );
  const tables = parsePage(value);
  if (tables.length === 0) throw importFailure('import-no-table', '这份 Word 文档里没有表格。');
  return tables;
}
