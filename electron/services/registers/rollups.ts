import { randomUUID } from 'node:crypto';
import type { CallInput, rollupCalls, RollupSummary } from '../../../shared/contract/contract.ts';
import type { Plan } from '../../../shared/registers/plan.ts';
import { rollupDocument } from '../../../shared/registers/rollup/document.ts';
import { LEAST } from '../../../shared/registers/rollup/collect/schema.ts';
import { lateTasks } from '../../../shared/registers/rollup/grid.ts';
import { rollupReminder } from '../../../shared/registers/reminders.ts';
import { type Rollup, rollupTitle, ROLLUP_VERSION } from '../../../shared/registers/rollup/schema.ts';
import { uncountedWords } from '../../../shared/registers/rollup/uncounted.ts';
import type { EvidenceViewer } from '../assessment/evidence/view.ts';
import { searchedRollup } from '../../../shared/search/lines.ts';
import { localDay } from '../base/clock.ts';
import { type FileTokens, type OfferedFile, startWithFiles } from '../base/file-tokens.ts';
import type { HandlersFor } from '../base/handlers.ts';
import type { Jobs } from '../base/jobs.ts';
import { copyService } from '../document/copies.ts';
import { DocumentFolders } from '../document/document-folders.ts';
import { documentService } from '../document/handlers.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { type FileMaker, makeFile } from '../files/made-files.ts';
import type { SpawnReader } from '../import/spawn-reader.ts';
import { exportDisc } from './case-disc.ts';
import { buildCaseList } from './case-workbook.ts';
import { collectCases, collectedFile, rollupOfReference } from './collect-cases.ts';
import { entryFileUnknown } from './messages.ts';
import { loadPlans } from './plans.ts';
import { receiveProgress, takeProgress } from './receive-progress.ts';
import { openRollup, type RollupSession } from './rollup-session.ts';
import { buildRollup } from './rollup-workbook.ts';

/** The folder of all roll-ups, below the data folder. */
const ROLLUPS = '年度任务汇总';

interface RollupPorts extends FileMaker {
  readonly data: DataFolder;
  readonly resources: string;
  readonly offered: FileTokens<OfferedFile>;
  readonly jobs: Jobs;
  readonly viewer: EvidenceViewer;
  readonly spawnReader: SpawnReader | undefined;
}

/** 年度任务汇总, as a part of the host. */
export function rollupPart(ports: RollupPorts) {
  const { data, now } = ports;
  const folders = new DocumentFolders({ data, now, name: ROLLUPS, kind: rollupDocument, open: openRollup });
  const { sessions, found } = folders;
  return {
    documents: { rollup: documentService(sessions) },
    handlers: rollupHandlers(ports, folders),
    copies: { rollup: copyService({ ...ports, folders: found, sessions, words: rollupDocument.words }) },
    /** Of a case, by `rollup.<id>`. */
    evidence: async (reference: string, sha256: string) => {
      const id = rollupOfReference(reference);
      return id === undefined ? undefined : collectedFile(await sessions.get(id), sha256);
    },
    searched: async () => (await found.lines()).map(({ value }) => value && searchedRollup(value)),
  };
}

function rollupHandlers(
  ports: RollupPorts,
  folders: DocumentFolders<Rollup, RollupSession>,
): HandlersFor<typeof rollupCalls> {
  const { now, resources, jobs, viewer, spawnReader } = ports;
  const { sessions } = folders;
  return {
    listRollups: async () => {
      const today = localDay(now());
      const plans = await loadPlans(resources);
      return { rollups: (await folders.list()).map((line) => summaryOf(line, { today, plans })) };
    },
    rollupReminders: async () => {
      const [today, plans] = [localDay(now()), await loadPlans(resources)];
      const rollups = (await folders.list())
        .flatMap(({ id, title, value }) =>
          value ? [{ id, title, ...rollupReminder(value, today, plans) }] : [],
        )
        .filter(({ words }) => words !== '');
      return { rollups };
    },
    createRollup: async (head) => ({ id: await folders.create(newRollup(head, now())) }),
    importProgress: async ({ id, tokens }) => {
      await sessions.get(id);
      return startWithFiles(ports, { step: '正在读取进度表', tokens }, (files, job) =>
        sessions.during(id, async (rollup) => ({
          kind: 'progressFiles',
          receipts: await receiveProgress(rollup, files, {
            ...{ job, now: now(), plans: await loadPlans(resources) },
          }),
          saved: rollup.saved(),
        })),
      );
    },
    takeProgress: async ({ id, fileName, progress }) => {
      const rollup = await sessions.get(id);
      const wish = { now: now(), plans: await loadPlans(resources) };
      const receipt = await takeProgress(rollup, { fileName, progress }, wish);
      return { receipt, saved: rollup.saved() };
    },
    exportRollup: async ({ id }) => {
      const { value } = await sessions.get(id);
      const bytes = await buildRollup(value, await loadPlans(resources), localDay(now()));
      return makeFile(ports, `年度任务汇总-${value.title}`, '.xlsx', bytes);
    },
    collectCases: async ({ id, files: wanted }) => {
      await sessions.get(id);
      const tokens = wanted.map(({ token }) => token);
      return startWithFiles(ports, { step: '正在收案例', tokens }, (files, job) =>
        sessions.during(id, async (rollup) => ({
          kind: 'caseFiles',
          receipts: await collectCases(
            rollup,
            files.map((file, index) => ({ ...file, unit: wanted[index]?.unit ?? '' })),
            { job, now: now(), spawnReader },
          ),
          saved: rollup.saved(),
        })),
      );
    },
    openCaseFile: async ({ id, sha256 }) => {
      const file = await collectedFile(await sessions.get(id), sha256);
      if (!file) throw entryFileUnknown();
      await viewer.open(sha256, file);
      return {};
    },
    exportCaseList: async ({ id }) => {
      const { value } = await sessions.get(id);
      const bytes = await buildCaseList(value, localDay(now()));
      return makeFile(ports, `典型案例清单-${value.title}`, '.xlsx', bytes);
    },
    exportCaseDisc: async ({ id }) => {
      await sessions.get(id);
      const jobId = jobs.start('正在导出入选案例', (job) =>
        sessions.during(id, async (rollup) => ({
          kind: 'caseDisc',
          ...(await exportDisc(rollup, ports, job)),
        })),
      );
      return { jobId };
    },
  };
}

function newRollup(head: CallInput<'createRollup'>, now: Date): Rollup {
  const at = now.toISOString();
  return {
    ...{ version: ROLLUP_VERSION, id: randomUUID(), createdAt: at, updatedAt: at },
    ...{ ...head, title: rollupTitle(head), units: [], points: [] },
    ...{ caseDay: '', caseSource: '', caseLeast: LEAST, cases: [], attachments: [] },
  };
}

type Line = Awaited<ReturnType<DocumentFolders<Rollup, RollupSession>['list']>>[number];

function summaryOf(
  { value, ...line }: Line,
  against: { readonly today: string; readonly plans: readonly Plan[] },
): RollupSummary {
  const units = value?.units ?? [];
  return {
    ...line,
    ...{ units: units.length, received: units.filter(({ received }) => received).length },
    late: value ? lateTasks(value, against).length : 0,
    uncounted: value ? uncountedWords(value) : '',
  };
}
