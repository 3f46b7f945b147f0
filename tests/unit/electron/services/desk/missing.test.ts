import { renameSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { read as readWorkbook } from 'xlsx';
import { viewOf } from '../../../../../electron/services/desk/export/handlers.ts';
import { buildSummary } from '../../../../../electron/services/desk/export/summary/workbook.ts';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { importPackages } from '../../../../../electron/services/desk/import-packages.ts';
import { ORIGINAL_WRONG } from '../../../../../electron/services/desk/notices.ts';
import { doneAt, failAt, forget } from '../files/disk-trace.ts';
import { failureCode } from '../fixture.ts';
import { deskCampaign, folderOf, packageFile, unitFixture } from './fixture.ts';
import { codes, conclusions, index, indexedDesk, open, placesIn, rewriteHead } from './indexed-desk.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../files/disk-trace.ts')).traced(await original()),
);
afterEach(forget);

const passing = (points: string) =>
  ({
    kind: 'takeCampaign',
    campaign: deskCampaign({ passScore: { points, source: { document: '测字', clause: '一' } } }),
    reason: '',
  }) as const;

/** As its receipt says. */
async function keyIn(folder: string): Promise<string> {
  return (JSON.parse(await readFile(join(folder, 'receipt.json'), 'utf8')) as { key: string }).key;
}

async function foreignList(folder: string): Promise<void> {
  const path = join(folder, 'packages.json');
  const list = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...list, desk: '00000000-0000-4000-8000-000000000000' }));
}

/** It looks as if it were another one. */
async function touch(path: string): Promise<void> {
  await utimes(path, new Date(), new Date());
}

