import { CANDIDATE_COLUMNS, type TextKey } from '../../../../../shared/review/candidate-columns.ts';
import { entryOf } from '../../../../../shared/assessment/schema.ts';
import { checkEligibility, resultLabel } from '../../../../../shared/eligibility/eligibility.ts';
import type { Condition } from '../../../../../shared/eligibility/judged.ts';
import type { Candidate } from '../../../../../shared/review/candidate.ts';
import { comprehensiveScore, fieldVisitPercent } from '../../../../../shared/review/comprehensive.ts';
import { correctedWords } from '../../../../../shared/review/desk-row.ts';
import { type Correctable, type ReviewEntry, reviewEntryOf } from '../../../../../shared/review/schema.ts';
import { type Verified, verifyScore } from '../../../../../shared/review/verified-score.ts';
import type { CandidateParts } from '../../../../../shared/review/candidate-parts.ts';
import { comparedLedger } from '../../../../../shared/review/ledger.ts';
import { reachedOf } from '../../../../../shared/review/status.ts';
import { basisOf } from '../../../../../shared/standard/basis.ts';
import { isRecommending } from '../../../../../shared/review/recommending.ts';
import { type Points, showPoints } from '../../../../../shared/values/points.ts';
import type { ScoreReport } from '../../../../../shared/scoring/types.ts';
import { kindWords, lineNameIn } from '../../../../../shared/campaign/words.ts';
import { authorityLine, authorityName } from '../../../../../shared/standard/authority.ts';
import type { Standard } from '../../../../../shared/standard/schema.ts';
import { vetoHeading } from '../../../../../shared/standard/own-words.ts';
import { placesOf } from '../../../../../shared/standard/places.ts';
import { showable } from '../../../../../shared/values/text.ts';
import { standardLine } from '../desk-view.ts';
import { alert, type Cell, centre, points, text } from './cell.ts';
import { proceedingRows } from './proceedings.ts';

/** One package as it was opened for verifying; its row of the table besides. */
export interface ReportInput extends CandidateParts {
  readonly candidate: Candidate;
  /** Where it stands on its desk. */
  readonly standing: StandingWords;
}

/** In Chinese, as the desk shows it. */
export interface StandingWords {
  readonly label: string;
  /** The final word, or why there is none (`eligibilityOn`). */
  readonly eligibility: string;
  readonly eligible: boolean;
  readonly doubts: readonly string[];
  /** What a person decided about the doubts, with the reason; ''. */
  readonly decision: string;
}

/** UTF-16 units of remarks in one cell of the cover. */
const REMARKS = 400;

export interface ReportTable {
  readonly name: string;
  /** Widths in spreadsheet units; a page in portrait holds about 90. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
  /** Short enough for the first page of the workbook: three columns, the first one wide. */
  readonly onCover?: true;
  /** Stands in place of the rows where there are none. */
  readonly empty: string;
}

/** 核验报告: what the workbook and the document both show. */
export interface Report {
  readonly title: string;
  readonly unit: string;
  /** 草稿, 示例 */
  readonly marks: readonly string[];
  /** Compulsory line where the standard is not official; ''. */
  readonly warning: string;
  /** Label and value, two to a line. */
  readonly facts: readonly (readonly [string, string])[];
  readonly conclusion: string;
  readonly tables: readonly ReportTable[];
  readonly signatures: readonly string[];
}

