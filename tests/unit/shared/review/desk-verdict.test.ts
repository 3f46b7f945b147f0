import { describe, expect, it } from 'vitest';
import { candidateOf } from '../../../../shared/review/candidate-of.ts';
import type { CandidateParts } from '../../../../shared/review/candidate-parts.ts';
import type { Assessment } from '../../../../shared/assessment/schema.ts';
import type { Candidate } from '../../../../shared/review/candidate.ts';
import {
  eligibilityOn,
  isCleared,
  isEligible,
  openConditions,
  unseenWords,
} from '../../../../shared/review/candidate-columns.ts';
import { openNotes } from '../../../../electron/services/desk/export/summary/words.ts';
import { timedOn } from '../../../../shared/review/timing.ts';
import { breaches, checkChoice } from '../../../../shared/review/choice.ts';
import { compareUnits } from '../../../../shared/review/compare.ts';
import { deskDocument, reviewDocument } from '../../../../shared/review/documents.ts';
import { applyReviewEdit, type ReviewEdit } from '../../../../shared/review/edits.ts';
import { mergeReviews, type Picks, reviewDifferences } from '../../../../shared/review/merge.ts';
import { type Ranked, rankCandidates } from '../../../../shared/review/ranking.ts';
import { receiptSchema } from '../../../../shared/review/receipt.ts';
import { choicesOf, notRecommending, summaryName } from '../../../../shared/review/recommending.ts';
import { standardRemark } from '../../../../shared/review/standard-match.ts';
import { reachedOf, statusOf } from '../../../../shared/review/status.ts';
import { verifyScore } from '../../../../shared/review/verified-score.ts';
import type { Standard } from '../../../../shared/standard/schema.ts';
import {
  assessmentOf,
  campaignOf,
  entriesOf,
  item,
  officialOf,
  section,
  SHA_A,
  standardOf,
} from '../scoring/fixtures.ts';
import { candidate, deskOf, emptyReview, keyOf, NOW, source } from './fixtures.ts';

const custom = standardOf();
const official = officialOf(custom);
const reference: Standard = { ...custom, authority: 'reference' };
const deadline = {
  ...{ code: 'unit', label: '单位报送', by: 'unit', date: '2026-11-25', source },
  ...{ words: '11月25日前', late: '逾期不再受理' },
};
const UNIT = assessmentOf({
  entries: entriesOf({ '1.1': 5000, '1.2': 4500 }),
  campaign: campaignOf({ kind: 'recommendation', deadlines: [deadline] }),
  unit: { ...assessmentOf().unit, name: '甲局', industry: '城管', region: '某区' },
});

/** One package of a unit; everything that it stated is agreed with where nothing else is said. */
function parts(
  standard: Standard,
  changes: Partial<CandidateParts> = {},
  day = '2026-11-20',
): CandidateParts {
  const { assessment = UNIT } = changes;
  const agree = { kind: 'agree', codes: Object.keys(assessment.entries) } as const;
  const receipt = receiptSchema.parse({
    ...{ version: 1, checks: 2, key: keyOf('甲'), fileName: '甲.zip', sha256: SHA_A, bytes: 1 },
    ...{ receivedAt: NOW, receivedOn: day, verdict: 'accepted', kept: true, remarks: [] },
    ...{ packageId: 'p', assessmentId: assessment.id },
    verification: {
      ...{ file: '甲.zip', status: 'intact', unit: '甲局', campaign: '', selfScore: '95.00', sealCode: 'A' },
      ...{ revision: 1, draft: false, sample: false, files: 1, bytes: 1, problems: [] },
    },
  });
  const review = applyReviewEdit(emptyReview(), agree, { assessment, now: NOW });
  return { receipt, assessment, standard, standardContent: SHA_A, isDesks: true, review, ...changes };
}
const NONE = { accepted: 0, rejected: 0 };
const RECOMMENDING = { kind: 'recommendation' } as const;
const rowOf = (...given: Parameters<typeof parts>): Candidate => candidateOf(parts(...given)).candidate;

