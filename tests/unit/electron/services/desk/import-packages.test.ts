import { createHash } from 'node:crypto';
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { importPackages } from '../../../../../electron/services/desk/import-packages.ts';
import type { ImportOutcome } from '../../../../../shared/contract/contract.ts';
import { rankCandidates } from '../../../../../shared/review/ranking.ts';
import { standardSchema } from '../../../../../shared/standard/schema.ts';
import { sha256, tempFolder } from '../package/fixture.ts';
import { item, section, standardOf } from '../../../shared/scoring/fixtures.ts';
import {
  climbingOut,
  deskFor,
  flipByte,
  folderOf,
  forge,
  packageFile,
  unitFixture,
  zipAgainAsGbk,
} from './fixture.ts';

const RECEIVED = '2026-11-20';

/** A batch as it comes on USB sticks: every kind of file that the office may meet. */
async function makeBatch(): Promise<{ folder: string; desk: string }> {
  const folder = await folderOf('收到');
  const first = await unitFixture({ name: '甲局' });
  await packageFile(first, folder, '甲局-1.zip');
  const { assessment } = await packageFile(first, await tempFolder(), 'same.zip');
  const revised = {
    ...first,
    assessment: { ...assessment, unit: { ...assessment.unit, region: '另一区' } },
  };
  await packageFile(revised, folder, '甲局-2.zip');

  const plain = async (name: string, points: number, body: string): Promise<string> =>
    (await packageFile(await unitFixture({ name, points, superior: body }), folder, `${name}.zip`)).path;
  const second = await plain('乙局', 4600, '示例市司法局');
  await plain('丙局', 4000, '另一市司法局');
  await writeFile(join(folder, '乙局-又一份.zip'), await readFile(second));
  await zipAgainAsGbk(second, join(folder, '乙局-重新压缩.zip'));

  const outside = await folderOf('外');
  const away = async (name: string): Promise<string> =>
    (await packageFile(await unitFixture({ name }), outside, `${name}.zip`)).path;
  await zipAgainAsGbk(await away('丁局'), join(folder, '丁局-GBK.zip'));
  await flipByte(await away('戊局'), join(folder, '戊局-翻转.zip'));
  const cut = join(folder, '己局-截断.zip');
  await writeFile(cut, await readFile(await away('己局')));
  await truncate(cut, 2000);
  await climbingOut(await away('庚局'), join(folder, '庚局-越界.zip'));
  const raise = (text: string): string => text.replace('"45.00"', '"50.00"');
  await forge(await away('辛局'), join(folder, '辛局-改分.zip'), raise);
  await forge(
    await away('壬局'),
    join(folder, '壬局-改申报.zip'),
    (text) => text,
    (info) => info.replace('Self-Score: 95.00', 'Self-Score: 99.00'),
  );
  await packageFile(await unitFixture({ name: '癸局', points: 3000 }), folder, '癸局-草稿.zip', 'draft');
  const other = standardOf({
    edition: '2',
    sections: [section('1', [item('1.1', '50'), item('1.2', '50')])],
  });
  const bytes = Buffer.from(JSON.stringify(z.encode(standardSchema, other)));
  const wrong = await unitFixture({ name: '子局' });
  await packageFile(
    {
      ...wrong,
      standard: other,
      standardBytes: bytes,
      assessment: { ...wrong.assessment, standard: { id: 'test', edition: '2', sha256: sha256(bytes) } },
    },
    folder,
    '子局-别的标准.zip',
  );
  await writeFile(join(folder, '说明.zip'), '不是压缩包');
  return { folder, desk: await deskFor(first) };
}

async function importFolder(desk: DeskSession, folder: string, on = RECEIVED): Promise<ImportOutcome[]> {
  const names = (await readdir(folder)).sort();
  const files = names.map((name) => ({ path: join(folder, name), name }));
  return importPackages(desk, files, { receivedOn: on });
}

async function hashes(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const each = names.map(async (name) => [name, sha256(await readFile(join(folder, name)))] as const);
  return Object.fromEntries(await Promise.all(each));
}

