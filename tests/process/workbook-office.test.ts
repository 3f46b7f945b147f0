import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type WorkBook, write } from 'xlsx';
import { buildWorkbook } from '../../electron/services/workbook/build.ts';
import { scoreAssessment } from '../../shared/scoring/report.ts';
import { CASES, inputFor } from '../unit/electron/services/workbook/fixture.ts';
import { cellsOf, reopen, SCORE, scoreCell, sheetOf } from '../unit/electron/services/workbook/read.ts';
import { needs } from './system-tools.ts';

/** Nothing but formulas is left of the formula cells: a spreadsheet has to calculate them. */
function withoutCachedValues(book: WorkBook): WorkBook {
  for (const sheet of Object.values(book.Sheets)) {
    for (const { address, cell } of cellsOf(sheet)) {
      if (cell.f !== undefined) sheet[address] = { t: 'n', f: cell.f };
    }
  }
  return book;
}

/** An evaluator who agrees with everything: copies each stated score and answer into 核验分. */
function verifiedAsStated(book: WorkBook, codes: readonly string[]): WorkBook {
  const sheet = sheetOf(book, SCORE);
  for (const code of codes) {
    const { cell } = scoreCell(book, code, '自评分');
    const { address } = scoreCell(book, code, '核验分');
    sheet[address] = { t: cell.t, v: cell.v };
  }
  return book;
}

describe.skipIf(!needs('soffice'))('recalculated by LibreOffice', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'workbook-office-'));
    const files: string[] = [];
    const add = (name: string, book: WorkBook) => {
      const file = join(folder, `${name}.xlsx`);
      writeFileSync(file, write(withoutCachedValues(book), { type: 'buffer', bookType: 'xlsx' }) as Buffer);
      files.push(file);
    };
    for (const { name, standard, assessment } of CASES) {
      const report = scoreAssessment(standard, assessment);
      const blocks = [...(report.bonus?.entries ?? []), ...(report.penalty?.entries ?? [])];
      const codes = [...report.items, ...blocks, ...report.vetoes].map(({ code }) => code);
      const bytes = await buildWorkbook(inputFor(standard, assessment));
      add(name, verifiedAsStated(reopen(bytes), codes));
      if (name === 'plain') add('untouched', reopen(bytes));
    }
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out'), ...files];
    const done = spawnSync('soffice', args, { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`soffice: ${done.stderr}`, { cause: done.error });
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const recalculated = (name: string) => reopen(readFileSync(join(folder, 'out', `${name}.xlsx`)));

  test.each(CASES)('$name: live values are the cached ones', async ({ name, standard, assessment }) => {
    const ours = reopen(await buildWorkbook(inputFor(standard, assessment)));
    const theirs = recalculated(name);
    const checked = ours.SheetNames.flatMap((sheetName) =>
      cellsOf(sheetOf(ours, sheetName))
        // 核验分 is no longer empty in theirs.
        .filter(({ cell }) => cell.f !== undefined && cell.v !== undefined && cell.v !== '')
        .map(({ address, cell }) => {
          const value = sheetOf(theirs, sheetName)[address]?.v;
          if (typeof cell.v === 'number') expect(value, `${sheetName} ${address}`).toBeCloseTo(cell.v, 9);
          else expect(value, `${sheetName} ${address}`).toBe(cell.v);
        }),
    );
    expect(checked.length).toBeGreaterThan(10);
  });

  test.each(CASES)('$name: an agreeing evaluator gets the same total', ({ name, standard, assessment }) => {
    const report = scoreAssessment(standard, assessment);
    const book = recalculated(name);
    const open = report.unscored > 0 || report.vetoes.some(({ state }) => state === 'unanswered');
    const nothing = report.items.every(({ state }) => state === 'notApplicable');
    const expected = nothing ? '' : open ? '未完成' : report.total / 100;
    expect(scoreCell(book, '总分', '核验分').cell.v ?? '').toBe(expected);
  });

  test('without an evaluator 核验分 stays empty everywhere', () => {
    const book = recalculated('untouched');
    expect(scoreCell(book, '总分', '核验分').cell.v ?? '').toBe('');
    expect(scoreCell(book, '按参考标准比较', '核验分').cell.v ?? '').toBe('');
  });
});
