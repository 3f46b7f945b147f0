import { describe, expect, it } from 'vitest';
import { proposeReading } from '../../../../shared/registers/import/reading.ts';
import { aroundDifference } from '../../../../shared/registers/around-difference.ts';
import { readTable } from '../../../../shared/registers/import-table.ts';
import { columnsOf, type RegisterName, REGISTERS } from '../../../../shared/registers/kinds.ts';
import { isOnlyMore, isPerhapsOther } from '../../../../shared/registers/same-entry.ts';
import { yearsOfTitle } from '../../../../shared/registers/import/title.ts';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';
import { newId, read, tableOf } from './office-table.ts';

const GUIDANCE = [
  ['行政指导台账'],
  ['序号', '指导日期', '行政相对人', '指导事项', '指导方式', '联系电话'],
  ['1', '2026.3.5', '张某', '提示整改', '提示', '000'],
  ['2', '3月6日', '某公司', '规范经营', '约谈', ''],
  [''],
  ['3', '上旬', '李某', '教育', '教育', ''],
  ['合计', '', '3', '', '', ''],
];

describe('the headings of days, matters and results', () => {
  it.each<[RegisterName, string, readonly string[]]>([
    ['guidance', 'day', ['指导日期', '指导时间', '实施时间', '登记日期']],
    ['guidance', 'matter', ['指导事由', '指导内容', '事由', '具体事项']],
    ['mediation', 'day', ['受理时间', '立案时间', '登记时间', '收案日期']],
    [
      'mediation',
      'matter',
      ['纠纷事由', '争议事由', '纠纷内容', '争议内容', '调解事项', '事由', '主要纠纷事由'],
    ],
    ['mediation', 'closed', ['结案时间', '结案日期', '办结时间', '结案日', '调解结束时间', '终结日期']],
    ['mediation', 'result', ['调解情况', '处理结果', '办结情况']],
    ['visits', 'day', ['送达时间', '处罚决定送达日期', '下达日期']],
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

describe('what a table says otherwise of a long text', () => {
  const LONG = '长'.repeat(100);
  it.each<[string, string, string, readonly [string, string]]>([
    ['short ones', '甲', '乙', ['甲', '乙']],
    ['at the beginning', `甲${LONG}`, '乙', [`甲${'长'.repeat(79)}…`, '乙']],
    ['at the end', `${LONG}甲`, `${LONG}乙`, [`…${'长'.repeat(20)}甲`, `…${'长'.repeat(20)}乙`]],
    ['more at the end', LONG, `${LONG}乙`, [`…${'长'.repeat(20)}`, `…${'长'.repeat(20)}乙`]],
    ['less at the end', `${LONG}乙`, LONG, [`…${'长'.repeat(20)}乙`, `…${'长'.repeat(20)}`]],
  ])('is shown where it differs: %s', (_, from, to, shown) => {
    expect(aroundDifference(from, to, 80)).toEqual(shown);
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

describe('a row that is likely registered', () => {
  it.each<[string, string, string, boolean]>([
    ['another day of the same two', '2026-03-05', '2026-06-09', true],
    ['the same day', '2026-03-05', '2026-03-05', false],
    ['no day registered', '', '2026-06-09', false],
    ['up to which day', '2026-03-05', '2026-03-05 至 2026-03-07', false],
  ])('may be another one where no day is the same: %s', (_, before, after, isPerhaps) => {
    const columns = columnsOf('complaints');
    const fields = { who: '甲', matter: '噪声', ...(before && { day: before }) };
    const entry = { id: 'a', fields, files: [] };
    const changes = before === after ? [] : [{ code: 'day', from: before, to: after }];
    const row = { row: 2, entry, fields: { who: '甲', matter: '噪声', day: after }, changes };
    expect(isPerhapsOther(row, columns)).toBe(isPerhaps);
  });

  it('收到日期 is the day of 举报投诉', () => {
    const table = tableOf([
      ['收到日期', '举报投诉内容'],
      ['2026-03-05', '噪声'],
    ]);
    expect(read(table, 'complaints').entries[0]?.fields).toMatchObject({ day: '2026-03-05' });
  });
});

describe('a cell that is a date', () => {
  const withDay = (table: SourceTable, [text, day]: readonly [string, string]): SourceTable => ({
    ...table,
    cells: table.cells.map((cell) => (cell.text === text ? { ...cell, day } : cell)),
  });

  it.each<readonly [string, string]>([
    ['11月5日', '2025-11-05'],
    ['2026年3月', '2026-03-09'],
    ['12/3/26', '2026-03-12'],
    ['46095', '2026-03-14'],
  ])('has the day that it is, and not what of it is shown: %s', (...cell) => {
    const heads = ['日期', '行政相对人', '备注'];
    const table = withDay(tableOf([['2024年台账'], heads, [cell[0], '甲', cell[0]]]), cell);
    const { entries, odd } = read(table, 'guidance');
    expect(entries.map(({ fields }) => fields)).toEqual([{ day: cell[1], party: '甲', note: cell[0] }]);
    // That one is of another year is all that is asked of it.
    const asked = cell[1].startsWith('2026')
      ? []
      : [{ row: 3, reason: `日期“${cell[1]}”不是2026年的，报告数据和比例不算这一行` }];
    expect(odd).toEqual(asked);
    // No year is open, so none is asked about.
    const reading = proposeReading(table, 'guidance');
    const how = { names: [], reading, columns: columnsOf('guidance'), year: 2026 };
    expect(yearsOfTitle(table, how)).toEqual([]);
  });

  it('is the day of a limit, whose words stay', () => {
    const table = tableOf([
      ['事项', '完成时限'],
      ['总结', '1月8日'],
    ]);
    expect(read(withDay(table, ['1月8日', '2027-01-08']), 'tasks').entries[0]?.fields).toMatchObject({
      ...{ limit: '1月8日', due: '2027-01-08' },
    });
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
      { day: '上旬', party: '李某', matter: '教育', way: '教育' },
    ]);
    expect(left).toEqual([
      { row: 5, reason: '空行' },
      { row: 7, reason: '合计行' },
    ]);
    expect(odd.map(({ row }) => row)).toEqual([4, 6]);
    expect(odd[0]?.reason).toContain('约谈');
    expect(odd[1]?.reason).toContain('上旬');
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
    ...[
      ...['合计人数', '总人数', '合计数', '全年合计数', '汇总', '全年汇总', '总数', '总场次', '合计（人）'],
      ...['合计：3个', '合计5个', '合计5处', '共3个单位', '以上共3次，150人', '以上共计3次', '合计\n(3次)'],
      ...['本页合计（第1页）', '培训合计：3次，150人', '【合计】', '—合计—', '“合计”', '合计…', '3月合计数'],
    ].map((text): [string, boolean] => [text, true]),
    ['信息汇总', false],
    ['案件总数统计', false],
    ['共3个单位违建', false],
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

  it.each<[readonly string[], string | undefined]>([
    [['1', '2026.3.1', '张某', '提示', '劝导', '', '累计3次'], undefined],
    [['1', '2026.3.1', '张某', '提示', '劝导', '共计5件', ''], undefined],
    [['', '2026.3.1', '张某', '合计', '劝导', '', ''], undefined],
    [['', '2026.3.1', '张某', '提示', '', '小计', ''], undefined],
    [['2', '', '张某', '提示', '', '', '总计：4'], undefined],
    [['', '3月', '张某', '提示', '', '累计2件', ''], undefined],
    [['3月小计', '2026年3月', '', '', '', '2件', ''], '合计行'],
    [['一月小计', '', '', '', '', '2', ''], '合计行'],
    [['第一季度小计', '', '', '', '', '2', ''], '合计行'],
    [['', '2026年第一季度', '合计', '', '', '2件', ''], '合计行'],
    [['', '2026年3月', '小计', '', '甲科', '2件', ''], '合计行'],
    [['上半年合计', '', '', '', '', '12件', '其中甲科5件'], '合计行'],
    [['行政指导合计', '', '', '', '', '12', ''], '合计行'],
    [['', '2026-03-31', '合计', '', '', '5件', ''], '合计行'],
    [['总计：4', '', '', '', '', '', ''], '合计行'],
    [['共 4 件', '', '', '', '', '', ''], '合计行'],
    [['', '', '', '', '', '累计', '12.5'], '合计行'],
    [['制表人：王XX', '2026年11月20日', '', '审核：李XX', '', '', ''], '表格下面的落款、说明'],
    [['制表人', '王XX', '', '', '', '审核人', '李XX'], '表格下面的落款、说明'],
    [['填报单位（盖章）：某局', '', '', '', '', '', ''], '表格下面的落款、说明'],
    [['单位负责人：', '', '', '填表日期：2026.11.20', '', '', ''], '表格下面的落款、说明'],
    ...[
      ...['负责人：张三', '主要负责人：', '登记人：张三', '记录人：张三', '局长：张三', '领导签字：'],
      ...['法规科科长：张三', '负责人签字：张三', '分管领导（签字）：张三', '办公室主任:张三', '填表：'],
    ].map((text): [readonly string[], string] => [
      ['', text, '', '', '审核人：李四', '', ''],
      '表格下面的落款、说明',
    ]),
    [['', '', '青川县市场监督管理局（公章）', '', '', '', ''], '表格下面的落款、说明'],
    [['', '2026.3.1', '青川县市场监督管理局（公章）', '', '', '', ''], undefined],
    [['', '2026.3.1', '张某', '负责人：李某', '', '', ''], undefined],
    [['', '', '经营者：张某', '提示', '', '', ''], undefined],
    [['', '', '科长', '提示', '', '', ''], undefined],
    [['注：本表每月报一次', '', '', '', '', '', ''], '表格下面的落款、说明'],
    [['', '2026.3.1', '单位：某公司', '提示', '', '', ''], undefined],
    [['', '2026.3.1', '部门', '提示', '', '', ''], undefined],
    [['序号', '日期', '行政相对人', '事项', '方式', '结果', '备注'], '重复的表头'],
    [['', '日期', '行政相对人', '事项', '', '结果', ''], '重复的表头'],
    [['', '2026.3.1', '', '', '', '', ''], '只有日期，没有内容'],
    [['', '', '', '', '', '2026年11月20日', ''], '只有日期，没有内容'],
    [['', '', '', '', '', '二〇二六年十一月二十日', ''], '只有日期，没有内容'],
    [['', '', '', '', '', '已整改', ''], undefined],
    [['总人数', '', '', '', '', '150', ''], '合计行'],
    [['', '【合计】', '', '', '', '5件', ''], '合计行'],
    [['1', '2026.3.1', '张某', '共3个单位', '', '', ''], undefined],
  ])('tells an entry from what stands among and below them: %j', (line, reason) => {
    const rows = [
      ['序号', '日期', '行政相对人', '事项', '方式', '结果', '备注'],
      ['9', '2026.2.1', '李某', '提示', '', '', ''],
      line,
    ];
    const { entries, left } = read(tableOf(rows), 'guidance');
    expect(left).toEqual(reason === undefined ? [] : [{ row: 3, reason }]);
    expect(entries).toHaveLength(reason === undefined ? 2 : 1);
  });

  it.each<[string, readonly (readonly string[])[], Record<string, number>]>([
    [
      'one group',
      [
        ['序号', '时间', '对象', '对象', '方式', '内容'],
        ['', '', '名称', '类别', '', ''],
      ],
      { '0,0': 2, '0,1': 2, '0,4': 2, '0,5': 2 },
    ],
    [
      'two groups',
      [
        ['序号', '时间', '对象', '对象', '指导', '指导'],
        ['', '', '名称', '类别', '方式', '内容'],
      ],
      { '0,0': 2, '0,1': 2 },
    ],
    ['no group', [['序号', '时间', '对象名称', '类别', '方式', '内容']], {}],
  ])('has a head of several rows, none of which is an entry: %s', (_, head, spans) => {
    const rows = [
      ...head,
      ['1', '2026.3.1', '张某', '个人', '提示', '整改'],
      ['2', '2026.3.2', '某公司', '企业', '约谈', '规范'],
    ];
    const { entries, left } = read(tableOf(rows, spans), 'guidance');
    expect(entries.map(({ fields }) => fields['day'])).toEqual(['2026-03-01', '2026-03-02']);
    expect(left).toEqual([]);
  });

  it('of tasks gives each its day by its limit, and says what it cannot read, and how it read the rest', () => {
    const rows = [
      ['序号', '事项', '材料', '完成时限', '责任科室'],
      ['1', '方案', '文件', '12月5日', '法制科'],
      ['2', '培训', '通知', '6月上旬', '法制科'],
      ['3', '总结', '报告', '全年', '法制科'],
    ];
    const { entries, odd } = read(tableOf(rows), 'tasks');
    expect(entries.map(({ fields }) => [fields['limit'], fields['due']])).toEqual([
      ['12月5日', '2026-12-05'],
      ['6月上旬', '2026-06-10'],
      ['全年', undefined],
    ]);
    expect(odd).toEqual([
      { row: 3, reason: '时限“6月上旬”按2026-06-10计（上旬按10日，是本软件的理解）' },
      { row: 4, reason: '时限“全年”看不出是哪一天，“按此日计”空着，不会提醒，请补日期' },
    ]);
    const own = [
      ['事项', '完成时限', '按此日计'],
      ['方案', '12月5日', '2026.12.1'],
    ];
    expect(read(tableOf(own), 'tasks').entries[0]?.fields['due']).toBe('2026-12-01');
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

  it.each<[RegisterName, string, string, readonly string[], readonly string[]]>([
    [
      'visits',
      '案号',
      '当事人',
      [
        ...[
          '无案号',
          '待定',
          '办理中',
          '同上',
          '000',
          '示罚〔 〕号',
          '示市监罚〔2026〕号',
          '示罚（2026）　号',
        ],
        ...[
          '示罚【2026年】第 号',
          '示罚〔2026〕X号',
          '示罚〔2026〕待编号',
          '示罚[２０２６]__号',
          '2026年11月办理中',
        ],
        ...['示罚〔二〇二六〕号', '2026', '示罚2026年第 号'],
        ...['示市监罚〔20  〕号', '示市监罚〔202X〕号', '示市监罚〔20XX〕号', '示市监罚〔26〕号'],
        ...['示市监罚2026号', '示市监罚字2026-号', '示市监罚〔2026-〕号', '示市监罚〔2025-2026〕号'],
      ],
      [
        ...['示罚〔2026〕1号', '〔2026〕1号', '示罚2026年第3号', '2026001', '罚12（2026）号'],
        ...['示罚〔2026〕壹号', '示罚〔2026〕第十二', '示罚第2026号', '示罚〔2026〕2026号', '示罚2026-3号'],
        ...['示罚〔26〕3号', '示罚字2026003号'],
      ],
    ],
    [
      'notices',
      '文号',
      '标题',
      ['无文号', '没有文号', '正在编号', '0', '电话通知', '示法〔2026〕 号', '2026年'],
      ['示法〔二〇二六〕十二号'],
    ],
    [
      'commendedPersons',
      '执法(监督)证件号',
      '姓名',
      ['办理中', '无证', '临时', '00000000', '豫字第号', '办理中（2022年）', '豫字〔2022〕第号'],
      ['00000012'],
    ],
    ['sites', '统一社会信用代码', '单位名称', ['无代码', '内设机构', '18位'], ['11410100MB00000018']],
  ])('of %s: in %s what is no number tells nothing', (name, label, other, none, numbers) => {
    const asks = (text: string): number => {
      const { entries } = read(
        tableOf([
          [other, label],
          ['甲', text],
        ]),
        name,
      );
      const again = read(
        tableOf([
          [other, label],
          ['乙', text],
        ]),
        name,
        entries,
      );
      return again.same.length;
    };
    expect(none.map(asks)).toEqual(none.map(() => 0));
    expect(numbers.map(asks)).toEqual(numbers.map(() => 1));
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

  it.each(['/', '无', '同上', '-', '—', '——', '暂无', '／', '×', '无案号', 'N/A', '〃', '…'])(
    'whose number is only %s says by it of nobody that he is another',
    (number) => {
      const heads = ['送达日期', '案号', '当事人', '备注'];
      const { entries } = read(tableOf([heads, ['3.1', number, '张三', '']]), 'visits');
      const others = [heads, ['4.1', number, '赵六', '']];
      expect(read(tableOf(others), 'visits', entries)).toMatchObject({
        ...{ entries: [{ fields: { party: '赵六' } }], same: [] },
      });
      const grown = [heads, ['3.1', number, '张三', '已回访']];
      expect(read(tableOf(grown), 'visits', entries).same).toMatchObject([{ changes: [{ code: 'note' }] }]);
    },
  );

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

  it('whose number is merged over rows has it once, and says so of the others', () => {
    const heads = ['日期', '类别', '题目', '人数'];
    const rows = [
      heads,
      ['3.4', '培训', '一', '120'],
      ['3.5', '', '二', ''],
      ['3.6', '', '三', ''],
      ['3.7', '报道', '四', '8'],
    ];
    const { entries, odd } = read(tableOf(rows, { '1,1': 3, '1,3': 3 }), 'outreach');
    expect(entries.map(({ fields }) => [fields.kind, fields.people])).toEqual([
      ['培训', '120'],
      ['培训', undefined],
      ['培训', undefined],
      ['报道', '8'],
    ]);
    expect(odd).toEqual([
      { row: 3, reason: '人数“120”是合并单元格，只记在第 2 行，这里空着' },
      { row: 4, reason: '人数“120”是合并单元格，只记在第 2 行，这里空着' },
    ]);
    // Rows that are one in all their cells are asked about as ever.
    const one = tableOf([heads, ['3.4', '培训', '一', '120'], ['']], {
      ...{ '1,0': 2, '1,1': 2, '1,2': 2, '1,3': 2 },
    });
    expect(read(one, 'outreach')).toMatchObject({ entries: [{}], twins: [{ row: 3, first: 2 }] });
    // What is no entry has no number.
    const below = tableOf([heads, ['', '', '小计', '120'], ['3.5', '培训', '二', '']], { '1,3': 2 });
    expect(read(below, 'outreach').entries.map(({ fields }) => fields.people)).toEqual(['120']);
  });

  it('leaves out what stands in one cell over several columns', () => {
    const rows = [['日期', '行政相对人', '事项'], ['3.1', '张某', '提示'], ['2.回访指上门回访。']];
    const table = tableOf(rows);
    const over = {
      ...table,
      cells: table.cells.map((cell) => (cell.row === 2 ? { ...cell, columnSpan: 3 } : cell)),
    };
    expect(read(over, 'guidance')).toMatchObject({
      entries: [{ fields: { party: '张某' } }],
      left: [{ row: 3, reason: '整行只有一格文字（说明、小标题）' }],
    });
    // Not where the heading is as broad.
    const places = tableOf([
      ['乡镇', '', '备注'],
      ['河镇', '', ''],
    ]);
    const broad = {
      ...places,
      cells: places.cells.map((cell) => (cell.column === 0 ? { ...cell, columnSpan: 2 } : cell)),
    };
    expect(read(broad, 'places').entries).toHaveLength(1);
  });

  it.each<[RegisterName, string, string, string, string | undefined]>([
    ...['完成', '√', '100%', '１００％', '已 完成', '已完成。', '是', '办结', '已办结', '✔'].map(
      (text): [RegisterName, string, string, string, undefined] => [
        'tasks',
        '进度',
        text,
        '已完成',
        undefined,
      ],
    ),
    ['tasks', '完成情况', '正在推进', '进行中', undefined],
    ['tasks', '进度', '推进中', '进行中', undefined],
    ['tasks', '进度', '未开展', '未开始', undefined],
    ['tasks', '进度', '不涉及', '不适用', undefined],
    ['tasks', '进度', '未完成', '未开始', '进度“未完成”按“未开始”登记'],
    ['tasks', '进度', '否', '未开始', '进度“否”按“未开始”登记'],
    ['tasks', '进度', '×', '未开始', '进度“×”按“未开始”登记'],
    ['tasks', '进度', '基本完成', '基本完成', '进度“基本完成”不在选项里，照原样登记'],
    ['tasks', '进度', '50%', '50%', '进度“50%”不在选项里，照原样登记'],
    ...(
      [
        ['未达成', '未达成协议'],
        ['调解失败', '未达成协议'],
        ['终止', '终止调解'],
        ['撤回', '终止调解'],
        ['调解成功', '达成协议'],
        ['达成', '达成协议'],
      ] as const
    ).map(([text, said]): [RegisterName, string, string, string, string] => [
      ...(['mediation', '调解结果', text, said] as const),
      `调解结果“${text}”按“${said}”登记`,
    ]),
    ['complaints', '是否处理责任人员', '无', '否', undefined],
    ['complaints', '是否处理责任人员', '√', '是', undefined],
    ['complaints', '是否处理责任人员', '待定', '待定', '是否处理责任人员“待定”不在选项里，照原样登记'],
  ])('of %s has in %s what is said otherwise: %s', (name, label, text, said, problem) => {
    const { entries, odd } = read(
      tableOf([
        ['事项', label],
        ['甲', text],
      ]),
      name,
    );
    const column = columnsOf(name).find((each) => [each.label, ...(each.headings ?? [])].includes(label));
    expect(entries[0]?.fields[column?.code ?? '']).toBe(said);
    expect(odd.map(({ reason }) => reason)).toEqual(problem === undefined ? [] : [problem]);
  });

  it.each(Object.keys(REGISTERS) as RegisterName[])('of %s: no word is said for two choices', (name) => {
    for (const { choices = [], alike = {}, perhaps = {} } of columnsOf(name)) {
      const words = [...choices, ...Object.values(alike).flat(), ...Object.values(perhaps).flat()];
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
      expect(
        [...Object.keys(alike), ...Object.keys(perhaps)].filter((each) => !choices.includes(each)),
      ).toEqual([]);
    }
  });

  it('has a head of groups, which name their columns with them', () => {
    const rows = [
      ['序号', '处罚决定', '', '当事人', '回访', '', '备注'],
      ['', '送达日期', '文号', '', '日期', '方式', ''],
      ['1', '2026.3.5', '罚1号', '张三', '2026.3.15', '上门', ''],
    ];
    const table = tableOf(rows, { '0,0': 2, '0,3': 2, '0,6': 2 });
    const isGroup = (text: string): boolean => text === '处罚决定' || text === '回访';
    const cells = table.cells
      .filter(({ row, column }) => row !== 0 || (column !== 2 && column !== 5))
      .map((cell) => (isGroup(cell.text) ? { ...cell, columnSpan: 2 } : cell));
    expect(read({ ...table, cells }, 'visits').entries.map(({ fields }) => fields)).toEqual([
      { day: '2026-03-05', case: '罚1号', party: '张三', visited: '2026-03-15', way: '上门' },
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
