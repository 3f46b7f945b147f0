import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { ORIGINAL_WRONG } from '../../../../../electron/services/desk/notices.ts';
import type { Receipt } from '../../../../../shared/review/receipt.ts';
import { rankCandidates } from '../../../../../shared/review/ranking.ts';
import { deskFor, flipByte, folderOf, packageFile, unitFixture } from './fixture.ts';

/** Two packages on a desk that is closed, and the folder of the first. */
async function deskOfTwo() {
  const unit = await unitFixture({ name: '甲局', points: 4431 });
  const inbox = await folderOf('收到');
  const folder = await deskFor(unit);
  const { path } = await packageFile(unit, inbox, '甲.zip');
  const other = await packageFile(await unitFixture({ name: '乙局' }), inbox, '乙.zip');
  const desk = await open(folder);
  const receipt = await desk.receive({ path, name: '甲.zip' }, { receivedOn: '2026-11-20' });
  await desk.receive({ path: other.path, name: '乙.zip' }, { receivedOn: '2026-11-21' });
  const { key } = receipt;
  await desk.editReview(key, { kind: 'setConclusion', conclusion: '已看过' });
  const rows = desk.candidates();
  await desk.close();
  const packageFolder = join(folder, 'packages', key);
  const at = (name: string): string => join(packageFolder, name);
  /** Handed in once more, on a day after the deadline. */
  const again = (into: DeskSession): Promise<Receipt> =>
    into.receive({ path, name: '另一个名字.zip' }, { receivedOn: '2026-12-31' });
  return { folder, key, at, rows, receipt, again, names: () => readdir(packageFolder) };
}

async function open(folder: string): Promise<DeskSession> {
  const desk = await DeskSession.open(folder, { now: () => new Date('2026-11-22T01:00:00Z') });
  onTestFinished(async () => ((await desk.held()) ? desk.close() : undefined));
  return desk;
}

type Change = (path: string) => Promise<void>;
const cut: Change = async (path) => {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.slice(0, text.length / 2));
};
const empty: Change = (path) => writeFile(path, '');
const away: Change = (path) => rm(path);
/** One text for another, as a hand does it in an editor. */
const edit =
  (from: string | RegExp, to: string): Change =>
  async (path) => {
    const text = await readFile(path, 'utf8');
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    await writeFile(path, changed);
  };

const codes = (desk: DeskSession): string[] => desk.notices.map(({ code }) => code);

