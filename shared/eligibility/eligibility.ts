import type { Assessment } from '../assessment/schema.ts';
import type { ScoreReport, VetoResult } from '../scoring/types.ts';
import { basisOf, byWords } from '../standard/basis.ts';
import type { Source, Standard } from '../standard/schema.ts';
import { ownVetoWords, vetoSentence } from '../standard/own-words.ts';
import { zeroes } from '../scoring/total.ts';
import { assertNever } from '../values/assert-never.ts';
import { showPoints } from '../values/points.ts';
import { TIMING_LABELS, timingOf, timingSentence } from '../campaign/deadline.ts';
import {
  checkCultivation,
  checkMaterials,
  checkNaming,
  checkStatements,
  checkWillingness,
} from './campaign-conditions.ts';
import type { AssessmentFinding } from './finding.ts';
import { type Condition, type ConditionResult, judge, type Judged, open } from './judged.ts';
import { checkContent } from './findings.ts';
import {
  gapsWords,
  onlyBySentences,
  reservationWords,
  reservedWord,
  scoreSentence,
  type Verdict,
  verdictOf,
} from './verdict.ts';

/** What is only there or not there; nothing official has to be met for it. */
const OWN_WORDS: Readonly<Record<string, readonly [pass: string, fail: string]>> = {
  complete: ['已完成', '未完成'],
  unit: ['齐全', '不齐全'],
};

/** The result in a word. By a standard that is not official, what is only filled in 符合 nothing. */
export function resultLabel(
  { code, result }: Pick<Condition, 'code' | 'result'>,
  standard: Standard,
): string {
  const own = basisOf(standard) === 'official' ? undefined : OWN_WORDS[code];
  if (own && (result === 'pass' || result === 'open')) return own[result === 'pass' ? 0 : 1];
  switch (result) {
    case 'pass':
      return '符合';
    case 'open':
      return '未完成';
    case 'fail':
      return '不符合';
    case 'byStandard':
      return byWords(standard) || '非通知规定';
    case 'vetoed':
      return '已否决';
    case 'inTime':
      return TIMING_LABELS.inTime;
    case 'pending':
      return TIMING_LABELS.pending;
    case 'late':
      return TIMING_LABELS.late;
    default:
      return assertNever(result);
  }
}

export interface Eligibility extends Verdict {
  /** Nothing blocks: a package can be made of it, whatever its standard. */
  readonly ready: boolean;
  readonly conditions: readonly Condition[];
  readonly findings: readonly AssessmentFinding[];
}

/** The label with what is open: the day for handing in, what somebody else judges. Before a final word, behind any other. */
export function verdictWords({
  label,
  eligible,
  conditions,
}: Pick<Eligibility, 'label' | 'eligible' | 'conditions'>): string {
  const reserved = reservations(conditions);
  if (eligible) return reservedWord(label, reserved);
  return reserved.length === 0 ? label : `${label}（${reserved.join('，')}）`;
}

/** What keeps a final word from being green. */
export function reservations(conditions: readonly Condition[]): string[] {
  const has = (about: string, result: ConditionResult): boolean =>
    conditions.some((each) => each.code.startsWith(about) && each.result === result);
  return reservationWords({
    isLate: has('deadline.', 'late'),
    isOnTheDay: has('deadline.', 'pending'),
    isVetoed: has('veto.', 'pending'),
    office: conditions
      .filter(({ code, result }) => /^(condition|bar)\./.test(code) && result === 'pending')
      .map(({ title }) => title),
    counter: has('material.', 'pending') ? 'unit' : undefined,
  });
}

/**
 * May this assessment be handed in? `today` is YYYY-MM-DD. Every failed condition is also a blocking finding, so the
 * findings alone say everything; `ready` is what nothing blocks, `eligible` what an official standard says of it. A
 * deadline blocks nothing: it is about the handing in, not about the unit.
 */
export function checkEligibility(
  standard: Standard,
  assessment: Assessment,
  report: ScoreReport,
  today: string,
): Eligibility {
  const judged = [
    checkNaming(assessment),
    checkCultivation(assessment),
    checkWillingness(assessment),
    ...checkStatements(assessment),
    checkScore(standard, assessment, report),
    checkComplete(report),
    ...checkVetoes(standard, report),
    ...checkMaterials(assessment),
    ...checkUnit(standard, assessment),
    ...checkDeadlines(assessment, today),
  ].filter((condition) => condition !== undefined);

  const findings = [
    ...judged.flatMap(({ code, item, severity, detail }): AssessmentFinding[] =>
      severity ? [{ code, severity, item, message: detail }] : [],
    ),
    ...checkContent(standard, assessment, report),
  ];
  return {
    ...verdictOf(standard, assessment.campaign, findings),
    ready: !findings.some(({ severity }) => severity === 'block'),
    conditions: judged.map(({ item: _, severity: __, ...condition }) => condition),
    findings,
  };
}

