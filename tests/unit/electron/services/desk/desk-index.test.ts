import { randomUUID } from 'node:crypto';
import {
  appendFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Indexed, writeIndex } from '../../../../../electron/services/desk/desk-index.ts';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { marksOf } from '../../../../../electron/services/desk/marks.ts';
import { failureCode } from '../fixture.ts';
import { folderOf } from './fixture.ts';
import {
  alter,
  codes,
  conclusions,
  headOf,
  index,
  indexedDesk,
  MARK,
  marked,
  open,
  rewrite,
  rowsOf,
  SETTLED,
} from './indexed-desk.ts';

describe('what the index says', () => {
  const UNITS = ['未动', '大小', '时间', '新名', '改名', '未来', '没了', '外来'];

  it('counts for a package whose files look as they did; any other is read', async () => {
    const folder = await indexedDesk(UNITS);
    const packages = join(folder, 'packages');
    const all = await rowsOf(folder);
    expect(all.map(({ candidate }) => candidate.unit).sort()).toEqual([...UNITS].sort());
    const at = (unit: string, name = ''): string =>
      join(packages, all.find(({ candidate }) => candidate.unit === unit)?.key ?? '', name);
    // One that lies in the future is never in the index.
    const future = new Date('2099-01-01T00:00:00Z');
    await utimes(at('未来', 'receipt.json'), future, future);
    await index(folder);
    const kept = await rowsOf(folder);
    expect(kept).toHaveLength(UNITS.length - 1);
    await writeIndex(
      folder,
      await headOf(folder),
      kept.filter(({ candidate }) => candidate.unit !== '外来').map(marked),
    );

    await appendFile(at('大小', 'original.zip'), 'x');
    await writeFile(at('时间', 'receipt.json'), await readFile(at('时间', 'receipt.json')));
    await writeFile(at('新名', '说明.txt'), '');
    await rename(at('改名', 'journal.jsonl'), at('改名', 'journal-1.jsonl'));
    await rm(at('没了'), { recursive: true });

    const desk = await open(folder);
    expect(codes(desk)).toEqual(['package-gone', 'original-changed']);
    expect(desk.notices[0]?.message).toContain('“没了（没了.zip）”');
    const others = ['大小', '时间', '新名', '改名', '未来', '外来'].map((unit) => [unit, '已看过']);
    expect(conclusions(desk)).toEqual(Object.fromEntries([['未动', MARK], ...others]));
    const { revision } = desk.saved();

    await desk.checked();
    expect(conclusions(desk)).toEqual(Object.fromEntries([['未动', '已看过'], ...others]));
    expect(codes(desk)).toEqual(['package-gone', 'original-changed', 'index-corrected']);
    expect(desk.notices[2]?.message).toContain('“未动（未动.zip）”');
    expect(desk.saved().revision).not.toBe(revision);
  });
});