describe('the folder of packages', () => {
  describe.each<[string, (path: string) => Promise<unknown>]>([
    ['is not there', () => Promise.resolve()],
    ['is empty, as where something is mounted', (path) => mkdir(path)],
    ['holds only what is no package', (path) => mkdir(join(path, '@eaDir'), { recursive: true })],
  ])('%s', (_, leave) => {
    const awayIn = async (folder: string) => {
      const [packages, away] = [join(folder, 'packages'), join(folder, 'packages-x')];
      await rename(packages, away);
      await leave(packages);
      return async () => {
        await rm(packages, { recursive: true, force: true });
        await rename(away, packages);
      };
    };

    it.each<[string, boolean]>([
      ['before the check behind has looked', false],
      ['after it', true],
    ])('%s: nothing is taken off the list, and it goes on when it is back', async (_, isChecked) => {
      const folder = await indexedDesk(['甲局', '乙局', '丙局']);
      const desk = await open(folder);
      if (isChecked) await desk.checked();
      const putBack = await awayIn(folder);
      for (let time = 0; time < 2; time += 1) {
        expect(await failureCode(desk.checked())).toBe('packages-away');
        expect(desk.candidates()).toHaveLength(3);
      }
      await putBack();
      await desk.checked();
      expect(codes(desk)).toEqual([]);
      expect(desk.candidates()).toHaveLength(3);
    });

    it('while the campaign is changed: all are judged by it when it is back', async () => {
      const folder = await indexedDesk(['甲局', '乙局', '丙局']);
      const desk = await open(folder);
      await desk.checked();
      const putBack = await awayIn(folder);
      await desk.document.editNow(passing('30.00'));
      expect(await failureCode(desk.checked())).toBe('packages-away');
      expect(desk.candidates()).toHaveLength(3);
      await putBack();
      await desk.checked();
      expect(codes(desk)).toEqual([]);
      expect(desk.candidates().map(({ passScore }) => passScore)).toEqual([3000, 3000, 3000]);
    });

    it('while something is handed in: it is not taken in, and not blamed', async () => {
      const folder = await indexedDesk(['甲局', '乙局']);
      const { at } = await placesIn(folder);
      const inbox = await folderOf('再交');
      const known = { path: join(inbox, '乙局.zip'), name: '乙局.zip' };
      await writeFile(known.path, await readFile(at('乙局', 'original.zip')));
      const { path } = await packageFile(await unitFixture({ name: '丙局' }), inbox, '丙局.zip');
      const desk = await open(folder);
      const receive = (file: typeof known) => failureCode(desk.receive(file, { receivedOn: '2026-11-21' }));
      await desk.checked();
      const putBack = await awayIn(folder);
      const before = await readdir(folder, { recursive: true });
      for (const file of [known, { path, name: '丙局.zip' }])
        expect(await receive(file)).toBe('packages-away');
      expect(await readdir(folder, { recursive: true })).toEqual(before);
      await putBack();
      await desk.receive({ path, name: '丙局.zip' }, { receivedOn: '2026-11-21' });
      await desk.checked();
      expect(codes(desk)).toEqual([]);
      expect(desk.candidates()).toHaveLength(3);
    });

    it('in the middle of being handed in: nothing is put in its place', async () => {
      const folder = await indexedDesk(['甲局', '乙局']);
      const inbox = await folderOf('再交');
      const { path } = await packageFile(await unitFixture({ name: '丙局' }), inbox, '丙局.zip');
      const desk = await open(folder);
      await desk.checked();
      // Where the copy is on the disk, and is verified next.
      const incoming = new Promise<void>((resolve) =>
        failAt((step) => step === 'sync …' && (resolve(), false), ''),
      );
      const receiving = failureCode(desk.receive({ path, name: '丙局.zip' }, { receivedOn: '2026-11-21' }));
      await incoming;
      const putBack = await awayIn(folder);
      expect(await receiving).toBe('packages-away');
      expect(await readdir(join(folder, 'incoming'))).toEqual([]);
      await putBack();
      await desk.checked();
      expect(desk.candidates()).toHaveLength(2);
    });

    it('while a photo is added: it is refused, and no folder is made', async () => {
      const folder = await indexedDesk(['甲局', '乙局']);
      const { keyOf } = await placesIn(folder);
      const desk = await open(folder);
      await desk.load(keyOf('乙局'));
      const putBack = await awayIn(folder);
      expect(await failureCode(desk.requirePackage(keyOf('乙局')))).toBe('packages-away');
      await putBack();
      await desk.requirePackage(keyOf('乙局'));
    });

    it('at the opening: nothing is opened, nor made in its place', async () => {
      const folder = await indexedDesk(['甲局', '乙局']);
      const putBack = await awayIn(folder);
      const before = await readdir(folder);
      for (let time = 0; time < 2; time += 1) {
        expect(await failureCode(DeskSession.open(folder))).toBe('packages-away');
        expect(await readdir(folder)).toEqual(before);
      }
      await putBack();
      const desk = await open(folder);
      await desk.checked();
      expect(codes(desk)).toEqual([]);
      expect(desk.candidates()).toHaveLength(2);
    });
  });

  it.each<[string, (folder: string) => Promise<unknown>]>([
    ['the index cannot be read', (folder) => truncate(join(folder, 'index.json'), 100)],
    ['there is no index', (folder) => rm(join(folder, 'index.json'))],
    ['the list cannot be read', (folder) => truncate(join(folder, 'packages.json'), 10)],
    [
      'neither can be read',
      async (folder) => {
        await truncate(join(folder, 'index.json'), 0);
        await truncate(join(folder, 'packages.json'), 0);
      },
    ],
  ])('away is not made anew where %s', async (_, lose) => {
    const folder = await indexedDesk(['甲局', '乙局']);
    await rename(join(folder, 'packages'), join(folder, 'packages-x'));
    await lose(folder);
    expect(await failureCode(DeskSession.open(folder))).toBe('packages-away');
    expect(await readdir(folder)).not.toContain('packages');
  });

  it('whose name a file has is away', async () => {
    const folder = await indexedDesk(['甲局']);
    await rename(join(folder, 'packages'), join(folder, 'packages-x'));
    await writeFile(join(folder, 'packages'), '');
    expect(await failureCode(DeskSession.open(folder))).toBe('packages-away');
  });

  it('is made anew on a desk that has received nothing', async () => {
    const folder = await indexedDesk([]);
    await rm(join(folder, 'packages'), { recursive: true });
    await open(folder);
    expect(await readdir(folder)).toContain('packages');
  });
});

