import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TAG } from '../../../../../electron/services/package/bag-info.ts';
import type { Checking } from '../../../../../electron/services/package/checks/context.ts';
import {
  checkIndex,
  checkReadme,
  checkWorkbook,
} from '../../../../../electron/services/package/checks/papers.ts';
import { readWorkbookCells } from '../../../../../electron/services/package/checks/workbook-cells.ts';
import { stylesIn } from '../../../../../electron/services/package/checks/workbook-looks.ts';
import { type BagSource, Findings } from '../../../../../electron/services/package/source.ts';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import type { Verification } from '../../../../../shared/package/verification.ts';
import { NEWEST_PROFILE } from '../../../../../shared/package/form.ts';
import { sha256, tempFolder } from './fixture.ts';
import { type RawEntry, rawZip } from './raw-zip.ts';

const MIB = 2 ** 20;
const VERSION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: ';

const times = (count: number, entry: (number: number) => RawEntry): RawEntry[] =>
  Array.from({ length: count }, (_, number) => entry(number));
const text = (name: string, data: string): RawEntry[] => [{ name: `bag/${name}`, data, deflate: true }];
const says = (name: string, statedBytes: number): RawEntry[] => [
  { name: `bag/${name}`, deflate: true, statedBytes },
];
/** Of their kinds no algorithm is known: read as far as their lines. */
const lists = (...lines: number[]): RawEntry[] =>
  lines.flatMap((count, at) => text(`manifest-a${at}.txt`, 'ab  x\n'.repeat(count)));

/** What is said of a foreign bag that holds these as well. */
async function verified(entries: readonly RawEntry[], encoding = 'UTF-8'): Promise<Verification> {
  const bag = [
    { name: 'bag/bagit.txt', data: `${VERSION}${encoding}\n` },
    { name: 'bag/manifest-sha256.txt', data: `${sha256('a')}  data/a.txt\n` },
    { name: 'bag/data/a.txt', data: 'a' },
  ];
  const file = join(await tempFolder(), 'x.zip');
  await writeFile(file, rawZip([...bag, ...entries]));
  return verifyPackage(file, { bagOnly: true });
}

/** "code path" of all that is wrong with it. */
async function found(...bag: Parameters<typeof verified>): Promise<string[]> {
  const { problems } = await verified(...bag);
  return problems.map(({ code, path }) => `${code} ${path}`.trim());
}

const NAME = 'n'.repeat(65_535);
const COMMENT = Buffer.alloc(65_535);
/** Content of the first entry, since none of its own is needed. */
const again = { sameDataAs: 0 };

describe('what an archive is at most', () => {
  it.each<[what: string, most: number, code: string, entries: (number: number) => RawEntry[]]>([
    ['names of 64 KiB', 512, 'too-many', (count) => times(count, () => ({ name: NAME, ...again }))],
    [
      'comments of 64 KiB',
      64,
      'too-many',
      (count) => times(count, (at) => ({ name: `bag/${at}`, comment: COMMENT, ...again })),
    ],
    [
      '4 GiB',
      16,
      'bomb',
      (count) =>
        times(count, (at) => ({
          ...{ name: `bag/data/${at}.mp4`, ...again },
          ...{ statedBytes: 2 ** 32 - 256, statedCompressed: 2 ** 32 - 256 },
        })),
    ],
    [
      '64 MiB from next to nothing',
      63,
      'bomb',
      (count) => times(count, (at) => says(`data/${at}`, 64 * MIB)[0]!),
    ],
    ['bytes of an entry from next to nothing', 64 * MIB, 'bomb bag/data/z', (bytes) => says('data/z', bytes)],
    [
      'times its size',
      100,
      'bomb bag/data/z',
      (ratio) => [
        { name: 'bag/data/z', deflate: true, statedBytes: ratio * MIB, statedCompressed: MIB, ...again },
      ],
    ],
    [
      'manifests',
      32,
      'too-many manifest-a31.txt',
      (count) => lists(...times(count - 1, () => ({ name: '' })).map(() => 1)),
    ],
    ['bytes of a manifest', 32 * MIB, 'too-large manifest-a.txt', (bytes) => says('manifest-a.txt', bytes)],
    ['lines of a manifest', 50_000, 'too-large manifest-a0.txt', (lines) => lists(lines)],
    [
      'lines of all manifests',
      100_000,
      'too-large manifest-a1.txt',
      (lines) => lists(50_000, lines - 50_001),
    ],
    [
      'bytes of a line',
      256 * 2 ** 10,
      'too-large manifest-a.txt',
      (bytes) => text('manifest-a.txt', `${'a'.repeat(bytes)}\n`),
    ],
    ['bytes of bag-info.txt', MIB, 'too-large bag-info.txt', (bytes) => says('bag-info.txt', bytes)],
    [
      'lines of bag-info.txt',
      10_000,
      'too-large bag-info.txt',
      (lines) => text('bag-info.txt', 'A: b\n'.repeat(lines)),
    ],
  ])('%s: %i', async (_, most, code, entries) => {
    expect(await found(entries(most))).not.toContain(code);
    expect(await found(entries(most + 1))).toContain(code);
  });

  it('bytes of its declaration: 1024', async () => {
    const long = (bytes: number): string => 'x'.repeat(bytes - VERSION.length - 1);
    expect(await found([], long(1024))).toEqual(['encoding bagit.txt']);
    expect(await found([], long(1025))).toEqual(['declaration bagit.txt']);
  });
});

