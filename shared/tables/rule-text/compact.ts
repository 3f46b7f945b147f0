/** A text without blanks and with one form of every sign, and where each of its characters came from. */
export interface CompactText {
  readonly text: string;
  /** Offset in the original of each character; one entry more for the end. */
  readonly at: readonly number[];
}

const SIGNS: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '〔': '(',
  '〕': ')',
  '，': ',',
  '；': ';',
  '：': ':',
  '％': '%',
  '．': '.',
  '／': '/',
  '＋': '+',
  '＜': '<',
  '＞': '>',
  '～': '~',
  '〜': '~',
  '－': '-',
  '—': '-',
  '–': '-',
  '―': '-',
  '−': '-',
  '!': '。',
  '！': '。',
};

/** Begins a numbered part: 1. 1、 (1) （一） ① — never the "1.5" of a score. */
export const PART_NUMBER =
  /^(?:\d{1,2}[.、](?!\d)|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|\d{1,2}\)|[①-⑳])/;

/** A. B、 c) (D): not the A、 of A、B两类. */
export const PART_LETTER = /^(?:[A-Ga-g][.、)](?![A-Za-z\d])|\([A-Ga-g]\))/;

/**
 * Full-width signs become ASCII, blanks go. A line break stays (as \n) only where a sentence ends: before a
 * numbered part, after 。 or ；, or at a blank line; Word and Excel break lines in the middle of words.
 */
export function compact(original: string): CompactText {
  const characters: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < original.length; i += 1) {
    const character = isPoint(original, i, characters.at(-1)) ? '.' : plain(original[i] ?? '');
    if (character === '\n' ? !endsSentence(original, i, characters.at(-1)) : /\s/.test(character)) continue;
    characters.push(character);
    at.push(i);
  }
  return { text: characters.join(''), at: [...at, original.length] };
}

/** The full stop of an input method in 2。5分; elsewhere it ends a sentence. */
function isPoint(original: string, at: number, before = ''): boolean {
  return (
    original[at] === '。' &&
    /\d/.test(before) &&
    /^[\d\uff10-\uff19]{1,2}\s*分/.test(original.slice(at + 1, at + 6))
  );
}

/** One character in its plain form: ０ -> 0, （ -> (. */
export function plain(character: string): string {
  const code = character.charCodeAt(0);
  const isFullWidthAlphanumeric =
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a);
  if (isFullWidthAlphanumeric) return String.fromCharCode(code - 0xfee0);
  return SIGNS[character] ?? character;
}

/** The whole text in plain form without any blank. */
export function squeeze(text: string): string {
  return [...text].map(plain).join('').replace(/\s+/g, '');
}

function endsSentence(original: string, at: number, before: string | undefined): boolean {
  if (before === undefined || before === '\n') return false;
  if (/[。;]/.test(before)) return true;
  const rest = original.slice(at + 1, at + 40);
  const next = rest.trimStart();
  return /^[ \t\r\u3000]*\n/.test(rest) || PART_NUMBER.test([...next].slice(0, 6).map(plain).join(''));
}
