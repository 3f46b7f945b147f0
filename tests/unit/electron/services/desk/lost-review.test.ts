import { appendFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read as readWorkbook } from 'xlsx';
import type { DeskView } from '../../../../../electron/services/desk/export/desk-view.ts';
import {
  standingOf,
  statisticsViewOf,
  viewOf,
} from '../../../../../electron/services/desk/export/handlers.ts';
import { buildReceipts } from '../../../../../electron/services/desk/export/receipts.ts';
import { buildReportWorkbook } from '../../../../../electron/services/desk/export/report/workbook.ts';
import { buildStatistics } from '../../../../../electron/services/desk/export/statistics.ts';
import { buildSummary } from '../../../../../electron/services/desk/export/summary/workbook.ts';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { rankCandidates } from '../../../../../shared/review/ranking.ts';
import { REVIEW_LOST_REMARK } from '../../../../../shared/review/words.ts';
import { deskFor, folderOf, packageFile, unitFixture } from './fixture.ts';
import { codes, conclusions, open } from './indexed-desk.ts';

const RECEIVED = { receivedOn: '2026-11-20' };

/** A closed desk of these units, each looked at, and the files that were handed in. */
async function deskOf(names: readonly string[]) {
  const inbox = await folderOf('收到');
  const units = await Promise.all(names.map((name) => unitFixture({ name })));
  const folder = await deskFor(units[0]!);
  const desk = await DeskSession.open(folder);
  const keys = new Map<string, string>();
  for (const [at, unit] of units.entries()) {
    const name = `${names[at]}.zip`;
    const { path } = await packageFile(unit, inbox, name);
    const { key } = await desk.receive({ path, name }, RECEIVED);
    await desk.editReview(key, { kind: 'setConclusion', conclusion: '已看过' });
    keys.set(names[at]!, key);
  }
  await desk.close();
  const keyOf = (unit: string): string => keys.get(unit)!;
  const at = (unit: string, name = ''): string => join(folder, 'packages', keyOf(unit), name);
  const file = (unit: string) => ({ path: join(inbox, `${unit}.zip`), name: `${unit}.zip` });
  return { folder, keyOf, at, file };
}

async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
}

async function loseReview(folder: string): Promise<void> {
  for (const name of ['review.json', 'review.previous.json']) await rm(join(folder, name), { force: true });
}

const LOST = 'review-lost';
const BEHIND = 'review-behind';

