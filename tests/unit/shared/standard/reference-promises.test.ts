import { describe, expect, it } from 'vitest';
import { showPoints } from '../../../../shared/values/points.ts';
import { exemptionOf, factsAsked } from '../../../../shared/standard/gaps.ts';
import { allItems, itemsFor } from '../../../../shared/standard/places.ts';
import { type Item } from '../../../../shared/standard/schema.ts';
import { readReference, readText } from './files.ts';

const standard = readReference();
const items = allItems(standard).map(({ item }) => item);
const adjustments = [...(standard.bonus?.entries ?? []), ...(standard.penalty?.entries ?? [])];
const text = readText('standards', 'henan-service-enforcement-reference.json');
const sum = (list: readonly Item[]): number => list.reduce((total, { fullScore }) => total + fullScore, 0);
const citing = (document: string, clause: string): string[] =>
  [...items, ...adjustments]
    .filter(({ basis }) => basis.some((source) => source.document === document && source.clause === clause))
    .map(({ title }) => title);

const D2 = '郑法政办〔2020〕9号';
const D3 = '郑依法行政领办〔2017〕36号';
const D4 = '《2022年度全省推进服务型行政执法建设工作要点》';
const D5 = '管防字〔2012〕40号';

describe('what rests on one district office alone', () => {
  const alone = items.filter(({ basis }) => basis.every(({ document }) => document === D5));

  it('is at most 20 points and 20 items', () => {
    expect(alone.length).toBeGreaterThan(0);
    expect(alone.length).toBeLessThanOrEqual(20);
    expect(sum(alone)).toBeLessThanOrEqual(2_000);
  });

  it('is told of in a note, with its sums', () => {
    const points = showPoints(sum(alone));
    expect(standard.notes.join('\n')).toContain(
      `仅以${D5}（一个区级部门2012年的方案）为依据的评分项共${alone.length}项，合计${points}分`,
    );
  });

  it('says whose document each source is', () => {
    const tiers = Object.fromEntries(standard.sources.map(({ document, tier }) => [document, tier]));
    expect(tiers).toEqual({
      '郑法政办〔2020〕14号': 'city',
      '豫法政办〔2020〕16号': 'province',
      [D2]: 'city',
      [D3]: 'city',
      [D4]: 'province',
      [D5]: 'district',
    });
    expect(standard.sources.find(({ document }) => document === D4)?.note).toBe(
      '由舞阳县法治政府建设领导小组办公室2022年6月15日转发',
    );
  });
});

describe('what each kind of unit is judged by', () => {
  it.each(standard.unitCategories.map(({ code }) => code))('%s: 100 points', (category) => {
    expect(sum(itemsFor(standard, category).map(({ item }) => item))).toBe(10_000);
  });

  it('needs only facts that are asked', () => {
    const facts = standard.facts.map(({ code }) => code);
    expect(facts).toEqual(['penalty', 'licence', 'mediation', 'reconsideration', 'adjudication', 'window']);
    const needed = new Set(items.flatMap(({ needs = [] }) => needs));
    expect([...needed].filter((code) => !facts.includes(code))).toEqual([]);
    expect(facts.filter((code) => !needed.has(code))).toEqual([]);
  });

  it.each(['county-government', 'dispatched-office'])('%s: no way out of 行政调解', (category) => {
    expect(factsAsked(standard, category).map(({ code }) => code)).not.toContain('mediation');
    const mediation = items.filter(({ needs }) => needs?.includes('mediation'));
    expect(mediation).toHaveLength(6);
    expect(mediation.filter((item) => exemptionOf(standard, item, category).words !== '')).toEqual([]);
  });

  it('keeps a condition that names kinds of unit to those kinds', () => {
    const kinds = standard.unitCategories;
    // 县（市、区）政府 is named by no sentence on 县（市、区）政府部门.
    const names = (words: string, kind: string) =>
      kinds
        .filter(({ title }) => title !== kind && title.includes(kind))
        .reduce((left, { title }) => left.replaceAll(title, ''), words)
        .includes(kind);
    const named = items.flatMap(({ title, notApplicableWhen = '', notApplicableFor }) => {
      const codes = kinds.filter((kind) => names(notApplicableWhen, kind.title)).map(({ code }) => code);
      return codes.length === 0 ? [] : [[title, codes, notApplicableFor] as const];
    });
    expect(named.map(([title]) => title)).toHaveLength(3);
    for (const [title, codes, held] of named)
      expect([...(held ?? [])].sort(), title).toEqual([...codes].sort());
    // A department that mediated nothing this year has no case to draw.
    const cases = items.find(({ title }) => title === '调解文书与案卷')!;
    expect(exemptionOf(standard, cases, 'city-department').words).toMatch(/；当年没有行政调解案件/);
  });

  it('cites for an exemption only what itself exempts: the public list and the room', () => {
    const basis = [
      { document: D3, clause: '附件3 第三项' },
      { document: D3, clause: '附件4 第三项' },
    ];
    expect(items.filter(({ notApplicableBasis }) => notApplicableBasis)).toMatchObject([
      { title: '调解人员名单公布', notApplicableBasis: basis },
      { title: '行政调解室', notApplicableBasis: basis },
    ]);
  });

  it('lets 法律法规授权组织 leave out what 附件4 does not ask of them', () => {
    for (const title of ['观摩研讨与学习交流', '培育对象的确定、指导和验收']) {
      const item = items.find((candidate) => candidate.title === title);
      expect(item?.notApplicableWhen, title).toContain('法律法规授权组织');
      expect(item?.basis.filter(({ clause }) => clause.startsWith('附件4'))).toEqual([]);
    }
  });
});

