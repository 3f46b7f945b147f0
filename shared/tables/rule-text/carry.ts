import type { Statement } from './statement.ts';
import { gradeOf } from './degree-doubts.ts';
import { sentencesOf } from './loose.ts';
import { isSpared } from './spared.ts';
import { UNIT } from './words.ts';

/**
 * Words after a deduction that say more of its fault and belong to its label: 未填写的按缺项论处, 未满一名按一名计,
 * the list after 有下列情形之一的扣2分：, and what is spared (因客观原因的不扣分).
 */
export function carryTails(text: string, found: readonly Statement[]): Statement[] {
  const kept: Statement[] = [];
  found.forEach((statement, i) => {
    const before = kept.findLastIndex(({ action }) => action.kind === 'deduct');
    const fault = kept[before];
    if (fault && spares(statement, text) && kept.at(-1) === fault) {
      kept[before] = withTail(fault, text, statement.action.to);
      return;
    }
    kept.push(statement);
    const next = found[i + 1];
    const end = next ? (next.action.kind === 'neutral' ? next.action.from : next.from) : text.length;
    const tail = tailOf(text.slice(statement.action.to, end), statement, kept);
    if (tail > 0) kept[kept.length - 1] = withTail(statement, text, statement.action.to + tail);
  });
  return kept;
}

function withTail(fault: Statement, text: string, to: number): Statement {
  const carried = text
    .slice(fault.action.to, to)
    .replace(/^[,。;、:(\n]+/, '')
    .replace(/[,。;、:)\n]+$/, '');
  return { ...fault, carried, end: to };
}

function spares(statement: Statement, text: string): boolean {
  const { condition } = statement;
  // 累计扣了3分的不再扣分 is a cap, 优秀不扣分 a grade.
  return isSpared(statement, text) && !/扣|\d分/.test(condition) && gradeOf(condition) === undefined;
}

/** How many characters after a deduction are about its fault. */
function tailOf(gap: string, statement: Statement, kept: readonly Statement[]): number {
  if (statement.action.kind !== 'deduct' || /\d分|酌情|视情/.test(gap)) return 0;
  const announces = /(?:之一|情形|行为|情况|问题)$|^(?:下列|以下|如下)/.test(statement.condition);
  if (announces && /^的?:/.test(gap)) return gap.length;
  const [first, ...more] = sentencesOf(gap).filter(({ words }) => words !== '');
  if (!first || more.length > 0) return 0;
  const others = kept.filter((other) => other !== statement && other.action.kind === 'deduct');
  const [isOwn, isOthers] = [
    equates(first.words, statement),
    others.some((other) => equates(first.words, other)),
  ];
  return isOwn && !isOthers ? gap.length : 0;
}

const EQUATES = /(?:视为|视同|视作|等同于?|同|按照?)([^,。;按视]{1,8}?)(?:论处|处理|计算?|对待|扣分)?$/;
/** Words of one kind of fault. */
const ALIKE = [/[缺少漏]/, /[迟逾]/, /错/];
const SHORT_OF_ONE = new RegExp(`^(?:未满|不足|不满)[一1]个?(${UNIT})`);

/** 未填写的按缺项论处 after 缺一种: the same fault, as its word 缺 says. */
function equates(words: string, { condition }: Statement): boolean {
  const [, same = ''] = EQUATES.exec(words) ?? [];
  // 迟到两次按缺席一次计算 is an exchange, no name of the fault.
  if (same === '' || /[两二三四五六]次|[2-9]次/.test(words)) return false;
  const unit = SHORT_OF_ONE.exec(words)?.[1];
  if (unit !== undefined) return condition.includes(unit) && same.endsWith(unit);
  return ALIKE.some((signs) => signs.test(same) && signs.test(condition));
}
