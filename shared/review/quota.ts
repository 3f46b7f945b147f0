import type { Campaign } from '../campaign/schema.ts';
import { kindWords, totalWords } from '../campaign/words.ts';
import type { Source } from '../standard/schema.ts';
import { bareName, isSameName, moreInName } from '../values/bare-name.ts';
import { type ChoiceProblem, groups, keysOf, nameOf, namesOf } from './choice-problem.ts';
import type { Ranked } from './ranking.ts';
import type { Desk } from './schema.ts';

type Quota = NonNullable<Campaign['quota']>;

/** As far as a quota is told by it. */
type Counting = Pick<Desk, 'campaign' | 'level' | 'body'>;

/**
 * Whether all that is chosen here shares one number: on the desk of one body everything is its own, whatever districts and
 * bureaus hand in through it; and a number that is this office's own is that, whatever its level.
 */
export function isPooled({ campaign, level }: Pick<Counting, 'campaign' | 'level'>): boolean {
  return level === 'body' || campaign.quota?.owner === 'office';
}

/** How many of one body may be chosen: its own number where the notice lists one. Undefined: no number is stated for it. */
export function placesFor({ owner, perBody, bodies }: Quota, body: string): number | undefined {
  if (owner === 'office') return perBody;
  return bodies.find(({ name }) => isSameName(name, body))?.count ?? perBody;
}

/**
 * 每个地、部门推荐 2 个 (豫法政办〔2020〕16号 附件 二（二）): on the provincial desk each body has its own number, told by the
 * body that the evaluator placed a package under. 原则上 50 is about the province alone, and only a reminder. Without a
 * quota nothing is against any number.
 */
export function checkQuota(desk: Counting, chosen: readonly Ranked[]): ChoiceProblem[] {
  const { campaign, level, body = '' } = desk;
  const { quota } = campaign;
  if (!quota) return [];
  const { act } = kindWords(campaign);
  const total = level === 'province' ? reminders(quota, chosen) : [];
  const isDistinct = quota.distinct === 'industryOrRegion';
  if (isPooled(desk)) {
    const most = placesFor(quota, body);
    const words = `共选了${chosen.length}个（${namesOf(chosen)}），${whoseWords(desk)}最多${act}`;
    return [
      ...total,
      ...over(most, chosen, words, quota.source),
      ...(isDistinct ? alike('', chosen, quota.source) : []),
    ];
  }
  return [
    ...total,
    ...groups(chosen, (each) => bareName(bodyOf(each))).flatMap((group) => {
      const mine = group[0] === undefined ? '' : bodyOf(group[0]);
      if (bareName(mine) === '') {
        const message = `${namesOf(group)}还没有定推荐单位，无法核对名额，请在核验总表里选`;
        return [problem('noBody', group, message, quota.source)];
      }
      const most = placesFor(quota, mine);
      const words = `${mine}选了${group.length}个（${namesOf(group)}），最多${act}`;
      return [
        ...over(most, group, words, quota.source),
        ...(isDistinct ? alike(`${mine}的`, group, quota.source) : []),
      ];
    }),
  ];
}

function over(
  most: number | undefined,
  group: readonly Ranked[],
  words: string,
  source: Source,
): ChoiceProblem[] {
  return most !== undefined && group.length > most
    ? [problem('perBody', group, `${words}${most}个`, source)]
    : [];
}

/** Whose number it is that everything on the desk shares. */
export function whoseWords({ campaign, level, body = '' }: Counting): string {
  if (level === 'province') return '本单位';
  const who = body === '' ? '本推荐单位' : body;
  return campaign.quota?.owner === 'office' ? who : `${who}（含所属各县区、各单位）`;
}

export function bodyOf({ candidate }: Ranked): string {
  return candidate.body;
}

function problem(
  code: ChoiceProblem['code'],
  about: readonly Ranked[],
  message: string,
  source: Source,
): ChoiceProblem {
  return { code, severity: 'block', keys: keysOf(about), message, source };
}

function reminders(quota: Quota, chosen: readonly Ranked[]): ChoiceProblem[] {
  const { total, source, totalSource } = quota;
  if (total === undefined || chosen.length <= total) return [];
  const message = `共选了${chosen.length}个，${totalWords(quota)}，请注意`;
  return [{ ...problem('total', chosen, message, totalSource ?? source), severity: 'reminder' }];
}

/** Two of one body must differ in 行业 or in 地域, as the evaluator has them; what may be two spellings is a reminder. */
function alike(whose: string, group: readonly Ranked[], source: Source): ChoiceProblem[] {
  return group.flatMap((a, index) =>
    group.slice(index + 1).flatMap((b): ChoiceProblem[] => {
      const found = { code: 'sameKind', keys: keysOf([a, b]), source } as const;
      const names = `${whose}${nameOf(a.candidate)}、${nameOf(b.candidate)}`;
      if (same(a, b, 'industry') && same(a, b, 'region')) {
        const { industry, region } = a.candidate;
        const what = `行业（${industry || '未录入'}）和地域（${region || '未录入'}）都相同`;
        return [{ ...found, severity: 'block', message: `${names}${what}，须分属不同行业或不同地域` }];
      }
      if (!isNearIndustry(a, b) || !isNearRegion(a, b)) return [];
      const [one, other] = [a, b].map(({ candidate }) => `${candidate.industry}、${candidate.region}`);
      const message = `${names}的行业和地域（“${one}”和“${other}”）像是相同的，请核对`;
      return [{ ...found, severity: 'reminder', message }];
    }),
  );
}

function isNearIndustry(a: Ranked, b: Ranked): boolean {
  return same(a, b, 'industry') || moreInName(a.candidate.industry, b.candidate.industry) !== undefined;
}

/** A place inside another one: 郑州市 and 郑州市金水区 are two, 郑州 and 郑州市, 金水区 and 郑州市金水区 may be one. */
const INSIDE = /^(?!市?([市辖]|主?城)?区$).+([区县市镇乡]|街道)$/u;

function isNearRegion(a: Ranked, b: Ranked): boolean {
  if (same(a, b, 'region')) return true;
  const [one, other] = [a, b].map(({ candidate }) => bareName(candidate.region)) as [string, string];
  const more = moreInName(one, other);
  if (more === undefined) return false;
  const isLed = one.endsWith(other) || other.endsWith(one);
  return isLed || !INSIDE.test(more);
}

/** Two of the choice that may be two spellings of one 行业 and 地域: whether the rule is kept only a person can say. */
export function undecidedKinds(problems: readonly ChoiceProblem[]): ChoiceProblem[] {
  return problems.filter(({ code, severity }) => code === 'sameKind' && severity === 'reminder');
}

function same(a: Ranked, b: Ranked, field: 'industry' | 'region'): boolean {
  return isSameName(a.candidate[field], b.candidate[field]);
}
