import { basename, resolve } from 'node:path';
import type { Candidate } from '../../shared/review/candidate.ts';
import {
  CANDIDATE_COLUMNS,
  eligibilityOn,
  isEligible,
  type PointsKey,
  SCORE_KEYS,
} from '../../shared/review/candidate-columns.ts';
import { TIMING_LABELS } from '../../shared/campaign/deadline.ts';
import { basisOf, byWords } from '../../shared/standard/basis.ts';
import { choicesOf, notRecommending } from '../../shared/review/recommending.ts';
import { resultName, weightsSentence } from '../../shared/review/comprehensive.ts';
import { type Ranked, rankCandidates } from '../../shared/review/ranking.ts';
import { correctionLines } from '../../shared/review/desk-row.ts';
import { routesSentence } from '../../shared/review/routes.ts';
import { verdictLabel } from '../../shared/review/receipt.ts';
import { decisionOf, reachedOf, statusOf } from '../../shared/review/status.ts';
import { formatPoints, showPoints } from '../../shared/values/points.ts';
import { localDay } from '../services/base/clock.ts';
import { viewOf } from '../services/desk/export/handlers.ts';
import { buildSummary } from '../services/desk/export/summary/workbook.ts';
import type { DeskSession } from '../services/desk/desk-session.ts';
import { guarded } from '../services/base/failures.ts';
import { replaceFile } from '../services/files/files.ts';
import { type CommandContext, EXIT, outPath, UsageError } from './context.ts';
import { onDesk } from './on-desk.ts';
import { reviewImport } from './review-import.ts';
import { requireSafeTargets } from './targets.ts';

/** `review import|score|rank|export`: the evaluator's desk in a terminal. `--desk` is the desk's folder. */
export async function review(context: CommandContext): Promise<number> {
  const [action = '', ...positionals] = context.positionals;
  const { desk, received, pack, agree, out, body } = context;
  if (desk === undefined) throw new UsageError('请用 --desk 写明核验台文件夹');
  const given = { received, package: pack, agree: agree || undefined, out, body };
  const only = (...names: (keyof typeof given)[]): void => {
    for (const [name, value] of Object.entries(given)) {
      if (value !== undefined && !names.some((each) => each === name))
        throw new UsageError(`review ${action} 没有 --${name} 这个选项`);
    }
  };
  const on = { ...context, positionals };
  switch (action) {
    case 'import':
      only('received', 'body');
      return reviewImport(resolve(desk), on);
    case 'score':
      only('package', 'agree');
      return onDesk(desk, on, (session) => score(session, on));
    case 'export':
      only('out');
      return exportSummary(resolve(desk), on);
    case 'rank':
      only();
      return onDesk(desk, on, (session) => rank(session, on));
    default:
      throw new UsageError('review 后面请写 import、score、rank 或 export');
  }
}

/** `--agree`: the unit's own scores become the verified ones, for every item that is still pending. */
async function score(desk: DeskSession, context: CommandContext): Promise<number> {
  const { pack, agree } = context;
  if (pack === undefined || context.positionals.length > 0) throw new UsageError('请用 --package 写明推荐包');
  const found = desk.candidates().filter(({ key, fileName }) => key === pack || fileName === basename(pack));
  const [candidate] = found;
  if (!candidate || found.length > 1) {
    throw new UsageError(
      candidate ? `有${found.length}个推荐包叫 ${pack}，请改用它的编号` : `核验台里没有 ${pack}`,
    );
  }
  if (agree) {
    const { pending } = await desk.progressOf(candidate.key);
    if (pending.length > 0) await desk.editReview(candidate.key, { kind: 'agree', codes: [...pending] });
  }
  const all = rankCandidates(desk.desk, desk.candidates());
  const ranked = all.find((each) => each.candidate.key === candidate.key);
  const row = ranked?.candidate ?? candidate;
  const { key, fileName, unit, selfScore, verifiedScore, state, progress, findings, basis } = row;
  const { timing, gaps, onlyBy, vetoes, body, superior, industry, region } = row;
  const eligible = ranked !== undefined && isEligible(ranked);
  if (context.json) {
    const scores = pointsOf(row);
    context.print(
      JSON.stringify({
        ...{ key, file: fileName, unit, state, progress, ...scores },
        ...{ basis, eligible, timing, findings, body, superior, industry, region },
      }),
    );
  } else {
    const verified = verifiedScore === undefined ? '未完成核验' : `${showPoints(verifiedScore)} 分`;
    context.say(
      `${unit}　自评 ${showPoints(selfScore)} 分　核验 ${verified}（${progress.done}/${progress.total}）`,
    );
    context.say(
      `  ${ranked ? eligibilityOn(ranked) : ''}　${reachedOf(row)} ${showPoints(row.passScore)} 分`,
    );
    const notes = [...onlyBy, ...vetoes, ...(gaps === '' ? [] : [gaps]), ...correctionLines(row)];
    for (const note of notes) context.say(`  ${note}`);
    for (const { message } of findings) context.say(`  ${message}`);
  }
  return EXIT.done;
}

