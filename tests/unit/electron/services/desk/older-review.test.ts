import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { read as readWorkbook } from 'xlsx';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { standingOf } from '../../../../../electron/services/desk/export/handlers.ts';
import { buildPackageFile } from '../../../../../electron/services/desk/export/package-files.ts';
import { buildReportWorkbook } from '../../../../../electron/services/desk/export/report/workbook.ts';
import { reservedIn } from '../../../../../shared/review/candidate-columns.ts';
import { rankCandidates } from '../../../../../shared/review/ranking.ts';
import type { UserError } from '../../../../../shared/values/errors.ts';
import { receivedWords } from '../../../../../shared/review/unsettled.ts';
import { deskFor, folderOf, packageFile, unitFixture } from './fixture.ts';
import { codes, conclusions, open } from './indexed-desk.ts';

const BEHIND = 'review-behind';

/** A closed desk: each unit was verified, kept as a backup (`old`), and verified again. */
async function deskOf(names: readonly string[]) {
  const inbox = await folderOf('收到');
  const units = await Promise.all(names.map((name) => unitFixture({ name })));
  const folder = await deskFor(units[0]!);
  const old = await folderOf('备份');
  const desk = await DeskSession.open(folder);
  const keys = new Map<string, string>();
  for (const [at, unit] of units.entries()) {
    const { path } = await packageFile(unit, inbox, `${names[at]}.zip`);
    const { key } = await desk.receive({ path, name: `${names[at]}.zip` }, { receivedOn: '2026-11-20' });
    await desk.editReview(key, { kind: 'setConclusion', conclusion: '先看' });
    keys.set(names[at]!, key);
  }
  await desk.checked();
  await desk.close();
  await cp(join(folder, 'packages'), old, { recursive: true });
  const again = await open(folder);
  for (const key of keys.values()) await again.editReview(key, { kind: 'setConclusion', conclusion: '再看' });
  await again.close();
  const keyOf = (unit: string): string => keys.get(unit)!;
  const at = (unit: string, name = ''): string => join(folder, 'packages', keyOf(unit), name);
  const before = (unit: string, name = ''): string => join(old, keyOf(unit), name);
  const putOld = async (unit: string): Promise<void> => {
    await rm(at(unit), { recursive: true, force: true });
    await cp(before(unit), at(unit), { recursive: true });
  };
  return { folder, keyOf, at, before, putOld };
}
type OnDisk = Awaited<ReturnType<typeof deskOf>>;