describe('a package whose folder is gone', () => {
  it('is told at every opening, also where none is left, until somebody gives it up', async () => {
    const folder = await indexedDesk(['甲局']);
    const { at, keyOf } = await placesIn(folder);
    await rm(at('甲局'), { recursive: true });
    for (const told of [['package-gone'], ['package-gone'], []]) {
      const desk = await open(folder);
      if (told.length === 0) await desk.giveUp(keyOf('甲局'));
      await desk.checked();
      expect(codes(desk)).toEqual(told);
      await desk.close();
    }
    expect(codes(await open(folder))).toEqual([]);
  });

  it('is given up for good also while it is being looked for', async () => {
    const folder = await indexedDesk(['甲局']);
    const { at, keyOf } = await placesIn(folder);
    await rm(at('甲局'), { recursive: true });
    const desk = await open(folder);
    await desk.checked();
    let isGivenUp = false;
    const giving = desk.giveUp(keyOf('甲局')).then(() => (isGivenUp = true));
    const looks: Promise<void>[] = [];
    while (!isGivenUp) {
      looks.push(desk.lookForMissing());
      await new Promise(setImmediate);
    }
    await Promise.all([giving, ...looks]);
    expect(codes(desk)).toEqual([]);
  });

  it('is not given up where it is there again', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at, keyOf } = await placesIn(folder);
    const away = join(folder, '拿开');
    await rename(at('乙局'), away);
    const desk = await open(folder);
    const missing = { key: keyOf('乙局'), fileName: '乙局.zip', unit: '乙局', isGone: true };
    expect(desk.missing()).toEqual([missing]);
    await rename(away, at('乙局'));
    expect(await failureCode(desk.giveUp(keyOf('乙局')))).toBe('package-is-back');
    expect(desk.missing()).toEqual([]);
    expect(desk.candidates()).toHaveLength(2);
  });

  it.each<[string, string[], (folder: string) => Promise<unknown>]>([
    ['the index is lost', ['package-gone'], (folder) => rm(join(folder, 'index.json'))],
    ['the index is empty', ['package-gone'], (folder) => truncate(join(folder, 'index.json'), 0)],
    ['the index is cut off', ['package-gone'], (folder) => truncate(join(folder, 'index.json'), 400)],
    ['the list is lost', ['package-gone'], (folder) => rm(join(folder, 'packages.json'))],
    ['the list is of another desk', ['package-gone'], (folder) => foreignList(folder)],
    [
      'both are damaged: that is told',
      ['package-list-lost'],
      async (folder) => {
        await truncate(join(folder, 'index.json'), 0);
        await truncate(join(folder, 'packages.json'), 0);
      },
    ],
    [
      'one is lost and the other damaged: that is told',
      ['package-list-lost'],
      async (folder) => {
        await rm(join(folder, 'index.json'));
        await truncate(join(folder, 'packages.json'), 0);
      },
    ],
    [
      'both are lost: that is told',
      ['package-list-lost'],
      async (folder) => {
        await rm(join(folder, 'index.json'));
        await rm(join(folder, 'packages.json'));
      },
    ],
  ])('is told also where %s', async (_, told, lose) => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at } = await placesIn(folder);
    await rm(at('乙局'), { recursive: true });
    await lose(folder);
    const desk = await open(folder);
    expect(codes(desk)).toEqual(told);
    await desk.checked();
    expect(codes(desk)).toEqual(told);
  });

  it('may be missing unknown to anybody, until somebody vouches for the rest', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    for (const name of ['index.json', 'packages.json']) await truncate(join(folder, name), 0);
    const notes = async (desk: DeskSession) =>
      JSON.stringify(readWorkbook(await buildSummary(viewOf(desk), '2026-11-28'))).includes('记录丢失过');
    for (const told of [['package-list-lost'], ['package-list-lost'], []]) {
      const desk = await open(folder);
      if (told.length === 0) await desk.vouch();
      await desk.checked();
      expect([codes(desk), await notes(desk)]).toEqual([told, told.length > 0]);
      await desk.close();
    }
    expect(codes(await open(folder))).toEqual([]);
  });

  it('may be missing as before where what says so is lost in its turn: an index of the rest vouches for nothing', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    for (const name of ['index.json', 'packages.json']) await rm(join(folder, name));
    const first = await open(folder);
    await first.checked();
    await first.close();
    await rm(join(folder, 'packages.json'));
    expect(codes(await open(folder))).toEqual(['package-list-lost']);
  });

  it('is told also where the program was killed after it came', async () => {
    const folder = await indexedDesk([]);
    const inbox = await folderOf('收到');
    const desk = await open(folder);
    const keys: string[] = [];
    for (const name of ['甲局', '乙局']) {
      const { path } = await packageFile(await unitFixture({ name }), inbox, `${name}.zip`);
      keys.push((await desk.receive({ path, name: `${name}.zip` }, { receivedOn: '2026-11-21' })).key);
    }
    const killed = join(await folderOf('断电'), '核验台');
    await cp(folder, killed, { recursive: true });
    await rm(join(killed, '.lock'), { recursive: true, force: true });
    await rm(join(killed, 'packages', keys[1]!), { recursive: true });
    for (const [text, told] of [
      ['坏', 'package-list-lost'],
      ['["x"]\n', 'package-list-lost'],
    ] as const) {
      const other = join(await folderOf('断电'), '核验台');
      await cp(killed, other, { recursive: true });
      await writeFile(join(other, 'packages.jsonl'), `\n${text}\n`);
      expect(codes(await open(other))).toEqual([told]);
    }
    const after = await open(killed);
    expect(codes(after)).toEqual(['package-gone']);
    expect(after.missing()).toMatchObject([{ key: keys[1], fileName: '乙局.zip' }]);
  });

  it('that was given up is on the list again at the next check once it is back', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at, keyOf } = await placesIn(folder);
    const away = join(folder, '拿开');
    const desk = await open(folder);
    await rename(at('乙局'), away);
    await desk.checked();
    await desk.giveUp(keyOf('乙局'));
    await rename(away, at('乙局'));
    await desk.checked();
    expect(codes(desk)).toEqual([]);
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '已看过' });
  });

  it('makes a draft of the final table, which names it, and is on it again when it is back', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at } = await placesIn(folder);
    const away = join(folder, '拿开');
    const desk = await open(folder);
    await rename(at('乙局'), away);
    await desk.checked();
    const text = async () => JSON.stringify(readWorkbook(await buildSummary(viewOf(desk), '2026-11-28')));
    expect(await text()).toContain(
      '收过的推荐包有1份现在读取不到：“乙局（乙局.zip）”，不在本表内；补齐、核对之前，本表是草稿。',
    );
    expect(viewOf(desk).missing).toHaveLength(1);
    await rename(away, at('乙局'));
    await desk.checked();
    expect(await text()).not.toContain('读取不到');
  });

  it('is on the list again when something else is handed in and it is back', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at } = await placesIn(folder);
    const away = join(folder, '拿开');
    const desk = await open(folder);
    await rename(at('乙局'), away);
    await desk.checked();
    await rename(away, at('乙局'));
    const { path } = await packageFile(
      await unitFixture({ name: '丙局' }),
      await folderOf('再交'),
      '丙局.zip',
    );
    await importPackages(desk, [{ path, name: '丙局.zip' }], { receivedOn: '2026-11-21' });
    expect(codes(desk)).toEqual([]);
    expect(desk.candidates()).toHaveLength(3);
  });

  it.each<[string, string, (place: string, other: string) => Promise<unknown>]>([
    ['is away', 'package-gone', () => Promise.resolve()],
    ['is another package’s', 'package-exchanged', (place, other) => cp(other, place, { recursive: true })],
  ])('whose folder %s takes no word of a review', async (_, code, lay) => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at, keyOf } = await placesIn(folder);
    const desk = await open(folder);
    const edit = (conclusion: string) =>
      desk.editReview(keyOf('乙局'), { kind: 'setConclusion', conclusion });
    await edit('改过');
    const away = join(folder, '拿开');
    await rename(at('乙局'), away);
    await lay(at('乙局'), at('甲局'));
    const before = await readdir(join(folder, 'packages'), { recursive: true });
    expect(await failureCode(edit('又改过'))).toBe(code);
    expect(await readdir(join(folder, 'packages'), { recursive: true })).toEqual(before);
    await rm(at('乙局'), { recursive: true, force: true });
    await rename(away, at('乙局'));
    await edit('再改过');
    await desk.checked();
    expect(conclusions(desk)).toMatchObject({ 乙局: '再改过' });
  });

  it('under another name keeps what came, whatever is handed in', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at } = await placesIn(folder);
    const inbox = await folderOf('再交');
    const again = join(inbox, '乙局.zip');
    await writeFile(again, await readFile(at('乙局', 'original.zip')));
    await rename(at('乙局'), `${at('乙局')}.new`);
    const before = await readdir(`${at('乙局')}.new`);
    const desk = await open(folder);
    await desk.receive({ path: again, name: '乙局.zip' }, { receivedOn: '2026-11-21' });
    await desk.checked();
    expect(desk.candidates()).toHaveLength(2);
    expect(await readdir(`${at('乙局')}.new`)).toEqual(before);
  });

  it.each<[string, (folder: string) => Promise<unknown>]>([
    ['another program has written the index', (folder) => rewriteHead(folder, 'biaobing ', 'biaobing 9.')],
    [
      'the index is for another campaign',
      (folder) => rewriteHead(folder, /"campaign":"../, '"campaign":"00'),
    ],
  ])('is told also where %s', async (_, change) => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at } = await placesIn(folder);
    await rm(at('乙局'), { recursive: true });
    await change(folder);
    expect(codes(await open(folder))).toEqual(['package-gone']);
  });

  it('is on the list again at the next check once it is back, with the review that is open', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at, keyOf } = await placesIn(folder);
    const [path, key] = [at('乙局'), keyOf('乙局')];
    const desk = await open(folder);
    await desk.editReview(key, { kind: 'setConclusion', conclusion: '改过' });
    const away = join(folder, '拿开');
    await rename(path, away);
    await desk.checked();
    expect(codes(desk)).toEqual(['package-gone']);
    expect(desk.candidates()).toHaveLength(1);
    await rename(away, path);
    await desk.checked();
    expect(codes(desk)).toEqual([]);
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '改过' });
    await desk.editReview(key, { kind: 'setConclusion', conclusion: '又改过' });
    expect(conclusions(desk)).toMatchObject({ 乙局: '又改过' });
  });

  it.each<
    [string, (packages: string, key: string) => Promise<unknown>, (packages: string) => Promise<unknown>]
  >([
    [
      'a folder that was renamed, and back',
      (packages, key) => rename(join(packages, key), join(packages, '改名')),
      async (packages) => rename(join(packages, '改名'), join(packages, await keyIn(join(packages, '改名')))),
    ],
    [
      'a copy that was put there, and removed',
      (packages, key) => cp(join(packages, key), join(packages, '副本'), { recursive: true }),
      (packages) => rm(join(packages, '副本'), { recursive: true }),
    ],
    [
      'a folder that is no package',
      (packages) => mkdir(join(packages, '新建文件夹')),
      (packages) => rm(join(packages, '新建文件夹'), { recursive: true }),
    ],
  ])('is told no more when the notice was followed: %s', async (_, spoil, follow) => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { keyOf } = await placesIn(folder);
    const packages = join(folder, 'packages');
    await spoil(packages, keyOf('乙局'));
    await index(folder);
    const wrong = await open(folder);
    expect(codes(wrong)).toContain('package-record-unreadable');
    await wrong.close();
    await follow(packages);
    const desk = await open(folder);
    await desk.checked();
    expect(codes(desk)).toEqual([]);
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '已看过' });
  });

  it('and whose file is handed in again has the review that was open', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at, keyOf } = await placesIn(folder);
    const again = join(await folderOf('再交'), '乙局.zip');
    await writeFile(again, await readFile(at('乙局', 'original.zip')));
    const key = keyOf('乙局');
    const desk = await open(folder);
    await desk.editReview(key, { kind: 'setConclusion', conclusion: '改过' });
    await rename(at('乙局'), join(folder, '拿开'));
    await desk.checked();
    await desk.receive({ path: again, name: '乙局.zip' }, { receivedOn: '2026-11-21' });
    expect((await desk.load(key)).review.conclusion).toBe('改过');
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '改过' });
    expect(codes(desk)).toEqual(['review-rewritten']);
    await desk.close();
    expect(conclusions(await open(folder))).toEqual({ 甲局: '已看过', 乙局: '改过' });
  });

  it('is taken in anew when it left a moment ago and is handed in again', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at, keyOf } = await placesIn(folder);
    const again = join(await folderOf('再交'), '乙局.zip');
    await writeFile(again, await readFile(at('乙局', 'original.zip')));
    const desk = await open(folder);
    await desk.checked();
    await desk.load(keyOf('乙局'));
    await rename(at('乙局'), join(folder, '拿开'));
    const receipt = await desk.receive({ path: again, name: '乙局.zip' }, { receivedOn: '2026-11-21' });
    expect(receipt).toMatchObject({ verdict: 'accepted', receivedOn: '2026-11-21', remarks: [] });
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '已看过' });
  });

  it('stays missing where it was handed in again and could not be put on the list', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at } = await placesIn(folder);
    const again = join(await folderOf('再交'), '乙局.zip');
    await rename(at('乙局', 'original.zip'), again);
    for (const name of ['receipt.json', 'summary.json']) await writeFile(at('乙局', name), '{');
    const desk = await open(folder);
    await desk.checked();
    expect(codes(desk)).toEqual(['package-record-unreadable']);
    failAt('open contents.json', 'EIO');
    await failureCode(desk.receive({ path: again, name: '乙局.zip' }, { receivedOn: '2026-11-21' }));
    expect(desk.candidates()).toHaveLength(1);
    expect(codes(desk)).toEqual(['package-record-unreadable']);
  });

  it('is no more told as unreadable when it is taken away, while the desk is open', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    await mkdir(join(folder, 'packages', '@eaDir'));
    const desk = await open(folder);
    await desk.checked();
    expect(codes(desk)).toEqual(['package-record-unreadable']);
    await rm(join(folder, 'packages', '@eaDir'), { recursive: true });
    await desk.checked();
    expect(codes(desk)).toEqual([]);
  });

  it('is no more missing when the same file is handed in again', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at } = await placesIn(folder);
    const again = join(await folderOf('再交'), '乙局.zip');
    await writeFile(again, await readFile(at('乙局', 'original.zip')));
    await rm(at('乙局'), { recursive: true });
    const desk = await open(folder);
    expect(codes(desk)).toEqual(['package-gone']);
    await desk.receive({ path: again, name: '乙局.zip' }, { receivedOn: '2026-11-21' });
    expect(codes(desk)).toEqual(['review-lost']);
    await desk.checked();
    expect(codes(desk)).toEqual(['review-lost']);
    expect(desk.candidates()).toHaveLength(2);
  });
});

