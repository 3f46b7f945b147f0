import { describe, expect, it } from 'vitest';
import type { LedgerName } from '../../../../shared/registers/kinds.ts';
import { reportFigures, ruleWords } from '../../../../shared/registers/report-figures.ts';
import {
  notesOn,
  ratioLines,
  ratiosOf,
  rowsWords,
  yearRows,
} from '../../../../shared/registers/year-rows.ts';
import { type Year, yearSchema } from '../../../../shared/registers/year/schema.ts';

const TODAY = '2026-12-31';

const NOW = '2026-11-28T08:00:00.000Z';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

type Fields = Readonly<Record<string, string>>;
/** A year with these rows in one ledger. */
const yearOf = (register: string, rows: readonly Fields[]): Year =>
  yearSchema.parse({
    ...{ version: 1, id: id(0), createdAt: NOW, updatedAt: NOW, title: '示例局2026年', unit: '示例局' },
    ...{
      year: 2026,
      registers: {
        [register]: rows.map((fields, n) => ({ id: id(n + 1), fields: { matter: `事项${n}`, ...fields } })),
      },
    },
  });
const day = '2026-03-05';
const rows = (...each: readonly Fields[]) => each.map((fields) => ({ day, ...fields }));

describe('what a ledger says for the 数据 of a report', () => {
  it.each<[LedgerName, readonly Fields[], readonly string[]]>([
    [
      'guidance',
      rows({ way: '提示' }, { way: '建议' }, { way: '提示' }),
      ['2026年登记行政指导3件。', '2026年行政指导按方式分：提示2件、建议1件。'],
    ],
    [
      'guidance',
      rows({ way: '约谈' }, { way: '提示' }, {}),
      ['2026年登记行政指导3件。', '2026年行政指导按方式分：提示1件，另有1件填的是别的，另有1件没有填写。'],
    ],
    ['guidance', rows({}), ['2026年登记行政指导1件。']],
    [
      'mediation',
      rows(
        { result: '达成协议' },
        { result: '未达成协议' },
        { result: '终止调解' },
        { result: '正在调解' },
        {},
      ),
      ['2026年受理行政调解5件。', '2026年受理的行政调解已有结果的3件中，达成协议1件，占33.33%。'],
    ],
    [
      'mediation',
      rows({ result: '达成协议' }, { result: '未谈拢' }, { result: '再议' }),
      [
        '2026年受理行政调解3件。',
        '2026年受理的行政调解已有结果的1件中，达成协议1件，占100.00%，另有2件的调解结果看不出，没有算。',
      ],
    ],
    ['mediation', rows({ result: '正在调解' }), ['2026年受理行政调解1件。']],
    [
      'visits',
      rows(
        { opinion: '未交回', visited: '2026-04-01' },
        { opinion: '不愿填写' },
        { opinion: '已交回', visited: '2026-04-01', satisfied: '满意' },
      ),
      [
        '2026年送达数额较大或者影响重大的处罚案件3件。',
        '2026年送达的3件数额较大或者影响重大的处罚案件中，已回访2件，占66.67%。',
        '2026年不愿填写或者未交回回访意见表的2件处罚案件中，已回访1件，回访比例50.00%。',
        '2026年数额较大或者影响重大的处罚案件按满意情况分：满意1件，另有2件没有填写。',
      ],
    ],
    [
      'risks',
      rows({ assessed: '2026-04-01', trigger: '3万元以上罚款' }, {}),
      [
        '2026年登记重大行政执法事项2项。',
        '2026年登记的2项重大行政执法事项中，已作执法风险评估1项，占50.00%。',
        '2026年重大行政执法事项按评估事由分：3万元以上罚款1项，另有1项没有填写。',
      ],
    ],
    [
      'complaints',
      rows({ result: '已答复' }, { result: '已答复' }, {}),
      ['2026年登记举报投诉3件。', '2026年登记的3件举报投诉中，已有处理结果2件，占66.67%。'],
    ],
    [
      'outreach',
      rows(
        { kind: '微宣讲', people: '30' },
        { kind: '微宣讲', people: '１２人' },
        { kind: '培训', people: '50' },
        { kind: '培训', people: '约百人' },
        { kind: '报道', people: '9' },
        { kind: '观摩交流' },
        { kind: '其他' },
        {},
      ),
      [
        '2026年开展微宣讲2场，共42人次。',
        '2026年组织培训2次，其中填有人数的1次共50人次。',
        '2026年发布信息报道1篇。',
        '2026年开展观摩交流1次。',
      ],
    ],
    [
      'cases',
      rows({ state: '已入选' }, { state: '未入选' }, { state: '已报送' }, { state: '已定稿' }),
      [
        '2026年撰写服务型行政执法典型案例4篇。',
        '2026年撰写的4篇服务型行政执法典型案例中，已报送3篇。',
        '2026年报送的3篇典型案例中，入选1篇。',
      ],
    ],
  ])('%s %j', (register, fields, sentences) => {
    const [ledger, ...others] = reportFigures(yearOf(register, fields), TODAY);
    expect(others).toEqual([]);
    expect(ledger?.figures.map(({ sentence }) => sentence)).toEqual(sentences);
    for (const { code, key, numerator, denominator } of ledger?.figures ?? []) {
      expect(key).toBe(`${id(0)}/${register}/${code}`);
      expect(numerator.count).toBeLessThanOrEqual(denominator?.count ?? numerator.count);
    }
  });

  it('is nothing of a ledger that was not begun, and nothing of the tasks or of what is not known', () => {
    expect(reportFigures(yearOf('visits', []), TODAY)).toEqual([]);
    expect(reportFigures(yearOf('tasks', [{ matter: '方案' }]), TODAY)).toEqual([]);
    expect(reportFigures(yearOf('以后的', [{ day }]), TODAY)).toEqual([]);
  });

  it.each<[string, readonly Fields[], string, number]>([
    [
      'without a day, with one that is none, of other years',
      [{}, { day: '三月' }, { day: '2025-12-31' }, { day: '2027-01-01' }, { day: '2026-01-01' }],
      '行政调解台账共5行，按受理日期属于当年的1行；2行的受理日期空着或者不是日期，2行不是当年的，没有算',
      1,
    ],
    [
      'none of the year: not even 0 is claimed',
      [{}, { day: '2025-12-31' }],
      '行政调解台账共2行，按受理日期属于当年的0行；1行的受理日期空着或者不是日期，1行不是当年的，没有算',
      0,
    ],
    ['all of the year', [{ day }], '行政调解台账共1行，按受理日期属于当年的1行', 1],
  ])('leaves out rows and says so: %s', (_, fields, words, figures) => {
    const [ledger] = reportFigures(yearOf('mediation', fields), TODAY);
    expect(rowsWords(ledger!)).toBe(words);
    expect(ledger?.figures).toHaveLength(figures);
  });

  it('names rows whose word is an option of the office’s own, unless it is one of the kind’s', () => {
    const withOptions = (register: LedgerName, key: string, choices: string[], ...fields: Fields[]) => {
      const year = yearOf(register, rows(...fields));
      return reportFigures({ ...year, forms: { [register]: [{ key, choices }] } }, TODAY)[0]!;
    };
    const fields = [
      { result: '达成协议' },
      { result: '调解成功' },
      { result: '调解成功' },
      { result: '胡写' },
    ];
    const ledger = withOptions('mediation', 'result', ['调解成功', '达成协议'], ...fields);
    expect(rowsWords(ledger)).toBe(
      '行政调解台账共4行，按受理日期属于当年的4行；1行的“调解结果”不是日期或者选项里的写法，不当作填了，请核对；2行的“调解结果”是本单位加的选项（调解成功2行），不在参考的选项里，分类和比例没有算，请核对',
    );
    expect(ledger.figures.map(({ usual }) => usual)).toEqual([undefined, false]);
    const talks = withOptions('outreach', 'kind', ['直播'], { kind: '直播' }, { kind: '培训' });
    expect(rowsWords(talks)).toContain('1行的“类别”是本单位加的选项（直播1行）');
    // Counted by whatever words the office has.
    const ways = withOptions('guidance', 'way', ['约谈'], { way: '约谈' });
    expect(ways.strange).toEqual([]);
    expect(ways.figures[1]?.sentence).toBe('2026年行政指导按方式分：约谈1件。');
  });

  it('says 0 only where it is asked for, and what is not filled in neither', () => {
    const usual = (register: LedgerName, ...fields: Fields[]) =>
      reportFigures(yearOf(register, rows(...fields)), TODAY)[0]?.figures.map((each) => [
        each.code,
        each.usual,
      ]);
    expect(usual('complaints', {}, {})).toEqual([
      ['total', undefined],
      ['result', false],
    ]);
    expect(usual('guidance', { way: '提示' }, {})?.at(-1)).toEqual(['by-way', false]);
    expect(usual('guidance', { way: '提示' })?.at(-1)).toEqual(['by-way', undefined]);
  });

  it('says how it was counted and whose rule that is', () => {
    const words = (register: LedgerName, at: number, ...fields: Fields[]) =>
      ruleWords(reportFigures(yearOf(register, rows(...fields)), TODAY)[0]!.figures[at]!);
    expect(words('guidance', 0, {})).toBe('1：当年登记的行数，一行算一件。本软件的算法，通知没有规定。');
    expect(words('visits', 2, { opinion: '未交回', visited: '2026-04-01' })).toBe(
      '分子1：其中填有回访日期的件数；分母1：回访意见表“不愿填写”“未交回”的件数；比例四舍五入到两位小数。' +
        '依据管防字〔2012〕40号 二（二）1；怎样计数是本软件的算法。',
    );
    expect(words('outreach', 0, { kind: '培训', people: '5' }, { kind: '培训' })).toBe(
      '2：类别是“培训”的行数，一行算一次；人次5：各行“人数”相加，1次没有填写人数，没有加。' +
        '本软件的算法，通知没有规定。',
    );
  });
});

