import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWarnings, restWords, warningWords } from '../../../../../shared/tables/import/fold-warnings.ts';

/** "partSum 3 5" -> two warnings of that kind, about these rows. */
const warnings = (...kinds: string[]) =>
  kinds.flatMap((kind) => {
    const [code = '', ...rows] = kind.split(' ');
    return rows.map((row) => ({ code, row: Number(row) }));
  });

/** As it is shown: the rows of each kind, then what is folded. */
const shownOf = (list: ReturnType<typeof warnings>, most: number) =>
  foldWarnings(list, most).flatMap((group) => [
    ...group.shown.map(({ code, row }) => `${code} ${row}`),
    ...(group.folded.length > 0 ? [restWords(group)] : []),
  ]);

describe('foldWarnings', () => {
  it.each<[what: string, given: string[], most: number, shown: string[]]>([
    ['nothing of nothing', [], 5, []],
    ['all where there is room', ['noScore 4 2', 'zeroScore 9'], 3, ['noScore 4', 'noScore 2', 'zeroScore 9']],
    [
      'sums and lost cells first, whatever came first',
      ['noScore 4', 'unaccounted 3', 'duplicate 5', 'totalSum 0', 'declaredSum 8'],
      5,
      ['totalSum 0', 'declaredSum 8', 'unaccounted 3', 'noScore 4', 'duplicate 5'],
    ],
    [
      'the first few of each kind, the others with their rows',
      ['noScore 3 5 7 9 11', 'duplicate 4 6 8 10'],
      6,
      [
        'noScore 3',
        'noScore 5',
        '同类还有 3 条（第7、9、11行）',
        'duplicate 4',
        'duplicate 6',
        '同类还有 2 条（第8、10行）',
      ],
    ],
    [
      'eight rows at most, each once, those of no row not',
      ['noScore 1 0 10 2 2 3 4 5 6 7 8 9'],
      2,
      ['noScore 1', '同类还有 11 条（第2、3、4、5、6、7、8、9…行）'],
    ],
    [
      'a kind that came to its last one whole: it takes no more room',
      ['noScore 1 2 3'],
      3,
      ['noScore 1', 'noScore 2', 'noScore 3'],
    ],
    [
      'the kinds without room in one line',
      ['a 1 2 3', 'b 4 5', 'c 6', 'd 7'],
      3,
      ['a 1', '同类还有 2 条（第2、3行）', '其他提示还有 4 条（第4、5、6、7行）'],
    ],
  ])('shows %s', (_what, given, most, shown) => {
    expect(shownOf(warnings(...given), most)).toStrictEqual(shown);
  });

  it('keeps every warning once, in no more lines than there are', () => {
    const warning = fc.record({
      code: fc.constantFrom('a', 'b', 'c', 'd', 'unaccounted', 'totalSum'),
      row: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.array(warning, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (list, most) => {
        const groups = foldWarnings(list, most);
        const all = groups.flatMap(({ shown, folded }) => [...shown, ...folded]);
        expect(all).toHaveLength(list.length);
        expect(new Set(all)).toStrictEqual(new Set(list));
        expect(shownOf(list, most).length).toBeLessThanOrEqual(most);
        if (list.length <= most) expect(groups.every(({ folded }) => folded.length === 0)).toBe(true);
      }),
    );
  });
});

it.each([
  [3, '“会议”没有分值', '第3行：“会议”没有分值'],
  [0, '各项合计90分', '各项合计90分'],
  [3, '第3行的编号存成了数字', '第3行的编号存成了数字'],
  [3, '第5栏有12格没有写入标准（第3、4等行）', '第5栏有12格没有写入标准（第3、4等行）'],
])('names row %i of a warning once: %s', (row, message, words) => {
  expect(warningWords({ row, message })).toBe(words);
});
