import type { Candidate } from '../../shared/review/candidate.ts';
import {
  CANDIDATE_COLUMNS,
  eligibilityOn,
  type PointsKey,
  SCORE_KEYS,
} from '../../shared/review/candidate-columns.ts';
import { TIMING_LABELS } from '../../shared/campaign/deadline.ts';
import { kindWords } from '../../shared/campaign/words.ts';
import { breaches, checkChoice } from '../../shared/review/choice.ts';
import { nameOf } from '../../shared/review/choice-problem.ts';
import { resultName, weightsSentence } from '../../shared/review/comprehensive.ts';
import { correctionLines } from '../../shared/review/desk-row.ts';
import { type Ranked, rankCandidates } from '../../shared/review/ranking.ts';
import { type Receipt, verdictLabel } from '../../shared/review/receipt.ts';
import { choicesOf, isRecommending, notRecommending } from '../../shared/review/recommending.ts';
import { routesSentence } from '../../shared/review/routes.ts';
import type { Desk } from '../../shared/review/schema.ts';
import { isUndecided } from '../../shared/review/standing.ts';
import { decisionOf, reachedOf, statusOf } from '../../shared/review/status.ts';
import { choiceWords, unsettledWords } from '../../shared/review/unsettled.ts';
import { basisOf, byWords } from '../../shared/standard/basis.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { formatPoints } from '../../shared/values/points.ts';
import type { DeskSession } from '../services/desk/desk-session.ts';
import { type CommandContext, EXIT, UsageError } from './context.ts';

/** Everything on the desk in its order, with what is in doubt and what was decided; then what was not kept. */
export function reviewRank(session: DeskSession, context: CommandContext): Promise<number> {
  if (context.positionals.length > 0) throw new UsageError('review rank 不用写文件');
  const { desk, standard } = session;
  const ranked = rankCandidates(desk, session.candidates());
  const others = session.receipts().filter(({ kept }) => !kept);
  if (context.json) {
    const chosen = new Set(choicesOf(desk, standard).map(({ key }) => key));
    const packages = [...ranked.map((each) => rankedForm(each, ranked, chosen)), ...others.map(otherForm)];
    context.print(JSON.stringify({ basis: basisOf(standard), packages }));
  } else {
    for (const line of [
      ...aboveLines(desk, standard),
      ...ranked.flatMap((each) => rankedLines(each, ranked, { desk, standard })),
      ...others.map(otherLine(desk)),
      ...choiceLines(session, ranked),
    ])
      context.say(line);
  }
  return Promise.resolve(EXIT.done);
}

function rankedForm(each: Ranked, all: readonly Ranked[], chosen: ReadonlySet<string>) {
  const { candidate, rank } = each;
  return {
    file: candidate.fileName,
    unit: candidate.unit,
    status: statusOf(each),
    ...pointsOf(candidate),
    rank: rank ?? null,
    reached: reachedOf(candidate),
    timing: candidate.timing,
    chosen: chosen.has(candidate.key),
    ...bodyOf(candidate),
    ...extrasOf(each, all),
  };
}

function otherForm({ fileName, verdict, verification }: Receipt) {
  return {
    file: fileName,
    unit: verification.unit,
    status: verdict,
    ...pointsOf(undefined),
    rank: null,
    reached: null,
    timing: null,
    chosen: false,
    ...bodyOf(undefined),
  };
}

function aboveLines(desk: Desk, standard: Standard): string[] {
  const why = notRecommending(standard, desk.campaign);
  return [
    ...(why === '' ? [] : [why]),
    ...(desk.level === 'body' ? [`推荐单位：${desk.body ?? '未录入'}`] : []),
    // The order is never said without by what kind of standard it is one.
    [byWords(standard), weightsSentence(desk.campaign)].filter((words) => words !== '').join('，'),
  ];
}

