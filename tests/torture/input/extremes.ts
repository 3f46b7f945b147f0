import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../../repository.ts';
import { rawZip } from '../../unit/electron/services/package/raw-zip.ts';
import { filesOfZip } from '../../unit/electron/services/package/zip-files.ts';

/** Far more than the program takes of something, and by what it must say so: a code, or words. */
interface Extreme {
  readonly name: string;
  readonly says: string;
}
/** By target. */
export type Extremes = Readonly<Record<string, readonly (Extreme & { readonly path: string })[]>>;

/** One of so many mutations. */
const ONE_OF = 40;

/** Seldom one of them, and after each other: a short run, too, comes to most of them. */
export function extremeAt(nth: number, extremes: Extremes, target: string) {
  const all = extremes[target] ?? [];
  return nth % ONE_OF === 0 ? all[(nth / ONE_OF) % all.length] : undefined;
}

interface Made extends Extreme {
  readonly ending: string;
  /** Made anew each time, so that nothing of it stays in memory. */
  make(): Buffer | Promise<Buffer>;
}

const MB = 2 ** 20;
const repeated = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const sum = (index: number): string => String(index).padStart(64, '0');
const listed = (count: number): string => repeated(count, (index) => `${sum(index)}  data/${index}\n`);

const BAGIT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** Of a small bag some files are others. */
function bag(files: Readonly<Record<string, string | Buffer>>, stated?: { readonly bytes: number }): Buffer {
  const all = { 'bagit.txt': BAGIT, 'manifest-sha256.txt': listed(1), 'data/0': 'a', ...files };
  return rawZip(
    Object.entries(all).map(([name, data]) => ({
      ...{ name: `bag/${name}`, data, deflate: data.length > 100 },
      ...(stated && name.startsWith('data/') && { statedBytes: stated.bytes }),
    })),
  );
}

/** A package whose assessment has `value` (JSON) as its evidence. */
async function packageWith(value: string): Promise<Buffer> {
  const files = await filesOfZip(await readFile(join(repository, 'tests/fixtures/before/示例推荐包.zip')));
  return rawZip(
    files.map(({ name, data }) => {
      const isIt = name.endsWith('/data/assessment.json');
      return { name, data: isIt ? Buffer.from(jsonWith(data.toString('utf8'), value)) : data, deflate: true };
    }),
  );
}

const jsonWith = (text: string, value: string): string =>
  JSON.stringify({ ...(JSON.parse(text) as object), evidence: '@' }).replace('"@"', () => value);

/** Each is beyond one bound of `parseForeignJson` alone. */
const VALUES: readonly (readonly [name: string, value: () => string])[] = [
  ['JSON of depth 1,000', () => `${'['.repeat(1000)}${']'.repeat(1000)}`],
  ['JSON of 400,000 values', () => `[${'1,'.repeat(399_999)}1]`],
  ['JSON of 17 MB', () => `"${'长'.repeat(6 * MB)}"`],
];

const zipOf = (parts: Readonly<Record<string, string | Buffer>>, statedBytes?: number): Buffer =>
  rawZip(
    Object.entries(parts).map(([name, data]) => ({
      ...{ name, data, deflate: true },
      ...(statedBytes !== undefined && { statedBytes }),
    })),
  );

