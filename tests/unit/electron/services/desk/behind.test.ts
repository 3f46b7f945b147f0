import { mkdir, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Behind } from '../../../../../electron/services/desk/behind.ts';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { ORIGINAL_WRONG } from '../../../../../electron/services/desk/notices.ts';
import { momentOf } from '../../../../../electron/services/desk/marks.ts';
import { failureCode } from '../fixture.ts';
import { deskCampaign, folderOf } from './fixture.ts';
import { alter, codes, indexedDesk, marked, open, placesIn, rewrite } from './indexed-desk.ts';

const takeCampaign = (title: string) =>
  ({ kind: 'takeCampaign', campaign: deskCampaign({ title }), reason: '' }) as const;

/** The unit's own data, which judging by another campaign reads; same size. */
async function spoilData(path: string): Promise<void> {
  const bytes = await readFile(path);
  const name = 'data/assessment.json';
  // In the middle of its compressed content.
  bytes[bytes.indexOf(name) + name.length + 100]! ^= 1;
  await writeFile(path, bytes);
}

describe('a campaign that is taken anew while the check behind goes on', () => {
  it('judges all that can be read by it, tells of the one that cannot, and the check goes on', async () => {
    const folder = await indexedDesk(['甲局', '乙局', '丙局', '丁局']);
    const { at } = await placesIn(folder);
    await spoilData(at('乙局', 'original.zip'));
    await alter(at('丁局', 'original.zip'));
    await rm(join(folder, 'index.json'));
    const desk = await open(folder);
    await desk.document.editNow({
      ...{ kind: 'takeCampaign', reason: '' },
      campaign: deskCampaign({ passScore: { points: '30.00', source: { document: '测字', clause: '一' } } }),
    });
    await desk.checked();
    expect(codes(desk)).toContain('package-record-unreadable');
    expect(codes(desk)).toContain('original-changed');
    expect(
      desk
        .candidates()
        .map(({ unit }) => unit)
        .sort(),
    ).toEqual(['丁局', '丙局', '甲局']);
    // By the new one, each.
    const lines = new Set(desk.candidates().map(({ passScore }) => passScore));
    expect([...lines]).toEqual([3000]);
    await desk.close();
    const next = await open(folder);
    expect(next.candidates().map(({ passScore }) => passScore)).toEqual([...lines, ...lines, ...lines]);
  });

  it('takes nothing from a forged row of the index: it is held against the files first', async () => {
    // More than are looked at at a time, so that some are not looked at when the campaign comes.
    const folder = await indexedDesk(
      ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'].map((name) => `${name}局`),
    );
    const days = Array.from({ length: 8 }, () => '2026-11-20');
    const forged = '2020-01-02';
    await rewrite(folder, (row) => ({
      ...row,
      receipt: { ...row.receipt, receivedOn: forged },
      candidate: { ...row.candidate, receivedOn: forged },
    }));
    const desk = await open(folder);
    await desk.document.editNow(takeCampaign('另一个名称'));
    await desk.checked();
    expect(desk.receipts().map(({ receivedOn }) => receivedOn)).toEqual(days);
    expect(codes(desk)).toEqual(['index-corrected']);
    await desk.close();
    const next = await open(folder);
    expect(next.candidates().map(({ receivedOn }) => receivedOn)).toEqual(days);
  });
});

