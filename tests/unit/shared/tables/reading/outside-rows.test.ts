import { expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { describeDraft } from '../describe-draft.ts';
import { parseTable } from '../table-fixture.ts';

const HEAD = '项目 | 分值 | 标准\n党建 | 60 | 少一次扣2分\n环境 | 40 | 脏乱一处扣1分\n';
const ITEMS = ['item 1 党建 =60 [sure: deduct 2/次]', 'item 2 环境 =40 [sure: deduct 1/处]'];

/** What is added, taken or vetoed, by its own words. */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a remark that vetoes a case of its own',
    '项目 | 分值 | 标准 | 备注\n安全 | 60 | 违章一次扣5分 | 发生亡人事故一票否决\n质量 | 40 | 返工一次扣5分 | ',
    [
      'item 1 安全 =60 [sure: deduct 5/次]',
      'veto 否决1 安全：发生亡人事故一票否决 notEligible',
      'item 2 质量 =40 [sure: deduct 5/次]',
      'warning row 2: vetoWithPoints',
    ],
  ],
  [
    'a case of vetoes with what follows from it and who tells of it',
    '项目 | 分值 | 标准 | 责任单位\n党建 | 60 | 少一次扣2分 | 党建办\n环境 | 40 | 脏乱一处扣1分 | 城建办\n否决事项 | < | < | <\n1.发生安全生产事故的 |  | 取消评先资格 | 应急办',
    [...ITEMS, 'section 3 否决事项', '  veto 否决1 发生安全生产事故的 notRated'],
  ],
  [
    'what a row is stands before its case',
    `${HEAD}减分：被上级约谈的，每次减3分。 |  | \n一票否决：发生弄虚作假的，取消评优资格。 |  | `,
    [...ITEMS, 'penalty 扣分1 被上级约谈的 [3 sum]', 'veto 否决1 发生弄虚作假的，取消评优资格 notEligible'],
  ],
  [
    'a score of both signs whose text names no points',
    `${HEAD}其他 | ±5 | 视完成情况加减分`,
    [
      ...ITEMS,
      'bonus 加分1 其他 [5 sum cap 5]',
      'penalty 扣分1 其他 [5 sum cap 5]',
      'warning row 4: adjustmentUnclear',
    ],
  ],
  [
    'a block and its cases in one cell',
    `${HEAD}加分项：1.获国家级表彰加5分；2.获省级表彰加3分；累计加分不超过8分。 |  | \n扣分项：1.被县级通报一次扣1分；2.被市级通报一次扣2分。 |  | `,
    [...ITEMS, 'bonus 加分1 加分项 [5 3 sum cap 8]', 'penalty 扣分1 扣分项 [1 2 sum]'],
  ],
];

it.each(ROWS)('%s', (_, text, lines) => {
  const table = parseTable(text);
  const draft = readTables([{ table, map: guessColumns(table) }]);
  expect(describeDraft(draft).split('\n')).toEqual(lines);
});