/** Everything on the desk in its order, with what is in doubt and what was decided; then what was not kept. */
function rank(desk: DeskSession, context: CommandContext): Promise<number> {
  if (context.positionals.length > 0) throw new UsageError('review rank 不用写文件');
  const ranked = rankCandidates(desk.desk, desk.candidates());
  const { standard } = desk;
  const basis = basisOf(standard);
  const chosen = new Set(choicesOf(desk.desk, standard).map(({ key }) => key));
  const lines = ranked.map((each) => ({
    file: each.candidate.fileName,
    unit: each.candidate.unit,
    status: statusOf(each),
    ...pointsOf(each.candidate),
    rank: each.rank ?? null,
    reached: reachedOf(each.candidate),
    timing: each.candidate.timing,
    chosen: chosen.has(each.candidate.key),
    ...bodyOf(each.candidate),
    ...extrasOf(each, ranked),
  }));
  const others = desk
    .receipts()
    .filter(({ kept }) => !kept)
    .map(({ fileName, verdict, verification }) => ({
      file: fileName,
      unit: verification.unit,
      status: verdict,
      ...pointsOf(undefined),
      rank: null,
      reached: null,
      timing: null,
      chosen: false,
      ...bodyOf(undefined),
      ...NO_EXTRAS,
    }));
  if (context.json) context.print(JSON.stringify({ basis, packages: [...lines, ...others] }));
  else {
    const { campaign } = desk.desk;
    const why = notRecommending(standard, campaign);
    if (why !== '') context.say(why);
    if (desk.desk.level === 'body') context.say(`推荐单位：${desk.desk.body ?? '未录入'}`);
    // The order is never said without by what kind of standard it is one.
    context.say([byWords(standard), weightsSentence(campaign)].filter((words) => words !== '').join('，'));
    for (const [index, line] of [...lines, ...others].entries()) {
      // Those of the desk stand first, in its order.
      const { candidate, rank: held, provisional = false } = ranked[index] ?? {};
      const { rank: place, unit, status, selfScore, file, doubts = [], decision, note = '' } = line;
      const score = campaign.comprehensive ? line.comprehensive : line.verifiedScore;
      // Of what is not verified to the end no score of the verifying is said.
      const result = candidate?.state === 'done' ? score : null;
      const isHeld = provisional && held !== undefined;
      const label = [
        verdictLabel(status, line.checked !== false),
        line.timing === 'pending' ? TIMING_LABELS.pending : '',
        isHeld ? '暂排' : '',
      ]
        .filter((word) => word !== '')
        .join('，');
      context.say(
        `${place ?? '—'}　${unit || file}　${label}　自评 ${selfScore ?? '—'}　${resultName(campaign)} ${result ?? '—'}　${line.reached ?? '—'}`,
      );
      const notes = [
        ...(note === '' ? [] : [note]),
        ...doubts,
        ...(decision === undefined ? [] : [decision]),
        ...(line.bodies ? [routesSentence({ bodies: line.bodies })] : []),
      ];
      for (const each of notes) context.say(`  ${each}`);
    }
  }
  return Promise.resolve(EXIT.done);
}

/** Who recommends it by the desk, and what the unit wrote of its 上级主管部门; null of what is not on the desk. */
function bodyOf(candidate: Candidate | undefined) {
  const { body = null, superior = null, industry = null, region = null } = candidate ?? {};
  return { body, superior, industry, region };
}

/** 推荐对象汇总表, or 排序表（按参考标准）. A file that is there already is replaced only as a whole. */
async function exportSummary(folder: string, context: CommandContext): Promise<number> {
  if (context.positionals.length > 0) throw new UsageError('review export 不用写文件');
  const out = outPath(context, '汇总表，如 汇总表.xlsx');
  await requireSafeTargets([{ option: '--out', path: out, kind: 'file' }], [folder]);
  return onDesk(folder, context, async (desk) => {
    const bytes = await buildSummary(viewOf(desk), localDay(new Date()));
    await guarded({ action: '写汇总表', effect: '核验台没有改动。' }, () => replaceFile(out, bytes));
    context.print(context.json ? JSON.stringify({ file: out }) : out);
    return EXIT.done;
  });
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

const NO_EXTRAS: Extras = {};

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
function pointsOf(candidate: Candidate | undefined): Partial<Record<PointsKey, string | null>> {
  return Object.fromEntries(
    SCORE_KEYS.map((key) => {
      const points = candidate && CANDIDATE_COLUMNS[key].value(candidate);
      return [key, points === undefined ? null : formatPoints(points)];
    }),
  );
}
