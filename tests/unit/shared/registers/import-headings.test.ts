import { describe, expect, it } from 'vitest';
import { headEnd, proposeReading } from '../../../../shared/registers/import/reading.ts';
import type { RegisterName } from '../../../../shared/registers/kinds.ts';
import { read, tableOf } from './office-table.ts';

/** Which heading each column is taken from. */
function takenFrom(name: RegisterName, headings: readonly string[]): Record<string, string | undefined> {
  const { columns } = proposeReading(tableOf([headings, headings.map(() => '甲')]), name);
  return Object.fromEntries(Object.entries(columns).map(([at, code]) => [code, headings[Number(at)]]));
}

it.each([
  ...['责任科室负责人', '风险点负责人', '风险点类型', '风险等级类型', '风险点严重程度'],
  ...['岗位职责', '防控措施类别'],
])('is of no column of a risk list: %s', (heading) => {
  const taken = takenFrom('dangers', ['编号', heading]);
  expect(Object.values(taken)).toEqual([]);
});

it('takes the place of a risk for its 执法环节', () => {
  expect(takenFrom('dangers', ['编号', '风险点所在环节'])).toEqual({ stage: '风险点所在环节' });
});

it.each<[RegisterName, readonly string[], Readonly<Record<string, string>>]>([
  ['dangers', ['岗位名称', '廉政风险点', '表现形式'], { stage: '岗位名称', point: '廉政风险点' }],
  ['dangers', ['岗位名称', '执法流程', '风险点'], { stage: '执法流程', point: '风险点' }],
  ['dangers', ['岗位廉政风险点', '表现形式'], { point: '岗位廉政风险点' }],
  ['dangers', ['权力事项', '表现形式'], { stage: '权力事项', point: '表现形式' }],
  ['prevention', ['风险点', '征求意见稿'], { point: '风险点' }],
  ['prevention', ['风险点', '征求意见稿', '征求意见'], { point: '风险点', asked: '征求意见' }],
])('of several that may be a column of %s the one that is: %j', (name, headings, taken) => {
  expect(takenFrom(name, headings)).toEqual(taken);
  expect(takenFrom(name, [...headings].reverse())).toEqual(taken);
});

it.each<[readonly string[], Record<string, string>]>([
  ...[
    ...[
      '身份证件号码',
      '身份证件号',
      '公民身份证件号',
      '身份证（件）号',
      '有效身份证件号',
      '有效身份证件号码',
    ],
    ...['居民身份证号码', '公民身份号码', '身份证编号'],
  ].map((heading): [readonly string[], Record<string, string>] => [
    ['姓名', heading],
    { name: '姓名', idCard: heading },
  ]),
  ...['法律职业资格证号', '驾驶证号', '工作证件号', '毕业证编号', '残疾证件号码'].map(
    (heading): [readonly string[], Record<string, string>] => [['姓名', heading], { name: '姓名' }],
  ),
  ...[
    ...[
      '执法证编号',
      '执法(监督)证件号',
      '执法监督证件编号',
      '行政执法监督证件号码',
      '持有执法证号',
      '证件号码',
    ],
  ].map((heading): [readonly string[], Record<string, string>] => [
    ['有效身份证件号', heading],
    { idCard: '有效身份证件号', card: heading },
  ]),
])('takes the number of one document for that of no other: %j', (headings, expected) => {
  expect(takenFrom('commendedPersons', headings)).toEqual(expected);
  expect(takenFrom('commendedPersons', [...headings].reverse())).toEqual(expected);
});

it.each<[string, Record<number, string>]>([
  ['身份证', { 0: 'name', 1: 'idCard' }],
  ['职业资格证', { 0: 'name' }],
  ['个人情况', { 0: 'name', 1: 'card' }],
])('takes 证件号 below %s for what the group says', (group, expected) => {
  const table = tableOf(
    [
      ['姓名', group, ''],
      ['', '证件号', '其他'],
      ['甲', '豫A1234', '乙'],
    ],
    { '0,0': 2, '0,1': [1, 2] },
  );
  expect(proposeReading(table, 'commendedPersons').columns).toEqual(expected);
});

