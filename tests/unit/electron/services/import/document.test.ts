import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSourceTables } from '../../../../../electron/services/import/read-source.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { docx, type DocxParts, lvl, p, run, tbl } from './docx.ts';
import { grid, readHere } from './reader.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-word-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(parts: DocxParts): Promise<SourceTable[]> {
  const path = join(folder, 'a.docx');
  await writeFile(path, await docx(parts));
  return readSourceTables(path, { spawnReader: readHere });
}

const list = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, kind: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${kind}"/>${more}</w:num>`;

describe('numbers that Word computes', () => {
  it('stand before the text of cells and paragraphs, by level, in the order of the document', async () => {
    const numbering = `${list(
      0,
      lvl(0, 'chineseCounting', '%1、') + lvl(1, 'decimal', '（%2）') + lvl(2, 'decimal', '%2.%3'),
    )}${list(1, lvl(0, 'decimal', '%1') + lvl(1, 'bullet', '·'))}${num(1, 0)}${num(2, 1)}`;
    const [table] = await read({
      numbering,
      body:
        p('总则', '1') +
        tbl([
          [p('', '2'), p('制度', '1'), p('甲', '1/1') + p('乙', '1/1')],
          [p('', '2'), p('服务', '1'), p('丙', '1/1') + p('丁', '1/2') + p('戊', '1/2')],
          [p('5分', '2'), p('点', '2/1'), p('无', '0')],
        ]) +
        p('附则', '1'),
    });
    expect(grid(table!)).toStrictEqual([
      ['1', '二、制度', '（1）甲\n（2）乙'],
      ['2', '三、服务', '（1）丙\n1.1 丁\n1.2 戊'],
      ['3 5分', '点', '无'],
    ]);
    expect([table!.before, table!.after]).toStrictEqual([['一、总则'], ['四、附则']]);
  });

  it('come from a style and those it goes back to, begin anew where a list says so', async () => {
    const numbering = `${list(0, lvl(0, 'upperLetter', '%1.', '<w:pStyle w:val="A"/>') + lvl(1, 'decimal', '%1-%2', '<w:pStyle w:val="B"/>'))}
      ${list(1, lvl(0, 'lowerRoman', '%1)'))}${num(1, 0)}${num(2, 1)}
      ${num(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>')}
      ${list(2, '<w:numStyleLink w:val="L"/>')}${num(4, 2)}`;
    const style = (id: string, inside: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
    const own = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const [table] = await read({
      numbering,
      styles: `${style('A', own)}${style('B', own)}${style('C', '<w:basedOn w:val="A"/>')}
        ${style('L', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>')}`,
      body: tbl([
        [p('甲', '', 'A'), p('乙', '', 'B'), p('丙', '', 'C'), p('无', '0', 'A')],
        [p('丁', '2'), p('戊', '3'), p('己', '3'), p('庚', '4')],
      ]),
    });
    expect(grid(table!)).toStrictEqual([
      ['A. 甲', 'A-1 乙', 'B. 丙', '无'],
      ['i)丁', 'iv)戊', 'v)己', 'vi)庚'],
    ]);
  });

  it('do not count what was deleted or how it was before a change', async () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>';
    const before =
      '<w:pPrChange w:id="2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>';
    const [table] = await read({
      numbering: list(0, lvl(0, 'decimal', '%1、')) + num(1, 0),
      body: tbl([
        [p('', '1').replace('</w:pPr>', `${deleted}</w:pPr>`) + p('乙', '1')],
        [p('旧', '1')],
        [p('丙').replace('</w:pPr>', `${before}</w:pPr>`)],
        [p('丁', '1')],
      ]).replace(/<w:tr>(?=<w:tc><w:tcPr\/><w:p>.{1,100}旧)/, '<w:tr><w:trPr><w:del w:id="3"/></w:trPr>'),
    });
    expect(grid(table!)).toStrictEqual([['1、乙'], ['丙'], ['2、丁']]);
  });

  it.each([
    ['chineseCounting', [1, 10, 12, 20, 101], '一 十 十二 二十 一百〇一'],
    ['chineseLegalSimplified', [2, 10], '贰 壹拾'],
    ['ideographDigital', [10], '一〇'],
    ['upperLetter', [2, 28], 'B BB'],
    ['lowerRoman', [4, 9], 'iv ix'],
    ['decimalZero', [5, 10], '05 10'],
    ['decimalEnclosedCircleChinese', [1, 21, 36, 60], '① ㉑ ㊱ 60'],
    ['ideographTraditional', [3, 11], '丙 11'],
    ['decimalFullWidth', [12], '１２'],
    ['none such', [7], '7'],
  ])('%s', async (format, values, shown) => {
    const start = (id: number, value: number) =>
      num(id, 0, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${value}"/></w:lvlOverride>`);
    const [table] = await read({
      numbering: list(0, lvl(0, format, '%1：')) + values.map((value, at) => start(at + 1, value)).join(''),
      body: tbl([values.map((_, at) => p('文', String(at + 1)))]),
    });
    expect(grid(table!)[0]).toStrictEqual(shown.split(' ').map((number) => `${number}：文`));
  });
});

describe('what stands beside the text', () => {
  const box = (inside: string) =>
    `<wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp>`;
  const old = (inside: string) =>
    `<w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict>`;

  it('text boxes are paragraphs, once, with their numbers', async () => {
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(p('满分100分', '1'))}</w:drawing></mc:Choice>
      <mc:Fallback>${old(p('满分100分', '1'))}</mc:Fallback></mc:AlternateContent></w:r>`;
    const [table] = await read({
      numbering: list(0, lvl(0, 'decimal', '%1、')) + num(1, 0),
      body: `<w:p>${run('标题')}${both}</w:p><w:p><w:r>${old(p('说明'))}</w:r></w:p>${tbl([
        [`<w:p>${run('甲')}<w:r><w:drawing>${box(p('格内', '1'))}</w:drawing></w:r></w:p>`, p('乙')],
      ])}<w:p><w:del><w:r><w:drawing>${box(p('旧'))}</w:drawing></w:r></w:del><w:r>${old('')}</w:r></w:p>`,
    });
    expect(table!.before).toStrictEqual(['标题', '1、满分100分', '说明']);
    expect(grid(table!)).toStrictEqual([['甲\n2、格内', '乙']]);
    expect(table!.after).toBeUndefined();
  });

  it('a row that begins further right has its cells there', async () => {
    const begin = '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>';
    const [table] = await read({
      body: tbl([[p('一'), p('二'), p('三')], [p('右')], [p('甲'), p('乙'), p('丙')]]).replace(
        /<w:tr>(?=.{1,50}右)/,
        begin,
      ),
    });
    expect(grid(table!)).toStrictEqual([
      ['一', '二', '三'],
      ['', '', '右'],
      ['甲', '乙', '丙'],
    ]);
  });

  it('formulas are read in one line', async () => {
    const t = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
    const math = `<m:oMath>${t('得分=')}<m:f><m:num>${t('完成数')}</m:num><m:den><m:d><m:e>${t('应完成数&lt;')}</m:e></m:d></m:den></m:f>${t('×20')}</m:oMath>`;
    const [table] = await read({
      body: tbl([
        [`<w:p>${run('按')}${math}${run('计')}</w:p>`, `<w:p><m:oMathPara>${math}</m:oMathPara></w:p>`],
      ]),
    });
    expect(grid(table!)).toStrictEqual([['按得分=完成数/(应完成数<)×20计', '得分=完成数/(应完成数<)×20']]);
  });
});
