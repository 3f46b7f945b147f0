import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  standingOf,
  statisticsViewOf,
  viewOf,
} from '../../../../../electron/services/desk/export/handlers.ts';
import { buildPackageFile } from '../../../../../electron/services/desk/export/package-files.ts';
import { buildReceipts } from '../../../../../electron/services/desk/export/receipts.ts';
import { buildStatistics } from '../../../../../electron/services/desk/export/statistics.ts';
import { buildSummary } from '../../../../../electron/services/desk/export/summary/workbook.ts';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { read, utils } from 'xlsx';
import type { DeskEdit } from '../../../../../shared/review/desk-edits.ts';
import { type Ranked, rankCandidates } from '../../../../../shared/review/ranking.ts';
import type { Receipt } from '../../../../../shared/review/receipt.ts';
import type { Acceptance } from '../../../../../shared/review/schema.ts';
import { deskFor, flipByte, folderOf, forge, packageFile, unitFixture } from './fixture.ts';

let clock = Date.parse('2026-11-20T01:00:00Z');
const now = (): Date => new Date((clock += 60_000));

async function openDesk(folder: string): Promise<DeskSession> {
  const desk = await DeskSession.open(folder, { now });
  onTestFinished(async () => ((await desk.held()) ? desk.close() : undefined));
  return desk;
}

/** A desk, and the files that a test makes for it. */
async function start() {
  const inbox = await folderOf('收到');
  const unit = await unitFixture({ name: '甲局' });
  const desk = await openDesk(await deskFor(unit));
  const receive = (name: string, to = desk, receivedOn = '2026-11-20'): Promise<Receipt> =>
    to.receive({ path: join(inbox, name), name }, { receivedOn });
  return { inbox, unit, desk, receive };
}

const ranked = (desk: DeskSession): Ranked[] => rankCandidates(desk.desk, desk.candidates());
const order = (desk: DeskSession): [string, number | undefined, string | undefined][] =>
  ranked(desk).map(({ candidate, rank, out }) => [candidate.fileName, rank, out?.reason]);
const accept = (acceptance: Partial<Acceptance> & { key: string }): DeskEdit => ({
  kind: 'acceptPackage',
  acceptance: { reason: '已电话核实', instead: [], against: [], content: true, ...acceptance },
});

describe('a package whose parts contradict each other', () => {
  async function forged() {
    const started = await start();
    const { path } = await packageFile(started.unit, started.inbox, '甲局.zip');
    const raise = (text: string): string => text.replace('"45.00"', '"50.00"');
    await forge(path, join(started.inbox, '改分.zip'), raise);
    return { ...started, receipt: await started.receive('改分.zip') };
  }

  it('is received, amber and without a rank, with the reasons first', async () => {
    const { desk, receipt } = await forged();
    expect(receipt).toMatchObject({ verdict: 'suspect', kept: true, verification: { status: 'suspect' } });
    expect(receipt.remarks[0]).toMatch(/^内容存疑：/);
    expect(receipt.verification.sealCode).not.toBeNull();
    expect(order(desk)).toEqual([['改分.zip', undefined, 'suspect']]);
    expect(ranked(desk)[0]?.doubts.join()).toContain('内容存疑');
  });

  it('counts once a person accepts it with a reason; that is journalled, undone and found again', async () => {
    const { desk, receipt } = await forged();
    await desk.document.editNow(accept({ key: receipt.key, reason: '  已电话核实 ' }));
    expect(order(desk)).toEqual([['改分.zip', 1, undefined]]);
    await desk.document.undo();
    expect(order(desk)).toEqual([['改分.zip', undefined, 'suspect']]);
    await desk.document.redo();
    await desk.close();
    const again = await openDesk(desk.folder);
    expect(order(again)).toEqual([['改分.zip', 1, undefined]]);
    const journal = await readFile(join(desk.folder, 'journal.jsonl'), 'utf8');
    expect(journal.split('\n')[0]).toContain('acceptPackage：');
    expect(journal.split('\n')[0]).toContain('已电话核实');
    await again.document.editNow({ kind: 'withdrawAcceptance', key: receipt.key, reason: '' });
    expect(order(again)).toEqual([['改分.zip', undefined, 'suspect']]);
  });

  it('is accepted, and takes the place of another, only where both are on the desk', async () => {
    const { desk, receipt } = await forged();
    const nobody = '0'.repeat(16);
    for (const wish of [
      { key: nobody },
      { key: receipt.key, instead: [nobody] },
      { key: receipt.key, against: [nobody] },
    ]) {
      await expect(desk.document.editNow(accept(wish))).rejects.toMatchObject({
        failure: { code: 'package-unknown' },
      });
    }
    expect(desk.desk.acceptances).toEqual([]);
  });
});