describe('a heading that is the name of a column', () => {
  it.each<[RegisterName, readonly string[], string, string]>([
    ['visits', ['决定日期', '送达日期'], 'day', '送达日期'],
    ['visits', ['日期', '送达日期'], 'day', '送达日期'],
    ['visits', ['案号', '计划回访日期', '实际回访日期'], 'visited', '实际回访日期'],
    ['visits', ['案号', '计划回访日期', '回访日期'], 'visited', '回访日期'],
    ['visits', ['实际回访日期', '回访 日期'], 'visited', '回访 日期'],
    ['risks', ['应评估日期', '评估日期'], 'assessed', '评估日期'],
    ['risks', ['名称', '执法事项'], 'matter', '执法事项'],
    ['complaints', ['应备案日期', '实际备案日期'], 'recorded', '实际备案日期'],
    ['complaints', ['被举报人', '举报人'], 'who', '举报人'],
    ['complaints', ['序号', '登记簿页码'], 'page', '登记簿页码'],
    ['complaints', ['编号', '登记簿页码'], 'page', '登记簿页码'],
    ['mediation', ['申请日期', '受理日期'], 'day', '受理日期'],
    ['mediation', ['立案日期', '受理日期'], 'day', '受理日期'],
    ['mediation', ['应办结日期', '办结日期'], 'closed', '办结日期'],
    ['mediation', ['申请人电话', '申请人'], 'applicant', '申请人'],
    ['guidance', ['指导时间', '日期'], 'day', '日期'],
    ['outreach', ['应到人数', '人数'], 'people', '人数'],
    ['outreach', ['应到人数', '实到人数'], 'people', '实到人数'],
    ['outreach', ['媒体名称', '题目'], 'matter', '题目'],
    ['outreach', ['媒体名称', '题目'], 'where', '媒体名称'],
    ['outreach', ['主办单位名称', '课程名称'], 'matter', '课程名称'],
    ['places', ['时间', '今年计划完成日期'], 'due', '今年计划完成日期'],
    ['tasks', ['任务内容', '事项'], 'matter', '事项'],
    ['tasks', ['工作任务', '具体措施'], 'material', '具体措施'],
    ['tasks', ['具体措施', '提交材料'], 'material', '提交材料'],
    ['tasks', ['具体措施', '佐证材料'], 'material', '佐证材料'],
    ['prevention', ['部门', '监管部门防控措施'], 'measures', '监管部门防控措施'],
    ['prevention', ['责任人', '防控措施（含责任人）'], 'measures', '防控措施（含责任人）'],
    ['prevention', ['风险点数量', '风险点（个）'], 'point', '风险点（个）'],
    ['dangers', ['原等级', '现等级'], 'grade', '现等级'],
    ['dangers', ['原风险等级', '风险等级（现）'], 'grade', '风险等级（现）'],
    ['commendedPersons', ['拟任职务', '现任职务（岗位）'], 'post', '现任职务（岗位）'],
    ['commendedPersons', ['上级单位', '现工作单位'], 'unit', '现工作单位'],
    ['commendedPersons', ['是否处级以上', '是否为处级'], 'division', '是否为处级'],
    ...['（是/否）', '（填是或否）', '(打√)', '（必填）', '（可多选）', '（是/否）（必填）'].flatMap(
      (how): [RegisterName, readonly string[], string, string][] => [
        ['commendedPersons', ['姓名', `是否处级${how}`], 'division', `是否处级${how}`],
        ...['是否未出现违法行政行为', '2015年以来无违法行政行为', '无违法行政行为'].map(
          (text): [RegisterName, readonly string[], string, string] => [
            ...(['commendedUnits', ['全称', text + how], 'clean', text + how] as const),
          ],
        ),
        ['complaints', ['事项', `是否处理责任人员${how}`], 'against', `是否处理责任人员${how}`],
      ],
    ),
    ['commendedUnits', ['有无违法行政行为', '2015年以来无违法行政行为'], 'clean', '2015年以来无违法行政行为'],
    ['commendedUnits', ['姓名', '是否未出现违法行政行为'], 'clean', '是否未出现违法行政行为'],
    ['commendedUnits', ['姓名', '无违法行政行为（2015年以来）'], 'clean', '无违法行政行为（2015年以来）'],
  ])('of %s takes it before all others, wherever it stands: %j', (name, headings, code, heading) => {
    expect(takenFrom(name, headings)[code]).toBe(heading);
    expect(takenFrom(name, [...headings].reverse())[code]).toBe(heading);
  });
});

