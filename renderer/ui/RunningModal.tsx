import { Button, Modal, Progress } from 'antd';
import type { JobProgress } from './call/jobs.ts';
import { showBytes } from './show.ts';
import { useReturnFocus } from './use-return-focus.ts';

interface Props {
  readonly title: string;
  readonly progress: JobProgress;
  readonly onCancel: () => void;
}

export function RunningModal({ title, progress, onCancel }: Props) {
  useReturnFocus();
  const { step, done, total } = progress;
  return (
    <Modal
      open
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={<Button onClick={onCancel}>取消</Button>}
    >
      <div aria-live="polite">{step}</div>
      <Progress percent={total > 0 ? Math.floor((100 * done) / total) : 0} aria-label="进度" />
      <div className="ui-muted ui-numbers">
        {total > 0 ? `${showBytes(done)} / ${showBytes(total)}` : '\u00a0'}
      </div>
    </Modal>
  );
}