describe('the receipts of files that were not kept', () => {
  const LOST = 'package-list-lost';

  it.each<[string, (receipts: string, names: readonly string[]) => Promise<unknown>, string[]]>([
    ['all are gone', (receipts) => rm(receipts, { recursive: true }), [LOST]],
    ['one is gone', (receipts, [name = '']) => rm(join(receipts, name)), [LOST]],
  ])('are missed until somebody says that nothing is missing: %s', async (_, lose, told) => {
    const folder = await indexedDesk(['甲局']);
    const inbox = await folderOf('收到');
    const desk = await open(folder);
    for (const name of ['坏.zip', '文.zip']) {
      await writeFile(join(inbox, name), name);
      await desk.receive({ path: join(inbox, name), name }, { receivedOn: '2026-11-21' });
    }
    await desk.close();
    const receipts = join(folder, 'receipts');
    await lose(receipts, await readdir(receipts));
    for (let time = 0; time < 2; time += 1) {
      const again = await open(folder);
      await again.checked();
      expect(codes(again)).toEqual(told);
      expect(again.notices.map(({ message }) => message).join('')).toMatch(/没有收下的文件有 [12] 份登记/);
      expect(again.received().isListLost).toBe(true);
      await again.close();
    }
    const last = await open(folder);
    await last.vouch();
    expect(codes(last)).not.toContain(LOST);
    await last.close();
    expect(codes(await open(folder))).not.toContain(LOST);
  });

  it('are those of its own names: a copy beside them is none, and nothing of the list is lost by it', async () => {
    const folder = await indexedDesk(['甲局']);
    const desk = await open(folder);
    const path = join(await folderOf('收到'), '坏.zip');
    await writeFile(path, '坏');
    await desk.receive({ path, name: '坏.zip' }, { receivedOn: '2026-11-21' });
    const receipts = join(folder, 'receipts');
    const [own = ''] = await readdir(receipts);
    const copies = [`._${own}`, `.${own}`, own.replace('.json', ' (冲突副本).json')];
    for (const name of copies) await cp(join(receipts, own), join(receipts, name));
    await desk.close();
    const again = await open(folder);
    await again.checked();
    expect([codes(again), again.receipts().length]).toEqual([[], 2]);
    await again.close();
    const { refused } = JSON.parse(await readFile(join(folder, 'packages.json'), 'utf8')) as {
      refused: string[];
    };
    expect(refused).toEqual([own]);
  });

  it('has its folder made anew while the desk is open', async () => {
    const folder = await indexedDesk(['甲局']);
    const desk = await open(folder);
    await rm(join(folder, 'receipts'), { recursive: true });
    const path = join(await folderOf('收到'), '坏.zip');
    await writeFile(path, '坏');
    const { verdict } = await desk.receive({ path, name: '坏.zip' }, { receivedOn: '2026-11-21' });
    expect(verdict).toBe('not-a-package');
    expect(await readdir(join(folder, 'receipts'))).toHaveLength(1);
  });
});

