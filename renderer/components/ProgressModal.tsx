import { Button, Modal, Progress } from 'antd';
import type { JobProgress } from '../api/jobs.ts';
import { showBytes } from './show.ts';

interface Props {
  title: string;
  /** Absent: nothing runs, nothing is shown. */
  progress?: JobProgress;
  onCancel: () => void;
}

/** Shows a long task while it runs; the only way out is to cancel it. */
export function ProgressModal({ title, progress, onCancel }: Props) {
  const percent = progress && progress.total > 0 ? Math.floor((100 * progress.done) / progress.total) : 0;
  return (
    <Modal
      open={progress !== undefined}
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={<Button onClick={onCancel}>取消</Button>}
    >
      <div aria-live="polite">{progress?.step}</div>
      <Progress percent={percent} aria-label="进度" />
      <div className="muted numbers">
        {progress && progress.total > 0
          ? `${showBytes(progress.done)} / ${showBytes(progress.total)}`
          : '\u00a0'}
      </div>
    </Modal>
  );
}