describe('a review that the desk has had and that is gone', () => {
  it.each<[string, (folder: string) => Promise<unknown>, string[]]>([
    ['the folder was emptied', empty, ['package-record-unreadable']],
    ['the folder was removed', (folder) => rm(folder, { recursive: true }), ['package-gone']],
    ['all but the original was', loseAllButOriginal, ['package-record-unreadable']],
  ])('is told when the package is handed in again, and as long as it is so: %s', async (_, lose, told) => {
    const { folder, keyOf, at, file } = await deskOf(['甲局', '乙局']);
    await lose(at('乙局'));
    const before = await open(folder);
    await before.checked();
    expect(codes(before)).toEqual(told);
    await before.close();
    const desk = await open(folder);
    const receipt = await desk.receive(file('乙局'), { receivedOn: '2026-11-21' });
    expect(receipt.remarks).toContain(REVIEW_LOST_REMARK);
    expect(codes(desk)).toEqual([LOST]);
    await desk.close();
    for (let time = 0; time < 2; time += 1) {
      const again = await open(folder);
      await again.checked();
      expect(codes(again)).toEqual([LOST]);
      expect(again.received().lostReviews).toEqual([
        { key: keyOf('乙局'), fileName: '乙局.zip', unit: '乙局', loss: 'lost' },
      ]);
      await again.close();
    }
    const last = await open(folder);
    await last.editReview(keyOf('乙局'), { kind: 'setConclusion', conclusion: '重新看过' });
    expect(codes(last)).toEqual([]);
    await last.close();
    expect(codes(await open(folder))).toEqual([]);
  });

  it('is not told of a package that nobody had looked at, or that is handed in with its review there', async () => {
    const { folder, at, file } = await deskOf(['甲局', '乙局']);
    const unit = await unitFixture({ name: '丙局' });
    const { path } = await packageFile(unit, await folderOf('再收'), '丙局.zip');
    const first = await open(folder);
    const { key } = await first.receive({ path, name: '丙局.zip' }, RECEIVED);
    await first.close();
    await rm(join(folder, 'packages', key), { recursive: true });
    await rm(at('乙局', 'original.zip'));
    const desk = await open(folder);
    await desk.receive({ path, name: '丙局.zip' }, RECEIVED);
    const healed = await desk.receive(file('乙局'), RECEIVED);
    await desk.checked();
    expect(codes(desk)).toEqual([]);
    expect(healed.remarks).not.toContain(REVIEW_LOST_REMARK);
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '已看过', 丙局: '' });
  });

  it.each<[string, (folder: string) => Promise<unknown>]>([
    ['at every opening', () => Promise.resolve()],
    ['also where the index is lost', (folder) => rm(join(folder, 'index.json'), { force: true })],
    ['also where the list is', (folder) => rm(join(folder, 'packages.json'))],
  ])('by itself is told %s, and no more when it is put back', async (_, lose) => {
    const { folder, at } = await deskOf(['甲局', '乙局']);
    const kept = await readFile(at('乙局', 'review.json'));
    await loseReview(at('乙局'));
    await lose(folder);
    for (let time = 0; time < 2; time += 1) {
      const desk = await open(folder);
      await desk.checked();
      expect(codes(desk)).toEqual([LOST]);
      expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '' });
      await desk.close();
    }
    const desk = await open(folder);
    await writeFile(at('乙局', 'review.json'), kept);
    await desk.checked();
    expect(codes(desk)).toEqual(['review-changed']);
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '已看过' });
    await desk.close();
    expect(codes(await open(folder))).toEqual([]);
  });

  it('is known also where the program was killed after it was written', async () => {
    const { folder, keyOf, at } = await deskOf(['甲局']);
    const desk = await open(folder);
    const unit = await unitFixture({ name: '乙局' });
    const { path } = await packageFile(unit, await folderOf('再收'), '乙局.zip');
    const { key } = await desk.receive({ path, name: '乙局.zip' }, RECEIVED);
    await desk.editReview(key, { kind: 'setConclusion', conclusion: '改过' });
    const killed = join(await folderOf('断电'), '核验台');
    await cp(folder, killed, { recursive: true, filter: (name) => !name.endsWith('.tmp') });
    await rm(join(killed, '.lock'), { recursive: true, force: true });
    await rm(join(killed, 'packages', key), { recursive: true });
    const after = await open(killed);
    await after.receive({ path, name: '乙局.zip' }, RECEIVED);
    expect(codes(after)).toContain(LOST);
    expect(keyOf('甲局')).not.toBe(key);
    expect(at('甲局')).toContain(folder);
  });
});