describe('a unit that took its neighbour’s package as its starting point', () => {
  async function borrowed() {
    const started = await start();
    const { assessment } = await packageFile(started.unit, started.inbox, '甲局.zip');
    const taken = { ...assessment, unit: { ...assessment.unit, name: '乙局' } };
    await packageFile({ ...started.unit, assessment: taken }, started.inbox, '乙局.zip');
    return started;
  }

  it.each([
    ['甲局.zip', '乙局.zip'],
    ['乙局.zip', '甲局.zip'],
  ])('supersedes nobody: %s first, then %s', async (first, second) => {
    const { desk, receive } = await borrowed();
    expect((await receive(first)).verdict).toBe('accepted');
    const later = await receive(second);
    expect(later).toMatchObject({ verdict: 'suspect', kept: true });
    expect(later.remarks[0]).toMatch(/^身份存疑：.*单位名称不同/);
    expect(order(desk)).toEqual([
      [first, 1, undefined],
      [second, undefined, 'suspect'],
    ]);
    expect(ranked(desk).every(({ doubts }) => doubts.length === 1)).toBe(true);
  });

  it('is picked with a reason, and the other is kept and said to be out', async () => {
    const { desk, receive } = await borrowed();
    const first = await receive('甲局.zip');
    const second = await receive('乙局.zip');
    const against = [first.key];
    await desk.document.editNow(accept({ key: second.key, instead: against, against }));
    expect(order(desk)).toEqual([
      ['乙局.zip', 1, undefined],
      ['甲局.zip', undefined, 'replaced'],
    ]);
    expect(await readdir(join(desk.folder, 'packages'))).toHaveLength(2);
  });
});

it('shows no seal code for a damaged package', async () => {
  const { unit, inbox, receive } = await start();
  const { path } = await packageFile(unit, inbox, '甲局.zip');
  await flipByte(path, join(inbox, '坏.zip'));
  expect(await receive('坏.zip')).toMatchObject({
    verdict: 'damaged',
    kept: false,
    verification: { sealCode: null },
  });
});

describe('a package that an earlier version took in', () => {
  /** As that version left it: no `checks`, an older summary. */
  async function older(change: (receipt: Record<string, unknown>) => void = () => undefined) {
    const started = await start();
    const { path } = await packageFile(started.unit, started.inbox, '甲局.zip');
    await forge(path, join(started.inbox, '改分.zip'), (text) => text.replace('"45.00"', '"50.00"'));
    const { key } = await started.receive('改分.zip');
    await started.desk.editReview(key, { kind: 'setConclusion', conclusion: '建议推荐' });
    await started.desk.close();
    const folder = join(started.desk.folder, 'packages', key);
    const file = join(folder, 'receipt.json');
    const receipt = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    delete receipt['checks'];
    receipt['verdict'] = 'accepted';
    receipt['remarks'] = [];
    receipt['verification'] = { ...(receipt['verification'] as object), status: 'intact', problems: [] };
    change(receipt);
    await writeFile(file, JSON.stringify(receipt));
    await writeFile(join(folder, 'summary.json'), '{"version":1}');
    return { ...started, desk: await openDesk(started.desk.folder), key, folder };
  }

  it('says so, counts as it did, and is not called whole', async () => {
    const { desk } = await older();
    expect(desk.candidates()).toMatchObject([{ checked: false, verdict: 'accepted' }]);
    expect(desk.candidates()[0]?.remarks[0]).toContain('由旧版程序接收');
    expect(order(desk)).toEqual([['改分.zip', 1, undefined]]);
  });

  it('is in doubt where that version called it damaged and kept it', async () => {
    const { desk } = await older((receipt) => {
      receipt['verification'] = { ...(receipt['verification'] as object), status: 'damaged' };
    });
    expect(order(desk)).toEqual([['改分.zip', undefined, 'suspect']]);
    expect(desk.receipts()[0]).toMatchObject({ verdict: 'suspect', verification: { status: 'suspect' } });
  });

  it('is judged again when the very same file comes once more; review and day of receipt stay', async () => {
    const { desk, receive, key, folder } = await older();
    // Open, as a clerk has it who was verifying it.
    await desk.load(key);
    const judged = await receive('改分.zip', desk, '2026-11-27');
    expect(judged).toMatchObject({ key, verdict: 'suspect', kept: true, receivedOn: '2026-11-20' });
    expect(order(desk)).toEqual([['改分.zip', undefined, 'suspect']]);
    expect(desk.receipts()).toHaveLength(1);
    expect(await readdir(join(desk.folder, 'incoming'))).toEqual([]);
    // What is edited later does not bring the old receipt back.
    await desk.editReview(key, { kind: 'setReviewers', reviewers: ['核验员'] });
    expect(order(desk)).toEqual([['改分.zip', undefined, 'suspect']]);
    await desk.close();
    await rm(join(folder, 'summary.json'));
    const again = await openDesk(desk.folder);
    expect(again.candidates()).toMatchObject([{ checked: true, conclusion: '建议推荐', verdict: 'suspect' }]);
    expect((await receive('改分.zip', again)).verdict).toBe('duplicate');
  });
});

