import {
  decodePath,
  isUnsafePath,
  type ManifestLine,
  parseFetch,
  parseManifest,
} from '../../../shared/package/bag.ts';
import { TooLargeError } from '../files/foreign-json.ts';
import { ContentError, readWhole } from './contents.ts';
import {
  MANIFEST_LIMIT,
  MAX_LINE_BYTES,
  MAX_MANIFEST_LINES,
  MAX_MANIFESTS,
  type TextLimit,
} from './limits.ts';
import type { BagSource, Findings, SourceFile } from './source.ts';

/** RFC 8493 2.4, and what node:crypto has in every runtime (Electron's knows fewer). */
const ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

export interface Manifest {
  readonly name: string;
  readonly kind: 'payload' | 'tag';
  /** As node:crypto names it: "sha256". */
  readonly algorithm: string;
  readonly entries: readonly {
    readonly path: string;
    readonly checksum: string;
    readonly file: SourceFile | undefined;
  }[];
}

export interface TextReader {
  readonly source: BagSource;
  readonly findings: Findings;
  readonly signal: AbortSignal | undefined;
  /** BagIt version and tag file encoding, from bagit.txt. */
  readonly version: string;
  readonly encoding: string;
}

/**
 * A tag file as text in the bag's encoding; undefined, with a finding, where that is not possible or it is larger
 * than any honest one.
 */
export async function readTextFile(
  reader: TextReader,
  file: SourceFile,
  limit: TextLimit,
): Promise<string | undefined> {
  try {
    const bytes = await readWhole(reader.source, file, limit.bytes, reader.signal);
    if (!linesWithin(bytes, limit.lines)) throw new TooLargeError();
    if (isUtf8(reader.encoding) && bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) {
      // RFC 8493 2.3: no byte-order mark in UTF-8 tag files. Older versions did not say so.
      if (reader.version === '1.0')
        reader.findings.add('damaged', 'bom', file.path, '开头不应有字节顺序标记（BOM）');
      else reader.findings.remark('bom', file.path, '开头有字节顺序标记（BOM）');
    }
    return decodeText(reader.encoding, bytes);
  } catch (error) {
    if (error instanceof TooLargeError) {
      const what = `超过 ${limit.bytes / 2 ** 20} MB、${limit.lines} 行，或有一行过长，不像正常的推荐包，没有往下读`;
      reader.findings.add('unsafe', 'too-large', file.path, what);
    } else {
      if (!(error instanceof ContentError) && !(error instanceof TypeError)) throw error;
      reader.findings.add('damaged', 'unreadable', file.path, `无法按 ${reader.encoding} 读出文字`);
    }
    return undefined;
  }
}

/** True where a text has so many lines at most, none longer than MAX_LINE_BYTES. In UTF-16 half a character may look like a line's end. */
function linesWithin(bytes: Uint8Array, most: number): boolean {
  let lines = 0;
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) continue;
    if (at - start > MAX_LINE_BYTES) return false;
    start = at + 1;
    if (at < bytes.length) lines += 1;
  }
  return lines <= most;
}

/**
 * Text in any encoding that a bag may name. Of UTF-16 the byte-order mark decides, else where the zeros of ASCII
 * letters stand; a decoder of the web platform takes "UTF-16" for little-endian always, and not each knows
 * "UTF-16BE". Throws a TypeError where the bytes are not of the encoding.
 */
function decodeText(encoding: string, bytes: Buffer): string {
  const family = /^utf-?16(be|le)?$/iu.exec(encoding);
  if (!family) return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  const stated = family[1]?.toLowerCase();
  const big =
    stated === undefined
      ? (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] !== 0)
      : stated === 'be';
  if (big && bytes.length % 2 !== 0) throw new TypeError('Half a character at the end');
  return new TextDecoder('utf-16le', { fatal: true }).decode(big ? Buffer.from(bytes).swap16() : bytes);
}

/** Every manifest at the bag's root, each line led to its file. */
export async function readManifests(reader: TextReader): Promise<Manifest[]> {
  const { source, findings } = reader;
  const find = fileFinder(reader);
  const manifests: Manifest[] = [];
  let left = MAX_MANIFEST_LINES;
  let seen = 0;
  for (const file of source.files) {
    const match = /^(tag)?manifest-([a-z0-9]+)\.txt$/iu.exec(file.path);
    if (match?.[2] === undefined) continue;
    seen += 1;
    if (seen > MAX_MANIFESTS) {
      findings.add('unsafe', 'too-many', file.path, `清单超过 ${MAX_MANIFESTS} 份，没有往下读`);
      break;
    }
    const kind = match[1] === undefined ? 'payload' : 'tag';
    const algorithm = match[2].toLowerCase();
    const text = await readTextFile(reader, file, {
      ...MANIFEST_LIMIT,
      lines: Math.min(left, MANIFEST_LIMIT.lines),
    });
    if (text === undefined) continue;
    const { entries, wrong } = parseManifest(text);
    left -= entries.length + wrong.length;
    for (const line of wrong)
      findings.add('damaged', 'manifest-line', file.path, `有一行无法识别：${line.slice(0, 80)}`);
    if (!ALGORITHMS.includes(algorithm)) {
      findings.remark('algorithm', file.path, `不支持校验算法 ${algorithm}，未用它核对`);
      continue;
    }
    checkLines(reader, file.path, kind, entries);
    manifests.push({
      name: file.path,
      kind,
      algorithm,
      entries: entries
        .filter(({ path }) => !isUnsafePath(path))
        .map(({ path, checksum }) => ({ path, checksum, file: find(path, file.path) })),
    });
  }
  return manifests;
}