describe('the files of a package that go while the desk is open', () => {
  it('are written again from the review that is open, at the next check, and that is told', async () => {
    const { folder, keyOf, at, file } = await deskOf(['甲局', '乙局']);
    const desk = await open(folder);
    await desk.checked();
    await desk.editReview(keyOf('乙局'), { kind: 'setConclusion', conclusion: '改过' });
    await empty(at('乙局'));
    await desk.checked();
    expect(JSON.parse(await readFile(at('乙局', 'review.json'), 'utf8'))).toMatchObject({
      conclusion: '改过',
    });
    expect(codes(desk)).toEqual(['original-changed', 'review-rewritten']);
    await desk.receive(file('乙局'), { receivedOn: '2026-11-28' });
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '改过' });
    await desk.close();
    const again = await open(folder);
    await again.checked();
    expect(codes(again)).toEqual([]);
    expect(conclusions(again)).toEqual({ 甲局: '已看过', 乙局: '改过' });
    expect(again.receipts().map(({ receivedOn }) => receivedOn)).toEqual(['2026-11-20', '2026-11-20']);
  });

  it('are kept where the package is handed in again before anybody has looked', async () => {
    const { folder, keyOf, at, file } = await deskOf(['甲局', '乙局']);
    const desk = await open(folder);
    await desk.checked();
    await desk.load(keyOf('乙局'));
    await empty(at('乙局'));
    const receipt = await desk.receive(file('乙局'), RECEIVED);
    expect(receipt.remarks).not.toContain(REVIEW_LOST_REMARK);
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '已看过' });
    expect(codes(desk)).toEqual(['review-rewritten']);
  });

  it('take the package off the list where its review is not open, and it is missed', async () => {
    const { folder, at, file, keyOf } = await deskOf(['甲局', '乙局']);
    const desk = await open(folder);
    await desk.checked();
    await empty(at('乙局'));
    await desk.checked();
    expect(conclusions(desk)).toEqual({ 甲局: '已看过' });
    expect(desk.missing()).toEqual([
      { key: keyOf('乙局'), fileName: '乙局.zip', unit: '乙局', isGone: false },
    ]);
    expect(codes(desk)).toEqual(['package-record-unreadable']);
    expect(desk.notices[0]?.message).toContain('“乙局（乙局.zip）”');
    expect(desk.notices[0]?.message).toContain('核验记录 review.json 也不见了');
    const receipt = await desk.receive(file('乙局'), { receivedOn: '2026-11-28' });
    expect(receipt).toMatchObject({ receivedOn: '2026-11-20', remarks: [REVIEW_LOST_REMARK] });
    expect(codes(desk)).toEqual([LOST]);
  });

  it('never open an empty review without words', async () => {
    const { folder, at, keyOf } = await deskOf(['甲局', '乙局']);
    const desk = await open(folder);
    await desk.checked();
    await loseReview(at('乙局'));
    const { notices } = await desk.openedReview(keyOf('乙局'));
    expect(notices.map(({ code }) => code)).toEqual([LOST]);
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '' });
    await desk.checked();
    // What is open is not what was there: it is no record.
    expect(await readdir(at('乙局'))).not.toContain('review.json');
    expect(codes(desk)).toEqual([LOST]);
  });

  it('are told where only what was saved before is left', async () => {
    const { folder, at, keyOf } = await deskOf(['甲局']);
    const first = await open(folder);
    await first.editReview(keyOf('甲局'), { kind: 'setConclusion', conclusion: '改过' });
    await first.close();
    const desk = await open(folder);
    await desk.checked();
    await rm(at('甲局', 'review.json'));
    await desk.checked();
    expect(conclusions(desk)).toEqual({ 甲局: '已看过' });
    expect(codes(desk)).toEqual([BEHIND]);
    await desk.checked();
    expect(codes(desk)).toEqual([BEHIND]);
  });

  it('are written again at the closing where the folder itself was removed', async () => {
    for (const isChecked of [true, false]) {
      const { folder, keyOf, at, file } = await deskOf(['甲局', '乙局']);
      const desk = await open(folder);
      await desk.checked();
      await desk.editReview(keyOf('乙局'), { kind: 'setConclusion', conclusion: '改过' });
      await rm(at('乙局'), { recursive: true });
      if (isChecked) {
        await desk.checked();
        expect(codes(desk)).toEqual(['package-gone']);
        expect(desk.notices[0]?.effect).toContain('程序里还有它们的核验记录');
      }
      await desk.close();
      const again = await open(folder);
      await again.checked();
      expect(codes(again)).toEqual(['original-changed']);
      await again.receive(file('乙局'), { receivedOn: '2026-11-28' });
      expect(conclusions(again)).toEqual({ 甲局: '已看过', 乙局: '改过' });
      expect(codes(again)).toEqual([]);
      expect(again.receipts().map(({ receivedOn }) => receivedOn)).toEqual(['2026-11-20', '2026-11-20']);
    }
  });

  it('are not written again where somebody does not wait for the package any more', async () => {
    const { folder, keyOf, at } = await deskOf(['甲局', '乙局']);
    const desk = await open(folder);
    await desk.editReview(keyOf('乙局'), { kind: 'setConclusion', conclusion: '改过' });
    await rm(at('乙局'), { recursive: true });
    await desk.checked();
    await desk.giveUp(keyOf('乙局'));
    await desk.close();
    const again = await open(folder);
    await again.checked();
    expect(codes(again)).toEqual([]);
    expect(conclusions(again)).toEqual({ 甲局: '已看过' });
  });
});

