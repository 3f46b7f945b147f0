import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../../shared/review/candidate.ts';
import { checkChoice, departures } from '../../../../shared/review/choice.ts';
import { rowsOn } from '../../../../shared/review/desk-row.ts';
import { rankCandidates } from '../../../../shared/review/ranking.ts';
import { notesOn } from '../../../../shared/review/status.ts';
import type { Desk } from '../../../../shared/review/schema.ts';
import { officialOf, standardOf } from '../scoring/fixtures.ts';
import { candidate, deskOf, keyOf, source } from './fixtures.ts';

const STANDARD = officialOf(standardOf());
const QUOTA = { perBody: 2, distinct: 'industryOrRegion', total: 50, source };

const place = (unit: string, body: string, also: string[] = []): Desk['placements'][number] => ({
  key: keyOf(unit),
  body,
  also,
});

/** Every unit is chosen; the last ones are worse, so nobody is passed over. */
function judged(
  units: readonly Candidate[],
  desk: Partial<Desk>,
  campaign: Record<string, unknown> = { quota: QUOTA },
) {
  const whole = deskOf(campaign, {
    ...desk,
    choices: units.map(({ key }) => ({ key, reason: '' })),
  });
  const ranked = rankCandidates(whole, rowsOn(whole, units));
  return { ranked, problems: checkChoice(whole, STANDARD, ranked) };
}
const unit = (name: string, changes: Partial<Candidate> = {}): Candidate => candidate(name, changes);
const codes = (...given: Parameters<typeof judged>): string[] =>
  judged(...given).problems.map(({ code }) => code);

const ZHENGZHOU = ['金水区甲局', '金水区乙局', '中原区甲局', '中原区乙局', '二七区甲局', '二七区乙局'].map(
  (name) => unit(name, { superior: `${name.slice(0, 3)}司法局`, region: name }),
);

describe('on the desk of one body', () => {
  it('six units of three districts of 郑州 are refused: 2 in all, whatever they wrote as 上级主管部门', () => {
    const { problems } = judged(ZHENGZHOU, { level: 'body', body: '郑州市' });
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['perBody', 'block']]);
    expect(problems[0]?.message).toContain('共选了6个');
    expect(problems[0]?.message).toContain('郑州市（含所属各县区、各单位）最多推荐2个');
    expect(codes(ZHENGZHOU.slice(0, 2), { level: 'body', body: '郑州市' })).toEqual([]);
  });

  it('works where the body is not named yet', () => {
    expect(judged(ZHENGZHOU, { level: 'body' }).problems[0]?.message).toContain('本推荐单位（含所属');
  });

  it.each<[what: string, quota: Record<string, unknown>, body: string | undefined, most: number]>([
    ['the number of each body', {}, '郑州市', 2],
    ['its own number where the notice lists it', { bodies: [{ name: '郑州市', count: 4 }] }, '郑州市', 4],
    ['in another spelling', { bodies: [{ name: '郑州市', count: 4 }] }, '郑 州市\u200b', 4],
    ['not that of another one', { bodies: [{ name: '开封市', count: 4 }] }, '郑州市', 2],
    [
      'this office’s own',
      { owner: 'office', perBody: 3, bodies: [{ name: '郑州市', count: 4 }] },
      '郑州市',
      3,
    ],
  ])('as many as %s', (_, quota, body, most) => {
    const campaign = { quota: { ...QUOTA, ...quota } };
    const of = (count: number): string[] =>
      codes(ZHENGZHOU.slice(0, count), { level: 'body', ...(body !== undefined && { body }) }, campaign);
    expect([of(most), of(most + 1)]).toEqual([[], ['perBody']]);
  });

  it('50 is not spoken of', () => {
    expect(codes(ZHENGZHOU.slice(0, 2), { level: 'body' }, { quota: { ...QUOTA, total: 1 } })).toEqual([]);
  });
});

