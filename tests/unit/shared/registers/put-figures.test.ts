import { describe, expect, it } from 'vitest';
import type { FigureFrom } from '../../../../shared/assessment/profile.ts';
import {
  type Offer,
  standingFigures,
  standingOf,
  unsupportedFigures,
  withFigures,
  withoutFigures,
} from '../../../../shared/registers/put-figures.ts';

const AT = '2026-11-28T08:00:00.000Z';
const LATER = '2026-12-01T08:00:00.000Z';
const offer = (key: string, sentence: string): Offer => ({ key, sentence, trace: `${key}的台账` });
const from = (figure: string, text: string, at = AT): FigureFrom => ({
  ...{ figure, text, trace: `${figure}的台账`, at },
});

describe('a sentence that is put into the 数据', () => {
  it.each([
    ['nothing there', undefined, undefined, { is: 'new' }],
    ['other words there', '自己写的', undefined, { is: 'new' }],
    ['the same there, whoever wrote it', '自己写的\n共2件。', undefined, { is: 'there' }],
    ['the same between blanks', ' 共2件。 ', undefined, { is: 'there' }],
    ['an older one, untouched', '共1件。\n自己写的', '共1件。', { is: 'older', line: '共1件。' }],
    ['an older one, touched', '今年共1件。', '共1件。', { is: 'touched' }],
    ['an older one, part of a line', '共1件。其中', '共1件。', { is: 'touched' }],
    ['an older one, taken out', '', '共1件。', { is: 'touched' }],
  ])('%s', (_, figures, before, standing) => {
    const figuresFrom = before === undefined ? undefined : [from('甲', before)];
    expect(standingOf({ figures, figuresFrom }, offer('甲', '共2件。'))).toEqual(standing);
  });

  it.each([
    ['an empty text', '', '共2件。\n另3件。'],
    ['a text', '自己写的', '自己写的\n共2件。\n另3件。'],
    ['a text that ends with a line break', '自己写的\n', '自己写的\n共2件。\n另3件。'],
    ['the older one, where it stands', '一\n共1件。\n二', '一\n共2件。\n二\n另3件。'],
    ['a touched one, which stays', '一\n今年共1件。', '一\n今年共1件。\n共2件。\n另3件。'],
    ['one that is there', '共2件。\n二', '共2件。\n二\n另3件。'],
  ])('goes into %s', (_, figures, text) => {
    const now = { figures, figuresFrom: [from('甲', '共1件。'), from('丙', '别的。')] };
    const put = withFigures(now, [offer('甲', '共2件。'), offer('乙', '另3件。')], LATER);
    expect(put.figures).toBe(text);
    expect(put.figuresFrom).toEqual([
      from('丙', '别的。'),
      from('甲', '共2件。', LATER),
      from('乙', '另3件。', LATER),
    ]);
  });

  it('is replaced again and again, and never twice there', () => {
    const first = withFigures({}, [offer('甲', '共1件。')], AT);
    const second = withFigures(first, [offer('甲', '共2件。')], AT);
    const third = withFigures(second, [offer('甲', '共3件。')], LATER);
    expect(third).toEqual({ figures: '共3件。', figuresFrom: [from('甲', '共3件。', LATER)] });
  });

  it('keeps its trace for as long as it stands there as it was, in the order of the lines', () => {
    const figuresFrom = [from('甲', '共1件。'), from('乙', '另3件。'), from('丙', '没了。')];
    expect(standingFigures({ figures: '另3件。\n自己写的\n共1件。', figuresFrom })).toEqual([
      from('乙', '另3件。'),
      from('甲', '共1件。'),
    ]);
    expect(standingFigures({})).toEqual([]);
  });

  it.each([
    ['what it counted is gone', '共1件。', [from('年/甲', '共1件。')], ['共1件。']],
    ['it has other numbers by now', '共1件。', [from('年/乙', '共1件。')], []],
    ['a person has changed it', '今年共1件。', [from('年/甲', '共1件。')], []],
    ['a person wrote it', '共1件。', [], []],
    ['it is of another year', '共1件。', [from('别年/甲', '共1件。')], []],
    ['another year says it as well', '共1件。', [from('年/甲', '共1件。'), from('别年/甲', '共1件。')], []],
    ['another figure says the same', '另3件。', [from('年/甲', '另3件。')], []],
  ])('is unsupported or not where %s', (_, figures, figuresFrom, texts) => {
    const found = unsupportedFigures({ figures, figuresFrom }, '年', [offer('年/乙', '另3件。')]);
    expect(found.map(({ text }) => text)).toEqual(texts);
  });

  it('is taken out with its trace, and nothing else is', () => {
    const [gone, stays] = [from('年/甲', '共1件。'), from('年/乙', '另3件。')];
    const now = { figures: '自己写的\n 共1件。\n今年共1件。\n另3件。', figuresFrom: [gone, stays] };
    expect(withoutFigures(now, [gone])).toEqual({
      figures: '自己写的\n今年共1件。\n另3件。',
      figuresFrom: [stays],
    });
  });

  it('keeps no more traces than it may', () => {
    const many = Array.from({ length: 205 }, (_, n) => offer(`第${n}`, `共${n}件。`));
    const { figuresFrom } = withFigures({}, many, AT);
    expect(figuresFrom).toHaveLength(200);
    expect(figuresFrom?.at(-1)?.figure).toBe('第204');
  });
});
