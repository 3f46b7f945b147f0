import type { Action } from './actions.ts';
import { PART_NUMBER } from './compact.ts';
import { UNIT } from './words.ts';

/** A scoring phrase with the condition before it: 未制定方案的，| 扣2分. */
export interface Statement<A extends Action = Action> {
  readonly action: A;
  readonly condition: string;
  /** Offset of the condition in the compact text; the action ends the statement. */
  readonly from: number;
  /** Which numbered part of the text it stands in; 0 before the first. */
  readonly part: number;
  /** Which sentence (up to 。 or ；) it stands in. */
  readonly sentence: number;
}

const SENTENCE_ENDS = ['。', ';', '\n'];

export function statements(text: string, actions: readonly Action[]): Statement[] {
  const starts = partStarts(text);
  let sentence = 0;
  let last = 0;
  return actions.map((action) => {
    const between = text.slice(last, action.from);
    const cut = Math.max(...SENTENCE_ENDS.map((sign) => between.lastIndexOf(sign)));
    if (cut >= 0) sentence += 1;
    let from = last + skipPunctuation(between, cut + 1);
    // "…反弹。得5分": the points stand in a sentence of their own.
    if (action.kind === 'give' && from >= action.from && cut > 0) {
      const before = Math.max(...SENTENCE_ENDS.map((sign) => between.lastIndexOf(sign, cut - 1)));
      from = last + skipPunctuation(between, before + 1);
    }
    if (action.kind !== 'neutral' || !action.inside) last = action.to;
    const part = starts.filter((start) => start <= action.from).length;
    return {
      action,
      condition: tidy(text.slice(Math.min(from, action.from), action.from)),
      from,
      part,
      sentence,
    };
  });
}

/** Where numbered parts begin, if there are at least two. */
function partStarts(text: string): number[] {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (i > 0 && !/[。;,:\n)分]/.test(text[i - 1] ?? '')) continue;
    if (PART_NUMBER.test(text.slice(i, i + 6))) starts.push(i);
  }
  return starts.length > 1 ? starts : [];
}

function skipPunctuation(text: string, at: number): number {
  const rest = text.slice(at);
  return at + (rest.length - stripStart(rest).length);
}

function stripStart(text: string): string {
  let rest = text;
  for (;;) {
    const next = rest.replace(/^[,。;、:.)\n]+/, '').replace(PART_NUMBER, '');
    if (next === rest) return rest;
    rest = next;
  }
}