describe('a review in whose place an older one was put', () => {
  it.each<[string, (desk: OnDisk) => Promise<unknown>]>([
    ['the folder of a package from a backup', ({ putOld }) => putOld('甲局')],
    [
      'all folders from a backup',
      async ({ putOld }) => {
        await putOld('甲局');
        await putOld('乙局');
      },
    ],
    ['the file alone', ({ at, before }) => cp(before('甲局', 'review.json'), at('甲局', 'review.json'))],
    [
      'what was saved before, renamed',
      ({ at }) => rename(at('甲局', 'review.previous.json'), at('甲局', 'review.json')),
    ],
    [
      'the folder, and the index is lost',
      async ({ folder, putOld }) => {
        await putOld('甲局');
        await rm(join(folder, 'index.json'));
      },
    ],
  ])('is told at every opening, and nothing is final meanwhile: %s', async (_, put) => {
    const onDisk = await deskOf(['甲局', '乙局']);
    await put(onDisk);
    for (let time = 0; time < 3; time += 1) {
      const desk = await open(onDisk.folder);
      await desk.checked();
      expect(codes(desk)).toContain(BEHIND);
      expect(receivedWords(desk.received()).join('')).toMatch(/核验记录用的是较早的一份/);
      expect(conclusions(desk)).toMatchObject({ 甲局: '先看' });
      await desk.close();
    }
  });

  it('is told no more once it is verified again, somebody has looked, or the newer one is back', async () => {
    const { folder, keyOf, at, putOld } = await deskOf(['甲局', '乙局', '丙局']);
    const newer = await folderOf('新的');
    await cp(at('丙局'), newer, { recursive: true });
    for (const unit of ['甲局', '乙局', '丙局']) await putOld(unit);
    const desk = await open(folder);
    await desk.checked();
    expect(desk.received().lostReviews).toHaveLength(3);
    await desk.editReview(keyOf('甲局'), { kind: 'setConclusion', conclusion: '补上' });
    await desk.vouchFor(keyOf('乙局'));
    await desk.close();
    await rm(at('丙局'), { recursive: true });
    await cp(newer, at('丙局'), { recursive: true });
    for (let time = 0; time < 2; time += 1) {
      const again = await open(folder);
      await again.checked();
      expect(codes(again)).toEqual([]);
      expect(conclusions(again)).toEqual({ 甲局: '补上', 乙局: '先看', 丙局: '再看' });
      await again.close();
    }
  });

  it('is told while the desk is open, whether the review is open or not', async () => {
    const { folder, keyOf, at, before } = await deskOf(['甲局', '乙局', '丙局']);
    const desk = await open(folder);
    await desk.load(keyOf('乙局'));
    await desk.editReview(keyOf('丙局'), { kind: 'setConclusion', conclusion: '三看' });
    await desk.checked();
    for (const unit of ['甲局', '乙局', '丙局']) {
      for (const name of ['review.json', 'summary.json']) await cp(before(unit, name), at(unit, name));
    }
    await desk.checked();
    expect(desk.received().lostReviews.map(({ unit, loss }) => [unit, loss])).toEqual(
      expect.arrayContaining([
        ['甲局', 'behind'],
        ['乙局', 'behind'],
        ['丙局', 'behind'],
      ]),
    );
    await desk.close();
    // What was open is not lost: it lies beside.
    const kept = await Promise.all(
      (await readdir(at('丙局', 'backups')))
        .filter((name) => name.endsWith('-here.json'))
        .map((name) => readFile(at('丙局', join('backups', name)), 'utf8')),
    );
    expect(kept.some((text) => text.includes('三看'))).toBe(true);
    const again = await open(folder);
    await again.checked();
    expect(codes(again)).toEqual([BEHIND]);
    expect(again.received().lostReviews).toHaveLength(3);
    await again.close();
  });

  it('gives way to what was open where its folder was away, and an older one is put back', async () => {
    const { folder, keyOf, at, putOld } = await deskOf(['甲局', '乙局']);
    const desk = await open(folder);
    await desk.editReview(keyOf('甲局'), { kind: 'setConclusion', conclusion: '三看' });
    await rm(at('甲局'), { recursive: true });
    await desk.checked();
    expect(codes(desk)).toEqual(['package-gone']);
    await putOld('甲局');
    await desk.checked();
    expect(codes(desk)).toEqual(['review-rewritten']);
    expect(conclusions(desk)).toEqual({ 甲局: '三看', 乙局: '再看' });
    await desk.close();
    const again = await open(folder);
    await again.checked();
    expect(codes(again)).toEqual([]);
    expect(conclusions(again)).toEqual({ 甲局: '三看', 乙局: '再看' });
    await again.close();
  });

  it('is no false alarm of a copied desk, of what is rewritten as it is, or of an ordinary day', async () => {
    const { folder, keyOf, at } = await deskOf(['甲局', '乙局']);
    const copy = await folderOf('副本');
    await cp(folder, copy, { recursive: true });
    for (const place of [folder, copy]) {
      const desk = await open(place);
      await cp(at('甲局', 'review.json'), at('甲局', 'again.json'));
      await rename(at('甲局', 'again.json'), at('甲局', 'review.json'));
      await desk.editReview(keyOf('乙局'), { kind: 'setConclusion', conclusion: '三看' });
      await desk.takeReview(keyOf('乙局'), { do: 'undo' });
      await desk.checked();
      expect(codes(desk)).toEqual([]);
      await desk.close();
    }
  });

  it('is none where the clock went back, also where the program was killed then', async () => {
    const { folder, keyOf } = await deskOf(['甲局']);
    const early = () => new Date('2020-01-01T08:00:00Z');
    const killed = await DeskSession.open(folder, { now: early });
    await killed.editReview(keyOf('甲局'), { kind: 'setConclusion', conclusion: '早' });
    const copy = await folderOf('断电');
    await cp(folder, copy, { recursive: true });
    await killed.document.editNow({ kind: 'setTitle', title: '早' });
    await killed.close();
    for (const place of [copy, folder]) {
      for (const now of [early, () => new Date()]) {
        const desk = await DeskSession.open(place, { now, takeOver: 'yes' });
        await desk.checked();
        expect(codes(desk).filter((code) => code !== 'lock-taken-over')).toEqual([]);
        expect(conclusions(desk)).toEqual({ 甲局: '早' });
        await desk.document.editNow({ kind: 'setTitle', title: '又' });
        await desk.close();
      }
    }
  });

  it('is not counted on once it has gone as well, and is again once it is back', async () => {
    const { folder, at } = await deskOf(['甲局', '乙局']);
    const told = async (): Promise<unknown> => {
      const desk = await open(folder);
      await desk.checked();
      const { loss } = desk.received().lostReviews[0] ?? {};
      const row = conclusions(desk)['甲局'];
      await desk.close();
      return [loss, row];
    };
    const aside = await folderOf('移走');
    const move = async (name: string) => rename(at('甲局', name), join(aside, name));
    await move('review.json');
    expect(await told()).toEqual(['behind', '先看']);
    await move('review.previous.json');
    expect(await told()).toEqual(['lost', '']);
    await cp(join(aside, 'review.previous.json'), at('甲局', 'review.previous.json'));
    expect(await told()).toEqual(['behind', '先看']);
    // A damaged one, in whose place the copy counts.
    await writeFile(at('甲局', 'review.json'), '{');
    expect(await told()).toEqual(['behind', '先看']);
    await rm(at('甲局', 'review.previous.json'));
    expect(await told()).toEqual(['unread', '']);
  });

  it('makes a report on it a draft, goes back to no unit, and has no final word', async () => {
    const { folder, keyOf, putOld } = await deskOf(['甲局']);
    const marked = async (): Promise<boolean> => {
      const desk = await open(folder);
      await desk.checked();
      const ranked = rankCandidates(desk.desk, desk.candidates());
      const loss = desk.received().lostReviews[0]?.loss;
      const key = keyOf('甲局');
      const input = { ...(await desk.load(key)), standing: standingOf(key, ranked), loss };
      const book = readWorkbook(await buildReportWorkbook(input, '2026-11-29'));
      const options = { desk: { ...desk.desk, office: '示例市办公室' }, today: '2026-11-29' };
      const sent = buildPackageFile('feedback', input, { ...options, software: '', folder });
      const code = await sent.then(
        () => '',
        (error: unknown) => (error as UserError).failure.code,
      );
      expect(code).toBe(loss ? 'review-not-whole' : '');
      // Whatever it was judged to be.
      const [row] = desk.candidates();
      expect(reservedIn({ ...row!, eligible: true })).toEqual(loss ? ['核验记录待核对'] : []);
      await desk.close();
      return JSON.stringify(book.Sheets).includes('核验记录有丢失，还没有核对补齐');
    };
    expect(await marked()).toBe(false);
    await putOld('甲局');
    expect(await marked()).toBe(true);
  });
});

