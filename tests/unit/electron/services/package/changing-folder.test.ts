import { appendFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, tempFolder } from './fixture.ts';
import { filesOfZip } from './forge.ts';

describe('an unpacked package', () => {
  let folder: string;
  beforeEach(async () => {
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

  it('that nobody touches is intact', async () => {
    expect((await verifyPackage(folder)).status).toBe('intact');
  });
});
