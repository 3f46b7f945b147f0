import { describe, expect, it } from 'vitest';
import { foundIn, marksIn, wordsOf } from '../../../../shared/search/match.ts';

/** What is marked of a text for what is typed. */
const marked = (text: string, typed: string): string[] =>
  marksIn(text, wordsOf(typed)).map(([from, to]) => text.slice(from, to));

describe('a word in a text', () => {
  it.each([
    ['Chinese', '行政指导工作规范', '指导', ['指导']],
    ['initials', '行政指导工作规范', 'xzzd', ['行政指导']],
    ['full pinyin', '行政指导工作规范', 'zhidao', ['指导']],
    ['pinyin that is not finished', '行政指导工作规范', 'zhida', ['指导']],
    ['a reading of several', '重点行业', 'zhongdian', ['重点']],
    ['a code', '1.2 年度实施方案', '1.2', ['1.2']],
    ['Latin letters of any case', '方案PDF', 'pdf', ['PDF']],
    ['full width in the text', '豫执〔２０２６〕１号', '2026', ['２０２６']],
    ['full width typed', '豫执〔2026〕1号', '２０２６', ['2026']],
    ['several words, those that meet as one', '夜市油烟扰民', '油烟 夜市', ['夜市油烟']],
    ['several words apart', '夜市的油烟', 'youyan 夜市', ['夜市', '油烟']],
    ['no syllable of it', '行政指导', 'zzzz', []],
    ['nothing typed', '行政指导', '  ', []],
  ])('%s', (_, text, typed, parts) => {
    expect(marked(text, typed)).toEqual(parts);
  });

  it('is looked for by its sound in short texts alone', () => {
    expect(foundIn(`${'甲'.repeat(79)}行政`, 'xz')).toBeUndefined();
    expect(foundIn(`${'甲'.repeat(79)}行政`, '行政')).toEqual([79, 81]);
  });

  it('that never ends is taken as it is written', () => {
    expect(foundIn('先先先先', 'xian'.repeat(2000))).toBeUndefined();
  });
});
