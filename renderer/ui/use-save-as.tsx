import { App } from 'antd';
import type { ReactNode } from 'react';
import { runJob } from './call/jobs.ts';
import { useJob } from './call/use-job.ts';
import { useToldCall } from './use-told-call.tsx';
import { ProgressModal } from './ProgressModal.tsx';

/** Copies what the host has to where the user says, and tells where it is. `progress` is to be drawn. */
export function useSaveAs(): {
  readonly save: (start: () => Promise<{ jobId: string }>) => Promise<void>;
  readonly progress: ReactNode;
} {
  const { message } = App.useApp();
  const told = useToldCall();
  const job = useJob('另存');
  const save = async (start: () => Promise<{ jobId: string }>) => {
    await job.run(async (options) => {
      const saved = await told(() => runJob('saved', start(), options));
      if (saved?.path !== undefined) message.success(`已另存到 ${saved.path}，读回核对一致`);
    });
  };
  // Nothing moves while the system's dialog is open.
  const moving = job.progress && job.progress.total > 0 ? job.progress : undefined;
  return { save, progress: <ProgressModal title="正在另存" progress={moving} onCancel={job.cancel} /> };
}
