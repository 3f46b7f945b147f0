import { getEventListeners } from 'node:events';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proposeImport } from '../../../../../shared/tables/import/proposal.ts';
import { type BookType, utils, write, type WorkSheet } from 'xlsx';
import {
  readHtmlTables,
  readPastedText,
  readSourceTables,
} from '../../../../../electron/services/import/read-source.ts';
import { failureOf, fixture, grid, readHere, spans } from './reader.ts';

const HERE = { spawnReader: readHere };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-import-'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function book(
  sheets: Record<string, WorkSheet>,
  bookType: BookType = 'xlsx',
  hidden: string[] = [],
): Uint8Array {
  const workbook = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(workbook, sheet, name);
  workbook.Workbook = {
    Sheets: workbook.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })),
  };
  return write(workbook, { type: 'buffer', bookType, cellStyles: true }) as Uint8Array;
}

const HEAD = ['一级指标', '二级指标', '分 值', '评分标准', '考核办法'];
const BODY = [
  HEAD,
  [
    '一、制度建设（40分）',
    '窗口管理制度',
    '20',
    '有制度并上墙得20分；\n缺一项扣0.5分，扣完为止。',
    '查阅资料',
  ],
  ['', '首问负责制', '20', '每发现一次推诿扣2分，扣完为止。', '实地查看'],
  ['', '小计', '40', '', ''],
  ['二、服务质量（60分）', '按时办结', '40', '按办结比例得分。', '查阅资料'],
  ['', '群众评议', '20', '优秀得20分，良好得12分，一般得5分。', ''],
  ['', '小计', '60', '', ''],
  ['合计', '', '100', '', ''],
];

