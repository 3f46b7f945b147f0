import { showPoints } from '../values/points.ts';
import type { Source, Standard } from '../standard/schema.ts';
import type { Candidate } from './candidate.ts';
import type { Ranked } from './ranking.ts';
import { resultName } from './comprehensive.ts';
import { choicesOf } from './recommending.ts';
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
  /** `reminder`: worth a look, and nothing that the choice could break (原则上). */
  readonly severity: 'block' | 'reminder';
  /** Keys of the packages that it is about. */
  readonly keys: readonly string[];
  readonly message: string;
  readonly source?: Source;
}

/**
 * What keeps the choice from standing, in words (quota: 豫法政办〔2020〕16号 附件 二（二）), and where it departs
 * from the order without a reason (`order`). Nothing but reminders: the choice may go out. Nothing is chosen by a
 * standard that is not official, so nothing stands against it. Pure.
 */
export function checkChoice(
  wish: Pick<Desk, 'campaign' | 'choices' | 'level'>,
  standard: Standard,
  ranked: readonly Ranked[],
): ChoiceProblem[] {
  const desk = { ...wish, choices: choicesOf(wish, standard) };
  const byKey = new Map(ranked.map((each) => [each.candidate.key, each]));
  const chosen = desk.choices.flatMap(({ key }) => byKey.get(key) ?? []);
  return [
    ...desk.choices
      .filter(({ key }) => !byKey.has(key))
      .map(({ key }): ChoiceProblem => ({
        code: 'unknown',
        severity: 'block',
        keys: [key],
        message: '所选的推荐包不在核验台里',
      })),
    ...chosen.flatMap((each) => checkOne(each, desk)),
    ...checkTwice(chosen),
    ...checkQuota(desk, chosen),
    ...departures(desk, ranked)
      .filter(({ reason }) => reason === '')
      .map(withoutReason),
  ];
}

/** What is against the choice, without reminders. */
export function breaches(problems: readonly ChoiceProblem[]): ChoiceProblem[] {
  return problems.filter(({ severity }) => severity === 'block');
}

/** As far as a choice is judged by it. */
type Chosen = Pick<Desk, 'campaign' | 'level'> & { readonly choices: readonly Desk['choices'][number][] };

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
export function departures(desk: Chosen, ranked: readonly Ranked[]): Departure[] {
  const { campaign, choices, level } = desk;
  const reasons = new Map(choices.map(({ key, reason }) => [key, reason]));
  const chosen = ranked.filter(({ candidate }) => reasons.has(candidate.key));
  const free = ranked.filter((each) => !reasons.has(each.candidate.key) && mayBeChosen(each, desk));
  const full =
    level === 'province' && campaign.quota?.total !== undefined && chosen.length >= campaign.quota.total;
  return chosen.flatMap((mine) => {
    const others = chosen.filter((each) => each !== mine);
    const { rank, candidate } = mine;
    const passedOver = free.filter(
      (each) =>
        rank !== undefined &&
        each.rank !== undefined &&
        each.rank < rank &&
        (full || level === 'body' || bodyOf(each) === bodyOf(mine)) &&
        breaches(checkQuota(desk, [...others, each])).length === 0,
    );
    const reason = (reasons.get(candidate.key) ?? '').trim();
    return passedOver.length === 0 ? [] : [{ key: candidate.key, passedOver, reason }];
  });
}

/** In the running, finished, eligible, at or above the line. */
function mayBeChosen(each: Ranked, desk: Chosen): boolean {
  return checkOne(each, desk).length === 0;
}

function checkOne(
  { candidate, out, doubts, collides, provisional, passes }: Ranked,
  { campaign }: Chosen,
): ChoiceProblem[] {
  const name = nameOf(candidate);
  const say = (code: ChoiceProblem['code'], message: string): ChoiceProblem[] => [
    { code, severity: 'block', keys: [candidate.key], message },
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
    ...(candidate.qualifies ? [] : say('notEligible', `${name}不符合推荐条件：${firstBlock(candidate)}`)),
    ...(provisional ? say('unfinished', `${name}还没有${resultName(campaign)}，不能确定推荐`) : []),
    ...(passes === false && candidate.result !== undefined
      ? say(
          'belowLine',
          `${name}${resultName(campaign)}${showPoints(candidate.result)}分，没有达到${showPoints(candidate.passScore)}分`,
        )
      : []),
  ];
}

