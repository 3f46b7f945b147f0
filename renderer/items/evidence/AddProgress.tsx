import { Alert } from 'antd';
import type { EvidenceOutcome } from '../../../shared/contract/contract.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { ReplaceOffer } from './ReplaceOffer.tsx';
import type { AddEvidence } from './use-add-evidence.ts';
import './evidence.css';

/** Progress while files are added, then one line per file that tells what became of it. */
export function AddProgress({ adding }: { readonly adding: AddEvidence }) {
  const { job, outcomes, dismiss } = adding;
  const failed = outcomes.filter(({ outcome }) => outcome === 'failed').length;
  return (
    <>
      <ProgressModal title="正在添加佐证材料" progress={job.progress} onCancel={job.cancel} />
      <FailureNotice failure={job.failure} onClose={job.dismiss} />
      {outcomes.length > 0 && !job.progress && (
        <Alert
          className="items-evidence-outcomes"
          type={failed > 0 ? 'warning' : 'success'}
          showIcon
          closable={{ onClose: dismiss, 'aria-label': '关闭添加结果' }}
          title={`添加 ${outcomes.length} 个文件：成功 ${outcomes.length - failed} 个${failed > 0 ? `，失败 ${failed} 个` : ''}`}
          description={
            <ul aria-label="添加结果">
              {outcomes.map((outcome, index) => (
                <li key={index}>
                  {sentenceOf(outcome)}
                  <ReplaceOffer outcome={outcome} />
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}

function sentenceOf({ fileName, outcome, label, failure }: EvidenceOutcome): string {
  switch (outcome) {
    case 'added':
      return `✓ ${fileName}：已添加`;
    case 'duplicate':
      return `✓ ${fileName}：内容相同，已关联已有材料${label === undefined ? '' : `“${label}”`}`;
    case 'healed':
      return `✓ ${fileName}：原文件已放回，材料${label === undefined ? '' : `“${label}”`}恢复完好`;
    case 'failed':
      return `✗ ${fileName}：${failure ? `${failure.message.replace(/。$/u, '')}。${failure.remedy}` : '没有添加'}`;
  }
}
