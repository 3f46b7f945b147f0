import { describe, expect, it } from 'vitest';
import { creditCodeProblem, normaliseCreditCode } from '../../../../shared/values/credit-code.ts';

describe('统一社会信用代码', () => {
  it.each([
    // The example of GB 32100-2015 itself; the others are made up, with check digits worked out by another program.
    '91350100M000100Y43',
    '11410100MB00000018',
    '1241000000000000XH',
    '12410000000000000P',
    'N2410105MA45678900',
    '52370800MJE123456F',
    '11410100MB0000018Y',
  ])('%s is right', (code) => expect(creditCodeProblem(code)).toBeUndefined());

  it.each([
    // One character wrong, two neighbours turned round.
    ['11410100MB00000028', '校验位不符，请核对有没有写错'],
    ['91350100M000100Y34', '校验位不符，请核对有没有写错'],
    ['91350100M00010Y043', '校验位不符，请核对有没有写错'],
    ['91350100M000100Y4', '应为 18 位，现在是 17 位'],
    ['91350100M000100Y433', '应为 18 位，现在是 19 位'],
    ['9135O1OOM000100Y43', '代码里不会有“O”：只用数字和大写字母，不用 I、O、S、V、Z'],
    ['9I350100M000100Z43', '代码里不会有“I、Z”：只用数字和大写字母，不用 I、O、S、V、Z'],
    ['91350100S000100V43', '代码里不会有“S、V”：只用数字和大写字母，不用 I、O、S、V、Z'],
    ['九1350100M000100Y43', '代码里不会有“九”：只用数字和大写字母，不用 I、O、S、V、Z'],
    ['91350100m000100y43', '代码里不会有“m、y”：只用数字和大写字母，不用 I、O、S、V、Z'],
  ])('%s: %s', (code, problem) => expect(creditCodeProblem(code)).toBe(problem));

  it('finds every single wrong character', () => {
    const code = '91350100M000100Y43';
    for (let at = 0; at < code.length; at += 1) {
      for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        if (wrong !== code) expect(creditCodeProblem(wrong)).toBe('校验位不符，请核对有没有写错');
      }
    }
  });

  it.each([
    ['91350100m000100y43', '91350100M000100Y43'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
    [' 9135 0100 M000 100Y 43　', '91350100M000100Y43'],
    ['　', ''],
  ])('%j is written down as %j', (typed, code) => expect(normaliseCreditCode(typed)).toBe(code));
});