/** Everything that an evaluator's report on one package says. Pure. */
export function reportOf(input: ReportInput): Report {
  const { candidate, standard, review } = input;
  const isOfficial = isRecommending(standard, input.assessment.campaign);
  const verified = verifyScore(standard, input);
  const marks = [
    ...(candidate.state === 'done' ? [] : ['草稿（未完成核验）']),
    ...(input.standing.doubts.length > 0 ? ['存疑（没有决定是否采用）'] : []),
    ...(candidate.sample ? ['示例'] : []),
  ];
  return {
    title: '核验报告',
    unit: candidate.unit,
    marks,
    warning: basisOf(standard) === 'official' ? '' : authorityLine(standard),
    facts: factsOf(input, verified),
    conclusion: review.conclusion,
    tables: [
      totalTable(verified),
      itemTable(input, verified),
      evidenceTable(input),
      {
        name: isOfficial ? '资格审查与检查发现' : '条件核对与检查发现',
        columns: [
          { title: '类别', width: 12 },
          { title: '事项', width: 24 },
          { title: '结果', width: 10 },
          { title: '说明', width: 48 },
        ],
        rows: eligibilityRows(input, verified),
        empty: '没有需要说明的事项',
      },
      {
        name: '实地核验、满意度调查与公示',
        columns: [
          { title: '事项', width: 16 },
          { title: '日期', width: 14 },
          { title: '内容', width: 64 },
        ],
        rows: proceedingRows(review, standard),
        empty: '没有记录',
      },
    ],
    signatures: [
      `核验人（签名）：${review.reviewers.join('、')}　　　　　　　　　　　　　复核人（签名）：`,
      `核验单位（印章）：　　　　　　　　　　　　　　　　　　　　年　　　月　　　日`,
    ],
  };
}

function factsOf(
  { candidate, standard, assessment, review, standing }: ReportInput,
  verified: Verified,
): Report['facts'] {
  const { claimedScore, selfScore, verifiedScore, delta, passScore, timingWords } = candidate;
  const remarks = [
    ...candidate.remarks.filter((remark) => remark !== timingWords),
    ...(timingWords === '' ? [] : [timingWords]),
  ];
  const comprehensive = comprehensiveScore(assessment.campaign, standard.fullScore, {
    verified: verifiedScore,
    survey: review.survey,
    fieldVisit: fieldVisitPercent(review),
  });
  const score = (value: Points | undefined, missing: string): string =>
    value === undefined ? missing : `${showPoints(value)}分`;
  const stated =
    claimedScore === undefined || claimedScore === selfScore
      ? ''
      : `（包内写的是${showPoints(claimedScore)}分，按数据重算）`;
  const change = delta === undefined || delta === 0 ? '' : `（${delta > 0 ? '+' : ''}${showPoints(delta)}）`;
  const titled = (key: keyof typeof CANDIDATE_COLUMNS, words: string): readonly [string, string] => [
    CANDIDATE_COLUMNS[key].title,
    words,
  ];
  const plain = (key: TextKey) => titled(key, CANDIDATE_COLUMNS[key].value(candidate));
  return [
    plain('unit'),
    ...(candidate.body === '' ? [] : [plain('body')]),
    ...(['superior', 'level', 'category'] as const).map(plain),
    ...(['industry', 'region'] as const).map((key) => titled(key, correctedReason(candidate, key))),
    ['推荐活动', assessment.campaign.title],
    ['标准', `${standardLine(standard)}，${authorityName(standard)}`],
    ['推荐包', `第${candidate.revision}版，${candidate.packageId}`],
    titled('sealCode', candidate.sealCode || '无'),
    ['收到日期', showable(`${candidate.receivedOn}，${[standing.label, ...remarks].join('；')}`, REMARKS)],
    ['核验人', review.reviewers.join('、')],
    titled('selfScore', `${score(selfScore, '')}${stated}`),
    titled(
      'verifiedScore',
      `${score(verifiedScore, `未完成核验，还差${verified.pending.length}项`)}${change}`,
    ),
    ...(assessment.campaign.comprehensive
      ? [titled('comprehensive', score(comprehensive.score, comprehensive.explanation))]
      : []),
    ['基础分', baseWords(candidate)],
    [
      lineNameIn(assessment.campaign, standard),
      [`${showPoints(passScore)}分，${reachedOf(candidate)}`, ...candidate.onlyBy].join('；'),
    ],
    ['合理缺项', candidate.gaps || '没有'],
    [
      isRecommending(standard, assessment.campaign) ? CANDIDATE_COLUMNS.eligible.title : '依据',
      standing.eligibility,
    ],
    [
      '佐证材料',
      `${candidate.evidence.total}份，认可${candidate.evidence.accepted}份，不予认可${candidate.evidence.rejected}份`,
    ],
  ];
}