describe('an index that is not this desk’s, not whole or not of this program', () => {
  let folder: string;
  let path: string;
  beforeAll(async () => {
    folder = await indexedDesk(['甲局', '乙局']);
    path = join(folder, 'index.json');
  });

  const text = (): Promise<string> => readFile(path, 'utf8');
  const other = async (change: (head: string) => string): Promise<void> =>
    writeIndex(folder, change(await headOf(folder)), (await rowsOf(folder)).map(marked));

  const written = async (lines: readonly unknown[]): Promise<void> =>
    writeIndex(folder, await headOf(folder), lines as Indexed[]);

  it.each<[what: string, spoil: () => Promise<unknown>]>([
    ['missing', () => rm(path)],
    ['empty', () => writeFile(path, '')],
    ['no JSON', () => writeFile(path, '目录'.repeat(500))],
    ['cut', async () => writeFile(path, (await text()).slice(0, -200))],
    ['changed', async () => writeFile(path, (await text()).replace('已看过', MARK))],
    ['a folder', () => rm(path).then(() => mkdir(path))],
    ['of another desk', () => other((head) => head.replace(/"desk":"./, '"desk":"x'))],
    ['of another campaign', () => other((head) => head.replace(/"campaign":"../, '"campaign":"00'))],
    ['of an older version', () => other((head) => head.replace('"version":3', '"version":2'))],
    ['of a newer version', () => other((head) => head.replace('"version":3', '"version":4'))],
    ['by another program', () => other((head) => head.replace('biaobing ', 'biaobing 9.'))],
    ['of a line that is none', () => written([null])],
    ['of a name that is none', () => written([{ key: 7, fileName: 7 }])],
    ['of a name that leads elsewhere', () => written([{ key: '../../别处', fileName: '别处.zip' }])],
    [
      'of other rows',
      () => rewrite(folder, ({ candidate, ...row }) => ({ ...row, row: candidate }) as never),
    ],
  ])('%s: everything is read, nothing is said, and there is a good one again', async (what, spoil) => {
    await spoil();
    const desk = await open(folder);
    expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '已看过' });
    expect(codes(desk)).toEqual([]);
    await desk.close();
    if (what === 'a folder') await rm(path, { recursive: true });
    await index(folder);
    expect(await rowsOf(folder)).toHaveLength(2);
  });

  it('copied with the desk’s folder says nothing of the copies', async () => {
    await rewrite(folder, marked);
    const copy = join(await folderOf('备份'), '核验台');
    await cp(folder, copy, { recursive: true, preserveTimestamps: true });
    expect(conclusions(await open(copy))).toEqual({ 甲局: '已看过', 乙局: '已看过' });
  });

  it('leaves out what has just changed: a second change could bear the same time', async () => {
    await rm(path);
    const desk = await open(folder);
    const [row] = desk.candidates();
    await desk.editReview(row!.key, { kind: 'setConclusion', conclusion: '改过' });
    await desk.close();
    expect((await rowsOf(folder)).map(({ key }) => key)).not.toContain(row!.key);
    const again = await open(folder);
    expect(conclusions(again)[row!.unit]).toBe('改过');
  });
});

describe('what was changed without a trace in size and time', () => {
  const cut = async (path: string): Promise<void> => {
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.length / 2));
  };
  const replace =
    (from: string | RegExp, to: string) =>
    async (path: string): Promise<void> => {
      const found = await readFile(path, 'utf8');
      expect(found).toMatch(from);
      await writeFile(path, found.replace(from, to));
    };

  it('is found behind the opened desk, told, and mended', async () => {
    const units = ['收据', '摘要', '核验', '原件', '没有', '好的'];
    const folder = await indexedDesk(units);
    const rows = await rowsOf(folder);
    const at = (unit: string, name = ''): string =>
      join(folder, 'packages', rows.find(({ candidate }) => candidate.unit === unit)?.key ?? '', name);
    await replace('"accepted"', '"newer"')(at('收据', 'receipt.json'));
    await replace('"selfScore":"95.00"', '"selfScore":"99.00"')(at('摘要', 'summary.json'));
    await replace('已看过', '不推荐')(at('核验', 'review.json'));
    await cut(at('原件', 'original.zip'));
    await writeFile(at('没有', 'receipt.json'), '');
    await writeFile(at('没有', 'summary.json'), '');
    const marks = new Map<string, Indexed['marks']>();
    for (const { key } of rows) marks.set(key, await marksOf(join(folder, 'packages', key)));
    await rewrite(folder, (row) => ({ ...row, marks: marks.get(row.key) ?? {} }));

    const desk = await open(folder);
    expect(codes(desk)).toEqual([]);
    expect(desk.candidates()).toHaveLength(units.length);
    await desk.checked();
    expect(codes(desk).sort()).toEqual([
      'original-changed',
      'package-record-unreadable',
      'receipt-remade',
      'review-changed',
      'summary-remade',
    ]);
    expect(conclusions(desk)).toEqual({
      ...{ 收据: '已看过', 摘要: '已看过', 核验: '不推荐', 原件: '已看过', 好的: '已看过' },
    });
    expect(desk.candidates().map(({ selfScore }) => selfScore)).toEqual([9500, 9500, 9500, 9500, 9500]);
    expect(desk.receipts().map(({ verdict }) => verdict)).not.toContain('newer');
    await desk.close();

    const next = await open(folder);
    expect(codes(next).sort()).toEqual(['original-changed', 'package-record-unreadable']);
  });

  it.each(['first', 'while they are looked at'])(
    'is mended before its review is opened, %s',
    async (when) => {
      const folder = await indexedDesk(['甲局', '乙局']);
      const rows = await rowsOf(folder);
      const row = rows.find(({ candidate }) => candidate.unit === '乙局')!;
      await rewrite(folder, (each) => (each.key === row.key ? marked(each) : each));
      const desk = await open(folder);
      const loading = desk.load(row.key);
      if (when === 'first') expect((await loading).candidate.conclusion).toBe('已看过');
      await Promise.all([loading, desk.checked()]);
      expect(codes(desk)).toEqual(['index-corrected']);
      expect(conclusions(desk)).toEqual({ 甲局: '已看过', 乙局: '已看过' });
      await desk.editReview(row.key, { kind: 'setConclusion', conclusion: '改过' });
      await desk.close();
      const next = await open(folder);
      await next.checked();
      expect(codes(next)).toEqual([]);
      expect(conclusions(next)).toEqual({ 甲局: '已看过', 乙局: '改过' });
    },
  );

  it('is not passed over where another program has the desk meanwhile: nothing is final then', async () => {
    const folder = await indexedDesk(['甲局']);
    await rewrite(folder, marked);
    const desk = await DeskSession.open(folder);
    const [name = ''] = await readdir(join(folder, '.lock'));
    await rename(join(folder, '.lock', name), join(folder, '.lock', `${randomUUID()}.json`));
    expect(await failureCode(desk.checked())).toBe('lock-lost');
    expect(codes(desk)).toContain('lock-lost');
    await desk.close();
  });
});

describe('a row that a right hash does not make right', () => {
  it.each<[string, (row: Indexed) => unknown]>([
    ['no looks of files', ({ marks: _, ...row }) => row],
    ['no receipt', ({ receipt: _, ...row }) => row],
    ['no candidate', ({ candidate: _, ...row }) => row],
    ['another package’s receipt', (row) => ({ ...row, receipt: { ...row.receipt, key: 'f'.repeat(16) } })],
    ['losses that are no JSON', (row) => ({ ...row, losses: '{' })],
  ])('with %s is read anew, and so is every other one', async (_, change) => {
    const folder = await indexedDesk(['甲局', '乙局', '丙局']);
    const rows = await rowsOf(folder);
    await writeIndex(
      folder,
      await headOf(folder),
      rows.map((row, at) => (at === 1 ? (change(marked(row)) as Indexed) : at === 2 ? marked(row) : row)),
    );
    const desk = await open(folder);
    await desk.checked();
    expect(Object.values(conclusions(desk))).toEqual(['已看过', '已看过', '已看过']);
    expect(codes(desk)).toContain('index-corrected');
  });
});

it('takes no folder for a package whose name it does not bear', async () => {
  const folder = await indexedDesk(['甲局', '乙局']);
  const [row] = await rowsOf(folder);
  const packages = join(folder, 'packages');
  await cp(join(packages, row!.key), join(packages, `${row!.key} - 副本`), { recursive: true });
  const desk = await open(folder);
  expect(codes(desk)).toEqual(['package-record-unreadable']);
  expect(desk.notices[0]?.message).toContain('副本');
  await desk.editReview(row!.key, { kind: 'setConclusion', conclusion: '改过' });
  await desk.close();
  const next = await open(folder);
  expect(conclusions(next)[row!.candidate.unit]).toBe('改过');
});

describe('an original whose content is another one', () => {
  it('is found behind the opened desk by its hash, at every opening, until the package is handed in again', async () => {
    const folder = await indexedDesk(['甲局', '乙局', '丙局']);
    const rows = await rowsOf(folder);
    const { key } = rows.find(({ candidate }) => candidate.unit === '乙局')!;
    const path = join(folder, 'packages', key, 'original.zip');
    const whole = await readFile(path);
    await alter(path);
    await sleep(SETTLED);
    for (const time of ['first', 'second']) {
      const desk = await open(folder);
      await desk.checked();
      expect([time, codes(desk)]).toEqual([time, ['original-changed']]);
      expect(desk.notices[0]?.message).toContain('“乙局（乙局.zip）”');
      await desk.close();
      expect((await rowsOf(folder)).map((row) => row.key)).not.toContain(key);
    }
    const again = join(await folderOf('再交'), '乙局.zip');
    await writeFile(again, whole);
    const desk = await open(folder);
    await desk.receive({ path: again, name: '乙局.zip' }, { receivedOn: '2026-11-21' });
    await desk.close();
    await sleep(SETTLED);
    await index(folder);
    const next = await open(folder);
    await next.checked();
    expect(codes(next)).toEqual([]);
    expect(await rowsOf(folder)).toHaveLength(3);
  });

  it('is found where there was no index, and in a copy of the desk', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    const [row] = await rowsOf(folder);
    await alter(join(folder, 'packages', row!.key, 'original.zip'));
    const copy = join(await folderOf('备份'), '核验台');
    await cp(folder, copy, { recursive: true, preserveTimestamps: true });
    await rm(join(folder, 'index.json'));
    for (const each of [folder, copy]) {
      const desk = await open(each);
      await desk.checked();
      expect(codes(desk)).toEqual(['original-changed']);
    }
  });

  it('does not keep a desk from closing, nor comes into the index unlooked at', async () => {
    const folder = await indexedDesk(['甲局', '乙局']);
    await rm(join(folder, 'index.json'));
    const [key = ''] = await readdir(join(folder, 'packages'));
    await alter(join(folder, 'packages', key, 'original.zip'));
    await sleep(SETTLED);
    await (await DeskSession.open(folder)).close();
    expect((await rowsOf(folder)).map((row) => row.key)).not.toContain(key);
  });
});

it('neither reads nor writes what a link in a package’s place leads to', async () => {
  const folder = await indexedDesk(['甲局', '乙局']);
  const [row] = await rowsOf(folder);
  const place = join(folder, 'packages', row!.key);
  const away = join(await folderOf('别处'), row!.key);
  await cp(place, away, { recursive: true });
  await rm(place, { recursive: true });
  await symlink(away, place);
  await rm(join(away, 'summary.json'));
  const desk = await open(folder);
  await desk.checked();
  expect(codes(desk)).toEqual(['package-record-unreadable']);
  expect(desk.notices[0]?.message).toContain('链接');
  expect(desk.candidates()).toHaveLength(1);
  expect(await readdir(away)).not.toContain('summary.json');
});

it('leaves nothing in the folder of a desk that a crash cut off, and everything else', async () => {
  const folder = await indexedDesk(['甲局', '乙局']);
  const [row, other] = await rowsOf(folder);
  const [packages, incoming] = [join(folder, 'packages'), join(folder, 'incoming')];
  await writeFile(join(folder, 'index.json.0a1b2c3d.tmp'), '');
  const receipts = join(folder, 'receipts');
  for (const name of ['0a1b2c3d4e5f6a7b.json.0a1b2c3d.tmp', '说明.tmp'])
    await writeFile(join(receipts, name), '');
  await mkdir(join(packages, '.biaobing-0a1b2c3d-123-0a1b2c3d.new'));
  await mkdir(join(incoming, randomUUID()));
  // What a person has put there, or renamed.
  await writeFile(join(incoming, '手工放入.zip'), 'x');
  for (const { key } of [row!, other!]) await rename(join(packages, key), join(packages, `${key}.new`));
  // As it came, without anybody's work.
  for (const name of ['review.json', 'journal.jsonl'])
    await rm(join(packages, `${other!.key}.new`, name), { force: true });
  await rename(join(packages, `${row!.key}.new`), join(packages, row!.key));
  const desk = await open(folder);
  expect(codes(desk)).toEqual(['package-gone', 'package-record-unreadable']);
  await desk.close();
  await rename(join(packages, row!.key), join(packages, `${row!.key}.new`));
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(await readdir(incoming)).toEqual(['手工放入.zip']);
  expect(await readdir(receipts)).toEqual(['说明.tmp']);
  expect((await readdir(packages)).filter((name) => name.endsWith('.new')).sort()).toEqual(
    [row!, other!].map(({ key }) => `${key}.new`).sort(),
  );
});
