import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { indexHead, readIndex } from '../../../../../electron/services/desk/desk-index.ts';
import { readContents, readReceipt } from '../../../../../electron/services/desk/package-folder.ts';
import { PackageList } from '../../../../../electron/services/desk/package-list.ts';
import { readSummary } from '../../../../../electron/services/desk/summary.ts';
import { thisComputer } from '../../../../../electron/services/files/computer.ts';
import { DataFolder } from '../../../../../electron/services/files/data-folder.ts';
import { LockFolder } from '../../../../../electron/services/files/lock-folder.ts';
import { PageWords } from '../../../../../electron/services/files/page-words.ts';
import { workName } from '../../../../../electron/services/files/work-names.ts';
import { WorkNotes } from '../../../../../electron/services/files/work-notes.ts';
import { readSettings } from '../../../../../electron/services/standards/import-settings.ts';
import { deskCampaign } from '../desk/fixture.ts';
import { temporaryFolder } from '../fixture.ts';
import { failAt, forget, steps } from './disk-trace.ts';

vi.mock('node:fs/promises', async (original) => {
  const { traced } = await import('./disk-trace.ts');
  return traced(await original());
});
beforeEach(() => {
  forget();
  vi.spyOn(console, 'error').mockReturnValue(undefined);
});

const MIB = 2 ** 20;
const HEAD = indexHead({ id: '11111111-1111-4111-8111-111111111111', campaign: deskCampaign({}) });
const now = () => new Date('2026-11-20T08:00:00.000Z');
/** By a process that is gone. */
const left = (kind: 'note' | 'words') => workName(kind).replace(`-${process.pid}-`, '-999999999-');
const listOf = (folder: string) => new PackageList(folder).read(HEAD, false);

// Both files hold nothing: the disk says how long they are. What is asked to be read is refused, so that no test takes the
// memory that the bound keeps free.
it.each<[string, number, (folder: string) => Promise<unknown>]>([
  ['index.json', 1024 * MIB, (folder) => readIndex(folder, HEAD)],
  ['packages.json', 256 * MIB, listOf],
  ['packages.jsonl', 256 * MIB, listOf],
  ['contents.json', 64 * MIB, readContents],
  ['summary.json', 32 * MIB, readSummary],
  ['receipt.json', 2 * MIB, readReceipt],
  ['.lock/11111111-1111-4111-8111-111111111111.json', 4096, (at) => new LockFolder(at, thisComputer).look()],
  [`.temporary/${left('note')}`, 4096, (at) => new WorkNotes(new DataFolder(at), now, () => {}).left(true)],
  [`.temporary/${left('words')}`, 4 * MIB, (at) => new PageWords(new DataFolder(at), now).kept(true)],
  ['settings.json', 16 * MIB, (folder) => readSettings(join(folder, 'settings.json'))],
])('%s is read up to %i bytes, and not at all beyond', async (name, most, read) => {
  const folder = await temporaryFolder();
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, '');
  const asked: boolean[] = [];
  for (const bytes of [most, most + 1]) {
    await truncate(path, bytes);
    forget();
    failAt(/^read /, 'EIO');
    await read(folder).catch(() => undefined);
    asked.push(steps.some((step) => step.startsWith('read ')));
  }
  expect(asked).toEqual([true, false]);
});
