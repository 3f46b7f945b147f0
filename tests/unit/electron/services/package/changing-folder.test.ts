import { appendFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import type * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, tempFolder } from './fixture.ts';
import { filesOfZip } from './zip-files.ts';

const gone = vi.hoisted(() => ({ path: '' }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  /** What is named goes just before the system is asked for it. */
  const lstat: typeof real.lstat = async (...asked: Parameters<typeof real.lstat>) => {
    if (asked[0] === gone.path) await real.rm(gone.path, { recursive: true });
    return real.lstat(...asked) as never;
  };
  return { ...real, lstat };
});

describe('an unpacked package', () => {
  let folder: string;
  beforeEach(async () => {
    gone.path = '';
    folder = await tempFolder();
    const { file } = await exportFixture(await makeFixture());
    for (const { name, data } of await filesOfZip(await readFile(file))) {
      const path = join(folder, name.slice(name.indexOf('/') + 1));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, data);
    }
  });

  const at = (name: string) => join(folder, name);

  it.each<[string, () => void]>([
    ['a file gets longer behind what was read', () => appendFileSync(at('data/assessment.json'), ' ')],
    ['a file is written anew', () => utimesSync(at('data/assessment.json'), new Date(), new Date(1_000))],
    ['a file is exchanged', () => renameSync(at('manifest-sha256.txt'), at('bagit.txt'))],
    ['a file is added', () => writeFileSync(at('data/后来.txt'), 'x')],
    ['a file goes', () => rmSync(at('data/assessment.json'))],
  ])('gets no word for what it was before, where %s at the end of the look', async (_, change) => {
    let isChanged = false;
    const progress = ({ done, total }: { done: number; total: number }): void => {
      if (isChanged || done < total) return;
      isChanged = true;
      change();
    };
    const { status, sealCode, problems } = await verifyPackage(folder, { progress });
    expect(isChanged).toBe(true);
    expect([status, sealCode, problems[0]?.code]).toEqual(['damaged', null, 'changed-meanwhile']);
  });

  it.each(['at first', 'at the end'])(
    'gets no word for what it was, whichever file goes %s',
    async (when) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
      expect(files.length).toBeGreaterThan(10);
      for (const file of files) {
        const content = await readFile(file);
        const progress = ({ done, total }: { done: number; total: number }) => {
          if (when === 'at first' || done === total) rmSync(file, { force: true });
        };
        const { problems } = await verifyPackage(folder, { progress });
        expect([file, problems[0]?.code]).toEqual([file, 'changed-meanwhile']);
        await writeFile(file, content);
      }
    },
  );

  it.each<[string, string]>([
    ['a file', 'data/assessment.json'],
    ['a folder', 'data/佐证材料'],
  ])('gets no word for what it was, where %s goes between its name and the look at it', async (_, name) => {
    gone.path = at(name);
    const { status, problems } = await verifyPackage(folder);
    expect([status, problems[0]?.code]).toEqual(['damaged', 'changed-meanwhile']);
  });

  it('that nobody touches is intact', async () => {
    expect((await verifyPackage(folder)).status).toBe('intact');
  });
});