/** As counted, what the unit wrote and why that was corrected. */
function correctedReason(candidate: Candidate, field: Correctable): string {
  const reason = candidate.corrected[field]?.reason;
  return `${correctedWords(candidate, field)}${reason === undefined ? '' : `，更正理由：${reason}`}`;
}

function baseWords({ base: { self, verified } }: Candidate): string {
  return `自评${showPoints(self)}分${verified === undefined ? '' : `，核验${showPoints(verified)}分`}`;
}

/** 总分计算过程: sections, 折算, bonus and what else makes the total, so that anybody can add it up. */
function totalTable({ self, report, verifiedScore }: Verified): ReportTable {
  const lines = comparedLedger(self, verifiedScore === undefined ? undefined : report);
  return reportTable({ name: '总分计算过程', onCover: true, lines, empty: '没有评分项' }, [
    { title: '项目', width: 60, cell: ({ title }) => text(title) },
    { title: '自评', width: 15, cell: ({ self: own }) => points(own) },
    {
      title: '核验',
      width: 15,
      cell: ({ verified }) => (verified === undefined ? centre('未完成核验') : points(verified)),
    },
  ]);
}

interface Line {
  readonly code: string;
  readonly title: string;
  readonly full: Points | undefined;
  readonly shown: Cell;
  readonly explanation: string;
}

/** A table whose columns say themselves what each line has in them. */
function reportTable<Line>(
  { lines, ...table }: Pick<ReportTable, 'name' | 'empty' | 'onCover'> & { readonly lines: readonly Line[] },
  columns: readonly (ReportTable['columns'][number] & { readonly cell: (line: Line) => Cell })[],
): ReportTable {
  return { ...table, columns, rows: lines.map((line) => columns.map(({ cell }) => cell(line))) };
}

function itemTable(
  { assessment, review, standard }: ReportInput,
  { self, report, required }: Verified,
): ReportTable {
  const verified = new Map(linesOf(report, standard).map((line) => [line.code, line]));
  const needed = new Set(required);
  // Bonus and penalty entries that nobody claimed say nothing.
  const shown = linesOf(self, standard).filter(
    ({ code }) => needed.has(code) || reviewEntryOf(review, code).state !== 'pending',
  );
  const lines = shown.map((own) => {
    const { state, reason } = reviewEntryOf(review, own.code);
    return { own, found: state === 'pending' ? undefined : verified.get(own.code), opinion: reason };
  });
  return reportTable({ name: '逐项核验', lines, empty: '没有评分项' }, [
    { title: '编号', width: 7, cell: ({ own }) => centre(own.code) },
    { title: '评分项', width: 13, cell: ({ own }) => text(own.title) },
    { title: '满分', width: 8, cell: ({ own }) => points(own.full) },
    { title: '自评', width: 8, cell: ({ own }) => own.shown },
    { title: '核验', width: 8, cell: ({ own, found }) => verifiedCell(own, found) },
    { title: '计分说明', width: 18, cell: ({ found }) => text(found?.explanation ?? '') },
    { title: '单位的自评说明', width: 20, cell: ({ own }) => text(entryOf(assessment, own.code).reason) },
    { title: '核验意见', width: 18, cell: ({ opinion }) => text(opinion) },
  ]);
}

/** What differs from the unit's own is to be noticed. */
function verifiedCell(own: Line, found: Line | undefined): Cell {
  if (!found) return centre('待核');
  const { text: shown, kind } = found.shown;
  if (shown === own.shown.text) return found.shown;
  return { text: shown, kind: kind === 'points' ? 'changed' : 'alert' };
}

