import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { indexHead, readIndex } from '../../../../../electron/services/desk/desk-index.ts';
import { readContents, readReceipt } from '../../../../../electron/services/desk/package-folder.ts';
import { PackageList } from '../../../../../electron/services/desk/package-list.ts';
import { readSummary } from '../../../../../electron/services/desk/summary.ts';
import { thisComputer } from '../../../../../electron/services/files/computer.ts';
import { LockFolder } from '../../../../../electron/services/files/lock-folder.ts';
import { readSettings } from '../../../../../electron/services/standards/import-settings.ts';
import { deskCampaign } from '../desk/fixture.ts';
import { temporaryFolder } from '../fixture.ts';
import { failAt, forget, steps } from './disk-trace.ts';

vi.mock('node:fs/promises', async (original) => {
  const { traced } = await import('./disk-trace.ts');
  return traced(await original());
});
beforeEach(forget);

const MIB = 2 ** 20;
const HEAD = indexHead({ id: '11111111-1111-4111-8111-111111111111', campaign: deskCampaign({}) });
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
  ['settings.json', 128 * MIB, (folder) => readSettings(join(folder, 'settings.json'))],
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
