import { describe, expect, it } from 'vitest';
import { checkCase } from '../../../../../shared/registers/cases/check.ts';
import { OUTLINE, paragraphsOf, partCase, wholeCase } from '../../../../../shared/registers/cases/parted.ts';
import { CLEAN, sample } from './samples.ts';

describe('a case in two fields', () => {
  it('is one text of which places in the text are further on', () => {
    const { whole, titleLength } = wholeCase({ title: '标题', text: '我局依法处理。' });
    const at = checkCase(whole).findings.find(({ code }) => code === 'own-name')?.at;
    expect(whole.slice(titleLength)).toBe('我局依法处理。');
    expect(at && '我局依法处理。'.slice(at.from - titleLength, at.to - titleLength)).toBe('我局');
  });

  it('is its text alone without a title', () => {
    expect(wholeCase({ title: ' ', text: '正文。' })).toEqual({ whole: '正文。', titleLength: 0 });
  });

  it.each(CLEAN)('counts %s as the file is counted', (name) => {
    const parted = partCase(sample(name), 500);
    expect(parted.title).not.toBe('');
    const { words, bare } = checkCase(sample(name));
    expect(checkCase(wholeCase(parted).whole)).toMatchObject({ words, bare });
  });
});

describe('a case that was written elsewhere', () => {
  it.each([
    ['夜市油烟\r\n\r\n一、工作背景\r\n　　背景。\r\n', '夜市油烟', '一、工作背景\n　　背景。'],
    // No title: nothing of the text is taken away.
    ['一、工作背景\n背景。', '', '一、工作背景\n背景。'],
    ['近年来夜市增多。城管接到投诉\n正文。', '', '近年来夜市增多。城管接到投诉\n正文。'],
    [`${'长'.repeat(41)}\n正文。`, '', `${'长'.repeat(41)}\n正文。`],
    ['只有一段话。', '', '只有一段话。'],
    ['四个字题\n正文。', '四个字题', '正文。'],
    ['五个字标题\n正文。', '', '五个字标题\n正文。'],
  ])('is parted: %j', (whole, title, text) => {
    expect(partCase(whole, whole.includes('五个字') ? 4 : 500)).toEqual({ title, text });
  });
});

it.each(['工作背景', '一、工作背景', '近年来夜市增多。', '长'.repeat(41)])(
  'of one that begins with %s the program, a file and the terminal count and find the same',
  (first) => {
    const whole = `${first}\n正文我局。`;
    const parted = partCase(whole, 500);
    expect(parted).toEqual({ title: '', text: whole });
    expect(checkCase(wholeCase(parted).whole)).toEqual(checkCase(whole));
    expect(checkCase(whole).findings[0]?.message).toContain(
      '第一行是段落、小标题或超过 40 字，算作正文，计入字数',
    );
  },
);

describe('the outline', () => {
  it('has all parts of the notice', () => {
    const { findings } = checkCase(wholeCase({ title: '标题', text: OUTLINE }).whole);
    expect(findings.filter(({ code }) => code === 'missing-part')).toEqual([]);
  });

  it('is all headings on paper', () => {
    expect(paragraphsOf({ text: OUTLINE }).map(({ isHeading }) => isHeading)).toEqual(Array(7).fill(true));
  });

  it.each([
    ['一、工作背景：', true],
    ['一、工作背景：近年来夜市增多。', false],
    ['二是研判分析。办案人员认为可以改正。', false],
    ['　　近年来夜市增多。', false],
  ])('%s', (text, isHeading) => {
    expect(paragraphsOf({ text })).toEqual([{ text: text.trim(), isHeading }]);
  });
});
