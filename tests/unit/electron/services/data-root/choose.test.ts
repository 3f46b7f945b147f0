import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeChosen } from '../../../../../electron/services/data-root/choose.ts';
import { UserError } from '../../../../../shared/values/errors.ts';
import { temporaryFolder } from '../fixture.ts';

describe('the folder that a user chooses', () => {
  let at: string;
  beforeEach(async () => {
    at = await temporaryFolder();
  });
  const path = (name: string): string => join(at, name);
  const put = async (name: string): Promise<void> => {
    await mkdir(join(path(name), '..'), { recursive: true });
    await writeFile(path(name), '{}');
  };
  const refusal = (typed: string): Promise<string> =>
    takeChosen(typed).then(
      () => 'taken',
      (error: unknown) => (error instanceof UserError ? error.failure.code : String(error)),
    );

  it.each<[string, string[], { root: string; inside?: boolean; holds?: boolean }]>([
    ['is made where only the one above is there', [], { root: '' }],
    ['is itself where it is empty', ['folder/'], { root: '' }],
    ['is itself where it only seems empty', ['folder/.hidden'], { root: '' }],
    [
      'is itself where it is a data folder',
      ['folder/甲-1/assessment.json', 'folder/a.txt'],
      { root: '', holds: true },
    ],
    ['gets 标兵自评 where other things are in it', ['folder/a.txt'], { root: '标兵自评', inside: true }],
    [
      'leads to the data folder that is in it',
      ['folder/a.txt', 'folder/标兵自评/甲-1/assessment.json'],
      { root: '标兵自评', inside: true, holds: true },
    ],
    [
      'leads to the data folder that alone is in it',
      ['folder/标兵自评/标准库/a.json'],
      { root: '标兵自评', inside: true, holds: true },
    ],
  ])('%s', async (_what, names, { root, inside = false, holds = false }) => {
    for (const name of names) await (name.endsWith('/') ? mkdir(path(name)) : put(name));
    const before = await readdir(at, { recursive: true });
    expect(await takeChosen(path('folder'))).toEqual({ root: join(path('folder'), root), inside, holds });
    const after = await readdir(at, { recursive: true });
    expect(
      after.filter((name) => !before.includes(name) && !['folder', 'folder/标兵自评'].includes(name)),
    ).toEqual([]);
  });

  it('is itself where it bears the name', async () => {
    await put('标兵自评/照片.jpg');
    expect(await takeChosen(path('标兵自评'))).toMatchObject({ root: path('标兵自评'), inside: false });
  });

  it('may be pasted with quotes and blanks around it', async () => {
    await mkdir(path('folder'));
    expect((await takeChosen(` "${path('folder')}" `)).root).toBe(path('folder'));
  });

  it.each([
    ['a path that is not whole', 'folder', 'folder-not-absolute'],
    ['nothing but blanks', '  ', 'folder-not-absolute'],
  ])('is refused: %s', async (_what, typed, code) => {
    expect(await refusal(typed)).toBe(code);
  });

  it.each([
    ['a file', 'folder', 'folder', 'folder-not-a-folder'],
    ['below a file', 'folder', 'folder/data', 'not-a-folder'],
    ['below nothing: mistyped', 'other', 'folder/data', 'folder-not-found'],
    ['of an assessment', 'folder/assessment.json', 'folder', 'folder-inside'],
    ['in an assessment', 'folder/assessment.json', 'folder/evidence', 'folder-inside'],
    ['of a desk', 'folder/desk.json', 'folder', 'folder-inside'],
    ['in a package', 'folder/bagit.txt', 'folder/data', 'folder-inside'],
    ['in a data folder', 'folder/甲-1/assessment.json', 'folder/标准库', 'folder-inside'],
    ['below a folder of a data folder', 'folder/导出/甲.zip', 'folder/导出/new', 'folder-inside'],
  ])('is refused: %s', async (_what, file, chosen, code) => {
    await put(file);
    const before = await readdir(at, { recursive: true });
    expect(await refusal(path(chosen))).toBe(code);
    expect(await readdir(at, { recursive: true })).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)('is refused where it cannot be written to', async () => {
    await mkdir(path('folder'));
    await chmod(path('folder'), 0o500);
    expect(await refusal(path('folder'))).toBe('no-permission');
  });
});
