import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDivision, standsTo } from '../../../../shared/campaign/ranks.ts';
import { campaignSchema } from '../../../../shared/campaign/schema.ts';
import { checkEntry, checkList, lastDayIn } from '../../../../shared/registers/commend/check.ts';
import { CARD, SERVED } from '../../../../shared/registers/commend/columns.ts';
import { checkedWords } from '../../../../shared/registers/commend/saying.ts';
import type { TextRegister } from '../../../../shared/registers/commend/summary.ts';
import { type Year, yearSchema } from '../../../../shared/registers/year/schema.ts';

const HOME = 'scoring-standards/campaigns';
const read = (name: string): unknown => JSON.parse(readFileSync(`${HOME}/${name}.json`, 'utf8'));
const commendation = campaignSchema.parse(read('henan-biaoyang-2022'));
const experience = campaignSchema.parse(read('henan-biaobing-experience-2022'));

type Fields = Readonly<Record<string, string>>;
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function yearOf(name: TextRegister, rows: readonly Fields[], more: Partial<Year> = {}): Year {
  const at = '2022-01-01T08:00:00Z';
  return {
    ...yearSchema.parse({
      ...{
        version: 1,
        id: id(0),
        createdAt: at,
        updatedAt: at,
        title: '示例局2022年',
        unit: '示例局',
        year: 2022,
      },
      registers: { [name]: rows.map((fields, n) => ({ id: id(n + 1), fields, files: [] })) },
    }),
    ...{ commendationNotice: commendation, experienceNotice: experience },
    ...more,
  };
}

const from = (body: string) => ({ recommending: { body, from: '', contact: '', phone: '' } });
const POINTS = {
  unit: ['组织领导', '人员力量', '工作举措', '亮点经验', '任务落实', '获得的荣誉'],
  person: ['个人从事法治或执法工作简历', '服务型行政执法工作实践', '取得的荣誉'],
};
const UNIT: Fields = {
  ...{ unit: '示例局', rank: '正科级', type: '法治机构', clean: '是' },
  summary: POINTS.unit.join('，'),
};
const PERSON: Fields = {
  ...{ name: '甲', unit: '示例局', office: '法制科', post: '科长', grade: '一级主任科员' },
  ...{ card: '豫A0001', fits: CARD, clean: '是', summary: POINTS.person.join('，') },
};
const DIVISION: Fields = { ...PERSON, grade: '副处级' };
const many = (count: number, fields: Fields): Fields[] => Array.from({ length: count }, () => fields);
const said = (name: TextRegister, rows: readonly Fields[], more?: Partial<Year>): string[] =>
  checkList(yearOf(name, rows, more), name).sayings.map(({ severity, message }) => `${severity} ${message}`);