/** 附件1–4: what each numbered row is about, by the titles of the items that may cite it. */
const ROWS: Record<string, string[]> = {
  年度方案: ['年度实施方案'],
  行政指导: ['行政指导案例评选与文书使用情况'],
  行政调解: ['调解人员名单公布', '行政调解室'],
  指导评价: ['培训考试内容', '示范点和标兵培育', '培育对象的确定、指导和验收'],
  学习交流: ['观摩研讨与学习交流'],
  互联网: ['线上线下融合与流程优化'],
  督促检查: ['督导检查与问题整改'],
  创新举措: ['创新举措'],
};
const SUBJECTS = Object.keys(ROWS);
const annexRows = (['附件1', '附件2', '附件3', '附件4'] as const).flatMap((annex) =>
  SUBJECTS.filter((subject) => annex !== '附件4' || subject !== '学习交流').map(
    (subject, index) => [`${annex} 第${'一二三四五六七八'.charAt(index)}项`, subject] as const,
  ),
);

it.each(annexRows)(`${D3} %s is cited for %s alone`, (clause, subject) => {
  const cited = citing(D3, clause);
  expect(cited).not.toEqual([]);
  expect(cited.filter((title) => !ROWS[subject]?.includes(title))).toEqual([]);
});

it('cites no row that the annexes do not have', () => {
  const rows = new Set<string>(annexRows.map(([clause]) => clause));
  const cited = items.flatMap(({ basis }) => basis).filter(({ document }) => document === D3);
  const annexes = cited.filter(({ clause }) => clause.startsWith('附件'));
  expect(annexes.filter(({ clause }) => !rows.has(clause))).toEqual([]);
});

