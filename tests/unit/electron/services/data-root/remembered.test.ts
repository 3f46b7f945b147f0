import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RememberedFolder } from '../../../../../electron/services/data-root/remembered.ts';
import { temporaryFolder } from '../fixture.ts';

const NOW = new Date('2026-11-20T08:00:00.000Z');

it('the last five folders before this one are remembered', async () => {
  const memory = new RememberedFolder(join(await temporaryFolder(), 'data-folder.json'));
  for (let at = 1; at <= 7; at += 1) await memory.keep(`/数据/${at}`, NOW);
  expect(memory.read()).toMatchObject({
    folder: '/数据/7',
    former: ['/数据/6', '/数据/5', '/数据/4', '/数据/3', '/数据/2'],
  });
});

it('what is longer than 64 KiB is none of ours, whatever it says', async () => {
  const path = join(await temporaryFolder(), 'data-folder.json');
  const memory = new RememberedFolder(path);
  await memory.keep('/数据', NOW);
  const text = await readFile(path, 'utf8');
  const withBlanks = (bytes: number) => text + ' '.repeat(bytes - Buffer.byteLength(text));
  await writeFile(path, withBlanks(64 * 1024));
  expect(memory.read()?.folder).toBe('/数据');
  await writeFile(path, withBlanks(64 * 1024 + 1));
  expect(() => memory.read()).toThrow('读不出来');
});