describe('a heading of what is not done yet, or of somebody else', () => {
  it.each<[RegisterName, string, string]>([
    ...['计划', '应', '拟', '预计', '要求', '最迟', '截止'].flatMap(
      (word): [RegisterName, string, string][] => [
        ['visits', 'visited', `${word}回访日期`],
        ['risks', 'assessed', `${word}评估时间`],
        ['complaints', 'published', `${word}公布日期`],
        ['complaints', 'recorded', `${word}备案日期`],
        ['mediation', 'closed', `${word}办结日期`],
        ['guidance', 'day', `${word}时间`],
        ['tasks', 'doneOn', `${word}完成日期`],
      ],
    ),
    ['visits', 'visited', '回访日期（计划）'],
    ['visits', 'visited', '回访截止日期'],
    ...['决定日期', '处罚决定日期', '立案日期', '结案时间'].map((heading): [RegisterName, string, string] => [
      'visits',
      'day',
      heading,
    ]),
    ...['申请日期', '申请时间', '纠纷发生日期'].map((heading): [RegisterName, string, string] => [
      ...(['mediation', 'day', heading] as const),
    ]),
    ['complaints', 'day', '立案日期'],
    ['complaints', 'page', '序号'],
    ...['被举报人', '被投诉人', '被举报投诉人'].map((heading): [RegisterName, string, string] => [
      ...(['complaints', 'who', heading] as const),
    ]),
    ['mediation', 'applicant', '被申请人地址'],
    ['outreach', 'people', '应到人数'],
    ['outreach', 'people', '计划人数'],
    ['outreach', 'people', '未到人数'],
    ['outreach', 'matter', '媒体名称'],
    ['outreach', 'matter', '主办单位名称'],
    ['places', 'due', '实际完成日期'],
    ['places', 'due', '宣讲时间'],
    ['prevention', 'office', '监管部门防控措施'],
    ['prevention', 'asked', '征求意见时间'],
    ['prevention', 'opinions', '征求意见时间'],
    ['prevention', 'asked', '征求意见对象'],
    ['prevention', 'opinions', '征求意见对象'],
    ['prevention', 'state', '落实人'],
    ['prevention', 'state', '措施落实部门'],
    ['prevention', 'point', '风险点数量'],
    ['prevention', 'point', '风险点个数'],
    ['prevention', 'point', '风险点编号'],
    ['dangers', 'point', '风险点防控办法'],
    ['dangers', 'grade', '原等级'],
    ['dangers', 'grade', '原风险等级'],
    ['dangers', 'grade', '整改前等级'],
    ['mediation', 'applicant', '申请人电话'],
    ['visits', 'result', '回访人'],
    ...['有无违法行政行为', '是否有无违法行政行为', '有无无违法行政行为', '近三年无违法行政行为'].flatMap(
      (heading): [RegisterName, string, string][] => [
        ['commendedUnits', 'clean', heading],
        ['commendedPersons', 'clean', heading],
      ],
    ),
    ...[
      ...['处级（是否已核）', '处级是否', '处级（含副处级）', '是否正处级（是/否）'],
      ...['是否正处级及以下', '是否处级以下', '是否副处级以上', '处级及以下', '是否正处级', '处级干部人数'],
    ].map((heading): [RegisterName, string, string] => ['commendedPersons', 'division', heading]),
    ...[
      ...['拟任职务', '曾任职务', '原职务', '原任职务', '曾担任职务', '兼任职务', '挂职职务', '任前职务'],
      ...['职务（拟任）', '职务（曾任）', '以前职务'],
    ].map((heading): [RegisterName, string, string] => ['commendedPersons', 'post', heading]),
    ['commendedPersons', 'grade', '拟晋升职级'],
    ...['上级单位', '主管单位', '上级主管单位', '挂职单位', '原单位', '原工作单位', '单位（原）'].flatMap(
      (heading): [RegisterName, string, string][] => [
        ['commendedUnits', 'unit', heading],
        ['commendedPersons', 'unit', heading],
        ['experiences', 'unit', heading],
      ],
    ),
    ['commendedUnits', 'rank', '主管单位级别'],
    ['commendedPersons', 'office', '上级部门'],
  ])('of %s is not that of %s: %s', (name, code, heading) => {
    expect(takenFrom(name, [heading])[code]).toBeUndefined();
  });
});