describe('a review of which the copy saved before counts', () => {
  const cut = async (folder: string): Promise<void> => {
    const path = join(folder, 'review.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, text.length / 2));
  };
  const away = (folder: string): Promise<void> => rm(join(folder, 'review.json'));
  /** Closed; 甲局 was looked at and changed once more, 乙局 not. */
  async function twice() {
    const made = await deskOf(['甲局', '乙局']);
    const desk = await open(made.folder);
    await desk.editReview(made.keyOf('甲局'), { kind: 'setConclusion', conclusion: '改过' });
    await desk.close();
    return made;
  }

  it.each<[string, (folder: string) => Promise<void>, boolean]>([
    ['gone, not looked at', away, false],
    ['gone, looked at', away, true],
    ['cut in half, not looked at', cut, false],
    ['cut in half, looked at', cut, true],
    ['empty', (folder) => writeFile(join(folder, 'review.json'), ''), true],
  ])('is told at every opening until it is saved with another content: %s', async (_, lose, isLooked) => {
    const { folder, keyOf, at } = await twice();
    await lose(at('甲局'));
    for (let time = 0; time < 3; time += 1) {
      const desk = await open(folder);
      await desk.checked();
      expect(codes(desk)).toEqual([BEHIND]);
      expect(desk.received().lostReviews.map(({ unit, loss }) => [unit, loss])).toEqual([['甲局', 'behind']]);
      expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '已看过' });
      if (isLooked) {
        const told = (await desk.openedReview(keyOf('甲局'))).notices.map(({ code }) => code);
        expect(told).toContain(BEHIND);
      }
      await desk.close();
    }
    const desk = await open(folder);
    await desk.editReview(keyOf('甲局'), { kind: 'setConclusion', conclusion: '补上了' });
    expect(codes(desk)).toEqual([]);
    await desk.close();
    expect(codes(await open(folder))).toEqual([]);
  });

  it.each(['behind', 'lost'] as const)('is so again where what was typed is undone: %s', async (loss) => {
    const { folder, keyOf, at } = await twice();
    await (loss === 'lost' ? loseReview : away)(at('甲局'));
    const told = loss === 'lost' ? LOST : BEHIND;
    const desk = await open(folder);
    await desk.editReview(keyOf('甲局'), { kind: 'setConclusion', conclusion: '敲了几个字' });
    expect(codes(desk)).toEqual([]);
    await desk.takeReview(keyOf('甲局'), { do: 'undo' });
    expect(codes(desk)).toEqual([told]);
    await desk.checked();
    expect(codes(desk)).toEqual([told]);
    await desk.close();
    for (let time = 0; time < 2; time += 1) {
      const again = await open(folder);
      await again.checked();
      expect(codes(again)).toEqual([told]);
      await again.close();
    }
  });

  it('is told no more where somebody says that nothing is missing, or it was put back', async () => {
    for (const way of ['said', 'put back'] as const) {
      const { folder, keyOf, at } = await twice();
      const kept = await readFile(at('甲局', 'review.json'));
      await away(at('甲局'));
      const desk = await open(folder);
      await desk.openedReview(keyOf('甲局'));
      expect(codes(desk)).toEqual([BEHIND]);
      if (way === 'said') await desk.vouchFor(keyOf('甲局'));
      await desk.close();
      if (way === 'put back') await writeFile(at('甲局', 'review.json'), kept);
      const again = await open(folder);
      await again.checked();
      expect(codes(again)).toEqual(way === 'said' ? [] : ['review-changed']);
      expect(conclusions(again)['甲局']).toBe(way === 'said' ? '已看过' : '改过');
      await again.close();
      expect(codes(await open(folder))).toEqual([]);
    }
  });

  it.each<[string, (folder: string) => Promise<unknown>]>([
    ['the list', (folder) => rm(join(folder, 'packages.json'))],
    ['the index', (folder) => rm(join(folder, 'index.json'), { force: true })],
  ])('is known also where %s is lost after it was read', async (_, lose) => {
    const { folder, keyOf, at } = await twice();
    await away(at('甲局'));
    const desk = await open(folder);
    await desk.openedReview(keyOf('甲局'));
    await desk.close();
    await lose(folder);
    const again = await open(folder);
    await again.checked();
    expect(codes(again)).toEqual([BEHIND]);
  });

  it('is known also where the program was killed while it was read', async () => {
    const { folder, keyOf, at } = await twice();
    const desk = await open(folder);
    await desk.checked();
    await cut(at('甲局'));
    await desk.openedReview(keyOf('甲局'));
    const killed = join(await folderOf('断电'), '核验台');
    await cp(folder, killed, { recursive: true, filter: (name) => !name.endsWith('.tmp') });
    await rm(join(killed, '.lock'), { recursive: true, force: true });
    const after = await open(killed);
    expect(codes(after)).toContain(BEHIND);
  });
});

describe('a review that cannot be read', () => {
  it('is told as long as it is so, and counts among what is not here', async () => {
    const { folder, at } = await deskOf(['甲局', '乙局']);
    const kept = await readFile(at('乙局', 'review.json'));
    await rm(at('乙局', 'review.previous.json'), { force: true });
    await writeFile(at('乙局', 'review.json'), '');
    for (let time = 0; time < 2; time += 1) {
      const desk = await open(folder);
      await desk.checked();
      expect(codes(desk)).toEqual(['review-unreadable']);
      expect(desk.received().lostReviews.map(({ unit, loss }) => [unit, loss])).toEqual([['乙局', 'unread']]);
      await desk.close();
    }
    const desk = await open(folder);
    await desk.checked();
    await writeFile(at('乙局', 'review.json'), kept);
    await desk.checked();
    expect(desk.received().lostReviews).toEqual([]);
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '已看过' });
  });
});

