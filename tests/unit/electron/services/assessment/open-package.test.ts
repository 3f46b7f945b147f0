import { utimesSync } from 'node:fs';
import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import {
  inspectForOpening,
  openedFrom,
  openPackage,
} from '../../../../../electron/services/assessment/open-package.ts';
import { climbingOut, flipByte, forge } from '../desk/fixture.ts';
import { exportFixture, makeFixture, tempFolder } from '../package/fixture.ts';

let folder: string;
let whole: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await tempFolder();
  whole = (await exportFixture(await makeFixture())).file;
  await flipByte(whole, at('坏.zip'));
  await climbingOut(whole, at('险.zip'));
  await writeFile(at('别的.zip'), '不是推荐包');
  await forge(whole, at('改分.zip'), (text) => text.replace('"45.00"', '"50.00"'));
}, 60_000);

describe('a package that is not opened', () => {
  it.each([
    ['坏.zip', 'package-damaged', '没有通过核验（损坏）：压缩包在导出之后被改动或损坏。'],
    ['险.zip', 'package-unsafe', /^没有通过核验（不安全）：.+。$/],
    [
      '别的.zip',
      'package-not-a-package',
      '没有通过核验（不是推荐包）：既不是 ZIP 压缩包，也不是解开的推荐包文件夹。',
    ],
  ])('says why (%s), and makes no folder', async (name, code, message) => {
    const failure = {
      code,
      message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
      effect: '没有打开，也没有建立自评档案；推荐包没有改动。',
      remedy: '请重新复制或向提交单位索取完好的推荐包后再试。',
    };
    const before = await readdir(folder);
    await expect(openPackage(at(name), at('打开'))).rejects.toMatchObject({ failure });
    await expect(inspectForOpening(at(name))).rejects.toMatchObject({ failure });
    expect(await readdir(folder)).toEqual(before);
  });
});

it('is told what the cause asks for: a newer program, or to wait', async () => {
  await forge(whole, at('新.zip'), (text) => text.replace(/"version":\s*\d+/, '"version":99'));
  await expect(inspectForOpening(at('新.zip'))).rejects.toMatchObject({
    failure: {
      message:
        '没有通过核验（版本不支持）：data/assessment.json 由更新版本的程序写成，或者版本号本程序不认识。',
      remedy: '请升级程序后再核验。',
    },
  });
  let isChanged = false;
  const progress = () => {
    if (!isChanged) utimesSync(at('变.zip'), new Date(), new Date(1_000));
    isChanged = true;
  };
  await copyFile(whole, at('变.zip'));
  await expect(openPackage(at('变.zip'), at('打开'), { progress })).rejects.toMatchObject({
    failure: { remedy: '请等它不再变化，再核验一次。' },
  });
});

describe('a package that is opened', () => {
  it('leaves nothing but its folder, and tells how far it is', async () => {
    const before = await readdir(folder);
    const told: { step: string; done: number; total: number }[] = [];
    const { assessment } = await openPackage(whole, at('完好'), { progress: (each) => told.push(each) });
    expect((await readdir(folder)).toSorted()).toEqual([...before, '完好'].toSorted());
    const all = assessment.evidence.reduce((sum, { bytes }) => sum + bytes, 0);
    const taking = told.filter(({ step }) => step === '正在取出佐证材料');
    expect(taking.map(({ total }) => total)).toEqual(taking.map(() => all));
    const done = taking.map(({ done }) => done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.length).toBeGreaterThan(2);
    expect(done.at(-1)).toBe(all);
  });

  it('remembers what spoke against it only where it is in doubt, each with its place', async () => {
    const [sure, doubted] = [await inspectForOpening(whole), await inspectForOpening(at('改分.zip'))];
    if (sure === 'feedback' || doubted === 'feedback') throw new Error('not a package');
    const when = { fileName: '甲.zip', at: '2026-11-21T00:00:00Z' };
    const problem = { code: 'x', path: '', message: '不作数', severity: 'problem' as const };
    const remark = { ...problem, severity: 'remark' as const };
    expect(openedFrom({ ...sure.verification, problems: [problem] }, when).doubts).toEqual([]);
    const { doubts, ...from } = openedFrom(
      { ...doubted.verification, problems: [...doubted.verification.problems, problem, remark] },
      when,
    );
    expect(from).toEqual({ ...when, unit: '示例市示例区城市管理局', revision: 1 });
    expect(doubts[0]).toBe('bag-info.txt：自评分写的是“95.00”，档案里是“100.00”');
    expect(doubts.at(-1)).toBe('不作数');
    expect(doubts.filter((doubt) => doubt === '不作数')).toHaveLength(1);
  });
});

it('every entry of a package is a plain file from noon of the revision’s day', async () => {
  const zip = await yauzl.openPromise(whole);
  const [days, modes] = [new Set<string>(), new Set<string>()];
  for await (const entry of zip.eachEntry()) {
    const { lastModFileDate: day, lastModFileTime: time, externalFileAttributes } = entry;
    modes.add((externalFileAttributes >>> 16).toString(8));
    // A second time, in another zone, would stand there.
    expect(entry.extraFieldLength).toBe(0);
    days.add([(day >> 9) + 1980, (day >> 5) & 15, day & 31, time >> 11, (time >> 5) & 63].join(' '));
  }
  expect([...days]).toEqual(['2026 11 20 12 0']);
  expect([...modes]).toEqual(['100644']);
});
