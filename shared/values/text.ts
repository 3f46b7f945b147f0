/**
 * Characters that change what the reader sees of the rest: controls (a terminal obeys them), marks that turn the
 * reading direction ("gpj.exe" read as "exe.jpg"), what has no width, halves of characters.
 */
export const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A stranger's text as it may be shown: at most so many UTF-16 units, what cannot be seen written out as [U+202E]. */
export function showable(text: string, units: number): string {
  const seen = text.slice(0, units).replace(UNSEEN, writtenOut);
  return text.length > units || seen.length > units ? `${cut(seen, units - 1)}…` : seen;
}

/** The same of a text of several lines, whole. */
export function showableLines(text: string): string {
  return text.replace(UNSEEN, (letter) => (/[\t\n\r]/u.test(letter) ? letter : writtenOut(letter)));
}

/** A stranger's name within a sentence: marks of its own neither end it nor look like ours. */
export function quoted(name: string, units = 60): string {
  const inner = showable(name, units)
    .replace(/[“„‟]/gu, '‘')
    .replace(/[”"＂]/gu, '’');
  return `“${inner}”`;
}

function writtenOut(letter: string): string {
  return `[U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** Never half a character. */
function cut(text: string, units: number): string {
  const end = text.slice(0, units);
  return /[\ud800-\udbff]$/.test(end) ? end.slice(0, -1) : end;
}

/** A text or number as it is; anything else as JSON. */
export function plainText(content: unknown): string {
  return typeof content === 'string' || typeof content === 'number'
    ? String(content)
    : JSON.stringify(content);
}

/** The same without what nobody can see in it. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/** With a full stop at its end, where it has none. */
export function asSentence(text: string): string {
  return /[。！？]$/u.test(text) ? text : `${text}。`;
}