it('names what stands in the place of a number, so that it can be found', () => {
  const row = (people: string) => ({ kind: '培训', people });
  const year = yearOf(
    'outreach',
    rows(row('1,200'), row('1 300人'), row('１，４００'), row('30余人'), row('')),
  );
  const [figure] = reportFigures(year, TODAY)[0]!.figures;
  expect(figure?.sentence).toBe('2026年组织培训5次，其中填有人数的3次共3900人次。');
  expect(figure?.also).toContain('1次没有填写人数，1次填的不是整数（“30余人”），没有加');
});

describe('a month without a day', () => {
  const row = { opinion: '未交回', visited: '' };
  it.each([
    ['2026.3', '2026年5月', 1, []],
    ['2026年3月中旬', '', 0, []],
    ['2026.3', '2026.6', 0, ['1行的“回访日期”在今天以后或者只写到本月，按还没有办计']],
    ['2026.6', '', undefined, ['1行的送达日期只写到本月，没有写哪一天，没有算']],
    ['2026.7', '', undefined, ['1行的送达日期在今天以后，没有算']],
    ['2025.12', '', undefined, ['1行不是当年的，没有算']],
  ])('%s, visited %s: is of its year, and done once it is over', (day, visited, done, notes) => {
    const year = yearOf('visits', [{ ...row, day, visited }]);
    expect(ratiosOf(year, 'visits', '2026-06-20')).toMatchObject([
      { numerator: done ?? 0, denominator: done === undefined ? 0 : 1 },
    ]);
    expect(notesOn(yearRows(year, 'visits', '2026-06-20'))).toEqual(notes);
  });
});

