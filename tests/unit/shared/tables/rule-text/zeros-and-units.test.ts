import { describe, expect, it } from 'vitest';
import { vetoCasesOf } from '../../../../../shared/tables/cells/sides.ts';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';
import { shortRule } from './short-rule.ts';

function told(text: string): string {
  const { confidence, rule } = proposeRule(text, 1000, { vetoes: 'elsewhere' });
  return `${confidence} ${shortRule(rule)}`;
}

describe('a 0 that is joined to a veto is kept, or asked about', () => {
  it.each([
    ...['该项不得分并取消评先资格', '该项不得分且取消评先资格', '该项不得分和取消评先资格'],
    ...['该项不得分及取消评先资格', '该项不得分并且取消评优资格', '该项不得分同时取消评优资格'],
    ...['该项不得分还要取消评优资格', '该项不得分；取消评优资格', '不得分并不予评优', '该项不得分且不得评优'],
  ])('一次扣2分；出现上访的，%s', (words) => {
    expect(told(`一次扣2分；出现上访的，${words}`)).toBe('sure deduct 2/次 0/次!');
    expect(vetoCasesOf(`一次扣2分；出现上访的，${words}`)).toEqual([
      { text: `出现上访的，${words}`, effect: 'notRated' },
    ]);
  });

  it.each([
    ['取消该项得分及评先资格', 'likely deduct 2/次'],
    ['取消评先资格并该项不得分', 'likely deduct 2/次 0/次!'],
    ['不得评为先进且该项不得分', 'likely deduct 2/次 0/次!'],
    ['不得申报且扣5分', 'likely deduct 2/次 5/次'],
  ])('一次扣2分；出现上访的，%s', (words, reading) =>
    expect(told(`一次扣2分；出现上访的，${words}`)).toBe(reading),
  );

  it('a veto without a case of its own has that of the points before it', () => {
    expect(vetoCasesOf('收受红包的，本项不得分，年度考评直接定为较差').map(({ text }) => text)).toEqual([
      '收受红包的，本项不得分，年度考评直接定为较差',
    ]);
    expect(vetoCasesOf('一般事故扣5分，重大事故取消评优资格').map(({ text }) => text)).toEqual([
      '重大事故取消评优资格',
    ]);
  });
});

describe('what is counted is the unit, or it is asked about', () => {
  it.each([...'床双格瓶桌房窗柜章顶把页笔枚面支'])('一%s', (unit) => {
    expect(told(`一${unit}不整齐扣2分`)).toBe(`sure deduct 2/${unit}`);
    expect(told(`每缺一${unit}扣2分`)).toBe(`sure deduct 2/${unit}`);
    expect(told(`不整齐扣2分/${unit}`)).toBe(`sure deduct 2/${unit}`);
  });

  it.each([
    ['一瓶过期扣2分', 'likely deduct 2/瓶'],
    ['一瓮不洁扣2分', 'likely deduct 2/瓮'],
    ['一瓮渗漏扣2分', 'likely deduct 2/瓮'],
    ['1瓮破损扣2分', 'likely deduct 2/瓮'],
    ['不洁扣2分/瓮', 'likely deduct 2/次'],
    ['不洁扣2分/瓮，缺一张扣1分', 'likely deduct 2/次 1/张'],
  ])('%s', (text, reading) => expect(told(text)).toBe(reading));

  it.each(['标准不统一', '口径不一致', '一把手未参加', '一般问题未整改', '同一错误', '唯一通道不畅'])(
    'no count: %s',
    (words) => expect(told(`${words}扣2分`)).toBe('sure deduct 2/次'),
  );
});
