import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeValues } from '../../../../shared/document.ts';
import { duesIn, weekOf } from '../../../../shared/registers/due.ts';
import type { Entry } from '../../../../shared/registers/entry.ts';
import { countWords, wrongDays } from '../../../../shared/registers/contradictions.ts';
import { aheadWords, inMonths, monthlyTotals, monthName } from '../../../../shared/registers/monthly.ts';
import { carriedOffers } from '../../../../shared/registers/sites/carry.ts';
import { type SiteOffer, takenOffers } from '../../../../shared/registers/sites/offers.ts';
import { type DeskResult, deskResult, resultOffers } from '../../../../shared/registers/sites/results.ts';
import { siteTable } from '../../../../shared/registers/sites/steps.ts';
import {
  noticeTitle,
  tickFields,
  toldIn,
  toldMatrix,
  toldWords,
} from '../../../../shared/registers/sites/told.ts';
import { yearDocument } from '../../../../shared/registers/year/document.ts';
import { entriesOf } from '../../../../shared/registers/year/entries.ts';
import { onPaper } from '../../../../shared/registers/year/on-paper.ts';
import type { YearEdit } from '../../../../shared/registers/year/edits.ts';
import { type Year, yearSchema } from '../../../../shared/registers/year/schema.ts';
import { candidate, deskOf, keyOf } from '../review/fixtures.ts';
import { officialOf, standardOf } from '../scoring/fixtures.ts';

type Fields = Record<string, string>;
/** As a 统一社会信用代码 is made. */
const [A1, B2, Z9] = ['11410100MB00000018', '11410100MB0000002B', '11410100MB00000091'];
const TODAY = '2026-10-15';
const NOW = '2026-10-15T08:00:00.000Z';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const rowsOf = (rows: readonly Fields[], from: number): Entry[] =>
  rows.map((fields, n) => ({ id: id(from + n), fields, files: [] }));
const yearOf = (
  sites: readonly Fields[],
  { notices = [], tasks = [], year = 2026 }: { notices?: Fields[]; tasks?: Fields[]; year?: number } = {},
): Year =>
  yearSchema.parse({
    ...{ version: 1, id: id(year), createdAt: NOW, updatedAt: NOW, title: '', unit: '示例市法治办', year },
    registers: { sites: rowsOf(sites, 1), notices: rowsOf(notices, 500), tasks: rowsOf(tasks, 700) },
  });
const after = (value: Year, ...edits: YearEdit[]): Year =>
  edits.reduce((now, edit) => {
    expect(yearDocument.check(now, edit, undefined)).toBe(undefined);
    return yearDocument.apply(now, edit, undefined, NOW);
  }, value);

const OF = { today: TODAY, year: 2026 };
const CONFIRMED = { confirmed: '2026-09-01', confirmNumber: '示法〔2026〕9号' };

/** One 文号, and what else is written beside it. */
const WITH_WORDS = [
  ...['示范县司法局《关于命名示范点的决定》（示法〔2026〕3号）', '示法〔2026〕3号《关于命名示范点的通知》'],
  ...['示范县司法局关于命名示范点的决定（示法〔2026〕3号）', '示法〔2026〕3号（《关于命名示范点的通知》）'],
  ...['示范县司法局关于命名示范点的决定 示法〔2026〕3号', '示法〔2026〕3号 关于命名示范点的通报'],
  ...[
    '示法〔2026〕3号（2026年3月5日）',
    '示法〔2026〕3号（附件2）',
    '示法〔2026〕3号附件1',
    '示法〔2026〕3号附件',
  ],
  ...['示法〔2026〕3号，2026年3月5日', '示法〔2026〕3号 2026.3.5', '示法〔2026〕3号，2026-03-05印发'],
  ...['文号：示法〔2026〕3号', '文件号 示法〔2026〕3号', '发文字号：示法〔2026〕3号'],
  ...['《关于命名示范点的通知》（示法〔2026〕3号，2026年3月5日）', '《通知》（示法〔2026〕3号）附件2'],
  ...['示法〔2026〕3号（示例市司法局）', '2026年3月5日 示法〔2026〕3号', '示法〔2026〕3号（2026年3月）'],
  ...['示法〔2026〕3号附件2-1', '示法〔2026〕3号附件1第5项', '示法〔2026〕3号，示例市司法局'],
  ...['示法〔2026〕3号 示例市司法局关于命名示范点的通知', '关于同意命名示范点的复函（示法〔2026〕3号）'],
  ...['示范县司法局《关于公布模拟执法示范点的决定》（示法〔2026〕3号）', '文号：示法〔2026〕3号（附件一）。'],
];

/** What a document is called that confirms nobody. */
const NOT_CONFIRMING = [
  ...['征求示范点命名意见的函', '撤消示范点称号的决定', '推荐示范点的请示', '验收不达标单位的通报'],
  ...[
    '未命名单位的通知',
    '推迟命名示范点的通知',
    '摘牌的决定',
    '同意撤回示范点命名的批复',
    '命名示范点的请示',
  ],
  ...['命名示范点的函', '开展示范点创建工作的通知', '确定培育对象的通知', '公布示范点验收标准的通知'],
  ...['不再命名示范点的决定', '命名示范点情况的报告', '暂停示范点命名的通知', '申报命名示范点的通知'],
].flatMap((title) => [
  `关于${title}（示法〔2026〕3号）`,
  `示例市司法局关于${title} 示法〔2026〕3号`,
  `示例市司法局《关于${title}》（示法〔2026〕3号）`,
  `示法〔2026〕3号《关于${title}》`,
  `示法〔2026〕3号 示例市司法局关于${title}`,
]);