describe('a batch of packages', () => {
  let folder: string;
  let desk: DeskSession;
  let outcomes: ImportOutcome[];
  let before: Record<string, string>;

  beforeAll(async () => {
    const batch = await makeBatch();
    folder = batch.folder;
    before = await hashes(folder);
    desk = await DeskSession.open(batch.desk);
    outcomes = await importFolder(desk, folder);
    return () => desk.close();
  }, 60_000);

  it('gives every file one receipt line with the right verdict', () => {
    const verdicts = outcomes.map(({ fileName, receipt, failure }) => [
      fileName,
      receipt?.verdict ?? failure?.code,
    ]);
    expect(Object.fromEntries(verdicts)).toEqual({
      '甲局-1.zip': 'accepted',
      '甲局-2.zip': 'newer',
      '乙局.zip': 'duplicate',
      '乙局-又一份.zip': 'accepted',
      '乙局-重新压缩.zip': 'duplicate',
      '丙局.zip': 'accepted',
      '丁局-GBK.zip': 'accepted',
      '戊局-翻转.zip': 'damaged',
      '己局-截断.zip': 'damaged',
      '庚局-越界.zip': 'unsafe',
      '辛局-改分.zip': 'suspect',
      '壬局-改申报.zip': 'suspect',
      '癸局-草稿.zip': 'draft',
      '子局-别的标准.zip': 'wrong-standard',
      '说明.zip': 'not-a-package',
    });
    expect(desk.receipts()).toHaveLength(outcomes.length);
  });

  it('leaves what was handed in as it was, and keeps the same bytes', async () => {
    expect(await hashes(folder)).toEqual(before);
    const kept = outcomes.flatMap(({ receipt }) => (receipt?.kept ? [receipt] : []));
    expect(kept).toHaveLength(9);
    for (const { key, fileName } of kept) {
      const bytes = await readFile(join(desk.packageFolder(key), 'original.zip'));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(before[fileName]);
    }
    expect(await readdir(join(desk.folder, 'incoming'))).toEqual([]);
  });

  it('shows the score by the data beside the one that the package claims', () => {
    const row = (name: string) => desk.candidates().find(({ fileName }) => fileName === name);
    expect(row('辛局-改分.zip')).toMatchObject({ claimedScore: 9500, selfScore: 10_000 });
    expect(row('壬局-改申报.zip')).toMatchObject({ claimedScore: 9900, selfScore: 9500 });
    for (const name of ['辛局-改分.zip', '壬局-改申报.zip']) {
      expect(row(name)?.findings.map(({ code }) => code)).toContain('claimedScore');
    }
    expect(row('丙局.zip')?.findings.map(({ code }) => code)).not.toContain('claimedScore');
    expect(row('丁局-GBK.zip')?.remarks.join()).toContain('重新压缩');
  });

  it('names the files that are damaged, and what every other refusal is about', () => {
    const problems = (name: string) =>
      outcomes.find(({ fileName }) => fileName === name)?.receipt?.verification.problems ?? [];
    expect(problems('戊局-翻转.zip').map(({ path }) => path)).toContainEqual(
      expect.stringMatching(/^data\//),
    );
    expect(problems('庚局-越界.zip').map(({ path }) => path)).toContain('bag/../../evil.txt');
    expect(problems('己局-截断.zip')).not.toEqual([]);
  });

  it('ranks one package a unit: the newest revision, nothing in doubt, no draft, no other standard', () => {
    const ranked = rankCandidates(desk.desk, desk.candidates());
    const running = ranked.filter(({ rank }) => rank !== undefined);
    expect(running.map(({ candidate, rank }) => [candidate.fileName, rank])).toEqual([
      ['乙局-又一份.zip', 1],
      ['丁局-GBK.zip', 2],
      ['甲局-2.zip', 2],
      ['丙局.zip', 4],
    ]);
    expect(
      ranked
        .slice(running.length)
        .map(({ out }) => out?.reason)
        .sort(),
    ).toEqual(['draft', 'superseded', 'suspect', 'suspect', 'wrong-standard']);
  });

  it('says duplicate to everything that comes a second time, and notes nothing new down', async () => {
    const receipts = desk.receipts().length;
    const again = await importFolder(desk, folder);
    const kept = outcomes.filter(({ receipt }) => receipt?.kept).map(({ fileName }) => fileName);
    for (const { fileName, receipt } of again) {
      if (kept.includes(fileName)) expect(receipt?.verdict).toBe('duplicate');
    }
    expect(desk.receipts()).toHaveLength(receipts);
  });

  it('is the same when the desk is opened again, without the originals being read', async () => {
    const rows = desk.candidates();
    const receipts = desk.receipts();
    await desk.close();
    desk = await DeskSession.open(desk.folder);
    const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);
    expect(desk.candidates().sort(byKey)).toEqual(rows.sort(byKey));
    expect(desk.receipts().map(({ verdict }) => verdict)).toEqual(receipts.map(({ verdict }) => verdict));
  });
});

it('judges the day of receipt: the named day itself ranks as 待认定, a later one holds no rank', async () => {
  const folder = await folderOf('收到');
  const unit = await unitFixture({ name: '甲局' });
  const { assessment } = await packageFile(unit, folder, '按时.zip');
  await packageFile({ ...unit, assessment: { ...assessment, willing: true } }, folder, '迟到.zip');
  const desk = await DeskSession.open(await deskFor(unit));
  const receive = (name: string, receivedOn: string) =>
    desk.receive({ path: join(folder, name), name }, { receivedOn });
  expect((await receive('按时.zip', '2026-11-25')).verdict).toBe('accepted');
  expect((await receive('迟到.zip', '2026-11-26')).verdict).toBe('late');
  const ranked = rankCandidates(desk.desk, desk.candidates());
  // The revision in time counts: a late one takes neither its place nor its chance, and is no worse a unit for it.
  expect(
    ranked.map(({ candidate, rank, out }) => [candidate.fileName, rank, candidate.timing, out?.reason]),
  ).toEqual([
    ['按时.zip', 1, 'pending', undefined],
    ['迟到.zip', undefined, 'late', 'late'],
  ]);
  await desk.close();
});

