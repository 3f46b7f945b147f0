import { kindWords } from '../campaign/words.ts';
import { isSameName } from '../values/bare-name.ts';
import { showPoints } from '../values/points.ts';
import type { Standard } from '../standard/schema.ts';
import type { Candidate } from './candidate.ts';
import { type ChoiceProblem, groups, keysOf, nameOf } from './choice-problem.ts';
import type { Ranked } from './ranking.ts';
import { resultName } from './comprehensive.ts';
import { bodyOf, checkQuota, isPooled, placesFor } from './quota.ts';
import { choicesOf } from './recommending.ts';
import type { Desk } from './schema.ts';

/**
 * What keeps the choice from standing, in words (quota: 豫法政办〔2020〕16号 附件 二（二）), and where it departs
 * from the order without a reason (`order`). Nothing but reminders: the choice may go out. Nothing is chosen by a
 * standard that is not official, so nothing stands against it. Pure.
 */
export function checkChoice(
  wish: Pick<Desk, 'campaign' | 'choices' | 'level' | 'body'>,
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
    ...checkRoutes(chosen, desk),
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
type Chosen = Pick<Desk, 'campaign' | 'level' | 'body'> & {
  readonly choices: readonly Desk['choices'][number][];
};

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
  const { campaign, choices, level, body = '' } = desk;
  // Nobody competes for a place where there are places for all (whoever is 验收合格 can be 确认).
  const { quota } = campaign;
  if (!quota) return [];
  const shares = (a: Ranked, b: Ranked) =>
    isPooled(desk)
      ? placesFor(quota, body) !== undefined
      : isSameName(bodyOf(a), bodyOf(b)) && placesFor(quota, bodyOf(b)) !== undefined;
  const reasons = new Map(choices.map(({ key, reason }) => [key, reason]));
  const chosen = ranked.filter(({ candidate }) => reasons.has(candidate.key));
  const free = ranked.filter((each) => !reasons.has(each.candidate.key) && mayBeChosen(each, desk));
  const full = level === 'province' && quota.total !== undefined && chosen.length >= quota.total;
  return chosen.flatMap((mine) => {
    const others = chosen.filter((each) => each !== mine);
    const { rank, candidate } = mine;
    const passedOver = free.filter(
      (each) =>
        rank !== undefined &&
        each.rank !== undefined &&
        each.rank < rank &&
        (full || shares(each, mine)) &&
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
  const { act, fails } = kindWords(campaign);
  const say = (code: ChoiceProblem['code'], message: string): ChoiceProblem[] => [
    { code, severity: 'block', keys: [candidate.key], message },
  ];
  if (out && out.reason !== 'suspect') {
    return say('out', `${name}的这份推荐包${OUT_WORDS[out.reason]}，不能${act}`);
  }
  const doubt = doubts[0];
  const open =
    doubt === undefined
      ? []
      : say(
          'doubt',
          `${name}的推荐包存疑，写明理由${collides.length > 0 ? '决定采用哪一份' : '采用'}之前不能${act}。${doubt}`,
        );
  if (out) return open;
  return [
    ...open,
    ...(candidate.qualifies ? [] : say('notEligible', `${name}${fails}：${firstBlock(candidate)}`)),
    ...(provisional ? say('unfinished', `${name}还没有${resultName(campaign)}，不能确定${act}`) : []),
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

/** A unit takes one place: where it came through two bodies, and is chosen for both, one of them has to go. */
function checkRoutes(chosen: readonly Ranked[], { campaign }: Chosen): ChoiceProblem[] {
  const { act } = kindWords(campaign);
  const inChoice = new Map(chosen.map((each) => [each.candidate.key, each]));
  const found = chosen.flatMap((mine): ChoiceProblem[] => {
    const { candidate, routes } = mine;
    if (!routes) return [];
    const both = [mine, ...routes.others.flatMap((key) => inChoice.get(key) ?? [])];
    const named = routes.bodies.join('、');
    const say = (about: readonly Ranked[], message: string): ChoiceProblem[] => [
      { code: 'twoRoutes', severity: 'block', keys: keysOf(about).sort(), message },
    ];
    if (both.length > 1) {
      return say(both, `${nameOf(candidate)}经${named}报送的都选了，同一单位只能由一个推荐单位${act}`);
    }
    if (candidate.alsoBodies.length === 0) return [];
    const bodies = [candidate.body, ...candidate.alsoBodies].join('、');
    return say(
      [mine],
      `${nameOf(candidate)}的同一份推荐包经${bodies}报送，请先在核验总表里定下由哪一个${act}`,
    );
  });
  // Both say the same of each other: once is enough.
  return found.filter(
    ({ keys }, index) => found.findIndex((each) => each.keys.join() === keys.join()) === index,
  );
}

function withoutReason({ key, passedOver }: Departure): ChoiceProblem {
  const names = passedOver.map(({ candidate, rank }) => `${nameOf(candidate)}（第${rank}名）`).join('、');
  return { code: 'order', severity: 'block', keys: [key], message: `没有选名次更前的${names}，须写明理由` };
}
