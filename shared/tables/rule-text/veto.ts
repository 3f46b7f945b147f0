import type { Action } from './actions.ts';
import { compact } from './compact.ts';
import { type VetoEffect, vetoPhrases } from './veto-phrases.ts';

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
  const found: (Place & { readonly effect: VetoEffect })[] = [];
  for (const { effect, ...place } of vetoPhrases(text)) {
    if (effect === 'mention' || effect === 'aside') continue;
    const cases = casesOf(text, place, last);
    const [only] = cases;
    const before = found.at(-1);
    // 发生事故的，一票否决，并取消评优资格: more that follows from the same case.
    if (
      before &&
      only &&
      FOLLOWS.test(text.slice(only.from, only.to)) &&
      !/[。;\n]/.test(text.slice(before.to, only.from))
    )
      found[found.length - 1] = { ...before, to: only.to };
    else found.push(...cases.map((each) => ({ effect, ...each })));
    last = Math.max(place.to, ...cases.map(({ to }) => to));
  }
  return found.map(({ effect, from, to }) => {
    const [start, end] = [at[from] ?? 0, (at[to - 1] ?? -1) + 1];
    return { effect, from: start, to: end, text: original.slice(start, end).trim() };
  });
}

/** Begins what follows besides, without a case of its own. */
const FOLLOWS = /^(?:并且?|且|同时|还)(?![^,]*[的者],)/;

/** The vetoes of a compact text as actions; a mention is part of the words around it. 直接0分 is read as points. */
export function vetoActions(text: string): Action[] {
  return vetoPhrases(text)
    .filter(({ effect }) => effect !== 'ask')
    .map(({ effect, from, to }) => {
      if (effect === 'mention') return { kind: 'neutral', inside: true, from, to };
      return { kind: effect === 'aside' ? 'neutral' : 'veto', from, to };
    });
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** The cases of one phrase: those listed after its colon, else those before it since `last`. */
function casesOf(text: string, { from, to }: Place, last: number): Place[] {
  const listed = text[to] === ':' ? pieces(text, to + 1, text.length) : [];
  if (listed.length > 0) return listed;
  const start = Math.max(last, text.lastIndexOf('。', from - 1) + 1, text.lastIndexOf('\n', from - 1) + 1);
  const before = pieces(text, start, to);
  const own = afterPoints(text, before.at(-1) ?? { from, to });
  const others: Place[] = [];
  for (const piece of before.slice(0, -1).reverse()) {
    // 弄虚作假的；发生事故的，一票否决: a case each. What says something of its own is none.
    if (!CASE.test(text.slice(piece.from, piece.to))) break;
    others.unshift(piece);
  }
  return [...others, own];
}

/** 弄虚作假的; 受到刑事处罚; never what has points or is asked for. */
const CASE = /[的者]$|^(?![^;]*分)[^,]{0,8}(?:受到|被|发生|出现|存在|造成|违反|弄虚作假|瞒报|谎报)/;

/** 一般事故扣5分，重大事故取消评优资格: the case begins after the points, unless it goes on with 并. */
function afterPoints(text: string, { from, to }: Place): Place {
  const ends = [...text.slice(from, to).matchAll(/(?:[扣加减得计记给][\d.]+分|不得分),(?!并|且|同时|还)/g)];
  const end = ends.at(-1);
  const start = end ? from + end.index + end[0].length : from;
  // 不体罚学生（出现体罚的一票否决）: the case in a bracket that is still open.
  const opened = text.lastIndexOf('(', to - 1);
  return { from: opened >= start && text.indexOf(')', opened) >= to ? opened + 1 : start, to };
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
