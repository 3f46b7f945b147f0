import { describe, expect, it } from 'vitest';
import { proposeReading } from '../../../../shared/registers/import/reading.ts';
import { hiddenIn, yearsOfTitle } from '../../../../shared/registers/import/title.ts';
import { columnsOf, type RegisterName } from '../../../../shared/registers/kinds.ts';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';

function tableOf(name: string, rows: readonly (readonly string[])[]): SourceTable {
  const cells = rows.flatMap((line, row) =>
    line.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
  );
  return { id: '1', name, rows: rows.length, columns: 3, cells };
}

const HEAD = ['日期', '行政相对人', '事项'];

describe('the years that a table says it is of', () => {
  it.each<[string, string, string, readonly number[]]>([
    ['2025年度行政指导台账', 'Sheet1', '3月5日', [2025]],
    ['行政指导台账（2025）', 'Sheet1', '3月5日', [2025]],
    ['二〇二五年行政指导台账', 'Sheet1', '三月五日', [2025]],
    ['行政指导台账（2025年第三季度）', 'Sheet1', '7.5', [2025]],
    ['2025年3月行政指导台账', 'Sheet1', '5.3', [2025]],
    ['2024—2025年度台账', 'Sheet1', '3.5', [2025]],
    ['2024年、2025年台账', 'Sheet1', '3.5', [2024, 2025]],
    ['行政指导台账', '2025', '3.5', [2025]],
    ['行政指导台账', 'Sheet1：2025年台账', '3.5', [2025]],
    ['按2025年要点制定的2026年台账', 'Sheet1', '3.5', [2025, 2026]],
    // Nothing hangs on it.
    ['2025年度行政指导台账', 'Sheet1', '2025年3月5日', []],
    ['2025年度行政指导台账', 'Sheet1', '', []],
    ['2026年度行政指导台账', 'Sheet1', '3月5日', []],
    // Not what the table is of.
    ['填报日期：2025年12月31日', 'Sheet1', '3月5日', []],
    ['按〔2025〕3号填报', 'Sheet1', '3月5日', []],
    ['按（2025）3号填报', 'Sheet1', '3月5日', []],
    ['报送 2025.12.31', 'Sheet1', '3月5日', []],
  ])('%s, %s, with the day %s', (title, name, day, years) => {
    const table = tableOf(name, [[title], HEAD, [day, '某店', '油烟']]);
    const reading = proposeReading(table, 'guidance');
    const how = { names: [name], reading, columns: columnsOf('guidance'), year: 2026 };
    expect(yearsOfTitle(table, how)).toEqual(years);
  });

  it.each<[string, readonly number[]]>([
    ['12月5日前', [2025]],
    ['2026年12月5日前', []],
    ['全年', []],
  ])('are those of a limit as well: %s', (limit, years) => {
    const name: RegisterName = 'tasks';
    const table = tableOf('2025年任务分解', [
      ['事项', '材料', '完成时限'],
      ['方案', '文件', limit],
    ]);
    const how = { names: [table.name], reading: proposeReading(table, name), columns: columnsOf(name) };
    expect(yearsOfTitle(table, { ...how, year: 2026 })).toEqual(years);
  });
});

it.each([
  ['台账', ''],
  ['台账（一）', ''],
  ['台账（含隐藏的第 8、9 行）', '含隐藏的第 8、9 行'],
  ['台账（隐藏的工作表；含隐藏的 2 列；第 5000 行以后没有读取）', '隐藏的工作表、含隐藏的 2 列'],
])('what is hidden in a table is said of it: %s', (name, hidden) => {
  expect(hiddenIn({ name })).toBe(hidden);
});
