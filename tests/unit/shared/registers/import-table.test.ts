import { describe, expect, it } from 'vitest';
import { proposeReading, readTable } from '../../../../shared/registers/import-table.ts';
import { columnsOf, type RegisterName, REGISTERS } from '../../../../shared/registers/kinds.ts';
import { isOnlyMore } from '../../../../shared/registers/same-entry.ts';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';

let count = 0;
const newId = (): string => `id-${(count += 1)}`;

/** A table from its rows; `spans`: how many rows a cell covers. */
function tableOf(
  rows: readonly (readonly string[])[],
  spans: Readonly<Record<string, number>> = {},
): SourceTable {
  const columns = Math.max(...rows.map(({ length }) => length));
  const cells = rows.flatMap((line, row) =>
    line.map((text, column) => ({
      ...{ row, column, rowSpan: spans[`${row},${column}`] ?? 1, columnSpan: 1, text },
    })),
  );
  return { id: '1', name: '表1', rows: rows.length, columns, cells };
}

function read(table: SourceTable, name: RegisterName, known: ReturnType<typeof readTable>['entries'] = []) {
  return readTable(table, name, { reading: proposeReading(table, name), year: 2026, known, newId });
}

const GUIDANCE = [
  ['行政指导台账'],
  ['序号', '指导日期', '行政相对人', '指导事项', '指导方式', '联系电话'],
  ['1', '2026.3.5', '张某', '提示整改', '提示', '000'],
  ['2', '3月6日', '某公司', '规范经营', '约谈', ''],
  [''],
  ['3', '三月', '李某', '教育', '教育', ''],
  ['合计', '', '3', '', '', ''],
];

describe('the headings of days, matters and results', () => {
  it.each<[RegisterName, string, readonly string[]]>([
    ['guidance', 'day', ['指导日期', '指导时间', '实施时间', '登记日期']],
    ['guidance', 'matter', ['指导事由', '指导内容', '事由', '具体事项']],
    ['mediation', 'day', ['受理时间', '申请时间', '立案时间', '登记时间', '收案日期']],
    [
      'mediation',
      'matter',
      ['纠纷事由', '争议事由', '纠纷内容', '争议内容', '调解事项', '事由', '主要纠纷事由'],
    ],
    ['mediation', 'closed', ['结案时间', '结案日期', '办结时间', '结案日', '调解结束时间', '终结日期']],
    ['mediation', 'result', ['调解情况', '处理结果', '办结情况']],
    ['visits', 'day', ['送达时间', '处罚时间', '处罚决定日期', '作出决定时间']],
    ['visits', 'visited', ['回访时间', '回访日', '走访日期']],
    ['visits', 'result', ['回访内容', '回访结果', '回访事项', '整改结果']],
    ['complaints', 'day', ['受理时间', '投诉日期', '举报时间', '举报投诉时间']],
    ['complaints', 'matter', ['投诉事由', '举报事项', '反映内容', '诉求内容', '投诉内容']],
    ['complaints', 'result', ['办结情况', '答复结果']],
    ['complaints', 'published', ['公示时间', '公布时间']],
    ['outreach', 'day', ['培训时间', '宣讲日期', '开展时间', '刊发时间']],
    ['outreach', 'matter', ['培训内容', '活动事项', '宣讲内容']],
    ['risks', 'assessed', ['评估时间', '论证日期']],
    ['risks', 'matter', ['评估事项', '执法内容']],
    ['risks', 'trigger', ['事由', '评估事由']],
    ['tasks', 'doneOn', ['办结时间', '实际办结日期']],
    ['tasks', 'limit', ['完成时间']],
  ])('%s: %s', (name, code, headings) => {
    const others = columnsOf(name).filter((column) => column.code !== code);
    for (const heading of headings) {
      const header = [heading, ...others.map(({ label }) => label)];
      const { columns } = proposeReading(tableOf([header, header.map(() => '甲')]), name);
      expect([heading, columns[0]]).toEqual([heading, code]);
    }
  });

  it.each(Object.keys(REGISTERS) as RegisterName[])('of %s: none is that of two columns', (name) => {
    const all = columnsOf(name).flatMap(({ label, headings = [] }) => [...new Set([label, ...headings])]);
    expect(all.filter((each, at) => all.indexOf(each) !== at)).toEqual([]);
  });
});