/** Paths that fetch.txt promises from elsewhere: the bag is incomplete while they are absent. */
export async function checkFetch(
  reader: TextReader,
  manifests: readonly Manifest[],
): Promise<ReadonlySet<string>> {
  const { source, findings, version } = reader;
  const promised = new Set<string>();
  const file = source.files.find(({ path }) => path === 'fetch.txt');
  const text = file && (await readTextFile(reader, file, MANIFEST_LIMIT));
  if (!file || text === undefined) return promised;
  const known = manifests
    .filter(({ kind }) => kind === 'payload')
    .map(({ entries }) => new Set(entries.map(({ path }) => path)));
  const { entries, wrong } = parseFetch(text);
  for (const line of wrong)
    findings.add('damaged', 'fetch-line', file.path, `有一行无法识别：${line.slice(0, 80)}`);
  for (const { path } of entries) {
    if (isUnsafePath(path) || namesVariable(path))
      findings.add('unsafe', 'fetch-path', path, 'fetch.txt 里的路径会指到包外');
    else if (version === '1.0' && !(path.startsWith('data/') && known.every((paths) => paths.has(path)))) {
      findings.add('damaged', 'fetch-unlisted', path, 'fetch.txt 列出了它，但清单没有');
    }
    promised.add(path);
  }
  return promised;
}

/** A path that some shell fills in: %HomeDrive%, $HOME. A manifest's %25, %0A and %0D are none. */
function namesVariable(path: string): boolean {
  return /%[A-Za-z_][\w()]*%|\$\{?[A-Za-z_]/u.test(path);
}

function checkLines(
  { findings, version }: TextReader,
  name: string,
  kind: Manifest['kind'],
  lines: readonly ManifestLine[],
): void {
  const seen = new Set<string>();
  for (const { path, prefixed } of lines) {
    const payload = path.startsWith('data/');
    if (isUnsafePath(path)) findings.add('unsafe', 'manifest-path', path, `${name} 里的路径会指到包外`);
    else if (payload !== (kind === 'payload')) {
      findings.add('damaged', 'manifest-scope', path, `不应列在 ${name} 里`);
    } else if (kind === 'tag' && /^tagmanifest-[a-z0-9]+\.txt$/iu.test(path) && version === '1.0') {
      findings.add('damaged', 'manifest-scope', path, `不应列在 ${name} 里`);
    }
    if (prefixed) findings.remark('manifest-prefix', path, `${name} 里的路径带有多余的前缀`);
    if (seen.has(path)) {
      // RFC 8493 2.1.3: exactly once.
      if (version === '1.0') findings.add('damaged', 'manifest-twice', path, `在 ${name} 里出现两次`);
      else findings.remark('manifest-twice', path, `在 ${name} 里出现两次`);
    }
    seen.add(path);
  }
}

/**
 * Leads a path of a manifest to its file. Some tools never percent-encoded, and some file systems decompose
 * names: the other spelling is tried where the right one leads nowhere.
 */
function fileFinder({
  source,
  findings,
  version,
}: TextReader): (path: string, manifest: string) => SourceFile | undefined {
  const exact = new Map(source.files.map((file) => [file.path, file]));
  const composed = new Map<string, SourceFile[]>();
  for (const file of source.files) {
    const key = file.path.normalize('NFC');
    composed.set(key, [...(composed.get(key) ?? []), file]);
  }
  return (path, manifest) => {
    const spellings = version === '1.0' ? [decodePath(path), path] : [path, decodePath(path)];
    const found = spellings.map((spelling) => exact.get(spelling)).find((file) => file !== undefined);
    if (found) return found;
    const [similar, other] = composed.get(decodePath(path).normalize('NFC')) ?? [];
    if (!similar || other) return undefined;
    findings.remark(
      'normalisation',
      similar.path,
      `文件名的 Unicode 写法与 ${manifest} 不同，内容按清单核对`,
    );
    return similar;
  };
}

function isUtf8(encoding: string): boolean {
  return /^utf-?8$/iu.test(encoding);
}