describe('by a standard that is not official', () => {
  it.each<[what: string, standard: Standard, by: string]>([
    ['a reference standard', reference, '按参考标准'],
    ['a custom one', custom, '按自定义标准'],
    ['an official text that nobody has compared', { ...official, check: undefined }, '按未核对的标准'],
  ])('%s: a row is ranked and gives no verdict', (_, standard, by) => {
    const row = rowOf(standard);
    expect(row).toMatchObject({ eligible: false, eligibility: by, result: 9500 });
    expect(rankCandidates(deskOf(), [row])).toMatchObject([{ rank: 1, passes: true }]);
    expect(notRecommending(standard, RECOMMENDING)).toBe(
      `本核验台用的是${by.slice(1)}，只能${by}排序，不能确定推荐对象；正式推荐须按正式验收标准核验`,
    );
    expect(summaryName(standard, RECOMMENDING)).toBe(`排序表（${by}）`);
  });

  it('a choice is refused in words; an old one stays in the file and counts nowhere', () => {
    const choice = { key: keyOf('甲'), reason: '' };
    const desk = deskOf({}, { choices: [choice] });
    const check = (standard: Standard) =>
      deskDocument.check(desk, { kind: 'choose', choice }, { keys: new Set([choice.key]), standard });
    expect(check(reference)).toMatchObject({ message: `${notRecommending(reference, RECOMMENDING)}。` });
    expect(check(official)).toBeUndefined();
    expect([choicesOf(desk, reference), choicesOf(desk, official)]).toEqual([[], [choice]]);
    expect(checkChoice(desk, reference, [])).toEqual([]);
  });

  it('with an official one everything is said as before', () => {
    expect(rowOf(official)).toMatchObject({ basis: 'official', eligible: true, eligibility: '符合推荐条件' });
    expect(summaryName(official, RECOMMENDING)).toBe('推荐对象汇总表');
  });
});

describe('the standard of a package', () => {
  it('that an earlier program told apart by its bytes is the desk’s now, without the remark', () => {
    const said = { remarks: ['所用标准的名称和版本与核验台相同，内容却不同', '示例数据，不是真实单位'] };
    const receipt = { ...parts(official).receipt, verdict: 'wrong-standard' as const, ...said };
    expect(rowOf(official, { receipt })).toMatchObject({
      verdict: 'accepted',
      remarks: ['示例数据，不是真实单位'],
    });
    const other = rowOf(official, { receipt, isDesks: false });
    expect(other).toMatchObject({ verdict: 'wrong-standard', eligible: false, eligibility: '标准不符' });
  });

  it('differs in its authority alone: the remark says exactly that', () => {
    const onlyAuthority = { own: 'custom', desk: 'official' } as const;
    const match = { content: SHA_A, isSame: false, onlyAuthority };
    expect(standardRemark(match, assessmentOf(), deskOf())).toBe(
      '所用标准的内容与核验台相同，但它是自定义标准，核验台用的是正式标准',
    );
  });
});

it.each<[day: string, timing: string, rank: number | undefined, said: string]>([
  ['2026-11-24', 'inTime', 1, ''],
  ['2026-11-25', 'pending', 1, '是否包括当天，通知没有写明，由接收单位认定'],
  ['2026-11-26', 'late', undefined, '通知写明“逾期不再受理”'],
])('a package received on %s is %s, and that says nothing about the unit', (day, timing, rank, said) => {
  const desk = { campaign: UNIT.campaign, level: 'body' } as const;
  const row = timedOn(desk, rowOf(official, {}, day));
  expect(row).toMatchObject({ timing, eligible: true });
  expect(row.timingWords).toContain(said);
  const [ranked] = rankCandidates(deskOf(), [row]);
  expect(ranked && isEligible(ranked)).toBe(timing !== 'late');
  const word = { late: '已逾期', pending: '报送期限待认定，其余符合推荐条件' }[timing] ?? '符合推荐条件';
  expect(ranked && eligibilityOn(ranked)).toBe(word);
  expect(ranked && isCleared(ranked)).toBe(timing === 'inTime');
  expect(ranked?.rank).toBe(rank);
  expect(ranked?.out?.reason).toBe(timing === 'late' ? 'late' : undefined);
});

