import { describe, expect, it } from 'vitest';
import {
  coverageNotes,
  coverageOf,
  type Talk,
  talksOf,
  talkWords,
} from '../../../../shared/registers/coverage.ts';
import type { Entry } from '../../../../shared/registers/entry.ts';

const entry = (fields: Entry['fields']): Entry => ({
  id: '0b0f3c2a-1111-4d8e-8a5e-0f6f0f3c2a11',
  fields,
  files: [],
});
const list = (...names: string[]) => names.map((place) => entry({ place }));
const talk = (year: number, area: string): Talk => ({ year, day: `${year}-03-01`, matter: '题目', area });
const TODAY = '2026-11-20';
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
    expect(coverageOf(LIST, talks, { first: 2022, today: TODAY })).toMatchObject({
      ...{ reached, fresh, years: [2022, 2023, 2024, 2025, 2026] },
    });
  });

  it.each<
    [
      what: string,
      day: string,
      of: number,
      byYear: number[],
      told: { reached: number; [more: string]: unknown },
    ]
  >([
    ['in the year of its day, whatever the document', '2023-12-31', 2024, [0, 1, 0, 0, 0], { reached: 1 }],
    ['as it is written', '2023.5.1', 2024, [0, 1, 0, 0, 0], { reached: 1 }],
    ['without a year, in the document’s', '5月1日', 2024, [0, 0, 1, 0, 0], { reached: 1, undated: 0 }],
    ['not of a day before', '2021-12-31', 2022, [0, 0, 0, 0, 0], { reached: 0, outside: 1 }],
    ['today', TODAY, 2026, [0, 0, 0, 0, 1], { reached: 1 }],
    ['as planned after today', '2026-11-21', 2026, [0, 0, 0, 0, 1], { reached: 0, fresh: [0, 0, 0, 0, 0] }],
    ['without a day in the document’s year', '', 2024, [0, 0, 1, 0, 0], { reached: 1, undated: 1 }],
    ['of no day likewise', '待定', 2024, [0, 0, 1, 0, 0], { reached: 1, undated: 1 }],
    [
      'not of no day in a year that is not over',
      '年底前后',
      2026,
      [0, 0, 0, 0, 1],
      { reached: 0, undated: 1 },
    ],
    ['not yet by a month that is not over', '12月下旬', 2026, [0, 0, 0, 0, 1], { reached: 0, undated: 0 }],
    [
      'by a month that is, since the year is all that matters',
      '2024.3',
      2026,
      [0, 0, 1, 0, 0],
      { reached: 1 },
    ],
  ])('%s', (_, day, year, byYear, told) => {
    const covered = coverageOf(LIST, [{ ...talk(year, '甲县'), day }], { first: 2022, today: TODAY });
    expect(covered).toMatchObject({ outside: 0, ...told });
    const [place] = covered.places;
    expect(place?.byYear.map(({ length }) => length)).toEqual(byYear);
    const isPlanned = day === '2026-11-21' || day === '12月下旬';
    expect(place?.isPlanned).toBe(isPlanned);
    expect(place?.byYear.map(talkWords).join('')).toBe(
      byYear.includes(1)
        ? `${isPlanned ? '计划：' : told.reached === 0 ? '日期不明：' : ''}${[day, '题目'].filter(Boolean).join(' ')}`
        : '',
    );
  });

  it('tells what is not counted as its row says', () => {
    const talks = [
      talk(2022, '丁县'),
      talk(2022, ' '),
      { ...talk(2022, '甲县'), day: '' },
      talk(2021, '甲县'),
    ];
    const covered = coverageOf(LIST, talks, { first: 2022, today: TODAY });
    expect(coverageNotes(covered, '覆盖的县区、乡镇')).toEqual([
      '登记里写了、名单里没有的：丁县。没有计入，请核对名称。',
      '有 1 次微宣讲没有填“覆盖的县区、乡镇”，没有计入。',
      '有 1 次微宣讲没有日期或认不出：往年的按登记在哪一年的年度工作算，今年的不算讲到，请补日期。',
      '有 1 次微宣讲的日期不在2022至2026年，没有计入。',
    ]);
  });

  it('tells names that are not in the list, and talks that name nobody', () => {
    const { unknown, unplaced } = coverageOf(LIST, [talk(2022, '丁县'), talk(2022, ' ')], {
      first: 2022,
      today: TODAY,
    });
    expect([unknown, unplaced]).toEqual([['丁县'], 1]);
  });

  it('counts a name that is twice in the list once, and no line without one', () => {
    const { places } = coverageOf(list('甲县', '甲县', ''), [talk(2022, '甲县')], {
      first: 2022,
      today: TODAY,
    });
    expect(places.map(({ name }) => name)).toEqual(['甲县']);
  });
});

it('counts 微宣讲 alone', () => {
  const rows = ['微宣讲', '培训', ''].map((kind) =>
    entry({ kind, day: '2026-03-01', area: '甲县', matter: '题目' }),
  );
  expect(talksOf(2026, rows)).toEqual([talk(2026, '甲县')]);
  const bare = { ...talk(2026, ''), isDated: true, isPlanned: false };
  expect(talkWords([bare, { ...bare, day: '', matter: '' }])).toBe('2026-03-01 题目\n（未录入）');
});
