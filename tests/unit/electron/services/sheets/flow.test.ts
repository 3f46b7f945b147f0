import { describe, expect, it } from 'vitest';
import { newWorkbook } from '../../../../../electron/services/sheets/deterministic.ts';
import { type FlowCell, putFlowing } from '../../../../../electron/services/sheets/flow.ts';
import { Pages } from '../../../../../electron/services/sheets/pages.ts';
import { STYLES } from '../../../../../electron/services/sheets/styles.ts';

/** Writes one row of `lines` lines after `taken` points of a page of 500, and answers what stands where. */
function flow(taken: number, lines: number) {
  const sheet = newWorkbook('2026-11-20').addWorksheet('表');
  const pages = new Pages({ first: 500, later: 500 });
  if (taken > 0) pages.take(taken);
  const text = Array.from({ length: lines }, (_, index) => `第${index + 1}行`).join('\n');
  const cells: FlowCell[] = [
    { columns: [1, 1], width: 10, value: '1.1', style: STYLES.centre, again: '1.1（续）' },
    { columns: [2, 3], width: 40, value: text, style: STYLES.text },
    { columns: [4, 4], width: 10, value: 5, style: STYLES.points },
  ];
  const next = putFlowing(sheet, pages, 2, cells);
  const rows = Array.from({ length: next - 2 }, (_, index) => index + 2);
  const at = (column: number) =>
    rows.map((row) => sheet.getCell(row, column).value as string | number | null);
  return {
    breaks: pages.breaks,
    codes: at(1),
    points: at(4),
    text: at(2).join('\n'),
    whole: text,
    sheet,
    rows,
  };
}

describe('a row that may go on', () => {
  it.each([
    ['fits the page', 0, 5, ['1.1'], []],
    ['goes to the next page where little of this one stays empty', 420, 10, ['1.1'], [1]],
    ['is divided where much would', 300, 20, ['1.1', '1.1（续）'], [2]],
    ['is divided where no row is as high', 0, 36, ['1.1', '1.1（续）'], []],
    ['is divided as often as it takes', 300, 80, ['1.1', '1.1（续）', '1.1（续）', '1.1（续）'], [2, 4]],
  ] as const)('%s', (_, taken, lines, codes, breaks) => {
    const done = flow(taken, lines);
    expect(done.codes).toEqual(codes);
    expect(done.breaks).toEqual(breaks);
    expect(done.text).toBe(done.whole);
    // A number stands once.
    expect(done.points).toEqual(codes.map((__, index) => (index === 0 ? 5 : null)));
    for (const row of done.rows) expect(done.sheet.getRow(row).height).toBeLessThanOrEqual(409);
  });
});
