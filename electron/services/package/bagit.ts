import { parseDeclaration, parseTags, READABLE_VERSIONS, type Tag } from '../../../shared/package/bag.ts';
import { ContentError, digest, isWrongContent, readWhole } from './contents.ts';
import { DECLARATION_BYTES, isJunk, TAGS_LIMIT } from './limits.ts';
import { checkFetch, type Manifest, readManifests, readTextFile, type TextReader } from './manifests.ts';
import { checkNames } from './names.ts';
import type { TaskOptions } from './progress.ts';
import type { BagSource, Findings, SourceFile } from './source.ts';

export interface CheckedBag {
  /** From bagit.txt. */
  readonly version: string;
  readonly encoding: string;
  readonly tags: readonly Tag[];
  /** Every readable file's SHA-256, by its path in the manifest where it has one, composed (NFC). */
  readonly hashes: ReadonlyMap<string, string>;
  /** SHA-256 of everything that a payload manifest lists, whether it is there or not. */
  readonly listed: ReadonlySet<string>;
  /** Every file by the path that its manifest gives it, composed (NFC); of them the payload. */
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly payload: ReadonlyMap<string, SourceFile>;
}

export interface BagOptions extends TaskOptions {
  readonly bagOnly: boolean;
}

/** RFC 8493 3: is the bag complete and valid? Findings say what is not; undefined where there is no bag to judge. */
export async function checkBag(
  whole: BagSource,
  options: BagOptions,
  findings: Findings,
  read: (bytes: number) => void,
): Promise<CheckedBag | undefined> {
  const reader = await readDeclaration(whole, options, findings);
  if (!reader) return undefined;
  checkNames(whole, options.bagOnly, findings);
  if (!whole.hasPayloadFolder) findings.add('damaged', 'no-payload', 'data', '缺少 data 文件夹');

  const manifests = await readManifests(reader);
  // The declaration is fine and the manifests are what they are: too many of them, or too large to be read.
  if (findings.has('too-many')) return undefined;
  if (!manifests.some(({ kind }) => kind === 'payload')) {
    // Named already where it is there but of an unknown algorithm.
    const unknown = findings.has('algorithm');
    // Too large to be read, and named so: nothing more can be said of it.
    if (findings.has('too-large')) return undefined;
    const what = unknown ? '没有本程序支持的内容清单' : '缺少内容清单（manifest-sha256.txt）';
    findings.add(unknown ? 'unsupported' : 'damaged', 'no-manifest', '', what);
    return undefined;
  }
  const source = options.bagOnly ? whole : withoutJunk(whole, manifests, findings);
  const promised = await checkFetch(reader, manifests);
  const tags = await readTags(reader);

  const algorithms = [...new Set(['sha256', ...manifests.map(({ algorithm }) => algorithm)])];
  const digests = new Map<SourceFile, Map<string, string>>();
  for (const file of source.files) {
    try {
      digests.set(file, await digest(source, file, algorithms, options.signal, read));
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      if (error.kind === 'larger')
        findings.add('unsafe', 'bomb', file.path, '展开后比声明的大，疑似压缩炸弹');
      else findings.add('damaged', 'unreadable', file.path, '内容已损坏，读不出来');
    }
  }
  const names = compare(reader, manifests, digests, promised, options);
  checkOxum(source, tags, reader);
  const nameOf = (file: SourceFile): string => (names.get(file) ?? file.path).normalize('NFC');
  const files = source.files.map((file) => [nameOf(file), file] as const);
  return {
    version: reader.version,
    encoding: reader.encoding,
    tags,
    listed: new Set(
      manifests
        .filter(({ kind, algorithm }) => kind === 'payload' && algorithm === 'sha256')
        .flatMap(({ entries }) => entries.map(({ checksum }) => checksum)),
    ),
    hashes: new Map([...digests].map(([file, all]) => [nameOf(file), all.get('sha256') ?? ''])),
    files: new Map(files),
    payload: new Map(files.filter(([path]) => path.startsWith('data/'))),
  };
}