describe('what no document states', () => {
  it('is said at every item, and nothing that a document states is called ours', () => {
    const entries = [...items, ...adjustments];
    // The program prints 本软件自拟 in front.
    expect(entries.filter(({ own }) => !own || own.startsWith('本软件')).map(({ code }) => code)).toEqual([]);
    // 30% is named where what is ours begins below it.
    const stated = /5日内|2例|1500字|10分钟|8月|3万元/;
    expect(entries.filter(({ own = '' }) => stated.test(own)).map(({ code }) => code)).toEqual([]);
  });

  it('is the use of the yearly 考核 in a self-assessment, with its points', () => {
    for (const { code, own } of adjustments) expect(own, code).toMatch(/^将.*考核.*用于自评，.*分值/);
  });

  it('is named where one point of an item or entry stands in no document', () => {
    const owned = Object.fromEntries([...items, ...adjustments].map(({ code, own = '' }) => [code, own]));
    expect(owned['10.3']).toMatch(/听取意见.*反馈.*列入工作部署/);
    expect(owned['5.3']).toMatch(/征求意见的对象/);
    expect(owned['5.4']).toMatch(/案例题材.*公布、实施记录、实例和效果分析/);
    expect(owned['7.2']).toMatch(/本身不允许突破裁量基准/);
    expect(owned['8.3']).toMatch(/报刊、政府网站.*主题宣传/);
    expect(owned['加3']).toMatch(/被公布为授课员的加分/);
    expect(owned['减2']).toMatch(/到期仍没有完成整改/);
  });

  it('is 折算, and which materials and methods an item asks for', () => {
    const notes = standard.notes.join('\n');
    expect(notes).toMatch(/合理缺项.*折算为本软件自拟/);
    expect(notes).toMatch(/必备佐证、评价方式/);
    expect(standard.statement).toMatch(/佐证、评价方式/);
  });

  it('is each veto: ours, without a clause, and saying what the documents are about', () => {
    expect(standard.vetoes.map(({ title, own, basis, effect }) => [title, own, basis, effect])).toEqual([
      ['弄虚作假', true, [], 'totalZero'],
      ['违法行政行为', true, [], 'notRated'],
    ]);
    for (const { criterion } of standard.vetoes)
      expect(criterion).toMatch(/^本条为本软件自拟，推荐通知没有规定/);
    expect(standard.vetoes[0]?.criterion).toMatch(/只规定比武活动/);
    expect(standard.vetoes[1]?.criterion).toMatch(/只对推荐表现突出的单位和个人提出.*附件2 二（一）、（二）/);
  });

  it('四12 takes points off, with its consequence beside it', () => {
    const entry = standard.penalty?.entries.find(({ title }) => title.includes('粗暴执法'));
    expect(entry).toMatchObject({
      title: '不作为、乱作为、牟利执法、粗暴执法',
      basis: [{ document: D4, clause: '四12' }],
      consequence: '建议有关单位依纪依法追究责任。',
    });
  });

  it('takes points off only by a clause that does, and adds by one that does', () => {
    expect(citing(D3, '三（三）')).toEqual([
      '督导检查与问题整改',
      '受到通报表扬',
      '受到通报批评',
      '工作推进不力',
    ]);
    expect(citing(D4, '四12')).toEqual(
      expect.arrayContaining(['受到通报表扬', '工作推进不力', '不作为、乱作为、牟利执法、粗暴执法']),
    );
    // 四12 says 通报, not 通报批评.
    expect(citing(D4, '四12')).not.toContain('受到通报批评');
  });

  it.each(['豫法政办〔2020〕9号', '轻微不罚', '.txt', '.pdf', '.docx'])('nowhere: %s', (words) => {
    expect(text).not.toContain(words);
  });
});

