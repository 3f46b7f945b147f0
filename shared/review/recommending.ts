import type { Campaign } from '../campaign/schema.ts';
import { kindWords } from '../campaign/words.ts';
import { basisOf, byWords } from '../standard/basis.ts';
import type { Standard } from '../standard/schema.ts';
import type { Failure } from '../values/errors.ts';
import type { Choice, Desk } from './schema.ts';

type Kind = Pick<Campaign, 'kind'>;

/** Candidates are chosen by an official standard alone, and in 日常自评 none are; a desk by any other ranks, and no more. */
export function isRecommending(standard: Standard, { kind }: Kind): boolean {
  return basisOf(standard) === 'official' && kind !== 'practice';
}

/** Why nothing can be chosen on such a desk, in one sentence without a full stop; '' where it can. */
export function notRecommending(standard: Standard, campaign: Kind): string {
  const by = byWords(standard);
  const { chosen, name } = kindWords(campaign);
  if (by === '') return campaign.kind === 'practice' ? `本核验台的活动是${name}，只排序，不确定推荐对象` : '';
  const formal = campaign.kind === 'acceptance' ? '正式验收' : '正式推荐';
  return `本核验台用的是${by.slice(1)}，只能${by}排序，不能确定${chosen}；${formal}须按正式验收标准核验`;
}

/** What a choice on such a desk is refused with; undefined where it may be made. */
export function choiceRefusal(standard: Standard, campaign: Kind): Failure | undefined {
  const message = notRecommending(standard, campaign);
  if (message === '') return undefined;
  const by = basisOf(standard) === 'official' ? '标兵推荐或示范点验收的活动' : '按原件核对过的正式验收标准';
  return {
    code: 'choice-not-official',
    message: `${message}。`,
    effect: '没有改动任何内容。',
    remedy: `可以照常核验、排序和导出；要确定${kindWords(campaign).chosen}，请用${by}新建核验台。`,
  };
}

/** What was chosen on the desk; what an earlier program let choose by another standard stays in the file alone. */
export function choicesOf(
  { choices, campaign }: Pick<Desk, 'choices' | 'campaign'>,
  standard: Standard,
): readonly Choice[] {
  return isRecommending(standard, campaign) ? choices : [];
}

/** What is said of choices that an earlier program let be made and that do not count; one sentence without a full stop, '' where there are none. */
export function keptChoices(
  { choices, campaign }: Pick<Desk, 'choices' | 'campaign'>,
  standard: Standard,
): string {
  if (choices.length === 0 || isRecommending(standard, campaign)) return '';
  const { chosen, name } = kindWords(campaign);
  const why = byWords(standard) || name;
  return `原来确定的${choices.length}个${chosen}仍保存在核验台里，${why}不能确定${chosen}，不作数`;
}

/** Whether it is said how equal scores are ordered: not where all who pass may be confirmed. */
export function comparesEquals({ kind, quota }: Pick<Campaign, 'kind' | 'quota'>): boolean {
  return kind !== 'acceptance' || quota !== undefined;
}

/** What the table of the whole desk is called: 推荐对象汇总表, 示范点验收汇总表, or 排序表（按参考标准）. */
export function summaryName(standard: Standard, campaign: Kind): string {
  return basisOf(standard) === 'official' ? kindWords(campaign).summary : `排序表（${byWords(standard)}）`;
}

/** The screen on which the order is shown. */
export function rankingName(standard: Standard, campaign: Kind): string {
  return basisOf(standard) === 'official' ? kindWords(campaign).ranking : `排序（${byWords(standard)}）`;
}
