import { cell, label, line, mark, paper, row, table, title, WIDTH_LANDSCAPE } from './parts.mjs';

const COLUMNS = [850, 3000, 2250, 1850, 2450, 900, WIDTH_LANDSCAPE - 11_300];
const middle = { align: 'center' };

const list = () =>
  table(COLUMNS, [
    row(
      ['材料号', '材料名称', '文号', '形成日期', '发文单位', '页数', '文件'].map((name) => label(name)),
      { head: true },
    ),
    row([label('【#目录】【组名】', { span: COLUMNS.length, align: 'left', keepNext: true })]),
    row([
      cell('【#材料】【材料号】', middle),
      cell('【材料名称】'),
      cell('【文号】'),
      cell('【形成日期】', middle),
      cell('【发文单位】'),
      cell('【页数】', middle),
      cell('【文件】【/材料】【/目录】'),
    ]),
  ]);

export const evidence = () =>
  paper(
    '佐证材料目录',
    [
      title('佐证材料目录'),
      line('单位：【单位名称】　　活动：【活动名称】【#有佐证材料】　　共【材料份数】份【/有佐证材料】'),
      mark('【#有佐证材料】'),
      list(),
      mark('【/有佐证材料】'),
      mark('【^有佐证材料】'),
      line('没有佐证材料。'),
      mark('【/有佐证材料】'),
    ],
    { landscape: true },
  );
