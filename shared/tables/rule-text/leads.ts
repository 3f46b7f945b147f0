import { labelOf } from './composition.ts';
import { isCountOnly } from './occurrence.ts';
import { REQUIREMENT, type Statement } from './statement.ts';
import { UNIT } from './words.ts';

/** What stands before the cases of a sentence: 未及时整改的， | 一般隐患每项扣1分，重大隐患每项扣5分. */
interface Head {
  /** With its sign: it is put before the words of the later cases. */
  readonly lead: string;
  /** The first case; '' where the lead is the fault itself and only counted behind: 未报送的，| 每逾期一天. */
  readonly own: string;
  /** Behind its points: 扣1分/次. */
  readonly unit: string | undefined;
  readonly from: number;
  readonly part: number;
}

/** Only so much of the fault before: 每超1天, 低于80%, 超过10日的. */
const AMOUNT =
  /^每?(?:再|增加|减少|降低?|下降|[逾超延]期|超过?|超出|高于?|高出|低于?|少于?|差|不足|不满|未满|未达到?|延[迟误后]|推迟|达到?|满|累计)?(?:至|到)?(?:\d|[一二两三四五六七八九十]+个?(?:天|日|周|月|小时|工作日|百分点|次))[^未无没缺漏错不]*$/;
const COUNT = new RegExp(`(?:每[一1]?|[一1])个?(?:${UNIT})$`);
/** Goes by what stands before it in another way. */
const RELATIVE = /^(?:否则|反之|其他|其余|其中|并|且|同时|还|另|又|也|或|\(|以上|上述|再次|首次|第)/;
const FAULT = /[未无没缺漏错不超逾迟违差]|发生|出现|存在|造成|导致|被|擅自|虚|瞒/;
/** The name of a kind of fault: 一般违章, 严重违章. */
const NAME = /错误|差错|违[章规纪]|缺[陷席]|漏洞|迟到/g;
/** A condition, whatever stands behind it. */
const CONDITION = /(?:[的者时后中内]|之一|发现|情况下?|期间)[,:]?$|^(?:[对因凡如若在经]|由于|发生|出现)/;

/** By what it is checked, or a heading: 依据台账, 加分项. */
const ABOUT = /^(?:按照?|依据|根据|对照|结合|通过|查|[加扣减]分|奖[励惩])/;

/** No requirement, which all of the item is about. */
export function isShared(lead: string): boolean {
  return CONDITION.test(lead) || !(REQUIREMENT.test(lead) || ABOUT.test(lead));
}

/**
 * Each later case of a sentence with the condition that stands before the first, in `lead`; in `openLead` where it may
 * be of the first alone. What has a condition of its own takes none: 迟到的，每次扣1分，早退的，每次扣2分.
 */
export function withLeads(text: string, found: readonly Statement[]): Statement[] {
  let head: Head | undefined;
  return found.map((statement) => {
    const { action, from, count, part } = statement;
    if (!/^(?:deduct|zero|bonus)$/.test(action.kind)) {
      if (/give|each|list|proportion/.test(action.kind)) head = undefined;
      return statement;
    }
    const between = head?.part === part ? text.slice(head.from, from) : '。';
    if (/[。\n]/.test(between)) head = undefined;
    const words = count === '' && from < action.from ? text.slice(from, action.from) : '';
    const own = headOf(words);
    const unit = 'unit' in action ? action.unit : undefined;
    if (own) head = { ...own, unit, from, part };
    if (own || !head) return statement;
    return { ...statement, ...taken(head, { words, unit, isApart: between.includes(';') }) };
  });
}

/** Conditions before a first case of which the words do not say whether they are the other's too. */
export function openLeads(found: readonly Statement[]): string[] {
  return found
    .filter(({ openLead }) => openLead !== '')
    .map(({ openLead, condition }) => `“${openLead}”是否也是“${labelOf(condition, '')}”的条件，请核对`);
}

/** 离岗 | 30分钟以内: what the amounts of the later cases are of. */
const AMOUNT_OF = /^([^,:\d每一二两三四五六七八九十]{2,})(?=\d+[^,:]{1,4}(?:及?以[内下上]|[-~至到]\d))/;

/** The last clause is the case, what stands before it its condition. */
function headOf(words: string): Pick<Head, 'lead' | 'own'> | undefined {
  const lead = AMOUNT_OF.exec(words)?.[1];
  if (lead !== undefined && !/[,:]/.test(words) && !AMOUNT.test(words)) return { lead, own: '' };
  const clauses = words.match(/[^,:]+[,:]?/g) ?? [];
  const isWhole = words.split('(').length === words.split(')').length;
  if (clauses.length < 2 || !isWhole) return undefined;
  const isCounted = (clause: string) => isCountOnly(clause.replace(/[,:]$/, '')) || AMOUNT.test(clause);
  const cases = clauses.slice(0, clauses.findLastIndex((clause) => !isCounted(clause)) + 1);
  const own = cases.length < 2 && cases.length < clauses.length ? '' : (cases.at(-1) ?? '');
  return { lead: cases.join('').slice(0, own === '' ? undefined : -own.length), own };
}

/** What a case without a condition of its own takes of the head's. */
function taken(
  { lead, own, unit }: Head,
  { words, unit: otherUnit, isApart }: { words: string; unit: string | undefined; isApart: boolean },
): { lead: string } | { openLead: string } | undefined {
  const isCondition = CONDITION.test(lead);
  if (words === '' || lead === '' || RELATIVE.test(words)) return undefined;
  if (!isShared(lead) || (isApart && !isCondition)) return undefined;
  if (own === '') return !isApart && AMOUNT.test(words) ? { lead } : undefined;
  const [first, other] = [caseOf(own), caseOf(words)];
  const goesOn = lead.endsWith(':');
  // 一般隐患扣1分，弄虚作假的扣5分: a condition of its own.
  if (!goesOn && other.isMarked && (isApart || !first.isMarked)) return undefined;
  // 省级, 市级; 一般隐患, 重大隐患.
  const same = Math.max(first.stem.length, other.stem.length) > 3 ? -2 : -1;
  const isAlike = first.stem.slice(same) === other.stem.slice(same);
  const isParallel =
    isAlike ||
    (first.count !== '' && first.count === other.count) ||
    (unit !== undefined && unit === otherUnit) ||
    (first.isMarked && other.isMarked && first.stem[0] === other.stem[0]);
  if (goesOn || (isParallel && !isApart && !mayBeListed(lead, first.isMarked))) return { lead };
  const isOpen = isApart ? isAlike : isParallel || isCondition || FAULT.test(lead);
  return isOpen ? { openLead: lead.slice(0, -1) } : undefined;
}

/** 记录不全，数据错误每处扣1分: a fault beside the first case as well as its condition. */
function mayBeListed(lead: string, isMarked: boolean): boolean {
  if (/[的者],$/.test(lead)) return isMarked;
  return !CONDITION.test(lead) && (FAULT.test(lead) || (lead.length < 6 && !isMarked));
}

/** 造成停工的每天 -> 造成停工, 每天, marked as a condition. */
function caseOf(words: string): { stem: string; count: string; isMarked: boolean } {
  const whole = words.replace(/[,、:(-]+$/, '');
  const count = COUNT.exec(whole.replace(/的$/, ''))?.[0] ?? '';
  const rest = whole.replace(/的$/, '').slice(0, count === '' ? undefined : -count.length);
  const isMarked = /[的者]$/.test(whole) || /[的者],?$/.test(rest) || FAULT.test(rest.replace(NAME, ''));
  return { stem: rest.replace(/[的者]?,?$/, ''), count, isMarked };
}
