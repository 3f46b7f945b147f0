import { verifyScore } from '../../../../../shared/review/verified-score.ts';
import { basisOf } from '../../../../../shared/standard/basis.ts';
import { isRecommending } from '../../../../../shared/review/recommending.ts';
import { authorityLine } from '../../../../../shared/standard/authority.ts';
import { ORIGINAL_WRONG } from '../../notices.ts';
import { proceedingRows } from './proceedings.ts';
import { factsOf } from './facts.ts';
import type { ReportInput } from './input.ts';
import type { ReportTable } from './table.ts';
import { totalTable, itemTable, evidenceTable, eligibilityRows } from './tables.ts';

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
    ...(input.loss === undefined ? [] : ['草稿（核验记录有丢失，还没有核对补齐）']),
    ...(candidate.suspicions.includes(ORIGINAL_WRONG) ? ['草稿（核验台里保存的原件不完好）'] : []),
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
