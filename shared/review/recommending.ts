import { basisOf, byWords } from '../standard/basis.ts';
import type { Standard } from '../standard/schema.ts';
import type { Failure } from '../values/errors.ts';
import type { Choice, Desk } from './schema.ts';

/** Candidates are chosen by an official standard alone; a desk by any other one ranks, and no more. */
export function isRecommending(standard: Standard): boolean {
  return basisOf(standard) === 'official';
}

/** Why nothing can be chosen on a desk by this standard, in one sentence without a full stop; '' where it can. */
export function notRecommending(standard: Standard): string {
  const by = byWords(standard);
  return by === ''
    ? ''
    : `本核验台用的是${by.slice(1)}，只能${by}排序，不能确定推荐对象；正式推荐须按正式验收标准核验`;
}

/** What a choice on such a desk is refused with; undefined where it may be made. */
export function choiceRefusal(standard: Standard): Failure | undefined {
  const message = notRecommending(standard);
  return message === ''
    ? undefined
    : {
        code: 'choice-not-official',
        message: `${message}。`,
        effect: '没有改动任何内容。',
        remedy: '可以照常核验、排序和导出；要确定推荐对象，请用按原件核对过的正式验收标准新建核验台。',
      };
}

/** What was chosen on the desk; what an earlier program let choose by another standard stays in the file alone. */
export function choicesOf({ choices }: Pick<Desk, 'choices'>, standard: Standard): readonly Choice[] {
  return isRecommending(standard) ? choices : [];
}

/** What the table of the whole desk is called: 推荐对象汇总表, or 按参考标准排序. */
export function summaryName(standard: Standard): string {
  return isRecommending(standard) ? '推荐对象汇总表' : `${byWords(standard)}排序`;
}

/** The screen on which the order is shown. */
export function rankingName(standard: Standard): string {
  return isRecommending(standard) ? '排名与择优' : `${byWords(standard)}排序`;
}