it('what a package says of itself is shown up to 200 characters', async () => {
  const long = '长'.repeat(300);
  const tags = [TAG.unit, TAG.campaign, TAG.score].map((label) => `${label}: ${long}\n`).join('');
  const { unit, campaign, selfScore } = await verified(text('bag-info.txt', tags));
  expect([unit, campaign, selfScore].map(({ length }) => length)).toEqual([200, 200, 200]);
});

describe('what is made of the data is not read where it is larger than any that is', () => {
  it.each([
    ['说明文件.txt', checkReadme, 256 * 2 ** 10],
    ['data/目录.html', checkIndex, 32 * MIB],
    ['data/推荐材料.xlsx', checkWorkbook, 16 * MIB],
  ])('%s', async (path, check, most) => {
    const asked: number[] = [];
    for (const bytes of [most, most + 1]) {
      const file = { path, bytes };
      const files = new Map([[path, file]]);
      // Nothing of it is there: what has been asked for is enough.
      const read: BagSource['read'] = async function* () {
        asked.push(bytes);
        await Promise.resolve();
        yield* [];
      };
      const bag = { files, payload: files, tags: [] };
      const parts = {
        source: { read },
        bag,
        findings: new Findings(),
        form: { profile: 2 },
        signal: undefined,
      };
      await check(parts as unknown as Checking);
      expect(parts.findings.status).toBe('suspect');
    }
    expect(asked).toEqual([most]);
  });
});

it('a workbook of 5,000 lines is made anew, and none of more', async () => {
  const made: number[] = [];
  for (const lines of [5000, 5001]) {
    const source = {
      read: async function* () {
        yield* await Promise.resolve([]);
      },
    };
    const file = { path: 'data/推荐材料.xlsx', bytes: 0 };
    // The revisions are asked for where it is made.
    const assessment = {
      evidence: { length: lines - 1 },
      get revisions() {
        made.push(lines);
        return [];
      },
    };
    const parts = {
      ...{ source, findings: new Findings(), form: { profile: NEWEST_PROFILE }, signal: undefined },
      ...{ bag: { payload: new Map([[file.path, file]]), tags: [] }, report: { items: { length: 1 } } },
    };
    await checkWorkbook({ ...parts, assessment } as unknown as Checking);
  }
  expect(made).toEqual([5000]);
});

describe('what a workbook is at most', () => {
  const XML = '<?xml version="1.0"?>';
  const sheet = (cells: number): string =>
    `${XML}<worksheet><sheetData><row r="1">${'<c r="A1"/>'.repeat(cells)}</row></sheetData></worksheet>`;
  const relation = (target: string): string =>
    `${XML}<Relationships><Relationship Id="r1" Target="${target}"/></Relationships>`;
  const parts = (cells = 1): RawEntry[] =>
    Object.entries({
      '[Content_Types].xml': `${XML}<Types/>`,
      '_rels/.rels': relation('xl/workbook.xml'),
      'xl/workbook.xml': `${XML}<workbook><sheets><sheet name="表" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relation('worksheets/sheet1.xml'),
      'xl/styles.xml': `${XML}<styleSheet/>`,
      'xl/worksheets/sheet1.xml': sheet(cells),
    }).map(([name, data]) => ({ name, data, deflate: true }));
  const theme = (at: number): RawEntry => ({ name: `xl/theme/theme${at}.xml`, data: '<a/>' });

  it.each<[what: string, most: number, entries: (number: number) => RawEntry[]]>([
    ['parts', 64, (count) => [...parts(), ...times(count - 6, theme)]],
    ['bytes of a part', 16 * MIB, (statedBytes) => [...parts(), { ...theme(1), deflate: true, statedBytes }]],
    ['cells', 300_000, (cells) => parts(cells)],
  ])('%s: %i', async (_, most, entries) => {
    expect((await readWorkbookCells(rawZip(entries(most)))).sheets.size).toBe(1);
    await expect(readWorkbookCells(rawZip(entries(most + 1)))).rejects.toThrow();
  });

  it('characters of its styles: a million', () => {
    const styles = (length: number): string => `<styleSheet>${'</styleSheet>'.padStart(length - 12)}`;
    expect(stylesIn(styles(MIB)).looks).toEqual([]);
    expect(() => stylesIn(styles(MIB + 1))).toThrow();
  });
});
