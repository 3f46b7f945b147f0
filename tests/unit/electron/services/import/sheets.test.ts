import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { readSourceTables } from '../../../../../electron/services/import/read-source.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { fixture, grid, readHere, spans } from './reader.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-sheets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Parts {
  /** What stands in sheetData, and behind it. */
  readonly data: string;
  readonly behind?: string;
  readonly strings?: string;
  /** Formats of cells: s="1" is the first. */
  readonly formats?: readonly string[];
  /** Its days are counted from 1904. */
  readonly from1904?: true;
}

/** The one sheet of an .xlsx as Excel or WPS write it. */
async function read({
  data,
  behind = '',
  strings = '',
  formats = [],
  from1904,
}: Parts): Promise<SourceTable> {
  const part = (name: string) => `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}`;
  const code = (format: string) => format.replaceAll('"', '&quot;');
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels"
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
      ${part('workbook')}.sheet.main+xml"/>${part('worksheets/sheet1')}.worksheet+xml"/>${part('sharedStrings')}.sharedStrings+xml"/>
      ${part('styles')}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">
      <Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="r2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>
      <Relationship Id="r3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${from1904 ? '<workbookPr date1904="1"/>' : ''}<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${behind}</worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats
      .map((format, at) => `<numFmt numFmtId="${at + 200}" formatCode="${code(format)}"/>`)
      .join('')}</numFmts><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${formats
      .map((_, at) => `<xf numFmtId="${at + 200}" applyNumberFormat="1"/>`)
      .join('')}</cellXfs></styleSheet>`,
  };
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), name);
  zip.end();
  const path = join(folder, 'a.xlsx');
  await writeFile(path, await buffer(zip.outputStream));
  const [table] = await readSourceTables(path, { spawnReader: readHere });
  return table!;
}

const text = (ref: string, words: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${words}</t></is></c>`;

describe('cells of a sheet', () => {
  it('hold their text once: runs, raised characters, readings of Japanese and Chinese', async () => {
    const table = await read({
      strings: `<si><r><rPr><b/></rPr><t>一、</t></r><r><rPr><vertAlign val="superscript"/></rPr><t xml:space="preserve">制度 ①</t></r></si>
        <si><t>服务</t><rPh sb="0" eb="2"><t>ふくむ</t></rPh><phoneticPr fontId="1"/></si>
        <si><r><t>甲</t></r><rPh sb="0" eb="1"><t>コウ</t></rPh><r><t>乙&lt;5</t></r></si>`,
      data: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
        <c r="D1" t="inlineStr"><is><r><t>丙</t></r><r><t>丁</t></r><rPh sb="0" eb="1"><t>ヘイ</t></rPh></is></c></row>`,
    });
    expect(grid(table)).toStrictEqual([['一、制度 ①', '服务', '甲乙<5', '丙丁']]);
  });

  it('have raised digits as such, and say what is struck through', async () => {
    const font = (more: string, words: string) => `<r><rPr><sz val="11"/>${more}</rPr><t>${words}</t></r>`;
    const table = await read({
      strings: `<si>${font('', '10')}${font('<vertAlign val="superscript"/>', '3')}</si>
        <si>${font('<strike/>', '扣3分')}${font('<strike val="0"/>', '扣5分')}</si>`,
      data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
    });
    expect(grid(table)).toStrictEqual([['10³', '扣3分扣5分']]);
    expect(table.doubts).toStrictEqual([
      { row: 0, column: 1, text: '“扣3分”在原文件里带删除线，这里照读了；已作废的请删去' },
    ]);
  });

  const font = (more: string, words: string) => `<r><rPr>${more}</rPr><t>${words}</t></r>`;
  const RAISED = `<r><t>扣2</t></r>${font('<vertAlign val="superscript"/>', '1')}<r><t>分&lt;5\n次</t></r>`;
  const STRUCK = `${font('<b/><strike/>', '扣3分')}${font('<b/>', '扣5分')}`;
  const TOLD = '“扣3分”在原文件里带删除线，这里照读了；已作废的请删去';
  it.each([
    ['both', [RAISED, STRUCK], ['扣2¹分<5\n次', '扣3分扣5分'], [{ row: 0, column: 1, text: TOLD }]],
    ['raised digits alone', [RAISED], ['扣2¹分<5\n次'], undefined],
    ['struck words alone', [STRUCK], ['扣3分扣5分'], [{ row: 0, column: 0, text: TOLD }]],
  ])('have the same where the text stands in the cell itself: %s', async (_, cells, words, doubts) => {
    const inline = cells.map((runs, at) => `<c r="${'AB'[at]!}1" t="inlineStr"><is>${runs}</is></c>`);
    const plain = text(`${'ABC'[cells.length]!}1`, '甲&lt;s&gt;');
    const table = await read({ data: `<row r="1">${inline.join('')}${plain}</row>` });
    expect(grid(table)).toStrictEqual([[...words, '甲<s>']]);
    expect(table.doubts).toStrictEqual(doubts);
  });

  it('hold nothing that was not computed, but a formula without result itself; no picture', async () => {
    const table = await read({
      data: `<row r="1">${text('A1', '内容')}${text('B1', '分值')}${text('C1', '图')}${text('D1', '尾')}</row>
        <row r="2"><c r="A2" t="str"><f>B1&amp;"a"</f><v>算出</v></c><c r="B2"><f>SUM(B3:B4)</f></c>
        <c r="C2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c><c r="D2"><f>1-1</f><v>0</v></c></row>
        <row r="3"><c r="A3" t="str"><f>IF(1,"")</f><v></v></c><c r="B3" t="e"><v>#REF!</v></c><c r="C3" t="b"><v>1</v></c><c r="D3"/></row>`,
    });
    expect(grid(table)).toStrictEqual([
      ['内容', '分值', '图', '尾'],
      ['算出', '=SUM(B3:B4)', '', '0'],
      ['', '#REF!', 'TRUE', ''],
    ]);
  });

  it('are shown though merged ranges overlap, lie outside or are turned round', async () => {
    const rows = [1, 2, 3].map(
      (row) =>
        `<row r="${row}">${['A', 'B', 'C'].map((c) => text(`${c}${row}`, c + String(row))).join('')}</row>`,
    );
    const table = await read({
      data: rows.join(''),
      behind: `<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A2:B3"/><mergeCell ref="C2:C90000"/>
        <mergeCell ref="X200:Z300"/><mergeCell ref="B1"/></mergeCells>`,
    });
    expect(grid(table)).toStrictEqual([
      ['A1', 'B1', 'C1'],
      ['', 'B2', 'C2'],
      ['A3', 'B3', ''],
    ]);
    expect(spans(table)).toStrictEqual(['0,0 2×1', '1,2 2×1']);
  });

  it('show a number as its format does, so that 1.10 is not 1.1', async () => {
    const formats = ['0.00', 'm"月"d"日"', 'yyyy/m/d', '0.0"分"', '@', '000', '[$-804]m"月"d"日";@'];
    const values = [1.1, 45_301, 45_301, 2, 1.1, 7, 45_301];
    const table = await read({
      formats,
      data: `<row r="1">${values.map((value, at) => `<c r="${'ABCDEFG'[at]!}1" s="${at + 1}"><v>${value}</v></c>`).join('')}</row>`,
    });
    expect(grid(table)).toStrictEqual([['1.10', '1月10日', '2024/1/10', '2.0分', '1.1', '007', '1月10日']]);
  });
});

