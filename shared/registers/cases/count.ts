import type { CaseText, Range } from './text.ts';

/**
 * The house's rule of counting; the notice gives 1,500 字 and none. One each:
 * - a run of letters or digits, full-width ones as well. A number stays one with its decimal point and the commas of its
 *   thousands (3.5; 2,000); any other half-width mark ends a run and counts nothing, so 12% is one and COVID-19 two.
 *   What combines with a letter (é in two code points, the square of m²) belongs to its run.
 * - an emoji, with all that is joined into it, and a flag.
 * - every other sign outside ASCII: Chinese characters, those of two code units too, full-width marks (—— and …… are two
 *   each), ①, ℃, ㎡, ％.
 * Blanks, control characters, half-width marks, marks that combine with nothing and half of a pair count nothing.
 */
const LETTER = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}';
const IN_NUMBER = '(?<=\\p{Nd})(?:\\.(?=\\p{Nd})|,(?=\\p{Nd}{3}(?!\\p{Nd})))';
const RUN = `[${LETTER}\\p{Nd}](?:[${LETTER}\\p{Nd}\\p{M}¹²³]|${IN_NUMBER})*`;
const PICTURE =
  '\\p{Regional_Indicator}{2}|\\p{Extended_Pictographic}(?:[\\p{M}\\p{Emoji_Modifier}]|\\u200d\\p{Extended_Pictographic})*';
const SIGN = '[^\\x00-\\x7f\\p{White_Space}\\p{Cc}\\p{Cf}\\p{Cs}\\p{M}]';
const COUNTED = new RegExp(`${RUN}|${PICTURE}|${SIGN}`, 'gu');

/** A character that is no blank, as it is counted beside the 字. */
const BARE = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\p{M}]/gu;

export interface Count {
  /** 字 by the rule above, without the title and what stands above it. */
  readonly words: number;
  /** Characters (code points) of the same lines without blanks. */
  readonly bare: number;
}

/** Of any text; that of its lines is the sum of theirs. */
export function countText(text: string): Count {
  return { words: text.match(COUNTED)?.length ?? 0, bare: text.match(BARE)?.length ?? 0 };
}

/** Of a case: a subtitle and whatever else stands behind the title is counted. */
export function countCase({ body }: CaseText): Count {
  return body
    .map(({ text }) => countText(text))
    .reduce((sum, { words, bare }) => ({ words: sum.words + words, bare: sum.bare + bare }), {
      words: 0,
      bare: 0,
    });
}

/** What comes after so many 字, to the end; undefined where there are no more. */
export function beyond({ body }: CaseText, words: number): Range | undefined {
  const to = body.at(-1)?.to ?? 0;
  let left = words;
  for (const { from, text } of body) {
    for (const { index } of text.matchAll(COUNTED)) {
      if (left <= 0) return { from: from + index, to };
      left -= 1;
    }
  }
  return undefined;
}