it.each<[day: string, timing: string]>([
  ['2026-11-29', 'inTime'],
  ['2026-11-30', 'pending'],
  ['2026-12-01', 'late'],
])('on the provincial desk %s is judged by the body’s own day: %s', (day, timing) => {
  const body = {
    ...deadline,
    ...{ code: 'province', by: 'body' as const, date: '2026-11-30', words: '11月30日之前' },
  };
  const campaign = campaignOf({ kind: 'recommendation', deadlines: [deadline, body] });
  const row = rowOf(official, {}, day);
  const province = timedOn({ campaign, level: 'province' }, row);
  expect(province.timing).toBe(timing);
  expect(province.timingWords).toMatch(timing === 'inTime' ? /^$/ : /“11月30日之前”/);
  // What was said when it came, by the desk of a body, is said no more.
  const said = '已过通知要求的“11月25日前”（测字〔2020〕1号 二），通知写明“逾期不再受理”';
  const came = timedOn({ campaign, level: 'province' }, { ...row, verdict: 'late', remarks: [said, '示例'] });
  expect(came.remarks).toEqual(['示例']);
  const [now] = rankCandidates(deskOf(), [came]);
  expect(now && statusOf(now)).toBe(timing === 'late' ? 'late' : 'accepted');
  // Whose desk it is can change: the day is judged anew, and said once.
  const handed = timedOn({ campaign, level: 'body' }, province);
  expect(handed.timing).toBe('late');
  expect(handed.findings.filter(({ code }) => code === 'timing')).toHaveLength(1);
});

it('a day of receipt before the day of export is doubted', () => {
  const revision = { number: 1, date: '2026-11-21', packageId: 'p', contentSha256: SHA_A, draft: false };
  const assessment = { ...UNIT, revisions: [revision] } as Assessment;
  const row = rowOf(official, { assessment });
  const message = '收到日期写的是2026-11-20，早于推荐包的导出日期2026-11-21，请核对';
  expect(row.findings).toContainEqual({ code: 'receivedBeforeMade', severity: 'warn', item: '', message });
  expect(rowOf(official, { assessment }, '2026-11-21').findings.map(({ code }) => code)).toEqual(['contact']);
});

