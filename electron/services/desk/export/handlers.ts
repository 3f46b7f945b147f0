import { assertNever } from '../../../../shared/values/assert-never.ts';
import type {
  DeskTable,
  deskExportCalls,
  JobResult,
  PackageFileKind,
} from '../../../../shared/contract/contract.ts';
import { UserError } from '../../../../shared/values/errors.ts';
import { eligibilityOn, isEligible } from '../../../../shared/review/candidate-columns.ts';
import { rankCandidates, type Ranked } from '../../../../shared/review/ranking.ts';
import { verdictLabel } from '../../../../shared/review/receipt.ts';
import { summaryName } from '../../../../shared/review/recommending.ts';
import { decisionOf, pendingWord, statusOf } from '../../../../shared/review/status.ts';
import { localDay } from '../../base/clock.ts';
import { safeFileName } from '../../../../shared/values/file-names.ts';
import { isCancellation, notedFailure } from '../../base/failures.ts';
import { discard, type FileTokens, type OfferedFile } from '../../base/file-tokens.ts';
import type { HandlersFor } from '../../base/handlers.ts';
import { SOFTWARE } from '../../base/version.ts';
import type { SpawnReader } from '../../import/spawn-reader.ts';
import type { JobContext, Jobs } from '../../base/jobs.ts';
import { type FileMaker, makeFile } from '../../files/made-files.ts';
import { zipParts } from '../../sheets/deterministic.ts';
import type { DeskSession } from '../desk-session.ts';
import type { Desks } from '../desks.ts';
import type { DeskView, StatisticsView } from './desk-view.ts';
import { buildPackageFile, FILE_ENDINGS, FILE_NAMES, officeOf } from './package-files.ts';
import type { StandingWords } from './report/input.ts';
import { readSurvey, readWorkbookScores } from './read-back.ts';
import { buildReceipts, RECEIPTS_TITLE } from './receipts.ts';
import type { UnitScores } from './section-averages.ts';
import { buildStatistics } from './statistics.ts';
import { buildSummary } from './summary/workbook.ts';

/** Characters of a unit's name in a file name: what tells files apart stands behind it and is never cut off. */
const NAME = 30;

function tableName(table: DeskTable, { standard, desk }: Pick<DeskView, 'standard' | 'desk'>): string {
  switch (table) {
    case 'summary':
      return summaryName(standard, desk.campaign);
    case 'statistics':
      return '批次统计';
    case 'receipts':
      return RECEIPTS_TITLE;
    default:
      return assertNever(table);
  }
}

export interface DeskExportPorts extends FileMaker {
  readonly offered: FileTokens<OfferedFile>;
  readonly jobs: Jobs;
  readonly desks: Desks;
  readonly spawnReader: SpawnReader | undefined;
}

/** What leaves the desk as files and what comes back filled in. */
export function deskExportHandlers(ports: DeskExportPorts): HandlersFor<typeof deskExportCalls> {
  const { now, offered, jobs, desks, spawnReader } = ports;
  return {
    exportDeskTable: async ({ id, table }) => {
      const session = await desks.sessions.get(id);
      await session.checked();
      const bytes = await buildTable(table, session, localDay(now()));
      return makeFile(ports, `${tableName(table, session)}-${session.desk.title}`, '.xlsx', bytes);
    },
    exportPackageFiles: async ({ id, keys, what }) => {
      const { desk } = await desks.sessions.get(id);
      if (what === 'feedback') officeOf(desk);
      const task = async (session: DeskSession, job: JobContext): Promise<JobResult> => {
        await session.checked(job.signal);
        return packageFiles(ports, session, { keys, what, job });
      };
      const jobId = jobs.start(`正在生成${FILE_NAMES[what]}`, (job) =>
        desks.sessions.during(id, (session) => task(session, job)),
      );
      return { jobId };
    },
    readWorkbookScores: async ({ deskId, key, token }) =>
      readWorkbookScores(offered.get(token).path, await (await desks.sessions.get(deskId)).load(key), {
        spawnReader,
      }),
    readSurvey: async ({ token }) => {
      const count = await readSurvey(offered.get(token).path, { spawnReader });
      await discard([offered.take(token)]);
      return count;
    },
  };
}

/** The desk as its tables are made from it. */
export function viewOf(session: DeskSession): DeskView {
  return {
    desk: session.desk,
    standard: session.standard,
    candidates: session.candidates(),
    receipts: session.receipts(),
    ...session.received(),
    heat: session.heat(),
  };
}