async function readDeclaration(
  source: BagSource,
  { signal }: BagOptions,
  findings: Findings,
): Promise<TextReader | undefined> {
  const file = source.files.find(({ path }) => path === 'bagit.txt');
  if (!file) {
    findings.add('not-a-package', 'no-bagit', 'bagit.txt', '里面没有这个文件，不符合推荐包的格式');
    return undefined;
  }
  const bytes = await readWhole(source, file, DECLARATION_BYTES, signal).catch((error: unknown) => {
    if (isWrongContent(error)) return undefined;
    throw error;
  });
  // ignoreBOM keeps a byte-order mark in the text, where the form then refuses it (RFC 8493 2.1.1).
  const declaration = bytes && parseDeclaration(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  if (!declaration) {
    findings.add('damaged', 'declaration', 'bagit.txt', '内容不符合规定的两行格式');
    return undefined;
  }
  if (!READABLE_VERSIONS.includes(declaration.version)) {
    findings.add('unsupported', 'version', 'bagit.txt', `不支持 BagIt ${declaration.version} 版`);
    return undefined;
  }
  try {
    new TextDecoder(declaration.encoding);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    findings.add('unsupported', 'encoding', 'bagit.txt', `不支持文字编码 ${declaration.encoding}`);
    return undefined;
  }
  return { source, findings, signal, ...declaration };
}

async function readTags(reader: TextReader): Promise<Tag[]> {
  const names = ['bag-info.txt', ...(reader.version < '0.96' ? ['package-info.txt'] : [])];
  const file = reader.source.files.find(({ path }) => names.includes(path));
  const text = file && (await readTextFile(reader, file, TAGS_LIMIT));
  if (!file || text === undefined) return [];
  const { tags, wrong } = parseTags(text, reader.version);
  for (const line of wrong)
    reader.findings.add('damaged', 'tag-line', file.path, `有一行无法识别：${line.slice(0, 80)}`);
  return tags;
}

/**
 * A package never holds such files: someone's computer added them. One that a manifest lists was put there on
 * purpose, and a foreign bag may have any.
 */
function withoutJunk(source: BagSource, manifests: readonly Manifest[], findings: Findings): BagSource {
  const listed = new Set(manifests.flatMap(({ entries }) => entries.map(({ file }) => file)));
  const junk = new Set(source.files.filter((file) => isJunk(file.path) && !listed.has(file)));
  for (const { path } of junk) findings.remark('system-file', path, '是操作系统自动生成的文件，已忽略');
  return { ...source, files: source.files.filter((file) => !junk.has(file)) };
}

/** Compares every manifest with what is there. Returns the manifest's name of each file that is listed. */
function compare(
  { findings, version }: TextReader,
  manifests: readonly Manifest[],
  digests: ReadonlyMap<SourceFile, ReadonlyMap<string, string>>,
  promised: ReadonlySet<string>,
  { bagOnly }: BagOptions,
): Map<SourceFile, string> {
  const names = new Map<SourceFile, string>();
  const rename = bagOnly ? () => undefined : byContent(manifests, digests);
  const missing = new Set<string>();
  const listedIn = new Map<SourceFile, Set<Manifest>>();
  for (const manifest of manifests) {
    for (const entry of manifest.entries) {
      const file = entry.file ?? rename(manifest, entry);
      if (!file) {
        if (missing.has(entry.path)) continue;
        missing.add(entry.path);
        const why = promised.has(entry.path)
          ? '没有随包提供，要从别处下载（fetch.txt）'
          : '清单里有，包里没有';
        findings.add('damaged', 'missing', entry.path, why);
        continue;
      }
      if (!entry.file) {
        findings.remark('renamed', entry.path, '重新压缩时文件名走了样，已按内容认出，内容完好');
        names.set(file, entry.path);
      }
      listedIn.set(file, (listedIn.get(file) ?? new Set()).add(manifest));
      const actual = digests.get(file)?.get(manifest.algorithm);
      // A file that could not be read has been named already.
      if (actual !== undefined && actual !== entry.checksum) {
        findings.add('damaged', 'changed', file.path, `内容与清单 ${manifest.name} 不符，已被改动或损坏`);
      }
    }
  }
  const payloadManifests = manifests.filter(({ kind }) => kind === 'payload');
  for (const file of digests.keys()) {
    const listed = listedIn.get(file) ?? new Set();
    if (file.path.startsWith('data/')) {
      const lacking = payloadManifests.filter((manifest) => !listed.has(manifest));
      // Before 1.0 one manifest was enough (RFC 8493 3).
      if (lacking.length === 0 || (version !== '1.0' && lacking.length < payloadManifests.length)) continue;
      const names = lacking.map(({ name }) => name).join('、');
      findings.add('damaged', 'unlisted', file.path, `不在清单 ${names} 里`);
    } else checkTagFile(file, listed, manifests, { bagOnly, version }, findings);
  }
  return names;
}

function checkTagFile(
  { path }: SourceFile,
  listed: ReadonlySet<Manifest>,
  manifests: readonly Manifest[],
  { bagOnly, version }: { bagOnly: boolean; version: string },
  findings: Findings,
): void {
  if (/^tagmanifest-[a-z0-9]+\.txt$/iu.test(path)) return;
  const lacking = manifests.filter((manifest) => manifest.kind === 'tag' && !listed.has(manifest));
  if (lacking.length === 0) return;
  const names = lacking.map(({ name }) => name).join('、');
  // RFC 8493 2.2.1: tag manifests must list every payload manifest; the other tag files only should be listed.
  const mustBeListed = version === '1.0' && /^manifest-[a-z0-9]+\.txt$/iu.test(path);
  if (!bagOnly || mustBeListed) findings.add('damaged', 'unlisted', path, `不在清单 ${names} 里`);
}

/**
 * Finds a file whose name an archiver garbled by what is in it: only names whose encoding is uncertain. The same
 * path leads to the same file in every manifest; in proportion to the number of files, whatever is in them.
 */
function byContent(
  manifests: readonly Manifest[],
  digests: ReadonlyMap<SourceFile, ReadonlyMap<string, string>>,
): (manifest: Manifest, entry: Manifest['entries'][number]) => SourceFile | undefined {
  const listed = new Set(manifests.flatMap(({ entries }) => entries.map(({ file }) => file)));
  const strays = new Map<string, SourceFile[]>();
  for (const [file, all] of digests) {
    if (file.nameUncertain !== true || listed.has(file)) continue;
    for (const [algorithm, checksum] of all) {
      const key = `${algorithm} ${checksum}`;
      const same = strays.get(key);
      if (same) same.push(file);
      else strays.set(key, [file]);
    }
  }
  for (const same of strays.values()) same.reverse();
  const byPath = new Map<string, SourceFile>();
  const taken = new Set<SourceFile>();
  return ({ algorithm }, { checksum, path }) => {
    const known = byPath.get(path);
    if (known) return digests.get(known)?.get(algorithm) === checksum ? known : undefined;
    const same = strays.get(`${algorithm} ${checksum}`) ?? [];
    let file = same.pop();
    while (file && taken.has(file)) file = same.pop();
    if (file) {
      byPath.set(path, file);
      taken.add(file);
    }
    return file;
  };
}

/** Payload-Oxum, "bytes.files" (RFC 8493 2.2.2). Before 1.0 any element might be repeated. */
function checkOxum(
  { files }: BagSource,
  tags: readonly Tag[],
  { findings, version }: Pick<TextReader, 'findings' | 'version'>,
): void {
  const stated = tags.filter(({ label }) => label.toLowerCase() === 'payload-oxum');
  const twice = 'Payload-Oxum 出现多次';
  if (stated.length > 1 && version === '1.0') findings.add('damaged', 'oxum', 'bag-info.txt', twice);
  else if (stated.length > 1) findings.remark('oxum', 'bag-info.txt', twice);
  const payload = files.filter(({ path }) => path.startsWith('data/'));
  const actual = `${payload.reduce((sum, { bytes }) => sum + bytes, 0)}.${payload.length}`;
  for (const value of new Set(stated.map((tag) => tag.value))) {
    if (value === actual) continue;
    findings.add('damaged', 'oxum', 'bag-info.txt', `Payload-Oxum 写的是 ${value}，实际是 ${actual}`);
  }
}
