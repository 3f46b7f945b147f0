import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { inNameOf } from '../../../../../electron/services/base/caller.ts';
import { DataFolder } from '../../../../../electron/services/files/data-folder.ts';
import { removeLeftoversOf } from '../../../../../electron/services/files/leftovers.ts';
import { LeftNotes } from '../../../../../electron/services/files/left-notes.ts';
import { PageWords } from '../../../../../electron/services/files/page-words.ts';
import { workName } from '../../../../../electron/services/files/work-names.ts';
import { temporaryFolder } from '../fixture.ts';

const words = (text: string, told = false) => ({ 联系人: { text, told } });

/** Over one data folder; each start of the program has its own. */
async function start(given?: string, step = 1) {
  const folder = given ?? (await temporaryFolder());
  let minute = 0;
  const kept = new PageWords(
    new DataFolder(folder, true),
    () => new Date(Date.UTC(2026, 10, 20, 1, (minute += step))),
  );
  const written = () => readdir(join(folder, '.temporary')).catch(() => []);
  return { folder, kept, written };
}

/** As if the process that wrote what lies there had been killed. */
async function killed({ folder, kept, written }: Awaited<ReturnType<typeof start>>): Promise<void> {
  await kept.close();
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const at = join(folder, '.temporary');
  for (const name of await written())
    await rename(join(at, name), join(at, name.replace(`-${process.pid}-`, `-${gone}-`)));
}

describe('words that are typed and not saved', () => {
  it('are given back to their page, and lie on the disk as long as they are there', async () => {
    const { kept, written } = await start();
    await inNameOf('one', () => kept.keep({ words: words('甲') }));
    await inNameOf('one', () => kept.keep({ words: words('甲乙'), place: { area: 'home' } }));
    expect(await inNameOf('one', () => kept.kept(false))).toEqual({
      words: words('甲乙'),
      place: { area: 'home' },
      more: false,
    });
    expect(await inNameOf('other', () => kept.kept(false))).toEqual({ words: {}, more: false });
    await kept.close();
    expect(await written()).toHaveLength(1);
    await inNameOf('one', () => kept.keep({ words: {} }));
    await kept.close();
    expect(await written()).toEqual([]);
  });

  it('are on the disk when that is answered, or what the page typed after them', async () => {
    const { folder, kept, written } = await start();
    const typed = ['甲', '甲乙', '甲乙丙'].map((text) =>
      inNameOf('one', async () => {
        await kept.keep({ words: words(text) });
        const [name = ''] = await written();
        return readFile(join(folder, '.temporary', name), 'utf8');
      }),
    );
    expect(await Promise.all(typed)).toEqual(typed.map(() => expect.stringContaining('甲乙丙') as string));
  });

  it('are found by the next start, page by page, the last first, and are then its own', async () => {
    const before = await start();
    await inNameOf('one', () => before.kept.keep({ words: { 电话: { text: '0', told: true } } }));
    await before.kept.close();
    await inNameOf('two', () => before.kept.keep({ words: words('乙'), place: { area: 'desk' } }));
    await killed(before);
    await removeLeftoversOf(before.folder);

    const after = await start(before.folder);
    const take = (next: boolean) => inNameOf('new', () => after.kept.kept(next));
    expect(await take(false)).toEqual({ words: words('乙'), place: { area: 'desk' }, more: true });
    expect(await take(false)).toEqual({ words: words('乙'), place: { area: 'desk' }, more: true });
    expect(await take(true)).toEqual({ words: { 电话: { text: '0', told: true } }, more: false });
    expect(await take(true)).toEqual({ words: {}, more: false });
    expect(await inNameOf('late', () => after.kept.kept(false))).toEqual({ words: {}, more: false });
    // Not lost where this start ends before they are saved: all of them are this page's now.
    expect(await after.written()).toHaveLength(1);
    await killed(after);
    const { kept } = await start(before.folder);
    expect(await inNameOf('next', () => kept.kept(false))).toMatchObject({
      words: { ...words('乙'), 电话: { text: '0', told: true } },
      more: false,
    });
  });

  it.each([
    ['half a file', '{"version":1,"wor', 0],
    ['a file of a newer version', '{"version":9}', 1],
  ])('are none in %s', async (_, content, stay) => {
    const { folder, kept, written } = await start();
    await mkdir(join(folder, '.temporary'), { recursive: true });
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    await writeFile(
      join(folder, '.temporary', workName('words').replace(`-${process.pid}-`, `-${gone}-`)),
      content,
    );
    vi.spyOn(console, 'error').mockReturnValue();
    expect(await kept.kept(false)).toEqual({ words: {}, more: false });
    expect(await written()).toHaveLength(stay);
  });

  it.each([
    ['', 1],
    [', whatever the clock said', -1],
  ])('are the newest of a page where the program ended before the older file went%s', async (_, step) => {
    const before = await start(undefined, step);
    await inNameOf('one', () => before.kept.keep({ words: words('甲') }));
    vi.spyOn(LeftNotes.prototype, 'remove').mockResolvedValueOnce();
    await inNameOf('one', () => before.kept.keep({ words: words('甲乙') }));
    expect(await before.written()).toHaveLength(2);
    await killed(before);
    const { kept, written } = await start(before.folder);
    expect(await inNameOf('new', () => kept.kept(false))).toEqual({ words: words('甲乙'), more: false });
    expect(await written()).toHaveLength(1);
  });

  it('stay as they were written last where the disk takes no more', async () => {
    const before = await start();
    await inNameOf('one', () => before.kept.keep({ words: words('甲') }));
    vi.spyOn(LeftNotes.prototype, 'write').mockResolvedValueOnce(undefined);
    await inNameOf('one', () => before.kept.keep({ words: words('甲乙') }));
    expect(await inNameOf('one', () => before.kept.kept(false))).toMatchObject({ words: words('甲乙') });
    await killed(before);
    const { kept } = await start(before.folder);
    expect(await inNameOf('new', () => kept.kept(false))).toEqual({ words: words('甲'), more: false });
  });

  it('are kept in memory where they cannot be written, and lose nothing that lies there', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    vi.spyOn(console, 'error').mockReturnValue();
    const { kept } = await start(file);
    await kept.keep({ words: words('甲') });
    await kept.close();
    expect(await kept.kept(false)).toEqual({ words: words('甲'), more: false });
  });
});