describe('the steps of a year', () => {
  it.each<[string, Fields, string]>([
    ['nothing', {}, '没有开始'],
    ['a plan', { plan: '2026-06-10' }, '培育'],
    ['guidance that came without a plan', { guided: '2026-07-01' }, '指导'],
    ['a month', { checked: '2026-08' }, '验收'],
    ['a day that is still to come', { plan: '2026-06-10', checked: '2026-12-01' }, '培育'],
    ['what is no day', { plan: '待定' }, '没有开始'],
    ['a day of another year', { plan: '2025-06-10', guided: '2027-01-02' }, '没有开始'],
    ['a stretch that is not over', { plan: '2026-06-10', guided: '2026-10-10 至 2026-10-20' }, '培育'],
    ['a stretch that is over', { guided: '2026-10-10 至 2026-10-15' }, '指导'],
    ['a score alone', { score: '95.00', standard: '某标准' }, '没有开始'],
    ['a day of confirming without its 文号', { checked: '2026-08-01', confirmed: '2026-09-01' }, '验收'],
    ['a 文号 without its day', { checked: '2026-08-01', confirmNumber: '示法〔2026〕9号' }, '验收'],
    ['both', CONFIRMED, '确认'],
    ['recommended', { ...CONFIRMED, recommended: '2026-10-01' }, '推荐'],
  ])('%s', (_, fields, at) => {
    expect(siteTable(yearOf([{ name: '甲局', ...fields }]), TODAY).sites[0]?.at).toBe(at);
  });

  it('are counted by level, each unit once', () => {
    const year = yearOf([
      { name: '甲局', level: '培育对象', plan: '2026-06-10', code: A1 },
      { name: '乙局', level: '市级示范点', ...CONFIRMED },
      { name: ' 乙 局', region: '东区' },
      { name: '甲局（新名）', code: A1.toLowerCase() },
      { name: '丙局' },
    ]);
    const { levels, notes, sites } = siteTable(year, TODAY);
    expect(sites.map(({ name }) => name)).toEqual(['甲局', '乙局', '丙局']);
    expect(levels).toEqual([
      { level: '市级示范点', all: 1, steps: [0, 0, 0, 1, 0] },
      { level: '培育对象', all: 1, steps: [1, 0, 0, 0, 0] },
      { level: '没有填级别', all: 1, steps: [0, 0, 0, 0, 0] },
    ]);
    expect(notes).toEqual(['2行与前面的行是同一单位（乙 局、甲局（新名）），没有算']);
    expect(duesIn(year, 'sites', TODAY)(entriesOf(year, 'sites')[2]!).words).toBe(
      '与第2行是同一单位，各步进度没有算这一行，请核对',
    );
    expect(countWords('sites', entriesOf(year, 'sites'))).toBe('共 5 行，3 个单位');
  });

  it.each<[string, Fields[], { shown: number; doubt: boolean; differs?: true }]>([
    ['two codes under one name are two units', [{ code: A1 }, { code: B2 }], { shown: 2, doubt: false }],
    ...['11410100MB00000081', '11410100MB00000019', A1.slice(0, -1)].map(
      (code): [string, Fields[], { shown: number; doubt: boolean }] => [
        `one code, mistyped in one place (${code})`,
        [
          { code: A1, ...CONFIRMED },
          { code, ...CONFIRMED },
        ],
        { shown: 2, doubt: true },
      ],
    ),
    ['one has a code', [{ code: A1 }, {}], { shown: 2, doubt: true }],
    ['the other has it', [{}, { code: A1 }], { shown: 2, doubt: true }],
    ['one of three has none', [{ code: A1 }, { code: B2 }, {}], { shown: 3, doubt: true }],
    ['none has a code', [{}, {}], { shown: 1, doubt: false }],
    ['a code that says nothing', [{ code: '无' }, {}], { shown: 1, doubt: false }],
    [
      'one code',
      [{ code: A1 }, { code: A1.replace('M', 'Ｍ').replace('-', '') }],
      { shown: 1, doubt: false },
    ],
    ...[
      ...['无代码', '暂无代码', '办理中', '内设机构', '同主管局', '18位', '0', '000000000000000000'],
      ...['111111111111111111', '1234567', 'TEST-0000-0001', '统一社会信用代码尚未办理2026'],
      ...['11410000XXXXXXXXXX', '114101000000000000', '1141010000000000XX', '123456789012345678'],
      ...['0371-65900000-8001', '410100000012345', '138000011112345', '410100199001011234'],
      ...['91410100MA0000000X', '91410100MA000000XX', '12410000415800000X', '11410000005184XXXX'],
      ...['91410100ABCDEFGHXX', '91410100MA4ABCDEFG'],
      ...['1141010012345678XX', 'TEST00000000000001', '11410100SV00000018', '1.14101E+17'],
    ].flatMap((code): [string, Fields[], { shown: number; doubt: boolean; differs?: true }][] => [
      [`what is no code (${code})`, [{ code }, { code }], { shown: 1, doubt: false }],
      [
        `two places, and what is no code (${code})`,
        [
          { code, region: '东区' },
          { code, region: '西区' },
        ],
        { shown: 2, doubt: true },
      ],
      [
        `another name, and what is no code (${code})`,
        [{ code }, { code, name: '乙局' }],
        { shown: 2, doubt: false },
      ],
    ]),
    [
      'a code that lacks a figure',
      [{ code: A1.slice(1) }, { code: A1.slice(1), region: '东区' }],
      { shown: 1, doubt: false, differs: true },
    ],
    ...['11410100MB00000019', A1.slice(0, -1), A1.slice(2), '91350100M000100Y34', '11410100MBO000001B'].map(
      (code): [string, Fields[], { shown: number; doubt: boolean; differs: true }] => [
        `a code that was mistyped (${code})`,
        [{ code }, { code, region: '东区' }],
        { shown: 1, doubt: false, differs: true },
      ],
    ),
    [
      'one code with letters for figures',
      [{ code: '11410IOOMBOOOOOOI8' }, { code: A1 }],
      { shown: 1, doubt: false, differs: true },
    ],
    ...['1141Ol00MB000000l8', `统一社会信用代码：${A1}`, `信用代码 ${A1}`].map(
      (code): [string, Fields[], { shown: number; doubt: boolean; differs: true }] => [
        `one code as ${code}`,
        [{ code }, { code: A1 }],
        { shown: 1, doubt: false, differs: true },
      ],
    ),
    [
      'one code in blanks and hyphens',
      [{ code: '1141 0100-MB00 0000—18' }, { code: A1 }],
      { shown: 1, doubt: false, differs: true },
    ],
    [
      'one code in two places',
      [
        { code: A1, region: '东区' },
        { code: A1, region: '西区' },
      ],
      { shown: 1, doubt: false, differs: true },
    ],
    ['two places', [{ region: '东区' }, { region: '西区' }], { shown: 2, doubt: true }],
    ['one place, written otherwise', [{ region: '东区' }, { region: ' 东 区' }], { shown: 1, doubt: false }],
    ['one says no place', [{ region: '东区' }, {}], { shown: 1, doubt: false, differs: true }],
    ['two places and none', [{ region: '东区' }, {}, { region: '西区' }], { shown: 3, doubt: true }],
    [
      'two places, one of them again',
      [{ region: '东区' }, { region: '西区' }, { region: '东区' }],
      { shown: 2, doubt: true },
    ],
    ...['\u200b', '\u200f', '\u202a', '\u202e', '\u2060', '\u2069', '\ufeff'].map(
      (unseen): [string, Fields[], { shown: number; doubt: boolean }] => [
        `what nobody can see: U+${unseen.charCodeAt(0).toString(16)}`,
        [{}, { name: `甲${unseen}局` }],
        { shown: 1, doubt: false },
      ],
    ),
    ['two levels', [{}, { level: '省级示范点' }], { shown: 2, doubt: true }],
    ['a 培育对象 beside one that was named', [{}, { level: '培育对象' }], { shown: 2, doubt: true }],
    ['two fields of work', [{ industry: '交通' }, { industry: '农业' }], { shown: 2, doubt: true }],
    ['two days of naming', [{ named: '2019-01-01' }, { named: '2021-01-01' }], { shown: 2, doubt: true }],
    [
      'two confirmings',
      [CONFIRMED, { ...CONFIRMED, confirmNumber: '示法〔2026〕10号' }],
      { shown: 2, doubt: true },
    ],
    ['two days of confirming', [CONFIRMED, { confirmed: '2026-10-01' }], { shown: 2, doubt: true }],
    [
      'one 文号 in other brackets',
      [{ number: '示法〔2019〕1号' }, { number: '示法[2019]第1号' }],
      { shown: 1, doubt: false, differs: true },
    ],
    ...[
      ...['二〇二六', '二零二六', '二○二六'].map((year) => [`示法〔${year}〕十二号`, '示法〔2026〕第012号']),
      ['示法〔2026〕一百零三号', '示法〔2026年〕103号文'],
      ['《通知》（示法〔2026〕3号）', '示法〔2026〕3号。'],
      ['示法〔2026〕3、4号', '示法〔2026〕4号\n示法〔2026〕3号'],
      ['示法〔2026〕3号（附件2）、豫法〔2026〕4号附件1', '豫法〔2026〕4号；示法〔2026〕3号'],
      ['示法〔2026〕3号关于甲的通知、豫法〔2026〕4号关于乙的通知', '豫法〔2026〕4号；示法〔2026〕3号'],
      ...WITH_WORDS.map((words) => [words, '示法〔2026〕3号']),
    ].map(([a, b]): [string, Fields[], { shown: number; doubt: boolean; differs: true }] => [
      `one 文号 as ${a} and ${b}`,
      [{ number: a! }, { number: b! }],
      { shown: 1, doubt: false, differs: true },
    ]),
    ['two 文号', [{ number: '示法〔2019〕1号' }, { number: '示法〔2020〕1号' }], { shown: 2, doubt: true }],
  ])('tell units of one name: %s', (_, rows, { shown, doubt, differs }) => {
    const year = yearOf(rows.map((fields) => ({ name: '甲局', level: '市级示范点', ...fields })));
    const { sites, notes } = siteTable(year, TODAY);
    expect(sites).toHaveLength(shown);
    expect(notes.join().includes('同名，请核对是不是同一单位')).toBe(doubt);
    const dues = entriesOf(year, 'sites').map(duesIn(year, 'sites', TODAY));
    const told = dues.filter(({ words }) => words.includes('同名，请核对是不是同一单位'));
    expect(told).toHaveLength(doubt ? shown : 0);
    const notice = rowsOf([{ title: '通知' }], 500)[0]!;
    expect(toldIn(year, notice, TODAY).lines.filter(({ is }) => is !== 'twin')).toHaveLength(shown);
    const { offers, left } = carriedOffers(yearOf([], { year: 2027 }), entriesOf(year, 'sites'), OF);
    // A further row of a unit that says something else can be taken as well.
    expect(offers).toHaveLength(differs ? rows.length : shown);
    expect(left).toHaveLength(rows.length - offers.length);
    expect(toldWords(toldIn(year, notice, TODAY)).includes('行与前面的行是同一单位，没有算')).toBe(
      shown < rows.length,
    );
    expect(offers.map(({ isSure }) => isSure)).toEqual(offers.map(() => !doubt && !differs));
  });

  it.each([
    ['11410100MB00000081', '校验位不符，请核对有没有写错'],
    [A1.slice(0, -1), '应为 18 位，现在是 17 位'],
    [A1, ''],
  ])('tell of %s: %s', (code, problem) => {
    const year = yearOf([{ name: '甲局', code, level: '市级示范点' }]);
    const words = problem === '' ? [] : [`统一社会信用代码${problem}`];
    expect(siteTable(year, TODAY).notes).toEqual(words.map((each) => `1行（甲局）的${each}`));
    expect(duesIn(year, 'sites', TODAY)(entriesOf(year, 'sites')[0]!).words).toBe(words.join());
  });

  it('tell once whose code is none', () => {
    const { notes } = siteTable(
      yearOf([
        { name: '甲局', code: '办理中' },
        { name: '乙局', code: '无' },
        { name: '丙局', code: A1 },
      ]),
      TODAY,
    );
    expect(notes).toEqual(['1行（甲局）的统一社会信用代码看不出是代码，没有按它认单位']);
  });

  it.each<[string, Fields, string[]]>([
    ['in order', { plan: '2026-06-01', checked: '2026-08-01', ...CONFIRMED, recommended: '2026-09-01' }, []],
    ['验收 before the plan', { plan: '2026-06-01', checked: '2026-05-01' }, ['checked']],
    ['确认 before 验收', { checked: '2026-09-02', ...CONFIRMED }, ['confirmed']],
    ['推荐 before 确认', { ...CONFIRMED, recommended: '2026-08-31' }, ['recommended']],
  ])('tell a day that lies before the one that it follows: %s', (_, fields, codes) => {
    const entry = { id: id(1), fields, files: [] };
    expect(wrongDays('sites', entry, (code) => code).map(({ code }) => code)).toEqual(codes);
  });
});

