import { describe, expect, it } from 'vitest';
import { type ItemWorth, worthOf, worthWords } from '../../../../shared/registers/worth.ts';

const item = (code: string, state: ItemWorth['state'], fullScore: number, score = 0): ItemWorth => ({
  ...{ code, title: `第${code}项`, state, fullScore, score },
});
const ITEMS = [
  item('1.1', 'scored', 400, 200),
  item('1.2', 'unscored', 250),
  item('1.3', 'notApplicable', 300),
  item('1.4', 'other', 500),
  item('1.5', 'scored', 100, 100),
];
const linked = (...codes: string[]) => codes.map((key) => ({ key, title: `第${key}项` }));

describe('what an item is worth', () => {
  it.each([
    ['1.1', '1.1 满分 4 分，已得 2 分'],
    ['1.2', '1.2 满分 2.5 分，还没有评'],
    ['1.3', '1.3 已按合理缺项处理'],
    ['1.4', '1.4 不适用于本单位类别'],
    ['9.9', '9.9 第9.9项：标准里没有这一项了'],
  ])('%s', (code, words) => {
    expect(worthWords(linked(code)[0]!, ITEMS)).toBe(words);
  });

  it('is nothing where another standard has another item under its code', () => {
    const other = [{ key: '1.1', title: '别的标准的一项' }];
    expect(worthWords(other[0]!, ITEMS)).toBe('1.1 别的标准的一项：标准里这个编号现在是“第1.1项”，请重新选');
    expect(worthOf(other, ITEMS).items).toBe(0);
    expect(worthOf([...other, ...linked('1.1')], ITEMS).items).toBe(1);
  });

  it.each([
    [[], { items: 0, fullScore: 0, score: 0, open: 0 }],
    [['1.1'], { items: 1, fullScore: 400, score: 200, open: 200 }],
    [['1.1', '1.2', '1.1', '1.1'], { items: 2, fullScore: 650, score: 200, open: 450 }],
    [['1.3', '1.4', '9.9'], { items: 0, fullScore: 0, score: 0, open: 0 }],
    [['1.5'], { items: 1, fullScore: 100, score: 100, open: 0 }],
  ])('of %j together, each once', (codes, worth) => {
    expect(worthOf(linked(...codes), ITEMS)).toEqual(worth);
  });
});
