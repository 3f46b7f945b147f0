import type { JobProgress } from './call/jobs.ts';
import { useFileTarget } from './intake/targets.ts';
import { laterDialog } from './later.ts';

const RunningModal = laterDialog(async () => ({
  default: (await import('./RunningModal.tsx')).RunningModal,
}));

interface Props {
  title: string;
  /** Absent: nothing runs, nothing is shown. */
  progress?: JobProgress;
  onCancel: () => void;
}

/** Shows a long task while it runs; the only way out is to cancel it. */
export function ProgressModal({ title, progress, onCancel }: Props) {
  useFileTarget('dialog', progress && (() => ({ refused: `${title}，做完后再放文件。` })));
  return progress ? <RunningModal title={title} progress={progress} onCancel={onCancel} /> : null;
}
