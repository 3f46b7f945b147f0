import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backUp } from '../../../../../electron/services/document/backups.ts';
import { Steps } from '../../../../../electron/services/document/steps.ts';
import { temporaryFolder } from '../fixture.ts';

it('the newest 20 backups stay', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'desk.json'), '{}');
  for (let day = 1; day <= 21; day += 1)
    await backUp({ file: 'desk' }, folder, { reason: 'day', now: new Date(2026, 0, day) });
  const names = (await readdir(join(folder, 'backups'))).sort();
  expect([names.length, names[0]]).toEqual([20, '20260102-000000000-day.json']);
});

it('the last 500 steps can be undone', () => {
  const steps = new Steps<number>();
  for (let at = 0; at < 501; at += 1) steps.add({ by: 'page', before: at, after: at + 1 });
  expect([steps.all.length, steps.all[0]?.before]).toEqual([500, 1]);
});
