import { Button } from 'antd';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { OpenOutside } from '../../items/evidence/preview/OpenOutside.tsx';

export interface EvidenceHandlers {
  readonly onPreview: (evidence: Evidence) => void;
  readonly onLink: (evidence: Evidence) => void;
  readonly onRemove: (evidence: Evidence, uses: number) => void;
}

interface Props extends EvidenceHandlers {
  readonly assessmentId: string;
  readonly evidence: Evidence;
  /** How many places it is linked to. */
  readonly uses: number;
}

/** What can be done with one piece of evidence. */
export function EvidenceActions({ assessmentId, evidence, uses, onPreview, onLink, onRemove }: Props) {
  const { label } = evidence;
  return (
    <>
      <Button type="link" size="small" aria-label={`预览：${label}`} onClick={() => onPreview(evidence)}>
        预览
      </Button>
      <Button type="link" size="small" aria-label={`关联评分项：${label}`} onClick={() => onLink(evidence)}>
        关联
      </Button>
      <OpenOutside assessmentId={assessmentId} evidence={evidence} look="link" />
      <Button
        type="link"
        size="small"
        danger
        aria-label={`移除：${label}`}
        onClick={() => onRemove(evidence, uses)}
      >
        移除
      </Button>
    </>
  );
}
