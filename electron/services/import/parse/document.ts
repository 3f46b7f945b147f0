import mammoth from 'mammoth';
import { parse } from 'parse5';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';
import { importFailure } from '../import-failure.ts';
import { parsePage } from './page.ts';
import { textOf } from './page-text.ts';
import { marginDoubt, marginWords } from './margins.ts';
import type { StoredZip } from './stored-zip.ts';
import { cleanText } from './table.ts';
import { plainDocument } from './word/plain-document.ts';

/**
 * The tables of a .docx, merged cells as spans, numbers of lists as text. Deleted text of tracked changes and pictures are
 * left out; so are comments and what Word does not show, which is told.
 */
export async function parseDocument(document: StoredZip): Promise<SourceTable[]> {
  const { bytes, hasHidden } = plainDocument(document, { shownOnly: true });
  const [first, ...others] = parsePage(await pageOf(bytes));
  if (!first) throw importFailure('import-no-table', '这份 Word 文档里没有表格。');
  const hasComments = document.part('word/comments.xml')?.includes('<w:comment ') ?? false;
  // Mammoth takes them as accepted.
  const body = document.part('word/document.xml');
  const hasChanges = CHANGES.some((mark) => body?.includes(mark));
  const margin = marginIn(document);
  const told = [
    ...(margin === '' ? [] : [marginDoubt(margin)]),
    ...(hasChanges
      ? ['这份文档里有没有接受的修订，按全部接受后的文字读取；要按原文的请在 Word 或 WPS 里拒绝修订，再导入']
      : []),
    ...(hasHidden ? ['这份文档里有隐藏的文字，没有读取；要用的请在 Word 或 WPS 里取消隐藏，再导入'] : []),
    ...(hasComments ? ['这份文档里有批注，没有读取；批注里有要求的请自行核对'] : []),
  ];
  if (told.length === 0) return [first, ...others];
  const doubts = [...told.map((text) => ({ row: -1, column: -1, text })), ...(first.doubts ?? [])];
  return [{ ...first, doubts }, ...others];
}

const CHANGES = ['ins', 'del', 'moveFrom', 'moveTo'].flatMap((name) => [`<w:${name} `, `<w:${name}>`]);

export interface DocumentText {
  readonly text: string;
  /** Whether hidden text was left out. */
  readonly hasHidden: boolean;
  /** Whether a header or footer says more than a page's number. */
  readonly hasMargins: boolean;
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
  return { text, hasHidden, hasMargins: marginIn(document) !== '' };
}

/** What the first header or footer says that holds more than a page's number; '' where none does. */
function marginIn({ names, part }: StoredZip): string {
  const texts = names
    .filter((name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name))
    .map((name) => String(part(name)).replace(/(<w:instrText[^>]*>)[^<]*/gu, '$1'))
    .map((xml) => marginWords(xml.replace(/<[^>]*>/gu, '')));
  return texts.find((text) => text !== '') ?? '';
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