describe('who waits for what goes on behind', () => {
  /** A work that ends when it is told to, or broken off. */
  function slow(first = () => Promise.resolve()) {
    const ends: (() => void)[] = [];
    const work = (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        ends.push(resolve);
        signal.addEventListener('abort', () => resolve());
      });
    return {
      behind: new Behind({ first, work }),
      end: (at: number) => ends[at]?.(),
      begun: () => ends.length,
    };
  }

  it('goes on when all of it is done, however often it was begun anew', async () => {
    const { behind, end } = slow();
    let isDone = false;
    await behind.start();
    const waiting = behind.ended().then(() => (isDone = true));
    await behind.start();
    await new Promise((resolve) => setImmediate(resolve));
    expect(isDone).toBe(false);
    end(1);
    await waiting;
  });

  it('does not go on where what comes before it fails, until that was done', async () => {
    let isBroken = true;
    let times = 0;
    const first = (): Promise<void> => {
      times += 1;
      return isBroken ? Promise.reject(new Error('坏')) : Promise.resolve();
    };
    const behind = new Behind({ first, work: () => Promise.resolve() });
    await expect(behind.start()).rejects.toThrow('坏');
    expect(await failureCode(behind.ended())).toBe('internal');
    expect(behind.failures).toHaveLength(1);
    isBroken = false;
    await behind.ended();
    expect(behind.failures).toEqual([]);
    expect(times).toBe(3);
  });

  it('waits for one and the same new try of what had failed', async () => {
    let isBroken = true;
    const { behind, end, begun } = slow(() =>
      isBroken ? Promise.reject(new Error('坏')) : Promise.resolve(),
    );
    await expect(behind.start()).rejects.toThrow('坏');
    await new Promise((resolve) => setImmediate(resolve));
    isBroken = false;
    const one = behind.ended();
    await new Promise((resolve) => setImmediate(resolve));
    const two = behind.ended();
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun()).toBe(1);
    end(0);
    await Promise.all([one, two]);
  });
});

it('lets nobody go on who waited for the check when the desk is closed before it is done', async () => {
  const folder = await indexedDesk(['甲局']);
  const desk = await DeskSession.open(folder);
  const waiting = failureCode(desk.checked());
  await desk.close();
  expect(await waiting).toBe('check-broken-off');
});

it('holds what is handed in against rows that were held against their files', async () => {
  const folder = await indexedDesk(['甲局', '乙局']);
  const { keyOf, at } = await placesIn(folder);
  const again = join(await folderOf('再交'), '又一份.zip');
  await writeFile(again, await readFile(at('甲局', 'original.zip')));
  await rewrite(folder, (row) => ({
    ...marked(row),
    receipt: { ...row.receipt, fileName: '伪造.zip' },
  }));
  const desk = await open(folder);
  const receipt = await desk.receive({ path: again, name: '又一份.zip' }, { receivedOn: '2026-11-21' });
  expect(receipt).toMatchObject({ verdict: 'duplicate', other: keyOf('甲局') });
  expect(JSON.stringify(desk.receipts())).not.toContain('伪造');
});

describe('an original that changes while the desk is open', () => {
  it.each<[string, string, (path: string) => Promise<unknown>]>([
    ['cut', 'original-changed', (path) => truncate(path, 10)],
    ['of other content', 'original-changed', alter],
    ['gone', 'original-changed', (path) => rm(path)],
    [
      'a link',
      'original-changed',
      (path) => rename(path, `${path}.bak`).then(() => symlink(`${path}.bak`, path)),
    ],
    ['gone with its folder', 'package-gone', (path) => rm(join(path, '..'), { recursive: true })],
  ])('%s: whoever asks for the final word is told', async (_, code, change) => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const { at, keyOf } = await placesIn(folder);
    const desk = await open(folder);
    await desk.checked();
    expect(codes(desk)).toEqual([]);
    await change(at('乙局', 'original.zip'));
    await desk.checked();
    expect(codes(desk)).toEqual([code]);
    const row = desk.candidates().find(({ key }) => key === keyOf('乙局'));
    expect(row?.suspicions).toEqual(code === 'package-gone' ? undefined : [ORIGINAL_WRONG]);
  });
});

