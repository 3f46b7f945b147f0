import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerRequest } from '../../electron/services/import/parse/parse-request.ts';
import { generate } from '../tables/generate.ts';
import { byHand } from '../tables/clerk.ts';
import { judge } from '../tables/judge.ts';
import { measure, type Measured } from '../tables/measure.ts';
import { failuresOf } from '../tables/report.ts';
import { placed, tablesOf } from '../tables/sheet.ts';
import { itemsOf } from '../tables/truth.ts';
import { write } from '../tables/write.ts';

const TABLES = 100;

/** Tables that nobody has written by hand (tests/tables/): what a clerk knows of them against what is read. */
describe('generated tables', () => {
  let measured: Measured[] = [];
  beforeAll(async () => {
    measured = await measure(
      Array.from({ length: TABLES }, (_, index) => index + 1),
      'each',
    );
  });
  const failing = (isFailure: (each: Measured) => boolean) => {
    const failures = measured.filter(isFailure);
    return { count: failures.length, first: failuresOf(failures, 5) };
  };

  it('are never read as sure and wrong', () => {
    expect(failing(({ verdict }) => verdict.sureAndWrong.length > 0)).toEqual({ count: 0, first: [] });
  });

  it('are taken where they are standards, in at least 98 of 100 with exact trees and items', () => {
    const { count, first } = failing(
      ({ verdict }) => verdict.taken.length + verdict.tree.length + verdict.items.length > 0,
    );
    expect(count, first.join('\n')).toBeLessThanOrEqual(TABLES * 0.02);
  });

  it('are warned about where a sum is wrong, and only there', () => {
    const { count, first } = failing(({ verdict }) => verdict.sums.length > 0);
    expect(count, first.join('\n')).toBeLessThanOrEqual(TABLES * 0.02);
  });

  it('have a place for every filled cell, or a warning', () => {
    expect(failing(({ verdict }) => verdict.cells.length > 0)).toEqual({ count: 0, first: [] });
  });
});

/** The judge itself: a fault of the generator must not look like one of the importer. */
describe('the generator', () => {
  const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

  it('makes the same table of the same seed', () => {
    for (const seed of seeds) {
      const [one, other] = [generate(seed), generate(seed)];
      expect(one.sheet).toEqual(other.sheet);
      expect(one.truth('csv')).toEqual(other.truth('csv'));
    }
  });

  it('gives the items points that make up the full score', () => {
    for (const seed of seeds) {
      const truth = generate(seed).truth('html');
      const sum = itemsOf(truth).reduce((all, { points }) => all + points, 0);
      expect(sum, String(seed)).toBe(truth.fullScore ?? 0);
    }
  });

  it('finds nothing in what a clerk would write down', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const truth = generate(seed).truth('html');
      const verdict = judge(truth, truth.refused ? undefined : byHand(truth));
      expect(Object.values(verdict).flat(), String(seed)).toEqual([]);
    }
  });

  it('writes files that hold each cell where it stands', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'biaobing-tables-'));
    for (const seed of seeds) {
      const { sheet } = generate(seed);
      for (const format of ['html', 'docx', 'xlsx', 'csv'] as const) {
        const path = join(folder, `table.${format}`);
        await writeFile(path, await write(sheet, format));
        const reply = await answerRequest({ kind: 'file', path });
        if (!reply.ok) throw new Error(`${seed}.${format}: ${reply.failure.message}`);
        if (!('tables' in reply)) throw new Error('no tables');
        const isOne = format === 'xlsx' || format === 'csv';
        // There the paragraphs are rows.
        const above = isOne ? sheet.before.length : 0;
        const wanted = (isOne ? [sheet] : tablesOf(sheet)).map((each) => placed(each).map(wordsAt(0)));
        const read = reply.tables.map(({ cells }) =>
          cells
            .filter(({ row }) => row >= above && (!isOne || row < above + sheet.rows.length))
            .map(wordsAt(above)),
        );
        expect(read.map(filled), `${seed}.${format}`).toEqual(wanted.map(filled));
      }
    }
    await rm(folder, { recursive: true });
  });
});

/** Blanks are the readers' own business. */
const wordsAt =
  (above: number) =>
  ({ row, column, text }: { row: number; column: number; text: string }): string =>
    text.trim() === '' ? '' : `${row - above}:${column} ${text.replace(/\s+/g, '')}`;

const filled = (cells: readonly string[]): string[] => cells.filter((text) => text !== '');