describe('how points are given', () => {
  const awards = items.filter(({ rule }) => rule.kind === 'award');

  it.each(awards.map((item) => [item.code, item] as const))('%s: every band is described', (_code, item) => {
    if (item.rule.kind !== 'award') throw new Error('no award');
    for (let points = 0; points <= item.fullScore; points += item.rule.step) {
      expect(item.criterion).toMatch(new RegExp(`[：；]${showPoints(points)}分：.{2,}`));
    }
  });

  it('any sample is drawn by the evaluator', () => {
    const sampled = items.filter(({ criterion }) => /抽取|抽查\d/.test(criterion));
    expect(sampled.length).toBeGreaterThan(5);
    expect(
      sampled.filter(({ criterion }) => !criterion.includes('由评价人')).map(({ code }) => code),
    ).toEqual([]);
  });

  it('行政相对人法律风险防控 is a section of about 10 points that knows no grades', () => {
    const section = standard.sections.find(({ title }) => title === '行政相对人法律风险防控');
    expect(section?.fullScore).toBe(1_000);
    expect(JSON.stringify(section)).not.toMatch(/等级|定级|7月/);
    expect(
      section?.items.every(({ basis }) => basis.some((s) => s.document === D4 && s.clause === '二6')),
    ).toBe(true);
    // Whoever is no provincial office may add to the published list, and need not.
    for (const { code, criterion } of section?.items.slice(0, 3) ?? [])
      expect(criterion, code).toMatch(/采用上级统一发布的防控/);
    const graded = items.filter(({ criterion }) => criterion.includes('风险等级'));
    expect(graded.map(({ title, basis }) => [title, basis])).toEqual([
      ['执法风险点与风险等级', [{ document: D5, clause: '二（二）4' }]],
    ]);
  });

  it('typical cases are scored in one item; structure and numbers are advice', () => {
    for (const clause of ['一（一）', '一（三）', '二（二）', '二（三）', '三（二）']) {
      expect(citing(D2, clause)).toEqual(['典型案例推选报送']);
    }
    const item = items.find(({ title }) => title === '典型案例推选报送');
    if (item?.rule.kind !== 'deduct') throw new Error('no deduction');
    const faults = item.rule.faults.map(({ label }) => label).join('；');
    expect(faults).not.toMatch(/总分总|基本案情|数据|副标题/);
    expect(faults).toMatch(/开发区、区县（市）推选数量不足2例/);
    expect(item.criterion).toMatch(/其他单位推选1例以上，即为完成推选.*体例建议，不作为扣分情形/);
  });

  it('scores pilots in the bonus alone', () => {
    // 7.2 takes from 二4 only what the law allows below the 裁量基准, and says so.
    expect(citing(D4, '二4')).toEqual(['裁量基准适用', '承担试点']);
    for (const clause of ['二5', '四11']) expect(citing(D4, clause)).toEqual(['承担试点']);
    expect(items.filter(({ criterion }) => criterion.includes('试点')).map(({ code }) => code)).toEqual([]);
  });

  it('gives nothing for a compulsory paper', () => {
    expect(
      items.filter(({ title, evidence }) => `${title}${JSON.stringify(evidence)}`.includes('综合汇报')),
    ).toEqual([]);
  });

  it('does not take 派出机构 for 开发区', () => {
    expect(
      items.filter(({ criterion }) => /派出机构.{0,12}2例|开发区.{0,4}派出机构/.test(criterion)),
    ).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    '社会关注度高，行政相对人易发、多发、高发',
    '以利诱、欺诈、胁迫、暴力等不正当手段收集证据',
    '合法性、社会稳定、公共安全等方面',
  ])('copies no run of a document: %s', (words) => {
    expect(text).not.toContain(words);
  });

  it('calls only what no document states our own', () => {
    expect(standard.statement).toContain('依据文件没有写明的评分规则由本软件自行编制');
    expect(standard.statement).not.toContain('均为本软件自行编制');
    for (const asked of ['5.1', '5.2', '5.3']) {
      // D4 二6 puts 梳理, 措施 and 征求意见 on six provincial offices; that a unit is judged by them is ours.
      expect(items.find(({ code }) => code === asked)?.own, asked).toMatch(/^将省级部门/);
    }
  });

  it('says 查看, never 看', () => {
    expect(items.filter(({ criterion }) => /(?<!查)看/.test(criterion)).map(({ code }) => code)).toEqual([]);
  });

  it('keeps 上旬, 中旬 and 月底 as the annexes say them, and says of which year they are', () => {
    const annex = items.filter(({ deadline = '' }) => /旬|月底|^\D*9月/.test(deadline));
    expect(annex.length).toBeGreaterThan(8);
    expect(annex.filter(({ deadline = '' }) => !deadline.endsWith('（2017年度任务时限）'))).toEqual([]);
    expect(items.find(({ title }) => title === '执法证件年审')?.deadline).toMatch(
      /市政府部门和有关单位：9月；县（市、区）：按本地年度工作安排/,
    );
  });

  it.each([
    ...[
      '看得懂',
      '说得清',
      '查得到',
      '讲得出',
      '找得到',
      '办得成',
      '学得来',
      '用得上',
      '传得开',
      '选得准',
      '防得住',
    ],
    ...[
      '看是否',
      '征求过',
      '公布过',
      '接受过',
      '作过',
      '上墙',
      '看有没有',
      '谁',
      '怎么',
      '怎样',
      '为什么',
      '手里',
      '分量',
      '改到位',
      '更快',
      '更省',
      '合格线',
    ],
  ])('no chatty word: %s', (word) => {
    expect(text).not.toContain(word);
  });
});