function linesOf({ items, bonus, penalty, vetoes }: ScoreReport, standard: Standard): Line[] {
  const blocks = [
    { sign: '+', entries: bonus?.entries ?? [] },
    { sign: '-', entries: penalty?.entries ?? [] },
  ];
  return [
    ...items.map(({ code, title, fullScore, state, score, explanation }) => ({
      code,
      title,
      full: fullScore,
      shown:
        state === 'unscored' ? centre('未评') : state === 'notApplicable' ? centre('不适用') : points(score),
      explanation,
    })),
    ...blocks.flatMap(({ sign, entries }) =>
      entries.map(({ code, title, score, explanation }) => ({
        code,
        title,
        full: undefined,
        shown: centre(score === 0 ? '0' : `${sign}${showPoints(score)}`),
        explanation,
      })),
    ),
    ...vetoes.map(({ code, title, state }) => ({
      code,
      title,
      full: undefined,
      shown: state === 'unanswered' ? centre('未录入') : centre(state === 'applies' ? '存在' : '不存在'),
      explanation: vetoHeading(standard),
    })),
  ];
}

function evidenceTable({ assessment, standard, review }: ReportInput): ReportTable {
  const labels = new Map(assessment.evidence.map(({ sha256, label }) => [sha256, label]));
  const lines = placesOf(standard).flatMap(({ code, title }) => {
    const decisions = reviewEntryOf(review, code).evidence;
    return entryOf(assessment, code).evidence.map((sha256) => ({
      ...{ code, title, sha256 },
      found: Object.hasOwn(decisions, sha256) ? decisions[sha256] : undefined,
    }));
  });
  return reportTable({ name: '佐证材料核验', lines, empty: '没有佐证材料' }, [
    { title: '编号', width: 8, cell: ({ code }) => centre(code) },
    { title: '评分项', width: 22, cell: ({ title }) => text(title) },
    { title: '佐证材料', width: 28, cell: ({ sha256 }) => text(labels.get(sha256) ?? sha256) },
    { title: '结论', width: 10, cell: ({ found }) => decisionCell(found) },
    { title: '理由', width: 26, cell: ({ found }) => text(found?.reason ?? '') },
  ]);
}

function decisionCell(found: ReviewEntry['evidence'][string] | undefined): Cell {
  if (!found) return centre('未核');
  return found.decision === 'accepted' ? centre('认可') : alert('不予认可');
}

function resultCell({ code, result }: Pick<Condition, 'code' | 'result'>, standard: Standard): Cell {
  const label = resultLabel({ code, result }, standard);
  return result === 'fail' || result === 'vetoed' || result === 'late' ? alert(label) : centre(label);
}

function eligibilityRows(
  { candidate, standard, assessment, receipt, standing }: ReportInput,
  { self, report }: Verified,
): Cell[][] {
  // What the verifier answered counts, not what the unit said.
  const vetoes = self.vetoes.map((own) => {
    const found = report.vetoes.find(({ code }) => code === own.code);
    return found && found.state !== 'unanswered' ? found : own;
  });
  // The day is said below, to the office that receives.
  const conditions = checkEligibility(
    standard,
    assessment,
    { ...self, vetoes },
    receipt.receivedOn,
  ).conditions.filter(({ code }) => !code.startsWith('deadline.'));
  return [
    ...conditions.map(({ code, title, result, detail }) => [
      centre(
        isRecommending(standard, assessment.campaign) ? kindWords(assessment.campaign).condition : '条件',
      ),
      text(title),
      resultCell({ code, result }, standard),
      text(detail),
    ]),
    ...standing.doubts.map((doubt) => [centre('推荐包存疑'), text('整份材料'), alert('待决定'), text(doubt)]),
    ...(standing.decision === ''
      ? []
      : [[centre('推荐包存疑'), text('整份材料'), centre('已处理'), text(standing.decision)]]),
    ...candidate.findings.map(({ item, severity, message }) => [
      centre('检查发现'),
      text(item === '' ? '整份材料' : item),
      severity === 'block' ? alert('须解决') : centre('提醒事项'),
      text(message),
    ]),
  ];
}
