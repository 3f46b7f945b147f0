import pinyin from 'pinyin-match';

/** From, and up to: places in the text as it is shown. */
export type Mark = readonly [from: number, to: number];

/** Longer texts are looked through by their characters alone: somewhere in them any few initials would be found. */
const PINYIN_TEXT = 80;
/** Nobody types more of one word by its sound; cutting up endless letters into syllables takes ever longer. */
const PINYIN_WORD = 24;

/** What is typed, as the words that all must be found. */
export function wordsOf(typed: string): string[] {
  const words = folded(typed).split(/\s+/u);
  return [...new Set(words.filter((word) => word !== ''))];
}

/** Where a word of `wordsOf` stands in a text: as it is written, else by full pinyin or initials. */
export function foundIn(text: string, word: string): Mark | undefined {
  const plain = folded(text);
  const at = plain.indexOf(word);
  if (at >= 0) return [at, at + word.length];
  if (text.length > PINYIN_TEXT || word.length > PINYIN_WORD || !/[a-zü]/u.test(word)) return undefined;
  const found = pinyin.match(plain, word);
  return found ? [found[0], found[1] + 1] : undefined;
}

/** Every place of the words in a text, in order; those that meet are one. */
export function marksIn(text: string, words: readonly string[]): Mark[] {
  const marks = words.flatMap((word) => {
    const mark = foundIn(text, word);
    return mark ? [mark] : [];
  });
  const joined: [from: number, to: number][] = [];
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** Without regard to case and to full-width Latin; as long as the text, so that places are the same. */
function folded(text: string): string {
  const halved = text.replaceAll(/[\uff01-\uff5e\u3000]/gu, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  const lower = halved.toLowerCase();
  return lower.length === text.length ? lower : halved;
}
