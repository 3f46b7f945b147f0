import { basename, resolve } from 'node:path';
import { eligibilityOn, isEligible, openConditions } from '../../shared/review/candidate-columns.ts';
import type { Candidate } from '../../shared/review/candidate.ts';
import { UserError } from '../../shared/values/errors.ts';
import { rankCandidates } from '../../shared/review/ranking.ts';
import { correctionLines } from '../../shared/review/desk-row.ts';
import { reachedOf } from '../../shared/review/status.ts';
import { showPoints } from '../../shared/values/points.ts';
import { localDay } from '../services/base/clock.ts';
import { viewOf } from '../services/desk/export/handlers.ts';
import { buildSummary } from '../services/desk/export/summary/workbook.ts';
import type { DeskSession } from '../services/desk/desk-session.ts';
import { packageMissing } from '../services/desk/messages.ts';
import { guarded } from '../services/base/failures.ts';
import { replaceFile } from '../services/files/files.ts';
import { type CommandContext, EXIT, outPath, UsageError } from './context.ts';
import { onDesk } from './on-desk.ts';
import { pointsOf, reviewRank } from './review-rank.ts';
import { reviewImport } from './review-import.ts';
import { requireSafeTargets } from './targets.ts';

/** `review import|score|rank|export`: the evaluator's desk in a terminal. `--desk` is the desk's folder. */
export async function review(context: CommandContext): Promise<number> {
  const [action = '', ...positionals] = context.positionals;
  const { desk, received, pack, agree, out, body } = context;
  if (desk === undefined) throw new UsageError('请用 --desk 写明核验台文件夹');
  const given = {
    received,
    package: pack,
    agree: agree || undefined,
    out,
    body,
    'confirm-gaps': context.confirmGaps || undefined,
  };
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
      only('package', 'agree', 'confirm-gaps');
      return onDesk(desk, on, (session) => score(session, on));
    case 'export':
      only('out');
      return exportSummary(resolve(desk), on);
    case 'rank':
      only();
      return onDesk(desk, on, (session) => reviewRank(session, on));
    default:
      throw new UsageError('review 后面请写 import、score、rank 或 export');
  }
}

/**
 * `--agree`: the unit's own scores become the verified ones, for every item that is still pending; `--confirm-gaps`: what is
 * left out as 合理缺项 is confirmed.
 */
async function score(desk: DeskSession, context: CommandContext): Promise<number> {
  const { pack, agree } = context;
  if (pack === undefined || context.positionals.length > 0) throw new UsageError('请用 --package 写明推荐包');
  const candidate = packageCalled(pack, desk);
  if (agree) {
    const { pending } = await desk.progressOf(candidate.key);
    if (pending.length > 0) await desk.editReview(candidate.key, { kind: 'agree', codes: [...pending] });
  }
  if (context.confirmGaps) await confirmGaps(desk, candidate.key);
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
    const verified = verifiedScore === undefined ? '—' : `${showPoints(verifiedScore)} 分`;
    context.say(
      `${unit}　自评 ${showPoints(selfScore)} 分　核验 ${verified}（${progress.done}/${progress.total}）`,
    );
    const reached = reachedOf(row);
    const line = reached === '未完成核验' ? reached : `${reached} ${showPoints(row.passScore)} 分`;
    const word = ranked ? eligibilityOn(ranked) : '';
    context.say(`  ${[...new Set([word, line])].filter((words) => words !== '').join('　')}`);
    for (const missing of missingOf(row)) context.say(`  ${missing}`);
    const notes = [...onlyBy, ...vetoes, ...(gaps === '' ? [] : [gaps]), ...correctionLines(row)];
    for (const note of notes) context.say(`  ${note}`);
    const told = findings.filter(({ code }) => code !== 'gapsUnconfirmed');
    for (const words of [...told.map(({ message }) => message), ...openConditions(row)])
      context.say(`  ${words}`);
  }
  return EXIT.done;
}

/** By its key, or by the name of its file. Throws a UserError for one that was received and is missing now. */
function packageCalled(pack: string, desk: DeskSession): Candidate {
  const isIt = ({ key, fileName }: { key: string; fileName: string }): boolean =>
    key === pack || fileName === basename(pack);
  const [candidate, ...others] = desk.candidates().filter(isIt);
  const [missing, ...more] = desk.missing().filter(isIt);
  const count = others.length + more.length + Number(Boolean(candidate)) + Number(Boolean(missing));
  if (count > 1) throw new UsageError(`有${count}个推荐包叫 ${pack}，请改用它的编号`);
  if (missing) throw packageMissing(missing);
  if (!candidate) throw new UsageError(`核验台里没有 ${pack}`);
  return candidate;
}

/** What keeps the verifying from being finished, and where it is done. */
function missingOf({ state, progress, findings }: Candidate): string[] {
  if (state === 'done') return [];
  const left = progress.total - progress.done;
  return [
    ...(left > 0 ? [`还差：${left}项没有核验，请在核验台逐项核验，或用 --agree 采用单位的自评`] : []),
    ...findings
      .filter(({ code }) => code === 'gapsUnconfirmed')
      .map(({ message }) => `还差：${message}，请在核验台打开这个推荐包确认，或用 --confirm-gaps 确认`),
  ];
}

/** As the desk's own button: only once every item is verified. */
async function confirmGaps(desk: DeskSession, key: string): Promise<void> {
  const { pending, report } = await desk.progressOf(key);
  if (pending.length > 0) {
    throw new UserError({
      code: 'gaps-pending',
      message: `还有${pending.length}项没有核验，不能确认合理缺项。`,
      effect: '没有确认合理缺项。',
      remedy: '请先在核验台逐项核验，或同时用 --agree 采用单位的自评。',
    });
  }
  if (report.gaps.count > 0) await desk.editReview(key, { kind: 'confirmGaps', gaps: report.gaps });
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