describe('words in the place of a day, or of a choice', () => {
  const NOT_VISITED = ['未回访', '无', '/', '—', '待定'];
  it.each(NOT_VISITED)('count for nothing, and are told: 回访日期“%s”', (visited) => {
    const row = { day: '2026-03-01', opinion: '未交回' };
    const year = yearOf('visits', [
      { ...row, visited },
      { ...row, visited: '2026-04-01' },
    ]);
    expect(ratiosOf(year, 'visits', TODAY)).toMatchObject([{ numerator: 1, denominator: 2 }]);
    const [ledger] = reportFigures(year, TODAY);
    expect(ledger?.figures.map(({ sentence }) => sentence).join()).toContain('已回访1件，回访比例50.00%');
    expect(ledger && rowsWords(ledger)).toContain('1行的“回访日期”不是日期或者选项里的写法');
    expect(
      ledger?.figures.filter(({ denominator }) => denominator).every(({ usual }) => usual === false),
    ).toBe(true);
  });

  it('of an assessment of risks count for nothing', () => {
    const year = yearOf('risks', [
      { day: '2026-03-01', assessed: '未评估' },
      { day: '2026-03-01', assessed: '2026-03-02' },
    ]);
    expect(ratiosOf(year, 'risks', TODAY)).toMatchObject([{ numerator: 1, denominator: 2 }]);
  });

  it('leave a share to the user: it may be another one', () => {
    const results = ['达成协议', '已调解成功', '未达成'];
    const year = yearOf(
      'mediation',
      results.map((result) => ({ day: '2026-03-01', result })),
    );
    const [ledger] = reportFigures(year, TODAY);
    expect(ledger?.strange).toEqual([{ label: '调解结果', count: 2 }]);
    expect(ledger?.figures.map(({ code, usual }) => [code, usual])).toEqual([
      ['total', undefined],
      ['agreed', false],
    ]);
  });
});

