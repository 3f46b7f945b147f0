import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { join } from 'node:path';
import {
  type Indexed,
  indexHead,
  readIndex,
  writeIndex,
} from '../../../../../electron/services/desk/desk-index.ts';
import { readDeskFolder } from '../../../../../electron/services/desk/desk-folder.ts';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { deskFor, folderOf, packageFile, unitFixture } from './fixture.ts';

/** Until what was written shows every later change by its times. */
export const SETTLED = 3_200;
/** What only the index says. */
export const MARK = '取自目录';

export async function open(folder: string): Promise<DeskSession> {
  const desk = await DeskSession.open(folder);
  onTestFinished(async () => ((await desk.held()) ? desk.close() : undefined));
  return desk;
}

/** A closed desk with an index of all its packages; what was handed in is removed but for its names. */
export async function indexedDesk(names: readonly string[]): Promise<string> {
  const inbox = await folderOf('收到');
  const units = await Promise.all(names.map((name) => unitFixture({ name })));
  const folder = await deskFor(units[0] ?? (await unitFixture({ name: '甲局' })));
  const desk = await DeskSession.open(folder);
  for (const [at, unit] of units.entries()) {
    const name = `${names[at]}.zip`;
    const { path } = await packageFile(unit, inbox, name);
    const { key } = await desk.receive({ path, name }, { receivedOn: '2026-11-20' });
    await desk.editReview(key, { kind: 'setConclusion', conclusion: '已看过' });
  }
  await desk.close();
  await sleep(SETTLED);
  await index(folder);
  return folder;
}

/** Opens it, lets everything be looked at, and closes it. */
export async function index(folder: string): Promise<void> {
  const desk = await DeskSession.open(folder);
  await desk.checked();
  await desk.close();
}

export const headOf = async (folder: string): Promise<string> =>
  indexHead((await readDeskFolder(folder)).desk);
export const rowsOf = async (folder: string): Promise<Indexed[]> => [
  ...(await readIndex(folder, await headOf(folder))).rows.values(),
];

/** The index as it would be, had the program written these rows. */
export async function rewrite(folder: string, change: (row: Indexed) => Indexed): Promise<void> {
  await writeIndex(folder, await headOf(folder), (await rowsOf(folder)).map(change));
}

export const marked = (row: Indexed): Indexed => ({
  ...row,
  candidate: { ...row.candidate, conclusion: MARK },
});

export const conclusions = (desk: DeskSession): Record<string, string> =>
  Object.fromEntries(desk.candidates().map(({ unit, conclusion }) => [unit, conclusion]));
export const codes = (desk: DeskSession): string[] => desk.notices.map(({ code }) => code);

/** The index as another program would have written it. */
export async function rewriteHead(folder: string, from: string | RegExp, to: string): Promise<void> {
  await writeIndex(folder, (await headOf(folder)).replace(from, to), await rowsOf(folder));
}

/** The key of a unit's package, and a path in its folder. */
export async function placesIn(folder: string) {
  const rows = await rowsOf(folder);
  const keyOf = (unit: string): string => rows.find(({ candidate }) => candidate.unit === unit)?.key ?? '';
  return { keyOf, at: (unit: string, name = '') => join(folder, 'packages', keyOf(unit), name) };
}

/** One byte within it, and the time of its content as it was. */
export async function alter(path: string): Promise<void> {
  const { atime, mtime } = await stat(path);
  const bytes = await readFile(path);
  bytes[bytes.length - 30]! ^= 1;
  await writeFile(path, bytes);
  await utimes(path, atime, mtime);
}
