import { showPoints } from '../values/points.ts';
import type { Source } from '../standard/schema.ts';
import type { Candidate } from './candidate.ts';
import type { Ranked } from './ranking.ts';
import type { Desk } from './schema.ts';

export interface ChoiceProblem {
  readonly code:
    | 'unknown'
    | 'out'
    | 'doubt'
    | 'unfinished'
    | 'belowLine'
    | 'notEligible'
    | 'twice'
    | 'noBody'
    | 'perBody'
    | 'sameKind'
    | 'total'
    | 'order';
  /** Keys of the packages that it is about. */
  readonly keys: readonly string[];
  readonly message: string;
  readonly source?: Source;
}

/**
 * What keeps the choice from standing, in words (quota: 豫法政办〔2020〕16号 附件 二（二）), and where it departs
 * from the order without a reason (`order`). Empty: the choice may go out. Pure.
 */
export function checkChoice(
  desk: Pick<Desk, 'campaign' | 'choices'>,
  ranked: readonly Ranked[],
): ChoiceProblem[] {
  const byKey = new Map(ranked.map((each) => [each.candidate.key, each]));
  const chosen = desk.choices.flatMap(({ key }) => byKey.get(key) ?? []);
  return [
    ...desk.choices
      .filter(({ key }) => !byKey.has(key))
      .map(({ key }): ChoiceProblem => ({
        code: 'unknown',
        keys: [key],
        message: '所选的推荐包不在核验台里',
      })),
    ...chosen.flatMap(checkOne),
    ...checkTwice(chosen),
    ...checkQuota(desk, chosen),
    ...departures(desk, ranked)
      .filter(({ reason }) => reason === '')
      .map(withoutReason),
  ];
}

/** A choice although a better placed candidate could have had its place. */
export interface Departure {
  readonly key: string;
  /** The better placed ones that were passed over, best first. */
  readonly passedOver: readonly Ranked[];
  /** As given; '' where it is still missing. */
  readonly reason: string;
}

/**
 * Where the choice departs from the order: a better ranked candidate that may be chosen is not, although the
 * quota would be kept with it instead, and it competes for the same place (same body, or the total is used up).
 */
export function departures(
  { campaign, choices }: Pick<Desk, 'campaign' | 'choices'>,
  ranked: readonly Ranked[],
): Departure[] {
  const reasons = new Map(choices.map(({ key, reason }) => [key, reason]));
  const chosen = ranked.filter(({ candidate }) => reasons.has(candidate.key));
  const free = ranked.filter((each) => !reasons.has(each.candidate.key) && mayBeChosen(each));
  const full = campaign.quota?.total !== undefined && chosen.length >= campaign.quota.total;
  return chosen.flatMap((mine) => {
    const others = chosen.filter((each) => each !== mine);
    const { rank, candidate } = mine;
    const passedOver = free.filter(
      (each) =>
        rank !== undefined &&
        each.rank !== undefined &&
        each.rank < rank &&
        (full || bodyOf(each) === bodyOf(mine)) &&
        checkQuota({ campaign }, [...others, each]).length === 0,
    );
    const reason = (reasons.get(candidate.key) ?? '').trim();
    return passedOver.length === 0 ? [] : [{ key: candidate.key, passedOver, reason }];
  });
}

/** In the running, finished, eligible, at or above the line. */
function mayBeChosen(each: Ranked): boolean {
  return checkOne(each).length === 0;
}

function checkOne({ candidate, out, doubts, collides, provisional, passes }: Ranked): ChoiceProblem[] {
  const name = nameOf(candidate);
  const say = (code: ChoiceProblem['code'], message: string): ChoiceProblem[] => [
    { code, keys: [candidate.key], message },
  ];
  if (out && out.reason !== 'suspect') {
    return say('out', `${name}的这份推荐包${OUT_WORDS[out.reason]}，不能推荐`);
  }
  const doubt = doubts[0];
  const open =
    doubt === undefined
      ? []
      : say(
          'doubt',
          `${name}的推荐包存疑，写明理由${collides.length > 0 ? '决定采用哪一份' : '采用'}之前不能推荐。${doubt}`,
        );
  if (out) return open;
  return [
    ...open,
    ...(candidate.eligible ? [] : say('notEligible', `${name}不符合推荐条件：${firstBlock(candidate)}`)),
    ...(provisional ? say('unfinished', `${name}还没有综合评价结果，不能确定推荐`) : []),
    ...(passes === false && candidate.comprehensive !== undefined
      ? say(
          'belowLine',
          `${name}综合评价${showPoints(candidate.comprehensive)}分，没有达到${showPoints(candidate.passScore)}分`,
        )
      : []),
  ];
}

