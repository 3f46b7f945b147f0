import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { inNameOf } from '../../../../../electron/services/base/caller.ts';
import { DataFolder } from '../../../../../electron/services/files/data-folder.ts';
import { removeLeftoversOf } from '../../../../../electron/services/files/leftovers.ts';
import { workName } from '../../../../../electron/services/files/work-names.ts';
import { WorkNotes } from '../../../../../electron/services/files/work-notes.ts';
import { temporaryFolder } from '../fixture.ts';

const NOW = new Date('2026-11-20T08:00:00.000Z');
let now = NOW;
const UNIT = '测试市城市管理局 · 佐证材料';
const SINCE = NOW.toISOString();

async function notes(root?: string) {
  const folder = root ?? join(await temporaryFolder(), '标兵自评');
  const changes = vi.fn();
  const work = new WorkNotes(new DataFolder(folder), () => now, changes);
  const written = async () => {
    const names = await readdir(join(folder, '.temporary')).catch(() => []);
    return names.filter((name) => name.endsWith('.note'));
  };
  return { folder, work, changes, written };
}

/** As if the process had ended in the middle. */
async function killed({ folder, written }: Awaited<ReturnType<typeof notes>>): Promise<void> {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  for (const name of await vi.waitFor(async () => {
    const found = await written();
    expect(found.length).toBeGreaterThan(0);
    return found;
  })) {
    const at = join(folder, '.temporary');
    await rename(join(at, name), join(at, name.replace(`-${process.pid}-`, `-${gone}-`)));
  }
}

describe('what takes long', () => {
  it('is named while it runs, and leaves nothing behind when it is done', async () => {
    const { work, changes, written } = await notes();
    const id = work.begin({ title: '导出推荐包', of: UNIT });
    expect(work.titles()).toEqual(['导出推荐包']);
    await work.end(id);
    expect(work.titles()).toEqual([]);
    expect(await written()).toEqual([]);
    expect(changes).toHaveBeenCalledTimes(2);
    expect(await work.left(true)).toEqual([]);
  });

  it('is told once at the next start where it was cut off', async () => {
    const before = await notes();
    before.work.begin({ title: '导出推荐包', of: UNIT });
    await killed(before);
    // Whatever else is cleared away at a start, this is not.
    await removeLeftoversOf(before.folder);
    const after = await notes(before.folder);
    expect(await after.work.left(true)).toEqual([{ title: '导出推荐包', of: UNIT, since: SINCE }]);
    // Until it was read: a start that ends before tells nobody.
    expect(await after.work.left(true)).toHaveLength(1);
    expect(await after.written()).toHaveLength(1);
    await after.work.forgetLeft();
    expect(await after.work.left(true)).toEqual([]);
    expect(await after.written()).toEqual([]);
  });

  it('is not told of another program that is still at it, nor of another computer', async () => {
    const { folder, work } = await notes();
    await mkdir(join(folder, '.temporary'), { recursive: true });
    const note = JSON.stringify({ version: 1, title: '收件', since: SINCE });
    await writeFile(join(folder, '.temporary', workName('note')), note);
    const elsewhere = workName('note').replace(/^\.biaobing-[0-9a-f]{8}/, '.biaobing-00000000');
    await writeFile(join(folder, '.temporary', elsewhere), note);
    expect(await work.left(true)).toEqual([]);
    expect(await readdir(join(folder, '.temporary'))).toHaveLength(2);
  });

  it.each([
    ['half a note', '{"version":1,"tit', 'goes'],
    ['no note of ours', '[]', 'goes'],
    ['a note of a newer version', JSON.stringify({ version: 9, title: '收件', since: SINCE }), 'stays'],
    ['a note of a strange version', JSON.stringify({ version: '1', title: '收件', since: SINCE }), 'stays'],
  ])('says nothing of %s', async (_, content, then) => {
    const { folder, work, written } = await notes();
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    await mkdir(join(folder, '.temporary'), { recursive: true });
    const name = workName('note').replace(`-${process.pid}-`, `-${gone}-`);
    await writeFile(join(folder, '.temporary', name), content);
    vi.spyOn(console, 'error').mockReturnValue();
    expect(await work.left(true)).toEqual([]);
    expect(await written()).toEqual(then === 'stays' ? [name] : []);
  });

  it('is told of a page that was loaded anew in the middle, to that page alone', async () => {
    const { work } = await notes();
    inNameOf('one', () => work.begin({ title: '添加佐证材料', of: UNIT }));
    expect(await inNameOf('other', () => work.left(true))).toEqual([]);
    expect(work.titles()).toEqual(['添加佐证材料']);
    expect(await inNameOf('one', () => work.left(true))).toEqual([
      { title: '添加佐证材料', of: UNIT, since: SINCE },
    ]);
    expect(work.titles()).toEqual([]);
  });

  it('counts the files that came in, and tells the rest of them after a kill', async () => {
    const before = await notes();
    const id = before.work.begin({ title: '收件', of: UNIT, files: 200 });
    await Promise.all(Array.from({ length: 50 }, () => before.work.took(id)));
    expect(await before.written()).toHaveLength(1);
    await killed(before);
    const after = await notes(before.folder);
    const told = { title: '收件', of: UNIT, since: SINCE, files: 200, taken: 50 };
    expect(await after.work.left(true)).toEqual([told]);
    // The same files once more: nothing of them is left.
    const again = after.work.begin({ title: '收件', of: UNIT, files: 200 });
    for (let taken = 0; taken < 200; taken += 1) await after.work.took(again);
    await after.work.end(again);
    expect(await after.work.left(false)).toEqual([]);
    expect(await after.written()).toEqual([]);
  });

  it.each<[string, (work: WorkNotes, id: string) => unknown, readonly number[]]>([
    ['went', (work, id) => work.leave(id), [1]],
    ['went, and came back to end it', (work, id) => (work.leave(id), work.end(id)), []],
    ['is silent for long', () => (now = new Date(NOW.getTime() + 200_000)), [1]],
    ['is silent for a minute', () => (now = new Date(NOW.getTime() + 60_000)), []],
    ['is heard', (work) => ((now = new Date(NOW.getTime() + 200_000)), work.hear('one')), []],
  ])('of a page that %s in the middle of its files is told to another page', async (_, then, told) => {
    now = NOW;
    const { work } = await notes();
    const id = inNameOf('one', () => work.begin({ title: '收件', of: UNIT, files: 2 }));
    await work.took(id);
    await then(work, id);
    const left = await inNameOf('other', () => work.left(false));
    expect(left.map(({ taken }) => taken)).toEqual(told);
    await work.forgetLeft();
    expect(await inNameOf('other', () => work.left(false))).toEqual([]);
  });

  it('runs all the same where no note can be written', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    vi.spyOn(console, 'error').mockReturnValue();
    const { work } = await notes(file);
    const id = work.begin({ title: '导出推荐包', of: UNIT });
    expect(work.titles()).toEqual(['导出推荐包']);
    await work.end(id);
    expect(await work.left(true)).toEqual([]);
  });
});