describe('on the provincial desk', () => {
  const three = ['甲局', '乙局', '丙局'].map((name) => unit(name));

  it.each<[what: string, bodies: [string, string, string], expected: string[]]>([
    ['three of one body', ['郑州市', '郑州市', '郑州市'], ['perBody']],
    ['two spellings of one body are one', ['郑州市', '郑 州 市', '郑州市\u200b'], ['perBody']],
    ['full and half width as well', ['Ａ市', 'A市', 'A市'], ['perBody']],
    ['three of two bodies', ['郑州市', '郑州市', '开封市'], []],
    ['one that is under none', ['郑州市', '开封市', ''], ['noBody']],
  ])('%s', (_, bodies, expected) => {
    const placements = three.map(({ unit: name }, index) => place(name, bodies[index] ?? ''));
    expect(codes(three, { placements })).toEqual(expected);
  });

  it('what the units wrote decides nothing', () => {
    const same = three.map((each) => ({ ...each, superior: '某市司法局' }));
    const placements = ['一市', '二市', '三市'].map((body, index) => place(three[index]?.unit ?? '', body));
    expect(codes(same, { placements })).toEqual([]);
    expect(codes(same, {})).toEqual(['noBody']);
  });

  it('a desk of before goes by it until somebody has looked', () => {
    const same = three.map((each) => ({ ...each, superior: '某市' }));
    expect(codes(same, { placedBySuperior: true })).toEqual(['perBody']);
    expect(codes(same, { placedBySuperior: true, placements: [place('甲局', '他市')] })).toEqual([]);
  });

  it('each body has its own number where the notice lists one', () => {
    const quota = {
      ...QUOTA,
      bodies: [
        { name: '郑州市', count: 3 },
        { name: '开封市', count: 1 },
      ],
    };
    const placed = (body: string) => three.map(({ unit: name }) => place(name, body));
    expect(codes(three, { placements: placed('郑州市') }, { quota })).toEqual([]);
    expect(codes(three.slice(0, 2), { placements: placed('开封市') }, { quota })).toEqual(['perBody']);
  });

  it('a number that is this office’s own is shared by all bodies', () => {
    const placements = ['一市', '二市', '三市'].map((body, index) => place(three[index]?.unit ?? '', body));
    expect(codes(three, { placements }, { quota: { ...QUOTA, owner: 'office' } })).toEqual(['perBody']);
  });

  it('more than the total is a reminder', () => {
    const placements = ['一市', '二市', '三市'].map((body, index) => place(three[index]?.unit ?? '', body));
    const { problems } = judged(three, { placements }, { quota: { ...QUOTA, total: 2 } });
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['total', 'reminder']]);
  });
});

describe('行业 and 地域 as the evaluator has them', () => {
  const two = [unit('甲局', { region: '一区' }), unit('乙局', { region: '一区' })];
  const corrected = (value: string): Partial<Desk> => ({
    level: 'body',
    corrections: [{ key: keyOf('乙局'), industry: { value, reason: '按三定方案' } }],
  });

  it.each<[what: string, rows: Candidate[], desk: Partial<Desk>, expected: string[]]>([
    ['alike', two, { level: 'body' }, ['sameKind']],
    ['told apart by a correction', two, corrected('税务'), []],
    ['corrected to the same in another spelling', two, corrected(' 城 管'), ['sameKind']],
    [
      'spelt in two ways by the units',
      [unit('甲局', { region: '一区' }), unit('乙局', { region: '一 区', industry: '城　管' })],
      { level: 'body' },
      ['sameKind'],
    ],
  ])('%s', (_, rows, desk, expected) => {
    expect(codes(rows, desk)).toEqual(expected);
  });

  it('a correction keeps the unit’s own word, and is taken back whole', () => {
    const desk = deskOf({}, corrected('税务'));
    const rows = rowsOn(desk, two);
    expect(rows[1]).toMatchObject({
      industry: '税务',
      corrected: { industry: { stated: '城管', reason: '按三定方案' } },
    });
    expect(rowsOn(desk, rows)).toEqual(rows);
    expect(rowsOn({ ...desk, corrections: [] }, rows)[1]).toMatchObject({ industry: '城管', corrected: {} });
  });
});

