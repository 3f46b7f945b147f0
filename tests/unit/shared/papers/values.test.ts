import { beforeAll, describe, expect, it } from 'vitest';
import { type Assessment, unitSchema } from '../../../../shared/assessment/schema.ts';
import { profileSchema } from '../../../../shared/assessment/profile.ts';
import { emptyIn } from '../../../../shared/papers/empty.ts';
import { LOOP_FIELDS, loopNamed, SWITCH_FIELDS, TEXT_FIELDS } from '../../../../shared/papers/fields.ts';
import { paperTitle, paperTitleOf } from '../../../../shared/papers/kinds.ts';
import { showDay } from '../../../../shared/papers/show-day.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import { showPoints } from '../../../../shared/values/points.ts';
import { paperValues } from '../../../../shared/papers/values.ts';
import type { Section } from '../../../../shared/standard/schema.ts';
import { KINDS, type PaperCase, paperCases, valuesOf } from '../../electron/services/papers/fixture.ts';
import { readReference } from '../standard/files.ts';

let cases: PaperCase[];
const named = (name: string): Assessment => cases.find((each) => each.name === name)!.assessment;

beforeAll(async () => {
  cases = await paperCases();
});

describe('what a paper is called', () => {
  it.each([
    ['recommendation', '标兵推荐表'],
    ['acceptance', '示范点验收申请表'],
    ['practice', '日常自评情况表'],
  ] as const)('in a campaign of the kind %s: %s', (kind, title) => {
    expect(paperTitle('application', { kind })).toBe(title);
    expect(paperTitle('pledge', { kind })).toBe('承诺书');
  });
});

describe('what a paper of an own template is called', () => {
  it.each([
    ['模板-标兵推荐表-20261128-035357492.docx', 'recommendation', '标兵推荐表'],
    ['模板-标兵推荐表-20261128-035357492.docx', 'acceptance', '示范点验收申请表'],
    ['模板-标兵推荐表-20261128-035357492 (1).docx', 'practice', '日常自评情况表'],
    ['模板-自评报告-20261128-035357492 - 副本.DOCX', 'acceptance', '自评报告'],
    ['模板-本局报告-20261128-035357492.docx', 'acceptance', '本局报告'],
    ['标兵推荐表.docx', 'acceptance', '示范点验收申请表'],
    ['本局承诺书-20261128.docx', 'acceptance', '本局承诺书-20261128'],
    ['模板-.docx', 'acceptance', '模板-'],
  ] as const)('%s, in a campaign of the kind %s: %s', (fileName, kind, title) => {
    expect(paperTitleOf(fileName, { kind })).toBe(title);
  });
});

