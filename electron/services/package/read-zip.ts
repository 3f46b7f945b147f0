import { close, open as openFile, read as readFile, type Stats } from 'node:fs';
import { open, type FileHandle, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import yauzl, { type Entry, type LocalFileHeader, type ZipFile } from 'yauzl';
import { isUnsafePath } from '../../../shared/package/bag.ts';
import { readAhead } from '../files/read-ahead.ts';
import { isBomb, isJunk, MAX_EXTRAS_BYTES, MAX_FILES, MAX_NAMES_BYTES, MAX_TOTAL_BYTES } from './limits.ts';
import { decodeName } from '../files/names-in.ts';
import { unsafeWords } from './names.ts';
import { type BagSource, type Findings, markOf, type SourceFile } from './source.ts';

interface ZipFileEntry extends SourceFile {
  readonly entry: Entry;
}

const [openAt, readAt, closeAt] = [promisify(openFile), promisify(readFile), promisify(close)];

/**
 * Reads the directory of a ZIP and checks everything that can be checked before inflating: paths, links,
 * duplicate names, encryption, declared sizes, local headers, bytes that belong to nothing. `ours`: the file's
 * end says that this program made it, so that a broken directory means damage, not a foreign file.
 */
export async function readZip(
  path: string,
  { stats, ours }: { stats: Stats; ours: boolean },
  findings: Findings,
): Promise<BagSource> {
  const isUnchanged = async (): Promise<boolean> => markOf(await stat(path)) === markOf(stats);
  const broken = (): BagSource => ({
    files: [],
    rootName: '',
    hasPayloadFolder: false,
    comment: '',
    read: refuse,
    isUnchanged,
    close: () => undefined,
  });
  // Not by a FileHandle: yauzl closes the file.
  const file = await openAt(path, 'r');
  let zip: ZipFile;
  try {
    zip = await yauzl.fromFdPromise(file, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
  } catch (error) {
    await closeAt(file);
    if (isSystem(error)) throw error;
    if (ours || (await startsAsZip(path))) {
      findings.add('damaged', 'zip-broken', '', '压缩包不完整或已损坏，可能没有传完');
    } else findings.add('not-a-package', 'not-a-zip', '', '既不是 ZIP 压缩包，也不是解开的推荐包文件夹');
    return broken();
  }
  try {
    const start = Number(zip.readEntryCursor);
    const entries = await readEntries(zip, findings);
    const end = Number(zip.readEntryCursor);
    const places = await checkPlaces(zip, entries, { start, end, size: stats.size }, findings);
    const read = async (buffer: Buffer, at: number): Promise<number> =>
      (await readAt(file, buffer, 0, buffer.length, at)).bytesRead;
    checkSizes(entries, findings);
    return {
      ...withoutRoot(entries, findings),
      // A Buffer, whatever the types say: with decodeStrings off, yauzl decodes nothing.
      comment: Buffer.from(zip.comment).toString('latin1'),
      read: ({ entry }: ZipFileEntry, most = Infinity) => {
        const start = places.get(entry);
        if (start === undefined || entry.compressionMethod !== 0) return inflated(zip, entry);
        return readAhead(read, { start, end: start + Math.min(entry.compressedSize, most) });
      },
      isUnchanged,
      close: () => {
        zip.close();
      },
    };
  } catch (error) {
    zip.close();
    if (isSystem(error)) throw error;
    findings.add('damaged', 'zip-broken', '', '压缩包的文件目录已损坏');
    return broken();
  }
}

/** Reads the central directory; unsafe and unreadable entries are named and left out. Directories keep their "/". */
async function readEntries(zip: ZipFile, findings: Findings): Promise<ZipFileEntry[]> {
  const entries: ZipFileEntry[] = [];
  const seen = new Set<string>();
  let names = 0;
  let extras = 0;
  for await (const entry of zip.eachEntry()) {
    names += entry.fileNameLength;
    extras += entry.extraFieldLength + entry.fileCommentLength;
    if (entries.length >= MAX_FILES || names > MAX_NAMES_BYTES || extras > MAX_EXTRAS_BYTES) {
      findings.add('unsafe', 'too-many', '', `压缩包里的文件超过 ${MAX_FILES} 个，或文件名、附注长得不正常`);
      break;
    }
    const { name, uncertain } = entryName(entry);
    if (isUnsafePath(name) || name.includes('\\') || name.split('/').includes('.') || name.includes('//')) {
      findings.add('unsafe', 'path', name, `${unsafeWords(name)}，不能解压`);
    } else if (isLink(entry)) findings.add('unsafe', 'link', name, '是链接或特殊文件，不能解压');
    else if (seen.has(name)) findings.add('unsafe', 'duplicate', name, '同名文件在压缩包里出现两次');
    else if (name.endsWith('/') && entry.uncompressedSize > 0) {
      findings.add('unsafe', 'path', name, '名为文件夹，里面却藏有内容');
    } else if (entry.isEncrypted()) {
      findings.add('unsupported', 'encrypted', name, '已加密，无法核验；请交回未加密的推荐包');
    } else if (!entry.canDecodeFileData()) {
      findings.add('unsupported', 'method', name, '用了本程序不支持的压缩方法；请重新导出推荐包');
    }
    seen.add(name);
    entries.push({
      path: name,
      bytes: entry.uncompressedSize,
      crc32: entry.crc32,
      nameUncertain: uncertain,
      entry,
    });
  }
  return entries;
}

async function* inflated(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  try {
    for await (const piece of stream) yield piece as Buffer;
  } finally {
    stream.destroy();
  }
}

/**
 * Local headers agree with the directory; entries don't overlap; nothing lies before, between or after them. Answers
 * where the content of each begins, as far as its header can be read.
 */
async function checkPlaces(
  zip: ZipFile,
  entries: readonly ZipFileEntry[],
  directory: { start: number; end: number; size: number },
  findings: Findings,
): Promise<Map<Entry, number>> {
  const places = new Map<Entry, number>();
  let reached = 0;
  let last: Entry | undefined;
  const checkGap = (next: number, path: string): void => {
    const gap = next - reached;
    // After the data of a streamed entry: CRC and sizes, with or without signature, of 4 or 8 bytes each.
    const descriptor =
      last !== undefined && (last.generalPurposeBitFlag & 8) !== 0 && [12, 16, 20, 24].includes(gap);
    if (gap < 0) findings.add('unsafe', 'overlap', path, '与压缩包里的另一个文件重叠');
    else if (gap > 0 && !descriptor && last === undefined) {
      findings.add('damaged', 'prepended', '', `压缩包开头多出 ${gap} 字节`);
    } else if (gap > 0 && !descriptor) findings.remark('gap', path, `它前面有 ${gap} 字节不属于任何文件`);
  };
  const byPlace = [...entries].sort(
    (a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader,
  );
  for (const { path, entry } of byPlace) {
    const header = await localHeader(zip, entry);
    if (!header || differs(entry, header)) {
      findings.add('damaged', 'header', path, '文件头与压缩包目录不一致');
    }
    if (header) places.set(entry, header.fileDataStart);
    checkGap(entry.relativeOffsetOfLocalHeader, path);
    reached = (header?.fileDataStart ?? entry.relativeOffsetOfLocalHeader + 30) + entry.compressedSize;
    last = entry;
  }
  checkGap(directory.start, '');
  const rest = directory.size - directory.end - zip.comment.length;
  // End record alone, or after ZIP64 end record and locator.
  if (rest !== 22 && rest !== 98) findings.add('damaged', 'trailing', '', '压缩包目录之后有多余字节');
  return places;
}

async function localHeader(zip: ZipFile, entry: Entry): Promise<LocalFileHeader | undefined> {
  try {
    return await zip.readLocalFileHeaderPromise(entry);
  } catch (error) {
    if (isSystem(error)) throw error;
    return undefined;
  }
}

function differs(entry: Entry, header: LocalFileHeader): boolean {
  if (!header.fileName.equals(entry.fileNameRaw) || header.compressionMethod !== entry.compressionMethod)
    return true;
  if (((header.generalPurposeBitFlag ^ entry.generalPurposeBitFlag) & 1) !== 0) return true;
  if ((header.generalPurposeBitFlag & 8) !== 0) return false;
  const same = (local: number, central: number): boolean => local === central || local === 0xffffffff;
  return (
    header.crc32 !== entry.crc32 ||
    !same(header.compressedSize, entry.compressedSize) ||
    !same(header.uncompressedSize, entry.uncompressedSize)
  );
}

function checkSizes(entries: readonly ZipFileEntry[], findings: Findings): void {
  let bytes = 0;
  let compressed = 0;
  for (const { path, entry } of entries) {
    bytes += entry.uncompressedSize;
    compressed += entry.compressedSize;
    if (isBomb('entry', entry.compressedSize, entry.uncompressedSize)) {
      findings.add('unsafe', 'bomb', path, '声明的大小远超压缩后的大小，疑似压缩炸弹');
    } else if (entry.compressionMethod === 0 && entry.compressedSize !== entry.uncompressedSize) {
      findings.add('damaged', 'size', path, '声明的大小与实际不符');
    }
  }
  if (bytes > MAX_TOTAL_BYTES || isBomb('total', compressed, bytes)) {
    findings.add('unsafe', 'bomb', '', '展开后的总大小超出允许范围');
  }
}

/** Paths below the bag's root: the folder of the bagit.txt that lies highest. */
function withoutRoot(
  entries: readonly ZipFileEntry[],
  findings: Findings,
): Pick<BagSource, 'files' | 'rootName' | 'hasPayloadFolder'> {
  const roots = entries
    .filter(({ path }) => /(^|\/)bagit\.txt$/u.test(path) && !isJunk(path))
    .map(({ path }) => ({ path: path.slice(0, -'bagit.txt'.length), depth: path.split('/').length - 1 }))
    .sort((a, b) => a.depth - b.depth);
  const [{ path: root, depth } = { path: '', depth: 0 }, second] = roots;
  if (second?.depth === depth && roots.length > 0) {
    findings.add('unsupported', 'several-bags', '', '一个压缩包里有多个推荐包，请分开提交');
  }
  if (roots.length > 0 && depth !== 1) {
    findings.remark('root', root, '重新压缩时改变了最外层文件夹，不影响内容');
  }
  const files: SourceFile[] = [];
  let hasPayloadFolder = false;
  for (const file of entries) {
    const inside = file.path.startsWith(root);
    const path = file.path.slice(root.length);
    if (inside && path.startsWith('data/')) hasPayloadFolder = true;
    if (file.path.endsWith('/')) continue;
    if (inside) files.push({ ...file, path });
    else if (isJunk(file.path)) findings.remark('system-file', file.path, '是操作系统自动生成的文件，已忽略');
    else findings.add('damaged', 'outside', file.path, '不在推荐包的文件夹里');
  }
  return { files, rootName: root.split('/').at(-2) ?? '', hasPayloadFolder };
}

/**
 * The name of an entry. Without the UTF-8 flag it may be UTF-8 all the same (macOS), GBK (Chinese Windows) or
 * code page 437; a backslash is looked for after decoding, because it can be half of a GBK character.
 */
function entryName(entry: Entry): { name: string; uncertain: boolean } {
  const { generalPurposeBitFlag: flags, fileNameRaw: raw, extraFields } = entry;
  const stated = (flags & 0x800) !== 0 || extraFields.some(({ id }) => id === 0x7075);
  const byForm = yauzl.getFileNameLowLevel(flags, raw, extraFields, true);
  if (stated || raw.every((byte) => byte < 0x80)) return { name: byForm, uncertain: false };
  return { name: decodeName(raw, 'utf-8') ?? decodeName(raw, 'gb18030') ?? byForm, uncertain: true };
}

/** Unix and macOS entries carry a file type; anything but a plain file or a folder must not be unpacked. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const system = versionMadeBy >> 8;
  const type = (externalFileAttributes >>> 16) & 0xf000;
  return (system === 3 || system === 19) && type !== 0 && type !== 0x8000 && type !== 0x4000;
}

async function startsAsZip(path: string): Promise<boolean> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    return head.equals(Buffer.from([0x50, 0x4b, 3, 4]));
  } finally {
    await handle?.close();
  }
}

/** An error of the machine (EIO, EACCES), as against one that yauzl found in the file. */
function isSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function refuse(): never {
  throw new Error('This package cannot be read');
}
