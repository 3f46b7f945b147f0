import { describe, expect, it } from 'vitest';
import { readAdjustment } from '../../../../../shared/tables/rule-text/adjustment.ts';
import { showPoints } from '../../../../../shared/values/points.ts';

const TEXTS = [
  '获国家级表彰的，5分；获省级表彰的，3分',
  '获国家级、省级、市级表彰的，分别加5分、3分、1分',
  '获省、市表彰的分别加3分、1分、0.5分',
  '每发生一起投诉扣2分，最多扣10分',
  '受到通报批评的，减1分',
  '受到通报批评的，-1分；受到表扬的，+2分',
  '获奖一次奖2分，最高不超过6分',
  '工作有创新的酌情加1-3分',
  '工作有创新的酌情加1～3分，加分总和不超过10分',
  '同一事项按最高分计，不重复加分。国家级5分，省级3分',
  '十分重视此项工作',
  '加十分',
  '本项以4分为限，每次加1分',
  '被省级媒体报道的加0.5分，被中央媒体报道的加1分，累计加分不超过3分',
  '没有分数的文字',
  '国家级5分/项、省级3分/项；市级1分（每项）',
  '获省、市表彰的，分别加3分、1分\n\n累计不超过5分',
  '省级推广加3分，最高不超过5分\n省级通报每次扣3分',
  '推广加3分；通报扣2分，扣分最多4分',
  '县级对口单位考核结果列全省、市前3名的分别奖10分、5分、3分',
];

/** Everything that was read of one text, in a few lines. */
function told(text: string, side: 'bonus' | 'penalty' | 'both'): string {
  const { bonus, penalty, total, doubts } = readAdjustment(text, side);
  const block = (name: string, found: typeof bonus): string[] =>
    found
      ? [
          `  ${name} ${found.counting}${found.cap === undefined ? '' : `, at most ${showPoints(found.cap)}`}`,
          ...found.options.map(({ code, label, points }) => `    ${code} ${label}: ${showPoints(points)}`),
        ]
      : [];
  return [
    `${side}: ${text}`,
    ...block('bonus', bonus),
    ...block('penalty', penalty),
    ...(total === undefined ? [] : [`  total ${showPoints(total)}`]),
    ...doubts.map((doubt) => `  ? ${doubt}`),
  ].join('\n');
}

describe('what texts of bonus and penalty entries are read as', () => {
  it.each(['bonus', 'penalty', 'both'] as const)('where a bare score means %s', async (side) => {
    const lines = TEXTS.map((text) => told(text, side));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`readings/adjustments-${side}.txt`);
  });
});

describe('a case that is said twice is one case, without the heading before it', () => {
  const cases = (text: string, side: 'bonus' | 'penalty') =>
    readAdjustment(text, side)[side]?.options.map(({ label, points }) => `${label} ${showPoints(points)}`);
  const HONOURS = ['获市级表彰 2', '获省级表彰 5'];
  it.each([
    ['a text', '加分事项：获市级表彰加2分，获省级表彰加5分。', HONOURS],
    [
      'the cut text above it',
      '加分事项：获市级表彰加2分，获省级表彰\n\n加分事项：获市级表彰加2分，获省级表彰加5分。',
      HONOURS,
    ],
    ['a name above it', '获市级表彰加2分\n\n加分项：获市级表彰加2分，获省级表彰加5分。', HONOURS],
    ['one that costs more', '获表彰加2分，获表彰加5分', ['获表彰 2', '获表彰 5']],
    ['points alone', '加2分，加2分', ['符合加分情形 2', '符合加分情形 2']],
    ['a unit of its own', '国家级5分/项；国家级5分', ['国家级（每项） 5', '国家级 5']],
  ])('%s', (_, text, expected) => expect(cases(text, 'bonus')).toEqual(expected));

  it.each([
    '扣分事项：被通报扣2分，被曝光扣5分。',
    '扣分事项：被通报扣2分，被曝光\n\n扣分事项：被通报扣2分，被曝光扣5分。',
  ])('so with what is taken: %s', (text) => expect(cases(text, 'penalty')).toEqual(['被通报 2', '被曝光 5']));
});

/** Points that count otherwise are an entry to be looked at. */
it.each<[text: string, counting: string, doubt: string | undefined]>([
  ['被省级通报每次扣5分，市级每次扣3分，同一事件不重复扣分', 'sum', '同一事件不重复扣分'],
  ['国家级每项加5分，省级每项加3分，同一事项按最高级别计分', 'sum', '同一事项按最高级别计分'],
  ['被通报的扣2分，同一问题只扣一次分', 'sum', '同一问题只扣一次分'],
  ['国家级加5分，省级加3分，按最高级别计分', 'highest', undefined],
  ['国家级加5分，省级加3分，同一年度按最高级别计分', 'highest', undefined],
  ['获国家级表彰加5分（省级减半）', 'sum', '省级减半'],
  ['在省级刊物发表的每篇加2分，第二作者减半', 'sum', '第二作者减半'],
  ['第一作者加2分，第二作者减半，第三作者加0.5分', 'sum', '第二作者减半'],
  ['联合表彰的按50%计，获省级表彰的加2分', 'sum', '联合表彰的按50%计'],
  ['造假的扣10分，并取消加分', 'sum', '并取消加分'],
  ['获省级表彰的加3分，行业协会表彰除外', 'sum', '行业协会表彰除外'],
  ['获省级表彰的每次加3分，最多加6分', 'sum', undefined],
  ['不予公开的，每次扣2分', 'sum', undefined],
])('what is no part of the points is told: %s', (text, counting, doubt) => {
  const { bonus, penalty, doubts } = readAdjustment(text, 'both');
  expect((bonus ?? penalty)?.counting).toBe(counting);
  expect(doubts.map((each) => /“(.*?)”/.exec(each)?.[1])).toEqual(doubt === undefined ? [] : [doubt]);
});
