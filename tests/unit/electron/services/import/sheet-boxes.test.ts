import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { readSourceTables } from '../../../../../electron/services/import/read-source.ts';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { docx, p, tbl } from './docx.ts';
import { readHere } from './reader.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-boxes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

interface Sheet {
  /** From the row of Excel that it begins in. */
  readonly rows: readonly (readonly string[])[];
  readonly drawing?: string;
  readonly behind?: string;
}

const SCORED = [
  ['序号', '考核项目', '评分标准', '分值'],
  ['1', '组织领导', '未成立机构的扣5分', '50'],
  ['2', '培训', '每缺一次扣2分', '50'],
];
const FIRST = 3;

/** A workbook whose parts are numbered from the last sheet to the first; its tables begin in row 3. */
async function read(sheets: readonly Sheet[], more: Record<string, string> = {}): Promise<SourceTable[]> {
  const of = (at: number) => sheets.length - at;
  const relations = (each: readonly string[]) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${of(at)}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relations([relation('r1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_, at) =>
        relation(
          `r${at}`,
          'worksheet',
          at === 0 ? `/xl/worksheets/sheet${of(at)}.xml` : `worksheets/sheet${of(at)}.xml`,
        ),
      ),
    ),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((_, at) => `<sheet name="第${at + 1}张" sheetId="${at + 1}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
    ...more,
  };
  sheets.forEach(({ rows, drawing, behind = '' }, at) => {
    const cells = (texts: readonly string[], row: number) =>
      texts.map((text, i) => `<c r="${'ABCD'[i]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`).join('');
    const data = rows.map((texts, i) => `<row r="${i + FIRST}">${cells(texts, i + FIRST)}</row>`).join('');
    parts[`xl/worksheets/sheet${of(at)}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${behind}</worksheet>`;
    if (drawing === undefined) return;
    parts[`xl/worksheets/_rels/sheet${of(at)}.xml.rels`] = relations([
      relation('r1', 'drawing', `../drawings/drawing${of(at)}.xml`),
    ]);
    parts[`xl/drawings/drawing${of(at)}.xml`] = drawing;
  });
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const path = join(folder, 'a.xlsx');
  await writeFile(path, await buffer(zip.outputStream));
  return readSourceTables(path, { spawnReader: readHere });
}

const para = (text: string, properties = '') => `<a:p>${properties}<a:r><a:t>${text}</a:t></a:r></a:p>`;
const shape = (...paragraphs: readonly string[]) =>
  `<xdr:sp><xdr:txBody><a:bodyPr/>${paragraphs.join('')}</xdr:txBody></xdr:sp>`;
/** At a row as Excel counts it. */
const anchored = (row: number, content: string) =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>${row - 1}</xdr:row></xdr:from><xdr:to><xdr:row>${row + 3}</xdr:row></xdr:to>${content}</xdr:twoCellAnchor>`;
const drawn = (...anchors: readonly string[]) =>
  `<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="a" xmlns:mc="mc">${anchors.join('')}</xdr:wsDr>`;

const VETOES = shape(
  para('有下列情形之一的，一票否决：'),
  para('1.弄虚作假的；'),
  para('2.发生重大事故的。'),
);
const NO_PART = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`;
const HIDDEN = '<xdr:nvSpPr><xdr:cNvPr id="2" name="框" hidden="1"/></xdr:nvSpPr>';
const told = ({ doubts = [] }: SourceTable) => doubts.map(({ row, text }) => `${row} ${text.slice(0, 12)}`);
const vetoesOf = (table: SourceTable) =>
  allNodes(readTables([{ table, map: guessColumns(table) }]).nodes).flatMap(({ kind, title }) =>
    kind === 'veto' ? [title] : [],
  );

describe('text boxes of a sheet', () => {
  it.each([
    ['above', 1, 'before', []],
    ['below', 9, 'after', []],
    ['beside its rows', 4, 'after', ['3 表格中间的文本框“有下列']],
  ] as const)('are paragraphs where they stand: %s', async (_, row, side, doubts) => {
    const [table] = await read([{ rows: SCORED, drawing: drawn(anchored(row, VETOES)) }]);
    expect(table?.[side]).toEqual(['有下列情形之一的，一票否决：', '1.弄虚作假的；', '2.发生重大事故的。']);
    expect(vetoesOf(table!)).toEqual(['弄虚作假的', '发生重大事故的']);
    expect(told(table!)).toEqual(doubts);
  });

  it('are read in groups, once in two forms, with their own numbers and without prefixes', async () => {
    const list = '<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>';
    const both = `<mc:AlternateContent><mc:Choice>${shape(para('甲'))}</mc:Choice><mc:Fallback>${shape(para('甲'))}</mc:Fallback></mc:AlternateContent>`;
    const drawing = drawn(
      anchored(
        12,
        `<xdr:grpSp>${shape(para('说明'), para('甲的', list), para('乙的', list), '<a:p/>')}</xdr:grpSp>`,
      ),
      anchored(9, both),
    );
    const wanted = ['甲', '说明', '1.甲的', '2.乙的'];
    const [table] = await read([{ rows: SCORED, drawing }]);
    expect(table?.after).toEqual(wanted);
    const bare = drawing.replace(/(?<=<\/?)(?:xdr|a):/g, '').replace('<wsDr ', `<wsDr xmlns="${DRAWING}" `);
    expect((await read([{ rows: SCORED, drawing: bare }]))[0]?.after).toEqual(wanted);
  });

  it('stand with their own sheet, which keeps its name', async () => {
    const tables = await read([
      { rows: SCORED },
      { rows: SCORED, drawing: drawn(anchored(1, shape(para('二、说明')))) },
    ]);
    expect(tables.map(({ name, before, after }) => [name, before, after])).toEqual([
      ['第1张', undefined, undefined],
      ['第2张', ['二、说明'], undefined],
    ]);
  });

  it.each([
    [
      'a sheet with nothing else',
      {},
      { rows: [], drawing: drawn(anchored(1, VETOES)) },
      '-1 工作表“第2张”里只有文',
    ],
    ['no XML', {}, { rows: SCORED, drawing: `<xdr:wsDr>${VETOES}` }, '-1 这份文件里有文本框没有读'],
    ['no part', { 'xl/worksheets/_rels/sheet1.xml.rels': NO_PART }, undefined, '-1 这份文件里有文本框没有读'],
    ['of no sheet', { 'xl/drawings/drawing9.xml': drawn(VETOES) }, undefined, '-1 这份文件里有文本框没有读'],
    [
      'too many',
      {},
      {
        rows: SCORED,
        drawing: drawn(anchored(9, shape(para('甲').repeat(401)))),
      },
      '-1 这份文件里有文本框没有读',
    ],
    [
      'too much',
      {},
      { rows: SCORED, drawing: drawn(anchored(9, shape(para('甲'.repeat(100_001))))) },
      '-1 这份文件里有文本框没有读',
    ],
    [
      'too many bytes',
      {},
      { rows: SCORED, drawing: drawn(anchored(9, shape(para('甲')))) + ' '.repeat(8 * 2 ** 20) },
      '-1 这份文件里有文本框没有读',
    ],
    [
      'not told without text',
      { 'xl/drawings/drawing9.xml': drawn(`<xdr:absoluteAnchor><xdr:sp/></xdr:absoluteAnchor>`) },
      undefined,
      '',
    ],
  ] as const)('are told where they are not read: %s', async (_, more, other, wanted) => {
    const [first] = await read([{ rows: SCORED }, ...(other ? [other] : [])], more);
    expect(told(first!)).toEqual(wanted === '' ? [] : [wanted]);
  });

  it.each([
    ['itself', (box: string) => box.replace('<xdr:txBody>', `${HIDDEN}<xdr:txBody>`)],
    [
      'in a group',
      (box: string) => `<xdr:grpSp>${HIDDEN.replaceAll('nvSpPr', 'nvGrpSpPr')}${box}</xdr:grpSp>`,
    ],
  ])('hidden are told, and none after them: %s', async (_, hide) => {
    const drawing = drawn(anchored(9, hide(shape(para('甲说明')))), anchored(12, shape(para('乙说明'))));
    const [table] = await read([{ rows: SCORED, drawing }]);
    expect([table?.after, told(table!)]).toEqual([['甲说明', '乙说明'], ['-1 文本框“甲说明”在原文件']]);
  });

  it('at no cell stand below, and are told', async () => {
    const drawing = drawn(`<xdr:absoluteAnchor><xdr:pos/>${VETOES}</xdr:absoluteAnchor>`);
    const [table] = await read([{ rows: SCORED, drawing }]);
    expect(vetoesOf(table!)).toEqual(['弄虚作假的', '发生重大事故的']);
    expect(told(table!)).toEqual(['-1 表格中间的文本框“有下列']);
  });
});

describe('headers and footers', () => {
  it.each([
    ['&amp;C带★的为否决项', ['-1 页眉或页脚写有“带★的为']],
    ['&amp;L&amp;&quot;宋体,常规&quot;&amp;12满分120分', ['-1 页眉或页脚写有“满分12']],
    ['&amp;C第 &amp;P 页，共 &amp;N 页', []],
    ['&amp;R&amp;A', []],
  ])('of a sheet are told where they say more than a page: %s', async (text, wanted) => {
    const behind = `<pageMargins left="1"/><headerFooter><oddHeader>${text}</oddHeader></headerFooter>`;
    const [table] = await read([{ rows: SCORED, behind }]);
    expect(told(table!)).toEqual(wanted);
  });

  it('of a Word document are told', async () => {
    const header = '<w:p><w:r><w:instrText>PAGE 页</w:instrText><w:t>满分120分</w:t></w:r></w:p>';
    const path = join(folder, 'a.docx');
    await writeFile(path, await docx({ body: tbl([[p('分值')], [p('5')]]), header }));
    const [table] = await readSourceTables(path, { spawnReader: readHere });
    expect(told(table!)).toEqual(['-1 页眉或页脚写有“满分12']);
  });
});