describe('a record of the desk’s own that is not as it was written', () => {
  it.each([
    ['summary.json', 'cut', cut, ['summary-remade']],
    ['summary.json', 'empty', empty, ['summary-remade']],
    // A crash leaves it so: the program's own doing, and no news.
    ['summary.json', 'away', away, []],
    ['summary.json', 'with another score', edit('94.31', '99.99'), ['summary-remade']],
    ['summary.json', 'with another day', edit('2026-11-20', '2026-11-19'), ['summary-remade']],
    ['summary.json', 'without its version', edit('"version":9,', ''), ['summary-remade']],
    ['summary.json', 'of an older version', edit('"version":9', '"version":4'), []],
    ['summary.json', 'of a newer version', edit('"version":9', '"version":10'), []],
    ['receipt.json', 'cut', cut, ['receipt-remade']],
    ['receipt.json', 'empty', empty, ['receipt-remade']],
    ['receipt.json', 'away', away, ['receipt-remade']],
    ['receipt.json', 'with another score', edit('"94.31"', '"99.99"'), ['receipt-remade']],
    ['receipt.json', 'with another state', edit('"intact"', '"suspect"'), ['receipt-remade']],
    ['receipt.json', 'with another verdict', edit('"accepted"', '"newer"'), ['receipt-remade']],
    ['receipt.json', 'with another day', edit('2026-11-20', '2026-12-20'), ['receipt-remade']],
    ['receipt.json', 'naming another original', edit(/"sha256":"../, '"sha256":"00'), ['receipt-remade']],
  ] as const)('%s %s: the table stays as it was, and it is said', async (name, _, change, told) => {
    const { folder, key, at, rows, receipt } = await deskOfTwo();
    await change(at(name));
    const desk = await open(folder);
    expect(desk.candidates()).toEqual(rows);
    expect(desk.receipts()).toContainEqual(receipt);
    expect(codes(desk)).toEqual(told);
    for (const { message } of desk.notices) expect(message).toContain('甲.zip');
    for (const { code, remedy } of desk.notices)
      if (code === 'summary-remade') expect(remedy).toContain('分数已按核验记录重新计算');
    const { review, notices } = await desk.load(key);
    expect([review.conclusion, notices]).toEqual(['已看过', []]);
    await desk.close();
    // Mended on the disk: nothing more to say.
    const next = await open(folder);
    expect([codes(next), next.candidates()]).toEqual([[], rows]);
  });

  it('keeps a receipt that was changed, under another name', async () => {
    const { folder, at, names } = await deskOfTwo();
    await edit('"94.31"', '"99.99"')(at('receipt.json'));
    const changed = await readFile(at('receipt.json'), 'utf8');
    await (await open(folder)).close();
    const [aside = ''] = (await names()).filter((name) => name.startsWith('receipt.damaged-'));
    expect(await readFile(at(aside), 'utf8')).toBe(changed);
  });

  it.each([
    ['cut', cut],
    ['away', away],
    ['of no known version', edit('"version":1', '"version":"1"')],
    ['of a newer version', edit('"version":1', '"version":2')],
    ['leading nowhere', edit('data/assessment.json', 'data/nirgends.json')],
    ['leading to another file', edit('data/assessment.json', 'data/standard.json')],
  ] as const)('contents.json %s is derived from the original', async (which, change) => {
    const { folder, key, at } = await deskOfTwo();
    const before = await readFile(at('contents.json'), 'utf8');
    await change(at('contents.json'));
    const changed = await readFile(at('contents.json'), 'utf8').catch(() => '');
    const desk = await open(folder);
    const isNewer = which.endsWith('version');
    const kept = isNewer || which === 'away' ? [] : [changed];
    const { assessment, notices } = await desk.load(key);
    expect(assessment.unit.name).toBe('甲局');
    expect(notices.map(({ code }) => code)).toEqual(isNewer ? [] : ['contents-remade']);
    expect(await readFile(at('contents.json'), 'utf8')).toBe(isNewer ? changed : before);
    const aside = (await readdir(dirname(at('x')))).filter((name) => name.startsWith('contents.damaged-'));
    expect(await Promise.all(aside.map((name) => readFile(at(name), 'utf8')))).toEqual(kept);
    const [piece] = assessment.evidence;
    const target = join(await folderOf('看'), 'a');
    await desk.unpack(key, piece!.sha256, target);
    expect((await readFile(target)).length).toBe(piece!.bytes);
  });

  it('derives contents.json where evidence is looked at', async () => {
    const { folder, key, at } = await deskOfTwo();
    const desk = await open(folder);
    const { assessment } = await desk.load(key);
    await empty(at('contents.json'));
    const target = join(await folderOf('看'), 'a');
    await desk.unpack(key, assessment.evidence[0]!.sha256, target);
    expect((await readFile(target)).length).toBe(assessment.evidence[0]!.bytes);
    expect((await desk.load(key)).notices.map(({ code }) => code)).toEqual(['contents-remade']);
  });

  it('all at once: receipt, contents and summary cut', async () => {
    const { folder, key, at, again } = await deskOfTwo();
    for (const name of ['receipt.json', 'contents.json', 'summary.json']) await cut(at(name));
    const desk = await open(folder);
    expect(codes(desk)).toEqual(['package-record-unreadable']);
    expect(await again(desk)).toMatchObject({ kept: true, verdict: 'late' });
    const { candidate, review } = await desk.load(key);
    expect([candidate.selfScore, review.conclusion]).toEqual([9431, '已看过']);
    await desk.close();
    expect(codes(await open(folder))).toEqual([]);
  });

  it('heals a receipt while the desk is open, with the day of the first receipt', async () => {
    const { folder, at, again, rows } = await deskOfTwo();
    await cut(at('receipt.json'));
    await flipByte(at('original.zip'), at('original.zip'));
    const desk = await open(folder);
    expect(codes(desk)).toEqual(['package-record-unreadable']);
    expect(await again(desk)).toMatchObject({ kept: true, receivedOn: '2026-11-20', fileName: '甲.zip' });
    expect(desk.candidates().map(({ key, selfScore }) => [key, selfScore])).toEqual(
      rows.map(({ key, selfScore }) => [key, selfScore]),
    );
  });
});

describe('an original that is not the one that came in', () => {
  it.each([
    ['cut', cut],
    ['away', away],
    ['longer', edit(/$/, 'x')],
  ] as const)('%s is said when the desk is opened, and healed by the same file', async (_, change) => {
    const { folder, key, at, rows, again } = await deskOfTwo();
    await change(at('original.zip'));
    const desk = await open(folder);
    expect(codes(desk)).toEqual(['original-changed']);
    // The row is what it was, but in doubt as long as what the desk holds is not what came in.
    const doubted = rows.map((row) => (row.key === key ? { ...row, suspicions: [ORIGINAL_WRONG] } : row));
    expect(desk.candidates()).toEqual(doubted);
    await expect(desk.load(key)).rejects.toMatchObject({ failure: { code: 'original-changed' } });
    const receipt = await again(desk);
    expect(receipt).toMatchObject({ verdict: 'accepted', receivedOn: '2026-11-20', fileName: '甲.zip' });
    expect(receipt.remarks.join()).toContain('修复');
    expect(desk.candidates().map(({ suspicions }) => suspicions)).toEqual([[], []]);
    expect((await desk.load(key)).review.conclusion).toBe('已看过');
    await desk.close();
    expect(codes(await open(folder))).toEqual([]);
  });

  it('with one byte changed is said when it is read, and healed by the same file', async () => {
    const { folder, key, at, again } = await deskOfTwo();
    await writeFile(at('summary.json'), '');
    const bytes = await readFile(at('original.zip'));
    await flipByte(at('original.zip'), at('original.zip'));
    const desk = await open(folder);
    expect(await again(desk)).toMatchObject({ verdict: 'accepted', receivedOn: '2026-11-20' });
    expect(await readFile(at('original.zip'))).toEqual(bytes);
    expect((await desk.load(key)).review.conclusion).toBe('已看过');
  });
});

describe('a review that was changed outside', () => {
  it('counts as it is now, and that is said', async () => {
    const { folder, at } = await deskOfTwo();
    await edit('已看过', '不推荐')(at('review.json'));
    const desk = await open(folder);
    expect(codes(desk)).toEqual(['review-changed']);
    expect(
      desk
        .candidates()
        .map(({ conclusion }) => conclusion)
        .join(''),
    ).toBe('不推荐');
    await desk.close();
    expect(codes(await open(folder))).toEqual([]);
  });

  it.each([
    ['of a newer version', edit('"version":2', '"version":3'), 'review-newer'],
    ['of a strange version', edit('"version":2', '"version":"v2"'), 'review-version'],
    ['cut, with no copy before it', cut, 'review-unreadable'],
  ] as const)('%s leaves the package on the list, in doubt, and the desk opens', async (_, change, code) => {
    const { folder, key, at, again } = await deskOfTwo();
    await change(at('review.json'));
    const bytes = await readFile(at('review.json'));
    const summary = await readFile(at('summary.json'));
    const desk = await open(folder);
    expect(codes(desk)).toEqual([code]);
    expect(desk.candidates()).toHaveLength(2);
    const ranks = rankCandidates(desk.desk, desk.candidates()).map(({ candidate, out }) => [
      candidate.fileName,
      out?.reason,
    ]);
    expect(ranks).toContainEqual(['甲.zip', 'suspect']);
    await expect(desk.load(key)).rejects.toMatchObject({ failure: { code } });
    expect((await again(desk)).verdict).toBe('duplicate');
    await desk.close();
    expect(await readFile(at('review.json'))).toEqual(bytes);
    expect(await readFile(at('summary.json'))).toEqual(summary);
  });
});

it('does not write over a receipt of a newer program, also where the package is handed in again', async () => {
  const { folder, at, again } = await deskOfTwo();
  await edit('"version":1', '"version":2')(at('receipt.json'));
  const bytes = await readFile(at('receipt.json'));
  const desk = await open(folder);
  expect(desk.notices.map(({ remedy }) => remedy)).toEqual(['请升级本程序后再打开。']);
  await expect(again(desk)).rejects.toMatchObject({ failure: { code: 'receipt-newer' } });
  expect(await readFile(at('receipt.json'))).toEqual(bytes);
});