describe('本周', () => {
  const TASK = { source: '郑依法行政领办〔2017〕36号 附件3', progress: '未开始' };
  const PLAN = { ...TASK, material: '方案中明确培育对象（主要是行政调解）', due: '2026-06-20' };
  const CHECK = { ...TASK, material: '对培育对象指导、验收的材料', due: '2026-10-20' };
  it.each<[string, Fields, Fields[], string]>([
    ['no task of the year states a day', { level: '培育对象' }, [], ''],
    ['a 示范点 is past these steps', { level: '市级示范点' }, [PLAN, CHECK], ''],
    [
      'both are open',
      { level: '培育对象' },
      [PLAN, CHECK],
      '培育方案已过期117天；指导、验收还有5天（按年度任务的日期）',
    ],
    [
      'the plan is made',
      { level: '培育对象', plan: '2026-06-01' },
      [PLAN, CHECK],
      '指导、验收还有5天（按年度任务的日期）',
    ],
    ['the task is done', { level: '培育对象' }, [{ ...PLAN, progress: '已完成' }], ''],
    ['an office’s own task states nothing for it', { level: '培育对象' }, [{ ...PLAN, source: '' }], ''],
    [
      'half of a confirming',
      { level: '市级示范点', confirmed: '2026-09-01' },
      [],
      '填了确认日期，没有填确认文号，不算已确认',
    ],
    [
      'a confirming on a day that is none',
      { level: '市级示范点', ...CONFIRMED, confirmed: '2026-02-30' },
      [],
      '确认日期（2026-02-30）不是日期，不算已确认',
    ],
    [
      'a confirming that is to come',
      { level: '市级示范点', ...CONFIRMED, confirmed: '2026-12-31' },
      [],
      '确认日期（2026-12-31）还没有到或者没有过完，不算已确认',
    ],
    [
      'a confirming that is not over',
      { level: '市级示范点', ...CONFIRMED, confirmed: '2026-10-10 至 2026-12-20' },
      [],
      '确认日期（2026-10-10 至 2026-12-20）还没有到或者没有过完，不算已确认',
    ],
    [
      'a confirming of another year',
      { level: '培育对象', ...CONFIRMED, confirmed: '2019-10-20' },
      [],
      '确认日期（2019-10-20）不是2026年的，不算已确认',
    ],
    [
      'a 文号 that says nothing',
      { level: '市级示范点', confirmed: '2026-09-01', confirmNumber: '待补' },
      [],
      '填了确认日期，没有填确认文号，不算已确认',
    ],
    ...[
      ...['拟确认', '待印发（2026年）', '公示〔2026〕9号', '2026年不予确认', '未印发9号', '省政府文件'],
      ...['示法〔2026〕　号', '示法〔2026〕__号', '示法〔2026〕X号', '示法〔2026〕××号', '示法〔2026〕0号'],
      ...['示法〔2026〕5号（草案）', '示法〔2026〕5号讨论稿', '不同意〔2025〕3号', '取消示法〔2026〕9号'],
      ...['〔2026〕', '〔2026〕9号', '2026', '2026-10-20', '送审稿2', '见附件1', '电话13812345678'],
      ...['报批中2026', '示法〔26〕9号', '示法〔2026〕9', '示法〔2026〕9号、待定'],
      ...['公示的通知', '验收不合格的通报', '征求意见的函', '拟命名名单的通知'].map(
        (title) => `《关于示范点${title}》（示法〔2026〕3号）`,
      ),
      ...['撤销', '取消', '暂缓'].flatMap((word) => [
        `《关于示范点${word}命名的通知》（示法〔2026〕3号）`,
        `示范县司法局《关于${word}示范点的决定》（示法〔2026〕3号）`,
        `示范县司法局关于${word}示范点的决定 示法〔2026〕3号`,
        `示法〔2026〕3号《关于示范点${word}命名的通知》`,
        `示法〔2026〕3号关于${word}示范点命名的通知`,
      ]),
      ...NOT_CONFIRMING,
      ...['示法拟〔2026〕3号', '征求意见稿〔2026〕3号', '文号：待定〔2026〕3号', '文号：示法〔2026〕号'],
      ...['示法〔2026〕3号（草案）', '示法〔2026〕3号（2026年）', '附件2', '示法〔2026〕附件3号', '文号：'],
      ...['示范县司法局《关于不同意命名的决定》（示法〔2026〕3号）', '示法〔2026〕3号（附件2', '《通知》'],
    ].map((confirmNumber): [string, Fields, Fields[], string] => [
      `what is no 文号: ${confirmNumber}`,
      { level: '市级示范点', confirmed: '2026-09-01', confirmNumber },
      [],
      `确认文号（${confirmNumber}）看不出是确认文件的文号（请只写文号，如 示法〔2026〕3号），不算已确认`,
    ]),
    ...[
      ...['示法〔二〇二五〕十二号', '郑未央〔2025〕11号', '市政府待办〔2026〕3号', '豫政办 [2025] 3 号'],
      ...[
        '示法（2026）第9号',
        '示法【2026】9号',
        '示法〔2026〕9号、豫法〔2026〕12号',
        '示法〔2026〕9号；豫法〔2026〕12号',
        '《关于确认示范点的通知》（示法〔2026〕3号）',
        ...['关于确认示范点的通知（示法（2026）3号）', '关于确认示范点的通知 示法〔2026〕3号'],
        ...[
          '郑政〔2026〕3号文',
          '示法〔2026〕3、4号',
          '示法〔2026〕3号和豫法〔2026〕4号',
          '示法〔2026〕3号。',
        ],
        ...['示法〔2026〕3号/豫法〔2026〕4号', '示法〔2026〕3号 豫法〔2026〕4号', '示法〔2026〕3号、'],
        ...['示法〔2026年〕3号', '示法〈2026〉3号', '示例市全面推进服务型行政执法工作领导小组〔2026〕3号'],
        '示法〔2026〕3号\n豫法〔2026〕4号',
      ],
      ...WITH_WORDS,
    ].map((confirmNumber): [string, Fields, Fields[], string] => [
      `what is one: ${confirmNumber}`,
      { level: '市级示范点', confirmed: '2026-09-01', confirmNumber },
      [],
      '',
    ]),
    ...[
      ['示法〔2019〕9号', '2019'],
      ['示法〔二〇二七〕九号', '2027'],
    ].map(([confirmNumber, year]): [string, Fields, Fields[], string] => [
      `a 文号 of ${year}`,
      { level: '市级示范点', confirmed: '2026-09-01', confirmNumber: confirmNumber! },
      [],
      `确认文号是${year}年的，确认日期是2026年的，不算已确认`,
    ]),
    [
      'a 文号 in wide figures',
      { level: '市级示范点', ...CONFIRMED, confirmNumber: '示法〔２０２６〕９号' },
      [],
      '',
    ],
    [
      'a confirming that takes the place of a naming',
      { level: '省级示范点', number: '示法〔2019〕1号', named: '2019-12-20', ...CONFIRMED },
      [],
      '命名按2026年的确认（2026-09-01，示法〔2026〕9号），级别请核对',
    ],
    [
      'a plan of the year before',
      { level: '培育对象', plan: '2025-06-01', checked: '2026-10-01' },
      [PLAN, CHECK],
      '培育方案已过期117天（按年度任务的日期）',
    ],
    [
      'a level that was left behind',
      { level: '培育对象', ...CONFIRMED },
      [],
      '已确认，级别还是“培育对象”，请核对',
    ],
  ])('%s', (_, fields, tasks, words) => {
    const year = yearOf([{ name: '甲局', ...fields }], { tasks });
    expect(duesIn(year, 'sites', TODAY)(entriesOf(year, 'sites')[0]!).words).toBe(words);
  });

  it('names who was not told', () => {
    const sites = ['甲局', '乙局', '丙局', '丁局'].map((name) => ({ name, level: '市级示范点' }));
    const year = yearOf([...sites, { name: '戊局', level: '培育对象' }], {
      notices: [{ title: '推荐通知' }],
    });
    expect(weekOf(year, TODAY)).toMatchObject([
      { register: 'notices', title: '推荐通知', words: '还有4个示范点没有传达：甲局、乙局、丙局等' },
    ]);
  });

  it('tells units and notices of one name apart', () => {
    const regions: Fields[] = [{ region: '东区' }, {}, { region: '西区' }];
    const sites = regions.map((more) => ({
      ...{ name: '甲局', level: '市级示范点', code: '' },
      ...more,
    }));
    const notices: Fields[] = [
      { title: '推荐通知', number: '示法〔2026〕1号' },
      { title: '推荐通知', received: '2026-03-01' },
    ];
    const year = yearOf(sites, { notices });
    const names = ['甲局（东区，第1行）', '甲局（第2行）', '甲局（西区，第3行）'];
    const of = (register: string) => weekOf(year, TODAY).filter((line) => line.register === register);
    expect(of('sites').map(({ title }) => title)).toEqual(names);
    expect(of('notices').map(({ title, words }) => [title, words])).toEqual(
      ['推荐通知（示法〔2026〕1号）', '推荐通知（2026-03-01收到）'].map((title) => [
        title,
        `还有3个示范点没有传达：${names.join('、')}`,
      ]),
    );
    expect(siteTable(year, TODAY).sites.map(({ name }) => name)).toEqual(names);
    expect(toldMatrix(year, TODAY).rows.map(({ name }) => name)).toEqual(names);
  });
});

