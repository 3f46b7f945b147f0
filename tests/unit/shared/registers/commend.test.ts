import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isDivision, rankOf, ranksBy, standingOf, standsTo } from '../../../../shared/campaign/ranks.ts';
import { campaignSchema } from '../../../../shared/campaign/schema.ts';
import { checkEntry, checkList, lastDayIn } from '../../../../shared/registers/commend/check.ts';
import { CARD, SERVED } from '../../../../shared/registers/commend/columns.ts';
import { leftOutWords } from '../../../../shared/registers/commend/left-out.ts';
import { checkedWords } from '../../../../shared/registers/commend/saying.ts';
import type { TextRegister } from '../../../../shared/registers/commend/summary.ts';
import { hiddenCardsWords, personRows } from '../../../../shared/registers/commend/table.ts';
import { weekOf } from '../../../../shared/registers/due.ts';
import { yearReminder } from '../../../../shared/registers/reminders.ts';
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
/** Each another one. */
const many = (count: number, fields: Fields): Fields[] =>
  Array.from({ length: count }, (_, n) => ({
    ...fields,
    ...{
      unit: `示例${fields['rank'] ?? fields['grade']}${n}局`,
      card: `豫${'ABCDEFGHIJ'.charAt((fields['grade'] ?? '').length)}${n + 1001}`,
    },
  }));
const UNCLEAR = '的职务、职级看不出是不是正处级及以下，请在职务、职级后写明级别，如“科长（正科级）”';
const ODD = (words: string) => `advice 甲的${words}互相矛盾，级别没有核对，请核对`;
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

const BETWEEN = [' ', '\n', '\r\n', '　', '\t', '/', '、', '\u200b', '-', '（'];
const WITH_IDENTITY = [
  ...BETWEEN.map((between) => `豫A123456${between}410100199001011234`),
  ...['410100199001011234 豫A123456', '410100199001011234 123456', '41010019900101123X\n豫A123456'],
  ...['身份证410100199001011234豫A123456', '豫A123456410100199001011234', '410100/19900101/1234'],
  '豫A123456 410100 19900101 1234',
];
const WITH_TELEPHONE = [
  ...BETWEEN.map((between) => `豫A123456${between}13800001111`),
  ...['豫A 13800001111', '豫A123456 0371-65900000', '13800001111 123456', '豫138 0000 1111'],
  ...['豫13800001111', '豫A13800001111', '豫(郑)13800001111', '豫037165900000', '豫A123456 0371 65900000'],
  // Every beginning of a mobile number.
  ...['13', '14', '15', '17', '18', '19'].flatMap((start) =>
    [...'0123456789'].map((next) => `${start}${next}12345678`),
  ),
  ...[...'23456789'].map((next) => `16${next}12345678`),
  ...['166 1234 5678', '豫16612345678', '豫A123456 16612345678', '+86 166 1234 5678'],
];

/** A card and something else, and what may be an identity number in disguise. */
const UNCLEAR_CARDS = [
  ...['豫A123456 65900000', '豫A123456\n6590-0000', '豫A123456 400-800-1234', '豫A123456 20220815'],
  ...['豫A123456 400 800 1234', '豫A123456 6590 1234', '豫A123456-65900000', '410100 65900000'],
  ...['410100 6590 0000', '豫A123456 电话 65900000', '豫A123456 2022', '豫A1234、豫B1235 65900000'],
  ...['4101001990O101l234', '410100:19900101:1234', '豫A123456 见附件'],
];

