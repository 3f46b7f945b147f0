import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePercent } from '../../../../renderer/desk/verify/beyond/parse-percent.ts';
import { parseAward, parseCount } from '../../../../renderer/items/rules/parts/parse-input.ts';
import { readSurveyTable } from '../../../../shared/review/survey-table.ts';
import { optionsFromWords } from '../../../../shared/standard/rules/table-words.ts';
import { readScoreText } from '../../../../shared/tables/cells/score-text.ts';
import { MAX_POINTS, showPoints } from '../../../../shared/values/points.ts';
import { halfWidth, readPoints, readWhole } from '../../../../shared/values/typed-number.ts';

const points = (text: string): number | undefined => {
  const read = readPoints(text, { units: ['分'] });
  return 'value' in read ? read.value : undefined;
};

/** As written, and as hundredths; undefined: refused. */
const WRITTEN: readonly (readonly [text: string, value: number | undefined])[] = [
  ['2.5', 250],
  ['2。5', 250],
  ['２．５', 250],
  ['2.5分', 250],
  ['2.5 分', 250],
  ['2.500', 250],
  ['．5', 50],
  ['.5', 50],
  ['+3', 300],
  ['＋3', 300],
  ['\u200b2.5', 250],
  ['2\u200b.5', 250],
  ['2.5\ufeff', 250],
  ['\u00a02.5\u00a0', 250],
  ['\u30002.5', 250],
  ['\u20602.5', 250],
  ['\u202a2.5\u202c', 250],
  ['\u20662.5\u2069', 250],
  ['2\u00ad.5', 250],
  ['8\ufe0f', 800],
  ['1,200', 120_000],
  ['1，200', 120_000],
  ['1,200.5', 120_050],
  ['1,000,000', MAX_POINTS],
  ['8①', undefined],
  ['①', undefined],
  ['3²', undefined],
  ['½', undefined],
  ['Ⅴ', undefined],
  ['〇', undefined],
  ['8\ufe0f\u20e3', undefined],
  ['\u0665', undefined],
  ['8 1', undefined],
  ['8\u00a01', undefined],
  ['2,5', undefined],
  ['2，5', undefined],
  ['1,20', undefined],
  ['12,00', undefined],
  ['1,2000', undefined],
  [',200', undefined],
  ['1200,300', undefined],
  ['2.5.1', undefined],
  ['5.', undefined],
  ['1e2', undefined],
  ['0x10', undefined],
  ['2.555', undefined],
  ['2.5%', undefined],
  ['分', undefined],
  ['-1', undefined],
  ['−1', undefined],
  ['－1', undefined],
  ['-0', undefined],
  ['1000000.01', undefined],
];

describe('one number, whatever door it comes through', () => {
  it.each(WRITTEN)('%j is %j hundredths', (text, value) => {
    expect(points(text)).toBe(value);
  });

  const survey = (text: string): number | undefined => {
    const cells = ['样本数', '满意数', text, '0'].map((cell, at) => {
      return { row: Math.floor(at / 2), column: at % 2, rowSpan: 1, columnSpan: 1, text: cell };
    });
    const read = readSurveyTable([{ id: '1', name: '', rows: 2, columns: 2, cells }]);
    return 'sample' in read ? read.sample : undefined;
  };
  const valueOf = (read: { value: number } | { problem: string }): number | undefined =>
    'value' in read ? read.value : undefined;
  /** Each door, and what of the table it cannot take by its own nature. */
  const DOORS = {
    '得分 field': (text: string) => valueOf(parseAward(text, MAX_POINTS, 1)),
    'cell of a table': (text: string) => {
      const read = readScoreText(text);
      return read.kind === 'points' && !read.percent && read.sign !== '-' ? read.points : undefined;
    },
    "cell of the standard's form": (text: string) => {
      try {
        const [option] = optionsFromWords(`${text.replace(/分$/, '').trim()}分：情形`);
        return points(String(option?.['points']));
      } catch {
        return undefined;
      }
    },
  };
  it.each(Object.entries(DOORS))('%s', (_, door) => {
    const seen = WRITTEN.map(([text]) => [text, door(text)]);
    expect(seen).toEqual(WRITTEN.map(([text, value]) => [text, value]));
  });

  it.each([
    ['８', 8],
    ['1,200', 1200],
    ['1，200', 1200],
    ['\u200b12', 12],
    ['12.0', 12],
    ['8①', undefined],
    ['3²', undefined],
    ['1,20', undefined],
    ['−1', undefined],
    ['2.5', undefined],
  ])('%j is %j things', (text, value) => {
    expect([
      valueOf(readWhole(text, { most: 10_000 })),
      valueOf(parseCount(text, 10_000)),
      survey(text),
    ]).toEqual([value, value, value]);
  });

  it.each([
    ['85.5%', { value: 8550 }],
    ['85。5％', { value: 8550 }],
    ['85.5分', { value: 8550 }],
    ['\u200b', undefined],
    ['8①', { problem: '“①”不是普通数字，请改成 0 至 9' }],
    ['−1', { problem: '不能小于 0，请去掉负号' }],
    ['100.01', { problem: '不能大于 100' }],
  ])('%j of a hundred is %j', (text, read) => {
    expect(parsePercent(text)).toEqual(read);
  });

  it.each([
    ['-2.5', -250],
    ['−2.5', -250],
    ['－2。5分', -250],
    ['–2.5', -250],
    ['-0', 0],
    ['--1', undefined],
    ['+-1', undefined],
  ])('%j is %j where it may be below 0', (text, value) => {
    expect(valueOf(readPoints(text, { units: ['分'], signed: true }))).toBe(value);
  });
});

it.each([
  ['8①', '“①”不是普通数字，请改成 0 至 9'],
  ['3²', '“²”不是普通数字，请改成 0 至 9'],
  ['2,5', '逗号只用来分千位（如 1,200），小数点请写成 2.5 这样'],
  ['−1', '不能小于 0，请去掉负号'],
  ['2.555', '最多写两位小数'],
  ['8 1', '数字中间不能有空格'],
  ['abc', '请输入数字，例如 2.5'],
  ['2.5处', '请输入数字，例如 2.5；“处”不能写在里面'],
  ['1000001', '不能大于 1000000'],
])('%j is refused: %s', (text, problem) => {
  expect(readPoints(text, { units: ['分'] })).toEqual({ problem });
});

/** Whatever is pasted: signs that look like numbers among signs that are. */
const pasted = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'0123456789０５９.,。．，-−－+①²½Ⅴ〇分% \u200b\ufeff\u00a0\u00ad\u202e'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 8,
});

it('reads nothing but what it says when it is printed', () => {
  fc.assert(
    fc.property(pasted, (text) => {
      const read = readPoints(text, { units: ['分'], signed: true });
      if ('problem' in read) return;
      expect(readPoints(showPoints(read.value), { signed: true })).toEqual(read);
      // The digits that are seen are those of the number, but for zeros before and behind.
      const seen = halfWidth(text).replace(/[^\p{L}\p{N}]|分/gu, '');
      const digits = (all: string): string => all.replace(/\D/g, '').replace(/^0+|0+$/g, '');
      expect(seen).toMatch(/^\d+$/);
      expect(digits(showPoints(read.value))).toBe(digits(seen));
    }),
    { numRuns: 3000 },
  );
});