const OUT_WORDS = {
  superseded: '已有新版本',
  draft: '是草稿',
  'wrong-standard': '所用标准不符',
  replaced: '没有被采用',
} as const;

function firstBlock({ findings }: Candidate): string {
  return findings.find(({ severity }) => severity === 'block')?.message ?? '见资格审查';
}

/** Packages of one id that a person let count side by side are of two units. */
function checkTwice(chosen: readonly Ranked[]): ChoiceProblem[] {
  return groups(chosen, ({ candidate }) => candidate.assessmentId)
    .filter((group) => group.length > 1 && group.some(({ out, doubts }) => out || doubts.length > 0))
    .map((group) => ({
      code: 'twice',
      keys: keysOf(group),
      message: `${nameOf(group[0]?.candidate)}的自评选了${group.length}份推荐包，只能选一份`,
    }));
}

function checkQuota({ campaign }: Pick<Desk, 'campaign'>, chosen: readonly Ranked[]): ChoiceProblem[] {
  const { quota } = campaign;
  if (!quota) return [];
  const problems: ChoiceProblem[] = [];
  if (quota.total !== undefined && chosen.length > quota.total) {
    problems.push({
      code: 'total',
      keys: keysOf(chosen),
      message: `共选了${chosen.length}个，名额是${quota.total}个`,
      source: quota.totalSource ?? quota.source,
    });
  }
  for (const group of groups(chosen, bodyOf)) {
    const body = group[0] === undefined ? '' : bodyOf(group[0]);
    const names = group.map(({ candidate }) => nameOf(candidate)).join('、');
    if (body === '') {
      const message = `${names}没有填写推荐单位，无法核对名额`;
      problems.push({ code: 'noBody', keys: keysOf(group), message, source: quota.source });
      continue;
    }
    if (group.length > quota.perBody) {
      const message = `${body}选了${group.length}个（${names}），每个推荐单位最多${quota.perBody}个`;
      problems.push({ code: 'perBody', keys: keysOf(group), message, source: quota.source });
    }
    if (quota.distinct === 'industryOrRegion') problems.push(...alike(body, group, quota.source));
  }
  return problems;
}

/** Two of one body must differ in 行业 or in 地域. */
function alike(body: string, group: readonly Ranked[], source: Source): ChoiceProblem[] {
  return group.flatMap((a, index) =>
    group
      .slice(index + 1)
      .filter((b) => same(a, b, 'industry') && same(a, b, 'region'))
      .map((b): ChoiceProblem => {
        const { industry, region } = a.candidate;
        const names = `${nameOf(a.candidate)}、${nameOf(b.candidate)}`;
        const what = `行业（${industry || '未录入'}）和地域（${region || '未录入'}）都相同`;
        return {
          code: 'sameKind',
          keys: keysOf([a, b]),
          message: `${body}的${names}${what}，须分属不同行业或不同地域`,
          source,
        };
      }),
  );
}

function same(a: Ranked, b: Ranked, field: 'industry' | 'region'): boolean {
  return a.candidate[field].trim() === b.candidate[field].trim();
}

function withoutReason({ key, passedOver }: Departure): ChoiceProblem {
  const names = passedOver.map(({ candidate, rank }) => `${nameOf(candidate)}（第${rank}名）`).join('、');
  return { code: 'order', keys: [key], message: `没有选名次更前的${names}，须写明理由` };
}

function bodyOf({ candidate }: Ranked): string {
  return candidate.superior.trim();
}

function nameOf(candidate: Candidate | undefined): string {
  return candidate?.unit || candidate?.fileName || '';
}

function keysOf(group: readonly Ranked[]): string[] {
  return group.map(({ candidate }) => candidate.key);
}

function groups(list: readonly Ranked[], by: (each: Ranked) => string): Ranked[][] {
  const found = new Map<string, Ranked[]>();
  for (const each of list) found.set(by(each), [...(found.get(by(each)) ?? []), each]);
  return [...found.values()];
}
