import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { read, utils, write } from 'xlsx';
import { ingestFile } from '../../electron/services/files/ingest.ts';
import { answerRequest } from '../../electron/services/import/parse/parse-request.ts';
import { assessmentDocument } from '../../shared/assessment/document.ts';
import { documentFile } from '../../electron/services/document/document-file.ts';
import { buildWorkbook, type WorkbookInput } from '../../electron/services/workbook/build.ts';
import type { Assessment } from '../../shared/assessment/schema.ts';
import { scoreAssessment } from '../../shared/scoring/report.ts';
import { invented } from './data/invented.ts';

const SAVES = 20;
const SCORINGS = 50;

/**
 * One piece of work in a process of its own, so that its memory is its own. Prints the milliseconds that the
 * work took, without Node's start and without making the data.
 */
const TASKS: Record<string, (home: string, argument: string) => Promise<number>> = {
  attach: async (folder, source) => {
    await mkdir(folder);
    return timed(() => ingestFile({ source, name: 'video.mp4', folder }));
  },
  save: async (home) => {
    const adapter = documentFile(assessmentDocument, home, () => new Date());
    return save(new Low(adapter, invented(2000).assessment));
  },
  'save-lowdb': (home) => {
    const adapter = new JSONFile<Assessment>(join(home, 'lowdb.json'));
    return save(new Low(adapter, invented(2000).assessment));
  },
  score: async (_home, items) => {
    const { standard, assessment } = invented(Number(items));
    scoreAssessment(standard, assessment);
    const total = await timed(() => {
      for (let n = 0; n < SCORINGS; n += 1) scoreAssessment(standard, assessment);
    });
    return total / SCORINGS;
  },
  workbook: (_home, items) => {
    const input = workbookInput(Number(items));
    return timed(() => buildWorkbook(input));
  },
  'workbook-xlsx': async (_home, items) => {
    const ours = read(await buildWorkbook(workbookInput(Number(items))));
    const cells = Object.entries(ours.Sheets).map(([name, sheet]) => ({
      name,
      rows: utils.sheet_to_json<unknown[]>(sheet, { header: 1 }),
    }));
    return timed(() => {
      const plain = utils.book_new();
      for (const { name, rows } of cells) utils.book_append_sheet(plain, utils.aoa_to_sheet(rows), name);
      return write(plain, { type: 'buffer', bookType: 'xlsx', compression: true });
    });
  },
  read: (_home, path) =>
    timed(async () => {
      const reply = await answerRequest({ kind: 'file', path });
      if (!reply.ok) throw new Error(reply.failure.message);
    }),
  'read-xlsx': (_home, path) => timed(async () => read(await readFile(path), { dense: true })),
};

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Mean of several saves, each with another content. */
async function save(database: Low<Assessment>): Promise<number> {
  await database.write();
  const total = await timed(async () => {
    for (let n = 0; n < SAVES; n += 1) {
      database.data = { ...database.data, updatedAt: `2026-11-01T00:00:${String(n).padStart(2, '0')}Z` };
      await database.write();
    }
  });
  return total / SAVES;
}

function workbookInput(items: number): WorkbookInput {
  const { standard, assessment } = invented(items);
  return {
    assessment,
    standard,
    revision: { number: 1, date: '2026-11-20', draft: true, packageId: 'bench' },
    paths: new Map(assessment.evidence.map(({ sha256, fileName }) => [sha256, `佐证材料/${fileName}`])),
    today: '2026-11-20',
  };
}

const [name = '', home = '', argument = ''] = process.argv.slice(2);
const task = TASKS[name];
if (!task) throw new Error(`unknown task ${name}`);
process.stdout.write(String(await task(home, argument)));
