import { describe, expect, it } from 'vitest';
import { parseAward, parseCount } from '../../../../../../renderer/items/rules/parts/parse-input.ts';

describe('points typed by hand', () => {
  it.each([
    ['2.5', 250],
    [' 2.50 ', 250],
    ['２．５', 250],
    ['2。5', 250],
    ['0', 0],
    ['6', 600],
  ])('%j is %i hundredths', (text, value) => {
    expect(parseAward(text, 600, 50)).toEqual({ value });
  });

  it.each([
    ['', '请输入得分'],
    ['6.5', '不能超过分值 6 分'],
    ['-1', '不能小于 0'],
    ['2.3', '按 0.5 分一档'],
    ['2.505', '最多写两位小数'],
    ['两分', '请输入数字'],
    ['1e2', '请输入数字'],
  ])('%j is refused: %s', (text, problem) => {
    expect(parseAward(text, 600, 50)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it('lets full marks through where the step does not reach them', () => {
    expect(parseAward('2.3', 230, 50)).toEqual({ value: 230 });
  });
});

describe('counts', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['１２', 12],
  ])('%j is %i', (text, value) => {
    expect(parseCount(text, 100)).toEqual({ value });
  });

  it.each([
    ['', '没有请填 0'],
    ['1.5', '整数'],
    ['-2', '不能小于 0'],
    ['101', '不能超过 100'],
    ['3处', '整数'],
  ])('%j is refused: %s', (text, problem) => {
    expect(parseCount(text, 100)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
