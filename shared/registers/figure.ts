import type { Source } from '../standard/schema.ts';
import type { Column } from './column.ts';
import { type Entry, fieldOf } from './entry.ts';
import { percentOf } from './share.ts';

/** So many, and what was counted, in the words of the register. */
interface Counted {
  readonly count: number;
  readonly words: string;
}

/** One sentence of a register for a report. How it is counted is ours wherever no document says it. */
export interface Figure {
  readonly code: string;
  /** "受理行政调解240件": without the year before it and the full stop. */
  readonly sentence: string;
  readonly numerator: Counted;
  readonly denominator?: Counted;
  /** False: taken only where it is asked for, since it says 0, or that something is not filled in. */
  readonly usual?: false;
  /** What else was done with the numbers. */
  readonly also?: string;
  /** Who asks for what it says; the way of counting is ours all the same. */
  readonly source?: Source;
}

const ROUNDED = '比例四舍五入到两位小数';

/** How many entries there are. `sentence`: what stands before the number, "受理行政调解". */
export function total(entries: readonly Entry[], sentence: string, unit: string): Figure {
  const numerator = { count: entries.length, words: '当年登记的行数，一行算一' + unit };
  return { code: 'total', sentence: `${sentence}${entries.length}${unit}`, numerator };
}

/** Entries of which `has` holds, among `of`. `sentence` gets both numbers; nothing is said of no entries. */
export function share(
  code: string,
  { of, has, words, sentence, source, usual, unread }: ShareOf,
): readonly Figure[] {
  if (of.length === 0) return [];
  const [numerator, denominator] = [of.filter(has).length, of.length];
  const said = sentence({ numerator, denominator, percent: percentOf(numerator, denominator) });
  return [
    {
      ...{ code, sentence: said + (unread ? unreadWords(unread) : '') },
      numerator: { count: numerator, words: words.numerator },
      denominator: { count: denominator, words: words.denominator },
      also: ROUNDED,
      ...((numerator === 0 || usual === false) && { usual: false }),
      ...(source && { source }),
    },
  ];
}

/** ，另有2件的调解结果看不出，没有算: in the sentence itself, or what is left out makes the share look better. */
function unreadWords({ rows, column: { code, label, choices = [] }, unit }: Unread): string {
  const texts = rows.map((entry) => fieldOf(entry, code));
  const count = texts.filter((text) => text !== '' && !choices.includes(text)).length;
  return count === 0 ? '' : `，另有${count}${unit}的${label}看不出，没有算`;
}

/** Rows among which those of a share are chosen by a word of a column. */
interface Unread {
  readonly rows: readonly Entry[];
  readonly column: Pick<Column, 'code' | 'label' | 'choices'>;
  readonly unit: string;
}

interface ShareOf {
  readonly of: readonly Entry[];
  readonly has: (entry: Entry) => boolean;
  readonly words: { readonly numerator: string; readonly denominator: string };
  readonly sentence: (of: { numerator: number; denominator: number; percent: string }) => string;
  readonly source?: Source;
  readonly unread?: Unread;
  /** As of `Figure`. */
  readonly usual?: false;
}

/** "行政指导按方式分：提示5件、建议4件": of those that say one of the choices; nothing where none does. */
export function byChoice(
  entries: readonly Entry[],
  { code, label, choices = [] }: Column,
  { name, unit }: { readonly name: string; readonly unit: string },
): readonly Figure[] {
  const filled = entries.map((entry) => fieldOf(entry, code)).filter((choice) => choice !== '');
  const stated = filled.filter((choice) => choices.includes(choice));
  if (stated.length === 0) return [];
  const parts = choices.flatMap((choice) => {
    const count = stated.filter((each) => each === choice).length;
    return count === 0 ? [] : [`${choice}${count}${unit}`];
  });
  const [open, odd] = [entries.length - filled.length, filled.length - stated.length];
  const rest = [
    ...(odd > 0 ? [`，另有${odd}${unit}填的是别的`] : []),
    ...(open > 0 ? [`，另有${open}${unit}没有填写`] : []),
  ].join('');
  return [
    {
      ...{ code: `by-${code}`, sentence: `${name}按${label}分：${parts.join('、')}${rest}` },
      numerator: { count: stated.length, words: `“${label}”填的是选项的${unit}数，各项相加` },
      denominator: { count: entries.length, words: '当年登记的行数' },
      ...(rest !== '' && { usual: false }),
    },
  ];
}