describe('the final word', () => {
  const changed = (edit: ReviewEdit) =>
    applyReviewEdit(parts(official).review, edit, { assessment: UNIT, now: NOW });
  const score = (points: number): ReviewEdit => ({
    kind: 'score',
    code: '1.2',
    input: { kind: 'award', points },
  });
  it.each<[string, ReviewEdit | undefined, boolean, string]>([
    ['verified, above the line', undefined, true, '符合推荐条件'],
    ['an item not verified', { kind: 'clearScore', code: '1.2' }, false, '未完成核验'],
    ['a reason owed', score(4400), false, '未完成核验'],
  ])('%s', (_, edit, eligible, eligibility) => {
    const review = edit ? changed(edit) : parts(official).review;
    expect(rowOf(official, { review })).toMatchObject({ qualifies: true, eligible, eligibility });
  });

  it('is not given to what was verified below the line, though the unit stated more', () => {
    const found = changed(score(3999));
    const review = applyReviewEdit(
      found,
      { kind: 'setReason', code: '1.2', reason: '佐证不足' },
      { assessment: UNIT, now: NOW },
    );
    const row = rowOf(official, { review });
    expect(row).toMatchObject({
      result: 8999,
      qualifies: true,
      eligible: false,
      eligibility: '未达推荐分数线',
    });
    expect(reachedOf(row)).toBe('未达');
  });

  it.each<[what: string, changes: Partial<Candidate>, words: string, unseen: string]>([
    ['all of it was looked at', { evidence: { total: 3, accepted: 2, rejected: 1 } }, '符合推荐条件', ''],
    [
      'some was not',
      { evidence: { total: 78, accepted: 1, rejected: 1 } },
      '佐证材料76件次未看，其余符合推荐条件',
      '佐证材料76件次未看',
    ],
    [
      'the office has to judge what no unit can',
      { evidence: { total: 1, accepted: 1, rejected: 0 }, office: ['综合评价90分以上', '近两年没有败诉'] },
      '2项待主办机关认定，其余符合推荐条件',
      '',
    ],
    [
      'the words of a material have to be counted',
      { uncounted: ['“综合汇报材料”3000 字以内待核验人核对'] },
      '材料的字数、时长待核验人核对，其余符合推荐条件',
      '',
    ],
    [
      'it is not 已核 yet',
      { state: 'reviewing', eligible: false, eligibility: '未完成核验', evidence: { ...NONE, total: 3 } },
      '未完成核验',
      '',
    ],
    [
      'there is no final word to stand beside',
      { eligible: false, eligibility: '未达推荐分数线', evidence: { ...NONE, total: 3 } },
      '未达推荐分数线',
      '佐证材料3件次未看',
    ],
  ])('bears what nobody looked at or judged: %s', (_, changes, words, unseen) => {
    const [ranked] = rankCandidates(deskOf(), [candidate('甲', changes)]);
    expect(eligibilityOn(ranked!)).toBe(words);
    expect(isCleared(ranked!)).toBe(words === '符合推荐条件');
    expect(unseenWords(ranked!.candidate)).toBe(unseen);
    // It keeps nobody from being chosen.
    const desk = deskOf({}, { choices: [{ key: keyOf('甲'), reason: '' }] });
    const said = checkChoice(desk, official, [ranked!]).map(({ code }) => code);
    if (ranked!.candidate.eligible) expect(said).toEqual([]);
  });

  it('leaves open what nobody has judged, by name; by another standard nothing is judged', () => {
    const row = candidate('甲', { office: ['近两年没有败诉'], uncounted: ['“汇报”3000 字以内待核验人核对'] });
    const both = ['“近两年没有败诉”待主办机关认定', '“汇报”3000 字以内待核验人核对'];
    expect(openConditions(row)).toEqual(both);
    expect(openConditions({ ...row, basis: 'reference' })).toEqual([]);
    const notes = openNotes(rankCandidates(deskOf(), [row, candidate('乙', { office: row.office })]));
    expect(notes).toEqual([`还没有认定或核对的条件：${both.join('；')}。`]);
  });

  it('is not given to what is in doubt, replaced, a draft or late, on screen or on paper', () => {
    const row = candidate('甲');
    const [ranked] = rankCandidates(deskOf(), [row]);
    const on = (changes: Partial<Ranked>) => eligibilityOn({ ...ranked!, ...changes });
    expect(on({})).toBe('符合推荐条件');
    const vetoes = ['存在“违法行为”，不得评优；是否影响推荐由推荐单位认定'];
    expect(on({ candidate: { ...row, vetoes } })).toBe('有否决事项，是否影响推荐待认定，其余符合推荐条件');
    expect(isCleared({ ...ranked!, candidate: { ...row, vetoes } })).toBe(false);
    expect(on({ doubts: ['内容存疑'] })).toBe('存疑');
    expect(on({ out: { reason: 'replaced' } })).toBe('未采用');
    expect(on({ out: { reason: 'late' } })).toBe('已逾期');
    expect(on({ out: { reason: 'draft' } })).toBe('草稿');
  });
});