it('is known of a desk that an earlier version has left, which wrote no such list', async () => {
  const { folder, at } = await deskOf(['甲局', '乙局']);
  await loseReview(at('乙局'));
  const path = join(folder, 'packages.json');
  const { reviewed, ...list } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  expect(reviewed).toHaveLength(2);
  await writeFile(path, JSON.stringify(list));
  await rm(join(folder, 'index.json'), { force: true });
  await rm(at('乙局', 'summary.json'));
  for (let time = 0; time < 2; time += 1) {
    const desk = await open(folder);
    await desk.checked();
    expect(codes(desk)).toEqual([LOST]);
    await desk.close();
  }
});

describe('a folder that no record names', () => {
  const without = async (folder: string, keys: readonly string[]): Promise<void> => {
    const path = join(folder, 'packages.json');
    const list = JSON.parse(await readFile(path, 'utf8')) as { packages: Record<string, string> };
    const packages = Object.fromEntries(Object.entries(list.packages).filter(([key]) => !keys.includes(key)));
    await writeFile(path, JSON.stringify({ ...list, packages }));
    await rm(join(folder, 'index.json'), { force: true });
  };

  it('may have others beside it that are missing: one alone is told', async () => {
    const { folder, keyOf, at } = await deskOf(['甲局', '乙局', '丙局']);
    await without(folder, [keyOf('乙局'), keyOf('丙局')]);
    await rm(at('丙局'), { recursive: true });
    const desk = await open(folder);
    await desk.checked();
    expect(codes(desk)).toEqual(['package-list-lost']);
    expect(desk.notices[0]?.message).toContain('记录上没有的是“乙局（乙局.zip）”');
  });

  it('belongs to the desk where it was coming when the program was killed, and is missed from then on', async () => {
    const { folder, keyOf, at } = await deskOf(['甲局', '乙局']);
    await without(folder, [keyOf('乙局')]);
    const line = [keyOf('乙局'), '乙局.zip', { unit: '乙局', coming: true }];
    await appendFile(join(folder, 'packages.jsonl'), `\n${JSON.stringify(line)}\n`);
    const desk = await open(folder);
    // Nothing is written behind any more.
    await desk.checked();
    expect(codes(desk)).toEqual([]);
    const killed = join(await folderOf('断电'), '核验台');
    await cp(folder, killed, { recursive: true, filter: (name) => !name.endsWith('.tmp') });
    await rm(join(killed, '.lock'), { recursive: true, force: true });
    await rm(join(killed, 'packages', keyOf('乙局')), { recursive: true });
    expect(codes(await open(killed))).toEqual(['package-gone']);
    expect(at('乙局')).toContain(folder);
  });

  it('is not missed where it was coming and never came', async () => {
    const { folder } = await deskOf(['甲局']);
    const line = ['f'.repeat(16), '丁局.zip', { unit: '丁局', coming: true }];
    await appendFile(join(folder, 'packages.jsonl'), `\n${JSON.stringify(line)}\n`);
    for (let time = 0; time < 2; time += 1) {
      const desk = await open(folder);
      await desk.checked();
      expect(codes(desk)).toEqual([]);
      await desk.close();
    }
    expect(await readdir(folder)).not.toContain('packages.jsonl');
  });

  it('is none where it was given up and is put back', async () => {
    const { folder, keyOf, at } = await deskOf(['甲局', '乙局']);
    const away = join(await folderOf('拿开'), '乙');
    await rename(at('乙局'), away);
    const desk = await open(folder);
    await desk.giveUp(keyOf('乙局'));
    await desk.close();
    await rename(away, at('乙局'));
    const again = await open(folder);
    await again.checked();
    expect(codes(again)).toEqual([]);
    expect(conclusions(again)).toEqual({ 甲局: '已看过', 乙局: '已看过' });
  });

  it('is known from then on where it was put there while the desk is open', async () => {
    const { folder, keyOf, at } = await deskOf(['甲局', '乙局']);
    const away = join(await folderOf('拿开'), '乙');
    await rename(at('乙局'), away);
    await without(folder, [keyOf('乙局')]);
    const desk = await open(folder);
    await rename(away, at('乙局'));
    await desk.checked();
    const killed = join(await folderOf('断电'), '核验台');
    await cp(folder, killed, { recursive: true, filter: (name) => !name.endsWith('.tmp') });
    await rm(join(killed, '.lock'), { recursive: true, force: true });
    expect(codes(await open(killed))).toEqual([]);
  });
});

