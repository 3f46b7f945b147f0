import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../../shared/assessment/schema.ts';
import { checkExport, EVIDENCE_DAMAGED } from '../../../../shared/eligibility/check-export.ts';
import { checkEligibility, verdictWords } from '../../../../shared/eligibility/eligibility.ts';
import { scoreAssessment } from '../../../../shared/scoring/report.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import {
  assessmentOf,
  campaignOf,
  entriesOf,
  evidence,
  item,
  officialOf,
  section,
  SHA_A,
  SHA_B,
  standardOf,
} from '../scoring/fixtures.ts';

const source = (clause: string) => ({ document: '测字〔2020〕1号', clause });
const campaign = campaignOf({
  kind: 'recommendation',
  passScore: { points: '90', source: source('score') },
  naming: { levels: ['province', 'city'], source: source('naming') },
  willingness: { source: source('willingness') },
  deadlines: [
    {
      ...{ code: 'unit', label: '市级报送截止', by: 'unit', date: '2020-11-25', source: source('deadline') },
      ...{ words: '11月25日前', late: '逾期未报者，视为自动放弃' },
    },
    { code: 'body', label: '省级报送截止', by: 'body', date: '2020-11-30', source: source('deadline') },
  ],
  quota: { perBody: 2, distinct: 'industryOrRegion', source: source('quota') },
  materials: [
    {
      code: 'report',
      title: '综合汇报材料',
      kind: 'report',
      required: true,
      checklist: [
        { code: 'measures', label: '主要举措' },
        { code: 'data', label: '数据' },
      ],
      source: source('materials'),
    },
    { code: 'video', title: '微视频', kind: 'video', required: false, source: source('materials') },
  ],
});
const asked = { evidence: [{ title: '方案' }] };
const custom = standardOf({
  sections: [section('1', [item('1.1', '50', asked), item('1.2', '50', asked)])],
  bonus: {
    title: '加分',
    entries: [
      {
        code: 'B1',
        title: '获奖',
        criterion: '有',
        counting: 'sum',
        options: [{ code: 'x', label: '次', points: '1' }],
        evidence: [{ title: '证书' }],
      },
    ],
  },
  vetoes: [
    {
      code: 'V1',
      title: '弄虚作假',
      criterion: '有',
      effect: 'notEligible',
      basis: [{ document: '甲', clause: '二' }],
    },
  ],
});

const standard = officialOf(custom);

/** A unit that may be recommended. */
function ready(changes: Partial<Assessment> = {}): Assessment {
  const scored = entriesOf({ '1.1': 5000, '1.2': 4000, V1: { kind: 'veto', applies: false } });
  const linked = (code: string) => ({ [code]: { ...scored[code]!, evidence: [SHA_A] } });
  return assessmentOf({
    campaign,
    willing: true,
    unit: {
      name: '甲市乙局',
      category: '',
      industry: '城市管理',
      region: '甲市',
      superior: '甲市司法局',
      naming: { level: 'city', document: '甲法〔2019〕3号', date: '2019-05-01' },
      contact: { name: '联系人', phone: '0000' },
    },
    entries: { ...scored, ...linked('1.1'), ...linked('1.2') },
    evidence: [evidence(SHA_A), evidence(SHA_B, '汇报')],
    materials: { report: { files: [{ sha256: SHA_B, theme: '' }], checked: ['measures', 'data'] } },
    ...changes,
  });
}

const judge = (assessment: Assessment, today = '2020-11-24', by: Standard = standard) =>
  checkEligibility(by, assessment, scoreAssessment(by, assessment), today);
const entries = (changes: Assessment['entries']) => ({ entries: { ...ready().entries, ...changes } });
const unit = (changes: Partial<Assessment['unit']>) => ({ unit: { ...ready().unit, ...changes } });

test('a unit that meets everything is eligible, and nothing is left to say', () => {
  const { eligible, conditions, findings } = judge(ready());
  expect(findings).toEqual([]);
  expect(eligible).toBe(true);
  expect(conditions.map(({ code, result, source }) => [code, result, source?.clause])).toEqual([
    ['naming', 'pass', 'naming'],
    ['willingness', 'pass', 'willingness'],
    ['score', 'pass', 'score'],
    ['complete', 'pass', undefined],
    ['veto.V1', 'pass', '二'],
    ['material.report', 'pass', 'materials'],
    ['unit', 'pass', undefined],
    ['unit.place', 'pass', 'quota'],
    ['deadline.unit', 'inTime', 'deadline'],
  ]);
});