describe('the review of another package', () => {
  it.each(['review.json', 'all four'])('is not taken for this one’s: %s', async (what) => {
    const { folder, keyOf, at } = await deskOf(['甲局', '乙局']);
    const names =
      what === 'all four'
        ? ['review.json', 'review.previous.json', 'summary.json', 'journal.jsonl']
        : ['review.json'];
    for (const name of names) await cp(at('甲局', name), at('乙局', name));
    for (let time = 0; time < 2; time += 1) {
      const desk = await open(folder);
      await desk.checked();
      expect(desk.received().lostReviews).toMatchObject([{ unit: '乙局', loss: 'unread' }]);
      await expect(desk.load(keyOf('乙局'))).rejects.toMatchObject({ failure: { code: 'review-of-other' } });
      await desk.close();
    }
  });
});

describe('what the desk itself has saved, in whose place an older one counts', () => {
  it.each<[string, (at: (name: string) => string) => Promise<unknown>]>([
    ['desk.json was removed', (at) => rm(at('desk.json'))],
    ['the copy saved before was renamed', (at) => rename(at('desk.previous.json'), at('desk.json'))],
  ])('is told until somebody has looked, whatever is saved meanwhile: %s', async (_, lose) => {
    const { folder } = await deskOf(['甲局']);
    const first = await open(folder);
    for (const title of ['第一次', '第二次']) {
      await first.document.editNow({ kind: 'setTitle', title });
      // Told apart by their times.
      await sleep(2);
    }
    await first.close();
    await lose((name) => join(folder, name));
    for (let time = 0; time < 2; time += 1) {
      const desk = await open(folder);
      await desk.checked();
      expect(codes(desk)).toContain('desk-older');
      expect(receivedWords(desk.received()).join('')).toMatch(/desk\.json 用的是较早的一份/);
      await desk.document.editNow({ kind: 'setTitle', title: `又改 ${time}` });
      await desk.close();
    }
    const desk = await open(folder);
    await desk.vouchForDesk();
    expect(codes(desk)).toEqual([]);
    await desk.close();
    for (let time = 0; time < 2; time += 1) {
      const again = await open(folder);
      expect(codes(again)).toEqual([]);
      await again.document.editNow({ kind: 'setTitle', title: '照常' });
      await again.close();
    }
  });
});

