import { inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile as ReadableZip } from 'yauzl';
import { importFailure } from '../import-failure.ts';
import { LIMITS } from '../limits.ts';
import { type StoredZip, storedZip } from './stored-zip.ts';

/** Pictures, embedded files, macros: nothing of a table is in them. */
const NOT_READ = /(^|\/)(media|embeddings|pictures|thumbnails|printersettings|fonts)\/|vbaproject\.bin$/i;

/**
 * Checks the declared sizes, then inflates what is needed of a .xlsx, .ods or .docx and packs it anew. The
 * libraries that follow inflate whatever is there, without limit; they see only parts whose size was checked.
 */
export async function cleanZip(bytes: Buffer): Promise<StoredZip> {
  const source = await fromBufferPromise(bytes, { lazyEntries: true });
  const entries = await checkedEntries(source, bytes.length);
  const kept = new Map<string, { readonly entry: Entry; readonly start: number }>();
  for (const entry of entries) {
    const { fileName: name } = entry;
    if (name.endsWith('/') || NOT_READ.test(name) || kept.has(name)) continue;
    kept.set(name, { entry, start: (await source.readLocalFileHeaderPromise(entry)).fileDataStart });
  }
  // Part by part into the one buffer: the parts of a large sheet must not stand in memory twice.
  const clean = storedZip(
    [...kept].map(([name, { entry, start }]) => ({
      name,
      size: entry.uncompressedSize,
      content: () => inflated(entry, bytes.subarray(start, start + entry.compressedSize)),
    })),
  );
  if (clean.part('META-INF/manifest.xml')?.includes('encryption-data')) throw encrypted();
  return clean;
}

/** Throws for a part that is not as large as it says; no more than that is inflated. */
function inflated({ compressionMethod, uncompressedSize }: Entry, packed: Buffer): Buffer {
  const content = compressionMethod === 0 ? packed : inflate(packed, uncompressedSize);
  if (content.length !== uncompressedSize) throw new Error('a part has another size than it says');
  return content;
}

function inflate(packed: Buffer, size: number): Buffer {
  try {
    // One chunk for all of it, which then need not be put together.
    return inflateRawSync(packed, { maxOutputLength: size + 1, chunkSize: size + 64 });
  } catch (error) {
    throw new Error('a part cannot be inflated', { cause: error });
  }
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