it('counts nothing as done that is only planned, and says so in one way everywhere', () => {
  const row = { day: '2026-03-01', opinion: '未交回' };
  const year = yearOf('visits', [
    { ...row, visited: '2026-04-01' },
    { ...row, visited: '2026-06-21' },
    { ...row, day: '2026-06-21', visited: '2026-06-21' },
  ]);
  const today = '2026-06-20';
  expect(ratiosOf(year, 'visits', today)).toMatchObject([{ numerator: 1, denominator: 2 }]);
  expect(ratiosOf(year, 'visits', '2026-06-21')).toMatchObject([{ numerator: 3, denominator: 3 }]);
  const [ledger] = reportFigures(year, today);
  expect(ledger?.figures.find(({ code }) => code === 'all')).toMatchObject({
    ...{ numerator: { count: 1 }, denominator: { count: 2 } },
  });
  const words = ['1行的送达日期在今天以后，没有算', '1行的“回访日期”在今天以后，按还没有办计'];
  expect(ratioLines(year, 'visits', today)).toEqual([
    '回访比例：1 ÷ 2 = 50.00%（分子：其中填有回访日期的件数；分母：回访意见表“不愿填写”“未交回”的件数）',
    `${words.join('；')}。`,
  ]);
  for (const each of words) expect(rowsWords(ledger!)).toContain(each);
});

it('counts the same rows for an item as for the report: those of the year', () => {
  const row = { opinion: '不愿填写', visited: '2026-05-01' };
  const year = yearOf('visits', [
    { ...row, day: '2026-03-01' },
    { ...row, day: '2025-03-01' },
    { ...row, day: '' },
    { ...row, day: '2026-03-02', visited: '' },
  ]);
  expect(ratiosOf(year, 'visits', TODAY)).toMatchObject([{ numerator: 1, denominator: 2 }]);
  const [ledger] = reportFigures(year, TODAY);
  expect(ledger?.figures.find(({ code }) => code === 'visited')).toMatchObject({
    numerator: { count: 1 },
    denominator: { count: 2 },
  });
});