it('says of any table what an import says of a scoring table, in words of its own', async () => {
  const csv = (lines: number) => Array.from({ length: lines }, (_, at) => `${at},甲,乙`).join('\n');
  const cases: [name: string, content: string | Uint8Array][] = [
    ['empty.xlsx', ''],
    ['words.txt', '没有表格的一段话。'],
    ['long.csv', csv(20_010)],
    ['rows.xlsx', book({ 表: utils.aoa_to_sheet(Array.from({ length: 10_010 }, () => ['甲', '乙'])) })],
    ['picture.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['other.bin', Buffer.from([0, 1, 2, 3, 0xff, 0xfe, 0, 0])],
  ];
  const told: string[] = [];
  for (const [name, content] of cases) {
    const { code, message, effect, remedy } = await failureOf(
      readSourceTables(await file(name, content), HERE),
    );
    expect([name, `${message}${effect}${remedy}`]).not.toEqual([
      name,
      expect.stringMatching(/评分|粘贴表格/),
    ]);
    told.push(`${name} ${code} ${message}${remedy}`);
  }
  expect(told).toMatchInlineSnapshot(`
    [
      "empty.xlsx import-empty 这份文件是空的（0 字节）。请确认选的是存有表格的那份文件，并且已经保存。",
      "words.txt import-no-table 没有找到表格：文字没有用逗号或制表符分成几列。请确认文件里有表格，表头在内容上面；图片形式的表格不能读取。",
      "long.csv import-too-many-rows 这份文件超过 20000 行，一次读不了。请把要导入的表格单独另存为一个文件，或者分成几个文件后再试。",
      "rows.xlsx import-too-many-rows “表”超过 10000 行或 300000 个有内容的单元格，一次读不了。请把要导入的表格单独另存为一个文件，或者分成几个文件后再试。",
      "picture.png import-other-kind 这份文件是图片，不是表格，也不是 Word 文档。图片里的表格不能读取，请找有文字的那一份（Word 或 Excel）。",
      "other.bin import-other-kind 认不出这份文件的文字编码，它可能不是表格文件。请用能打开它的程序把表格另存为 .xlsx 或 .docx，再试。",
    ]
  `);
});

describe('one merged table in every format', () => {
  // A page's title and remark are rows of a sheet, and beside the table in a document.
  it.each([
    ['merged.html', 0],
    ['merged-gb2312.html', 0],
    ['merged.docx', 0],
    ['merged.xlsx', 1],
    ['merged.xls', 1],
    ['merged.ods', 1],
  ])('%s', async (name, above) => {
    const tables = await readSourceTables(fixture(name), HERE);
    expect(tables).toHaveLength(1);
    const [table] = tables;
    expect(table!.name).toMatch(/^(表1|Sheet1)：山水县窗口服务考核细则$/);
    expect(grid(table!).slice(above, above + 8)).toStrictEqual(BODY);
    expect(spans(table!).filter((span) => !span.startsWith('0,'))).toStrictEqual(
      ['1,0 3×1', '4,0 3×1', '4,4 2×1', '7,0 1×2'].map((span) =>
        span.replace(/^\d/, (row) => String(Number(row) + above)),
      ),
    );
  });

  it('goes by content where the ending lies: a page named .xls, a workbook named .csv, WPS .et', async () => {
    for (const [source, name] of [
      ['merged.html', 'page.xls'],
      ['merged-gb2312.html', 'page-gb.xls'],
      ['merged.xlsx', 'book.csv'],
      ['merged.xls', 'book.et'],
      ['merged.docx', 'document.doc'],
    ] as const) {
      await copyFile(fixture(source), join(folder, name));
      const [table] = await readSourceTables(join(folder, name), HERE);
      expect(table!.cells.map(({ text }) => text)).toContain('按办结比例得分。');
    }
  });
});

describe('text files', () => {
  const rows = [
    ['序号', '考核内容', '分值', '评分标准', '备注'],
    ['1-1', '安排有部署', '0.4', '有部署得0.4分，\n没有不得分', ''],
    ['1-2', '台账“全”', '2.5', '每缺一份扣0.5分', '3/4'],
    ['2-1', '=SUM(A1)是文字', '10', '每迟报一次扣1分，扣完为止', 'ID'],
  ];
  it.each(['plain.csv', 'plain-bom.csv', 'plain-gb18030.csv', 'plain-utf16.csv'])(
    '%s: "1-1" is no date, "=" no formula',
    async (name) => {
      const [table] = await readSourceTables(fixture(name), HERE);
      expect(grid(table!)).toStrictEqual(rows);
    },
  );

  it('separated by tabs or semicolons; a text that begins with ID is no SYLK file', async () => {
    for (const delimiter of ['\t', ';']) {
      const text = [
        ['ID', '内容', '分值'],
        ['1', '甲,乙', '5'],
      ];
      const path = await file('id.txt', text.map((row) => row.join(delimiter)).join('\r\n'));
      expect(grid((await readSourceTables(path, HERE))[0]!)).toStrictEqual(text);
    }
  });

  it('keeps the rows behind a quotation mark that never ends', async () => {
    const path = await file('open.csv', '内容,分值\n"甲,1\n乙,2\n');
    expect(grid((await readSourceTables(path, HERE))[0]!)).toStrictEqual([
      ['内容', '分值'],
      ['"甲', '1'],
      ['乙', '2'],
    ]);
  });

  it('pasted: cells with line breaks in quotation marks, as spreadsheets copy them', async () => {
    const [table] = await readPastedText('内容\t分值\n"甲\n乙"\t3\n', HERE);
    expect(grid(table!)).toStrictEqual([
      ['内容', '分值'],
      ['甲\n乙', '3'],
    ]);
  });
});

describe('spreadsheets', () => {
  it('shows numbers as the sheet does, but never less than the score that is counted', async () => {
    const numbers: [value: number, format: string, shown: string][] = [
      [0.4, '0', '0.4'],
      [5, '0.00', '5.00'],
      [2.5, '0"分"', '2.5'],
      [3, '0"分"', '3分'],
      [0.3, '0%', '30%'],
      [0.1 + 0.2, 'General', '0.3'],
      [1000, '#,##0', '1,000'],
      [45_992, 'yyyy"年"m"月"d"日"', '2025年12月1日'],
    ];
    const sheet = utils.aoa_to_sheet([['分值'], ...numbers.map(([v]) => [v])]);
    numbers.forEach(([, z], index) => {
      sheet[`A${index + 2}`].z = z;
    });
    const [table] = await readSourceTables(await file('numbers.xlsx', book({ 表: sheet })), HERE);
    expect(grid(table!).slice(1)).toStrictEqual(numbers.map(([, , shown]) => [shown]));
  });

  it('lists every sheet by its place in the file, says which sheets, rows and columns are hidden', async () => {
    const plain = utils.aoa_to_sheet([
      ['内容', '分值', '备注'],
      ['甲', 1, ''],
      ['乙', 2, ''],
      ['丙', 3, '丁'],
    ]);
    const hidden: WorkSheet = {
      ...plain,
      '!rows': [{}, { hidden: true }],
      '!cols': [{}, {}, { hidden: true }],
    };
    const sheets = { Sheet1: plain, 空: utils.aoa_to_sheet([[]]), 旧: hidden };
    const tables = await readSourceTables(await file('sheets.xlsx', book(sheets, 'xlsx', ['旧'])), HERE);
    expect(tables.map(({ id, name }) => [id, name])).toStrictEqual([
      ['1', 'Sheet1'],
      ['3', '旧（隐藏的工作表；含隐藏的第 2 行；含隐藏的 1 列）'],
    ]);
  });

  it('ends at the last text, not at formatted blanks', async () => {
    const sheet = utils.aoa_to_sheet([
      ['内容', '分值'],
      ['甲', 1],
    ]);
    sheet['J9000'] = { t: 's', v: ' ' };
    sheet['!ref'] = 'A1:J9000';
    sheet['!merges'] = [utils.decode_range('A1:J1')];
    const [table] = await readSourceTables(await file('blank.xlsx', book({ 表: sheet })), HERE);
    expect([table!.rows, table!.columns, spans(table!)]).toStrictEqual([2, 2, ['0,0 1×2']]);
  });
});

describe('pages', () => {
  it('reads what the clipboard of Word and WPS holds: spans, paragraphs, odd blanks', async () => {
    const [table] = await readHtmlTables(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
       <table class=MsoTable><tr><td rowspan=2><p>一、制度<o:p></o:p></p></td><td>甲&nbsp;&nbsp;<br>乙</td><td>
       5</td></tr><tr><td colspan=2>丙</td></tr></table><!--EndFragment--></body></html>`,
      HERE,
    );
    expect(grid(table!)).toStrictEqual([
      ['一、制度', '甲\n乙', '5'],
      ['', '丙', ''],
    ]);
    expect(spans(table!)).toStrictEqual(['0,0 2×1', '1,1 1×2']);
  });

  it('keeps a list’s numbers, drops what is not shown, names tables by the heading before them', async () => {
    const [first, second] = await readHtmlTables(
      `<h2>附件 1</h2><table><tr><td>内容<script>x()</script><del>旧</del></td><td><ol><li>甲<li>乙</ol></td></tr></table>
       <p>${'很长的段落'.repeat(30)}</p><table><caption>第二张</caption><tr><td>a</td><td>b</td></tr></table>`,
      HERE,
    );
    expect([first!.name, second!.name]).toStrictEqual(['表1：附件 1', '表2：第二张']);
    expect([first!.id, second!.id]).toStrictEqual(['1', '2']);
    expect(grid(first!)).toStrictEqual([['内容', '1.甲\n2.乙']]);
  });

  it.each([
    ['<tr style="display:none">', '表1：细则（含隐藏的第 2 行）'],
    ['<tr hidden>', '表1：细则（含隐藏的第 2 行）'],
    ['<tr>', '表1：细则'],
  ])('reads the rows that it hides and says which they are: %s', async (tr, name) => {
    const [table] = await readHtmlTables(
      `<h2>细则</h2><table><tr><td>内容</td><td>分值</td></tr>${tr}<td>甲</td><td>1</td></tr></table>`,
      HERE,
    );
    expect([table!.name, grid(table!)[1]]).toStrictEqual([name, ['甲', '1']]);
  });

  it('lists a nested table, keeps its text in the outer cell, and leaves out tables for layout', async () => {
    const tables = await readHtmlTables(
      `<table><tr><td><table><tr><td>评分项</td><td>标准</td></tr>
       <tr><td>甲</td><td>分档：<table><tr><td>优</td><td>5分</td></tr></table></td></tr></table></td></tr></table>`,
      HERE,
    );
    expect(tables.map(grid)).toStrictEqual([
      [
        ['评分项', '标准'],
        ['甲', '分档：\n优 5分'],
      ],
      [['优', '5分']],
    ]);
  });
});

it('takes no table that stands in a cell of another one, whose words that cell has', async () => {
  const inner = '<table><tr><td>脱岗</td><td>扣2分</td></tr><tr><td>迟到</td><td>扣1分</td></tr></table>';
  const page = `<table><tr><th>序号</th><th>考核内容</th><th>评分标准</th><th>分值</th></tr>
    <tr><td>1</td><td>组织领导</td><td>有方案的得80分</td><td>80</td></tr>
    <tr><td>2</td><td>窗口服务</td><td>按下表扣分：${inner}</td><td>20</td></tr></table>`;
  const tables = await readHtmlTables(page, HERE);
  expect(tables).toHaveLength(2);
  const { chosen, warnings } = proposeImport(tables);
  expect(chosen).toEqual(['1']);
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('的一格里，内容已经随那一格读取'),
  ]);
  // Beside each other both count.
  const apart = await readHtmlTables(
    page.replace(inner, '') + inner.replace('<tr>', '<tr><td>行为</td><td>扣分</td></tr><tr>'),
    HERE,
  );
  expect(proposeImport(apart).chosen).toContain('1');
});

it('leaves nothing behind on the signal of several tasks', async () => {
  const { signal } = new AbortController();
  let during = 0;
  const spawnReader = () => {
    const reader = readHere();
    return {
      ...reader,
      send: (message: Parameters<typeof reader.send>[0]) => {
        during += getEventListeners(signal, 'abort').length;
        reader.send(message);
      },
    };
  };
  await readPastedText('项目\t分值\n一\t10', { signal, spawnReader });
  const failing = readHtmlTables('', { signal, spawnReader });
  await expect(failing).rejects.toThrow();
  expect([during, getEventListeners(signal, 'abort').length]).toEqual([2, 0]);
});