describe('the day of a cell', () => {
  it.each<[format: string, value: number, day: string | undefined]>([
    ['m"月"d"日"', 45_966, '2025-11-05'],
    ['yyyy"年"m"月"', 46_090, '2026-03-09'],
    ['yyyy"年"m"月";@', 46_090.75, '2026-03-09'],
    ['[$-804]yyyy"年"m"月"d"日"', 46_090, '2026-03-09'],
    ['mm/dd/yyyy', 46_093, '2026-03-12'],
    ['d/m/yy', 46_093, '2026-03-12'],
    ['m/d/yy h:mm', 46_093.5, '2026-03-12'],
    ['yyyy/m/d h:mm:ss', 46_093.999, '2026-03-12'],
    ['h:mm', 46_093.5, undefined],
    ['[h]:mm', 46_093.5, undefined],
    ['mm:ss', 46_093.5, undefined],
    ['m"月"d"日"', 3.5, undefined],
    ['0.00', 46_093, undefined],
    ['0"日"', 46_093, undefined],
  ])('is that of its number, whatever its format shows of it: %s', async (format, value, day) => {
    const table = await read({
      data: `<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`,
      formats: [format],
    });
    expect(table.cells.map((cell) => cell.day)).toEqual([day]);
  });

  it('is counted from 1904 where the file says so', async () => {
    const data = '<row r="1"><c r="A1" s="1"><v>44628</v></c></row>';
    const table = await read({ data, formats: ['m"月"d"日"'], from1904: true });
    expect(table.cells.map((cell) => cell.day)).toEqual(['2026-03-09']);
  });
});

it('a text of an .xls whose record ends before its length is not read on past the end', async () => {
  const bytes = await readFile(fixture('merged.xls'));
  // In the place of a row: a text without a length (BIFF2 STRING), and what is left of the place as widths of columns.
  const row = bytes.indexOf(Buffer.from('08021000', 'hex'));
  const empty = Buffer.from(`07000000${'7d000c00'}${'00'.repeat(12)}`, 'hex');
  const path = join(folder, 'cut.xls');
  await writeFile(path, Buffer.concat([bytes.subarray(0, row), empty, bytes.subarray(row + empty.length)]));
  const before = process.resourceUsage().maxRSS;
  const reading = readSourceTables(path, { spawnReader: readHere });
  await expect(reading).rejects.toMatchObject({ failure: { code: 'import-damaged' } });
  // Kilobytes: it took 2,500,000 of them.
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(300_000);
});
