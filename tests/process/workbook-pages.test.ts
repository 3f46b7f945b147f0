import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAssessmentFolder } from '../../electron/services/assessment/assessment-folder.ts';
import { createSample } from '../../electron/services/assessment/sample.ts';
import { buildWorkbook, type WorkbookInput } from '../../electron/services/workbook/build.ts';
import { buildPlatformTable } from '../../electron/services/workbook/platform.ts';
import { entryOf } from '../../shared/assessment/schema.ts';
import { layOut } from '../../shared/package/layout.ts';
import { repository } from '../repository.ts';
import { reopen } from '../unit/electron/services/workbook/read.ts';
import { end, hardCase } from '../unit/electron/services/workbook/hard-case.ts';
import { needs } from './system-tools.ts';

const revision = { number: 1, date: '2026-11-20', draft: false, packageId: 'BB-0001' };

async function sample(folder: string): Promise<WorkbookInput> {
  const path = join(folder, '示例');
  await createSample(path, { resources: repository, now: new Date('2026-11-20T03:00:00Z') });
  const { assessment, standard } = await readAssessmentFolder(path);
  return { assessment, standard, revision, paths: layOut(standard, assessment), today: revision.date };
}

/** What no page but the last may be blank of; a line of 佐证材料目录 is never divided. */
const MOST_BLANK = [
  ['自评打分表', 0.15],
  ['佐证材料目录', 0.22],
  ['校验清单', 0.15],
] as const;

interface PrintedPage {
  readonly text: string;
  readonly isLandscape: boolean;
  /** Share of what is between header and footer that is white below the last ink. */
  readonly blank: number;
}

const DOTS = 50;

/** Of 20 to 3,000 characters, in no order. */
const LONG_REASONS = Array.from(
  { length: 60 },
  (_, at) => `${'已落实台账。'.repeat(3 + ((at * 37) % 83) * ((at % 3) + 1) * 2)}last${at}.`,
);

function platform(): Promise<Uint8Array> {
  const { standard, assessment, today } = hardCase();
  const codes = standard.sections.flatMap(({ items }) => items.map(({ code }) => code));
  const entries = codes.map((code, at) => [
    code,
    { ...entryOf(assessment, code), reason: LONG_REASONS[at] ?? '' },
  ]);
  return buildPlatformTable(standard, { ...assessment, entries: Object.fromEntries(entries) }, today);
}

function run(tool: string, ...args: readonly string[]): string {
  const done = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (done.status !== 0) throw new Error(`${tool}: ${done.stderr}`, { cause: done.error });
  return done.stdout;
}

/** Portable grey map (P5): width, height, then a byte a dot. */
function blankIn(file: string): Pick<PrintedPage, 'isLandscape' | 'blank'> {
  const bytes = readFileSync(file);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  const [width, height] = [Number(head?.[1]), Number(head?.[2])];
  const dots = bytes.subarray(head?.[0].length);
  const [top, bottom] = [Math.round(0.7 * DOTS), height - Math.round(0.6 * DOTS)];
  let last = bottom - 1;
  while (last > top && dots.subarray(last * width, (last + 1) * width).every((dot) => dot > 200)) last -= 1;
  return { isLandscape: width > height, blank: (bottom - 1 - last) / (bottom - top) };
}

