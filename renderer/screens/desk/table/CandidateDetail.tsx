import { Button } from 'antd';
import type { Candidate } from '../../../../shared/review/candidate.ts';
import { showPoints } from '../../../../shared/scoring/points.ts';
import { VerdictTag } from '../verdict.tsx';
import { NoRow } from '../NoRow.tsx';
import { isClaimWrong, nameOf } from './candidate-words.ts';

interface Props {
  readonly candidate: Candidate | undefined;
  readonly onOpen: () => void;
  readonly onSeal: () => void;
}

/** The row that the keyboard is on, in words: why it is not eligible, what was remarked. */
export function CandidateDetail({ candidate, onOpen, onSeal }: Props) {
  if (!candidate)
    return (
      <NoRow label="本行情况" text="选中一行，这里显示它的问题和说明（↑ ↓ 换行，Enter 核验，空格选中）。" />
    );
  const { findings, remarks, eligible, evidence, comprehensive, receivedOn, fileName } = candidate;
  const scores = [
    `自评 ${showPoints(candidate.selfScore)} 分（按档案数据重算）`,
    isClaimWrong(candidate) &&
      (candidate.claimedScore === undefined
        ? '包内清单没有写自评分'
        : `包内清单自报 ${showPoints(candidate.claimedScore)} 分`),
    candidate.verifiedScore !== undefined && `核验 ${showPoints(candidate.verifiedScore)} 分`,
    comprehensive !== undefined && `综合评价 ${showPoints(comprehensive)} 分`,
  ].filter(Boolean);
  return (
    <section className="row-detail" aria-label="本行情况">
      <header>
        <h3>{nameOf(candidate)}</h3>
        <VerdictTag verdict={candidate.verdict} />
        <span className={eligible ? 'good' : 'wrong'}>
          {eligible ? '✓ 符合推荐条件' : '✗ 不符合推荐条件'}
        </span>
        <Button size="small" type="primary" onClick={onOpen}>
          核验（Enter）
        </Button>
        <Button size="small" onClick={onSeal}>
          核对封签码
        </Button>
      </header>
      <div>
        {findings.length === 0 && <p className="desk-sentence">没有发现问题。</p>}
        <ul aria-label="问题">
          {findings.map(({ code, item, severity, message }) => (
            <li key={`${code} ${item} ${message}`} className={severity === 'block' ? 'wrong' : ''}>
              {severity === 'block' ? '不符：' : '提醒：'}
              {message}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <div>{scores.join('；')}</div>
        <div>
          佐证材料 {evidence.total} 件次：认可 {evidence.accepted}，不予认可 {evidence.rejected}，未看{' '}
          {evidence.total - evidence.accepted - evidence.rejected}
        </div>
        <div className="file-name">
          {receivedOn} 收到 {fileName}
          {candidate.reviewers.length > 0 && `；核验人：${candidate.reviewers.join('、')}`}
        </div>
        {remarks.length > 0 && (
          <ul aria-label="说明">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
