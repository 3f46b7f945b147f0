import { expect, it } from 'vitest';
import { compareWords } from '../../../../renderer/desk/compare-words.ts';

it.each([
  ['numbers by what they are', ['第10执法队', '第2执法队', '第1执法队'], '第1执法队 第2执法队 第10执法队'],
  ['names by their sounds', ['中牟县', '安阳市', '郑州市'], '安阳市 郑州市 中牟县'],
  ['what is empty first', ['甲局', ''], ' 甲局'],
])('orders %s', (_, words, ordered) => {
  expect(words.sort(compareWords).join(' ')).toBe(ordered);
});
