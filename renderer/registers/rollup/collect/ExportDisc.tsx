import { Button } from 'antd';
import { useOpenRollup, useRollup } from '../../../state/rollup-store.ts';
import { call } from '../../../ui/call/client.ts';
import { runJob } from '../../../ui/call/jobs.ts';
import { useJob } from '../../../ui/call/use-job.ts';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { ProgressModal } from '../../../ui/ProgressModal.tsx';
import { useDelivery } from '../../../ui/use-delivery.tsx';

/** What is chosen, with its attachments and the list of the disc, as one .zip. */
export function ExportDisc() {
  const { value } = useOpenRollup();
  const deliver = useDelivery();
  const exporting = useJob('导出入选案例');
  const chosen = value.cases.filter((each) => each.chosen).length;
  const run = async (): Promise<void> => {
    const done = await exporting.run(async (options) => {
      await useRollup.getState().saved();
      return runJob('caseDisc', call('exportCaseDisc', { id: value.id }), options);
    });
    if (done) deliver(done.file);
  };
  return (
    <>
      <Button disabled={chosen === 0} onClick={() => void run()}>
        {`导出入选案例（${chosen}）`}
      </Button>
      <FailureNotice failure={exporting.failure} onClose={exporting.dismiss} />
      <ProgressModal title="正在导出入选案例" progress={exporting.progress} onCancel={exporting.cancel} />
    </>
  );
}