describe('the numbers of a notice', () => {
  it.each<[string, TextRegister, number, string[]]>([
    ['city', 'commendedUnits', 4, []],
    ['city', 'commendedUnits', 5, ['error 推荐了 5 个单位，省辖市可以推荐 4 个，多 1 个']],
    ['city', 'commendedPersons', 10, []],
    ['city', 'commendedPersons', 11, ['error 推荐了 11 名个人，省辖市可以推荐 10 名，多 1 名']],
    ['jiyuan', 'commendedUnits', 2, []],
    ['jiyuan', 'commendedUnits', 3, ['error 推荐了 3 个单位，济源示范区可以推荐 2 个，多 1 个']],
    ['province', 'commendedPersons', 3, []],
    ['province', 'commendedPersons', 4, ['error 推荐了 4 名个人，省直单位可以推荐 3 名，多 1 名']],
    ['county', 'commendedUnits', 9, ['advice 通知没有写省直管县的单位名额，没有核对']],
    ['other', 'commendedUnits', 9, ['advice 通知没有写这一类推荐单位的单位名额，没有核对']],
    ['', 'commendedUnits', 1, ['advice 没有选推荐单位是哪一类，单位名额没有核对']],
  ])('of %s, %s: %i', (body, name, count, expected) => {
    expect(said(name, many(count, name === 'commendedUnits' ? UNIT : PERSON), from(body))).toEqual(expected);
  });

  it.each<[number, number, number, string | undefined]>([
    [10, 2, 0, undefined],
    [10, 3, 0, '处级个人 3 人，最多 2 人'],
    [3, 0, 0, undefined],
    [3, 1, 0, '处级个人 1 人，最多 0 人'],
    [5, 1, 0, undefined],
    [4, 1, 0, '处级个人 1 人，最多 0 人'],
    [10, 2, 1, '有 1 人看不出是不是处级，请在“处级”里选，最多 2 人'],
    [10, 0, 1, '有 1 人看不出是不是处级，请在“处级”里选（'],
  ])('of %i persons %i 处级, %i unknown', (count, divisions, open, expected) => {
    const rows = [
      ...many(divisions, DIVISION),
      ...many(open, { ...PERSON, grade: '' }),
      ...many(count - divisions - open, PERSON),
    ];
    const sayings = said('commendedPersons', rows, from('city')).filter((each) => each.includes('基数'));
    expect(sayings).toHaveLength(expected === undefined ? 0 : 1);
    if (expected !== undefined) expect(sayings[0]).toContain(expected);
  });
});

describe('an entry', () => {
  it.each<[TextRegister, Fields, string[]]>([
    ['commendedUnits', UNIT, []],
    ['commendedUnits', { ...UNIT, rank: '正处级' }, []],
    ['commendedUnits', { ...UNIT, rank: '处级' }, []],
    [
      'commendedUnits',
      { ...UNIT, rank: '副厅级' },
      ['error 示例局的级别“副厅级”高于正处级，推荐范围是正处级及以下'],
    ],
    [
      'commendedUnits',
      { ...UNIT, rank: '二级' },
      ['advice 示例局的级别“二级”看不出是不是正处级及以下，请核对'],
    ],
    ['commendedUnits', { ...UNIT, rank: '' }, ['error 示例局没有写单位(机构)级别']],
    ['commendedUnits', { ...UNIT, type: '' }, ['advice 示例局没有选类型，总结没有核对']],
    ['commendedUnits', { ...UNIT, summary: '' }, ['error 示例局没有法治机构工作总结']],
    [
      'commendedUnits',
      { ...UNIT, summary: UNIT['summary'] + '字'.repeat(2971) },
      ['error 示例局的法治机构工作总结 3001 字，超出 1 字'],
    ],
    ['commendedUnits', { ...UNIT, summary: UNIT['summary'] + '字'.repeat(2970) }, []],
    [
      'commendedUnits',
      { ...UNIT, summary: '组织领导，人员力量，工作举措', covered: '亮点经验\n任务落实' },
      ['advice 示例局的法治机构工作总结没有看到：获得的荣誉；写到的请勾选'],
    ],
    ['commendedUnits', { ...UNIT, clean: '' }, ['error 示例局没有说明2015年以来无违法行政行为']],
    ['commendedUnits', { ...UNIT, clean: '否' }, ['error 示例局2015年以来有违法行政行为，不符合推荐标准']],
    ['commendedPersons', PERSON, []],
    ['commendedPersons', { ...PERSON, card: '' }, ['error 甲没有写执法(监督)证件号']],
    ['commendedPersons', { ...PERSON, card: '', fits: SERVED, years: '3' }, []],
    ['commendedPersons', { ...PERSON, fits: SERVED, years: '2年' }, ['error 甲履行职责 2 年，不到 3 年']],
    ['commendedPersons', { ...PERSON, fits: SERVED }, ['error 甲没有写履行职责的年数']],
    [
      'commendedPersons',
      { ...PERSON, fits: '' },
      ['error 甲没有选符合哪一条：持有执法证或执法监督证，或者履行职责3年以上的正式工作人员'],
    ],
    ['commendedPersons', { ...PERSON, grade: '副厅级' }, ['error 甲是“副厅级”，推荐范围是正处级及以下']],
    [
      'commendedPersons',
      { ...PERSON, grade: '副厅级', fits: SERVED, years: '5' },
      ['advice 甲是“副厅级”；“正处级及以下”是不是也限制履行职责满年限的人员，通知看不清楚，请向受理机关核实'],
    ],
    [
      'commendedPersons',
      { ...PERSON, grade: '一级调研员', post: '' },
      ['advice 甲的职务、职级看不出是不是正处级及以下，请核对'],
    ],
    [
      'commendedPersons',
      { ...PERSON, summary: PERSON['summary'] + '字'.repeat(970) },
      ['error 甲的个人工作总结 1001 字，超出 1 字'],
    ],
    [
      'experiences',
      { unit: '示例局', text: '字'.repeat(2000) },
      ['error 示例局没有 PPT（.ppt、.pptx、.dps），请加到材料里'],
    ],
    [
      'experiences',
      { unit: '', text: '字'.repeat(2001) },
      [
        'error 没有写标兵单位',
        'error 这个单位的文字材料 2001 字，超出 1 字',
        'error 这个单位没有 PPT（.ppt、.pptx、.dps），请加到材料里',
      ],
    ],
  ])('%s %#', (name, fields, expected) => {
    const year = yearOf(name, [fields]);
    const sayings = checkEntry(year, name, year.registers[name]![0]!);
    expect(sayings.map(({ severity, message }) => `${severity} ${message}`)).toEqual(expected);
  });

  it.each<[number, string | undefined]>([
    [1, undefined],
    [2, '示例局有 2 个 PPT，通知要求 1 个，请只留一个'],
  ])('has %i PPT', (count, expected) => {
    const year = yearOf('experiences', [{ unit: '示例局', text: '经验' }]);
    const files = Array.from({ length: count }, (_, n) => ({
      ...{
        sha256: String(n).repeat(64),
        bytes: 1,
        fileName: `${n}.PPTX`,
        mediaType: '',
        role: 'other' as const,
      },
    }));
    const [entry] = year.registers['experiences']!;
    expect(checkEntry(year, 'experiences', { ...entry!, files })[0]?.message).toBe(expected);
  });
});