describe('a disk that fails for a moment', () => {
  it('puts a package in doubt whose original it does not let read, until the next check', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { keyOf, at } = await placesIn(folder);
    const desk = await open(folder);
    await desk.checked();
    await touch(at('乙局', 'original.zip'));
    failAt('open original.zip', 'EBUSY', ['open original.zip', 'EBUSY']);
    await desk.checked();
    const suspicions = () => desk.candidates().find(({ key }) => key === keyOf('乙局'))?.suspicions;
    expect(suspicions()).toEqual([ORIGINAL_WRONG]);
    expect(codes(desk)).toEqual(['original-changed']);
    await desk.checked();
    expect(suspicions()).toEqual([]);
    expect(codes(desk)).toEqual([]);
  });

  it('takes a package off the list that cannot be judged by another campaign, until the next check', async () => {
    const folder = await indexedDesk(['甲局', '乙局', '丙局']);
    const desk = await open(folder);
    await desk.checked();
    failAt('open contents.json', 'EIO');
    await desk.document.editNow(passing('30.00'));
    expect(desk.candidates()).toHaveLength(2);
    expect(codes(desk)).toEqual(['package-record-unreadable']);
    await desk.checked();
    expect(codes(desk)).toEqual([]);
    expect(desk.candidates().map(({ passScore }) => passScore)).toEqual([3000, 3000, 3000]);
  });
});

