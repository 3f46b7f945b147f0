/** Offsets into a compact text. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** 弄虚作假的; 受到刑事处罚; never what has points or is asked for. */
export const CASE = /[的者]$|^(?![^;]*分)[^,]{0,8}(?:受到|被|发生|出现|存在|造成|违反|弄虚作假|瞒报|谎报)/;

/** Begins a case that says no more than what was done; what came of it (造成死亡) is none. */
const ACT =
  /^(?:发生|出现|存在|弄虚作假|[瞒谎]报|伪造|隐匿|违反|违规|违法|违纪|未|拒不|拒绝|贪污|受贿|泄露|徇私|滥用|玩忽)/;
const NUMBER = /^(?:\d{1,2}[.、](?!\d)|\([\d一二三四五六七八九十]{1,3}\)|\d{1,2}\)|[①-⑳])/;

/**
 * The cases behind the colon of a list: to the full stop behind which none goes on that is numbered as the first, or says
 * what was done. In one sentence they may stand between commas: 发生重大事故、弄虚作假.
 */
export function listedCases(text: string, from: number): Place[] {
  const isNumbered = styleAt(text, from) !== '';
  let end = from;
  do {
    const stop = text.indexOf('。', end);
    end = stop < 0 ? text.length : stop + 1;
  } while (end < text.length && goesOn(text, from, end, isNumbered));
  const cases = pieces(text, from, end);
  const [only, ...others] = cases;
  return only && others.length === 0 ? acts(text, only) : cases;
}

function goesOn(text: string, from: number, at: number, isNumbered: boolean): boolean {
  // 1.发生事故的。情节轻微的除外。2.造假的。
  if (isNumbered)
    return text
      .slice(at)
      .split('。')
      .some((sentence) => styleAt(sentence, 0) === styleAt(text, from));
  const [next] = pieces(text, at, text.length);
  const words = next ? text.slice(next.from, next.to) : '';
  return styleAt(text, at) === '' && (/[的者]$/.test(words) || ACT.test(words)) && !/^(?:被|对)/.test(words);
}

/** How a case is numbered, without its number; '' where it is not. */
function styleAt(text: string, at: number): string {
  const [number = ''] = NUMBER.exec(text.slice(at).replace(/^[\n,、:]+/, '')) ?? [];
  return number.replace(/[\d一二三四五六七八九十]+/, '1').replace(/[①-⑳]/, '①');
}

function acts(text: string, { from, to }: Place): Place[] {
  const words = text.slice(from, to);
  for (const sign of ['、', ',']) {
    const parts = words.split(sign);
    // 发生事故，造成死亡的 is one.
    const isEach = parts.every((part) => ACT.test(part)) && !/[的者]$/.test(words);
    if (parts.length < 2 || !isEach) continue;
    let at = from;
    return parts.map((part) => {
      const place = { from: at, to: at + part.length };
      at = place.to + 1;
      return place;
    });
  }
  return [{ from, to }];
}

/** The parts of text[from..to] between full stops and semicolons, without numbers and signs at their edges. */
export function pieces(text: string, from: number, to: number): Place[] {
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