describe('a clock that was ahead and was put right', () => {
  const ahead = () => new Date(Date.now() + 400 * 86_400_000);

  async function putRight() {
    const { folder, keyOf, at } = await deskOf(['甲局']);
    const key = keyOf('甲局');
    const early = await DeskSession.open(folder, { now: ahead });
    await early.editReview(key, { kind: 'setConclusion', conclusion: '同意' });
    await early.document.editNow({ kind: 'setTitle', title: '先' });
    await early.close();
    const old = await folderOf('较早');
    const files = [at('甲局', 'review.json'), join(folder, 'desk.json')];
    for (const [index, path] of files.entries()) await cp(path, join(old, String(index)));
    const desk = await open(folder);
    await desk.editReview(key, { kind: 'setConclusion', conclusion: '不同意' });
    await desk.document.editNow({ kind: 'setTitle', title: '后' });
    const putOld = async (index: number) => cp(join(old, String(index)), files[index]!);
    return { folder, desk, key, putOld };
  }

  it.each([
    [0, BEHIND],
    [1, 'desk-older'],
  ])('does not make the newest of what it saved before: file %i', async (file, told) => {
    const { folder, desk, putOld } = await putRight();
    await desk.close();
    await putOld(file);
    for (let time = 0; time < 2; time += 1) {
      const again = await open(folder);
      await again.checked();
      expect(codes(again)).toEqual([told]);
      await again.close();
    }
  });

  it('is no false alarm, also where the program was killed then', async () => {
    const { folder, desk, key } = await putRight();
    await desk.editReview(key, { kind: 'setConclusion', conclusion: '还是不同意' });
    await desk.document.editNow({ kind: 'setTitle', title: '最后' });
    const killed = await folderOf('断电');
    await cp(folder, killed, { recursive: true });
    await desk.close();
    for (const place of [killed, folder]) {
      for (let time = 0; time < 2; time += 1) {
        const again = await DeskSession.open(place, { takeOver: 'yes' });
        await again.checked();
        expect(codes(again).filter((code) => code !== 'lock-taken-over')).toEqual([]);
        expect([again.desk.title, conclusions(again)]).toEqual(['最后', { 甲局: '还是不同意' }]);
        await again.close();
      }
    }
  });
});

