import { importFailure } from '../import-failure.ts';

/** Text of a file that does not say its encoding: byte order mark, UTF-16, UTF-8, then GB18030 (GBK, GB2312). */
export function decodeText(bytes: Buffer): string {
  return decode(bytes, []);
}

/** A page may name its encoding, or whatever holds it (`charset`); one that is valid UTF-8 is UTF-8 whatever it says. */
export function decodePage(bytes: Buffer, charset?: string): string {
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.toString('latin1', 0, 4096));
  return decode(
    bytes,
    [named?.[1], charset].filter((name) => name !== undefined),
  );
}

function decode(bytes: Buffer, named: readonly string[]): string {
  const marked = encodingOfMark(bytes) ?? unmarkedUtf16(bytes);
  for (const encoding of marked === undefined ? ['utf-8', ...named, 'gb18030'] : [marked]) {
    const text = tryDecode(bytes, encoding);
    if (text !== undefined && !text.includes('\0')) return text;
  }
  throw importFailure('import-other-kind', '认不出这份文件的文字编码，它可能不是表格文件。');
}

function encodingOfMark([first, second, third]: Buffer): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** Commas, digits and line ends have a zero byte in UTF-16, on one side of each pair; few (一, 最) have one on the other. */
function unmarkedUtf16(bytes: Buffer): string | undefined {
  let more = 0;
  for (const [index, byte] of bytes.subarray(0, 4096).entries()) {
    if (byte === 0) more += index % 2 === 0 ? -1 : 1;
  }
  if (more > 0) return 'utf-16le';
  return more < 0 ? 'utf-16be' : undefined;
}

function tryDecode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // RangeError: no such encoding. TypeError: not valid in it.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
