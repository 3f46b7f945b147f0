import { describe, expect, it } from 'vitest';
import { discFiles } from '../../../../../../shared/registers/rollup/collect/disc.ts';
import { rankCases, rankWords } from '../../../../../../shared/registers/rollup/collect/ranking.ts';
import {
  caseDayWords,
  casesByUnit,
  isAfterDay,
} from '../../../../../../shared/registers/rollup/collect/standing.ts';
import { rollup, unit } from '../fixtures.ts';
import { aCase, attachment, kept } from './samples.ts';

describe('the order by marks', () => {
  it('shows ties as ties, and puts what has no mark at the end', () => {
    const cases = [9000, undefined, 8500, 9000, 0].map((mark, index) =>
      aCase(index, { ...(mark !== undefined && { mark }) }),
    );
    expect(rankCases(cases).map((line) => [line.case.title, rankWords(line)])).toEqual([
      ['案例0', '并列1'],
      ['案例3', '并列1'],
      ['案例2', '3'],
      ['案例4', '4'],
      ['案例1', '未评分'],
    ]);
  });

  it.each<[what: string, cases: readonly [mark: number | undefined, chosen: boolean][], passed: number[]]>([
    [
      'nothing is chosen',
      [
        [9000, false],
        [8000, false],
      ],
      [],
    ],
    [
      'the highest is chosen',
      [
        [9000, true],
        [8000, false],
      ],
      [],
    ],
    [
      'a lower one is chosen',
      [
        [9000, false],
        [8500, false],
        [8000, true],
      ],
      [0, 1],
    ],
    [
      'one of a tie is chosen',
      [
        [9000, true],
        [9000, false],
      ],
      [],
    ],
    [
      'one without a mark is chosen',
      [
        [9000, false],
        [undefined, true],
      ],
      [0],
    ],
    [
      'what has no mark is left',
      [
        [undefined, false],
        [8000, true],
      ],
      [],
    ],
  ])('asks why of what was passed over: %s', (_what, cases, passed) => {
    const ranked = rankCases(
      cases.map(([mark, chosen], index) => aCase(index, { chosen, ...(mark !== undefined && { mark }) })),
    );
    const titles = ranked.filter((line) => line.isPassedOver).map((line) => line.case.title);
    expect(titles).toEqual(passed.map((index) => `案例${index}`));
  });
});

describe('how many a unit has handed in', () => {
  it.each([
    ['county-government', undefined, 'least', 1],
    ['city-department', undefined, 'encouraged', 0],
    ['dispatched-office', undefined, undefined, 0],
    ['', undefined, undefined, 0],
    ['dispatched-office', 'least', 'least', 1],
    ['county-government', 'encouraged', 'encouraged', 0],
  ] as const)('category %s, said %s: %s, short of %i', (category, said, duty, short) => {
    const own = unit(1, { category, ...(said && { duty: said }) });
    const [line] = casesByUnit(rollup({ units: [own], cases: [aCase(1, { unit: own.id }), aCase(2)] }));
    expect(line).toMatchObject({ duty, count: 1, short, alike: 0 });
  });

  it('goes by the number of the notice, and tells what may be one case twice', () => {
    const own = unit(1, { category: 'county-government' });
    const cases = [
      aCase(1, { unit: own.id }),
      aCase(2, { unit: own.id, title: '案例1' }),
      aCase(3, { unit: own.id }),
    ];
    const of = (caseLeast: number) => casesByUnit(rollup({ units: [own], cases, caseLeast }))[0];
    expect(of(2)).toMatchObject({ short: 0, alike: 2 });
    expect(of(5)).toMatchObject({ short: 2 });
    expect(of(0)).toMatchObject({ short: 0 });
  });

  it.each([
    ['2026-11-06', '2026-11-03', '还有3天'],
    ['2026-11-06', '2026-11-06', '今天截止'],
    ['2026-11-06', '2026-11-08', '已过截止日2天'],
    ['', '2026-11-08', ''],
    ['下周', '2026-11-08', ''],
  ])('until %s on %s: %s', (day, today, words) => {
    expect(caseDayWords(day, today)).toBe(words);
  });

  it.each([
    ['2026-11-06', '2026-11-06', false],
    ['2026-11-07', '2026-11-06', true],
    ['', '2026-11-06', false],
    ['2026-11-07', '', false],
  ])('received on %s, until %s: after it %s', (day, last, is) => {
    expect(isAfterDay({ day }, last)).toBe(is);
  });
});

it('lays what is chosen out for a disc, by marks, each name free', () => {
  const own = unit(1, { name: '示例甲区/政府' });
  const [low, high, left] = [
    aCase(1, { unit: own.id, chosen: true, mark: 8000, title: '题'.repeat(60) }),
    aCase(2, { chosen: true, mark: 9000, file: kept('案例.docx', '二') }),
    aCase(3, { mark: 9500 }),
  ];
  const attachments = [
    attachment(1, { case: high.id, file: kept('案例.DOCX', '三') }),
    attachment(2, { case: left.id }),
    attachment(3, { case: high.id, file: kept('讲解.mp4') }),
  ];
  const files = discFiles(rollup({ units: [own], cases: [low, high, left], attachments }));
  expect(files.map(({ path, what }) => [what, path])).toEqual([
    ['案例', '01-案例2/案例.docx'],
    ['附件', '01-案例2/案例（2）.DOCX'],
    ['附件', '01-案例2/讲解.mp4'],
    ['案例', `02-示例甲区_政府-${'题'.repeat(24)}/案例1.docx`],
  ]);
});
