import { opendir } from 'node:fs/promises';

/** A name by its bytes; undefined where they are not of the encoding. */
export function decodeName(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** How a name that is not in UTF-8 reads to a user: an archiver left it that took GBK for something else. */
export function shownName(bytes: Buffer): string {
  return decodeName(bytes, 'gb18030') ?? bytes.toString('utf8');
}

/** What is said beside it. */
export const SHOWN_AS = '（多半是解压时认错了编码，这里按 GBK 显示）';

interface Names {
  readonly names: readonly string[];
  /** Names that are not in UTF-8: they lead to no file by any text. */
  readonly unreadable: readonly Buffer[];
}

/** Names of what lies in a folder, in order; undefined where there is more than `most`. */
export async function namesIn(folder: string, most: number): Promise<Names | undefined> {
  const names: string[] = [];
  const unreadable: Buffer[] = [];
  // The types know no bytes here.
  for await (const { name } of await opendir(folder, { encoding: 'buffer' as BufferEncoding })) {
    if (names.length + unreadable.length >= most) return undefined;
    const bytes = Buffer.from(name);
    const text = decodeName(bytes, 'utf-8');
    if (text === undefined) unreadable.push(bytes);
    else names.push(text);
  }
  return { names: names.sort(), unreadable: unreadable.sort((a, b) => a.compare(b)) };
}