describe('a heading that is not taken', () => {
  it.each<[RegisterName, readonly string[], string | undefined]>([
    [
      'guidance',
      ['事项', '指导时间', '日期'],
      '“指导时间”和“日期”都像“日期”，登记的是“日期”，不对的请在上面改选',
    ],
    [
      'visits',
      ['案号', '回访日期', '实际回访日期'],
      '“实际回访日期”和“回访日期”都像“回访日期”，登记的是“回访日期”，不对的请在上面改选',
    ],
    [
      'visits',
      ['案号', '计划回访日期'],
      '“计划回访日期”是计划、要求、申请的，不当作“回访日期”，没有登记；要登记的请在上面选',
    ],
    [
      'outreach',
      ['题目', '应到人数'],
      '“应到人数”是计划、要求、申请的，不当作“人数”，没有登记；要登记的请在上面选',
    ],
    [
      'outreach',
      ['题目', '计划时间'],
      '“计划时间”是计划、要求、申请的，不当作“日期”，没有登记；要登记的请在上面选',
    ],
    [
      'prevention',
      ['风险点', '企业防控措施', '监管部门防控措施'],
      '“监管部门防控措施”和“企业防控措施”都像“防控措施”，登记的是“企业防控措施”，不对的请在上面改选',
    ],
    ['prevention', ['风险点', '征求意见时间'], '“征求意见时间”没有对应的栏目，没有登记；要登记的请在上面选'],
    ['visits', ['案号', '决定日期'], '“决定日期”没有对应的栏目，没有登记；要登记的请在上面选'],
    ['visits', ['序号', '案号', '当事人'], undefined],
    ...['推荐文号', '验收文号', '培育文号', '拟命名文号', '通知文号'].map(
      (heading): [RegisterName, readonly string[], string | undefined] => [
        ...(['sites', ['单位名称', heading]] as const),
        `“${heading}”看不出是哪一次的，不当作“命名文号”，没有登记；要登记的请在上面选`,
      ],
    ),
    ...[
      ['申请确认日期', '是计划、要求、申请的，不当作“确认日期”'],
      ['上报确认日期', '看不出是哪一次的，不当作“确认日期”'],
      ['申请验收日期', '是计划、要求、申请的，不当作“验收日期”'],
      ['预验收日期', '看不出是哪一次的，不当作“验收日期”'],
      ['自评得分', '看不出是哪一次的，不当作“验收得分”'],
      ['申报级别', '不是现在的，不当作“级别”'],
      ['争创级别', '不是现在的，不当作“级别”'],
      ['推荐单位', '是别的单位，不当作“单位名称”'],
    ].map(([heading = '', why]): [RegisterName, readonly string[], string | undefined] => [
      ...(['sites', [heading === '推荐单位' ? '级别' : '单位名称', heading]] as const),
      `“${heading}”${why}，没有登记；要登记的请在上面选`,
    ]),
    ...(
      [
        ['prevention', '高频违法情形', '违法情形'],
        ['commendedUnits', '荣誉级别', '单位(机构)级别'],
        ['sites', '先进单位', '单位名称'],
        ['prevention', '2025年落实情况', '落实情况'],
      ] as const
    ).map(([name, heading, label]): [RegisterName, readonly string[], string | undefined] => [
      ...([name, ['备注', heading]] as const),
      `按名称相近读的栏目，请核对：“${heading}”登记到“${label}”；不对的请在上面改选`,
    ]),
    ...['命名文号', '文号', '市级命名文件', '示范点命名日期', '公布时间', '确认文件文号'].map(
      (heading): [RegisterName, readonly string[], string | undefined] => [
        ...(['sites', ['单位名称', heading]] as const),
        undefined,
      ],
    ),
    ...['证件类型', '证件名称', '有效证件种类'].map(
      (type): [RegisterName, readonly string[], string | undefined] => [
        ...(['commendedPersons', ['姓名', type, '证件号码']] as const),
        `“证件号码”是什么证件的，各行按“${type}”，没有登记；要登记的请在上面选`,
      ],
    ),
    ['commendedPersons', ['姓名', '证件类型', '执法证件号码'], undefined],
  ])('of %s is named with what is taken instead: %j', (name, headings, reason) => {
    const table = tableOf([['台账'], headings, headings.map(() => '甲')]);
    const found = read(table, name).odd.find(({ row }) => row === 2);
    expect(found?.reason).toBe(reason);
    // Nothing is lost of a column that is empty.
    const heads = headings.map((_, at) => (at === 0 ? '甲' : ''));
    expect(read(tableOf([['台账'], headings, heads]), name).odd.filter(({ row }) => row === 2)).toEqual([]);
  });
});

