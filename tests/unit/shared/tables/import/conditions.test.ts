import { expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { conditionsUnread, saysUnread } from '../../../../../shared/tables/import/conditions.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { parseTable } from '../table-fixture.ts';

const TABLE = parseTable(`
评分项 | 评分标准 | 分值
成立小组 | 未成立的不得分 | 60
开展回访 | 未开展的不得分 | 40
加分项 | < | <
表彰 | 每次加1分 |
扣分项 | < | <
通报 | 每次扣1分 |
`);

/** The sentences that are told, of a paragraph below the table. */
function told(text: string): string[] {
  const table = { ...TABLE, after: [text] };
  const found = conditionsUnread(readTables([{ table, map: guessColumns(table) }]));
  expect(saysUnread(found, text)).toBe(found.length > 0);
  return found.map(({ message }) => /“(.*?)”/.exec(message)?.[1] ?? '');
}

it.each([
  '最终得分超过100分的，按100分计',
  '总分最高不超过100分',
  '每部分得分低于60%的，验收不合格',
  '有一个部分得分低于60%的，整体验收不合格',
  '得分不低于85分且★项全部合格的，方可申报',
  '加分项仅在基础得分达到90分的单位中计算',
  '基础分低于80分的，不享受加分',
  '扣分可以出现负分',
  '加分最多计3项',
  '加分不超过5分（省级表彰除外）',
  '加分最多计3项，加分项不超过3项',
  '申报单位须同时具备下列条件：…',
  '基本条件，缺一不可：…',
  '申报条件：近三年未发生重大违法案件',
  '具有下列情况的单位不参加本次验收：…',
  '具备以下全部条件的方可参加验收：…',
  '有下列情形之一的，考核等次下调一档：…',
])('a condition that nothing holds is told: %s', (text) => {
  expect(told(`${text}。`)).toEqual([text]);
  expect(told(`本标准自印发之日起施行。${text}；由市司法局负责解释。`)).toEqual([text]);
});

it('is told once, where its mark stands in rows', () => {
  const text = '得分不低于85分且★项全部合格的，方可申报';
  const cells = TABLE.cells.map((cell) => (cell.text === '成立小组' ? { ...cell, text: '★成立小组' } : cell));
  const table = { ...TABLE, cells, after: [text] };
  const draft = readTables([{ table, map: guessColumns(table) }]);
  const all = [...draft.warnings, ...conditionsUnread(draft)];
  expect(all.filter(({ message }) => message.includes(text)).map(({ code }) => code)).toEqual(['markUnread']);
  expect(saysUnread(draft.warnings, `${text}。`)).toBe(true);
});

it('so is the half of a line that is lost', () => {
  const text = '总分达到80分且各部分得分不低于该部分分值的60%的，为合格';
  expect(told(`${text}。`)).toEqual([text]);
});

it.each([
  '总分100分，90分以上为合格。',
  '得分不低于85分的，方可申报。',
  '得分低于60分的，为不合格。',
  '综合得分低于60分的单位，责令限期整改。',
  '加分累计不超过5分，扣分累计不超过10分。',
  '同一事项加分最高不超过3分。',
  '各项扣分以该项分值扣完为止。',
  '扣分不超过该项分值。',
  '扣分项从总分中扣减，扣至零分为止。',
  '每次加3分，加分累计不超过5分。',
  '有下列情形之一的，一票否决：得分弄虚作假，低于规定的。',
  '同一事项加分、扣分不重复计算。',
  '不涉及的项目按缺项处理，得分按比例折算，不得重复。',
  '申报材料不得超过10页。',
  '申报材料应符合下列要求：一式三份。',
  '扣分后总分不低于零分。',
  '平均得分不低于95分的，推荐为示范点。',
  '扣分以总分扣至零分为限。',
  '本标准加分、扣分均不封底封顶。',
  '加分项得分计入总分，但总分以100分为限。',
  '加分、扣分各不超过10分。',
  '加分项最高5分，其中表彰最高3分。',
  '本标准自印发之日起施行。',
])('what is held, told otherwise or no condition of scores is not: %s', (text) => {
  expect(told(text)).toEqual([]);
});