describe('what is exported while something that was received is missing or unknown', () => {
  const DAY = '2026-11-28';
  const sheetsOf = (bytes: Uint8Array): string[] =>
    Object.values(readWorkbook(bytes).Sheets).map((sheet) => JSON.stringify(sheet));
  /** Every sheet of every table. */
  const tablesOf = async (desk: DeskSession): Promise<string[]> => {
    const view: DeskView = viewOf(desk);
    const made = [
      await buildSummary(view, DAY),
      await buildReceipts(view, DAY),
      await buildStatistics(await statisticsViewOf(desk), DAY),
    ];
    return made.flatMap(sheetsOf);
  };

  it.each<[string, (desk: Awaited<ReturnType<typeof deskOf>>) => Promise<unknown>, string]>([
    ['a folder is gone', ({ at }) => rm(at('乙局'), { recursive: true }), '“乙局（乙局.zip）”，不在本表内'],
    ['a folder is empty', ({ at }) => empty(at('乙局')), '“乙局（乙局.zip）”，不在本表内'],
    [
      'the list is lost',
      async ({ folder }) => {
        await rm(join(folder, 'packages.json'));
        await rm(join(folder, 'index.json'), { force: true });
      },
      '收过哪些推荐包的记录丢失过',
    ],
    [
      'a review is lost',
      ({ at }) => loseReview(at('乙局')),
      '核验记录不见了，还没有重新核验：“乙局（乙局.zip）”',
    ],
    ['an original is', ({ at }) => rm(at('乙局', 'original.zip')), '与接收时不同：“乙局（乙局.zip）”'],
  ])('is a draft on every sheet, which names it: %s', async (_, lose, words) => {
    const made = await deskOf(['甲局', '乙局', '丙局']);
    await lose(made);
    const desk = await open(made.folder);
    await desk.checked();
    const tables = await tablesOf(desk);
    expect(tables).toHaveLength(5);
    for (const sheet of tables) {
      expect(sheet).toMatch(/（草稿[）、]/);
      expect(sheet).toContain(words);
    }
  });

  it('counts what is missing among what came', async () => {
    const { folder, at } = await deskOf(['甲局', '乙局', '丙局']);
    await rm(at('乙局'), { recursive: true });
    const [sheet] = sheetsOf(await buildReceipts(viewOf(await open(folder)), DAY));
    expect(sheet).toContain('共收到 3 个文件，收存 2 个，另有 1 个收过的现在读取不到，不在下表');
  });

  it('names all that are missing, and none is a draft where all is here', async () => {
    const names = ['甲局', '乙局', '丙局', '丁局', '戊局', '己局'];
    const { folder, at } = await deskOf(names);
    const desk = await open(folder);
    const [, receipts, ...statistics] = await tablesOf(desk);
    for (const sheet of [receipts, ...statistics]) expect(sheet).not.toContain('（草稿');
    for (const name of names.slice(1)) await rm(at(name), { recursive: true });
    await desk.checked();
    for (const sheet of (await tablesOf(desk)).slice(1))
      for (const name of names.slice(1)) expect(sheet).toContain(`“${name}（${name}.zip）”`);
  });

  it('is a draft of a report as well whose package is not whole', async () => {
    const { folder, at, keyOf } = await deskOf(['甲局', '乙局']);
    const desk = await open(folder);
    const report = async (unit: string): Promise<string> => {
      const ranked = rankCandidates(desk.desk, desk.candidates());
      const loaded = await desk.load(keyOf(unit));
      const standing = standingOf(keyOf(unit), ranked);
      return sheetsOf(await buildReportWorkbook({ ...loaded, standing }, DAY)).join();
    };
    await report('乙局');
    await rm(at('乙局', 'original.zip'));
    await desk.checked();
    expect(await report('乙局')).toContain('草稿（核验台里保存的原件不完好）');
    expect(await report('甲局')).not.toContain('原件不完好');
  });
});

async function loseAllButOriginal(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name !== 'original.zip') await rm(join(folder, name), { recursive: true });
  }
  await mkdir(folder, { recursive: true });
}