describe('the lock that is gone while the campaign is changed', () => {
  const lockOf = (folder: string) => ({
    take: () => renameSync(join(folder, '.lock'), join(folder, '.lock-x')),
    giveBack: () => renameSync(join(folder, '.lock-x'), join(folder, '.lock')),
  });
  const points = (desk: DeskSession) => [...new Set(desk.candidates().map(({ passScore }) => passScore))];

  it('in the middle of saving it: nothing is final before the rows are by the campaign of the desk', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const lock = lockOf(folder);
    const desk = await open(folder);
    await desk.checked();
    doneAt('rename desk.json.tmp -> desk.json', undefined, lock.take);
    expect(await failureCode(desk.document.editNow(passing('30.00')))).toBe('lock-lost');
    for (let time = 0; time < 2; time += 1) expect(await failureCode(desk.checked())).toBe('lock-lost');
    lock.giveBack();
    await desk.checked();
    expect(desk.desk.campaign.passScore?.points).toBe(3000);
    expect(points(desk)).toEqual([3000]);
    await desk.document.undo();
    await desk.checked();
    expect(points(desk)).toEqual([desk.desk.campaign.passScore?.points]);
    expect(codes(desk)).toEqual([]);
  });

  it.each([true, false])('while the rows are made by it; then it is undone: %s', async (isUndone) => {
    const folder = await indexedDesk(['甲局', '乙局', '丙局']);
    const lock = lockOf(folder);
    const desk = await open(folder);
    await desk.checked();
    // Gone with the first row.
    failAt((step) => step === 'open contents.json' && (forget(), lock.take(), false), 'EIO');
    await desk.document.editNow(passing('30.00'));
    expect(points(desk)).toHaveLength(2);
    expect(await failureCode(desk.checked())).toBe('lock-lost');
    lock.giveBack();
    if (isUndone) await desk.document.undo();
    await desk.checked();
    expect(points(desk)).toEqual([isUndone ? 9000 : 3000]);
    expect(points(desk)).toEqual([desk.desk.campaign.passScore?.points]);
  });
});
