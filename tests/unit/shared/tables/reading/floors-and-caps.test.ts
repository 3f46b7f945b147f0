import { expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { conditionsUnread } from '../../../../../shared/tables/import/conditions.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { showPoints } from '../../../../../shared/values/points.ts';
import { shortRule } from '../rule-text/short-rule.ts';
import { parseTable } from '../table-fixture.ts';

const ROWS = ['序号 | 评分项目 | 评分标准 | 分值 | 备注', '1 | 领导 | 每缺1项扣1分 | 40 | '];
const LAST = '2 | 会议 | 每少1次扣2分 | 60 | ';

/** What stands beside the two items of a table, and what is told. */
function read(lines: readonly string[], after: readonly string[] = []): string[] {
  const table = { ...parseTable([...ROWS, ...lines].join('\n')), after };
  const draft = readTables([{ table, map: guessColumns(table) }]);
  const points = (each: number | undefined) => (each === undefined ? '' : ` most ${showPoints(each)}`);
  return [
    ...allNodes(draft.nodes).flatMap(({ kind, title, adjustment, proposal }) => {
      if (kind === 'veto') return [`veto ${title}`];
      if (adjustment)
        return [
          `${adjustment.counting === 'highest' ? 'highest' : kind} ${adjustment.options.map((option) => showPoints(option.points)).join('+')}${points(adjustment.cap)}`,
        ];
      return kind === 'item' && title === '规则' && proposal ? [shortRule(proposal.rule)] : [];
    }),
    ...(draft.bonusCap === undefined ? [] : [`bonus${points(draft.bonusCap)}`]),
    ...(draft.penaltyCap === undefined ? [] : [`penalty${points(draft.penaltyCap)}`]),
    ...[...draft.warnings, ...conditionsUnread(draft)].map(({ code, row }) => `${code} ${row}`),
  ];
}

const beside = (block: string, text: string, note = '') =>
  read([LAST, `${block} | < | < | < | <`, `3 | 事项 | ${text} | | ${note}`]);

/** That no total goes below nothing every standard holds: it vetoes nothing, limits nothing and costs nothing. */
it.each([
  '总分最低为0分。',
  '扣分以总分扣至零分为限。',
  '扣分后总分不低于零分。',
  '扣分项从总分中扣减，总分扣到0分为止。',
])('a floor of zero in a paragraph: %s', (text) => expect(read([LAST], [text])).toEqual([]));

it.each<[block: string, text: string]>([
  ['扣分项（扣至总分为0分止）', '每次扣2分'],
  ...[
    '总分扣至0分为止',
    '扣分后总分不低于零分',
    '总分扣到零分止',
    '扣至总分为0分',
    '扣至0分为止',
    '最低得0分',
  ].map((floor): [string, string] => ['扣分项', `每次扣2分，${floor}`]),
])('a floor of zero in a block: %s, %s', (block, text) => expect(beside(block, text)).toEqual(['penalty 2']));

it('what follows from a case is none', () => {
  expect(read([LAST], ['弄虚作假的，总分扣至0分。'])).toEqual(['veto 弄虚作假的，总分扣至']);
  expect(read([LAST], ['弄虚作假的，总分计0分。'])).toEqual(['veto 弄虚作假的，总分']);
});

it.each<[side: string, text: string, ...wanted: string[]]>([
  ['扣分项', '每件扣1分，限扣5分', 'penalty 1 most 5'],
  ['扣分项', '每件扣1分，扣满5分为止', 'penalty 1 most 5'],
  ['加分项', '每次加1分，限加3分', 'bonus 1 most 3'],
  ['加分项', '每次加1分，满3分为止', 'bonus 1 most 3'],
  // By count.
  ['加分项', '每次加1分，限3次', 'bonus 1 most 3'],
  ['加分项', '每次加1分，最多3次', 'bonus 1 most 3'],
  ['加分项', '每次加1.5分，不超过3次', 'bonus 1.5 most 4.5'],
  ['加分项', '每次加1分，至多加2次', 'bonus 1 most 2'],
  ['加分项', '每次加1分，年度内最多申报2次', 'bonus 1 most 2'],
  ['加分项', '每次加1分，同一单位最多2次', 'bonus 1', 'adjustmentUnclear 5'],
  ['扣分项', '每次扣1分，每月最多扣2次', 'penalty 1', 'adjustmentUnclear 5'],
  ['扣分项', '迟报不超过3天的扣1分，不超过5天，扣2分', 'penalty 1+2'],
  [
    '加分项',
    '省级每次加2分、最多计2次；市级每次加1分、最多计3次',
    'bonus 2+1',
    'adjustmentUnclear 5',
    'adjustmentUnclear 5',
  ],
])('a cap is no price: %s, %s', (block, text, ...wanted) => {
  expect(beside(block, text)).toEqual(wanted);
});

it.each<[text: string, ...wanted: string[]]>([
  ['省级加3分，市级加2分，同时获得的按省级计', 'bonus 3+2', 'adjustmentUnclear 5'],
  ['省级加3分，市级加2分，择优计一项', 'highest 3+2'],
])('several cases at once: %s', (text, ...wanted) => expect(beside('加分项', text)).toEqual(wanted));

it.each<[text: string, ...wanted: string[]]>([
  ['加减分相抵后最高不超过5分。', 'limitUnused 0'],
  ['加分、扣分分别以5分、10分为限。', 'bonus most 5', 'penalty most 10'],
])('limits of both sides are told once or held: %s', (text, ...wanted) => {
  const rows = [LAST, '加分项 | < | < | < | <', '3 | 表彰 | 每次加1分 | | '];
  const all = [...rows, '扣分项 | < | < | < | <', '4 | 通报 | 每次扣1分 | | '];
  expect(read(all, [text])).toEqual(['bonus 1', 'penalty 1', ...wanted]);
});

it('a limit by count in a remark is told', () =>
  expect(beside('加分项', '每次加1分', '最多3次')).toEqual(['bonus 1', 'limitUnused 5']));

it.each([
  ['每少一次扣2分，限扣10分', 'deduct 2/次^10'],
  ['每少一次扣2分，总分扣至0分为止', 'deduct 2/次'],
])('in an item: %s', (text, rule) => expect(read([`2 | 规则 | ${text} | 60 | `])).toEqual([rule]));

it.each<[note: string, ...wanted: string[]]>([
  ['两项合计不超过6分', 'bonus most 6'],
  ['不超过6分', 'bonus most 6', 'sharedCap 5'],
  ['三项合计不超过6分', 'limitUnused 5'],
])('a remark merged over two entries limits neither alone: %s', (note, ...wanted) => {
  const rows = [LAST, '加分项 | < | < | < | <', `3 | 表彰 | 每次加1分 | | ${note}`];
  expect(read([...rows, '4 | 推广 | 每次加2分 | | ^'])).toEqual(['bonus 1', 'bonus 2', ...wanted]);
});

it.each(['附加分', '附加项', '附加分（6分）', '加分指标'])('%s is beside the full score', (block) => {
  const rows = [LAST, '合计 | < | < | 100 | ', `${block} | < | < | < | <`];
  const [entry, ...more] = read([...rows, '3 | 推广 | 每次加2分，最多6分 | 6 | ']);
  expect([entry, more.filter((line) => line !== 'bonus most 6')]).toEqual(['bonus 2 most 6', []]);
});

/** Who has nothing to do with an item: told, in the row too. */
it.each([
  ['无行政审批职能的，该项得满分', true],
  ['不涉及的指标，以该项分值的80%计分', true],
  ['没有相应职能的单位，该项不参与考核，总分按比例换算', true],
  ['合理缺项的，按该类平均得分计分', true],
  ['无此职能的不考核', true],
  ['乡镇单位不评此项', true],
  ['各单位按分工评分', false],
])('a rule for some units: %s', (text, isTold) => {
  expect(read([LAST], [`${text}。`])).toEqual(isTold ? ['gapRule 0'] : []);
});

it.each([
  ['无审批职能的本项计满分', true],
  ['无此职能的不考核', true],
  ['乡镇单位不评此项', true],
  ['试点单位减半扣分', true],
  ['由市司法局提供', false],
])('a rule for some units in a row: %s', (text, isTold) => {
  const told = isTold ? ['gapRule 3'] : [];
  expect(read([`2 | 会议 | 每少1次扣2分 | 60 | ${text}`])).toEqual(told);
  expect(read([`2 | 会议 | 每少1次扣2分，${text} | 60 | `]).filter((line) => /^gap/.test(line))).toEqual(
    told,
  );
});

it.each(['无行政复议案件的得满分，每败诉1件扣2分', '未承担任务的不得分', '乡镇未建立机构的扣2分'])(
  'what an item says of its own cases is none: %s',
  (text) => expect(read([`2 | 会议 | ${text} | 60 | `])).toEqual([]),
);