describe('a notice that is passed on', () => {
  const base = yearOf(
    [
      { name: '甲局', level: '市级示范点' },
      { name: '乙局', level: '培育对象' },
      { name: '丙局', level: '标兵' },
    ],
    { notices: [{ title: '推荐通知' }] },
  );
  const noticeOf = (year: Year): Entry => entriesOf(year, 'notices')[0]!;
  const ticked = (year: Year, names: readonly string[], day = '2026-10-15'): YearEdit => ({
    ...{ kind: 'setEntry', register: 'notices', id: id(500) },
    fields: tickFields(
      toldIn(year, noticeOf(year), TODAY).lines.filter(({ name }) => names.includes(name)),
      day,
    ),
  });
  const told = (year: Year): string[] =>
    toldIn(year, noticeOf(year), TODAY).lines.map(({ name, is, day }) => [name, is, day].join(' '));

  it('counts the 示范点, a 培育对象 besides', () => {
    const year = after(base, ticked(base, ['甲局', '乙局']));
    expect(told(year)).toEqual(['甲局 asked 2026-10-15', '丙局 asked ', '乙局 free 2026-10-15']);
    expect(toldWords(toldIn(year, noticeOf(year), TODAY))).toBe('已传达 1/2 个示范点');
  });

  it('shows one that came later as not told, and keeps one that is gone', () => {
    const year = after(
      base,
      ticked(base, ['甲局', '丙局']),
      { kind: 'removeEntries', register: 'sites', ids: [id(3)] },
      { kind: 'addEntries', register: 'sites', entries: rowsOf([{ name: '丁局', level: '县级示范点' }], 9) },
    );
    expect(told(year)).toEqual([
      '甲局 asked 2026-10-15',
      '丁局 asked ',
      '乙局 free ',
      '丙局 gone 2026-10-15',
    ]);
    expect(toldMatrix(year, TODAY)).toMatchObject({
      notices: [{ title: '推荐通知', words: '已传达 1/2 个示范点' }],
      rows: [
        { name: '甲局', cells: ['2026-10-15'] },
        { name: '丁局', cells: ['未传达'] },
        { name: '乙局', cells: ['—'] },
        { name: '丙局', level: '已不在名录', cells: ['2026-10-15'] },
      ],
    });
  });

  it.each<[string, 'asked' | 'free', boolean]>([
    ['省级示范点', 'asked', false],
    [' 市级示范点', 'asked', false],
    ['标兵', 'asked', false],
    ['培育对象', 'free', false],
    ['', 'free', true],
    ['服务型窗口', 'free', true],
  ])('asks for those that are named alone: %s', (level, is, isTold) => {
    const year = yearOf([{ name: '甲局', level }], { notices: [{ title: '通知' }] });
    const found = toldIn(year, noticeOf(year), TODAY);
    expect(found.lines.map((line) => line.is)).toEqual([is]);
    expect(toldWords(found).includes('另有 1 个没有填级别或者级别不是示范点、标兵，不算在内')).toBe(isTold);
    const years = after(year, ticked(year, ['甲局']));
    expect(told(years)).toEqual([`甲局 ${is} 2026-10-15`]);
  });

  it.each<[string, string, number]>([
    ['2026-10-02', '2026-10-01', 0],
    ['2026-10-02', '2026-10-02', 1],
    ['2026-10', '2026-10-01', 1],
    ['2026-10', '2026-09-30', 0],
    ['不详', '2026-10-01', 1],
    ['', '2026-10-01', 1],
    ['上周', '2026-10-01', 0],
    ['2026', '2026-10-01', 0],
    ['2026-10-02', '2025-10-02', 0],
    ['', '2025-12-31', 0],
    ['', '2025-12-31 至 2026-01-02', 0],
  ])('counts no day of another year, or before the notice came: %s, %s', (received, day, count) => {
    const year = yearOf([{ name: '甲局', level: '标兵' }], { notices: [{ title: '通知', received }] });
    const now = after(year, ticked(year, ['甲局'], day));
    const { told: counted, uncounted, lines } = toldIn(now, noticeOf(now), TODAY);
    expect([counted, uncounted]).toEqual([count, 1 - count]);
    const late = received.startsWith('2026-10') ? `早于收到日期（${received}），没有算` : '';
    const unread = `收到日期（${received}）看不出是哪一天，没有算`;
    const why = day.startsWith('2025') ? '不是2026年的，没有算' : late || unread;
    expect(lines[0]!.problem).toBe(count === 1 ? '' : why);
  });

  it('leaves the day of one that was told, and takes the tick away with its way', () => {
    const one = after(base, ticked(base, ['甲局'], '2026-10-01'));
    const all = after(one, ticked(one, ['甲局', '丙局']));
    expect(told(all).slice(0, 2)).toEqual(['甲局 asked 2026-10-01', '丙局 asked 2026-10-15']);
    expect(told(after(all, ticked(all, ['甲局', '丙局'], '')))).toEqual(told(base));
  });

  it.each<[string, string, number]>([
    ['today', TODAY, 1],
    ['a day to come', '2026-10-16', 0],
    ['what is no day', '2026-02-30', 0],
    ['a month that is not over', '2026-10', 0],
    ['a stretch that has begun', '2026-10-10 至 2026-10-20', 1],
  ])('counts one that was told by now: %s', (_, day, count) => {
    const year = after(base, ticked(base, ['甲局'], day));
    const { told: counted, uncounted } = toldIn(year, noticeOf(year), TODAY);
    expect([counted, uncounted]).toEqual([count, 1 - count]);
    expect(weekOf(year, TODAY)[0]!.words).toContain(count === 1 ? '还有1个' : '还有2个');
    expect(toldMatrix(year, TODAY).rows[0]!.cells[0]!.includes('没有算')).toBe(count === 0);
    const all = after(year, ticked(year, ['甲局', '丙局']));
    expect(toldIn(all, noticeOf(all), TODAY).told).toBe(2);
  });

  it.each<[Fields, string]>([
    [{ title: '通知' }, '通知'],
    [{ title: '通知', number: '示法〔2026〕1号' }, '通知（示法〔2026〕1号）'],
    [{ title: '通知', received: '2026-03-01' }, '通知（2026-03-01收到）'],
    [
      { number: '示法〔2026〕1号', received: '2026-03-01' },
      '（没有填标题）（示法〔2026〕1号，2026-03-01收到）',
    ],
  ])('is told from others of its title: %j', (fields, title) => {
    expect(noticeTitle(rowsOf([fields], 1)[0]!)).toBe(title);
  });

  it('merges tick by tick, and refuses a field of nobody', () => {
    const [mine, theirs] = [after(base, ticked(base, ['甲局'])), after(base, ticked(base, ['丙局']))];
    const { outcome, value } = mergeValues(yearDocument, { base, local: mine, remote: theirs });
    expect(outcome).toBe('merge');
    expect(toldIn(value, noticeOf(value), TODAY).told).toBe(2);
    const path = ['registers', 'notices', id(500), 'fields', `told${id(3)}`];
    expect(yearDocument.merging.name(path, { value: theirs, context: undefined })).toBe(
      '通知传达“推荐通知”的传达日期（丙局）',
    );
    const edit: YearEdit = { kind: 'setEntry', register: 'notices', id: id(500), fields: { toldall: '是' } };
    expect(yearDocument.check(base, edit, undefined)).toBe('没有这一栏');
  });
});

