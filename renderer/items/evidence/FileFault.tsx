import { Tag } from 'antd';
import { FAULT_WORDS } from '../../../shared/assessment/evidence-state.ts';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { useEvidenceFaults } from '../../state/evidence-store.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../ui/FilePickButton.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { useMendEvidence } from './use-mend-evidence.ts';
import './evidence.css';

/** What is wrong with the file of a piece of evidence, and the way to put it right; nothing where nothing is. */
export function FileFault({ evidence }: { readonly evidence: Evidence }) {
  const fault = useEvidenceFaults().get(evidence.sha256);
  const { job, failure, mend, dismiss } = useMendEvidence();
  const { label, bytes, fileName } = evidence;
  if (fault === undefined) {
    return bytes > 0 ? null : (
      <div className="items-evidence-fault">
        <Tag color="warning">空文件</Tag>
        文件里没有内容（0 字节）。请添加原文件“{fileName}”，再选择换下这一份。
      </div>
    );
  }
  const { mark, said } = FAULT_WORDS[fault];
  return (
    <div className="items-evidence-fault">
      <Tag color="error">{mark}</Tag>
      这份材料{said}。自评内容没有变化；重新添加原文件后即可恢复。
      <FilePickButton
        size="small"
        purpose="original"
        label="重新添加原文件"
        name={`重新添加原文件：${label}`}
        onFiles={(files) => void mend(evidence, files)}
      />
      <FailureNotice failure={failure} onClose={dismiss} />
      <ProgressModal title="正在放回原文件" progress={job.progress} onCancel={job.cancel} />
    </div>
  );
}