const OUT_WORDS = {
  superseded: '已有新版本',
  late: '已逾期',
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
      severity: 'block',
      keys: keysOf(group),
      message: `${nameOf(group[0]?.candidate)}的自评选了${group.length}份推荐包，只能选一份`,
    }));
}

/**
 * 每个地、部门推荐 2 个: on the desk of one body everything that is chosen is its own, whatever 推荐单位 the packages name;
 * on the provincial desk each body has its own. 原则上 50 is about the province alone, and only a reminder.
 */
function checkQuota(
  { campaign, level }: Pick<Chosen, 'campaign' | 'level'>,
  chosen: readonly Ranked[],
): ChoiceProblem[] {
  const { quota } = campaign;
  if (!quota) return [];
  if (level === 'body') {
    const most = `本推荐单位（含所属各县区、各单位）最多${quota.perBody}个`;
    return [
      ...tooMany(chosen, quota, `共选了${chosen.length}个（${namesOf(chosen)}），${most}`),
      ...(quota.distinct === 'industryOrRegion' ? alike('', chosen, quota.source) : []),
    ];
  }
  return [
    ...reminders(quota, chosen),
    ...groups(chosen, bodyOf).flatMap((group) => {
      const body = group[0] === undefined ? '' : bodyOf(group[0]);
      if (body === '') {
        const message = `${namesOf(group)}没有填写推荐单位，无法核对名额`;
        return [problem('noBody', group, message, quota.source)];
      }
      const words = `${body}选了${group.length}个（${namesOf(group)}），每个推荐单位最多${quota.perBody}个`;
      return [
        ...tooMany(group, quota, words),
        ...(quota.distinct === 'industryOrRegion' ? alike(`${body}的`, group, quota.source) : []),
      ];
    }),
  ];
}

type Quota = NonNullable<Desk['campaign']['quota']>;

function problem(
  code: ChoiceProblem['code'],
  about: readonly Ranked[],
  message: string,
  source: Source,
): ChoiceProblem {
  return { code, severity: 'block', keys: keysOf(about), message, source };
}

function tooMany(group: readonly Ranked[], { perBody, source }: Quota, message: string): ChoiceProblem[] {
  return group.length > perBody ? [problem('perBody', group, message, source)] : [];
}

function reminders({ total, source, totalSource }: Quota, chosen: readonly Ranked[]): ChoiceProblem[] {
  if (total === undefined || chosen.length <= total) return [];
  const message = `共选了${chosen.length}个，全省原则上不超过${total}个，请注意`;
  return [{ ...problem('total', chosen, message, totalSource ?? source), severity: 'reminder' }];
}

/** Two of one body must differ in 行业 or in 地域. */
function alike(whose: string, group: readonly Ranked[], source: Source): ChoiceProblem[] {
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
          severity: 'block',
          keys: keysOf([a, b]),
          message: `${whose}${names}${what}，须分属不同行业或不同地域`,
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
  return { code: 'order', severity: 'block', keys: [key], message: `没有选名次更前的${names}，须写明理由` };
}

function bodyOf({ candidate }: Ranked): string {
  return candidate.superior.trim();
}

function nameOf(candidate: Candidate | undefined): string {
  return candidate?.unit || candidate?.fileName || '';
}

function namesOf(group: readonly Ranked[]): string {
  return group.map(({ candidate }) => nameOf(candidate)).join('、');
}

function keysOf(group: readonly Ranked[]): string[] {
  return group.map(({ candidate }) => candidate.key);
}

function groups(list: readonly Ranked[], by: (each: Ranked) => string): Ranked[][] {
  const found = new Map<string, Ranked[]>();
  for (const each of list) found.set(by(each), [...(found.get(by(each)) ?? []), each]);
  return [...found.values()];
}