const MADE: Readonly<Record<string, readonly Made[]>> = {
  packages: [
    ...VALUES.map(([name, value]): Made => ({
      ...{ name, says: 'too-large', ending: '.zip', make: () => packageWith(value()) },
    })),
    ...of('.zip', 'bomb', {
      'a file of 70 MB in 70 KB': () => bag({ 'data/0': Buffer.alloc(70 * MB) }),
      '90 files that say 50 MB each': () =>
        bag(Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`data/${at}`, 'a'])), {
          bytes: 50 * MB,
        }),
    }),
    ...of('.zip', 'too-large', {
      '60,000 lines of a manifest': () => bag({ 'manifest-sha256.txt': listed(60_000) }),
      'a manifest of 34 MB': () =>
        bag({
          'manifest-sha256.txt': repeated(40_000, (at) => `${sum(at)}  data/${'a'.repeat(830)}${at}\n`),
        }),
      'a line of 300 KB': () => bag({ 'manifest-sha256.txt': `${sum(0)}  data/${'a'.repeat(300_000)}\n` }),
      'three manifests of 40,000 lines': () =>
        bag(
          Object.fromEntries(
            ['md5', 'sha1', 'sha256'].map((name) => [`manifest-${name}.txt`, listed(40_000)]),
          ),
        ),
      '12,000 tags': () => bag({ 'bag-info.txt': 'A: b\n'.repeat(12_000) }),
      'tags of 2 MB': () => bag({ 'bag-info.txt': `A: ${'b'.repeat(300)}\n`.repeat(7000) }),
    }),
    ...of('.zip', 'too-many', {
      '40 manifests': () =>
        bag(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`manifest-x${at}.txt`, listed(1)]))),
      '51,000 files': () =>
        bag(Object.fromEntries(Array.from({ length: 51_000 }, (_, at) => [`data/${at}`, 'a']))),
    }),
  ],
  'standards and campaigns': VALUES.map(([name, value]): Made => ({
    ...{ name, says: '远超正常', ending: '.json' },
    make: async () => Buffer.from(jsonWith(await readFile(STANDARD, 'utf8'), value())),
  })),
  'tables and texts': [
    ...of('.xlsx', 'import-bomb', {
      'a workbook that says 700 MB': () => zipOf({ 'xl/workbook.xml': '<workbook/>' }, 700 * MB),
      'a workbook of 70 MB in 70 KB': () => zipOf({ 'xl/workbook.xml': Buffer.alloc(70 * MB, 0x20) }),
      'a workbook of 10,001 parts': () =>
        zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`xl/${at}.xml`, '']))),
    }),
    ...of('.docx', 'import-bomb', {
      'a Word file of 70 MB in 70 KB': () => zipOf({ 'word/document.xml': Buffer.alloc(70 * MB, 0x20) }),
    }),
    ...of('.xlsx', 'import-damaged', {
      'a workbook of 80 MB that says 1 KB': () =>
        zipOf({ 'xl/workbook.xml': Buffer.alloc(80 * MB, 0x20) }, 1000),
    }),
    ...of('.csv', 'import-too-many-rows', { '30,000 rows': () => Buffer.from('甲,乙\n'.repeat(30_000)) }),
    ...of('.html', 'import-too-big', {
      '600 tables': () => Buffer.from('<table><tr><td>甲</table>'.repeat(600)),
    }),
    ...of('.html', 'import-too-many-rows', {
      'cells that span 2 million others': () =>
        Buffer.from(
          `<table>${'<tr><td rowspan="1000" colspan="1000">甲'.repeat(2)}${'<tr><td>乙'.repeat(2000)}</table>`,
        ),
    }),
  ],
};

export const STANDARD = join(
  repository,
  'scoring-standards/standards/henan-service-enforcement-reference.json',
);

function of(ending: string, says: string, make: Readonly<Record<string, Made['make']>>): Made[] {
  return Object.entries(make).map(([name, each]) => ({ name, says, ending, make: each }));
}

const pathOf = (folder: string, target: string, nth: number, { ending }: Made): string =>
  join(folder, `${target} ${nth}${ending}`);

/** Into a folder that is there. */
export async function makeExtremes(folder: string, targets: readonly string[]): Promise<void> {
  for (const target of targets)
    for (const [nth, made] of (MADE[target] ?? []).entries())
      await writeFile(pathOf(folder, target, nth, made), await made.make());
}

/** Those that `makeExtremes` made. */
export function extremesIn(folder: string): Extremes {
  const told = Object.entries(MADE).map(([target, all]) => [
    target,
    all.map((made, nth) => ({ ...made, path: pathOf(folder, target, nth, made) })),
  ]);
  return Object.fromEntries(told) as Extremes;
}