function printed(folder: string, name: string): PrintedPage[] {
  const pdf = join(folder, `${name}.pdf`);
  expect(run('pdfinfo', pdf)).toMatch(/Page size: .*A4/);
  const texts = run('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1);
  mkdirSync(join(folder, name));
  run('pdftoppm', '-gray', '-r', String(DOTS), pdf, join(folder, name, 'p'));
  const pictures = readdirSync(join(folder, name)).sort();
  return pictures.map((file, index) => ({ text: texts[index] ?? '', ...blankIn(join(folder, name, file)) }));
}

describe.skipIf(!needs('soffice', 'pdftoppm', 'pdftotext', 'pdfinfo'))('printed by LibreOffice', () => {
  let folder = '';
  const inputs = new Map<string, WorkbookInput>();
  const pages = new Map<string, PrintedPage[]>();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workbook-pages-'));
    inputs.set('sample', await sample(folder));
    inputs.set('hard', hardCase());
    const files: string[] = [];
    for (const [name, input] of inputs) {
      const file = join(folder, `${name}.xlsx`);
      writeFileSync(file, await buildWorkbook(input));
      files.push(file);
    }
    writeFileSync(join(folder, 'platform.xlsx'), await platform());
    files.push(join(folder, 'platform.xlsx'));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    run('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files);
    for (const name of [...inputs.keys(), 'platform']) pages.set(name, printed(folder, name));
  }, 240_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const pagesOf = (name: string, sheet: string) =>
    (pages.get(name) ?? []).filter(({ text }) => new RegExp(`${sheet} .*第 \\d+ 页 共`).test(text));

  test.each(['sample', 'hard'])(
    '%s: no page but a sheet’s last is half-empty, and few are at all',
    (name) => {
      for (const [sheet, most] of MOST_BLANK) {
        const found = pagesOf(name, sheet);
        expect(found.length, sheet).toBeGreaterThan(0);
        expect(found.every(({ isLandscape }) => isLandscape)).toBe(true);
        const empty = found.slice(0, -1).map(({ blank }, index) => ({ page: index + 1, blank }));
        expect(
          empty.filter(({ blank }) => blank > most),
          sheet,
        ).toEqual([]);
        // Of all pages together much less: what is cut is cut where the paper ends.
        const mean = empty.reduce((sum, { blank }) => sum + blank, 0) / Math.max(1, empty.length);
        expect(mean, sheet).toBeLessThan(0.1);
      }
      expect(pagesOf(name, '封面')).toHaveLength(1);
      expect(pages.get(name)?.length).toBe(
        ['封面', '自评打分表', '佐证材料目录', '校验清单'].reduce(
          (sum, each) => sum + pagesOf(name, each).length,
          0,
        ),
      );
    },
  );

  test.each(['sample', 'hard'])('%s: pages end where the program ends them, one page wide', async (name) => {
    const input = inputs.get(name);
    if (!input) throw new Error('no input');
    const xml = Buffer.from(await buildWorkbook(input)).toString('utf8');
    const breaks = Number(/<rowBreaks count="(\d+)"/.exec(xml)?.[1]);
    expect(pagesOf(name, '自评打分表')).toHaveLength(breaks + 1);
    for (const { text } of pagesOf(name, '自评打分表')) {
      expect(text).toMatch(/编号.*评分项.*评分标准.*评价方式.*依据.*核验意见/);
    }
  });

  test('no text is cut: the end of every criterion is on paper', () => {
    const all = new Set((pages.get('hard') ?? []).flatMap(({ text }) => text.match(/end\d\.\d+/g) ?? []));
    const input = inputs.get('hard');
    if (!input) throw new Error('no input');
    const ends = input.standard.sections.flatMap(({ items }) => items.map(({ code }) => end(code)));
    expect(ends.filter((each) => !all.has(each))).toEqual([]);
    expect(ends.length).toBe(60);
  });

  test('平台填报: long texts fill the pages, and none is cut', () => {
    const found = pages.get('platform') ?? [];
    expect(found.length).toBeGreaterThan(10);
    expect(found.every(({ isLandscape }) => isLandscape)).toBe(true);
    expect(found.slice(0, -1).filter(({ blank }) => blank > 0.24)).toEqual([]);
    const text = found
      .map((page) => page.text)
      .join('')
      .replace(/\s/g, '');
    expect(Array.from({ length: 60 }, (_, at) => at).filter((at) => !text.includes(`last${at}.`))).toEqual(
      [],
    );
    expect(text.split('已').length - 1).toBe(LONG_REASONS.join('').split('已').length - 1);
  });

  test('every file stands under its item', async () => {
    const input = inputs.get('hard');
    if (!input) throw new Error('no input');
    const book = reopen(await buildWorkbook(input));
    const text = JSON.stringify(book.Sheets['自评打分表']);
    const linked = new Set(Object.values(input.assessment.entries).flatMap(({ evidence }) => evidence));
    const absent = input.assessment.evidence.filter(
      ({ sha256, label }) => linked.has(sha256) && !text.includes(label),
    );
    expect(absent).toEqual([]);
    expect(linked.size).toBeGreaterThan(80);
  });
});