describe('days after today', () => {
  it.each<[RegisterName, string, string, string | RegExp | undefined]>([
    ['outreach', '日期', '2026-12-01', '日期“2026-12-01”在今天以后，照原样登记；报告里不算'],
    ['outreach', '日期', '2026年12月', /日期“2026年12月”只写到月.*；在今天以后，照原样登记；报告里不算/],
    ['outreach', '日期', '2026-11-29', undefined],
    ['visits', '回访日期', '2027.1.3', '回访日期“2027.1.3”在今天以后，照原样登记；报告里不算'],
    ['tasks', '完成日期', '2026-12-01', '完成日期“2026-12-01”在今天以后，照原样登记；报告里不算'],
    // Set ahead.
    ['tasks', '按此日计', '2026-12-01', undefined],
    ['places', '今年计划完成日期', '2026-12-01', undefined],
  ])('of %s: %s %s', (name, label, text, reason) => {
    const table = tableOf([
      [label, '备注'],
      [text, '甲'],
    ]);
    const found = readTable(table, name, {
      ...{ reading: proposeReading(table, name), year: 2026, known: [], newId, today: '2026-11-29' },
    });
    expect(found.entries).toHaveLength(1);
    const reasons = found.odd.map((each) => each.reason);
    if (reason === undefined) expect(reasons).toEqual([]);
    else expect(reasons).toEqual([typeof reason === 'string' ? reason : expect.stringMatching(reason)]);
  });
});

describe('the headings of a number', () => {
  it.each<[RegisterName, string, string]>([
    ...['文号', '文书文号', '文书字号', '文书编号', '指导书编号', '行政指导编号', '案号'].map(
      (heading): [RegisterName, string, string] => ['guidance', heading, 'paper'],
    ),
    ...['登记号', '登记编号', '受理编号', '受理号', '工单号', '12345工单编号', '案号', '投诉编号'].map(
      (heading): [RegisterName, string, string] => ['complaints', heading, 'page'],
    ),
    ...['案号', '文号', '处罚决定书文号', '决定书编号', '案件号', '文书编号', '文书字号'].map(
      (heading): [RegisterName, string, string] => ['visits', heading, 'case'],
    ),
    ...['协议书文号', '文号', '调解书编号', '行政调解编号', '文书编号', '案号'].map(
      (heading): [RegisterName, string, string] => ['mediation', heading, 'paper'],
    ),
    ['tasks', '文号', 'source'],
  ])('of %s: %s is %s, and takes no other column', (name, heading, code) => {
    const others = columnsOf(name).filter((column) => column.code !== code);
    const header = [heading, ...others.map(({ label }) => label)];
    const { columns } = proposeReading(tableOf([header, header.map(() => '甲')]), name);
    expect(columns).toEqual(Object.fromEntries([code, ...others.map((each) => each.code)].entries()));
  });
});

describe('the day until which a task is to be done', () => {
  it.each([
    ...[
      '计划完成日期',
      '计划完成时间',
      '拟完成时间',
      '拟完成日期',
      '预计完成时间',
      '应完成时间',
      '要求完成日期',
    ],
    ...['计划完成时间（年月日）', '拟定完成日期', '完成期限', '截止时间', '到期日期', '最后期限'],
  ])('is that of %s, beside the words of the notice and the day on which it was done', (heading) => {
    const { columns } = proposeReading(tableOf([['事项', heading, '完成时限', '完成日期']]), 'tasks');
    expect(Object.values(columns)).toEqual(['matter', 'due', 'limit', 'doneOn']);
  });

  it.each([
    ['完成时间', 'limit'],
    ['完成时限', 'limit'],
    ['时间要求', 'limit'],
    ['实际完成时间', 'doneOn'],
    ['完成日期', 'doneOn'],
  ])('is not taken from %s', (heading, code) => {
    expect(Object.values(proposeReading(tableOf([['事项', heading]]), 'tasks').columns)).toEqual([
      'matter',
      code,
    ]);
  });
});