/** The line is of the official standard alone: by any other, what is below it is said and bars no 自查包. */
function checkScore(standard: Standard, { campaign }: Assessment, report: ScoreReport): Judged {
  const { passes, passScore, vetoes } = report;
  const line = showPoints(passScore);
  const isOfficial = basisOf(standard) === 'official';
  const isZeroed = vetoes.some(zeroes);
  const advice = passes || isZeroed ? [] : ['可到“差距分析”查看改进建议'];
  return {
    code: 'score',
    // D1 一 asks for 自我评价, 附件 一 for 综合评价: two terms.
    title: isOfficial ? `自我评价${line}分以上` : `自查参考线${line}分`,
    item: '',
    ...(isOfficial &&
      campaign.kind !== 'practice' &&
      campaign.passScore && { source: campaign.passScore.source }),
    result: !isOfficial ? 'byStandard' : passes ? 'pass' : 'fail',
    severity: passes ? undefined : isOfficial ? 'block' : isZeroed ? undefined : 'warn',
    detail: [scoreSentence(standard, report, campaign), ...advice, ...onlyBySentences(report)].join('；'),
  };
}

function checkComplete({ unscored, items, gaps }: ScoreReport): Judged {
  const words = gapsWords({ gaps });
  return judge(
    { code: 'complete', title: '全部评分项已评分' },
    unscored === 0 ? undefined : open(`还有${unscored}项未评，请到“逐项自评”完成`),
    `${items.length}项均已评分或说明不适用${words === '' ? '' : `，其中${words}`}`,
  );
}

function checkVetoes(standard: Standard, report: ScoreReport): Judged[] {
  return report.vetoes.map((veto) => {
    const { code, title, own, state } = veto;
    const whose = own ? `（${ownVetoWords(standard)}）` : '';
    const basis = standard.vetoes.find((each) => each.code === code)?.basis[0] ?? ownNumber(standard);
    return {
      code: `veto.${code}`,
      title: `没有“${title}”`,
      item: code,
      ...(basis && { source: basis }),
      ...vetoResult(standard, veto),
      detail:
        state === 'unanswered'
          ? `${own ? '否决事项' : '一票否决'}“${title}”${whose}还没有回答，请到“逐项自评”选择“是”或“否”`
          : `${state === 'applies' ? vetoSentence(standard, veto) : '已回答“否”'}${whose}`,
    };
  });
}

/** What an official text says without naming another, it says itself. */
function ownNumber(standard: Standard): Source | undefined {
  return basisOf(standard) === 'official' ? { document: standard.documentNumber, clause: '' } : undefined;
}

/** A veto of an official standard judges, unless it is an own one; all else is said and blocks nothing. */
function vetoResult(
  standard: Standard,
  { state, own, effect }: VetoResult,
): Pick<Judged, 'result' | 'severity'> {
  if (state === 'unanswered') return { result: 'open', severity: 'block' };
  const applies = state === 'applies';
  if (basisOf(standard) !== 'official') {
    return applies ? { result: 'vetoed', severity: 'warn' } : { result: 'byStandard' };
  }
  if (own) return { result: 'byStandard', severity: applies ? 'warn' : undefined };
  if (!applies) return { result: 'pass' };
  return effect === 'notRated'
    ? { result: 'pending', severity: 'warn' }
    : { result: 'fail', severity: 'block' };
}

function checkUnit(standard: Standard, { unit, campaign }: Assessment): Judged[] {
  const categoryKnown =
    standard.unitCategories.length === 0 ||
    standard.unitCategories.some(({ code }) => code === unit.category) ||
    (unit.otherCategory ?? '') !== '';
  const { industry, region } = unit;
  // Candidates of one body are told apart by these two where the notice says so (豫法政办〔2020〕16号 附件 二（二）).
  const isAsked = campaign.quota?.distinct === 'industryOrRegion';
  const place = [
    { label: '行业', filled: industry !== '' },
    { label: '地域', filled: region !== '' },
  ];
  const own = [
    { label: '单位名称', filled: unit.name !== '' },
    { label: '单位类别', filled: categoryKnown },
    ...(isAsked ? [] : place),
  ];
  return [
    judge(
      { code: 'unit', title: '单位信息完整' },
      lacking('单位信息缺少', own),
      [unit.name, ...(isAsked ? [] : [industry, region])].join('，'),
    ),
    ...(isAsked
      ? [
          judge(
            { code: 'unit.place', title: '行业和地域', source: campaign.quota?.source },
            lacking('还没有填写', place),
            `${industry}，${region}`,
          ),
        ]
      : []),
  ];
}

function lacking(
  what: string,
  fields: readonly { readonly label: string; readonly filled: boolean }[],
): ReturnType<typeof open> | undefined {
  const missing = fields.filter(({ filled }) => !filled).map(({ label }) => label);
  return missing.length === 0 ? undefined : open(`${what}：${missing.join('、')}，请到“单位与活动”填写`);
}

/** What the notice says of the day, in its own words. A deadline is judged by whoever receives, never decided here. */
function checkDeadlines({ campaign }: Assessment, today: string): Judged[] {
  return campaign.deadlines
    .filter(({ by, date }) => by === 'unit' && date !== '')
    .map((deadline) => {
      const timing = timingOf(deadline, today);
      const advice = { inTime: '，请尽早报送', pending: '，请先联系确认', late: '，请先联系接收单位' }[
        timing
      ];
      return {
        code: `deadline.${deadline.code}`,
        title: deadline.label,
        item: '',
        source: deadline.source,
        result: timing,
        severity: timing === 'inTime' ? undefined : 'warn',
        detail: `${timingSentence(deadline, timing)}${advice}`,
      };
    });
}
