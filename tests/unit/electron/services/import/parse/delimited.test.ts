import { describe, expect, it } from 'vitest';
import { parseDelimited } from '../../../../../../electron/services/import/parse/delimited.ts';
import { grid } from '../reader.ts';

const rowsOf = (text: string): string[][] => grid(parseDelimited(text, [',', '\t', ';'])[0]!);
const ROWS = [
  ['序号', '内容', '分值'],
  ['1', '甲', '5'],
  ['2', '乙', '5'],
];
const CSV = ROWS.map((row) => row.join(',')).join('\n');

describe('delimited text', () => {
  it('is a table though more prose than rows stands above it', () => {
    const prose = ['清河县标准', ...Array.from({ length: 20 }, (_, at) => `第${at}条 说明，如下`)];
    expect(rowsOf(`${prose.join('\n')}\n${CSV}`)).toStrictEqual([
      ...prose.map((line) => [line, '', '']),
      ...ROWS,
    ]);
    expect(() => rowsOf(`${prose.join('\n')}\n一,二`)).toThrow('没有找到表格');
  });

  it('keeps quotation marks that belong to the words', () => {
    expect(rowsOf('内容,分值\n"严","实" 的,5\n"甲,""乙""" ,3')).toStrictEqual([
      ['内容', '分值', ''],
      ['严', '"实" 的', '5'],
      ['甲,"乙"', '3', ''],
    ]);
  });

  it('is split as its hint to Excel says, which is no row', () => {
    expect(rowsOf(`sep=;\r\n${CSV.replaceAll(',', ';')}`)).toStrictEqual(ROWS);
  });

  it('goes by the delimiter that the header has, where the cells have others', () => {
    expect(rowsOf('说明；一；二\n序号;内容;分值\n1;甲,乙;5,5\n2;丙,丁;6,0')).toStrictEqual([
      ['说明；一；二', '', ''],
      ['序号', '内容', '分值'],
      ['1', '甲,乙', '5,5'],
      ['2', '丙,丁', '6,0'],
    ]);
  });
});
