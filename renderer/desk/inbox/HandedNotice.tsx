import { Alert } from 'antd';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { verdictCounts } from '../../../shared/review/receipt.ts';
import { verdictNow } from '../../../shared/review/status.ts';
import { packageNames, REVIEW_LOST_REMARK } from '../../../shared/review/words.ts';
import { asSentence } from '../../../shared/values/text.ts';
import type { Handed } from './use-desk-import.ts';

interface HandedNoticeProps {
  readonly handed: Handed;
  /** Every package that is in, by key, as it stands now. */
  readonly standings: ReadonlyMap<string, Ranked>;
  readonly onClose: () => void;
}

/**
 * What the last handing-in came to: how many of each verdict, as the table below counts them (a later file of a batch may
 * put an earlier one in doubt), and everything that could not be taken.
 */
export function HandedNotice({ handed, standings, onClose }: HandedNoticeProps) {
  const { outcomes, total, stopped } = handed;
  const receipts = outcomes.flatMap(({ receipt }) =>
    receipt
      ? { ...receipt, verdict: verdictNow(receipt, receipt.kept ? standings.get(receipt.key) : undefined) }
      : [],
  );
  const counts = verdictCounts(receipts).map(({ label, number }) => `${label} ${number}`);
  const twice = receipts.filter(
    ({ kept, key, through }) => through !== undefined || (kept && standings.get(key)?.routes !== undefined),
  ).length;
  const unreviewed = receipts.filter(({ remarks }) => remarks.includes(REVIEW_LOST_REMARK));
  const doubtful =
    twice > 0 || unreviewed.length > 0 || receipts.some(({ verdict }) => verdict === 'suspect');
  const problems = problemsOf(handed);
  const left = total - outcomes.length;
  return (
    <Alert
      type={problems.length > 0 || stopped || doubtful ? 'warning' : 'success'}
      showIcon
      closable={{ onClose, 'aria-label': '关闭收件结果' }}
      title={
        stopped
          ? `收件中途停止：${total} 个文件中有 ${left} 个没有处理完`
          : `收到 ${receipts.length} 个文件${counts.length > 0 ? `：${counts.join('，')}` : ''}`
      }
      description={
        (problems.length > 0 || stopped || twice > 0 || unreviewed.length > 0) && (
          <>
            {unreviewed.length > 0 && (
              <div>
                其中 {unreviewed.length} 份原来的核验记录已经不在核验台里，要重新核验：
                {packageNames(unreviewed.map(({ fileName, verification: { unit } }) => ({ fileName, unit })))}
                。
              </div>
            )}
            {twice > 0 && (
              <div>其中 {twice} 份的单位还经另一个推荐单位报送，在下表标黄，请核实以哪一个为准。</div>
            )}
            {stopped && <div>下表列出的都已收下；再次选择同样的文件即可接着收，已收过的会记为重复。</div>}
            {problems.length > 0 && (
              <ul className="ui-notes" aria-label="没有收下的">
                {problems.map((problem, index) => (
                  <li key={index}>{problem}</li>
                ))}
              </ul>
            )}
          </>
        )
      }
    />
  );
}

/** What stopped several is said once. */
function failuresOf(outcomes: Handed['outcomes']): string[] {
  const names = new Map<string, string[]>();
  for (const { fileName, failure } of outcomes) {
    if (!failure) continue;
    const words = [failure.message, failure.effect, failure.remedy].map(asSentence).join('');
    names.set(words, [...(names.get(words) ?? []), fileName]);
  }
  return [...names].map(([words, files]) => `${files.join('、')}：${words}`);
}

function problemsOf({ outcomes, unpacked, unread }: Handed): string[] {
  return [
    ...failuresOf(outcomes),
    ...unpacked.map(
      (folder) =>
        `文件夹“${folder}”是解开的推荐包，没有收：请收原来的 .zip 文件，没有时可把它压缩成 zip 再收`,
    ),
    ...unread.map(
      (name) =>
        `“${name}”没有收：它是链接，或系统不让读取。是链接的，请收它指向的文件；不是的，请确认它没有被别的程序占用，再收一次`,
    ),
  ];
}
