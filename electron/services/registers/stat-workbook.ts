import { type CountedLine, countTable, tableTitle } from '../../../shared/registers/stat-table.ts';
import type { Year } from '../../../shared/registers/year/schema.ts';
import type { StatTable } from '../../../shared/registers/year/tables.ts';
import { newWorkbook, toBytes } from '../sheets/deterministic.ts';
import { STYLES } from '../sheets/styles.ts';
import { numbered, Table, titled } from '../sheets/table.ts';
import { addReferencePage } from './reference-page.ts';

/** A 统计表 of the office as .xlsx, counted now. `today`: ISO 8601. */
export function buildStatTable(year: Year, table: StatTable, today: string): Promise<Uint8Array> {
  const { lines, rule, problem } = countTable(year, table);
  const title = tableTitle(table);
  const period = problem === '' ? `${table.from} 至 ${table.to}` : problem;
  const workbook = newWorkbook(today);
  const sheet = new Table<CountedLine>(
    {
      ...{ name: '统计表', orientation: 'portrait' },
      columns: [
        numbered(6),
        { title: '指标', width: 30, cell: ({ line }) => [line.label, STYLES.text] },
        { title: '数量', width: 12, cell: ({ number }) => numberCell(number) },
        { title: '统计方法', width: 36, cell: (line) => [howWords(line), STYLES.text] },
      ],
      above: titled(title, `单位：${year.unit}　　统计期间：${period}　　制表日期：${today}`),
    },
    (page) => addReferencePage(workbook, page, { about: title, today }),
  );
  sheet.put(lines);
  if (lines.length === 0) sheet.say('还没有录入指标。', STYLES.subtitle);
  sheet.say(`表式由本单位录入。${rule}`, STYLES.subtitle);
  sheet.end();
  return toBytes(workbook, today);
}

function numberCell(number: string) {
  const isNumber = /^\d{1,9}$/u.test(number);
  return isNumber ? ([Number(number), STYLES.count] as const) : ([number, STYLES.centre] as const);
}

function howWords({ how, note }: CountedLine): string {
  return note === '' ? how : `${how}（${note}）`;
}
