import { UNIT } from './words.ts';

const ONLY_COUNT = new RegExp(
  `^(?:每|各)?(?:发现|出现|发生|有|存在|查实|查出|缺少?|漏|少)?(?:一|1)?个?(?:${UNIT})的?$`,
);

/** 一个, 每处, 发现一例: how often, without a word of what. */
export function isCountOnly(condition: string): boolean {
  return ONLY_COUNT.test(condition);
}

/** How often a deduction can strike. `certain` is false where the words leave room for doubt. */
export interface Occurrence {
  readonly repeats: boolean;
  readonly unit: string;
  readonly certain: boolean;
  /** Strikes once per several (每5人扣1分): no unit price can say that. */
  readonly severalAtOnce?: boolean;
}

const ONE = '(?:一|(?<![\\d.])1(?![\\d.]))';
const TIME = /^个?(?:年度?|月|日|天|季度|周|个月|期|位|月份|半年)$/;
const QUANTITY = new RegExp(
  `(?:\\d+(?:\\.\\d+)?|[二两三四五六七八九十半]+|${ONE})(?:个)?(?:${UNIT})|以上|以下|以内|连续[\\d二两三四五六七八九十]|(?:不足|超过|至少|少于|多于)[\\d一二两三四五六七八九十]`,
);
/** 超用100度, 超标1微克: so much of what is in no list of units. */
const AMOUNT = /(?:超|多|少|低|高|欠|缺)[^\d,]{0,4}\d+(?:\.\d+)?[^\d,%]{1,3}$/;
const DATE =
  /[上下]?半年|\d{2,4}年(?:\d{1,2}月(?:\d{1,2}[日号]|底)?)?|\d{1,2}月(?:\d{1,2}[日号]|底|末|上旬|中旬|下旬)?|第[一二三四\d]+(?:季度|条|款|项|批|轮)|[一1]人[一1]档|[一1](?:户|村|事|案|企|项|年|河|岗|人)[一1双](?:策|表|档|卡|责|制|册|案|单|码)/g;

const SEVERAL = new RegExp(
  '每(?:满|缺少?|少|漏报?|超过?|[逾超]期|延[期误迟]|迟到?|有|出现|发现|增[加长]?|减少?|(?:降|偏|提|升)?[低高]于?|下?降|[上提]?升|下滑|[超高]出|[多差短]|延[误后]|推[迟后]|滞后|误差|偏差|累计)?' +
    `(?:\\d+\\.\\d+|\\d*[2-9]|\\d\\d+|[半二两三四五六七八九十]+)(?:个)?${UNIT}`,
);
const COUNTED = new RegExp(`每([^,每]{0,20}?)${ONE}(个?(?:${UNIT}))`);
const DIRECT = new RegExp(`每(个?(?:${UNIT}))`, 'g');
const ONE_UNIT = new RegExp(`(^|.)${ONE}(个?(?:${UNIT}))(?![一1])`);

/** 缺一防: a count in a unit that is not known. */
const ONE_UNKNOWN = /[缺少漏有现]一([^\d,一不未]{0,2})$/;

/** 一瓮渗漏, 大缸一瓮不洁: a count in a unit that is in no list; 一般, 一致, 唯一 and 同一 are words. */
const ANY =
  '(?!般|旦|律|定|直|致|经|并|时|切|级|类|概|贯|向|半|些|样|同|边|线|体|票|带|系|把手|揽子|盘棋|站式|门式|网统|网通|窗通|窗受|刀切|[的、一])([\\u4e00-\\u9fff])';
const WRONG = '(?=的?$|已?[不未无没错漏违缺被超逾迟差过破损坏脏乱变])';
const ONE_OF_ANY = new RegExp(
  `^(?:发现|出现|发生|存在|有)?一${ANY}|(?<![统唯单万进第逐同不期十周专合之如划归整百千二三四五六七八九两])${ONE}${ANY}${WRONG}`,
);

/** 每降低1个位次、每缺1件: a price for each of two counts. */
const TWO_COUNTS = /每[^,每]{1,16}(?:、|或者?|和|及|以及)每/;

const SLIP = new RegExp(`没(?:${UNIT}|[缺少漏迟错差])`);
const SLIP_AT_END = new RegExp(`没(${UNIT})(?=$|,|[未不无没缺])`);

