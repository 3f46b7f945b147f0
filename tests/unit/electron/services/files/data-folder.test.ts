import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openPackage } from '../../../../../electron/services/assessment/open-package.ts';
import { DataFolder } from '../../../../../electron/services/files/data-folder.ts';
import { makeFolder } from '../../../../../electron/services/files/files.ts';
import { Staging } from '../../../../../electron/services/files/staging.ts';
import { exportFixture, makeFixture, tempFolder } from '../package/fixture.ts';

const MAKING = { action: '建立文件夹', effect: '没有写入任何内容。' };

it.each<[string, (data: DataFolder) => () => Promise<unknown>]>([
  ['a folder below it', (data) => () => data.folder(join('标准库', '导入中'), MAKING)],
  ['导出', (data) => () => data.exports()],
  ['已删除', (data) => () => data.removed()],
  ['where uploads wait', (data) => staged(new Staging(data))],
])('makes nothing in the place of a data folder that is away: %s', async (_, begin) => {
  const home = await tempFolder();
  const root = join(home, '标兵自评');
  const ask = begin(new DataFolder(root));
  await ask();
  await rename(root, `${root}-away`);
  await expect(ask()).rejects.toMatchObject({ failure: { code: 'data-folder-missing' } });
  expect(existsSync(root)).toBe(false);
  await rename(`${root}-away`, root);
  await ask();
});

const staged = (staging: Staging) => () => staging.folder();

it('makes nothing where the folder went away while a package was read', async () => {
  const home = await tempFolder();
  const { file } = await exportFixture(await makeFixture());
  const root = join(home, '标兵自评');
  await mkdir(root);
  const target = join(root, '档案');
  const away = async () => rename(root, `${root}-away`);
  const opening = openPackage(file, target, { shape: async ({ assessment }) => (await away(), assessment) });
  await expect(opening).rejects.toMatchObject({ failure: { code: 'not-found' } });
  expect(existsSync(root)).toBe(false);
  await expect(makeFolder(target)).rejects.toMatchObject({ code: 'ENOENT' });
  // A place that the user named is made with those above it.
  await openPackage(file, target, { withAbove: true });
  expect(existsSync(target)).toBe(true);
});