describe('every heading that a kind names', () => {
  it.each(Object.keys(REGISTERS) as RegisterName[])('of %s leaves the other columns theirs', (name) => {
    for (const { code, headings = [] } of columnsOf(name)) {
      const others = columnsOf(name).filter((column) => column.code !== code);
      for (const heading of headings) {
        const header = [...others.map(({ label }) => label), heading];
        const { columns } = proposeReading(tableOf([header, header.map(() => '甲')]), name);
        expect([heading, columns[others.length]]).toEqual([heading, code]);
      }
    }
  });
});

describe('a table of an office', () => {
  it('becomes entries, row by row, and every other row is named with its reason', () => {
    const { entries, left, odd } = read(tableOf(GUIDANCE), 'guidance');
    expect(entries.map(({ fields }) => fields)).toEqual([
      { day: '2026-03-05', party: '张某', matter: '提示整改', way: '提示', phone: '000' },
      { day: '2026-03-06', party: '某公司', matter: '规范经营', way: '约谈' },
      { day: '三月', party: '李某', matter: '教育', way: '教育' },
    ]);
    expect(left).toEqual([
      { row: 5, reason: '空行' },
      { row: 7, reason: '合计行' },
    ]);
    expect(odd.map(({ row }) => row)).toEqual([4, 6]);
    expect(odd[0]?.reason).toContain('约谈');
    expect(odd[1]?.reason).toContain('三月');
    expect(entries.length + left.length + 2).toBe(GUIDANCE.length);
  });

  it.each([
    ['合 计', true],
    ['总　 计', true],
    ['本月合计', true],
    ['本页累计', true],
    ['全年累计：', true],
    ['合计300件', true],
    ['小计', true],
    ['合计量具公司', false],
    ['小计量器具检查', false],
    ['累计三次违法', false],
  ])('leaves out its totals, in a column that is not taken as well: %s', (text, isTotal) => {
    const rows = [
      ['序号', '执法事项', '评估日期'],
      ['1', '拆除违建', '2026.3.1'],
      [text, '2', ''],
    ];
    expect(read(tableOf(rows), 'risks').entries).toHaveLength(isTotal ? 1 : 2);
  });

  it('that is taken in once more adds nothing', () => {
    const { entries } = read(tableOf(GUIDANCE), 'guidance');
    const again = read(tableOf(GUIDANCE), 'guidance', entries);
    expect(again.entries).toEqual([]);
    expect(again.left.filter(({ reason }) => reason.includes('相同'))).toHaveLength(3);
  });

  it.each<[string, RegisterName, readonly (readonly string[])[], readonly (readonly string[])[], unknown]>([
    [
      'a result that came later',
      'mediation',
      [
        ['受理时间', '申请人', '办结日期'],
        ['2026.3.5', '甲', ''],
      ],
      [
        ['受理时间', '申请人', '办结日期'],
        ['2026.3.5', '甲', '2026.4.1'],
      ],
      [{ row: 2, changes: [{ code: 'closed', from: '', to: '2026-04-01' }] }],
    ],
    [
      'a word that was changed',
      'guidance',
      [
        ['日期', '相对人', '事项'],
        ['2026.3.5', '甲 公司', '规范经营'],
      ],
      [
        ['日期', '相对人', '事项'],
        ['2026/3/5', '甲公司', '规范经营、亮照'],
      ],
      [{ row: 2, changes: [{ code: 'matter', from: '规范经营', to: '规范经营、亮照' }] }],
    ],
    [
      'the one that differs least, where several agree',
      'guidance',
      [
        ['日期', '相对人', '事项'],
        ['3.5', '甲', '一'],
        ['3.5', '甲', '二'],
      ],
      [
        ['日期', '相对人', '事项', '结果'],
        ['3.5', '甲', '二', '改了'],
        ['3.5', '甲', '一', '也改了'],
      ],
      [
        { row: 2, changes: [{ code: 'result', from: '', to: '改了' }] },
        { row: 3, changes: [{ code: 'result', from: '', to: '也改了' }] },
      ],
    ],
    [
      'by its number alone, whose day was put right',
      'visits',
      [
        ['案号', '当事人', '送达日期'],
        ['〔2026〕1号', '甲', '3.5'],
      ],
      [
        ['案号', '当事人', '送达日期'],
        ['〔2026〕1号', '甲', '3.6'],
      ],
      [{ row: 2, changes: [{ code: 'day', from: '2026-03-05', to: '2026-03-06' }] }],
    ],
    [
      'a stretch of days of which the end alone is another one',
      'guidance',
      [
        ['日期', '相对人', '事项'],
        ['2026年3月1日至3日', '甲', '一'],
      ],
      [
        ['日期', '相对人', '事项'],
        ['2026年3月1日至5日', '甲', '一'],
      ],
      [
        {
          row: 2,
          changes: [{ code: 'day', from: '2026-03-01 至 2026-03-03', to: '2026-03-01 至 2026-03-05' }],
        },
      ],
    ],
    [
      'nothing, where a number is only written otherwise',
      'outreach',
      [
        ['日期', '题目', '人数'],
        ['3.5', '一', '1,200人'],
      ],
      [
        ['日期', '题目', '人数'],
        ['3.5', '一', '１２００'],
      ],
      [],
    ],
    [
      'nothing, where the table only leaves something out',
      'risks',
      [
        ['日期', '执法事项', '风险等级'],
        ['3.5', '拆除', '高'],
      ],
      [
        ['日期', '执法事项', '风险等级'],
        ['3.5', '拆除', ''],
      ],
      [],
    ],
    [
      'nothing, where another row is the one registered',
      'guidance',
      [
        ['日期', '相对人', '事项'],
        ['3.5', '甲', '一'],
      ],
      [
        ['日期', '相对人', '事项'],
        ['3.5', '甲', '一'],
        ['3.5', '甲', '二'],
      ],
      [],
    ],
  ])('that has grown asks about %s', (_, name, before, after, same) => {
    const { entries } = read(tableOf(before), name);
    const again = read(tableOf(after), name, entries);
    expect(again.same.map(({ row, changes }) => ({ row, changes }))).toEqual(same);
    expect(again.entries.length + again.same.length + again.left.length).toBe(after.length - 1);
  });

  it.each([
    ['1,200', '1200', false],
    ['1，200人', '1200', false],
    ['1 200人次', '1200', false],
    ['１２００', '1200', false],
    ['30余人', '30余人', true],
    ['12,00', '12,00', true],
  ])('reads the number %j as every other place does', (text, people, isOdd) => {
    const { entries, odd } = read(
      tableOf([
        ['日期', '题目', '人数'],
        ['3.5', '一', text],
      ]),
      'outreach',
    );
    expect(entries[0]?.fields.people).toBe(people);
    expect(odd.map(({ reason }) => reason)).toEqual(
      isOdd ? [`人数“${text}”看不出是哪个整数，照原样登记；统计时不加`] : [],
    );
  });

  it('whose rows say the same as each other asks about the second, and names both', () => {
    const heads = ['日期', '相对人', '事项'];
    const table = tableOf([heads, ['3.5', '甲', '一'], ['3.6', '乙', '二'], ['3.5', '甲', '一']]);
    const first = read(table, 'guidance');
    expect(first.entries).toHaveLength(2);
    expect(first.left).toEqual([]);
    expect(first.twins).toMatchObject([{ row: 4, first: 2, isKnown: false, fields: { party: '甲' } }]);
    // Both were one: asked about no more, but named. Both were taken: each row is one of them.
    const once = read(table, 'guidance', first.entries);
    expect(once).toMatchObject({ entries: [], twins: [{ row: 4, first: 2, isKnown: true }] });
    const two = [...first.entries, { id: newId(), fields: first.twins[0]!.fields, files: [] }];
    expect(read(table, 'guidance', two)).toMatchObject({ entries: [], twins: [], same: [] });
  });

  it('registers the end of a stretch of which an older program has kept the first day alone', () => {
    const known = [{ id: newId(), fields: { day: '2026-03-01', party: '甲', matter: '一' }, files: [] }];
    const rows = [
      ['日期', '相对人', '事项'],
      ['2026.3.1-3.3', '甲', '一'],
    ];
    const { same } = read(tableOf(rows), 'guidance', known);
    expect(same.map(isOnlyMore)).toEqual([true]);
  });

  it.each<[string, string[], string[]]>([
    ['its day is filled in', ['', '甲', '一'], ['3.12', '甲', '一']],
    ['its day is put right', ['26/4/31', '甲', '一'], ['4.30', '甲', '一']],
    ['its party is written out', ['3.5', '戊公司', '一'], ['3.5', '戊有限公司', '一']],
  ])('that has grown asks where %s', (_, was, is) => {
    const heads = ['日期', '相对人', '事项'];
    const { entries } = read(tableOf([heads, was]), 'guidance');
    expect(read(tableOf([heads, is]), 'guidance', entries)).toMatchObject({
      entries: [],
      same: [{ row: 2 }],
    });
  });

  it('that has grown gives each entry to the row that differs least, whatever their order', () => {
    const heads = ['日期', '相对人', '事项', '结果'];
    const { entries } = read(tableOf([heads, ['3.5', '甲', '一', '']]), 'guidance');
    const rows = [heads, ['3.5', '乙', '一', ''], ['3.5', '甲', '一', '已改']];
    const again = read(tableOf(rows), 'guidance', entries);
    expect(again.same).toMatchObject([{ row: 3, changes: [{ code: 'result' }] }]);
    expect(again.entries.map(({ fields }) => fields.party)).toEqual(['乙']);
  });

  it('without the column of the progress is no second list of the same tasks', () => {
    const plan = tableOf([
      ['事项', '材料', '完成时限'],
      ['行政调解', '公布名单', '7月中旬'],
    ]);
    const [task] = read(plan, 'tasks').entries;
    const done = { ...task!, fields: { ...task!.fields, progress: '已完成' } };
    expect(read(plan, 'tasks', [done])).toMatchObject({
      ...{ entries: [], same: [] },
      left: [{ row: 2, reason: '已经登记，表格里没有新的内容' }],
    });
  });

  it('with merged cells has their text in every row that they cover', () => {
    const table = tableOf(
      [
        ['事项', '材料', '完成时限'],
        ['行政调解工作', '公布名单', '7月中旬'],
        ['', '设置调解室', ''],
      ],
      { '1,0': 2 },
    );
    const { entries } = read(table, 'tasks');
    expect(
      entries.map(({ fields }) => [fields.matter, fields.material, fields.limit, fields.progress]),
    ).toEqual([
      ['行政调解工作', '公布名单', '7月中旬', '未开始'],
      ['行政调解工作', '设置调解室', undefined, '未开始'],
    ]);
  });

  it('without known headings is read by what the user says, from its first row on', () => {
    const table = tableOf([
      ['2026-01-02', '甲'],
      ['2026-01-03', '乙'],
    ]);
    expect(proposeReading(table, 'guidance')).toEqual({ header: -1, columns: {} });
    const reading = { header: -1, columns: { 0: 'day', 1: 'party' } };
    const found = readTable(table, 'guidance', { reading, year: 2026, known: [], newId });
    expect(found.entries.map(({ fields }) => fields)).toEqual([
      { day: '2026-01-02', party: '甲' },
      { day: '2026-01-03', party: '乙' },
    ]);
  });

  it.each<[RegisterName, readonly string[], readonly string[]]>([
    [
      'visits',
      ['决定书文号', '当事人', '送达日期', '意见表', '回访时间'],
      ['case', 'party', 'day', 'opinion', 'visited'],
    ],
    [
      'mediation',
      ['受理时间', '申请人', '被申请人', '纠纷类型', '结果'],
      ['day', 'applicant', 'other', 'kind', 'result'],
    ],
    [
      'complaints',
      ['登记日期', '投诉人', '内容', '领导签批', '处理结果'],
      ['day', 'who', 'matter', 'signed', 'result'],
    ],
    ['outreach', ['时间', '形式', '题目', '媒体', '参加人数'], ['day', 'kind', 'matter', 'where', 'people']],
    ['places', ['乡镇街道', '计划时间', '主讲人', '说明'], ['place', 'due', 'person', 'note']],
    [
      'risks',
      ['立项日期', '案件名称', '评估时间', '风险等级', '防控措施'],
      ['day', 'matter', 'assessed', 'grade', 'measures'],
    ],
  ])('of %s is known by its headings', (name, headings, codes) => {
    const { columns } = proposeReading(tableOf([headings]), name);
    expect(Object.values(columns)).toEqual(codes);
  });
});