describe('the list of another year', () => {
  const offered = (to: Year, before: Year) =>
    carriedOffers(to, entriesOf(before, 'sites'), { today: '2028-11-01', year: before.year });
  const sure = ({ isSure }: SiteOffer): boolean => isSure;
  const carry = (to: Year, before: Year, isTaken = sure): Year => {
    const offers = offered(to, before).offers.filter(isTaken);
    let n = to.year * 1000;
    const taken = takenOffers(offers, () => id((n += 1)));
    return after(to, { kind: 'takeTable', register: 'sites', ...taken });
  };
  const fields = (year: Year): Fields[] => entriesOf(year, 'sites').map((entry) => entry.fields);

  it('goes over two years; the steps begin anew, a 培育对象 stays one', () => {
    const first = yearOf(
      [
        { name: '甲局', code: A1, level: '市级示范点', number: '示法〔2025〕1号', named: '2025-12-01' },
        {
          name: '乙局',
          region: '东区',
          level: '培育对象',
          plan: '2026-06-10',
          checked: '2026-10-01',
          note: '备忘',
        },
        { name: '丙局', level: '县级示范点', ...CONFIRMED, recommended: '2026-10-01', score: '93.00' },
        { name: '', region: '西区' },
      ],
      { year: 2026 },
    );
    const second = carry(yearOf([], { year: 2027 }), first);
    const lasting = [
      { name: '甲局', code: A1, level: '市级示范点', number: '示法〔2025〕1号', named: '2025-12-01' },
      { name: '乙局', region: '东区', level: '培育对象' },
      { name: '丙局', level: '县级示范点', number: CONFIRMED.confirmNumber, named: CONFIRMED.confirmed },
    ];
    expect(fields(second)).toEqual(lasting);
    const named = after(second, {
      ...{ kind: 'setEntry', register: 'sites', id: id(2_027_002) },
      fields: { level: '市级示范点', confirmed: '2027-09-01', confirmNumber: '示法〔2027〕3号' },
    });
    expect(fields(carry(yearOf([], { year: 2028 }), named))).toEqual([
      lasting[0],
      { ...lasting[1], level: '市级示范点', number: '示法〔2027〕3号', named: '2027-09-01' },
      lasting[2],
    ]);
  });

  const OLD = { number: '示法〔2019〕1号', named: '2019-12-20', campaign: '2019年认定' };
  const NEW = { number: CONFIRMED.confirmNumber, named: CONFIRMED.confirmed };
  const LEVEL = { name: '甲局', level: '省级示范点' };
  it.each<[string, Fields, Fields, boolean]>([
    ['no confirming', OLD, OLD, true],
    [
      'one that counts and is newer, whose level is open',
      { ...OLD, level: '', ...CONFIRMED },
      { level: '', ...NEW },
      true,
    ],
    ['one that counts and is newer, beside the level of before', { ...OLD, ...CONFIRMED }, NEW, false],
    ['a campaign of before alone', { campaign: OLD.campaign, ...CONFIRMED }, NEW, true],
    ['nothing before it', CONFIRMED, NEW, true],
    [
      'a number of before without its day',
      { number: OLD.number, ...CONFIRMED },
      { number: OLD.number },
      false,
    ],
    ['a day of before without its number', { named: OLD.named, ...CONFIRMED }, NEW, false],
    [
      'a day of before that is none',
      { ...OLD, named: '2018-11-31', ...CONFIRMED },
      { ...OLD, named: '2018-11-31' },
      false,
    ],
    [
      'the same number in other brackets',
      { number: '示法[2026]第9号', ...CONFIRMED },
      { number: '示法[2026]第9号', named: NEW.named },
      true,
    ],
    ['the same number, its day open', { number: NEW.number, ...CONFIRMED }, NEW, true],
    [
      'the same number on two days',
      { ...NEW, named: '2026-08-01', ...CONFIRMED },
      { ...NEW, named: '2026-08-01' },
      false,
    ],
    [
      'a naming that is newer still',
      { ...OLD, named: '2026-09-30', ...CONFIRMED },
      { ...OLD, named: '2026-09-30' },
      true,
    ],
    ['its number alone', { ...OLD, confirmNumber: NEW.number }, OLD, false],
    ['its day alone', { ...OLD, confirmed: NEW.named }, OLD, false],
    ['a day that is none', { ...OLD, ...CONFIRMED, confirmed: '2026-02-30' }, OLD, false],
    ['a day that is to come', { ...OLD, ...CONFIRMED, confirmed: '2026-12-31' }, OLD, false],
    [
      'a stretch that is not over',
      { ...OLD, ...CONFIRMED, confirmed: '2026-10-10 至 2026-10-20' },
      OLD,
      false,
    ],
    ['a day of another year', { level: LEVEL.level, ...CONFIRMED, confirmed: '2019-10-20' }, {}, false],
    ['a level that was left', { level: '培育对象', ...CONFIRMED }, { level: '培育对象', ...NEW }, false],
  ])('takes number and day of a naming from one document: %s', (_, said, carried, isSure) => {
    const before = rowsOf([{ ...LEVEL, ...said }], 50);
    const [offer] = carriedOffers(yearOf([], { year: 2027 }), before, OF).offers;
    const wanted = Object.entries({ ...LEVEL, ...carried }).filter(([, text]) => text !== '');
    expect(offer?.fields).toEqual(Object.fromEntries(wanted));
    const lost = [...offer!.notes, ...offer!.doubts]
      .join()
      .includes('由哪次活动原来是“2019年认定”，请重新填');
    expect(lost).toBe('campaign' in said && offer?.fields['campaign'] === undefined);
    expect(offer?.isSure).toBe(isSure);
    expect(isSure || (offer?.doubts.length ?? 0) > 0).toBe(true);
  });

  it.each<[string, Fields, Fields, Fields]>([
    ['nothing there', {}, OLD, OLD],
    ['the same', OLD, OLD, {}],
    ['its day is open', { number: OLD.number }, OLD, { named: OLD.named, campaign: OLD.campaign }],
    ['a newer one', OLD, NEW, {}],
    ['an older one', NEW, OLD, {}],
    ['a day alone there, a number alone here', { named: OLD.named }, { number: NEW.number }, {}],
    ['a campaign alone there', { campaign: OLD.campaign }, NEW, {}],
    ['another level', { ...OLD, level: '标兵' }, OLD, {}],
    ['nothing of what is there', OLD, {}, {}],
  ])('replaces no naming that is there, and mixes none: %s', (_, there, said, changed) => {
    const now = yearOf([{ ...LEVEL, ...there }], { year: 2027 });
    const [offer] = carriedOffers(now, rowsOf([{ ...LEVEL, ...said }], 50), OF).offers;
    expect(Object.fromEntries(offer!.changes.map(({ code, to }) => [code, to]))).toEqual(changed);
    const isOther = Object.entries(said).some(([code, text]) => there[code] !== text && !(code in changed));
    expect(offer!.refused.includes('不替换') || 'level' in there).toBe(isOther || 'level' in there);
    expect(offer!.isSure).toBe(!isOther && !('level' in there));
  });

  it('changes nothing of a number in other brackets', () => {
    const now = yearOf([{ ...LEVEL, ...OLD, number: '示法[2019]1号' }], { year: 2027 });
    const [offer] = carriedOffers(now, rowsOf([{ ...LEVEL, ...OLD }], 50), OF).offers;
    expect(offer).toMatchObject({ changes: [], refused: '', isSure: true });
  });

  it('names the rows that are not carried', () => {
    const { offers, left } = carriedOffers(
      yearOf([]),
      rowsOf([{ name: '甲局' }, { code: A1, level: '标兵' }, { region: '东区' }, { name: '甲局' }], 50),
      OF,
    );
    expect(offers).toHaveLength(1);
    expect(left).toEqual([
      '第4行甲局：与第1行“甲局”是同一单位，内容相同，用前面的一行',
      `第2行${A1}：没有填单位名称`,
      '第3行（没有填单位名称）：没有填单位名称',
    ]);
  });

  it('fills in what is open, and leaves to the user what differs', () => {
    const now = yearOf([
      { name: '甲局', level: '省级示范点' },
      { name: '乙局（更名）', code: B2 },
      { name: '丙局', level: '标兵' },
    ]);
    const before = rowsOf(
      [
        { name: '甲局', level: '市级示范点' },
        { name: '乙局', code: B2, region: '东区' },
        { name: '丙局', level: '标兵', industry: '税务' },
        { name: '丙局', region: '西区' },
        { name: '丙局', region: '西区' },
      ],
      50,
    );
    const { offers, left } = carriedOffers(now, before, OF);
    expect(offers.map(({ isSure, changes }) => [isSure, ...changes.map(({ code }) => code)])).toEqual([
      [false],
      [false, 'region'],
      [false, 'industry'],
      [false],
    ]);
    expect(offers.map(({ refused }) => refused)).toEqual([
      '今年的名录填的不同，不替换，请核对：级别',
      '今年的名录填的不同，不替换，请核对：单位名称',
      '',
      '',
    ]);
    const [twin] = offers.slice(-1);
    expect(twin).toMatchObject({ apart: '（西区，第4行）', fields: { name: '丙局', region: '西区' } });
    expect(twin?.entry).toBe(undefined);
    expect(twin?.doubts).toEqual(['与第3行“丙局”是同一单位，内容不同，请核对']);
    expect(left).toEqual(['第5行丙局：与第4行“丙局”是同一单位，内容相同，用前面的一行']);
  });

  it('is the same list however often it is taken', () => {
    const word = fc.constantFrom('', '甲局', '乙局', '丙局', A1, B2);
    const row = fc.record({ name: word, code: word, region: word, level: word, confirmed: word });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.array(row, { maxLength: 8 }), (before, now) => {
        const from = yearOf(before, { year: 2025 });
        const first = offered(yearOf(now), from);
        // Nothing is dropped in silence.
        expect(first.offers.length + first.left.length).toBe(entriesOf(from, 'sites').length);
        const once = carry(yearOf(now), from, () => true);
        // Whatever was new is there now: nothing is added twice, and nothing again without a look.
        const isNew = ({ entry }: SiteOffer): boolean => !entry;
        const wasNew = first.offers.filter(isNew).map(({ key }) => key);
        const again = offered(once, from).offers.filter(isNew);
        expect(again.filter(({ key, isSure }) => isSure || wasNew.includes(key))).toEqual([]);
        expect(fields(once).length).toBeGreaterThanOrEqual(now.length);
      }),
    );
  });
});

