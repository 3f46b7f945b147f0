import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { AssessmentSession } from '../../../electron/services/assessment/assessment-session.ts';
import { writeNewAssessmentFolder } from '../../../electron/services/assessment/assessment-folder.ts';
import { ingestFile } from '../../../electron/services/files/ingest.ts';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import { invented, withEvidence } from '../data/invented.ts';
import { type Task, timed } from './timed.ts';

const SAVES = 20;
const SCORINGS = 50;

export const documentTasks: Readonly<Record<string, Task>> = {
  attach: async (folder = '', source = '') => {
    await mkdir(folder);
    return timed(() => ingestFile({ source, name: 'video.mp4', folder }));
  },
  /** As the interface asks for it: the edit is judged, the disk looked at, journal and state written and synced. */
  save: async (folder = '', items) => {
    const { assessment, standardBytes } = invented(Number(items));
    await rm(folder, { recursive: true, force: true });
    await writeNewAssessmentFolder(folder, { assessment: withEvidence(assessment, []), standardBytes });
    const session = await AssessmentSession.open(folder);
    try {
      return await perEdit(codesOf(assessment), (code, reason) =>
        session.document.editNow({ kind: 'setReason', code, reason }),
      );
    } finally {
      await session.close();
    }
  },
  'save-lowdb': async (folder = '', items) => {
    const { assessment } = invented(Number(items));
    const file = new JSONFile<Assessment>(join(folder, 'lowdb.json'));
    const database = new Low(file, withEvidence(assessment, []));
    await mkdir(folder, { recursive: true });
    return perEdit(codesOf(assessment), async (code, reason) => {
      const { data } = database;
      const entry = data.entries[code];
      if (!entry) throw new Error(`There is no ${code}`);
      database.data = { ...data, entries: { ...data.entries, [code]: { ...entry, reason } } };
      await database.write();
    });
  },
  score: async (items) => {
    const { standard, assessment } = invented(Number(items));
    scoreAssessment(standard, assessment);
    const total = await timed(() => {
      for (let n = 0; n < SCORINGS; n += 1) scoreAssessment(standard, assessment);
    });
    return total / SCORINGS;
  },
};

const codesOf = ({ entries }: Assessment): string[] => Object.keys(entries);

/** Mean of several edits, one item each, after one that is not counted. */
async function perEdit(
  codes: readonly string[],
  edit: (code: string, reason: string) => Promise<void>,
): Promise<number> {
  const [first = '', ...others] = codes;
  await edit(first, '第一次');
  const total = await timed(async () => {
    for (const code of others.slice(0, SAVES)) await edit(code, `改过的自评说明 ${code}`);
  });
  return total / SAVES;
}