test('90.00 is enough, 89.99 is not', () => {
  const line = judge(ready()).conditions.find(({ code }) => code === 'score');
  expect(line).toMatchObject({ title: '自我评价90分以上', detail: '自评90分，达到推荐分数线90分' });
  const { eligible, findings } = judge(ready(entries({ ...entriesOf({ '1.2': 3999 }) })));
  expect(eligible).toBe(false);
  expect(findings.find(({ code }) => code === 'score')?.message).toMatch(
    /自评89\.99分，低于推荐分数线90分，还差0\.01分/,
  );
});

describe('by a standard that gives no official verdict', () => {
  const reference: Standard = { ...custom, authority: 'reference' };
  const judged = (score: number) =>
    judge(ready(entries(entriesOf({ '1.2': score }))), '2020-11-24', reference);

  test.each([
    [4000, '按参考标准自评90分，达到自查参考线90分；正式推荐须按正式验收标准评分', undefined],
    [3981, /自评89\.81分，低于自查参考线90分，还差0\.19分；.*可到“差距分析”查看改进建议$/, 'warn'],
  ])('%s: the line is said, judges nobody, and cites no notice', (score, detail, severity) => {
    const { conditions, findings, ready: mayExport, eligible, label } = judged(score);
    const line = conditions.find(({ code }) => code === 'score');
    expect(line).toMatchObject({ title: '自查参考线90分', result: 'byStandard' });
    expect(line?.source).toBeUndefined();
    expect(line?.detail).toMatch(detail);
    expect(findings.find(({ code }) => code === 'score')?.severity).toBe(severity);
    expect([mayExport, eligible, label]).toEqual([true, false, '按参考标准']);
  });
});

describe('a veto of the makers’ own', () => {
  const vetoes = custom.vetoes.map((veto) => ({ ...veto, effect: 'totalZero' as const, own: true }));
  const answers = entriesOf({ V1: { kind: 'veto', applies: true } });
  const applied = entries({ V1: { ...answers['V1']!, reason: '' } });
  const of = (by: Standard) => {
    const { conditions, findings } = judge(ready(applied), '2020-11-24', by);
    const veto = conditions.find(({ code }) => code === 'veto.V1');
    return { veto, findings, line: conditions.find(({ code }) => code === 'score') };
  };

  test('is no answered “否”: it says why the total is 0, and offers no advice that could not help', () => {
    const { veto, findings, line } = of({ ...custom, vetoes, authority: 'reference' });
    const words = '存在“弄虚作假”，总分计零（本软件自拟，非通知规定）';
    expect(veto).toMatchObject({ result: 'vetoed', detail: words });
    const reason = '“弄虚作假”选了“是”，没有写情况说明，请写明经过和处理结果';
    expect(findings).toEqual([
      { code: 'veto.V1', severity: 'warn', item: 'V1', message: words },
      { code: 'vetoWithoutReason', severity: 'warn', item: 'V1', message: reason },
    ]);
    expect(line?.detail).toBe('按参考标准自评0分：存在“弄虚作假”，总分计零；正式推荐须按正式验收标准评分');
  });

  test('has no effect on an official score, and says no other', () => {
    const { veto, line } = of(officialOf({ ...custom, vetoes }));
    expect(veto).toMatchObject({
      result: 'byStandard',
      detail: '存在“弄虚作假”，不影响正式结果（本标准编制者自拟，没有文件规定）',
    });
    expect(line).toMatchObject({ result: 'pass', detail: '自评90分，达到推荐分数线90分' });
  });
});

test('a veto that somebody else judges stands beside the final word', () => {
  const vetoes = custom.vetoes.map((veto) => ({ ...veto, effect: 'notRated' as const }));
  const applied = entries(entriesOf({ V1: { kind: 'veto', applies: true } }));
  const judged = judge(ready(applied), '2020-11-24', officialOf({ ...custom, vetoes }));
  expect(judged.eligible).toBe(true);
  expect(verdictWords(judged)).toBe('有否决事项，是否影响推荐待认定，其余符合推荐条件');
});

test('what is late says so beside the final word', () => {
  expect(verdictWords(judge(ready()))).toBe('符合推荐条件');
  expect(verdictWords(judge(ready(), '2020-11-25'))).toBe('报送期限待认定，其余符合推荐条件');
  expect(verdictWords(judge(ready(), '2020-11-26'))).toBe('报送已逾期，其余符合推荐条件');
});

const naming = (changes: Partial<Assessment['unit']['naming']>) =>
  unit({ naming: { ...ready().unit.naming, ...changes } });

