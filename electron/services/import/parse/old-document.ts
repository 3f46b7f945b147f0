import { Readable } from 'node:stream';
import WordOleExtractor from 'word-extractor/lib/word-ole-extractor.js';
import { CFB } from 'xlsx';
import { importFailure } from '../import-failure.ts';
import { cleanText } from './table.ts';

interface Container {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly size: number; readonly content?: Uint8Array | readonly number[] }[];
}
// The library's types leave these as any.
const compound = CFB as { read(bytes: Buffer, options: { type: 'buffer' }): Container };

/** Of the FIB ([MS-DOC] 2.5): what begins it since Word 97, and two of its flags. */
const SINCE_97 = 0xa5ec;
const FLAGS_AT = 0x0a;
const ENCRYPTED = 0x0100;

/**
 * The text of a .doc since Word 97, or of the .wps of WPS that is built the same way: a line a paragraph or a cell, text boxes
 * at the end; no deleted text, no notes. Hidden text is among it: the library gives the
 * characters of a piece and nothing of how they look. The container is read by the library that reads sheets, which ends on
 * circles and lying sizes; word-extractor gets the streams alone.
 */
export async function oldDocumentText(bytes: Buffer): Promise<string> {
  const streamOf = streamsOf(compound.read(bytes, { type: 'buffer' }));
  const main = streamOf('WordDocument');
  if (main.length < 2 * FLAGS_AT || main.readUInt16LE(0) !== SINCE_97) {
    throw importFailure('import-old-word', '这份文件由 Word 95 或更早的版本保存，不能直接读取。');
  }
  if ((main.readUInt16LE(FLAGS_AT) & ENCRYPTED) !== 0) {
    throw importFailure('import-encrypted', '这份文件设了打开密码，不能读取。');
  }
  const extractor = new WordOleExtractor();
  try {
    await extractor.extractWordDocument({ stream: (name) => Readable.from([streamOf(name)]) }, main);
  } catch (error) {
    // Places beyond the end are RangeErrors too, and no matter of memory.
    throw isBeyondEnd(error) ? damaged(error) : error;
  }
  return wordsOf(extractor);
}

function streamsOf({ FullPaths, FileIndex }: Container): (name: string) => Buffer {
  return (name) => {
    // Those of an embedded document lie deeper.
    const at = FullPaths.findIndex((path) => path.split('/').slice(1).join('/') === name);
    const { size = 0, content } = FileIndex[at] ?? {};
    if (content === undefined || content.length < size) throw damaged();
    return Buffer.from(content);
  };
}

function wordsOf({ _pieces: pieces, _boundaries: counts }: WordOleExtractor): string {
  const all = pieces.map(({ text }) => text).join('');
  const { ccpText, ccpFtn, ccpHdd, ccpAtn, ccpEdn, ccpTxbx } = counts;
  if (all.length < ccpText) throw damaged();
  const boxesAt = ccpText + ccpFtn + ccpHdd + ccpAtn + ccpEdn;
  return [all.slice(0, ccpText), all.slice(boxesAt, boxesAt + ccpTxbx)]
    .flatMap((part) => shown(part).split('\n'))
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n');
}

/** What is shown of Word's characters ([MS-DOC] 2.4.1): of a field its result, marks of paragraphs and cells as line ends. */
function shown(text: string): string {
  return withoutCodes(text)
    .replaceAll(/[\r\v\f\u0007]/g, '\n')
    .replaceAll('\u001e', '\u2011');
}

/** \x13 code \x14 result \x15, nested; a code may hold fields of its own. */
function withoutCodes(text: string): string {
  const isCode: boolean[] = [];
  let hidden = 0;
  let result = '';
  for (const part of text.split(/([\u0013-\u0015])/)) {
    if (part === '\u0013') {
      isCode.push(true);
      hidden += 1;
    } else if (part === '\u0014' || part === '\u0015') {
      if (isCode.pop() === true) hidden -= 1;
      if (part === '\u0014') isCode.push(false);
    } else if (hidden === 0) result += part;
  }
  return result;
}

function isBeyondEnd(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_OUT_OF_RANGE' || code === 'ERR_BUFFER_OUT_OF_BOUNDS';
}

function damaged(cause?: unknown) {
  return importFailure('import-damaged', '这份文件不完整或已损坏，没有读完。', cause);
}
