import { UserError } from './errors.ts';

/** Bytes of UTF-8: the limit of ext4 and of most unpackers; Windows counts 255 characters. */
const MAX_BYTES = 255;
/** Endings longer than this are no endings but a sentence with a full stop in it. */
const MAX_ENDING = 20;

/** What Windows forbids in names, and characters that turn the reading direction to disguise an ending. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;
const INVISIBLE = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Windows drops these silently. */
const TRAILING = /[.\s]+$/u;
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** The ending with its dot in lower case (".pdf"), '' where the name has none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot) : '';
  return ending.length <= MAX_ENDING && !ending.includes(' ') ? ending.toLowerCase() : '';
}

/** Cuts at a character, never inside one. `limit` in bytes of UTF-8. */
function cutToBytes(text: string, limit: number): string {
  let cut = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('zh').segment(text)) {
    bytes += utf8Length(segment);
    if (bytes > limit) break;
    cut += segment;
  }
  return cut;
}

/**
 * A name that every system here can store: NFC, without what Windows forbids, not reserved, at most 255 bytes
 * with its ending kept. Chinese characters stay. Throws a UserError where nothing of the name is left.
 */
export function safeFileName(name: string): string {
  const wellFormed = name.normalize('NFC').replace(LONE_SURROGATE, '\ufffd');
  const clean = wellFormed.replace(INVISIBLE, '').replace(FORBIDDEN, '_').trim().replace(TRAILING, '');
  if (clean === '') {
    throw new UserError({
      code: 'empty-name',
      message: '文件没有可用的名称。',
      effect: '这个文件没有加入，其他内容没有改动。',
      remedy: '请给文件起一个名称后再添加。',
    });
  }
  const usable = RESERVED.test(clean) ? `_${clean}` : clean;
  if (utf8Length(usable) <= MAX_BYTES) return usable;
  const ending = usable.slice(usable.length - endingOf(usable).length);
  const stem = cutToBytes(usable.slice(0, usable.length - ending.length), MAX_BYTES - utf8Length(ending));
  return `${stem.replace(TRAILING, '')}${ending}`;
}

/**
 * False for a name that must not become a path: separators, drives, "..", controls, marks that turn the reading
 * direction, device names, a dot or blank at the end, more than 255 bytes. True for all that `safeFileName` gives.
 */
export function isSafeFileName(name: string): boolean {
  const wrong = [FORBIDDEN, INVISIBLE, LONE_SURROGATE].some((forbidden) => name.search(forbidden) >= 0);
  return (
    name !== '' && !wrong && !TRAILING.test(name) && !RESERVED.test(name) && utf8Length(name) <= MAX_BYTES
  );
}

/** UTF-16 units of what a piece of evidence is called. */
export const LABEL_LENGTH = 200;

/** What a piece of evidence is first called: its name without the ending; one that is too long ends in …. */
export function labelFor(fileName: string): string {
  const stem = fileName.slice(0, fileName.length - endingOf(fileName).length).trim();
  const whole = stem || fileName;
  if (whole.length <= LABEL_LENGTH) return whole;
  let label = '';
  for (const letter of whole) {
    if (label.length + letter.length >= LABEL_LENGTH) break;
    label += letter;
  }
  return `${label}…`;
}

export function utf8Length(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