/** One package as the screen shows it, and below it what is to be said of it. */
function rankedLines(
  each: Ranked,
  all: readonly Ranked[],
  { desk, standard }: { readonly desk: Desk; readonly standard: Standard },
): string[] {
  const { candidate, rank, provisional, tied, adjustment } = each;
  const { campaign, level } = desk;
  const { selfScore, verifiedScore, comprehensive } = pointsOf(candidate);
  // Of what is not verified to the end no score of the verifying is said.
  const result = candidate.state === 'done' ? (campaign.comprehensive ? comprehensive : verifiedScore) : null;
  const isChosen = choicesOf(desk, standard).some(({ key }) => key === candidate.key);
  const isDoubtful = isUndecided(each);
  const label = [
    verdictLabel(statusOf(each), candidate.checked),
    candidate.timing === 'pending' ? TIMING_LABELS.pending : '',
    isDoubtful ? (rank === undefined ? '待决定，不参加排名' : '待决定，暂列') : '',
    tied ? '并列' : '',
    adjustment ? '已调整' : '',
    provisional && rank !== undefined ? '暂排' : '',
    isChosen ? `拟${kindWords(campaign).act}` : '',
  ].filter((word) => word !== '');
  const parts = [
    rank ?? '—',
    nameOf(candidate),
    label.join('，'),
    ...(level === 'province' ? [`推荐单位 ${candidate.body || '未定'}`] : []),
    `自评 ${selfScore ?? '—'}`,
    `${resultName(campaign)} ${result ?? '—'}`,
    reachedOf(candidate),
    ...(isRecommending(standard, campaign) ? [eligibilityOn(each)] : []),
  ];
  const { note, doubts = [], decision, bodies } = extrasOf(each, all);
  const notes = [
    ...(note === undefined ? [] : [note]),
    ...doubts,
    ...(decision === undefined ? [] : [decision]),
    ...(bodies ? [routesSentence({ bodies })] : []),
    ...(adjustment ? [`名次调整：${adjustment.reason}`] : []),
    ...correctionLines(candidate),
  ];
  return [parts.join('　'), ...notes.map((words) => `  ${words}`)];
}

/** A file that is not on the desk: only what it is. */
function otherLine({ campaign }: Desk): (receipt: Receipt) => string {
  return ({ fileName, verdict, verification: { unit } }) =>
    `—　${unit || fileName}　${verdictLabel(verdict, true)}　自评 —　${resultName(campaign)} —　—`;
}

/** What was chosen and what the rules say of it, as the panel beside the order does. */
function choiceLines(session: DeskSession, ranked: readonly Ranked[]): string[] {
  const { desk, standard } = session;
  if (!isRecommending(standard, desk.campaign)) return [];
  const { act } = kindWords(desk.campaign);
  const byKey = new Map(ranked.map(({ candidate }) => [candidate.key, candidate]));
  const names = desk.choices.map(({ key, reason }) => {
    const name = nameOf(byKey.get(key)) || key;
    return reason === '' ? name : `${name}（${act}理由：${reason}）`;
  });
  const problems = checkChoice(desk, standard, ranked);
  const wrong = breaches(problems);
  const unsettled = unsettledWords(desk, standard, {
    ranked,
    ...session.received(),
  });
  const isFine = wrong.length === 0 && names.length > 0;
  return [
    `拟${act} ${names.length} 个${names.length === 0 ? '' : `：${names.join('、')}`}`,
    ...(wrong.length > 0 ? [`还有 ${wrong.length} 处不合规定：`] : []),
    ...wrong.map(({ message }) => `  ${message}`),
    ...problems.filter(({ severity }) => severity === 'reminder').map(({ message }) => `提醒：${message}`),
    ...(isFine ? [choiceWords(desk, unsettled)] : []),
    ...unsettled.map((words) => `  ${words}`),
  ];
}

/** Who recommends it by the desk, and what the unit wrote of its 上级主管部门; null of what is not on the desk. */
function bodyOf(candidate: Candidate | undefined) {
  const { body = null, superior = null, industry = null, region = null } = candidate ?? {};
  return { body, superior, industry, region };
}

/** What only a line has that something is to be said of: the others keep their form. */
interface Extras {
  /** What nobody has decided yet, in Chinese. */
  readonly doubts?: readonly string[];
  /** The recommending bodies that its unit came through, where there are several. */
  readonly bodies?: readonly string[];
  /** What a person decided, with the reason. */
  readonly decision?: string;
  /** Taken in by an earlier version, which did not look for contradictions. */
  readonly checked?: false;
  /** What the notice says of the day, in its own words. */
  readonly note?: string;
}

function extrasOf(each: Ranked, all: readonly Ranked[]): Extras {
  const decision = decisionOf(each, all);
  return {
    ...(each.doubts.length > 0 && { doubts: each.doubts }),
    ...(each.routes && { bodies: each.routes.bodies }),
    ...(decision !== '' && { decision }),
    ...(!each.candidate.checked && { checked: false }),
    ...(each.candidate.timingWords !== '' && { note: each.candidate.timingWords }),
  };
}

/** The scores of a candidate as decimal strings; null where there is none. */
export function pointsOf(candidate: Candidate | undefined): Partial<Record<PointsKey, string | null>> {
  return Object.fromEntries(
    SCORE_KEYS.map((key) => {
      const points = candidate && CANDIDATE_COLUMNS[key].value(candidate);
      return [key, points === undefined ? null : formatPoints(points)];
    }),
  );
}