describe('合理缺项', () => {
  const assessment = assessmentOf({ entries: entriesOf({ '1.1': 4800, '1.2': 'na' }) });
  const by = { assessment, standard: custom };
  const { review: agreed } = parts(custom, { assessment });
  const apply = (review: typeof agreed, edit: ReviewEdit) => reviewDocument.apply(review, edit, by, NOW);
  const confirm = { kind: 'confirmGaps', gaps: { count: 1, points: 5000, codes: ['1.2'] } } as const;
  const confirmed = apply(agreed, confirm);

  it('hold a review back until their sum is confirmed, and again where it changes', () => {
    const owed = (review: typeof agreed) =>
      verifyScore(custom, { assessment, review }).findings.map(({ message }) => message);
    expect(owed(agreed)).toEqual(['合理缺项50分（1项）还没有确认']);
    const open = rowOf(custom, { assessment, review: agreed });
    expect(open).toMatchObject({ state: 'reviewing', gaps: '合理缺项50分（1项），未确认' });
    expect(reachedOf(open)).toBe('未完成核验');
    expect(owed(confirmed)).toEqual([]);
    const done = rowOf(custom, { assessment, review: confirmed });
    expect(done).toMatchObject({ state: 'done', result: 9600, gaps: '合理缺项50分（1项），已确认' });
    const changed = apply(confirmed, { kind: 'notApplicable', code: '1.1' });
    expect(owed(changed)).toContain('合理缺项100分（2项）还没有确认');
    // The same number and the same points, of another item.
    const others = apply(apply(confirmed, { kind: 'notApplicable', code: '1.1' }), {
      ...{ kind: 'score', code: '1.2', input: { kind: 'award', points: 4800 } },
    });
    expect(owed(others)).toContain('合理缺项50分（1项）还没有确认');
    // One of before says no item.
    const before = { ...confirmed, gapsConfirmed: { ...confirm.gaps, codes: [] } };
    expect(owed(before)).toContain('合理缺项50分（1项）还没有确认');
    expect(reviewDocument.goBack(agreed, confirmed, NOW).gapsConfirmed).toBeUndefined();
  });

  it('are confirmed as they are, never as another sum', () => {
    expect(reviewDocument.check(agreed, confirm, by)).toBeUndefined();
    const as = (gaps: object) => ({ ...confirm, gaps: { ...confirm.gaps, ...gaps } });
    for (const wrong of [as({ points: 4000 }), as({ codes: ['1.1'] })]) {
      expect(reviewDocument.check(agreed, wrong, by)).toBe('合理缺项与现在的核验结果不同');
    }
  });

  it('are one thing in a merge of two reviews', () => {
    const codes = ['1.1', '1.2'];
    expect(reviewDifferences(agreed, confirmed, codes)).toMatchObject([
      { part: 'gaps', theirs: confirm.gaps },
    ]);
    const merged = (picks: Picks) =>
      mergeReviews(agreed, confirmed, { codes, picks, now: NOW }).gapsConfirmed;
    // One evaluator's confirmation is never another's unasked.
    expect(() => merged({})).toThrow(RangeError);
    expect(merged({ gaps: 'ours' })).toBeUndefined();
    expect(merged({ gaps: 'theirs' })).toEqual(confirm.gaps);
    const { merging } = reviewDocument;
    const held = merging.apart(confirmed);
    expect(merging.together(held, agreed)).toEqual(confirmed);
    const [, content] = Object.entries(held).find(([name]) => name === 'gapsConfirmed') ?? [];
    expect(merging.show(['gapsConfirmed'], content, { value: confirmed, context: by })).toBe(
      '合理缺项50分（1项）',
    );
  });
});

it.each([
  [false, 'notEligible', 'block', false, '核验发现存在“弄虚作假”，不得推荐'],
  [
    ...([true, 'totalZero', 'warn', true] as const),
    '核验发现存在“弄虚作假”，不影响正式结果（本标准编制者自拟，没有文件规定）',
  ],
] as const)('a veto that is found (own: %s, %s) is a %s', (own, effect, severity, eligible, message) => {
  const vetoes = [{ code: 'V1', title: '弄虚作假', criterion: '', effect, own }];
  const standard = officialOf(standardOf({ vetoes }));
  const entries = { ...UNIT.entries, ...entriesOf({ V1: { kind: 'veto', applies: false } }) };
  const assessment = { ...UNIT, entries };
  const edits: ReviewEdit[] = [
    { kind: 'score', code: 'V1', input: { kind: 'veto', applies: true } },
    { kind: 'setReason', code: 'V1', reason: '查实' },
  ];
  const review = edits.reduce(
    (sum, edit) => applyReviewEdit(sum, edit, { assessment, now: NOW }),
    parts(standard, { assessment }).review,
  );
  const row = rowOf(standard, { assessment, review });
  expect(row).toMatchObject({ eligible, result: 9500 });
  expect(row.findings).toContainEqual({ code: 'veto.V1', severity, item: 'V1', message });
});

