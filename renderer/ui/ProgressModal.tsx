import { Button, Modal, Progress } from 'antd';
import type { JobProgress } from './call/jobs.ts';
import { useFileTarget } from './intake/targets.ts';
import { useReturnFocus } from './use-return-focus.ts';
import { showBytes } from './show.ts';

interface Props {
  title: string;
  /** Absent: nothing runs, nothing is shown. */
  progress?: JobProgress;
  onCancel: () => void;
}

/** Shows a long task while it runs; the only way out is to cancel it. */
export function ProgressModal({ title, progress, onCancel }: Props) {
  useFileTarget('dialog', progress && (() => ({ refused: `${title}，做完后再放文件。` })));
  return progress ? <Running title={title} progress={progress} onCancel={onCancel} /> : null;
}

function Running({ title, progress, onCancel }: Props & { readonly progress: JobProgress }) {
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