describe('the months', () => {
  it.each<[string, Fields[], Record<string, number>]>([
    ['a confirming that counts', [CONFIRMED], { '2026-09': 1 }],
    ['a unit that stands there twice', [CONFIRMED, CONFIRMED], { '2026-09': 1 }],
    [
      'two of one name',
      [CONFIRMED, { ...CONFIRMED, region: '东区' }, { region: '西区' }],
      { '2026-09': 2, 没有确认: 1 },
    ],
    ['a day without its 文号', [{ confirmed: '2026-09-01' }], { 没有确认: 1 }],
    ['what is no 文号', [{ ...CONFIRMED, confirmNumber: '送审稿2' }], { 没有确认: 1 }],
    ['a day of another year', [{ ...CONFIRMED, confirmed: '2025-09-01' }], { 没有确认: 1 }],
    ['a day that is to come', [{ ...CONFIRMED, confirmed: '2026-12-01' }], { 没有确认: 1 }],
  ])('count what the steps count: %s', (_, sites, wanted) => {
    const year = yearOf(sites.map((fields) => ({ name: '甲局', level: '市级示范点', ...fields })));
    const rows = inMonths('sites', entriesOf(year, 'sites'), OF);
    const counted = monthlyTotals('sites', rows).map(
      ({ month, entries }) => [monthName('sites', month), entries] as const,
    );
    expect(Object.fromEntries(counted)).toEqual(wanted);
    const [level] = siteTable(year, TODAY).levels;
    expect(level?.steps[3]).toBe(wanted['2026-09'] ?? 0);
    expect(aheadWords('sites', rows, OF).size).toBe(0);
  });
});