/** Whatever makes the person fit. */
const personalCards = (card: string, shape: string, column: string): [TextRegister, Fields, string[]][] =>
  [CARD, SERVED].map((fits) => [
    'commendedPersons',
    { ...PERSON, card, fits, years: '5' },
    [`error 甲的执法(监督)证件号是${shape}的样子，不是证件号；汇总表里空着，请改到“${column}”一栏`],
  ]);

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
      ['advice 甲没有写职务，汇总表里空着', `advice 甲${UNCLEAR}`],
    ],
    [
      'commendedPersons',
      { ...PERSON, summary: PERSON['summary'] + '字'.repeat(970) },
      ['error 甲的个人工作总结 1001 字，超出 1 字'],
    ],
    ['commendedPersons', { ...PERSON, office: '' }, ['advice 甲没有写处(科)室名称，汇总表里空着']],
    ...['无', '办理中', '/', '0', '正在办理2022'].map((card): [TextRegister, Fields, string[]] => [
      ...(['commendedPersons', { ...PERSON, card }] as const),
      [`error 甲的执法(监督)证件号“${card}”不是证件号`],
    ]),
    ...[
      '未领证1人',
      '2022年考试通过',
      '同第1行',
      '见附件1',
      '借用410100123',
      '豫A12',
      '410100123，另1个',
      ...['法律职业资格证A20120', '详见001附件', '见扫描件001', '丢失123', '临时证123', '共123人'],
      ...['法律职业资格证第20120号', '国家法律职业资格证A20120', '第1号', 'A2B3C4'],
      ...[
        '20220815',
        '2022-08-15',
        '2024',
        '65900000',
        '400-123-4567',
        '41010019900101****',
        '豫A1234、另1个',
      ],
      ...UNCLEAR_CARDS,
    ].map((card): [TextRegister, Fields, string[]] => [
      ...(['commendedPersons', { ...PERSON, card }] as const),
      [`advice 甲的执法(监督)证件号“${card}”看不出是不是证件号，汇总表里空着；请只写证件号，如 豫A123456`],
    ]),
    ...[
      ...['豫A1234567', '410100123', '豫郑法证第123号', '证号：豫（郑）410100-123', '豫 Ａ1234'],
      ...[
        '16010100123',
        '执法证豫A1234567',
        '豫政执法证字〔2020〕第123号',
        '执法证第123号',
        '执法(监督)证件号：410100123',
      ],
      ...['郑执法监督证第123号', 'HA410100', '豫执法字第00123号', '豫执监A0012345', '豫监A12345'],
      ...['豫字第1234号', '16010100123（执法证）', '豫A1234、豫B1235'],
      // In one card, and between two.
      ...['豫A 123456', '豫 A123456', '410 100 123', '豫A123456\n豫B123456', '1234567890 1234567891'],
      ...['豫A 123 456', '豫A 123456 豫B 123456', '豫A123456 （执法证）', '证号： 豫A123456', '豫A 65900000'],
      ...['豫政执法证字〔2020〕 第4101001号', '豫A12345 410100123', '16110100123', '豫A123456\n1610100123'],
    ].map((card): [TextRegister, Fields, string[]] => ['commendedPersons', { ...PERSON, card }, []]),
    ...[
      ...['身份证410100199001011234', '410100199001011234', '41010019900101123X', '410100900101123'],
      ...['执法证410100199001011234', '豫410100199001011234', '410100199001011234号', '41010019900101123'],
      ...['410100 19900101 1234', '4101001990010112345', '豫A1234、410100199001011234'],
      ...WITH_IDENTITY,
    ].flatMap((card) => personalCards(card, '身份证号', '身份证号')),
    ...[
      ...['手机13800001111', '13800001111', '0371-65900000', '(0371)65900000', '138-0000-1111'],
      ...['8613800001111', '13800001111、豫A123456'],
      ...WITH_TELEPHONE,
    ].flatMap((card) => personalCards(card, '电话号码', '电话')),
    [
      'commendedPersons',
      { ...PERSON, card: '见附件', fits: SERVED, years: '5' },
      ['advice 甲的执法(监督)证件号“见附件”看不出是不是证件号，汇总表里空着；请只写证件号，如 豫A123456'],
    ],
    ['commendedPersons', { ...PERSON, card: '无', fits: SERVED, years: '5' }, []],
    ...['三年', '3.5年', '3年以上', '3年1个月', '36个月', '３', '十二年', '满3年', '三年半', '60年'].map(
      (years): [TextRegister, Fields, string[]] => [
        ...(['commendedPersons', { ...PERSON, fits: SERVED, years }] as const),
        [],
      ],
    ),
    ...['2019', '3000', '2019年', '近3年', '3年以下', '若干', '1.2.3年', '3年左右', '61年'].map(
      (years): [TextRegister, Fields, string[]] => [
        ...(['commendedPersons', { ...PERSON, fits: SERVED, years }] as const),
        [`advice 甲的履行职责年数“${years}”看不出是几年，请写成“3年”这样`],
      ],
    ),
    [
      'commendedPersons',
      { ...PERSON, fits: SERVED, years: '35个月' },
      ['error 甲履行职责 2 年 11 个月，不到 3 年'],
    ],
    ['commendedPersons', { ...PERSON, post: '厅长', grade: '无', division: '否' }, [`advice 甲${UNCLEAR}`]],
    ['commendedPersons', { ...PERSON, post: '处长', grade: '无', division: '是' }, []],
    ['commendedPersons', { ...PERSON, grade: '二级巡视员' }, [`advice 甲${UNCLEAR}`]],
    [
      'commendedPersons',
      { ...PERSON, grade: '正处级', division: '否' },
      [ODD('职务“科长”、职级“正处级”、处级“否”')],
    ],
    [
      'commendedPersons',
      { ...PERSON, post: '正处级', division: '' },
      [ODD('职务“正处级”、职级“一级主任科员”')],
    ],
    ['commendedPersons', { ...PERSON, division: '是' }, [ODD('职务“科长”、职级“一级主任科员”、处级“是”')]],
    ['commendedPersons', { ...PERSON, post: '正科级', grade: '四级调研员' }, []],
    [
      'commendedUnits',
      { ...UNIT, rank: '正处级以上' },
      ['advice 示例局的级别“正处级以上”看不出是不是正处级及以下，请核对'],
    ],
    [
      'commendedUnits',
      { ...UNIT, rank: '高于正处级' },
      ['error 示例局的级别“高于正处级”高于正处级，推荐范围是正处级及以下'],
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

it('is one line of 本周 for the day of a whole list, and one of each row that is to be put right', () => {
  const rows = [...many(3, UNIT), { ...UNIT, unit: '末局', clean: '' }];
  const year = yearOf('commendedUnits', rows, from('city'));
  const lines = (today: string) => weekOf(year, today).map(({ title, words }) => `${title} ${words}`);
  const wrong = '末局：正科级 1 处要改';
  expect(lines('2022-10-01')).toEqual([wrong]);
  expect(lines('2022-10-30')).toEqual(['推荐表扬单位：4 个没有填报送日期 报送还有1天', wrong]);
  expect(yearReminder(year, '2022-10-30').words).toBe('推荐表扬单位 4 个快到期、缺材料或待核对');
});

it('names what the handed-in material lacks', () => {
  const year = yearOf('commendedUnits', [UNIT, { ...UNIT, unit: '另一局', summary: '' }], from('city'));
  expect(leftOutWords(year, 'commendation')).toBe('推荐表扬单位 1 个没有总结；还有 1 处要改');
  expect(leftOutWords(yearOf('commendedUnits', [UNIT], from('city')), 'commendation')).toBe('');
});

it.each([
  ['豫A0001', '豫A0001', ''],
  ['豫A 123456', '豫A 123456', ''],
  ['无', '无', ''],
  ...['见附件', '办理中65900000', ...UNCLEAR_CARDS].map((card) => [
    ...[card, '', '汇总表里甲的执法(监督)证件号空着：看不出是不是证件号，请只写证件号，如 豫A123456'],
  ]),
  ...[
    ...['410100199001011234', '执法证41010019900101123x', '13800001111'],
    ...[...WITH_IDENTITY, ...WITH_TELEPHONE],
  ].map((card) => [
    ...[card, '', '汇总表里甲的执法(监督)证件号空着：写的是身份证号或电话号码的样子，请改正'],
  ]),
])('prints of the number %s in the table: %s', (card, printed, told) => {
  const year = yearOf('commendedPersons', [{ ...PERSON, card }]);
  expect(personRows(year).map((row) => row['执法(监督)证件号'])).toEqual([printed]);
  expect(hiddenCardsWords(year)).toBe(told);
});

it('misses no text and no PPT that the notice leaves open', () => {
  const materials = experience.materials.map((each) => ({ ...each, required: false }));
  const open = { experienceNotice: { ...experience, materials } };
  expect(said('experiences', [{ unit: '示例局' }], open)).toEqual([]);
  const asked = yearOf('experiences', [{ unit: '示例局' }]);
  expect(leftOutWords({ ...asked, ...open }, 'experience')).toBe('');
  expect(leftOutWords(asked, 'experience')).toBe('标兵材料 1 份没有文字材料；还有 2 处要改');
});

describe('whoever is named twice', () => {
  const person = { ...PERSON, card: '豫B1' };
  it.each<[TextRegister, readonly Fields[], string[]]>([
    [
      'commendedUnits',
      [UNIT, { ...UNIT, unit: ' 示例局\u200b' }],
      ['error 示例局\u200b（第 2 位）与第 1 位的单位全称相同，请核对是不是重复'],
    ],
    [
      'commendedPersons',
      [PERSON, person],
      ['advice 甲（第 2 位）与第 1 位的姓名和单位全称相同，请核对是不是重复'],
    ],
    ['commendedPersons', [PERSON, { ...person, unit: '另一局' }], []],
    [
      'commendedPersons',
      [PERSON, { ...PERSON, name: '乙', card: '豫 Ａ0001' }],
      ['error 乙（第 2 位）与第 1 位的执法(监督)证件号相同，请核对是不是重复'],
    ],
    [
      'commendedPersons',
      [PERSON, { ...PERSON, name: '乙', card: '豫B12345\n豫A0001' }],
      ['error 乙（第 2 位）与第 1 位的执法(监督)证件号相同，请核对是不是重复'],
    ],
    ...['豫a-0001', '证号：豫A0001', '执法证件号码:豫A 000—1', '豫a0001号', '执法证豫A0001', '豫A.0001'].map(
      (card): [TextRegister, readonly Fields[], string[]] => [
        'commendedPersons',
        [PERSON, { ...PERSON, name: '乙', card }],
        ['error 乙（第 2 位）与第 1 位的执法(监督)证件号相同，请核对是不是重复'],
      ],
    ),
    [
      'commendedPersons',
      [
        { ...PERSON, card: '豫A1001、豫A0001' },
        { ...PERSON, name: '乙' },
      ],
      ['error 乙（第 2 位）与第 1 位的执法(监督)证件号相同，请核对是不是重复'],
    ],
    ['commendedUnits', [UNIT, UNIT].map((each) => ({ ...each, unit: '（待定）' })), []],
    [
      'commendedUnits',
      [UNIT, { ...UNIT, unit: '“示例局”。' }],
      ['error “示例局”。（第 2 位）与第 1 位的单位全称相同，请核对是不是重复'],
    ],
    [
      'experiences',
      [
        { unit: '示例局', text: '甲' },
        { unit: '示例局', text: '乙' },
      ],
      ['error 示例局（第 2 位）与第 1 位的标兵单位相同，请核对是不是重复'],
    ],
  ])('%s %#', (name, rows, expected) => {
    const year = yearOf(name, rows, from('city'));
    const found = said(name, rows, from('city')).filter((each) => each.includes('重复'));
    expect(found).toEqual(expected);
    const last = year.registers[name]!.at(-1)!;
    expect(checkEntry(year, name, last).filter(({ message }) => message.includes('重复'))).toHaveLength(
      expected.length,
    );
  });
});

describe('what was looked at', () => {
  const files = [
    { sha256: '0'.repeat(64), bytes: 1, fileName: 'a.pptx', mediaType: '', role: 'other' as const },
  ];
  const wordsOf = (name: TextRegister, rows: readonly Fields[], more: Partial<Year>): string => {
    const year = yearOf(name, rows, { ...from('city'), ...more });
    const registers = { [name]: year.registers[name]!.map((entry) => ({ ...entry, files })) };
    return checkedWords(checkList({ ...year, registers }, name));
  };
  const rules = commendation.commendation!;
  const notice = (materials: typeof commendation.materials, more: Partial<typeof rules> = {}) => ({
    commendationNotice: { ...commendation, materials, commendation: { ...rules, ...more } },
  });
  const only = (of: string, change: object = {}) =>
    commendation.materials
      .filter(({ summaryOf }) => summaryOf === of)
      .map((each) => ({ ...each, ...change }));
  const [text, slides] = experience.materials;
  const sent = (materials: typeof experience.materials) => ({
    experienceNotice: { ...experience, materials },
  });
  const report = { ...text!, kind: 'other' as const, title: '佐证材料' };

  it.each<[string, TextRegister, Fields, Partial<Year>, string]>([
    ['all', 'commendedUnits', UNIT, {}, '名额、级别、字数、总结内容（按勾选和字样）、无违法行政行为的说明'],
    [
      'a person',
      'commendedPersons',
      PERSON,
      {},
      '名额、处级比例、级别、证件或年数、字数、总结内容（按勾选和字样）、无违法行政行为的说明',
    ],
    [
      'no checklist',
      'commendedUnits',
      UNIT,
      notice(only('legal', { checklist: [] })),
      '名额、级别、字数、无违法行政行为的说明',
    ],
    [
      'no limit of words',
      'commendedUnits',
      UNIT,
      notice(only('legal', { limits: undefined })),
      '名额、级别、总结内容（按勾选和字样）、无违法行政行为的说明',
    ],
    [
      'a personal summary alone',
      'commendedUnits',
      { ...UNIT, type: '' },
      notice(only('person')),
      '名额、级别、无违法行政行为的说明',
    ],
    ['a text alone', 'experiences', { unit: '示例局', text: '甲' }, sent([text!]), '字数'],
    [
      'a text with what it must say, by its words and by a tick',
      'experiences',
      { unit: '示例局', text: '基本情况：甲', covered: '主要成效' },
      sent([
        { ...text!, checklist: ['基本情况', '主要成效'].map((label, n) => ({ code: `p${n}`, label })) },
      ] as typeof experience.materials),
      '字数、材料内容（按勾选和字样）',
    ],
    [
      'a material between',
      'experiences',
      { unit: '示例局', text: '甲' },
      sent([report, text!, slides!]),
      '字数、PPT 个数',
    ],
    ...(
      [
        [{ title: '文字材料（与PPT一致）' }, {}],
        [{ limits: { words: 2000, formats: ['pptx'] } }, {}],
        [{}, { limits: { files: 1, formats: ['pptx', 'pdf'] } }],
        [{}, { title: '汇报片', limits: { files: 1, formats: ['zip', 'pptm'] } }],
      ] as const
    ).map(([ofText, ofSlides], n): [string, TextRegister, Fields, Partial<Year>, string] => [
      `a text beside slides ${n}`,
      'experiences',
      { unit: '示例局', text: '甲' },
      sent([
        { ...text!, ...ofText },
        { ...slides!, ...ofSlides },
      ] as typeof experience.materials),
      '字数、PPT 个数',
    ]),
  ])('of %s', (_, name, row, more, expected) => {
    expect(wordsOf(name, [row], more)).toBe(`未发现问题（已核对：${expected}）`);
  });

  it('is what was looked at of every row', () => {
    const other = { ...UNIT, unit: '另一局', type: '执法单位（机构）' };
    const more = notice([...only('legal'), ...only('enforcement', { checklist: [] })]);
    expect(wordsOf('commendedUnits', [UNIT, other], more)).toBe(
      '未发现问题（已核对：名额、级别、字数、无违法行政行为的说明）',
    );
  });

  it.each<[string, Partial<Year>, string]>([
    [
      'a rank that nobody can read',
      notice(commendation.materials, { rank: { ...rules.rank!, highest: '县处级' } }),
      'advice 通知的最高级别“县处级”认不出来，级别没有核对',
    ],
    ['another year', { year: 2026 }, 'advice 通知是2022年的，这里是2026年的工作，请核对是不是按这个通知'],
  ])('is no green of %s', (_, more, expected) => {
    expect(said('commendedUnits', [UNIT], { ...from('city'), ...more })).toEqual([expected]);
  });

  it('bears the clause of the notice that was chosen', () => {
    const table = { title: '表', source: { document: '测发〔2023〕1号', clause: '附件1' } };
    const year = yearOf('commendedUnits', [{ ...UNIT, rank: '' }], notice(commendation.materials, { table }));
    expect(checkEntry(year, 'commendedUnits', year.registers['commendedUnits']![0]!)[0]?.source).toEqual(
      table.source,
    );
  });
});

describe('words of ranks', () => {
  it.each([
    ['正处级', 'within', true],
    ['县处级正职', 'within', true],
    ['正处', 'within', true],
    ['正县级', 'within', true],
    ['副县级', 'within', true],
    ['正科级', 'within', false],
    ['四级主任科员', 'within', false],
    ['副厅级', 'above', false],
    ['厅局级副职', 'above', false],
    ['处长', 'unclear', undefined],
    ['三级调研员', 'unclear', undefined],
    ['', 'unclear', undefined],
    ['正处级以上', 'unclear', undefined],
    ['高于正处级', 'above', false],
    ['不高于正处级', 'unclear', undefined],
    ['科级以上', 'unclear', undefined],
    ['处级以下', 'within', undefined],
    ['低于处级', 'within', false],
    ['正科级及以下', 'within', false],
    ['非处级', 'unclear', undefined],
    ['＞正处级', 'above', false],
    ['≥正处级', 'unclear', undefined],
    ['正处级+', 'unclear', undefined],
    ['正处级起', 'unclear', undefined],
    ['至少正处级', 'unclear', undefined],
    ['最低正处级', 'unclear', undefined],
    ['高半级（正处级）', 'above', false],
    ['＜副厅级', 'within', undefined],
    ['未达副厅级', 'within', undefined],
    ['副厅级单位内设机构', 'unclear', undefined],
    ['正处至副厅', 'unclear', undefined],
  ] as const)('%s', (text, stands, division) => {
    expect(standsTo(text, '正处级')).toBe(stands);
    expect(isDivision(ranksBy(['', text]))).toBe(division);
  });

  it.each<[readonly [string, string], boolean | undefined, boolean | undefined]>([
    [['正科级', '四级调研员'], undefined, undefined],
    [['科员', '一级调研员'], undefined, undefined],
    [['主任科员', '二级巡视员'], undefined, undefined],
    [['正科级', '四级调研员'], true, true],
    [['正科级', '四级调研员'], false, false],
    [['副处级', '四级调研员'], undefined, true],
    [['正处级', '一级主任科员'], undefined, undefined],
    [['厅长', ''], false, false],
    ...[
      '三级高级警长',
      '一级高级法官',
      '督办',
      '五级职员',
      '副处职级',
      '处级非领导',
      '副团级',
      '局级',
      '二调',
    ].map(
      (grade) =>
        [['科长（正科级）', grade], undefined, undefined] as [[string, string], undefined, undefined],
    ),
    [['科长（正科级）', '四级高级警长（副处级）'], undefined, undefined],
    [['副支队长', '四级警长（副科级）'], undefined, false],
    [['科长（正科级）', '—'], undefined, false],
  ])('%j, 处级 %s', (texts, answer, expected) => {
    expect(isDivision(ranksBy(texts, answer))).toBe(expected);
  });

  it('leaves open what is above by a 职级 that is not known, whatever is answered', () => {
    expect(standingOf(ranksBy(['科员', '一级高级警长'], false), '正处级')).toBe('unclear');
  });

  it.each([
    ...['保留副处级待遇', '享受副县级', '挂职副处级', '比照副处级', '相当于副处级', '按副处级对待'],
    ...[
      '处级单位科长',
      '副处级单位正科级干部',
      '正科级，挂职副县长',
      '副处级（享受正厅级待遇）',
      '正厅级单位科员',
    ],
    ...['正厅级机关干部', '原副处级，现正科级', '正科级（副处级后备）', '正科级，拟任副处级'],
  ])('is not decided by one that is not their own: %s', (text) => {
    for (const texts of [
      [text, '正科级'],
      ['正科级', text],
      [text, ''],
    ] as const) {
      expect(isDivision(ranksBy(texts))).toBeUndefined();
      expect(standingOf(ranksBy(texts), '正处级')).toBe('unclear');
      const [post, grade] = texts;
      const rows = [{ ...PERSON, post, grade }];
      expect(said('commendedPersons', rows, from('city')).filter((each) => each.includes(UNCLEAR))).toEqual([
        `advice 甲${UNCLEAR}`,
      ]);
    }
  });

  it.each<[string, string, boolean, boolean | undefined, string]>([
    ['科长（正科级）', '享受副处级待遇', false, false, 'within'],
    ['科长', '正科级（副处级待遇）', false, false, 'within'],
    ['法制科科长（挂职）', '一级主任科员', false, false, 'within'],
    ['二级单位科长', '正科级', false, false, 'within'],
    ['副处级单位法制科科长（正科级）', '一级主任科员', false, false, 'within'],
    ['副科级（挂职）', '四级调研员', false, false, 'within'],
    ['科长（正科级）', '享受副处级待遇', true, true, 'within'],
    ['正处级单位负责人', '正处级', true, true, 'within'],
    ['科长（挂职）', '二级巡视员', false, false, 'unclear'],
    ['正厅级单位科长', '正科级', false, false, 'unclear'],
    ['正科级', '享受副处级以上待遇', false, false, 'unclear'],
    ['副局长（挂职）', '', false, false, 'unclear'],
    ['科长（正科级，挂职）', '四级高级警长', false, false, 'unclear'],
  ])('%s, %s are answered by 处级 %s', (post, grade, said, division, stands) => {
    expect(isDivision(ranksBy([post, grade], said))).toBe(division);
    expect(standingOf(ranksBy([post, grade], said), '正处级')).toBe(stands);
  });

  it.each([
    ['正处级', '正处级'],
    ['县处级', undefined],
    ['正处级以上', undefined],
    ['处长', undefined],
  ])('%s is the rank %s', (text, rank) => {
    expect(rankOf(text)).toBe(rank);
  });
});