it('does not read a receipt that nobody wrote, says the way out, and the way out leads out', async () => {
  const { unit, inbox, desk, receive } = await start();
  await packageFile(unit, inbox, '甲局.zip');
  const { key } = await receive('甲局.zip');
  await desk.editReview(key, { kind: 'setConclusion', conclusion: '建议推荐' });
  await desk.close();
  const file = join(desk.folder, 'packages', key, 'receipt.json');
  const receipt = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...receipt, remarks: ['长'.repeat(3 * 2 ** 20)] }));
  // Nothing says any more when it came.
  await rm(join(desk.folder, 'packages', key, 'summary.json'));
  const again = await openDesk(desk.folder);
  expect(again.candidates()).toEqual([]);
  const [notice] = again.opened().notices;
  expect(notice).toMatchObject({ code: 'package-record-unreadable' });
  expect(notice?.message).toContain('2 MB');
  expect(notice?.remedy).toContain('重新导入');
  expect(await receive('甲局.zip', again)).toMatchObject({ verdict: 'accepted', kept: true });
  expect(again.candidates()).toMatchObject([{ conclusion: '建议推荐' }]);
  await again.close();
  expect((await openDesk(desk.folder)).opened().notices).toEqual([]);
});

describe('what leaves the desk', () => {
  /** 改分.zip in doubt; 乙局.zip taken instead of 甲局.zip. */
  async function desk() {
    const { unit, inbox, receive, desk: made } = await start();
    const { assessment } = await packageFile(unit, inbox, '甲局.zip');
    const taken = { ...assessment, unit: { ...assessment.unit, name: '乙局' } };
    await packageFile({ ...unit, assessment: taken }, inbox, '乙局.zip');
    const other = await packageFile(await unitFixture({ name: '丙局' }), await folderOf('外'), '丙局.zip');
    await forge(other.path, join(inbox, '改分.zip'), (text) => text.replace('"45.00"', '"50.00"'));
    const first = await receive('甲局.zip');
    const second = await receive('乙局.zip');
    const third = await receive('改分.zip');
    await made.document.editNow(
      accept({ key: second.key, instead: [first.key], reason: '两家单位均已说明' }),
    );
    return { made, second, third };
  }
  const cells = (bytes: Uint8Array, sheet: string): string[][] =>
    utils.sheet_to_json<string[]>(read(bytes).Sheets[sheet]!, { header: 1, raw: true, defval: '' });

  it('says in 推荐对象汇总表 what was accepted with which reason, what was not, and what is open', async () => {
    const { made } = await desk();
    const rows = cells(await buildSummary(viewOf(made), '2026-11-28'), '推荐对象汇总表');
    expect(rows.filter(([rank]) => typeof rank === 'number').map((row) => [row[1], row[13]])).toEqual([
      ['乙局', expect.stringContaining('存疑，已采用') as string],
    ]);
    const text = rows.map(([first]) => String(first)).join('\n');
    expect(text).toContain('存疑推荐包的处理：乙局第2版已采用。理由：两家单位均已说明');
    expect(text).toContain('存疑推荐包的处理：甲局第1版未采用，采用的是乙局第2版（乙局.zip）');
    expect(text).toMatch(/还没有决定是否采用的存疑推荐包：丙局第1版：内容存疑/);
    expect(text).toContain('草稿');
  });

  it('counts what is in doubt in 批次统计, and calls none of it 完好 in 收件登记表', async () => {
    const { made } = await desk();
    const counts = cells(await buildStatistics(await statisticsViewOf(made), '2026-11-28'), '收件与核验情况');
    for (const [what, number] of [
      ['待决定', 1],
      ['已写明理由采用', 1],
      ['未采用', 1],
    ]) {
      expect(counts).toContainEqual(['存疑', what, number]);
    }
    expect(counts).toContainEqual(['接收结论', '存疑', 3]);
    expect(counts.map(([, what]) => what)).not.toContain('完好');
    const receipts = cells(await buildReceipts(viewOf(made), '2026-11-28'), '收件登记表').slice(3);
    const shown = receipts.map((row) => [row[2], row[5], String(row[9]).slice(0, 4)]);
    expect(shown.toSorted()).toEqual([
      ['乙局.zip', '存疑', '已采用。'],
      ['改分.zip', '存疑', '内容存疑'],
      ['甲局.zip', '存疑', '未采用，'],
    ]);
  });

  it('shows in 核验报告 that nobody has decided, or who decided what', async () => {
    const { made, second, third } = await desk();
    const report = async (key: string): Promise<string> => {
      const ranks = ranked(made);
      const input = { ...(await made.load(key)), standing: standingOf(key, ranks) };
      const options = { desk: made.desk, today: '2026-11-28', software: 'test 1', folder: '' };
      const book = read(await buildPackageFile('report-xlsx', input, options));
      return book.SheetNames.map((name) => utils.sheet_to_csv(book.Sheets[name]!)).join('\n');
    };
    const open = await report(third.key);
    expect(open).toContain('草稿（未完成核验）');
    expect(open).toContain('存疑（没有决定是否采用）');
    expect(open).toMatch(/推荐包存疑,整份材料,待决定/);
    expect(await report(second.key)).toContain('已采用。理由：两家单位均已说明');
  });
});
