import { describe, expect, it } from 'vitest';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { importStandard } from '../../../../../electron/services/import/import-standard.ts';
import { fullScoreOf, proposeImport } from '../../../../../shared/tables/import/proposal.ts';
import { readTables } from '../../../../../shared/tables/reading/read-table.ts';
import { describeDraft } from '../describe-draft.ts';
import { parseTable } from '../table-fixture.ts';

/** Tables of one document: the paragraphs above each, and its rows. */
function tablesOf(parts: readonly (readonly [readonly string[], string])[]) {
  return parts.map(([before, rows], i) => ({ ...parseTable(rows, String(i + 1)), before }));
}

function read(parts: readonly (readonly [readonly string[], string])[]): string[] {
  const draft = readTables(tablesOf(parts).map((table) => ({ table, map: guessColumns(table) })));
  return describeDraft(draft).split('\n');
}

const HEAD = '序号 | 考核内容 | 评分标准 | 分值\n';

describe('tables of one document', () => {
  it('stand below the headings above them, two departments with all points of one as kinds of unit', () => {
    expect(
      read([
        [['部门考核细则', '一、共性目标（40分）'], `${HEAD}1 | 党建 | 缺一次扣5分 | 40`],
        [['二、个性目标（60分）', '（一）教育局'], `${HEAD}1 | 入学 | 辍学一人扣2分 | 60`],
        [['（二）卫健局'], `${HEAD}1 | 接种 | 漏种一人扣2分 | 60`],
      ]),
    ).toEqual([
      'section 1 共性目标 =40',
      '  item 1.1 党建 =40 [sure: deduct 5/次]',
      'section 2 个性目标 =60',
      '  section 2.1 教育局 =60',
      '    item 2.1.1 入学 =60 [sure: deduct 2/人] for 教育局',
      '  section 2.2 卫健局 =60',
      '    item 2.2.1 接种 =60 [sure: deduct 2/人] for 卫健局',
      'note row 0: 部门考核细则',
      'warning row 0: blocksByUnit',
    ]);
  });

  it.each([
    [
      'a case of a list of vetoes',
      ['有下列情形之一的，一票否决：', '1.弄虚作假的；', '2.被省级以上通报批评的'],
    ],
    [
      'the last case with a full stop',
      ['有下列情形之一的，一票否决：', '1.弄虚作假的；', '2.被通报批评的。'],
    ],
    ['a sentence', ['评分时注意：', '2.不得弄虚作假。']],
  ])('are not called by what is no heading: %s', (_, above) => {
    const lines = read([
      [['某标准', ...above], `${HEAD}1 | 党建 | 缺一次扣5分 | 60\n2 | 入学 | 辍学一人扣2分 | 40`],
      [['附件1 加分项'], `${HEAD}1 | 表彰 | 省级加3分 | 3`],
    ]);
    expect(lines.slice(0, 2)).toEqual([
      'item 1 党建 =60 [sure: deduct 5/次]',
      'item 2 入学 =40 [sure: deduct 2/人]',
    ]);
  });

  it('go on with a section that is said again', () => {
    expect(
      read([
        [[], `${HEAD}（一）甲项 | < | < | <\n1 | 亮牌 | 未亮牌扣5分 | 40`],
        [[], `${HEAD}（一）甲项（续） | < | < | <\n2 | 公示 | 缺一处扣2分 | 60`],
      ]),
    ).toEqual([
      'section 一 甲项',
      '  item 1 亮牌 =40 [sure: deduct 5/次]',
      '  item 2 公示 =60 [sure: deduct 2/处]',
    ]);
  });

  it('are vetoes where the heading says so', () => {
    const tables = tablesOf([
      [['一、评分'], `${HEAD}1 | 台账 | 缺一份扣5分 | 100`],
      [['二、一票否决项'], '内容 | 说明\n安全 | 发生亡人事故的\n廉政 | 班子成员受处分的'],
      [['三、日程'], '时间 | 地点\n上午 | 会议室'],
    ]);
    expect(proposeImport(tables).chosen).toEqual(['1', '2']);
  });

  it('are no standard where they say what totals stand for, though a grade loses something', () => {
    const tables = tablesOf([
      [[], `${HEAD}1 | 台账 | 缺一份扣5分 | 100`],
      [['评价等级：'], '等级 | 得分区间 | 处理\nA | 90分以上 | 通报表扬\nD | 60分以下 | 取消资格'],
    ]);
    expect(proposeImport(tables)).toMatchObject({ chosen: ['1'], warnings: [{ code: 'tableLeftOut' }] });
  });

  it('are parts of one standard where 100 is what they make together', () => {
    const parts = tablesOf([
      [[], `${HEAD}1 | 台账 | 缺一份扣5分 | 50`],
      [[], `${HEAD}2 | 公示 | 缺一处扣2分 | 50`],
    ]);
    expect(proposeImport(parts).appliesTo).toEqual({});
    const each = parts.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => ({ ...cell, text: cell.text.replace('50', '100') })),
    }));
    expect(Object.keys(proposeImport(each).appliesTo)).toEqual(['1', '2']);
  });

  it.each([
    ['the text above them', ['本标准满分200分，由两部分组成。', '附件1 组织领导'], ['附件2 执法实施'], []],
    ['the title', ['验收标准（满分200分）', '一、组织领导（100分）'], ['二、执法实施（100分）'], []],
    ['the text below them', ['验收标准', '一、组织领导'], ['二、执法实施'], ['合计200分']],
  ])('are parts of one where %s says what they make together', (_, first, second, after) => {
    const items = (k: string) => `${HEAD}1 | ${k}甲 | 缺一份扣5分 | 50\n2 | ${k}乙 | 缺一份扣5分 | 50`;
    const tables = tablesOf([
      [first, items('组织')],
      [second, items('执法')],
    ]).map((table, i) => (i === 1 ? { ...table, after } : table));
    const { standard, warnings } = importStandard(tables, '文件.docx');
    expect([standard.fullScore, standard.unitCategories]).toEqual([200_00, []]);
    expect(warnings.map(({ code }) => code).filter((code) => code !== 'passScoreAssumed')).toEqual([]);
  });

  it.each([
    ['each with its total', ['一、办公室（100分）', '二、财务科（100分）', '三、业务科（100分）']],
    ['without totals', ['一、办公室', '二、财务科', '三、业务科']],
    ['by tables that are numbered', ['表一：办公室', '表二：财务科', '表三：业务科']],
  ])('are one for each kind of unit, named as the document writes it, %s', (_, captions) => {
    const tables = tablesOf(
      captions.map((caption, i) => [
        i === 0 ? ['科室考核标准', caption] : [caption],
        `${HEAD}1 | 台账${i} | 缺一份扣5分 | ${40 + 10 * i}\n2 | 公示${i} | 缺一处扣2分 | ${60 - 10 * i}`,
      ]),
    ).map((table, i) => ({ ...table, name: `表${i + 1}：${captions[i] ?? ''}` }));
    const { standard, warnings } = importStandard(tables, '考核.docx');
    expect(standard.fullScore).toBe(100_00);
    expect(standard.unitCategories.map(({ title }) => title)).toEqual(['办公室', '财务科', '业务科']);
    expect(warnings.find(({ code }) => code === 'tablesByCategory')?.message).toMatch(
      /^“办公室”、“财务科”、“业务科”的/,
    );
    expect(warnings.map(({ code }) => code)).not.toContain('totalUnstated');
  });

  it.each([
    ['their sums are of a part', '小计', false],
    ['each says that it is the whole', '总分', true],
  ])('of fifty each are the parts of a hundred where %s', (_, sum, areAlternatives) => {
    const tables = tablesOf(
      ['窗口', '台账'].map((caption, i) => [
        [caption],
        `${HEAD}1 | 亮牌${i} | 缺一次扣5分 | 20\n2 | 公示${i} | 缺一处扣2分 | 30\n${sum} | | | 50`,
      ]),
    );
    const { warnings } = importStandard(tables, '考核.docx');
    expect(warnings.some(({ code }) => code === 'tablesByCategory')).toBe(areAlternatives);
  });

  it('make one list of the whole with what is for everybody', () => {
    const draft = readTables(
      tablesOf([
        [['一、共性（40分）'], `${HEAD}1 | 党建 | 缺一次扣5分 | 40`],
        [['二、办公室（60分）'], `${HEAD}1 | 公文 | 差错一次扣5分 | 60`],
        [['三、财务科（60分）'], `${HEAD}1 | 账务 | 差错一笔扣5分 | 60`],
      ]).map((table) => ({ table, map: guessColumns(table) })),
      { appliesTo: { '2': ['办公室'], '3': ['财务科'] } },
    );
    expect(fullScoreOf(draft)).toBe(100_00);
  });

  it.each([
    ['甲、共性指标（40分）', '乙、个性指标（60分）'],
    ['甲部分：共性指标（40分）', '乙部分：个性指标（60分）'],
    ['表1 共性指标（40分）', '表2 个性指标（60分）'],
    ['附件一：共性指标（40分）', '附件二：个性指标（60分）'],
    ['共性指标（40分）', '个性指标（60分）'],
  ])('stand below names of their own: %s', (first, second) => {
    const { standard } = importStandard(
      tablesOf([
        [['机关考核', first], `${HEAD}1 | 党建 | 缺一次扣5分 | 40`],
        [[second], `${HEAD}1 | 重点 | 缺一项扣5分 | 60`],
      ]),
      '文件.docx',
    );
    expect(standard.title).toBe('机关考核');
    expect(standard.sections.map(({ title, items }) => [title, ...items.map((item) => item.title)])).toEqual([
      ['共性指标', '党建'],
      ['个性指标', '重点'],
    ]);
    expect(standard.notes).toEqual([]);
  });

  it.each([
    ['the first is the title of all', [['机关考核表'], ['其他项目']]],
    ['the title stands right above the first', [['某某公司', '机关考核表'], ['其他项目']]],
    ['one is a remark', [['机关考核', '考核项目'], ['注：以下各项扣完为止']]],
    ['one has none', [['机关考核', '考核项目'], []]],
    ['they are the same', [['机关考核', '考核项目'], ['考核项目']]],
  ])('are parts of one where %s', (_, [above = [], between = []]) => {
    expect(
      read([
        [above, `${HEAD}1 | 党建 | 缺一次扣5分 | 40`],
        [between, `${HEAD}2 | 重点 | 缺一项扣5分 | 60`],
      ]).slice(0, 2),
    ).toEqual(['item 1 党建 =40 [sure: deduct 5/次]', 'item 2 重点 =60 [sure: deduct 5/项]']);
  });

  it('have no title of their own where each is named alone', () => {
    const { standard } = importStandard(
      tablesOf([
        [['表一：教学人员考核表'], `${HEAD}1 | 教案 | 缺一次扣5分 | 100`],
        [['表二：后勤人员考核表'], `${HEAD}1 | 维修 | 缺一项扣5分 | 100`],
      ]),
      '学校考核.docx',
    );
    expect(standard.title).toBe('学校考核');
    expect(standard.sections.map(({ title }) => title)).toEqual(['教学人员考核表', '后勤人员考核表']);
  });
});
