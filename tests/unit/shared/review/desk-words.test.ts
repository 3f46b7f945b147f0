import { describe, expect, it } from 'vitest';
import { listedBodies, unlistedWords } from '../../../../shared/review/listed-bodies.ts';
import {
  comparesEquals,
  keptChoices,
  rankingName,
  summaryName,
} from '../../../../shared/review/recommending.ts';
import { notesOn } from '../../../../shared/review/status.ts';
import type { Ranked } from '../../../../shared/review/ranking.ts';
import { CAMPAIGN, STANDARD } from '../../../component/fixtures.ts';
import { officialOf } from '../scoring/fixtures.ts';

const OFFICIAL = officialOf({ ...STANDARD, statement: '' });
const quota = CAMPAIGN.quota!;
const bodies = [{ name: '示例市', count: 5 }, { name: '示例省直' }];
const listing = { quota: { ...quota, perBody: 2, bodies } };

describe('a body that the notice does not list', () => {
  it.each([
    ['示例市', listing, ''],
    ['示 例 市', listing, ''],
    ['示例省直', listing, ''],
    ['', listing, ''],
    ['别的市', listing, '名单里没有这个名称，按2个算'],
    ['别的市', { quota: { ...listing.quota, perBody: undefined } }, '名单里没有这个名称，通知没有写它的名额'],
    ['别的市', { quota: { ...quota, bodies: [] } }, ''],
    ['别的市', { quota: { ...listing.quota, owner: 'office' as const } }, ''],
    ['别的市', { quota: undefined }, ''],
  ])('“%s”', (name, campaign, words) => {
    expect(unlistedWords(campaign, name)).toBe(words);
  });

  it('the listed ones are offered', () => {
    expect(listedBodies(listing)).toEqual(['示例市', '示例省直']);
    expect(listedBodies({ quota: undefined })).toEqual([]);
  });
});

describe('choices that do not count', () => {
  const choices = [{ key: '0000000000000001', reason: '' }];
  it.each([
    ['official', OFFICIAL, 'recommendation', choices, ''],
    ['none', STANDARD, 'recommendation', [], ''],
    [
      'a reference standard',
      STANDARD,
      'recommendation',
      choices,
      '原来确定的1个推荐对象仍保存在核验台里，按参考标准不能确定推荐对象，不作数',
    ],
    [
      '日常自评',
      OFFICIAL,
      'practice',
      choices,
      '原来确定的1个推荐对象仍保存在核验台里，日常自评不能确定推荐对象，不作数',
    ],
  ] as const)('%s', (_what, standard, kind, chosen, words) => {
    expect(keptChoices({ choices: [...chosen], campaign: { ...CAMPAIGN, kind } }, standard)).toBe(words);
  });
});

it.each([
  ['recommendation', undefined, true],
  ['acceptance', quota, true],
  ['acceptance', undefined, false],
] as const)('equal scores in %s are spoken of where they decide something', (kind, its, said) => {
  expect(comparesEquals({ kind, quota: its })).toBe(said);
});

it('what is made by a reference standard reads well on a button', () => {
  expect(summaryName(STANDARD, CAMPAIGN)).toBe('排序表（按参考标准）');
  expect(rankingName(STANDARD, CAMPAIGN)).toBe('排序（按参考标准）');
  expect(summaryName(OFFICIAL, CAMPAIGN)).toBe('推荐对象汇总表');
});

it('says first through which two bodies a unit came', () => {
  const routes = { bodies: ['示例市', '示例省直'], others: [] };
  const ranked = { doubts: ['身份存疑'], routes, candidate: {} } as unknown as Ranked;
  expect(notesOn(ranked, [])).toEqual([
    '同一单位经“示例市”、“示例省直”2个推荐单位报送，请核实以哪一个为准',
    '身份存疑',
  ]);
});
