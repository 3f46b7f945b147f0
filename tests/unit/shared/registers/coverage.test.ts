import { describe, expect, it } from 'vitest';
import { coverageOf, type Talk, talksOf, talkWords } from '../../../../shared/registers/coverage.ts';
import type { Entry } from '../../../../shared/registers/entry.ts';

const entry = (fields: Entry['fields']): Entry => ({
  id: '0b0f3c2a-1111-4d8e-8a5e-0f6f0f3c2a11',
  fields,
  files: [],
});
const list = (...names: string[]) => names.map((place) => entry({ place }));
const talk = (year: number, area: string): Talk => ({ year, day: `${year}-03-01`, matter: '题目', area });
const LIST = list('甲县', '乙县', '丙街道');

describe('who is covered', () => {
  it.each<[what: string, talks: Talk[], reached: number, fresh: number[]]>([
    ['nobody without a talk', [], 0, [0, 0, 0, 0, 0]],
    ['by one', [talk(2022, '甲县')], 1, [1, 0, 0, 0, 0]],
    ['by one that names several', [talk(2023, '甲县、乙县，丙街道')], 3, [0, 3, 0, 0, 0]],
    ['once, however often', [talk(2022, '甲县'), talk(2024, '甲县')], 1, [1, 0, 0, 0, 0]],
    ['whatever the blanks', [talk(2022, ' 甲 县 ')], 1, [1, 0, 0, 0, 0]],
    ['not by a part of its name', [talk(2022, '甲')], 0, [0, 0, 0, 0, 0]],
    ['in the last of five years', [talk(2026, '乙县')], 1, [0, 0, 0, 0, 1]],
    ['not before, not after', [talk(2021, '甲县'), talk(2027, '乙县')], 0, [0, 0, 0, 0, 0]],
  ])('%s', (_, talks, reached, fresh) => {
    expect(coverageOf(LIST, talks, { first: 2022 })).toMatchObject({
      ...{ reached, fresh, years: [2022, 2023, 2024, 2025, 2026] },
    });
  });

  it('tells names that are not in the list, and talks that name nobody', () => {
    const { unknown, unplaced } = coverageOf(LIST, [talk(2022, '丁县'), talk(2022, ' ')], { first: 2022 });
    expect([unknown, unplaced]).toEqual([['丁县'], 1]);
  });

  it('counts a name that is twice in the list once, and no line without one', () => {
    const { places } = coverageOf(list('甲县', '甲县', ''), [talk(2022, '甲县')], { first: 2022 });
    expect(places.map(({ name }) => name)).toEqual(['甲县']);
  });
});

it('counts 微宣讲 alone', () => {
  const rows = ['微宣讲', '培训', ''].map((kind) =>
    entry({ kind, day: '2026-03-01', area: '甲县', matter: '题目' }),
  );
  expect(talksOf(2026, rows)).toEqual([talk(2026, '甲县')]);
  expect(talkWords([talk(2026, ''), { ...talk(2026, ''), day: '', matter: '' }])).toBe(
    '2026-03-01 题目\n（未录入）',
  );
});
