import { describe, expect, it } from 'vitest';
import { read, tableOf } from './office-table.ts';

const HEAD = ['执法环节', '风险点', '风险等级', '防控措施', '责任科室'];
const ENTRY = ['立案', '超期立案', '高', '提醒', '法制科'];
const OTHER = ['送达', '未送达', '低', '回证', '法制科'];
const SIGNED = '表格下面的落款、说明';

/** Why the rows behind the first are none; '' where they are. */
function reasons(lines: readonly (readonly string[])[]): readonly string[] {
  const table = tableOf([HEAD, ENTRY, ...lines]);
  const { entries, left } = read(table, 'dangers');
  expect(entries.length + left.length).toBe(lines.length + 1);
  return lines.map((_, at) => left.find(({ row }) => row === at + 3)?.reason ?? '');
}

describe('an entry that begins as a signature or a total does', () => {
  it.each([
    ...[
      '审核',
      '审批',
      '复核',
      '登记',
      '统计',
      '累计',
      '核对',
      '审核人员',
      '审批负责人',
      '主管领导',
      '经办人',
    ],
    ...['合计', '小计', '单位', '部门', '填报', '记录', '报告', '审核：', '审批：一般程序', '负责人：'],
  ])('is one wherever it stands: %s', (stage) => {
    const line = [stage, '越权办理', '高', '权限清单', '法制科'];
    const short = [stage, '超期办理', '', '提醒', ''];
    expect(reasons([line, short])).toEqual(['', '']);
    expect(reasons([line, OTHER])[0]).toBe('');
    expect(reasons([short])).toEqual(['']);
  });

  it.each<readonly string[]>([
    ['审核', '审核不严', '', '', ''],
    ['审核人员', '双人审核', '', '', ''],
    ['审批：程序不合法', '', '', '', ''],
    ['累计', '累计超期', '', '', ''],
  ])('is one where it says little: %j', (...line) => {
    expect(reasons([line])).toEqual(['']);
  });
});

describe('a signature', () => {
  const LINES = [
    ['填表人：张三', '', '', '审核：李四', ''],
    ['制表人', '王XX', '审核人', '李XX', '2026年11月20日'],
    ['审核：李四', '', '审批：欧阳某', '', ''],
    ['填报单位（盖章）：某局', '', '', '联系电话：0000-1234567', ''],
    ['审核', '', '', '审批', ''],
    ['单位负责人：', '', '日期：', '', ''],
  ];
  it.each(LINES)('%j is one below the table', (...line) => {
    expect(reasons([line])).toEqual([SIGNED]);
    expect(reasons([line, ['', '', '', '', ''], ['', '', '', '二〇二六年', '']]).slice(0, 1)).toEqual([
      SIGNED,
    ]);
  });

  it('is none where the table goes on, but for a new page with its head', () => {
    const line = LINES[0]!;
    expect(reasons([line, OTHER])[0]).toBe('');
    expect(reasons([line, HEAD, OTHER]).slice(0, 2)).toEqual([SIGNED, '重复的表头']);
    expect(reasons(LINES)).toEqual(LINES.map(() => SIGNED));
  });
});
