import type { Action } from './actions.ts';
import { compact } from './compact.ts';
import { isNoCase } from './no-case.ts';
import { isOfTotal } from './total-scores.ts';
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
 * (落实“一票否决”制度), negated ones (不作为否决项), those that are themselves the condition of points
 * (被一票否决的，扣5分), and what a total score leads to (60分以下的，取消评优资格).
 */
export function vetoIn(original: string): VetoCase[] {
  const { text, at } = compact(original);
  let last = 0;
  let before: Found | undefined;
  const found: Found[] = [];
  const phrases = vetoPhrases(text);
  for (const [at, { effect, ...place }] of phrases.entries()) {
    if (effect === 'mention' || effect === 'aside' || namesNext(text, place, phrases[at + 1])) continue;
    // Said of a case that is listed already: 一票否决：发生事故的，取消资格；….
    if (place.from < last) continue;
    const cases = casesOf(text, place, last);
    last = Math.max(place.to, ...cases.map(({ to }) => to));
    const [only, ...others] = cases.map((each): Found => {
      const words = text.slice(each.from, Math.min(each.to, place.from));
      return {
        effect,
        ...each,
        isUse: isOfTotal(words),
        isBare: BARE.test(text.slice(each.from, place.from)),
      };
    });
    if (!only) continue;
    const joined = before && others.length === 0 ? joinedTo(before, only, text) : undefined;
    if (joined) found.pop();
    found.push(joined ?? only, ...others);
    before = found.at(-1);
  }
  return found
    .filter(({ isUse, from, to }) => !isUse && !JUDGES.test(text.slice(from, to)))
    .map(({ effect, from, to }) => {
      const [start, end] = [at[from] ?? 0, (at[to - 1] ?? -1) + 1];
      return { effect, from: start, to: end, text: original.slice(start, end).trim() };
    });
}

/** 一票否决：有下列情形之一的，取消资格：（1）…: the name of what the next phrase brings about. */
function namesNext(text: string, { to }: Place, next: Place | undefined): boolean {
  if (!next || text[to] !== ':' || text[next.to] !== ':') return false;
  return !/[。;:]/.test(text.slice(to + 1, next.from));
}

interface Found extends Place {
  readonly effect: VetoEffect;
  /** What a total score leads to. */
  readonly isUse: boolean;
  /** No case stands before its phrase. */
  readonly isBare: boolean;
}

/** 评审人员弄虚作假的，取消资格: of those who judge, not of the unit. */
const JUDGES = /^(?:评审|评委|考核|考评|验收|检查|评估)(?:组|专家|人员|委员|小组|组成员|工作人员|员)/;

/** Begins what follows besides, without a case of its own. */
const FOLLOWS = /^(?:并且?|且|同时|还)(?![^,]*[的者],)/;
/** Before a phrase without a case: 取消评优资格, 本项为否决项. */
const BARE =
  /^(?:并且?|且|同时|还|也|[本该此]|(?:[本该此]|上述|以上)[项条](?:目|指标|工作|内容|款)?|指标|当年|[本年]年?度|[年全][年终]|(?:考核|考评|评[定价议])(?:结果|等[次级])?|其|予以|给予|直接|一律|实行|实施|执行|按|作为?|列为|[为是]|属于?|将|应)*[“"]?$/;
/** Says of the item that it vetoes, not when. */
const DECLARES = /^(?:(?:[本该此]|上述|以上)[项条]?|指标)/;

/** The case that two phrases tell together: 发生事故的，一票否决，(并)取消评优资格; 本项为否决项，不达标的总分计0分. */
function joinedTo(before: Found, only: Found, text: string): Found | undefined {
  const between = text.slice(before.to, only.from);
  const words = text.slice(only.from, only.to);
  const isSameSentence = !/[。;\n]/.test(between);
  if (isSameSentence && FOLLOWS.test(words)) return { ...before, to: only.to };
  // What is only asked about stays by itself.
  if (before.effect === 'ask' || only.effect === 'ask') return undefined;
  if (isSameSentence && only.isBare) {
    const effect = only.effect === 'totalZero' ? only.effect : before.effect;
    return { ...before, effect, to: only.to };
  }
  const declares = before.isBare && DECLARES.test(text.slice(before.from, before.to));
  return declares && /^[,。;:]?$/.test(between) ? { ...only, from: before.from, isUse: false } : undefined;
}

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
  const isCase = (each: Place) => !isNoCase(text.slice(each.from, each.to));
  const listed = text[to] === ':' ? pieces(text, to + 1, text.length).filter(isCase) : [];
  if (listed.length > 0) return listed;
  const start = Math.max(last, text.lastIndexOf('。', from - 1) + 1, text.lastIndexOf('\n', from - 1) + 1);
  const before = pieces(text, start, to);
  const [only = { from, to }, above] = before.slice(-2).reverse();
  const isLost =
    BARE.test(text.slice(only.from, from)) && above && ZERO.test(text.slice(above.from, above.to));
  const own = afterPoints(text, isLost ? { ...only, from: above.from } : only, from);
  if (isLost) return [own];
  const others: Place[] = [];
  for (const piece of before.slice(0, -1).reverse()) {
    // 弄虚作假的；发生事故的，一票否决: a case each. What says something of its own is none.
    if (!CASE.test(text.slice(piece.from, piece.to))) break;
    others.unshift(piece);
  }
  return [...others, own];
}

/** 弄虚作假的，该项不得分；取消评优资格: the case is that of the 0 before. */
const ZERO = /(?:不得|[得计记](?:0|零))分$/;

/** 弄虚作假的; 受到刑事处罚; never what has points or is asked for. */
const CASE = /[的者]$|^(?![^;]*分)[^,]{0,8}(?:受到|被|发生|出现|存在|造成|违反|弄虚作假|瞒报|谎报)/;

/** Not 缺勤一次扣1分，累计3次以上的: of what before the points. */
const AFTER_POINTS =
  /(?:[扣加减得计记给][\d.]+分|不得分),(?!并|且|同时|还|(?:全年|年度|年内|当年)?(?:累计|连续|达到?|超过?|满)?(?:\d|[两二三四五六七八九十]+[次起人个天日]))/g;

/** 一般事故扣5分，重大事故取消评优资格: the case begins after the points, unless nothing more than 并 stands before `phrase`. */
function afterPoints(text: string, { from, to }: Place, phrase: number): Place {
  const start = [...text.slice(from, to).matchAll(AFTER_POINTS)]
    .map((end) => from + end.index + end[0].length)
    .findLast((end) => !BARE.test(text.slice(end, phrase)));
  return afterBracket(text, { from: start ?? from, to });
}

/** 不体罚学生（出现体罚的一票否决）: the case in a bracket that is still open. */
function afterBracket(text: string, { from, to }: Place): Place {
  const opened = text.lastIndexOf('(', to - 1);
  return { from: opened >= from && text.indexOf(')', opened) >= to ? opened + 1 : from, to };
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
