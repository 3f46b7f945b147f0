import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile as ReadableZip } from 'yauzl';
import { ZipFile } from 'yazl';
import { importFailure } from '../import-failure.ts';
import { LIMITS } from '../limits.ts';

/** Pictures, embedded files, macros: nothing of a table is in them. */
const NOT_READ = /(^|\/)(media|embeddings|pictures|thumbnails|printersettings|fonts)\/|vbaproject\.bin$/i;

export interface CleanZip {
  /** The same parts, stored without compression, their sizes proven. */
  readonly zip: Buffer;
  /** Is there a part of this name? */
  readonly has: (name: string) => boolean;
}

/**
 * Checks the declared sizes, then inflates what is needed of a .xlsx, .ods or .docx and packs it anew. The
 * libraries that follow inflate whatever is there, without limit; they see only parts whose size was checked.
 */
export async function cleanZip(bytes: Buffer): Promise<CleanZip> {
  const source = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
  const entries = await checkedEntries(source, bytes.length);
  const clean = new ZipFile();
  const names = new Set<string>();
  for (const entry of entries) {
    if (entry.fileName.endsWith('/') || NOT_READ.test(entry.fileName) || names.has(entry.fileName)) continue;
    const part = await buffer(await source.openReadStreamPromise(entry));
    if (entry.fileName === 'META-INF/manifest.xml' && part.includes('encryption-data')) throw encrypted();
    clean.addBuffer(part, entry.fileName, { compress: false });
    names.add(entry.fileName);
  }
  clean.end();
  return { zip: await buffer(clean.outputStream), has: (name) => names.has(name) };
}

async function checkedEntries(source: ReadableZip, packed: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  let total = 0;
  for await (const entry of source.eachEntry()) {
    entries.push(entry);
    total += entry.uncompressedSize;
    if (entry.isEncrypted()) throw encrypted();
    const bomb = total > LIMITS.honestBytes && total > packed * LIMITS.ratio;
    if (bomb || total > LIMITS.inflatedBytes || entries.length > LIMITS.parts) {
      throw importFailure(
        'import-bomb',
        `这份文件展开后至少有 ${Math.ceil(total / 2 ** 20)} MB、${entries.length} 个部分，超出了限度，没有展开。`,
      );
    }
  }
  return entries;
}

function encrypted() {
  return importFailure('import-encrypted', '这份文件设了打开密码，不能读取。');
}
