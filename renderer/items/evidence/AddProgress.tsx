import { useEffect, useRef } from 'react';
import { Alert, Button } from 'antd';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import type { EvidenceOutcome } from '../../../shared/contract/contract.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { useAssessment } from '../../state/assessment-store.ts';
import { ReplaceOffer } from './ReplaceOffer.tsx';
import type { AddEvidence } from './use-add-evidence.ts';
import './evidence.css';

interface Props {
  readonly adding: AddEvidence;
  /** Leads to the file. */
  readonly onShow: (evidence: Evidence) => void;
}

/** Progress while files are added, then one line per file that tells what became of it. */
export function AddProgress({ adding, onShow }: Props) {
  const { job, outcomes, dismiss } = adding;
  const known = useAssessment((state) => state.open?.value.evidence);
  const told = useRef<HTMLDivElement>(null);
  const isTold = outcomes.length > 0 && !job.progress;
  useEffect(() => {
    if (isTold) told.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isTold]);
  const failed = outcomes.filter(({ outcome }) => outcome === 'failed').length;
  return (
    <>
      <ProgressModal title="正在添加佐证材料" progress={job.progress} onCancel={job.cancel} />
      <FailureNotice failure={job.failure} onClose={job.dismiss} />
      {isTold && (
        <Alert
          ref={(alert) => void (told.current = alert?.nativeElement ?? null)}
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
                  <ShowButton
                    evidence={known?.find(({ sha256 }) => sha256 === outcome.sha256)}
                    onShow={onShow}
                  />
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

function ShowButton({ evidence, onShow }: Pick<Props, 'onShow'> & { readonly evidence?: Evidence }) {
  if (!evidence) return null;
  return (
    <Button type="link" size="small" aria-label={`查看：${evidence.label}`} onClick={() => onShow(evidence)}>
      查看
    </Button>
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