/** The same, with the scores of each unit read again from its package and its review. */
export async function statisticsViewOf(session: DeskSession): Promise<StatisticsView> {
  const view = viewOf(session);
  const scores: UnitScores[] = [];
  let unread = 0;
  for (const { rank, candidate } of rankCandidates(view.desk, view.candidates)) {
    if (rank === undefined || candidate.sample) continue;
    try {
      const { self, report } = await session.progressOf(candidate.key);
      scores.push({ self, ...(candidate.state === 'done' && { verified: report }) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      unread += 1;
    }
  }
  return { ...view, scores, unread };
}

async function buildTable(table: DeskTable, session: DeskSession, today: string): Promise<Uint8Array> {
  switch (table) {
    case 'summary':
      return buildSummary(viewOf(session), today);
    case 'statistics':
      return buildStatistics(await statisticsViewOf(session), today);
    case 'receipts':
      return buildReceipts(viewOf(session), today);
    default:
      return assertNever(table);
  }
}

/** One file, or a ZIP of one for each package; a package that fails does not stop the others. */
async function packageFiles(
  ports: DeskExportPorts,
  session: DeskSession,
  { keys, what, job }: { keys: readonly string[]; what: PackageFileKind; job: JobContext },
): Promise<JobResult> {
  const today = localDay(ports.now());
  const folder = await ports.data.exports();
  const ranked = rankCandidates(session.desk, session.candidates());
  const made = new Map<string, Buffer>();
  const failed: { key: string; unit: string; message: string }[] = [];
  let last = '';
  for (const [index, key] of keys.entries()) {
    job.signal.throwIfAborted();
    job.step(`正在生成第 ${index + 1}/${keys.length} 份${FILE_NAMES[what]}`);
    try {
      const loaded = { ...(await session.load(key)), standing: standingOf(key, ranked) };
      const loss = session.received().lostReviews.find((each) => each.key === key)?.loss;
      const bytes = await buildPackageFile(
        what,
        { ...loaded, loss },
        {
          desk: session.desk,
          today,
          software: SOFTWARE,
          folder,
        },
      );
      const whose = [...loaded.candidate.unit].slice(0, NAME).join('');
      const name = `${FILE_NAMES[what]}-${whose}-第${loaded.candidate.revision}版`;
      last = `${name}-${key.slice(0, 8)}`;
      const named = (stem: string): string => safeFileName(`${stem}${FILE_ENDINGS[what]}`);
      // Neither two units of one name nor two keys that begin alike make two files one.
      made.set(made.has(named(last)) ? named(`${name}-${key}`) : named(last), Buffer.from(bytes));
    } catch (error) {
      if (isCancellation(error) || keys.length === 1) throw error;
      const { message } = notedFailure(error);
      const unit = session.candidates().find((each) => each.key === key)?.unit ?? '';
      failed.push({ key, unit, message });
    }
  }
  const [only] = made.values();
  if (!only) throw nothingMade(failed[0]?.message ?? '');
  const file =
    keys.length === 1
      ? await makeFile(ports, last, FILE_ENDINGS[what], only)
      : await makeFile(
          ports,
          `${FILE_NAMES[what]}-${session.desk.title}`,
          '.zip',
          await zipParts(made, today),
        );
  return { kind: 'deskFiles', file, files: made.size, failed };
}

/** Where a package stands among all of its desk, in words. */
export function standingOf(key: string, ranked: readonly Ranked[]): StandingWords {
  const mine = ranked.find(({ candidate }) => candidate.key === key);
  return mine
    ? {
        label: [verdictLabel(statusOf(mine), mine.candidate.checked), pendingWord(mine.candidate)]
          .filter((word) => word !== '')
          .join('，'),
        eligibility: eligibilityOn(mine),
        eligible: isEligible(mine),
        doubts: mine.doubts,
        decision: decisionOf(mine, ranked),
      }
    : { label: '', eligibility: '', eligible: false, doubts: [], decision: '' };
}

function nothingMade(reason: string): UserError {
  return new UserError({
    code: 'nothing-made',
    message: `一份也没有生成：${reason}`,
    effect: '没有导出；核验记录没有改动。',
    remedy: '请检查这些推荐包能否打开后再试。',
  });
}