describe('the score', () => {
  const options = [{ code: 'a', label: '省级', points: '1.5' }];
  const entry = { code: 'B1', title: '获奖', criterion: '', counting: 'sum', options };
  const sections = [section('1', [item('1.1', '50'), item('1.2', '10')]), section('2', [item('2.1', '40')])];
  const standard = officialOf(
    standardOf({ sections, bonus: { title: '加分项', cap: '2', entries: [entry] } }),
  );
  const scored = (scores: Parameters<typeof entriesOf>[0]) => ({ ...UNIT, entries: entriesOf(scores) });

  it('adds up line by line, by the unit and as verified: sections, 折算, 基础分, 加分, 总分', () => {
    const claims = { kind: 'claims', counts: { a: 2 } } as const;
    const assessment = scored({ '1.1': 4333, '1.2': 'na', '2.1': 3900, B1: claims });
    const { rows } = compareUnits([{ title: '甲', ...parts(standard, { assessment }) }]);
    for (const side of ['self', 'verified'] as const) {
      const at = (code: string): number => rows.find((row) => row.code === code)?.cells[0]?.[side] ?? NaN;
      expect(at('1') + at('2') + at('conversion')).toBe(at('base'));
      expect(at('base') + at('bonus')).toBe(at('total'));
      expect([at('bonus'), at('total')]).toEqual([200, 9348]);
    }
  });

  it.each([
    [8999, '未达'],
    [9000, '已达'],
    [undefined, '未完成核验'],
  ])('of %s is %s in a word', (result, word) => {
    expect(reachedOf(candidate('甲', { result }))).toBe(word);
  });

  it('says what it owes to the bonus, and how many items are unscored once', () => {
    const claims = { kind: 'claims', counts: { a: 1 } } as const;
    const assessment = scored({ '1.1': 5000, '1.2': 1000, '2.1': 2900, B1: claims });
    expect(rowOf(standard, { assessment }).onlyBy).toEqual(['靠加分达到：基础分89分，加分1.5分，总分90.5分']);
    const open = rowOf(standard, { assessment: scored({ '1.1': 5000, '1.2': 1000 }) });
    expect(open.findings.filter(({ message }) => message.includes('1项未评'))).toHaveLength(1);
  });
});

describe('the quota (每个地、部门推荐 2 个)', () => {
  const quota = { perBody: 2, distinct: 'industryOrRegion', total: 2, source };
  const rows = ['甲', '乙', '丙'].map((unit) => candidate(unit, { body: `${unit}区`, region: unit }));
  const problems = (level: 'body' | 'province') => {
    const desk = deskOf({ quota }, { choices: rows.map(({ key }) => ({ key, reason: '' })), level });
    return checkChoice(desk, official, rankCandidates(desk, rows));
  };

  it('on a city’s desk is two in all, whatever districts the units name, and 50 is not spoken of', () => {
    expect(problems('body').map(({ code, severity }) => [code, severity])).toEqual([['perBody', 'block']]);
    expect(problems('body')[0]?.message).toContain('共选了3个');
  });

  it('on the provincial desk is two of each body; 原则上 50 is a reminder that refuses nothing', () => {
    expect(problems('province').map(({ code, severity }) => [code, severity])).toEqual([
      ['total', 'reminder'],
    ]);
    expect(problems('province')[0]?.message).toBe('共选了3个，全省原则上不超过2个，请注意');
    expect(breaches(problems('province'))).toEqual([]);
  });

  it('takes what may be two spellings of one 行业 and 地域 for a reminder', () => {
    const two = ['金水区', '郑州市金水区'].map((region) =>
      candidate(region, { body: '郑州市', industry: '城市管理', region }),
    );
    const choices = two.map(({ key }) => ({ key, reason: '' }));
    const [found, ...others] = checkChoice(
      deskOf({ quota }, { choices }),
      official,
      rankCandidates(deskOf(), two),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'sameKind', severity: 'reminder' });
    expect(found?.message).toContain('像是相同的，请核对');
  });

  it('on a desk of an earlier program is that of one body; another level is one edit', () => {
    expect(deskDocument.migrations[1]?.({ version: 1 })).toEqual({ version: 1, level: 'body' });
    const context = { keys: new Set<string>(), standard: official };
    const body = deskDocument.apply(deskOf(), { kind: 'setLevel', level: 'body' }, context, NOW);
    expect(body.level).toBe('body');
  });

  it('has an office where somebody has said which', () => {
    const context = { keys: new Set<string>(), standard: official };
    const set = (office: string) =>
      deskDocument.apply(deskOf(), { kind: 'setOffice', office }, context, NOW).office;
    expect(deskOf().office).toBeUndefined();
    expect([set('示例市司法局'), set('')]).toEqual(['示例市司法局', undefined]);
  });
});