it('is told of a desk.json that was lost while the program was killed, and no more once it is back', async () => {
  const { folder } = await deskOf(['甲局']);
  const desk = await open(folder);
  for (const title of ['一', '二', '三']) await desk.document.editNow({ kind: 'setTitle', title });
  const killed = await folderOf('断电');
  await cp(folder, killed, { recursive: true });
  await desk.close();
  const newest = await readFile(join(killed, 'desk.json'));
  await writeFile(join(killed, 'desk.json'), '');
  for (let time = 0; time < 2; time += 1) {
    const again = await DeskSession.open(killed, { takeOver: 'yes' });
    expect(codes(again)).toContain('desk-older');
    await again.close();
  }
  const other = await open(folder);
  await other.close();
  await cp(join(folder, 'desk.previous.json'), join(folder, 'desk.json'));
  const older = await open(folder);
  expect(codes(older)).toContain('desk-older');
  await older.close();
  await writeFile(join(folder, 'desk.json'), newest);
  const back = await open(folder);
  expect(codes(back)).toEqual([]);
});

it('takes no word for a review while another one is open than the one that counts', async () => {
  const { folder, keyOf, at, before } = await deskOf(['甲局']);
  const desk = await open(folder);
  await desk.editReview(keyOf('甲局'), { kind: 'setConclusion', conclusion: '三看' });
  for (const name of ['review.json', 'summary.json']) await cp(before('甲局', name), at('甲局', name));
  await desk.checked();
  expect(codes(desk)).toEqual([BEHIND]);
  await expect(desk.vouchFor(keyOf('甲局'))).rejects.toMatchObject({ failure: { code: 'changed-outside' } });
  expect(codes(desk)).toEqual([BEHIND]);
});

it('keeps what was open beside a copy that comes back with a later time', async () => {
  const { folder, keyOf, at, putOld } = await deskOf(['甲局', '乙局']);
  const desk = await DeskSession.open(folder, { now: () => new Date('2020-01-01T08:00:00Z') });
  await desk.editReview(keyOf('甲局'), { kind: 'setConclusion', conclusion: '三看' });
  await rm(at('甲局'), { recursive: true });
  await desk.checked();
  await putOld('甲局');
  await desk.checked();
  await desk.close();
  const names = (await readdir(at('甲局', 'backups'))).filter((name) => name.endsWith('-here.json'));
  const texts = await Promise.all(names.map((name) => readFile(at('甲局', join('backups', name)), 'utf8')));
  expect(texts.some((text) => text.includes('三看'))).toBe(true);
});

it('is vouched for once where only what was saved before is there, and nobody had opened it', async () => {
  const { folder, keyOf, at } = await deskOf(['甲局', '乙局']);
  await rm(at('甲局', 'review.json'));
  const desk = await open(folder);
  await desk.checked();
  expect(codes(desk)).toEqual([BEHIND]);
  await desk.vouchFor(keyOf('甲局'));
  expect(codes(desk).filter((code) => code === BEHIND)).toEqual([]);
  await desk.editReview(keyOf('甲局'), { kind: 'setConclusion', conclusion: '补' });
  await desk.takeReview(keyOf('甲局'), { do: 'undo' });
  await desk.close();
  for (let time = 0; time < 2; time += 1) {
    const again = await open(folder);
    await again.checked();
    expect(codes(again)).toEqual([]);
    await again.close();
  }
});
