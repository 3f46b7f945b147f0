/** A text without the blanks between Chinese characters. */
interface Tight {
  readonly text: string;
  /** Where what stands here from `from` up to `to` stands in the text that was given. */
  readonly within: (from: number, to: number) => { readonly from: number; readonly to: number };
}

/** "我 局", "张　伟", "工 作 背 景": full-width ones as well. Marks keep theirs: they end what stands before them. */
const BLANK = /(?<=\p{Script=Han})[\s\u200b\ufeff]+(?=\p{Script=Han})/gu;

/** Undefined where there are none, which is the usual case. */
export function withoutBlanks(text: string): Tight | undefined {
  const gaps = [...text.matchAll(BLANK)].map(({ 0: blank, index }) => ({ index, length: blank.length }));
  if (gaps.length === 0) return undefined;
  const at = (index: number): number => {
    let place = index;
    for (const gap of gaps) {
      if (gap.index > place) break;
      place += gap.length;
    }
    return place;
  };
  return {
    text: text.replace(BLANK, ''),
    within: (from, to) => ({ from: at(from), to: to > from ? at(to - 1) + 1 : at(to) }),
  };
}

/** A match of a pattern; its places are those of the text that was given. */
export interface Match {
  readonly from: number;
  readonly to: number;
  /** As the pattern matched it: without the blanks within it. */
  readonly found: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** Where a part of `found` stands. */
  readonly within: (from: number, to: number) => { readonly from: number; readonly to: number };
}

/** Matches of a pattern (with the flag g): in the text as it stands, then those that blanks between its characters hide. */
export function matchesIn(text: string, pattern: RegExp): Match[] {
  const plain = [...text.matchAll(pattern)].map((match) => matchAt(match, (from, to) => ({ from, to })));
  const tight = withoutBlanks(text);
  if (!tight) return plain;
  const covers = (a: Match, b: Match) => a.from <= b.from && b.to <= a.to && a.to - a.from > b.to - b.from;
  const others = [...tight.text.matchAll(pattern)].map((match) => matchAt(match, tight.within));
  // 郑州 鑫源 餐饮有限公司: what the blanks cut off is not the whole.
  const kept = plain.filter((match) => !others.some((other) => covers(other, match)));
  const hidden = others.filter(({ from, to }) => !kept.some((other) => from < other.to && other.from < to));
  return [...kept, ...hidden].sort((a, b) => a.from - b.from);
}

function matchAt({ 0: found, index, groups = {} }: RegExpExecArray, placeOf: Match['within']): Match {
  return {
    ...placeOf(index, index + found.length),
    ...{ found, groups },
    within: (from, to) => placeOf(index + from, index + to),
  };
}
