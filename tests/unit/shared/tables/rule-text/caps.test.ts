import { describe, expect, it } from 'vitest';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { shortRule } from './short-rule.ts';

function told(text: string): string {
  const { confidence, rule } = proposeRule(text, 800);
  return `${confidence} ${shortRule(rule)}`;
}

const WORDINGS = [
  ...[
    '扣满5分为止',
    '扣完5分为止',
    '扣足5分为止',
    '扣满5分即止',
    '扣满五分止',
    '扣满5分后不再扣分',
    '扣完5分',
  ],
  ...['直至扣满5分', '最多扣5分', '至多扣5分', '最高扣五分', '扣分最多5分', '扣分不超过5分', '以5分为限'],
  ...[
    '封顶5分',
    '5分封顶',
    '扣分封顶5分',
    '扣分上限5分',
    '本项最多扣5分',
    '该项扣分不超过5分',
    '累计不超过5分',
  ],
  ...['合计最多扣5分', '累计扣至5分为止', '总扣分不超过5分', '以上最多扣5分', '三项合计最多扣5分'],
];

/** How clear it is that a cap is for all faults together. */
const RIGHT = 'deduct 2/次 1/处 1/次 >=3';
const FAULTS = ['未建台账扣2分', '台账不全每处扣1分', '未更新每次扣1分'];

describe('a cap over all faults is the floor, in whatever words', () => {
  it.each(WORDINGS)('%s', (cap) => {
    for (const end of ['；', '。', '\n\n'])
      expect(told(`${FAULTS.join('；')}${end}${cap}。`)).toBe(`sure ${RIGHT}`);
    expect(told(`${FAULTS.join('，')}，${cap}。`)).toMatch(new RegExp(`^(sure|likely) ${RIGHT}$`));
    expect(told(`未建台账扣2分，台账不全扣1分，三年未更新的扣2分，${cap}。`)).toMatch(/>=3$/);
    // Beside the last of several that ；keeps apart it may be the last one's.
    expect(told(`${FAULTS.join('；')}，${cap}。`)).toMatch(/^likely/);
  });

  it.each(WORDINGS)('of one fault it is that fault’s: %s', (cap) => {
    if (/以上|三项/.test(cap)) return;
    expect(told(`每缺一份扣1分，${cap}。`)).toBe('sure deduct 1/份^5');
    expect(told(`每缺一份扣1分（${cap}）。`)).toBe('sure deduct 1/份^5');
  });
});

describe('caps that leave a doubt', () => {
  it.each([
    ['lost or left', '每缺一份扣1分，扣至5分为止', 'likely deduct 1/份^5'],
    ['the most of it lost or left', '每缺一份扣1分，最多扣至3分', 'likely deduct 1/份^3'],
    ['so where it strikes once', '未开展的扣1分，最多扣到1分', 'likely deduct 1/次^1'],
    ['so of several', '甲每次扣1分，乙每次扣2分。最多扣至3分', 'likely deduct 1/次 2/次 >=5'],
    ['taken or given', '甲每次扣1分，乙每次扣2分。本项最多3分。', 'likely deduct 1/次 2/次 >=5'],
    ['in the words of what is spared', '每缺一份扣1分，扣到5分后不再扣分', 'likely deduct 1/份^5'],
    [
      'more faults than are named',
      '缺方案扣2分，缺总结扣2分，三项合计最多扣3分',
      'likely deduct 2/次 2/次 >=5',
    ],
    ['behind each fault', '甲每处扣1分。最多扣2分。乙每处扣1分。最多扣3分。', 'likely deduct 1/处^2 1/处^3'],
    ['each of them', '缺方案扣2分，每少一份扣1分，每项最多扣2分', 'likely deduct 2/次 1/份 >=6'],
    ['a fault that strikes once', '未开展的扣2分，最多扣5分', 'likely deduct 2/次^5'],
    [
      'the last of several, one of which has its own',
      '未建台账扣3分；每处扣1分，扣满2分为止；未更新扣1分，扣满5分为止',
      'likely deduct 3/次 1/处^2 1/次^5',
    ],
    ['in a bracket behind the last', '缺方案扣2分，缺总结扣2分（最多扣3分）', 'likely deduct 2/次 2/次 >=5'],
  ])('%s', (_, text, reading) => expect(told(text)).toBe(reading));

  it('but not what says that it is of all', () => {
    expect(told('最多扣5分：未建台账扣2分，台账不全每处扣1分')).toBe('sure deduct 2/次 1/处 >=3');
    expect(told('本项最多扣5分\n扣1分/处：台账不全；扣2分/次：未更新')).toBe('sure deduct 1/处 2/次 >=3');
    expect(told('未建台账扣2分，台账不全每处扣1分，本项最多扣5分')).toBe('sure deduct 2/次 1/处 >=3');
    expect(told('每缺一份扣1分，扣至0分为止')).toBe('sure deduct 1/份');
  });
});