it('doubts a package no more whose original is again what came in', async () => {
  const folder = await indexedDesk(['甲局', '乙局']);
  const { at, keyOf } = await placesIn(folder);
  const path = at('乙局', 'original.zip');
  const whole = await readFile(path);
  const desk = await open(folder);
  await alter(path);
  await Promise.all([desk.checked(), desk.checked()]);
  expect(desk.notices.map(({ message }) => message.match(/“乙局（乙局.zip）”/gu))).toEqual([
    ['“乙局（乙局.zip）”'],
  ]);
  await writeFile(path, whole);
  await desk.checked();
  expect(desk.candidates().find(({ key }) => key === keyOf('乙局'))?.suspicions).toEqual([]);
});

it('asks again after a moment without the lock, before anything is taken in', async () => {
  const folder = await indexedDesk(['甲局']);
  const { at } = await placesIn(folder);
  await rewrite(folder, marked);
  const desk = await DeskSession.open(folder);
  onTestFinished(() => desk.close());
  await rename(join(folder, '.lock'), join(folder, '.lock-x'));
  expect(await failureCode(desk.checked())).toBe('lock-lost');
  const file = { path: at('甲局', 'original.zip'), name: '再交.zip' };
  expect(await failureCode(desk.receive(file, { receivedOn: '2026-11-21' }))).toBe('lock-lost');
  await rename(join(folder, '.lock-x'), join(folder, '.lock'));
  expect(await desk.receive(file, { receivedOn: '2026-11-21' })).toMatchObject({ verdict: 'duplicate' });
  await desk.checked();
  expect(codes(desk)).toEqual(['index-corrected']);
});

it('keeps a package in doubt, verified or not, as long as its original is not what came in', async () => {
  const folder = await indexedDesk(['甲局', '乙局']);
  const { at, keyOf } = await placesIn(folder);
  const key = keyOf('乙局');
  const desk = await open(folder);
  await desk.load(key);
  await alter(at('乙局', 'original.zip'));
  await desk.checked();
  await desk.editReview(key, { kind: 'setConclusion', conclusion: '改过' });
  const row = desk.candidates().find((each) => each.key === key);
  expect(row).toMatchObject({ conclusion: '改过', suspicions: [ORIGINAL_WRONG] });
  expect(await readFile(at('乙局', 'summary.json'), 'utf8')).not.toContain(ORIGINAL_WRONG);
});

it('writes no review outside the desk, through a link that was put in a package’s place', async () => {
  const folder = await indexedDesk(['甲局', '乙局']);
  const { at, keyOf } = await placesIn(folder);
  const desk = await open(folder);
  await desk.checked();
  const away = join(await folderOf('别处'), '乙');
  await rename(at('乙局'), away);
  await symlink(away, at('乙局'));
  const before = await readdir(away);
  expect(await failureCode(desk.load(keyOf('乙局')))).toBe('package-linked');
  expect(await readdir(away)).toEqual(before);
});

it('asks the disk for its time, and leaves nothing there', async () => {
  const folder = join(await folderOf('台'), '台');
  await mkdir(folder);
  expect(Math.abs((await momentOf(folder)) - Date.now())).toBeLessThan(60_000);
  expect(await readdir(folder)).toEqual([]);
  expect(await momentOf(join(folder, '没有'))).toBe(-Infinity);
});

it('a summary of another package says nothing of how this one came', async () => {
  const folder = await indexedDesk(['甲局', '乙局']);
  const { at } = await placesIn(folder);
  const receipt = await readFile(at('乙局', 'receipt.json'), 'utf8');
  await writeFile(at('乙局', 'summary.json'), await readFile(at('甲局', 'summary.json')));
  const desk = await open(folder);
  await desk.checked();
  expect(codes(desk)).toEqual(['summary-remade']);
  expect(desk.candidates().map(({ unit, fileName }) => [unit, fileName])).toEqual(
    expect.arrayContaining([
      ['甲局', expect.stringContaining('甲局')],
      ['乙局', expect.stringContaining('乙局')],
    ]),
  );
  expect(await readFile(at('乙局', 'receipt.json'), 'utf8')).toBe(receipt);
});
