import {
  decodePath,
  encodePath,
  isAbsoluteUri,
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
import { unsafeWords } from './names.ts';
import type { BagSource, Findings, SourceFile } from './source.ts';

/** RFC 8493 2.4, and what node:crypto has in every runtime (Electron's knows fewer). */
const ALGORITHMS = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

/** RFC 8493 6.1.3: whoever reads what is not quite of the form has to say that it is not. */
const NOT_STRICT = '，内容照常核对；严格核验的 BagIt 程序不会通过';

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
    const text = decodeText(reader.encoding, bytes);
    if (!text.startsWith('\ufeff')) return text;
    // RFC 8493 2.3: a byte-order mark only where the encoding needs one. 0.97 says so as well, but it does no harm.
    const what = '开头有字节顺序标记（BOM），这种文字编码不应有';
    if (/^utf-?16$/iu.test(reader.encoding)) return text.slice(1);
    if (reader.version === '1.0') reader.findings.add('damaged', 'bom', file.path, what);
    else reader.findings.remark('bom', file.path, what);
    return text.slice(1);
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
 * "UTF-16BE". A byte-order mark stays in the text. Throws a TypeError where the bytes are not of the encoding.
 */
function decodeText(encoding: string, bytes: Buffer): string {
  const family = /^utf-?16(be|le)?$/iu.exec(encoding);
  const strict = { fatal: true, ignoreBOM: true };
  if (!family) return new TextDecoder(encoding, strict).decode(bytes);
  const stated = family[1]?.toLowerCase();
  const big =
    stated === undefined
      ? (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] !== 0)
      : stated === 'be';
  if (big && bytes.length % 2 !== 0) throw new TypeError('Half a character at the end');
  return new TextDecoder('utf-16le', strict).decode(big ? Buffer.from(bytes).swap16() : bytes);
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
    // RFC 8493 2.4: the algorithm in small letters.
    if (reader.version === '1.0' && file.path !== file.path.toLowerCase())
      findings.add('damaged', 'manifest-name', file.path, '清单的文件名应全部小写');
    // RFC 8493 2.1.3: each by another algorithm.
    const twin = manifests.find((each) => each.kind === kind && each.algorithm === algorithm);
    if (twin) {
      const what = `与 ${twin.name} 用的是同一种校验算法，一种算法只能有一份清单`;
      findings.add('damaged', 'manifest-name', file.path, what);
    }
    const lines = entries.map((line) => ({
      ...line,
      file: isUnsafePath(line.path) ? undefined : find(line.path, file.path),
    }));
    checkLines(reader, file.path, kind, lines);
    manifests.push({
      name: file.path,
      kind,
      algorithm,
      entries: lines.filter(({ path }) => !isUnsafePath(path)),
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
    .map(({ entries }) => new Set(entries.map(({ path }) => decodePath(path))));
  const { entries, wrong } = parseFetch(text);
  for (const line of wrong)
    findings.add('damaged', 'fetch-line', file.path, `有一行无法识别：${line.slice(0, 80)}`);
  for (const { url, path } of entries) {
    const isListed = path.startsWith('data/') && known.every((paths) => paths.has(decodePath(path)));
    if (isUnsafePath(path)) findings.add('unsafe', 'fetch-path', path, `fetch.txt 里的${unsafeWords(path)}`);
    else if (namesVariable(path)) findings.add('unsafe', 'fetch-path', path, 'fetch.txt 里的路径会指到包外');
    else if (version === '1.0' && !isListed) {
      findings.add('damaged', 'fetch-unlisted', path, 'fetch.txt 列出了它，但清单没有');
    }
    // RFC 8493 2.2.3.
    if (version === '1.0' && !isAbsoluteUri(url)) {
      findings.add('damaged', 'fetch-line', path, '它在 fetch.txt 里的下载地址不完整，或百分号的写法有误');
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
  lines: readonly (ManifestLine & { readonly file: SourceFile | undefined })[],
): void {
  const seen = new Set<SourceFile | string>();
  for (const { path, prefixed, file } of lines) {
    const payload = path.startsWith('data/');
    if (isUnsafePath(path)) findings.add('unsafe', 'manifest-path', path, `${name} 里的${unsafeWords(path)}`);
    else if (payload !== (kind === 'payload')) {
      findings.add('damaged', 'manifest-scope', path, `不应列在 ${name} 里`);
    } else if (kind === 'tag' && /^tagmanifest-[a-z0-9]+\.txt$/iu.test(path) && version === '1.0') {
      findings.add('damaged', 'manifest-scope', path, `不应列在 ${name} 里`);
    }
    if (prefixed) findings.remark('manifest-prefix', path, `${name} 里的路径带有多余的前缀${NOT_STRICT}`);
    if (seen.has(file ?? path)) {
      // RFC 8493 2.1.3: exactly once, in whatever spelling.
      if (version === '1.0') findings.add('damaged', 'manifest-twice', path, `在 ${name} 里出现两次`);
      else findings.remark('manifest-twice', path, `在 ${name} 里出现两次`);
    }
    seen.add(file ?? path);
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
    if (found) {
      if (version === '1.0' && encodePath(found.path).toLowerCase() !== path.toLowerCase())
        findings.remark('manifest-percent', path, `${manifest} 里的百分号没有写成 %25${NOT_STRICT}`);
      return found;
    }
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
