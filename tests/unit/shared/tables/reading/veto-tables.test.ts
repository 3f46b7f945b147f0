import { expect, it } from 'vitest';
import { flat } from '../../../../../shared/tables/draft/totals.ts';
import { proposeImport } from '../../../../../shared/tables/import/proposal.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { parseTable } from '../table-fixture.ts';

const SCORED =
  '序号 | 评分项目 | 评分标准 | 分值\n1 | 领导 | 每缺1项扣1分 | 50\n2 | 会议 | 每少1次扣2分 | 50';
const CASES = [
  ['败诉案件', '发生行政诉讼败诉案件的'],
  ['弄虚作假', '弄虚作假的'],
  ['信访', '引发群体性上访的'],
  ['安全事故', '发生较大以上安全事故，造成人员死亡的'],
] as const;

it.each([
  ['附件2 一票否决事项', '序号 | 否决项目 | 否决情形', ''],
  ['附件2 一票否决事项', '序号 | 事项 | 具体情形', ''],
  ['附件2 一票否决清单', '序号 | 否决项目 | 否决标准', ''],
  ['附件2：一票否决情形', '序号 | 项目 | 内容', ''],
  ['二、一票否决项', '序号 | 指标 | 评分标准', ''],
  ['附件2', '序号 | 否决项目 | 否决情形', ''],
  ['附件2 一票否决事项', '序号 | 否决项目 | 否决情形 | 认定部门', ' | 市司法局'],
])('each row of a table of vetoes is one: %s, %s', (caption, header, beside) => {
  const rows = CASES.map(([name, text], i) => `${i + 1} | ${name} | ${text}${beside}`);
  const tables = [
    { ...parseTable(SCORED, '1'), before: ['某市示范点验收标准（满分100分）', '附件1 验收评分表'] },
    { ...parseTable([header, ...rows].join('\n'), '2'), before: [caption] },
  ];
  const { chosen, maps } = proposeImport(tables);
  expect(chosen).toEqual(['1', '2']);
  const mapped = tables.flatMap((table) => {
    const map = maps[table.id];
    return map ? [{ table, map }] : [];
  });
  const { nodes, cells, warnings } = readTables(mapped);
  const vetoes = nodes.filter(({ kind }) => kind === 'veto');
  expect(vetoes.map(({ sourceRows }) => sourceRows[0]?.row)).toEqual([2, 3, 4, 5]);
  CASES.forEach(([, text], i) => {
    expect(vetoes[i]?.criterion).toContain(text);
  });
  expect(cells.filter(({ field }) => field === 'none')).toEqual([]);
  expect(warnings).toEqual([]);
});

it('a mark beside scores is no table of vetoes', () => {
  const table = parseTable(
    '序号 | 项目 | 分值 | 评分标准 | 一票否决\n1 | 领导 | 50 | 每缺1项扣1分 | 否\n2 | 会议 | 50 | 每少1次扣2分 | ',
  );
  const { maps } = proposeImport([table]);
  expect(maps['1']?.roles.at(-1)).toBe('veto');
});

it.each([
  [
    'words in a column that somebody calls vetoes',
    '序号 | 否决情形 | 备注\n1 | 弄虚作假的 |\n2 | 发生败诉的 |',
  ],
  ['rows that became sections with nothing below', '1 | 弄虚作假的\n2 | 发生败诉的\n3 | 发生事故的'],
])('no word of a veto that is nowhere in the standard counts as read: %s', (_, text) => {
  const tables = [
    { ...parseTable(SCORED, '1'), before: ['附件1 验收评分表'] },
    { ...parseTable(text, '2'), before: ['附件2 一票否决事项'] },
  ];
  const { maps } = proposeImport(tables);
  const { nodes, cells } = readTables(tables.map((table) => ({ table, map: maps[table.id]! })));
  const kept = flat(nodes).filter((node) => flat([node]).some(({ kind }) => kind !== 'section'));
  const said = JSON.stringify(kept.map(({ title, criterion }) => [title, criterion]));
  for (const cell of tables[1]!.cells.filter((each) => each.text.endsWith('的'))) {
    const { field } = cells.find(
      (each) => each.table === '2' && each.row === cell.row + 1 && each.column === cell.column + 1,
    )!;
    expect([cell.text, field === 'none']).toEqual([cell.text, !said.includes(cell.text)]);
  }
});
