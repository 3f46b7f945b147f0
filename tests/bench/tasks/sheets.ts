import { readFile } from 'node:fs/promises';
import { read, utils, write } from 'xlsx';
import { answerRequest } from '../../../electron/services/import/parse/parse-request.ts';
import { buildWorkbook, type WorkbookInput } from '../../../electron/services/workbook/build.ts';
import { invented } from '../data/invented.ts';
import { type Task, timed } from './timed.ts';

export const sheetTasks: Readonly<Record<string, Task>> = {
  workbook: (items) => {
    const input = workbookInput(Number(items));
    return timed(() => buildWorkbook(input));
  },
  'workbook-xlsx': async (items) => {
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
  read: (path = '') =>
    timed(async () => {
      const reply = await answerRequest({ kind: 'file', path });
      if (!reply.ok) throw new Error(reply.failure.message);
    }),
  'read-xlsx': (path = '') => timed(async () => read(await readFile(path), { dense: true })),
};

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
