import { Button } from 'antd';
import type { Candidate } from '../../../shared/review/candidate.ts';
import {
  eligibilityWords,
  openConditions,
  reservedIn,
  unseenOf,
  unseenWords,
} from '../../../shared/review/candidate-columns.ts';
import { correctionLines } from '../../../shared/review/desk-row.ts';
import { routesSentence } from '../../../shared/review/routes.ts';
import { reachedOf, remarksOn } from '../../../shared/review/status.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { DecideButtons, Doubts } from '../accept/Doubts.tsx';
import { StatusTag } from '../verdict.tsx';
import { RowActions } from './RowActions.tsx';
import { NoRow } from '../NoRow.tsx';
import { isClaimWrong, nameOf } from './candidate-words.ts';

interface Props {
  readonly ranked: Ranked | undefined;
  readonly onOpen: () => void;
  readonly onSeal: () => void;
}

/** The row that the keyboard is on, in words: why it is not eligible, what was remarked. */
export function CandidateDetail({ ranked, onOpen, onSeal }: Props) {
  if (!ranked)
    return (
      <NoRow label="本行情况" text="选中一行，这里显示它的问题和说明（↑ ↓ 换行，Enter 核验，空格选中）。" />
    );
  const { candidate, doubts, out } = ranked;
  const { findings, evidence, comprehensive, receivedOn, fileName, base, gaps } = candidate;
  const unseen = unseenWords(candidate);
  const open = openConditions(candidate);
  const notes = [
    ...(ranked.routes ? [routesSentence(ranked.routes)] : []),
    ...correctionLines(candidate),
    ...remarksOn(candidate, ranked),
    ...candidate.onlyBy,
  ].filter((remark) => !doubts.includes(remark));
  const scores = [
    `自评 ${showPoints(candidate.selfScore)} 分（按档案数据重算）`,
    isClaimWrong(candidate) &&
      (candidate.claimedScore === undefined
        ? '包内清单没有写自评分'
        : `包内清单自报 ${showPoints(candidate.claimedScore)} 分`),
    `自评基础分 ${showPoints(base.self)} 分`,
    candidate.verifiedScore !== undefined && `核验得分 ${showPoints(candidate.verifiedScore)} 分`,
    base.verified !== undefined && `核验基础分 ${showPoints(base.verified)} 分`,
    comprehensive !== undefined && `综合评价 ${showPoints(comprehensive)} 分`,
    reachedOf(candidate) === '未完成核验'
      ? '未完成核验'
      : `${reachedOf(candidate)} ${showPoints(candidate.passScore)} 分`,
    gaps,
  ].filter(Boolean);
  return (
    <section className="desk-row-detail" aria-label="本行情况">
      <header>
        <h3>{nameOf(candidate)}</h3>
        <span>
          <StatusTag ranked={ranked} />
        </span>
        {doubts.length > 0 || out?.reason === 'replaced' ? (
          <span className="desk-doubtful">{out ? '不参加排名' : '待决定，暂时参加排名'}</span>
        ) : (
          <Verdict candidate={candidate} />
        )}
        <DecideButtons ranked={ranked} />
        <RowActions candidate={candidate} />
        <Button size="small" type="primary" onClick={onOpen}>
          核验（Enter）
        </Button>
        <Button size="small" disabled={candidate.sealCode === ''} onClick={onSeal}>
          核对封签码
        </Button>
      </header>
      <div>
        <Doubts ranked={ranked} />
        {findings.length === 0 && open.length === 0 && doubts.length === 0 && (
          <p className="desk-sentence">{unseen === '' ? '没有发现问题。' : `没有发现问题，但${unseen}。`}</p>
        )}
        <ul aria-label="问题">
          {findings.map(({ code, item, severity, message }) => (
            <li key={`${code} ${item} ${message}`} className={severity === 'block' ? 'desk-wrong' : ''}>
              {severity === 'block' ? '不符：' : '提醒事项：'}
              {message}
            </li>
          ))}
          {open.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
      <div>
        <div>{scores.join('；')}</div>
        <div>
          佐证材料 {evidence.total} 件次：认可 {evidence.accepted}，不予认可 {evidence.rejected}，未看{' '}
          {unseenOf(candidate)}
        </div>
        <div className="ui-file-name">
          {receivedOn} 收到 {fileName}
          {candidate.reviewers.length > 0 && `；核验人：${candidate.reviewers.join('、')}`}
        </div>
        {notes.length > 0 && (
          <ul aria-label="说明">
            {notes.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

/** 符合推荐条件 or not by an official standard; by any other one there is no verdict. */
function Verdict({ candidate }: { readonly candidate: Candidate }) {
  const { basis, qualifies, eligible } = candidate;
  const words = eligibilityWords(candidate);
  if (basis !== 'official' || (qualifies && (!eligible || reservedIn(candidate).length > 0)))
    return <span className="ui-muted">{words}</span>;
  return (
    <span className={eligible ? 'desk-good' : 'desk-wrong'}>
      {eligible ? '✓' : '✗'} {words}
    </span>
  );
}