it('keeps a changed copy of a package that is in beside it, and names the other seal code', async () => {
  const folder = await folderOf('收到');
  const unit = await unitFixture({ name: '甲局' });
  const { path } = await packageFile(unit, folder, '原件.zip');
  const changed = join(folder, '改过.zip');
  await forge(path, changed, (text) => text.replace('"45.00"', '"50.00"'));
  const desk = await DeskSession.open(await deskFor(unit));
  const first = await desk.receive({ path, name: '原件.zip' }, { receivedOn: RECEIVED });
  const second = await desk.receive({ path: changed, name: '改过.zip' }, { receivedOn: RECEIVED });
  expect(second).toMatchObject({ verdict: 'suspect', kept: true, other: first.key });
  expect(second.remarks.join()).toContain(first.verification.sealCode);
  expect(second.verification.sealCode).not.toBe(first.verification.sealCode);
  // The one received first stands in the order until someone looks at the stamped paper.
  const ranked = rankCandidates(desk.desk, desk.candidates());
  expect(ranked.map(({ rank, candidate }) => [rank, candidate.selfScore])).toEqual([
    [1, 9500],
    [undefined, 10_000],
  ]);
  await desk.close();
});

it('goes on where a file is missing or is a folder', async () => {
  const folder = await folderOf('收到');
  const unit = await unitFixture({ name: '甲局' });
  const { path } = await packageFile(unit, folder, '甲局.zip');
  const desk = await DeskSession.open(await deskFor(unit));
  const files = [join(folder, '不在.zip'), folder, path].map((each) => ({
    path: each,
    name: basename(each),
  }));
  const outcomes = await importPackages(desk, files, { receivedOn: RECEIVED });
  expect(outcomes.map(({ receipt, failure }) => receipt?.verdict ?? failure?.code)).toEqual([
    'not-found',
    'not-a-file',
    'accepted',
  ]);
  await desk.close();
});

it('stops where the user cancels, and keeps what is in', async () => {
  const folder = await folderOf('收到');
  const units = await Promise.all(['甲局', '乙局', '丙局'].map((name) => unitFixture({ name })));
  const files = [];
  for (const [index, unit] of units.entries()) {
    const name = `${index}.zip`;
    files.push({ path: (await packageFile(unit, folder, name)).path, name });
  }
  const desk = await DeskSession.open(await deskFor(units[0]!));
  const controller = new AbortController();
  const importing = importPackages(desk, files, {
    receivedOn: RECEIVED,
    signal: controller.signal,
    done: () => Promise.resolve(controller.abort()),
  });
  await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
  expect(desk.candidates()).toHaveLength(1);
  expect(await readdir(join(desk.folder, 'packages'))).toHaveLength(1);
  await desk.close();
});

it('opens with the other packages where one record is damaged, and says so', async () => {
  const folder = await folderOf('收到');
  const unit = await unitFixture({ name: '甲局' });
  const { path } = await packageFile(unit, folder, '甲局.zip');
  const desk = await DeskSession.open(await deskFor(unit));
  const { key } = await desk.receive({ path, name: '甲局.zip' }, { receivedOn: RECEIVED });
  const away = desk.packageFolder(key);
  const other = await packageFile(await unitFixture({ name: '乙局' }), folder, '乙局.zip');
  await desk.receive({ path: other.path, name: '乙局.zip' }, { receivedOn: RECEIVED });
  await desk.close();
  await writeFile(join(away, 'receipt.json'), '{');
  // Nothing says any more when it came.
  await rm(join(away, 'summary.json'));
  const again = await DeskSession.open(desk.folder);
  expect(again.candidates().map(({ unit: name }) => name)).toEqual(['乙局']);
  expect(again.opened().notices.map(({ code }) => code)).toEqual(['package-record-unreadable']);
  await again.close();
});

it('says of a review that a newer program wrote that this one must be newer, and leaves it alone', async () => {
  const unit = await unitFixture({ name: '甲局' });
  const { path } = await packageFile(unit, await folderOf('收到'), '甲局.zip');
  const desk = await DeskSession.open(await deskFor(unit));
  const { key } = await desk.receive({ path, name: '甲局.zip' }, { receivedOn: RECEIVED });
  await desk.editReview(key, { kind: 'setConclusion', conclusion: '属实' });
  const away = desk.packageFolder(key);
  await desk.close();
  const file = join(away, 'review.json');
  const newer = JSON.stringify({ ...(JSON.parse(await readFile(file, 'utf8')) as object), version: 99 });
  await writeFile(file, newer);
  await rm(join(away, 'summary.json'));
  const again = await DeskSession.open(desk.folder);
  const [notice] = again.opened().notices;
  expect(notice?.message).toContain('更新版本');
  expect(notice?.remedy).toBe('请升级本程序后再打开。');
  await again.close();
  expect(await readFile(file, 'utf8')).toBe(newer);
});
