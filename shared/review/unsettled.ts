import { kindWords } from '../campaign/words.ts';
import type { Standard } from '../standard/schema.ts';
import { distinctNames, moreInName } from '../values/bare-name.ts';
import { resultName } from './comprehensive.ts';
import type { Ranked } from './ranking.ts';
import { checkQuota, undecidedKinds } from './quota.ts';
import { choicesOf, isRecommending } from './recommending.ts';
import type { Desk } from './schema.ts';
import { isUndecided } from './standing.ts';
import { type LostReview, type NamedPackage, packageNames } from './words.ts';

/**
 * Why an order, and a choice that nothing is against, may still change, one sentence each without a full stop; empty where
 * all is settled. Of what was received all must be here. While it is not, nothing on screen says that the rules
 * are met, and what is exported is a draft. Pure.
 */
export function unsettledWords(
  desk: Pick<Desk, 'campaign' | 'level' | 'body' | 'choices'>,
  standard: Standard,
  { ranked, ...received }: Received & { readonly ranked: readonly Ranked[] },
): string[] {
  const { campaign } = desk;
  const changes = campaign.quota ? '，名次可能变化' : '';
  const open = ranked.filter(({ rank, provisional }) => rank !== undefined && provisional).length;
  const doubtful = ranked.filter(isUndecided).length;
  return [
    ...receivedWords(received).map((words) => `${words}${changes}`),
    ...(lacksBody(desk) && isRecommending(standard, campaign) ? ['没有录入推荐单位，名额按它计算'] : []),
    ...(open > 0 ? [`还有${open}个单位没有${resultName(campaign)}${changes}`] : []),
    ...nearBodies(desk, ranked),
    ...nearKinds(desk, standard, ranked),
    ...(doubtful > 0 ? [`还有${doubtful}份存疑的推荐包没有决定是否采用${changes}`] : []),
  ];
}

/** What was received, as far as it is known to be here. */
export interface Received {
  readonly missing: readonly NamedPackage[];
  /** Which packages were received was lost once, and nobody has vouched for them since. */
  readonly isListLost: boolean;
  /** In the place of desk.json an older one counts, and nobody has said since that nothing is missing. */
  readonly isDeskOlder: boolean;
  /** Whose reviews the desk has had, and which are not there, or not as they were saved last. */
  readonly lostReviews: readonly LostReview[];
  /** Whose original is not what came in. */
  readonly wrongOriginals: readonly NamedPackage[];
}

/** Why what was received may not be whole, one sentence each without a full stop; at most `limit` names in each. */
export function receivedWords(
  { missing, isListLost, isDeskOlder, lostReviews, wrongOriginals }: Received,
  limit?: number,
): string[] {
  const told = (packages: readonly NamedPackage[], before: string, after: string): string[] =>
    packages.length === 0 ? [] : [`${before}${packages.length}${after}：${packageNames(packages, limit)}`];
  const losses = (which: LostReview['loss']) => lostReviews.filter(({ loss }) => loss === which);
  return [
    ...told(missing, '收过的推荐包有', '份现在读取不到'),
    ...(isDeskOlder ? ['核验台自己的记录 desk.json 用的是较早的一份，还没有核对补齐'] : []),
    ...(isListLost ? ['收过哪些推荐包的记录丢失过，有没有缺少还没有核对'] : []),
    ...told(losses('lost'), '有', '份推荐包的核验记录不见了，还没有重新核验'),
    ...told(losses('behind'), '有', '份推荐包的核验记录用的是较早的一份，还没有核对补齐'),
    ...told(losses('unread'), '有', '份推荐包的核验记录读不出'),
    ...told(wrongOriginals, '有', '份推荐包保存的原件丢失、读不出，或者与接收时不同'),
  ];
}

/** The quota is one of many bodies', and nobody said of which. */
function lacksBody({ campaign: { quota }, level, body = '' }: Pick<Desk, 'campaign' | 'level' | 'body'>) {
  return level === 'body' && body === '' && quota !== undefined && quota.owner !== 'office';
}

/** What one spelling of a 地方 or 部门 has and another leaves out. */
const SPELLED_OUT = /^(河南省?|省|[市县区]?(人民政府)?)$/u;

/** Two spellings share one number: which names are one body only a person can say. */
function nearBodies(
  { campaign, level }: Pick<Desk, 'campaign' | 'level'>,
  ranked: readonly Ranked[],
): string[] {
  if (!campaign.quota || level === 'body') return [];
  const bodies = distinctNames(ranked.map(({ candidate }) => candidate.body));
  return bodies.flatMap((a, at) =>
    bodies
      .slice(at + 1)
      .filter((b) => SPELLED_OUT.test(moreInName(a, b) ?? '?'))
      .map((b) => `“${a}”和“${b}”像是同一个推荐单位，请在推荐单位名单里核对`),
  );
}

/** Which two they are the reminders of the choice say. */
function nearKinds(
  desk: Pick<Desk, 'campaign' | 'level' | 'body' | 'choices'>,
  standard: Standard,
  ranked: readonly Ranked[],
): string[] {
  const keys = new Set(choicesOf(desk, standard).map(({ key }) => key));
  const chosen = ranked.filter(({ candidate }) => keys.has(candidate.key));
  const open = undecidedKinds(checkQuota(desk, chosen)).length;
  if (open === 0) return [];
  return [
    `有${open}处行业和地域像是相同的，还没有核对，请在核验总表里更正：相同的写成一样，不同的写得能分清`,
  ];
}

/** What is said of a choice that nothing is against. */
export function choiceWords({ campaign }: Pick<Desk, 'campaign'>, unsettled: readonly string[]): string {
  const { quota } = campaign;
  const { act } = kindWords(campaign);
  if (unsettled.length === 0) return quota ? '符合名额和顺序的规定' : `没有不能${act}的情形`;
  return `到目前为止${quota ? '没有违反名额和顺序的规定' : `没有不能${act}的情形`}`;
}
