/** The text forms of BagIt (RFC 8493; versions 0.93 to 0.97 when reading), without any file access. */

export interface Tag {
  readonly label: string;
  readonly value: string;
}

export interface ManifestLine {
  readonly checksum: string;
  /** As written, without a leading "./" or the "*" of md5sum's binary mode. */
  readonly path: string;
  /** True where the line carried such a prefix. */
  readonly prefixed: boolean;
}

export interface FetchLine {
  readonly url: string;
  readonly path: string;
}

export interface Declaration {
  /** "1.0" */
  readonly version: string;
  /** Character encoding of the other tag files. */
  readonly encoding: string;
}

/** Versions that this program reads; it writes 1.0. */
export const READABLE_VERSIONS: readonly string[] = ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'];

export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** bagit.txt: exactly two lines, one space after each colon (RFC 8493 2.1.1). Undefined where it is not so. */
export function parseDeclaration(text: string): Declaration | undefined {
  const match =
    /^BagIt-Version: (\d+\.\d+)(?:\r\n|\r|\n)Tag-File-Character-Encoding: ([^\s]+)(?:\r\n|\r|\n)?$/u.exec(
      text,
    );
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { version: match[1], encoding: match[2] };
}

/** bag-info.txt: one line a tag. A line break inside a value becomes a space, so nothing is ever folded. */
export function writeTags(tags: readonly Tag[]): string {
  return tags.map(({ label, value }) => `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n`).join('');
}

/** Tags of bag-info.txt in their order, and the lines that are none. Continued lines are joined. */
export function parseTags(text: string, version = '1.0'): { tags: Tag[]; wrong: string[] } {
  const tags: { label: string; value: string }[] = [];
  const wrong: string[] = [];
  // Before 1.0 any blanks may stand around the colon (RFC 8493 2.2.2).
  const form =
    version === '1.0' ? /^([^\s:](?:[^:]*[^\s:])?):[ \t](.*)$/su : /^([^\s:][^:]*?)[ \t]*:[ \t]*(.*)$/su;
  for (const line of lines(text)) {
    const last = tags.at(-1);
    const match = form.exec(line);
    if (/^[ \t]/u.test(line) && last) last.value += ` ${line.trim()}`;
    else if (match?.[1] !== undefined) tags.push({ label: match[1], value: (match[2] ?? '').trim() });
    else wrong.push(line);
  }
  return { tags, wrong };
}

/** The value of a tag; reserved labels are case-insensitive. '' where it is absent. */
export function tagValue(tags: readonly Tag[], label: string): string {
  return tags.find((tag) => tag.label.toLowerCase() === label.toLowerCase())?.value ?? '';
}

/** Manifest lines in the form of sha256sum: checksum, two spaces, path. */
export function writeManifest(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${encodePath(path)}\n`).join('');
}

export function parseManifest(text: string): { entries: ManifestLine[]; wrong: string[] } {
  const entries: ManifestLine[] = [];
  const wrong: string[] = [];
  for (const line of lines(text)) {
    const match = /^([0-9a-fA-F]+)[ \t]+(\*?(?:\.\/)*)(.+)$/su.exec(line);
    if (match?.[1] === undefined || match[3] === undefined) wrong.push(line);
    else entries.push({ checksum: match[1].toLowerCase(), path: match[3], prefixed: match[2] !== '' });
  }
  return { entries, wrong };
}

export function parseFetch(text: string): { entries: FetchLine[]; wrong: string[] } {
  const entries: FetchLine[] = [];
  const wrong: string[] = [];
  for (const line of lines(text)) {
    const match = /^(\S+)[ \t]+(?:\d+|-)[ \t]+(.+)$/u.exec(line);
    if (match?.[1] === undefined || match[2] === undefined) wrong.push(line);
    else entries.push({ url: match[1], path: match[2] });
  }
  return { entries, wrong };
}

/** RFC 8493 2.1.3: line feed, carriage return and percent sign, and only those, are percent-encoded. */
export function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
}

export function decodePath(path: string): string {
  return path.replace(/%(0a|0d|25)/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const BEGINS_ELSEWHERE = /^([/\\~]|[a-zA-Z]:)/u;

/** A path that must never be followed: absolute, with a drive, a home folder, or climbing out with "..". */
export function isUnsafePath(path: string): boolean {
  return BEGINS_ELSEWHERE.test(path) || path.includes('\0') || path.split(/[/\\]/u).includes('..');
}

/** Whether an unsafe path ends up outside the folder that it is in. */
export function leadsOutside(path: string): boolean {
  if (BEGINS_ELSEWHERE.test(path)) return true;
  let depth = 0;
  for (const name of path.split(/[/\\]/u)) {
    if (name === '..') depth -= 1;
    else if (name !== '' && name !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

/** A scheme and more behind it, percent signs as RFC 3986 has them; nothing else of its form is asked. */
export function isAbsoluteUri(url: string): boolean {
  return /^[a-z][a-z0-9+.-]*:./iu.test(url) && !/%(?![0-9a-f]{2})/iu.test(url);
}

function lines(text: string): string[] {
  return text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');
}