describe('the fields of a template', () => {
  it('has a value for each name that is listed, and for no other', () => {
    const listed = [TEXT_FIELDS, SWITCH_FIELDS, LOOP_FIELDS].flatMap((fields) => Object.keys(fields));
    for (const { assessment } of cases) {
      expect(Object.keys(valuesOf('report', assessment, 'with')).sort()).toEqual(listed.sort());
    }
  });

  it('gives each row of a loop every field of it', () => {
    const full = named('full');
    const profile = profileSchema.parse({ ...full.unit.profile, figures: '甲\n乙' });
    const values = valuesOf('report', { ...full, unit: { ...full.unit, profile } }, 'with');
    for (const name of Object.keys(LOOP_FIELDS) as (keyof typeof LOOP_FIELDS)[]) {
      const loop = loopNamed(name)!;
      const fields = [...Object.keys(loop.fields), ...Object.keys(loop.inner ?? {})].sort();
      expect(values[name].length).toBeGreaterThan(0);
      for (const row of values[name]) expect(Object.keys(row).sort()).toEqual(fields);
    }
  });

  it.each([
    ['单位名称', '测试市城市管理综合行政执法支队'],
    ['统一社会信用代码', '11410000MB1234567X'],
    ['单位类别', '市政府部门'],
    ['编制人数', '86'],
    ['命名级别', '市级示范点'],
    ['命名日期', '2019年12月20日'],
    ['材料名称', '推荐材料'],
    ['其他单位意见', '推荐单位意见'],
    ['第一年', '2024年'],
    ['第三年', '2026年'],
    ['评分依据', '按参考标准'],
    ['生成日期', '2026年11月26日'],
    ['推荐表名称', '标兵推荐表'],
    ['分值说明', ''],
  ] as const)('%s is %s', (field, value) => {
    expect(valuesOf('application', named('full'), 'without')[field]).toBe(value);
  });

  it('counts a 汇报材料 that also proves an item once, so that the parts are the whole', () => {
    const full = named('full');
    const linked = Object.values(full.entries).flatMap(({ evidence }) => evidence);
    const [first = ''] = linked.filter((sha256) => full.evidence.some((each) => each.sha256 === sha256));
    const [material] = full.campaign.materials;
    const materials = { [material?.code ?? '']: { files: [{ sha256: first, theme: '' }], checked: [] } };
    const of = (assessment: typeof full) => {
      const { 佐证材料份数: used, 汇报材料份数: reports } = valuesOf('pledge', assessment, 'without');
      return [Number(used), Number(reports)];
    };
    const [alone = 0] = of({ ...full, materials: {} });
    expect(of({ ...full, materials })).toEqual([alone - 1, 1]);
  });

  it('leaves out nothing that is handed in', () => {
    const full = named('full');
    const { 材料份数: all, 材料份数说明: words } = valuesOf(
      'pledge',
      { ...full, entries: {}, materials: {} },
      'without',
    );
    expect(words).toBe(`（未对应评分项的材料${all}份）`);
    for (const { assessment } of cases) {
      const values = valuesOf('pledge', assessment, 'without');
      const parts = [...String(values.材料份数说明).matchAll(/(\d+)份/g)].map(([, count]) => Number(count));
      expect(parts.reduce((sum, count) => sum + count, 0)).toBe(Number(values.材料份数));
    }
  });

  it('says by which standard a score was given, and never a verdict by one that is not official', () => {
    for (const { assessment } of cases) {
      const values = valuesOf('report', assessment, 'without');
      expect(values.自评分说明).toMatch(/^按参考标准自评/);
      expect(JSON.stringify(values)).not.toMatch(/符合推荐条件|达标|推荐分数线/);
    }
  });

  it('takes the year before today where none is chosen, and offers rows without numbers', () => {
    const { 第三年: last, 近三年数据: rows } = valuesOf('application', named('empty'), 'without');
    expect(last).toBe('2025年');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every((row) => row.第一年数 + row.第二年数 + row.第三年数 === '')).toBe(true);
  });

  it('adds up: the lines of 指标得分 are the total', () => {
    const assessment = named('full');
    const sum = valuesOf('report', assessment, 'without').指标得分.reduce(
      (all, { 得分 }) => all + Math.round(Number(得分.replace('＋', '').replace('−', '-')) * 100),
      0,
    );
    expect(showPoints(sum)).toBe(showPoints(scoreAssessment(readReference(), assessment).total));
  });

  it.each([
    ['', /^以上各项分值相加为[\d.]+分，不等于满分100分：还没有选单位类别，只适用于某类单位的评分项没有列入$/],
    [readReference().unitCategories[0]!.code, /：只适用于其他类别单位的评分项没有列入$/],
  ])(
    'says why the points of a unit of the category %j are not the full score together',
    (category, words) => {
      const standard = readReference();
      const [first, ...others] = standard.sections;
      const own = (section: Section): Section => ({
        ...section,
        items: section.items.map((item) => ({ ...item, appliesTo: ['another'] })),
        sections: section.sections.map(own),
      });
      const assessment = { ...named('full'), unit: { ...named('full').unit, category } };
      const values = paperValues({
        ...{ assessment, title: '', today: '2026-11-26', numbers: new Map(), authorityOpinion: 'without' },
        standard: { ...standard, sections: [own(first!), ...others] },
      });
      expect(values.分值说明).toMatch(words);
    },
  );

  it.each(['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v'])('begins a paragraph at %j', (end) => {
    const full = named('full');
    const profile = profileSchema.parse({ ...full.unit.profile, measures: ` 甲 ${end}\u3000${end}\t乙` });
    const values = valuesOf('report', { ...full, unit: { ...full.unit, profile } }, 'without');
    expect(values.主要举措段落).toEqual([{ 段: '甲' }, { 段: '乙' }]);
  });

  it.each([
    ['甲\n乙', ['甲'], ['乙']],
    [`甲\n${'乙'.repeat(300)}`, ['甲', '乙'.repeat(300)], []],
    ['', [], []],
  ])('tells the last paragraph that has room beside who signs: %j', (figures, before, last) => {
    const full = named('full');
    const profile = profileSchema.parse({ ...full.unit.profile, figures });
    const values = valuesOf('report', { ...full, unit: { ...full.unit, profile } }, 'without');
    expect(values.数据前段.map(({ 段 }) => 段)).toEqual(before);
    expect(values.数据末段.map(({ 段 }) => 段)).toEqual(last);
  });

  it('takes a category by hand where none of the standard is chosen', () => {
    const { unit, ...rest } = named('full');
    const values = valuesOf(
      'application',
      { ...rest, unit: { ...unit, category: '', otherCategory: '县直单位' } },
      'without',
    );
    expect(values.单位类别).toBe('县直单位');
  });
});

