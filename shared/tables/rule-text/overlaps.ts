import { labelOf } from './composition.ts';
import { isCountOnly, occurrence } from './occurrence.ts';
import type { Statement } from './statement.ts';

/** Between the parts of a list of faults. */
const BETWEEN = /[、,:;或和及]/;
/** The count and what follows it: 丢失的，| 每卷. */
const COUNT = /(?:的|者)?,?(?:每|各|[一1](?=.{1,3}$)).*$/;
/** What follows the words of an earlier fault: 未开展 | 且未说明. */
const AND_MORE = /^(?:的|者)?(?:且|并|又)/;
/** Says of an earlier fault how grave it is, and names none: 有责任的扣3分. */
const QUALIFIES =
  /^(?:其中)?(?:属于?|负有?|有(?:主要|直接|领导)?责任|情节|(?:造成|引发|导致)[^,每]{0,8}(?:影响|后果|损失)$)/;
/** Several of the other faults at once: 既无方案又无总结, 两项都没有. A zero may say so: it is no further price. */
const COMBINED =
  /既[^,]*[又也]|[两二三](?:者|项|种|样|个|方面)[^,]{0,4}(?:都|均|皆|同时|兼|全)|同时(?:存在|出现|具备|发生|有)|兼有|兼而有之|(?:^|,)(?:全|皆|均|都)(?:[无未缺]|没有)/;
/** Not in time, in whatever words: 未按期整改 holds 超期30天以上. */
const LATE =
  /[逾超延]期|超时|延[迟误]|迟[报交到延办]|滞后|[未不](?:能)?(?:按[期时]|及时|如期|按规定时|在规定时|限期)/;
const LONGER = /\d+个?(?:天|日|小时|工作日|月|周)/;
/** 每多缺一份, 每增加一人, 反复出现的每处: on top of the first, whose price stands before it. */
const ONE_MORE = /每(?:多|再|又|另|增加?)|(?:反复|屡次?|连续|接连|多次)(?:发生|出现|发现|违|被|犯)/;
const FROM_AMOUNT = /\d+[^,\d]{1,3}(?:以上|以后|后)|(?:超过|达到?)\d/;

/** 一周内未整改, 一个月内未整改; 未在24小时内处理: the later time limit holds the earlier one. */
const TIME_LIMIT =
  /(?:在)?(?:\d+|[一二两三四五六七八九十半]+)个?(?:天|日|周|月|小时|工作日|分钟|年)(?:以|之)?内/;
/** 未开展扣3分，少于4次的每少1次: none at all is too few as well. */
const TOO_FEW = /^(?:少于|不足|不满|低于|未达到?|少|缺)[\d一二两三四五六七八九十]/;

/**
 * Faults that an earlier deduction may hold as well, so that one slip would cost twice: 霉变、丢失，每卷扣1分；丢失的每卷扣2分;
 * 未报告的扣5分，未报告且隐瞒的扣8分; 超期的每件扣1分；超期30日以上的每件扣2分.
 */
export function overlapDoubts(deductions: readonly Statement[]): string[] {
  const combined = deductions.filter(({ condition }) => {
    const held = deductions.filter((other) => isHeld(other.condition, condition));
    return held.length > 1 || (deductions.length > 1 && COMBINED.test(condition));
  });
  const together = combined.map(
    ({ condition }) => `“${labelOf(condition, '')}”与其他情形怎样合起来扣分，请核对`,
  );
  const again = deductions.flatMap(({ condition, sentence }, i) => {
    const earlier = deductions.slice(0, i).map((other) => other.condition);
    const name = named(condition);
    // 覆盖不全扣1分，每人扣0.2分: for each of what, the clause before has its own points.
    const isBare =
      isCountOnly(condition) && !/[缺少漏发出]/.test(condition) && deductions[i - 1]?.sentence === sentence;
    const overlaps =
      isBare ||
      (ONE_MORE.test(condition) &&
        deductions.slice(0, i).some((other) => unitOf(other) === unitOf(deductions[i]))) ||
      (earlier.length > 0 && QUALIFIES.test(condition)) ||
      earlier.some((words) => isLater(words, condition)) ||
      (TOO_FEW.test(condition) &&
        deductions[i - 1]?.sentence === sentence &&
        /^[未没无]/.test(earlier.at(-1) ?? '')) ||
      (FROM_AMOUNT.test(condition) &&
        (LATE.test(condition) || LONGER.test(condition)) &&
        deductions.some((other, k) => k !== i && isLate(other.condition))) ||
      earlier.some(
        (words) =>
          (name.length > 1 && words !== condition && named(words).split(BETWEEN).includes(name)) ||
          (words.length > 2 && condition.startsWith(words) && AND_MORE.test(condition.slice(words.length))) ||
          `部分${words}` === condition ||
          `部分${condition}` === words ||
          (words.slice(0, 2) === condition.slice(0, 2) && FROM_AMOUNT.test(condition)),
      );
    return overlaps ? [`“${labelOf(condition, '')}”是否代替前面的扣分，请核对`] : [];
  });
  return [...together, ...again];
}

/** Not done in another time, where the words before say the same of it. */
function isLater(words: string, condition: string): boolean {
  const [one, other] = [words, condition].map((each) => {
    const [limit = ''] = TIME_LIMIT.exec(each) ?? [];
    return { limit, undone: /[未没不]([^,每的]{2})/.exec(each.replace(limit, ''))?.[1] };
  });
  return (
    one?.limit !== '' && other?.limit !== '' && one?.undone !== undefined && one.undone === other?.undone
  );
}

function unitOf(found: Statement | undefined): string {
  return occurrence(found?.condition ?? '').unit;
}

/** Late, by however much. */
function isLate(words: string): boolean {
  return LATE.test(words) && !FROM_AMOUNT.test(words);
}

/** 迟到 in 迟到又早退. */
function isHeld(words: string, condition: string): boolean {
  return words.length > 1 && words !== condition && condition.includes(words);
}

function named(condition: string): string {
  return condition.replace(COUNT, '').replace(/[的者]$/, '');
}
