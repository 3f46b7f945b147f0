import { CFB } from 'xlsx';
import { importFailure, pdfFailure, pictureFailure } from '../import-failure.ts';
import { decodeText } from './decode.ts';

// The library's types leave these two as any.
const compound = CFB as { read(bytes: Buffer, options: { type: 'buffer' }): { FullPaths: string[] } };

/** What a file is by its content; endings lie (an .xls is often a page, an .xlsx a renamed .doc). */
export type Kind = 'zip' | 'sheets' | 'old-document' | 'page' | 'mht' | 'text';

const PICTURE = '图片';
const PDF = 'PDF';
const OTHERS: readonly (readonly [start: string, name: string])[] = [
  ['%PDF', PDF],
  ['{\\rtf', ' RTF 文档'],
  ['\x89PNG', PICTURE],
  ['\xff\xd8\xff', PICTURE],
  ['GIF8', PICTURE],
  ['BM', PICTURE],
  ['II*\0', PICTURE],
  ['MM\0*', PICTURE],
  ['Rar!', '压缩包'],
  ["7z\xbc\xaf'\x1c", '压缩包'],
  ['\x1f\x8b', '压缩包'],
];
const PLAIN_TEXT = ['.csv', '.tsv', '.txt'];

/** What a .docx and a .doc begin with. */
const CONTAINERS = ['PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'];

/** `ending`: lower case, with the dot. Throws a UserError for what cannot hold a readable table or text. */
export function kindOf(bytes: Buffer, ending: string): Kind {
  const start = bytes.toString('latin1', 0, 4096);
  const isCut = start.length > 1 && CONTAINERS.some((magic) => magic !== start && magic.startsWith(start));
  if (isCut && !PLAIN_TEXT.includes(ending)) {
    throw importFailure('import-damaged', '这份文件只有开头几个字节，不完整或已损坏。');
  }
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip';
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return kindOfCompound(bytes);
  // A bare stream of BIFF2 to BIFF4.
  if (start[0] === '\x09' && ['\x00', '\x02', '\x04'].includes(start[1] ?? '')) return 'sheets';
  const text = words(start);
  if (/^mime-version:/i.test(text) || (/\.mht(ml)?$/.test(ending) && /^(from|content-type):/im.test(text))) {
    return 'mht';
  }
  // Text that merely begins with two or three such letters ("BM01,…") is text.
  if (!PLAIN_TEXT.includes(ending)) {
    const other = OTHERS.find(([magic]) => start.startsWith(magic));
    if (other) {
      if (other[1] === PDF) throw pdfFailure();
      const message = `这份文件是${other[1]}，不是表格，也不是 Word 文档。`;
      throw other[1] === PICTURE ? pictureFailure(message) : importFailure('import-other-kind', message);
    }
  }
  if (ending === '.json' || isJson(text, bytes)) throw json(text);
  if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) return 'sheets';
  if (/^\s*<(!doctype|html|head|body|table|meta|style|div|!--)/i.test(text)) return 'page';
  if (/\.html?$/.test(ending) || /<(table|html)[\s>]/i.test(text)) return 'page';
  return 'text';
}

/** Brackets may begin a row of text as well: only the whole tells. */
function isJson(start: string, bytes: Buffer): boolean {
  if (!/^\s*(\{\s*["}]|\[\s*[[{"\d\]])/.test(start)) return false;
  try {
    JSON.parse(decodeText(bytes));
    return true;
  } catch {
    return false;
  }
}

function json(start: string) {
  const isStandard = /"(fullScore|passScore|edition)"\s*:/.test(start);
  return importFailure(
    'import-other-kind',
    isStandard
      ? '这份文件是标准文件（.json），不是表格；要导入这份标准，请先把它导出为 Excel（.xlsx）。'
      : '这份文件是数据文件（JSON），不是表格。',
  );
}

/** The beginning without byte order mark; of UTF-16 the letters alone. */
function words(start: string): string {
  return start.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');
}

/** Compound files ([MS-CFB]): old Excel and WPS sheets, old Word documents, anything with a password. */
function kindOfCompound(bytes: Buffer): Kind {
  const streams = compound
    .read(bytes, { type: 'buffer' })
    .FullPaths.map((path) => path.split('/').pop() ?? '');
  const has = (...names: string[]) => streams.some((stream) => names.includes(stream));
  if (has('EncryptedPackage')) throw importFailure('import-encrypted', '这份文件设了打开密码，不能读取。');
  if (has('Workbook', 'Book')) return 'sheets';
  if (has('WordDocument')) {
    return 'old-document';
  }
  if (has('MatOST')) {
    throw importFailure(
      'import-works',
      '这份文件是微软 Works 的文档（也叫 .wps），不是 WPS 文字文档，不能读取。',
    );
  }
  throw importFailure('import-other-kind', '这份文件不是表格，也不是 Word 文档。');
}