function tidy(condition: string): string {
  return condition
    .replace(/[,、:(-]+$/, '')
    .replace(/(?:的|者)$/, '')
    .replace(/[,、:(]+$/, '');
}

/** How often a deduction can strike. `certain` is false where the words leave room for doubt. */
export interface Occurrence {
  readonly repeats: boolean;
  readonly unit: string;
  readonly certain: boolean;
  /** Strikes once per several (每5人扣1分): no unit price can say that. */
  readonly severalAtOnce?: boolean;
}

const ONE = '(?:一|1)';
const TIME = /^(?:年|月|日|天|季度|周|个月|期|位|月份|半年)$/;
const QUANTITY = new RegExp(
  `(?:\\d+(?:\\.\\d+)?|[二两三四五六七八九十半]+|${ONE})(?:个)?(?:${UNIT})|以上|以下|以内|不足|超过|至少`,
);
const DATE =
  /[上下]?半年|\d{2,4}年(?:\d{1,2}月(?:\d{1,2}[日号]|底)?)?|\d{1,2}月(?:\d{1,2}[日号]|底|末|上旬|中旬|下旬)?|第[一二三四\d]+(?:季度|条|款|项|批|轮)|[一1]人[一1]档|[一1](?:户|村|事|案|企|项|年|河|岗|人)[一1双](?:策|表|档|卡|责|制|册|案|单|码)/g;

const SEVERAL = new RegExp(
  '每(?:满|缺少?|少|漏报?|超过?|逾期|迟到?|有|出现|发现|增加?|减少?|低于?|下降|累计)?' +
    `(?:\\d*[2-9]|\\d\\d+|[二两三四五六七八九十]+)(?:个)?${UNIT}`,
);
const COUNTED = new RegExp(`每([^,每]{0,20}?)${ONE}个?(${UNIT})`);
const DIRECT = new RegExp(`每个?(${UNIT})`, 'g');
const ONE_UNIT = new RegExp(`(^|.)${ONE}个?(${UNIT})(?![一1])`);

/** 每缺一份 -> 份, repeated; 未制定方案 -> once. Reads the clause next to the deduction first. */
export function occurrence(condition: string): Occurrence {
  // 没缺一份 is a common slip of the pen for 每缺一份: 没 before a verb of fault cannot mean "not" here.
  const clauses = condition
    .replace(/没(?=[缺少漏迟错差])/g, '每')
    .split(',')
    .filter((clause) => clause !== '');
  const near = clauses.at(-1) ?? '';
  const here = perUnit(near) ?? perCount(near);
  if (here) return here;
  for (const clause of clauses.slice(0, -1).reverse()) {
    const found = perUnit(clause);
    if (found) return { ...found, certain: false };
  }
  const plainer = near.replace(DATE, '');
  const certain = near !== '' && !/每|各/.test(condition) && !QUANTITY.test(plainer);
  return { repeats: false, unit: '次', certain };
}

/** 每处, 每缺一份, 每发现1例, 每逾期1天. */
function perUnit(clause: string): Occurrence | undefined {
  if (SEVERAL.test(clause)) {
    return { repeats: true, unit: '次', certain: false, severalAtOnce: true };
  }
  const counted = COUNTED.exec(clause);
  // 每季度每村: the last 每 counts.
  const direct = [...clause.matchAll(DIRECT)].at(-1);
  const adverb = direct && TIME.test(direct[1] ?? '');
  // 每月少报一次: 每月 is when, 一次 is what is counted.
  if (counted && (!direct || adverb || strikes(counted[1] ?? ''))) {
    const doubtful =
      adverb && (/未|没|不足|不少于|至少/.test(counted[1] ?? '') || !strikes(counted[1] ?? ''));
    return { repeats: true, unit: shortUnit(counted[2] ?? ''), certain: !doubtful };
  }
  if (!direct) {
    const own = /每([^,每])$/.exec(clause)?.[1];
    return own === undefined ? undefined : { repeats: true, unit: own, certain: false };
  }
  const rest = clause.slice(direct.index + direct[0].length);
  if (adverb && !/^的?$/.test(rest)) return undefined;
  return { repeats: true, unit: shortUnit(direct[1] ?? ''), certain: true };
}

/** 缺一项, 发现1处, 一项不合格: without 每, but a fault that is counted. */
function perCount(clause: string): Occurrence | undefined {
  const match = ONE_UNIT.exec(clause);
  if (!match) return undefined;
  const before = clause.slice(0, match.index + (match[1] ?? '').length);
  const after = clause.slice(match.index + match[0].length);
  // 脱岗一次: what is counted ends the clause.
  const opensOrStrikes = before === '' || strikes(before) || /^的?$/.test(after);
  const open =
    /未|没|不足|至少|不少于|只|仅/.test(before) ||
    /以上|及以下|以内|超过/.test(after) ||
    /^[-~至到或]/.test(after);
  const faultAfter = before !== '' || /^(?:的?)(?:$|[不未无没错漏违缺被超逾迟差])/.test(after);
  return {
    repeats: true,
    unit: shortUnit(match[2] ?? ''),
    certain: opensOrStrikes && faultAfter && !open,
  };
}

/** Ends in a verb of fault: 缺, 发现, 逾期, … */
function strikes(before: string): boolean {
  return /(?:缺少?|缺失|少|差|漏|有|出现|发现|查出|查实|发生|存在|逾期|超期|超时?|迟|晚|延迟|延误|低|降低|下降|错误?|漏报|迟报|缺席|缺课|少报|少开|通报|投诉|曝光)[一1]?个?.{0,3}$/.test(
    before,
  );
}

function shortUnit(unit: string): string {
  return unit === '%' ? '百分点' : unit;
}
