import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AssessmentSession } from '../../electron/services/assessment/assessment-session.ts';
import { exportJob } from '../../electron/services/assessment/packages.ts';
import { type ExportedFile, FileTokens } from '../../electron/services/base/file-tokens.ts';
import { assessmentFolder, temporaryFolder } from '../unit/electron/services/fixture.ts';
import { bundle, start } from './child.ts';

/** Every package in a folder by its name, as text to compare. */
async function packagesIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.zip'));
  const each = names.map(async (name) => [name, (await readFile(join(folder, name))).toString('base64')]);
  return new Map((await Promise.all(each)) as [string, string][]);
}

/** One more export, as the program does it after a restart; `changed`: of other content. */
async function exportAgain(folder: string, outFolder: string, changed: 'changed' | 'same'): Promise<void> {
  const session = await AssessmentSession.open(folder);
  if (changed === 'changed') await session.document.editNow({ kind: 'setWilling', willing: true });
  await exportJob(session, {
    ...{ mode: 'draft', today: '2026-11-20', software: 'biaobing 0.1.0', outFolder },
    exports: new FileTokens<ExportedFile>(),
    job: { signal: new AbortController().signal, step: () => undefined, progress: () => undefined },
  });
  const numbers = session.assessment.revisions.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  await session.close();
}

it.each(['changed', 'same'] as const)(
  'never gives one number two contents, wherever in an export the program dies (next one: %s)',
  async (next) => {
    const script = await bundle('die-while-exporting.ts', await temporaryFolder());
    const found = new Set<number>();
    for (let nth = 1; ; nth += 1) {
      const [folder, outFolder] = [await assessmentFolder(), await temporaryFolder()];
      const child = start(script, folder, outFolder, String(nth));
      await child.ended;
      const before = await packagesIn(outFolder);
      found.add(before.size);
      await exportAgain(folder, outFolder, next);
      const after = await packagesIn(outFolder);
      for (const [name, bytes] of before) expect(after.get(name) === bytes, `${nth}: ${name}`).toBe(true);
      // The same content stays the same package, also where its first export was cut off.
      expect(after.size).toBe(next === 'same' ? 1 : before.size + 1);
      if (child.lines.includes('exported')) break;
    }
    expect([...found].sort()).toEqual([0, 1]);
  },
  240_000,
);