it.each<[RegisterName, string, string]>([
  ['projects', '预期成效', 'outcome'],
  ['visits', '下次回访日期', 'visited'],
  ['visits', '无需回访日期', 'visited'],
  ['outreach', '请假人数', 'people'],
])('takes nothing of %s from what is hoped for, or was not: %s', (name, heading, code) => {
  const { entries } = read(
    tableOf([
      ['备注', heading],
      ['甲', '2026-03-05'],
    ]),
    name,
  );
  expect(entries[0]?.fields[code] ?? '').toBe('');
});

it.each<[RegisterName, string, string, RegExp]>([
  ['outreach', '请假情况', '人数', /^$/u],
  ['outreach', '缺席', '姓名', /^$/u],
  ['prevention', '上年度', '落实情况', /^$/u],
  ['prevention', '2025年度', '落实情况', /请核对：“2025年度 落实情况”登记到“落实情况”/u],
  ['prevention', '2026年度', '落实情况', /^$/u],
  ['guidance', '行政处罚', '结果', /请核对：“行政处罚 结果”登记到“结果”/u],
  ['guidance', '基本情况', '结果', /^$/u],
])('tells of %s what a group says of the names below it: %s over %s', (name, group, text, words) => {
  const cells = [
    ['备注', group, '', '类别'],
    ['', text, '原因'],
    ['甲', '已落实', '乙', ''],
  ];
  const { odd, entries } = read(tableOf(cells, { '0,0': 2, '0,1': [1, 2], '0,3': 2 }), name);
  expect(odd.map(({ reason }) => reason).find((each) => each.includes('登记到')) ?? '').toMatch(words);
  const isTaken = Object.values(entries[0]?.fields ?? {}).includes('已落实');
  expect(isTaken).toBe(!/上年|请假|缺席/u.test(group));
});

it('tells of what stands beside the rows below no heading, and of no line below them', () => {
  const rows = [
    ['案号', '回访日期', ''],
    ['示罚〔2026〕1号', '2026-03-05', '另案处理'],
    ['', '', '制表人'],
  ];
  const told = (table: readonly (readonly string[])[]) =>
    read(tableOf(table), 'visits').odd.filter(({ reason }) => reason.includes('没有表头'));
  expect(told(rows)).toEqual([
    expect.objectContaining({ reason: '第 3 列没有表头，没有登记；要登记的请在上面选' }),
  ]);
  expect(told(rows.map((row, at) => (at === 1 ? [...row.slice(0, 2), ''] : row)))).toEqual([]);
});

it.each(['取消命名文号', '撤销命名日期', '命名撤销文号', '取消确认日期', '延期确认日期', '摘牌文号'])(
  'takes nothing of 示范点名录 from what was undone: %s',
  (heading) => {
    const day = heading.endsWith('文号') ? '示法〔2026〕3号' : '2026-03-05';
    const { entries } = read(
      tableOf([
        ['单位名称', heading],
        ['示例县税务局', day],
      ]),
      'sites',
    );
    expect(Object.values(entries[0]?.fields ?? {})).not.toContain(day);
  },
);

it.each<[RegisterName, string, string, boolean]>([
  ['commendedPersons', '执法证件号', '410100199001011234', true],
  ['commendedPersons', '备注', '身份证 410100 19900101 123x', true],
  ['guidance', '行政相对人', '甲（410100199002301234）', false],
  ['guidance', '行政相对人', '甲（410100199002281234）', true],
  ['guidance', '指导事项', '4101001990022812345', false],
  ['guidance', '指导事项', '第3 410100199002281234 5', true],
  ['commendedPersons', '执法证件号', '豫A123456\n410100199001011234', true],
  ['commendedPersons', '身份证号', '410100199001011234', false],
])('tells of an ID number in a column of %s that is not personal: %s “%s”', (name, heading, text, isTold) => {
  const table = tableOf([
    [heading, name === 'guidance' ? '指导单位' : '姓名'],
    [text, '甲'],
  ]);
  const { odd } = read(table, name);
  expect(odd.map(({ row }) => row)).toEqual(isTold ? [2] : []);
  expect(odd.map(({ reason }) => reason).join()).toMatch(isTold ? /^[^\d]*里有身份证号的样子/u : /^$/u);
});

