import type { ActionOf } from './actions.ts';
import { labelOf } from './composition.ts';
import { occurrence } from './occurrence.ts';
import type { Statement } from './statement.ts';

/** Ends in a grade: 评为良好, 为B, 二级. */
const GRADE =
  /(?:优秀|优良|良好|较好|中等|一般|基本合格|不合格|合格|较差|很差|基本称职|不称职|称职|基本满意|不满意|满意|(?<![^为评果量度])[优良中差好]|[A-E]|[甲乙丙丁一二三四五ⅠⅡⅢⅣⅤ][等级类档]|[红橙黄蓝绿][色牌])(?:[等档]次|等级|预警|等|级|档|类)?$/;
const ANY_GRADE = new RegExp(`${GRADE.source}|[优良差好]$`);

/** 良好 of 评定等级为良好, with what follows it (等次). Undefined where no grade ends the words. */
export function gradeOf(condition: string): string | undefined {
  return GRADE.exec(condition)?.[0];
}

/** How grave one thing is: 情节较轻, 较大影响, 重大事故, 严重的. */
const GRAVITY =
  /[大小]范围|轻微|较轻|较小|较重|较大|较严重|严重|重大|特大|恶劣|一般(?=影响|损失|后果|事故|问题|情节|$)/;
/** Done, but less than the full score asks for. */
const LESS = /^(?:较|部分|基本)/;

/**
 * Deductions without a count that look like grades of one thing, of which one holds: 优秀得满分，良好扣1分，一般扣3分; 情节较轻的扣1分，情节较重的扣3分.
 * `whole`: the clause that gives the full score.
 */
export function degreeDoubts(
  deductions: readonly Statement<ActionOf<'deduct'>>[],
  zeros: readonly Statement[],
  whole: Statement | undefined,
): string[] {
  const once = deductions.filter(
    ({ action, condition, count }) => !action.unit && !occurrence(count || condition).repeats,
  );
  const [first] = once;
  if (!first) return [];
  const besideWhole =
    whole !== undefined &&
    whole.condition !== '' &&
    (once.length + zeros.length > 1 ||
      GRADE.test(first.condition) ||
      GRAVITY.test(first.condition) ||
      LESS.test(first.condition));
  const outcomes = [...once, ...zeros];
  // 档案差 beside 一般: a grade too.
  const grades = outcomes.some(({ condition }) => gradeOf(condition) === condition) ? ANY_GRADE : GRADE;
  const areDegrees = [grades, GRAVITY].some(
    (family) => new Set(outcomes.flatMap(({ condition }) => family.exec(condition)?.[0] ?? [])).size > 1,
  );
  return besideWhole || areDegrees ? [`“${labelOf(first.condition, '')}”像是分档，请核对`] : [];
}
