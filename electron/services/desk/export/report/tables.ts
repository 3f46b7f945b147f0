import { entryOf } from '../../../../../shared/assessment/schema.ts';
import { uncountedMaterials } from '../../../../../shared/eligibility/campaign-conditions.ts';
import { checkEligibility, resultLabel } from '../../../../../shared/eligibility/eligibility.ts';
import type { Condition } from '../../../../../shared/eligibility/judged.ts';
import { type ReviewEntry, reviewEntryOf } from '../../../../../shared/review/schema.ts';
import { type Verified } from '../../../../../shared/review/verified-score.ts';
import { correctedIn } from '../../../../../shared/review/desk-row.ts';
import { comparedLedger } from '../../../../../shared/review/ledger.ts';
import { isRecommending } from '../../../../../shared/review/recommending.ts';
import { type Points, showPoints } from '../../../../../shared/values/points.ts';
import type { ScoreReport } from '../../../../../shared/scoring/types.ts';
import { kindWords } from '../../../../../shared/campaign/words.ts';
import type { Standard } from '../../../../../shared/standard/schema.ts';
import { vetoHeading } from '../../../../../shared/standard/own-words.ts';
import { placesOf } from '../../../../../shared/standard/places.ts';
import { alert, type Cell, centre, points, text } from './cell.ts';
import type { ReportInput } from './input.ts';
import { type ReportTable, reportTable } from './table.ts';

/** 总分计算过程: sections, 折算, bonus and what else makes the total, so that anybody can add it up. */
export function totalTable({ self, report, verifiedScore }: Verified): ReportTable {
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

export function itemTable(
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
    { title: '评分项', width: 12, cell: ({ own }) => text(own.title) },
    { title: '满分', width: 8, cell: ({ own }) => points(own.full) },
    { title: '自评', width: 8, cell: ({ own }) => own.shown },
    { title: '核验', width: 8, cell: ({ own, found }) => verifiedCell(own, found) },
    { title: '计分说明', width: 25, cell: ({ found }) => text(found?.explanation ?? '') },
    { title: '单位的自评说明', width: 17, cell: ({ own }) => text(entryOf(assessment, own.code).reason) },
    { title: '核验意见', width: 15, cell: ({ opinion }) => text(opinion) },
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

export function evidenceTable({ assessment, standard, review }: ReportInput): ReportTable {
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
  if (!found) return centre('未看');
  return found.decision === 'accepted' ? centre('认可') : alert('不予认可');
}

function resultCell({ code, result }: Pick<Condition, 'code' | 'result'>, standard: Standard): Cell {
  const label = resultLabel({ code, result }, standard);
  return ['open', 'fail', 'vetoed', 'late'].includes(result) ? alert(label) : centre(label);
}

export function eligibilityRows(
  { candidate, standard, assessment, receipt, standing }: ReportInput,
  { self, report }: Verified,
): Cell[][] {
  // What the verifier answered counts, not what the unit said.
  const vetoes = self.vetoes.map((own) => {
    const found = report.vetoes.find(({ code }) => code === own.code);
    return found && found.state !== 'unanswered' ? found : own;
  });
  const uncounted = uncountedMaterials(assessment);
  // The day is said below, to the office that receives.
  const conditions = checkEligibility(
    standard,
    correctedIn(assessment, candidate),
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
      // The unit is told to count for itself; here whoever receives does.
      text(uncounted.get(code) ?? detail),
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