describe('the list as it is handed on', () => {
  it.each<[string, Fields[], { number?: string | undefined; notes: string[] }]>([
    [
      'nothing of this year',
      [{ level: '标兵', number: '示法〔2019〕1号' }],
      { number: '示法〔2019〕1号', notes: [] },
    ],
    [
      'a newer naming',
      [{ level: '省级示范点', number: '示法〔2019〕1号', named: '2019-12-20', ...CONFIRMED }],
      {
        number: CONFIRMED.confirmNumber,
        notes: ['其中 2026年确认的示范点 1 个', '1 个的命名按2026年的确认，级别请核对'],
      },
    ],
    [
      'one without a level',
      [{ number: CONFIRMED.confirmNumber, ...CONFIRMED }],
      {
        number: CONFIRMED.confirmNumber,
        notes: ['另有 1 个确认了，级别不是示范点或者没有填，请核对'],
      },
    ],
  ])('names by the newer document, and says so: %s', (_, sites, { number, notes }) => {
    const year = yearOf(sites.map((fields) => ({ name: '甲局', ...fields })));
    const printed = onPaper(year, 'sites', { entries: entriesOf(year, 'sites'), today: TODAY });
    expect(printed.entries[0]?.fields['number']).toBe(number);
    expect(printed.notes).toEqual(notes);
  });
});