/** 每缺一份 -> 份, repeated; 未制定方案 -> once. Reads the clause next to the deduction first. */
export function occurrence(condition: string): Occurrence {
  // 没缺一份, 没人: 每 may be meant.
  const clauses = condition
    .replace(/没(?=[缺少漏迟错差])/g, '每')
    .replace(SLIP_AT_END, '每$1')
    .split(',')
    .filter((clause) => clause !== '');
  const near = clauses.at(-1) ?? '';
  const slipped = SLIP.test(condition);
  const here = perUnit(near) ?? perCount(near);
  if (here) return slipped || TWO_COUNTS.test(near) ? { ...here, certain: false } : here;
  const unknown = ONE_UNKNOWN.exec(near)?.[1];
  if (unknown !== undefined) return { repeats: true, unit: unknown || '项', certain: false };
  for (const clause of clauses.slice(0, -1).reverse()) {
    const found = perUnit(clause);
    if (found) return { ...found, certain: false };
  }
  const plainer = near.replace(DATE, '');
  const unlisted = ONE_OF_ANY.exec(plainer);
  if (unlisted) return { repeats: true, unit: unlisted[1] ?? unlisted[2] ?? '次', certain: false };
  const certain =
    !slipped && near !== '' && !/每|各/.test(condition) && !QUANTITY.test(plainer) && !AMOUNT.test(plainer);
  return { repeats: false, unit: '次', certain };
}

/** 每处, 每缺一份, 每发现1例, 每逾期1天. */
function perUnit(clause: string): Occurrence | undefined {
  if (SEVERAL.test(clause)) {
    return { repeats: true, unit: '次', certain: false, severalAtOnce: true };
  }
  const both = /每([人户家件车])(?:每|\/|\()次/.exec(clause);
  if (both) return { repeats: true, unit: `${both[1] ?? ''}次`, certain: true };
  const counted = COUNTED.exec(clause);
  // 每季度每村: the last 每 counts.
  const each = [...clause.matchAll(DIRECT)];
  const direct = each.at(-1);
  const adverb = direct && TIME.test(direct[1] ?? '');
  // 每月少报一次: 每月 is when, 一次 is what is counted.
  const isCounted = [strikes, isFailing].some((says) => says(counted?.[1] ?? ''));
  if (counted && (!direct || adverb || isCounted || counted.index > direct.index)) {
    const doubtful =
      adverb && (/未|没|不足|不少于|至少/.test(counted[1] ?? '') || !strikes(counted[1] ?? ''));
    const other = /^(?:\/|\([次项处件人户])/.test(clause.slice(counted.index + counted[0].length));
    return { repeats: true, unit: shortUnit(counted[2] ?? ''), certain: !doubtful && !other };
  }
  if (!direct) {
    const own = /每(?:[缺少有漏]|发现)?[一1]?([^,每\d一缺少有漏]{1,2})$/.exec(clause)?.[1];
    return own === undefined ? undefined : { repeats: true, unit: own, certain: false };
  }
  const rest = clause.slice(direct.index + direct[0].length);
  if (adverb && !/^的?$/.test(rest)) return undefined;
  // 每处(次), 每户/次: which of the two is counted, is open.
  const isEither = /^(?:\/|\([次项处件人户])/.test(rest);
  // 每人每题答错: for each of two; 每户未签1份: the one or the other.
  const isOfTwo =
    each.slice(0, -1).some(([, unit = '']) => !TIME.test(unit) && unit !== '次') ||
    counted !== null ||
    SEVERAL_OF.test(rest);
  return { repeats: true, unit: shortUnit(direct[1] ?? ''), certain: !isEither && !isOfTwo };
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

/** 每村 | 2户不合格: for so many at once, or for each of them. */
const SEVERAL_OF = new RegExp(`^有?(?:\\d*[2-9]|\\d\\d+|[二两三四五六七八九十]+)个?${UNIT}(?!及?以[上下内])`);

/** 不合格1个: what is wrong with those that are counted behind it. */
const FAILS =
  /不(?:合格|达标|规范|符合|符合要求|符合规定|到位|完整|准确|清晰|真实|齐全|全|一致|及时)$|(?:停[运机电水]|中断|脱岗|离岗|旷[工课]|缺勤|违[规纪法章]|隐患|瑕疵|信访)$/;

function isFailing(before: string): boolean {
  return FAILS.test(before);
}

/** Ends in a verb of fault: 缺, 发现, 逾期, … */
function strikes(before: string): boolean {
  return /(?:缺少?|缺失|少|差|漏|有|出现|发现|查出|查实|发生|存在|逾期|超期|超时?|迟|晚|延迟|延误|低|降低|下降|错误?|漏报|迟报|缺席|缺课|少报|少开|通报|投诉|曝光)[一1]?个?.{0,3}$/.test(
    before,
  );
}

const MEASURE = /^个(百分点|工作日|名次|位次|档次|学分|月|季度|小时|学时|课时|分钟|年度|平方米|公里)$/;

/** As it is written: 一个村 is counted in 个, but 一个工作日 in 工作日. */
function shortUnit(unit: string): string {
  return MEASURE.exec(unit)?.[1] ?? (unit.length > 1 && unit.startsWith('个') ? '个' : unit);
}