describe('what blocks', () => {
  test.each<[string, Partial<Assessment>, string, string, RegExp]>([
    ['no naming', naming({ level: undefined }), 'naming', '', /还没有填写示范点命名级别/],
    [
      'named by the county',
      naming({ level: 'county' }),
      'naming',
      '',
      /县级示范点不在推荐范围，须是省级示范点、市级示范点/,
    ],
    ['naming without document', naming({ document: '' }), 'naming', '', /文号和日期没有填全/],
    ['naming without date', naming({ date: '' }), 'naming', '', /文号和日期没有填全/],
    ['willingness not stated', { willing: null }, 'willingness', '', /还没有表明参评意愿/],
    ['not willing', { willing: false }, 'willingness', '', /已选择不参评/],
    [
      'an unscored item',
      entries({ '1.2': { state: 'unscored', reason: '', evidence: [SHA_A] } }),
      'complete',
      '',
      /还有1项未评/,
    ],
    [
      'a veto without answer',
      entries({ V1: { state: 'unscored', reason: '', evidence: [] } }),
      'veto.V1',
      'V1',
      /“弄虚作假”还没有回答/,
    ],
    [
      'a veto that applies',
      entries(entriesOf({ V1: { kind: 'veto', applies: true } })),
      'veto.V1',
      'V1',
      /存在“弄虚作假”，不得推荐/,
    ],
    ['no report', { materials: {} }, 'material.report', 'report', /还没有添加“综合汇报材料”/],
    [
      'an unticked point',
      { materials: { report: { files: [{ sha256: SHA_B, theme: '' }], checked: ['measures'] } } },
      'material.report',
      'report',
      /还没有确认写到：数据/,
    ],
    ['no unit name', unit({ name: '' }), 'unit', '', /缺少：单位名称/],
    [
      'no industry and region',
      unit({ industry: '', region: '' }),
      'unit.place',
      '',
      /还没有填写：行业、地域/,
    ],
    [
      'input that does not fit',
      entries(entriesOf({ '1.1': { kind: 'tiers', option: 'a' } })),
      'input',
      '1.1',
      /“项目1\.1”：.*评分方式不符/,
    ],
    [
      'a claim that does not fit',
      entries(entriesOf({ B1: { kind: 'claims', counts: { z: 1 } } })),
      'input',
      'B1',
      /“获奖”：情形“z”不在标准内/,
    ],
    [
      'not applicable without a reason',
      entries({ '1.2': { state: 'notApplicable', reason: ' ', evidence: [SHA_A] } }),
      'notApplicableWithoutReason',
      '1.2',
      /没有说明理由/,
    ],
    [
      'no evidence at all',
      { ...entries(entriesOf({ '1.1': 5000, '1.2': 4000 })), evidence: [evidence(SHA_B)] },
      'noEvidence',
      '',
      /都没有佐证材料，无法核验/,
    ],
  ])('%s', (_, changes, code, about, message) => {
    const { eligible, findings } = judge(ready(changes));
    expect(eligible).toBe(false);
    const found = findings.find((finding) => finding.code === code);
    expect(found).toMatchObject({ severity: 'block', item: about });
    expect(found?.message).toMatch(message);
  });

  test('a category that the standard does not know', () => {
    const known = standardOf({ unitCategories: [{ code: 'dept', title: '部门' }] });
    const message = (category: string) =>
      judge(ready(unit({ category })), '2020-11-24', known).findings.find(({ code }) => code === 'unit')
        ?.message;
    expect(message('')).toMatch(/缺少：单位类别/);
    expect(message('gov')).toMatch(/缺少：单位类别/);
    expect(message('dept')).toBeUndefined();
  });

  test('every condition that is not met is a finding too', () => {
    const { conditions, findings } = judge(assessmentOf({ campaign }));
    const failed = conditions
      .filter(({ result }) => result === 'fail' || result === 'open')
      .map(({ code }) => code);
    expect(failed).toEqual([
      'naming',
      'willingness',
      'score',
      'complete',
      'veto.V1',
      'material.report',
      'unit',
      'unit.place',
    ]);
    const blocking = findings.filter(({ severity }) => severity === 'block').map(({ code }) => code);
    expect(blocking).toEqual(failed);
  });
});

