import { randomUUID } from 'node:crypto';
import type { CallInput, rollupCalls, RollupSummary } from '../../../shared/contract/contract.ts';
import { rollupDocument } from '../../../shared/registers/rollup/document.ts';
import { lateTasks } from '../../../shared/registers/rollup/grid.ts';
import { type Rollup, rollupTitle, ROLLUP_VERSION } from '../../../shared/registers/rollup/schema.ts';
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
import { loadPlans } from './plans.ts';
import { receiveProgress } from './receive-progress.ts';
import { openRollup, type RollupSession } from './rollup-session.ts';
import { buildRollup } from './rollup-workbook.ts';

/** The folder of all roll-ups, below the data folder. */
const ROLLUPS = '年度任务汇总';

interface RollupPorts extends FileMaker {
  readonly data: DataFolder;
  readonly resources: string;
  readonly offered: FileTokens<OfferedFile>;
  readonly jobs: Jobs;
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
    searched: async () => (await found.lines()).map(({ value }) => value && searchedRollup(value)),
  };
}

function rollupHandlers(
  ports: RollupPorts,
  folders: DocumentFolders<Rollup, RollupSession>,
): HandlersFor<typeof rollupCalls> {
  const { now, resources } = ports;
  const { sessions } = folders;
  return {
    listRollups: async () => {
      const today = localDay(now());
      return { rollups: (await folders.list()).map((line) => summaryOf(line, today)) };
    },
    createRollup: async (head) => ({ id: await folders.create(newRollup(head, now())) }),
    importProgress: async ({ id, tokens }) => {
      await sessions.get(id);
      return startWithFiles(ports, { step: '正在读取进度表', tokens }, (files, job) =>
        sessions.during(id, async (rollup) => ({
          kind: 'progressFiles',
          receipts: await receiveProgress(rollup, files, { job, now: now() }),
          saved: rollup.saved(),
        })),
      );
    },
    exportRollup: async ({ id }) => {
      const { value } = await sessions.get(id);
      const bytes = await buildRollup(value, await loadPlans(resources), localDay(now()));
      return makeFile(ports, `年度任务汇总-${value.title}`, '.xlsx', bytes);
    },
  };
}

function newRollup(head: CallInput<'createRollup'>, now: Date): Rollup {
  const at = now.toISOString();
  return {
    ...{ version: ROLLUP_VERSION, id: randomUUID(), createdAt: at, updatedAt: at },
    ...{ ...head, title: rollupTitle(head), units: [], points: [] },
  };
}

type Line = Awaited<ReturnType<DocumentFolders<Rollup, RollupSession>['list']>>[number];

function summaryOf({ value, ...line }: Line, today: string): RollupSummary {
  const units = value?.units ?? [];
  return {
    ...line,
    ...{ units: units.length, received: units.filter(({ received }) => received).length },
    late: value ? lateTasks(value, today).length : 0,
  };
}
