import { Button } from 'antd';
import { useState } from 'react';
import { leftOutWords } from '../../../shared/registers/commend/left-out.ts';
import { useYear } from '../../state/year-store.ts';
import { call } from '../../ui/call/client.ts';
import { runJob } from '../../ui/call/jobs.ts';
import { useJob } from '../../ui/call/use-job.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { useDelivery } from '../../ui/use-delivery.tsx';

interface Props {
  readonly of: 'commendation' | 'experience';
  readonly withContact: boolean;
}

/** All that is handed in by mail, as one .zip. */
export function HandInButton({ of, withContact }: Props) {
  const exporting = useJob('导出报送材料');
  const deliver = useDelivery();
  const [told, setTold] = useState('');
  const run = async (): Promise<void> => {
    const { ref, saved } = useYear.getState();
    if (!ref) return;
    setTold('');
    const done = await exporting.run(async (options) => {
      await saved();
      return runJob('handIn', call('exportHandIn', { id: ref.id, of, contact: withContact }), options);
    });
    if (!done) return;
    deliver(done.file);
    const { open } = useYear.getState();
    setTold(open ? leftOutWords(open.value, of) : '');
  };
  return (
    <>
      <Button onClick={() => void run()}>导出报送材料（.zip）</Button>
      {told !== '' && <span role="status">已导出；{told}</span>}
      <FailureNotice failure={exporting.failure} onClose={exporting.dismiss} />
      <ProgressModal title="正在导出报送材料" progress={exporting.progress} onCancel={exporting.cancel} />
    </>
  );
}