describe('a unit that comes through its 地 and its 系统', () => {
  const twice = [
    unit('甲局', { assessmentId: 'a', creditCode: '91410000TEST000001' }),
    unit('甲局二', { assessmentId: 'b', unit: '甲 局', creditCode: '', key: keyOf('甲局二') }),
  ];
  const placements = [place('甲局', '郑州市'), place('甲局二', '省城管局')];

  it.each<[what: string, changes: Partial<Candidate>, flagged: boolean]>([
    ['by its name in another spelling', {}, true],
    ['by its 统一社会信用代码', { unit: '另一名称', creditCode: '91410000test000001' }, true],
    ['not another one', { unit: '乙局' }, false],
    ['not one of the same name with another code', { creditCode: '91410000TEST000002' }, false],
    ['not a draft', { draft: true, verdict: 'draft' }, false],
    ['not a sample', { sample: true }, false],
  ])('is known %s', (_, changes, flagged) => {
    const desk = deskOf({ quota: QUOTA }, { placements });
    const ranked = rankCandidates(desk, rowsOn(desk, [twice[0]!, { ...twice[1]!, ...changes }]));
    const mine = ranked.find(({ candidate: { key } }) => key === keyOf('甲局'));
    const notes = notesOn(mine, ranked).join();
    expect(notes.includes('同一单位经“郑州市”、“省城管局”2个推荐单位报送')).toBe(flagged);
  });

  it('is no such thing under two spellings of one body, nor on the desk of one body', () => {
    const same = [place('甲局', '郑州市'), place('甲局二', '郑州 市')];
    for (const desk of [deskOf({}, { placements: same }), deskOf({}, { placements, level: 'body' })]) {
      expect(rankCandidates(desk, rowsOn(desk, twice)).map(({ routes }) => routes)).toEqual([
        undefined,
        undefined,
      ]);
    }
  });

  it('chosen for both breaks the choice, once', () => {
    const acceptances = [
      { key: keyOf('甲局'), reason: '两份都核', instead: [], against: [keyOf('甲局二')], content: true },
    ];
    const { problems } = judged(twice, { placements, acceptances });
    expect(problems.map(({ code }) => code)).toEqual(['twoRoutes']);
    expect(problems[0]?.message).toBe('甲局经郑州市、省城管局报送的都选了，同一单位只能由一个推荐单位推荐');
  });

  it('the very same package handed in again breaks it until it is settled who recommends', () => {
    const one = [unit('甲局')];
    expect(codes(one, { placements: [place('甲局', '郑州市', ['省城管局'])] })).toEqual(['twoRoutes']);
    expect(codes(one, { placements: [place('甲局', '郑州市')] })).toEqual([]);
  });
});

describe('by the kind of the campaign', () => {
  const three = ['甲局', '乙局', '丙局'].map((name, index) => unit(name, { result: 9900 - index }));

  it.each<[what: string, quota: object, level: 'province' | 'body', desk: string, expected: string[]]>([
    ['total alone reminds the province', { total: 2 }, 'province', '', ['total']],
    ['total alone is nothing to a body', { total: 2 }, 'body', '郑州市', []],
    [
      'a listed body has its own count',
      { bodies: [{ name: '郑州市', count: 2 }] },
      'body',
      '郑州市',
      ['perBody'],
    ],
    [
      'one that is not listed has no number',
      { bodies: [{ name: '郑州市', count: 2 }] },
      'body',
      '开封市',
      [],
    ],
    ['names alone state no number', { bodies: [{ name: '郑州市' }] }, 'province', '', []],
  ])('without a number for every body: %s', (_, parts, level, body, expected) => {
    const quota = { distinct: 'none', source, ...parts };
    const placements = three.map(({ unit: name }) => place(name, '郑州市'));
    expect(codes(three, { level, body, placements }, { quota })).toEqual(expected);
  });

  it.each<[what: string, quota: object, departs: boolean]>([
    ['nobody competes where no number is stated', { total: 50 }, false],
    ['for a listed body with its count they do', { bodies: [{ name: '郑州市', count: 1 }] }, true],
    ['nor for one that is not listed', { bodies: [{ name: '开封市', count: 1 }] }, false],
  ])('passing over a better one: %s', (_, parts, departs) => {
    const quota = { distinct: 'none', source, ...parts };
    for (const level of ['body', 'province'] as const) {
      const whole = deskOf(
        { quota },
        {
          ...{ level, body: '郑州市', choices: [{ key: keyOf('丙局'), reason: '' }] },
          placements: three.map(({ unit: name }) => place(name, '郑州市')),
        },
      );
      const ranked = rankCandidates(whole, rowsOn(whole, three));
      expect(departures(whole, ranked).length > 0).toBe(departs);
    }
  });

  it('示范点验收 without a quota: whoever qualifies may be chosen, in any order', () => {
    const whole = deskOf({ kind: 'acceptance' }, { choices: [{ key: keyOf('丙局'), reason: '' }] });
    expect(checkChoice(whole, STANDARD, rankCandidates(whole, rowsOn(whole, three)))).toEqual([]);
  });

  it('示范点验收: its own words', () => {
    const below = [unit('甲局', { result: 100 }), unit('乙局', { qualifies: false })];
    const messages = judged(below, {}, { kind: 'acceptance' }).problems.map(({ message }) => message);
    expect(messages.join('；')).toContain('乙局不符合申请验收的条件');
    expect(messages.join('；')).not.toContain('推荐');
  });

  it('日常自评: nothing is chosen', () => {
    expect(codes(three, {}, { kind: 'practice', quota: QUOTA })).toEqual([]);
  });
});