describe('佐证材料目录', () => {
  it('begins with the materials of the campaign, lists each use and says where a file was listed before', () => {
    const assessment = named('full');
    const groups = valuesOf('evidence', assessment, 'without').目录;
    expect(groups[0]?.组名).toBe('综合汇报材料');
    expect(groups[2]?.组名).toBe('1 组织领导与工作部署　1.2 年度实施方案');
    const rows = groups.flatMap(({ 材料 }) => 材料);
    const whole = rows.filter(({ 文件 }) => !文件.startsWith('见'));
    expect(new Set(whole.map(({ 材料号 }) => 材料号)).size).toBe(assessment.evidence.length);
    expect(whole).toHaveLength(assessment.evidence.length);
    const again = rows.find(({ 文件 }) => 文件.startsWith('见'))!;
    const first = groups.find(({ 组名 }) => 组名.includes(`　${again.文件.replace('见评分项', '')} `))!;
    expect(first.材料.map(({ 材料号 }) => 材料号)).toContain(again.材料号);
    expect(whole[0]).toMatchObject({ 形成日期: '2026年3月5日', 发文单位: '测试市司法局' });
  });

  it('lists what nothing uses last', () => {
    const groups = valuesOf('evidence', { ...named('full'), entries: {}, materials: {} }, 'without').目录;
    expect(groups.map(({ 组名 }) => 组名)).toEqual(['没有用于任何评分项']);
  });
});

describe('what is still empty', () => {
  const about = (assessment: Assessment) => {
    const standard = readReference();
    return { assessment, standard, report: scoreAssessment(standard, assessment) };
  };

  it.each([
    ['application', ['近三年数据']],
    ['pledge', []],
    ['report', ['数据']],
    ['evidence', []],
  ] as const)('of a full profile with one number missing, in %s: %j', (kind, expected) => {
    const full = named('full');
    const profile = profileSchema.parse({ ...full.unit.profile, figures: '' });
    expect(emptyIn(kind, about({ ...full, unit: { ...full.unit, profile } }))).toEqual(expected);
  });

  it('names everything of an empty one', () => {
    const empty = { ...named('full'), unit: unitSchema.parse({}), entries: {}, evidence: [] };
    expect(emptyIn('application', about(empty))).toEqual(
      expect.arrayContaining(['单位名称', '统一社会信用代码', '命名文号', '主要事迹', '59项评分']),
    );
    expect(emptyIn('report', about(empty))).toEqual([
      ...['单位名称', '主要举措', '工作亮点', '工作成效', '案例', '数据', '59项评分'],
    ]);
    expect(emptyIn('evidence', about(empty))).toEqual(['佐证材料']);
  });

  it('counts the details that pieces of evidence lack', () => {
    const { evidence, ...sample } = named('sample');
    const [first, ...others] = evidence;
    const details = { documentNumber: '一号', issuer: '甲', formedOn: '2026-01-01' };
    expect(emptyIn('evidence', about({ ...sample, evidence: [{ ...first!, details }, ...others] }))).toEqual([
      `${others.length}份材料的文号`,
      `${others.length}份材料的形成日期`,
      `${others.length}份材料的发文单位`,
      `${others.length + 1}份材料的页数`,
    ]);
  });

  it('asks for the document of a 培育对象 only where the campaign does', () => {
    expect(emptyIn('application', about({ ...named('long'), unit: unitSchema.parse({}) }))).toContain(
      '培育文号',
    );
    expect(emptyIn('application', about(named('full')))).not.toContain('培育文号');
    expect(KINDS).toHaveLength(4);
  });
});

it.each([
  ['2019-12-20', '2019年12月20日'],
  ['2026-03-05', '2026年3月5日'],
  ['', ''],
])('shows the day %j as %j', (day, shown) => expect(showDay(day)).toBe(shown));
