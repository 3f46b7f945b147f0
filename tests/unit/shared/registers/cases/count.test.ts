import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyond, countCase, countText } from '../../../../../shared/registers/cases/count.ts';
import { caseText } from '../../../../../shared/registers/cases/text.ts';

describe('words', () => {
  it.each([
    ['', 0],
    ['行政执法', 4],
    ['“行政”执法。', 7],
    ['——……', 4],
    ['行政 执法\u3000（试行）', 8],
    ['abc', 1],
    ['ABC公司', 3],
    ['12345热线', 3],
    ['3.5', 1],
    ['3.5.1', 1],
    ['12%', 1],
    ['12％', 2],
    ['2,000元', 2],
    ['1,234,567', 1],
    ['12,34', 2],
    ['1,2345', 2],
    ['3.', 1],
    ['COVID-19', 2],
    ['2020-11-06', 3],
    ['你好,世界!', 4],
    ['a, b', 2],
    ['１２３ＡＢＣ', 1],
    ['Ａ1', 1],
    ['cafe\u0301', 1],
    ['é', 1],
    ['m²', 1],
    ['20㎡', 2],
    ['20℃', 2],
    ['①', 1],
    ['𠮷野', 2],
    ['〇', 1],
    ['😀', 1],
    ['👨‍👩‍👧', 1],
    ['👍🏽', 1],
    ['❤\ufe0f', 1],
    ['🇨🇳', 1],
    ['1\ufe0f\u20e3', 1],
    ['\u0301', 0],
    ['\ud842', 0],
    ['\u200b\ufeff\u00a0\t', 0],
    ['!?,.;:()"\'', 0],
  ])('%j: %i', (text, words) => expect(countText(text).words).toBe(words));

  it.each([
    ['', 0],
    ['行政 执法', 4],
    ['3.5 %', 4],
    ['𠮷', 1],
    ['a\u3000b\n', 2],
  ])('without blanks, %j: %i', (text, bare) => expect(countText(text).bare).toBe(bare));

  it('of lines are the sum of theirs', () => {
    const line = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replace(/[\r\n\v\f\u0085\u2028\u2029]/g, ''));
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\u2028'), (lines, end) => {
        const sum = lines.map((text) => countText(text).words).reduce((a, b) => a + b, 0);
        expect(countText(lines.join(end)).words).toBe(sum);
      }),
    );
  });

  it('are never more than the characters that are no blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { words, bare } = countText(text);
        expect(words).toBeLessThanOrEqual(bare);
      }),
    );
  });
});

describe('the title', () => {
  it.each([
    ['is the first line of several', '标题\n正文五个字', 5],
    ['stands behind empty lines', '\n\u3000\r\n标题\r\n\r\n正文五个字', 5],
    ['is none where there is one line', '正文五个字\n \n', 5],
    ['is none that ends as a sentence', '正文五个字。\n正文', 8],
    ['is none that is the heading of a part', '一、工作背景\n正文', 8],
    ['is none that ends as a sentence in quotation marks', '他说“可以。”\n正文', 9],
    ['is none that is a heading of a first chapter', '一、基本概况\n正文', 8],
    ['is none of 41 characters', `${'字'.repeat(41)}\n正文`, 43],
    ['is one of 40 characters', `${'字'.repeat(40)}\n正文`, 2],
    ['leaves a subtitle to be counted', '标题\n——副标题\n正文', 7],
  ])('%s', (_, text, words) => expect(countCase(caseText(text)).words).toBe(words));
});

it('what is too much begins behind the last that is not', () => {
  const text = '标题\n一二三\n四五，3.5元';
  const rest = (words: number) => {
    const at = beyond(caseText(text), words);
    return at && text.slice(at.from, at.to);
  };
  expect([2, 3, 6, 7, 8].map(rest)).toStrictEqual([
    '三\n四五，3.5元',
    '四五，3.5元',
    '3.5元',
    '元',
    undefined,
  ]);
});