describe('what only warns', () => {
  test.each<[string, Partial<Assessment>, string, string, RegExp]>([
    [
      'an item without evidence',
      entries(entriesOf({ '1.2': 4000 })),
      'withoutEvidence',
      '1.2',
      /“项目1\.2”已得分但没有佐证材料/,
    ],
    [
      'a bonus without evidence',
      entries(entriesOf({ B1: { kind: 'claims', counts: { x: 1 } } })),
      'withoutEvidence',
      'B1',
      /“获奖”已得分但没有佐证材料/,
    ],
    [
      'evidence used nowhere',
      { evidence: [...ready().evidence, ...['c', 'd', 'e', 'f'].map((c) => evidence(c.repeat(64), c))] },
      'unlinkedEvidence',
      '',
      /有4件佐证材料没有用在任何一项：c、d、e等/,
    ],
    ['no contact', unit({ contact: { name: '联系人', phone: '' } }), 'contact', '', /联系电话没有填写/],
  ])('%s', (_, changes, code, about, message) => {
    const { eligible, findings } = judge(ready(changes));
    expect(eligible).toBe(true);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code, severity: 'warn', item: about });
    expect(findings[0]?.message).toMatch(message);
  });

  test('a ratio above 1: perhaps the wrong way round', () => {
    const rule = { kind: 'ratio', numerator: '回访件数', denominator: '办结件数', target: '30' };
    const withRatio = officialOf(
      standardOf({ sections: [section('1', [item('1.1', '50', { rule }), item('1.2', '50')])] }),
    );
    const of = (numerator: number) => {
      const counted = entriesOf({ '1.1': { kind: 'ratio', numerator, denominator: 10 } });
      return judge(ready(entries(counted)), '2020-11-24', withRatio).findings;
    };
    expect(of(10)).toEqual([]);
    expect(of(11)).toMatchObject([{ code: 'ratioAboveOne', severity: 'warn', item: '1.1' }]);
  });

  test.each([
    ['2020-11-24', 'inTime', /^通知要求“11月25日前”（测字〔2020〕1号 deadline）报送，请尽早报送$/],
    ['2020-11-25', 'pending', /“11月25日前”.*是否包括当天，通知没有写明，由接收单位认定/],
    ['2020-11-26', 'late', /已过通知要求的“11月25日前”.*通知写明“逾期未报者，视为自动放弃”/],
  ])('the notice decides nothing of its own about %s', (today, result, detail) => {
    const { eligible, ready: mayLeave, conditions, findings } = judge(ready(), today);
    expect([eligible, mayLeave]).toEqual([true, true]);
    expect(conditions.at(-1)).toMatchObject({ code: 'deadline.unit', result });
    expect(conditions.at(-1)?.detail).toMatch(detail);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual(
      result === 'inTime' ? [] : [['deadline.unit', 'warn']],
    );
  });
});

test('a campaign asks for no more than it states', () => {
  const bare = campaignOf({ kind: 'recommendation' });
  const { eligible, conditions } = judge(ready({ campaign: bare, willing: null, materials: {} }));
  expect(eligible).toBe(true);
  expect(conditions.map(({ code }) => code)).toEqual(['score', 'complete', 'veto.V1', 'unit']);
});

describe('files of evidence', () => {
  const complete = ready();
  const exported = (part: Partial<Assessment>, faults?: Parameters<typeof checkExport>[4]) => {
    const assessment = { ...complete, ...part };
    return checkExport(standard, assessment, scoreAssessment(standard, assessment), '2020-11-20', faults);
  };

  test.each([
    ['missing', '的文件不见了'],
    ['altered', '已损坏或被改动'],
    ['foreign', '不是文件本身'],
    ['unreadable', '读不出来'],
  ] as const)('one that is %s is named with its uses and bars the package', (fault, said) => {
    expect(exported({}).eligible).toBe(true);
    const [piece] = complete.evidence;
    const { eligible, findings } = exported({}, new Map([[piece!.sha256, fault]]));
    expect(eligible).toBe(false);
    const found = findings.filter(({ code }) => code === EVIDENCE_DAMAGED);
    expect(found).toMatchObject([{ severity: 'block', item: '1.1' }]);
    expect(found[0]?.message).toContain(`“${piece!.label}”（${piece!.fileName}，用于：1.1 `);
    expect(found[0]?.message).toContain(said);
  });

  test('a folder that is gone whole is not a thousand sentences', () => {
    const many = Array.from({ length: 50 }, (_, n) => evidence(String(n).padStart(64, '0'), `第${n}份`));
    const faults = new Map(many.map(({ sha256 }) => [sha256, 'missing' as const]));
    const { findings } = exported({ evidence: [...complete.evidence, ...many] }, faults);
    const messages = findings.flatMap(({ code, message }) => (code === EVIDENCE_DAMAGED ? [message] : []));
    expect(messages).toHaveLength(21);
    expect(messages.at(-1)).toContain('另有30份');
  });

  test('an empty one that an older program took is named and bars nothing', () => {
    const [piece] = complete.evidence;
    const { eligible, findings } = exported({
      evidence: complete.evidence.map((each) => (each === piece ? { ...each, bytes: 0 } : each)),
    });
    expect(eligible).toBe(true);
    expect(findings).toContainEqual({
      ...{ code: 'emptyEvidence', severity: 'warn', item: '' },
      message: expect.stringContaining(`“${piece!.label}”是空文件`) as string,
    });
  });
});
