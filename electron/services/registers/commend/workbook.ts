import type { Workbook } from '@cj-tech-master/excelts';
import {
  PERSON_COLUMNS,
  personRows,
  tableHead,
  UNIT_COLUMNS,
  unitRows,
} from '../../../../shared/registers/commend/table.ts';
import type { Year } from '../../../../shared/registers/year/schema.ts';
import { newWorkbook, toBytes } from '../../sheets/deterministic.ts';
import { addPage, type Page } from '../../sheets/sheet.ts';
import { STYLES } from '../../sheets/styles.ts';
import { Table, titled } from '../../sheets/table.ts';

type Row = Readonly<Record<string, string>>;

interface Sheet {
  readonly name: string;
  readonly orientation: Page['orientation'];
  /** By the heading, in spreadsheet units. */
  readonly widths: readonly number[];
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Room to write by hand. */
const ROOM = '　'.repeat(8);

/** Both tables of 推荐对象汇总表 as .xlsx, each on a sheet of its own. `today`: ISO 8601. */
export function buildCommended(
  year: Year,
  { withContact, today }: { withContact: boolean; today: string },
): Promise<Uint8Array> {
  const workbook = newWorkbook(today);
  const { title, from, contact, phone } = tableHead(year, withContact);
  const line = `推荐单位：${from || ROOM}（印章）　　　　联系人：${contact || ROOM}　　电话：${phone || ROOM}`;
  const sheets: readonly Sheet[] = [
    {
      ...{ name: '单位', orientation: 'portrait', widths: [8, 64, 32] },
      ...{ columns: UNIT_COLUMNS, rows: unitRows(year) },
    },
    {
      ...{ name: '个人', orientation: 'landscape', widths: [8, 12, 38, 22, 18, 18, 24] },
      ...{ columns: PERSON_COLUMNS, rows: personRows(year) },
    },
  ];
  for (const sheet of sheets) addSheet(workbook, sheet, { title, line });
  return toBytes(workbook, today);
}

function addSheet(
  workbook: Workbook,
  { name, orientation, widths, columns, rows }: Sheet,
  { title, line }: { readonly title: string; readonly line: string },
): void {
  const table = new Table<Row>(
    {
      ...{ name, orientation, above: titled(title, line) },
      columns: columns.map((each, at) => ({
        ...{ title: each, width: widths[at] ?? 12 },
        cell: (row) => [row[each] ?? '', STYLES.centre] as const,
      })),
    },
    (page) => addPage(workbook, page, { header: '', footer: '&C&9第 &P 页 共 &N 页' }),
  );
  // One empty row where there is none: the table is to be seen as one.
  table.put(rows.length > 0 ? rows : [{}]);
  table.end();
}