describe('what a desk has come to', () => {
  const UNIT = {
    key: 'k1',
    unit: '甲局',
    creditCode: A1,
    region: '东区',
    industry: '税务',
    score: '93.50',
    doubts: [],
  };
  const RESULT: DeskResult = {
    ...{ campaign: '2026年示范点验收', kind: 'acceptance', chosen: '拟确认的示范点', isOfficial: true },
    ...{ standard: '《验收标准》（2018年版）', units: [UNIT], notes: [] },
  };
  const offerOf = (result: Partial<DeskResult>, there: Fields[] = [], day = '2026-10-10') =>
    resultOffers(yearOf(there), { ...RESULT, ...result }, { day, today: TODAY }).offers[0]!;

  it('makes a new unit a 培育对象 with its 验收, and confirms nobody', () => {
    const { fields, isSure } = offerOf({});
    expect(fields).toEqual({
      ...{ name: '甲局', code: A1, region: '东区', industry: '税务', level: '培育对象' },
      ...{ checked: '2026-10-10', score: '93.50' },
      standard: '《验收标准》（2018年版）',
    });
    expect(isSure).toBe(true);
    expect(offerOf({}, [], '').fields['checked']).toBe(undefined);
  });

  it('says of a recommendation when and to what', () => {
    const { fields, notes } = offerOf({ kind: 'recommendation', units: [{ ...UNIT, level: 'city' }] });
    expect(notes).toEqual(['级别按推荐包所写，请核对']);
    expect(fields).toMatchObject({
      ...{ level: '市级示范点', recommended: '2026-10-10', recommendedTo: '2026年示范点验收' },
    });
    expect(Object.keys(fields)).not.toContain('checked');
  });

  it('by a reference standard is a score alone, and is ticked by nobody but the user', () => {
    const offer = offerOf({ isOfficial: false, standard: '《参考》（2020），按参考标准，仅供自查' });
    expect(offer.isSure).toBe(false);
    expect(offer.fields).toMatchObject({
      score: '93.50',
      standard: '《参考》（2020），按参考标准，仅供自查',
    });
    for (const code of ['checked', 'confirmed', 'recommended', 'campaign', 'level'])
      expect(Object.keys(offer.fields)).not.toContain(code);
  });

  it.each<[string, Fields, string[], boolean]>([
    [
      'a 培育对象 without more',
      { name: '甲局', level: '培育对象', code: A1 },
      ['region', 'industry', 'checked', 'score', 'standard'],
      true,
    ],
    [
      'one that was named before keeps how',
      { name: '甲局', level: '省级示范点', region: '西区', code: A1 },
      ['industry', 'checked', 'score', 'standard'],
      false,
    ],
    [
      'another score',
      { name: '甲局', code: A1, region: '东区', industry: '税务', score: '90.00' },
      ['checked', 'score', 'standard'],
      false,
    ],
    [
      'one name, and no code there',
      { name: '甲局', region: '东区', industry: '税务' },
      ['code', 'checked', 'score', 'standard'],
      false,
    ],
    [
      'a day that was typed by hand',
      { name: '甲局', code: A1, region: '东区', industry: '税务', checked: '2026-10-10' },
      ['score', 'standard'],
      true,
    ],
  ])('fills of a unit that is there only what is open: %s', (_, there, codes, isSure) => {
    const offer = offerOf({}, [there]);
    expect(offer.changes.map(({ code }) => code).sort()).toEqual([...codes].sort());
    expect(offer.isSure).toBe(isSure);
  });

  it.each<[string, Fields]>([
    ['another field of work', { industry: '交通' }],
    ['another place', { region: '西区' }],
  ])('is not sure of a unit of one name, and without a code, with %s', (_, other) => {
    const { doubts, isSure } = offerOf({ units: [{ ...UNIT, creditCode: '' }] }, [
      { name: '甲局', ...other },
    ]);
    expect([isSure, doubts]).toEqual([false, ['同名，请核对是不是同一单位']]);
  });

  it('is sure of one that stands at any level, where a desk says none', () => {
    const unit = { ...UNIT, creditCode: '' };
    expect(offerOf({ units: [unit] }, [{ name: '甲局', level: '省级示范点' }]).isSure).toBe(true);
  });

  it.each<[string, Fields, string]>([
    ['another name', { name: '乙局' }, '名录第2行“乙局”的统一社会信用代码相同，单位名称不同'],
    ['another place', { region: '西区' }, '名录第2行“甲局”的统一社会信用代码相同，地域不同'],
    [
      'another name and field of work',
      { name: '乙局', industry: '交通' },
      '名录第2行“乙局”的统一社会信用代码相同，单位名称、行业不同',
    ],
    ['its place in full', { region: '示例市东区' }, ''],
    ['no place', { region: '' }, ''],
  ])('asks where one code stands with %s, and may be taken all the same', (_, other, words) => {
    const there = { name: '甲局', code: A1, region: '东区', industry: '税务', ...other };
    const { entry, into, doubts, isSure, changes } = offerOf({}, [{ name: '丙局' }, there]);
    expect(into).toBe(`第2行“${there.name}”`);
    expect(entry?.id).toBe(id(2));
    expect(doubts).toEqual(words === '' ? [] : [`${words}，请核对是不是同一单位`]);
    expect(isSure).toBe(words === '');
    expect(changes.map(({ code }) => code)).toContain('checked');
  });

  it('of another code under one name is another unit, and asks', () => {
    const { entry, doubts, isSure } = offerOf({}, [{ name: '甲局', code: Z9 }]);
    expect({ entry, isSure }).toEqual({ entry: undefined, isSure: false });
    expect(doubts).toEqual(['名录里同名单位的统一社会信用代码不同，请核对是不是同一单位']);
  });

  it('goes into the row that counts, and says which', () => {
    const { entry, notes } = offerOf({}, [
      { name: '乙局' },
      { name: '甲局', code: A1 },
      { name: '旧名', code: A1 },
    ]);
    expect(entry?.id).toBe(id(2));
    expect(notes).toEqual(['名录里第2行、第3行可能都是它，填到第2行']);
  });

  const THERE = { name: '甲局', code: A1, region: '东区', industry: '税务' };
  it.each<[string, Partial<DeskResult>, string, Fields, Fields]>([
    [
      'another day',
      {},
      '2026-10-10',
      { checked: '2026-05-01' },
      { checked: '2026-10-10', score: '93.50', standard: RESULT.standard },
    ],
    [
      'a score without its day',
      {},
      '2026-10-10',
      { score: '90.00' },
      { checked: '2026-10-10', score: '93.50', standard: RESULT.standard },
    ],
    ['no day', {}, '', { checked: '2026-05-01', score: '90.00', standard: '甲' }, {}],
    [
      'a day beside one that is to come',
      {},
      '2026-10-10',
      { checked: '2027-05-01', score: '88.00' },
      { checked: '2026-10-10', score: '93.50', standard: RESULT.standard },
    ],
    [
      'a day beside a month that is not over',
      {},
      '2026-10-10',
      { checked: '2026-10', score: '88.00' },
      { checked: '2026-10-10', score: '93.50', standard: RESULT.standard },
    ],
    ['no day, and a day alone there', {}, '', { checked: '2026-05-01' }, {}],
    ['an older day', {}, '2026-04-30', { checked: '2026-05-01', score: '90.00' }, {}],
    ['a day of another year', {}, '2027-10-11', { checked: '2026-05-01', score: '90.00' }, {}],
    ['a day that is to come', {}, '2026-12-20', { checked: '2026-05-01', score: '90.00' }, {}],
    ['what is no day', {}, '10月中旬', { checked: '2026-05-01', score: '90.00' }, {}],
    [
      'a day beside one that does not count either',
      {},
      '2026-12-20',
      { checked: '2025-05-01' },
      { checked: '2026-12-20', score: '93.50', standard: RESULT.standard },
    ],
    ['a day of the month there', {}, '2026-05-10', { checked: '2026-05', score: '90.00' }, {}],
    [
      'a recommendation without a day',
      { kind: 'recommendation' },
      '',
      { recommended: '2026-05-01', recommendedTo: '春季' },
      {},
    ],
    [
      'an older recommendation',
      { kind: 'recommendation' },
      '2026-04-01',
      { recommended: '2026-05-01', recommendedTo: '春季' },
      {},
    ],
  ])('puts no score to the day of another one: %s', (_, result, day, there, changed) => {
    const { changes, isSure, refused } = offerOf(result, [{ ...THERE, ...there }], day);
    expect(Object.fromEntries(changes.map(({ code, to }) => [code, to]))).toEqual(changed);
    expect(isSure).toBe(false);
    expect(refused.includes('不登记')).toBe(Object.keys(changed).length === 0);
  });

  it.each<[string, Fields, string[]]>([
    ['nothing of 验收 is there', {}, ['score', 'standard']],
    ['a score is there', { score: '90.00' }, []],
    ['its day is there', { checked: '2026-05-01' }, []],
  ])('by a reference standard takes the place of nothing: %s', (_, there, codes) => {
    const result = { isOfficial: false, standard: '《参考》（2020），按参考标准，仅供自查' };
    const { changes, refused } = offerOf(result, [{ ...THERE, ...there }]);
    expect(changes.map(({ code }) => code)).toEqual(codes);
    expect(refused.includes('不登记')).toBe(codes.length === 0);
  });

  it('is not sure of one in doubt', () => {
    expect(offerOf({ units: [{ ...UNIT, doubts: ['存疑：两份冲突'] }] })).toMatchObject({
      ...{ isSure: false, doubts: ['存疑：两份冲突'] },
    });
  });

  const RECEIVED = {
    missing: [],
    isListLost: false,
    isDeskOlder: false,
    lostReviews: [],
    wrongOriginals: [],
  };
  const done = (unit: string) => candidate(unit, { result: 9350, verifiedScore: 9350 });
  const CHOSEN = { choices: [{ key: keyOf('甲'), reason: '' }] };

  it('is whom it chose by an official standard', () => {
    const found = deskResult(deskOf({ kind: 'acceptance' }, CHOSEN), officialOf(standardOf()), {
      ...{ ...RECEIVED, candidates: [done('甲'), done('乙')] },
    });
    expect(found).toMatchObject({ isOfficial: true, kind: 'acceptance', chosen: '拟确认的示范点' });
    expect(found.units).toMatchObject([{ unit: '甲', score: '93.50' }]);
    expect(found.standard).not.toContain('仅供自查');
  });

  it('is by any other standard all that are verified, and says what that is worth', () => {
    const found = deskResult(deskOf({ kind: 'acceptance' }, CHOSEN), standardOf(), {
      ...{ ...RECEIVED, candidates: [done('甲'), candidate('乙', { verifiedScore: undefined })] },
    });
    expect(found.isOfficial).toBe(false);
    expect(found.units.map(({ unit }) => unit)).toEqual(['甲']);
    expect(found.standard).toMatch(/，按(?:参考|自定义)标准，仅供自查$/);
    expect(found.notes[0]).toContain('不是验收，也不是确认');
  });

  it('tells what is missing on the desk', () => {
    const missing = [{ key: 'x', fileName: '丁.zip', unit: '丁' }];
    const found = deskResult(deskOf({ kind: 'acceptance' }, CHOSEN), officialOf(standardOf()), {
      ...{ ...RECEIVED, missing, candidates: [done('甲')] },
    });
    expect(found.notes.join()).toContain('现在读取不到');
  });
});