describe('a head of two rows', () => {
  it('is read by its lower row, with the upper one', () => {
    const table = tableOf(
      [
        ['序号', '案号', '送达日期', '回访情况', '', '', '备注'],
        ['', '', '', '计划时间', '实际时间', '结果', ''],
        ['1', '罚1号', '2026-03-01', '2026-06-01', '2026-06-03', '已改', ''],
        ['2', '罚2号', '2026-03-02', '2026-06-01', '', '', ''],
      ],
      { '0,0': 2, '0,1': 2, '0,2': 2, '0,3': [1, 3], '0,6': 2 },
    );
    const { entries, odd } = read(table, 'visits');
    expect(entries.map(({ fields }) => fields)).toEqual([
      { case: '罚1号', day: '2026-03-01', visited: '2026-06-03', result: '已改' },
      { case: '罚2号', day: '2026-03-02' },
    ]);
    expect(odd).toEqual([
      {
        row: 2,
        reason: '“回访情况 计划时间”是计划、要求、申请的，不当作“回访日期”，没有登记；要登记的请在上面选',
      },
    ]);
  });

  it('names people by their group', () => {
    const table = tableOf(
      [
        ['受理时间', '申请人', '', '被申请人', '', '结果'],
        ['', '姓名', '电话', '名称', '电话', ''],
        ['2026.1.5', '甲', '138', '乙公司', '0371', '达成协议'],
      ],
      { '0,0': 2, '0,1': [1, 2], '0,3': [1, 2], '0,5': 2 },
    );
    const { entries, odd } = read(table, 'mediation');
    expect(entries.map(({ fields }) => fields)).toEqual([
      { day: '2026-01-05', applicant: '甲', phone: '138', other: '乙公司', result: '达成协议' },
    ]);
    expect(odd.map(({ row }) => row)).toEqual([2]);
  });
});

describe('a place', () => {
  it.each<[RegisterName, string, readonly (readonly string[])[], readonly (string | undefined)[]]>([
    [
      'places',
      'place',
      [
        ['县市区', '乡镇（街道）'],
        ['甲县', '城关镇'],
        ['乙县', '城关镇'],
        ['乙县', '乙县东镇'],
        ['', '西镇'],
      ],
      ['甲县城关镇', '乙县城关镇', '乙县东镇', '西镇'],
    ],
    [
      'places',
      'place',
      [
        ['乡镇', '县区'],
        ['城关镇', '甲县'],
      ],
      ['甲县城关镇'],
    ],
    [
      'places',
      'place',
      [
        ['县市区', '备注'],
        ['甲县', ''],
      ],
      ['甲县'],
    ],
    [
      'outreach',
      'area',
      [
        ['题目', '县（市、区）', '乡镇'],
        ['一', '甲县', '城关镇'],
      ],
      ['甲县城关镇'],
    ],
  ])('of %s has its county before it', (name, code, rows, said) => {
    const { entries, odd } = read(tableOf(rows), name);
    expect(entries.map(({ fields }) => fields[code])).toEqual(said);
    expect(odd).toEqual([]);
  });
});

it('has a head of four rows at most, however far a cell of it reaches down', () => {
  const table = tableOf([
    ['序号', '姓名'],
    ['1', '甲'],
  ]);
  const reaching = (rowSpan: number) => ({ ...table, cells: [{ ...table.cells[0]!, rowSpan }] });
  expect([1, 3, 4, 5, 100].map((rows) => headEnd(reaching(rows), 0))).toEqual([0, 2, 3, 3, 3]);
});

it('takes a whole sentence for no heading', () => {
  const twenty = '本单位梳理出来的岗位职责表里的执法风险点';
  expect(twenty).toHaveLength(20);
  expect(takenFrom('dangers', ['编号', twenty])).toEqual({ point: twenty });
  expect(takenFrom('dangers', ['编号', `在${twenty}`])).toEqual({});
});