it('says what was looked at, and of nothing that it is as it should be', () => {
  const wordsOf = (year: Year) => checkedWords(checkList(year, 'commendedUnits'));
  expect(wordsOf(yearOf('commendedUnits', [UNIT], from('city')))).toBe(
    '未发现问题（已核对：名额、级别、字数、总结内容（按勾选和字样）、无违法行政行为的说明）',
  );
  expect(wordsOf(yearOf('commendedUnits', [], from('city')))).toBe('没有核对');
  expect(wordsOf({ ...yearOf('commendedUnits', [UNIT]), commendationNotice: undefined })).toBe('1 处要核对');
});

it('reminds of the day in the year of the notice alone', () => {
  expect(lastDayIn({ year: 2022 }, commendation)).toBe('2022-10-31');
  expect(lastDayIn({ year: 2023 }, commendation)).toBeUndefined();
  expect(lastDayIn({ year: 2022 }, experience)).toBe('2022-11-30');
});

describe('words of ranks', () => {
  it.each([
    ['正处级', 'within', true],
    ['县处级正职', 'within', true],
    ['正处', 'within', true],
    ['副县级', 'within', undefined],
    ['正科级', 'within', false],
    ['四级主任科员', 'within', false],
    ['副厅级', 'above', false],
    ['厅局级副职', 'above', false],
    ['处长', 'unclear', undefined],
    ['三级调研员', 'unclear', undefined],
    ['', 'unclear', undefined],
  ] as const)('%s', (text, stands, division) => {
    expect(standsTo(text, '正处级')).toBe(stands);
    expect(isDivision(text)).toBe(division);
  });
});
