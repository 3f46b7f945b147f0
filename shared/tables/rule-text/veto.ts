import type { Action } from './actions.ts';
import { compact } from './compact.ts';
import { type VetoEffect, type VetoPhrase, vetoPhrases } from './veto-phrases.ts';

/** One case that a text vetoes: its words, and what they bring about. */
export interface VetoCase {
  /** `ask`: 直接0分 without a word of what becomes 0: the item, or the whole. */
  readonly effect: VetoEffect;
  /** Offsets into the text as it was given. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * What a text vetoes, a case each, in its order. Mentions that veto nothing are left out: quoted ones
 * (落实“一票否决”制度), negated ones (不作为否决项), and those that are themselves the condition of points
 * (被一票否决的，扣5分).
 */
export function vetoIn(original: string): VetoCase[] {
  const { text, at } = compact(original);
  let last = 0;
  return vetoPhrases(text)
    .filter(({ effect }) => effect !== 'mention')
    .flatMap((phrase) => {
      const cases = casesOf(text, phrase, last);
      last = Math.max(phrase.to, ...cases.map(({ to }) => to));
      return cases.map(({ from, to }): VetoCase => {
        const [start, end] = [at[from] ?? 0, (at[to - 1] ?? -1) + 1];
        return {
          effect: phrase.effect as VetoEffect,
          from: start,
          to: end,
          text: original.slice(start, end).trim(),
        };
      });
    });
}

/** The vetoes of a compact text as actions; a mention is part of the words around it. 直接0分 is read as points. */
export function vetoActions(text: string): Action[] {
  return vetoPhrases(text)
    .filter(({ effect }) => effect !== 'ask')
    .map(({ effect, from, to }) =>
      effect === 'mention' ? { kind: 'neutral', inside: true, from, to } : { kind: 'veto', from, to },
    );
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** The cases of one phrase: those listed after its colon, else those before it since `last`. */
function casesOf(text: string, { from, to }: VetoPhrase, last: number): Place[] {
  const listed = text[to] === ':' ? pieces(text, to + 1, text.length) : [];
  if (listed.length > 0) return listed;
  const start = Math.max(last, text.lastIndexOf('。', from - 1) + 1, text.lastIndexOf('\n', from - 1) + 1);
  const before = pieces(text, start, to);
  const own = before.at(-1) ?? { from, to };
  const others: Place[] = [];
  for (const piece of before.slice(0, -1).reverse()) {
    // 弄虚作假的；发生事故的，一票否决: a case each. What says something of its own is none.
    if (!/[的者]$/.test(text.slice(piece.from, piece.to))) break;
    others.unshift(piece);
  }
  return [...others, own];
}

/** The parts of text[from..to] between full stops and semicolons, without numbers and signs at their edges. */
function pieces(text: string, from: number, to: number): Place[] {
  const found: Place[] = [];
  for (const match of text.slice(from, to).matchAll(/[^。;\n]+/g)) {
    const lead =
      /^(?:[,、:.)]|\d{1,2}[.、](?!\d)|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|\d{1,2}\)|[①-⑳])*/.exec(
        match[0],
      );
    const start = from + match.index + (lead?.[0].length ?? 0);
    const end = from + match.index + match[0].replace(/[,、:]+$/, '').length;
    if (end > start) found.push({ from: start, to: end });
  }
  return found;
}
