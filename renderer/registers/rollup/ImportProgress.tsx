import { Button } from 'antd';
import { useState } from 'react';
import type { ProgressReceipt } from '../../../shared/contract/contract.ts';
import { useRollup } from '../../state/rollup-store.ts';
import { call } from '../../ui/call/client.ts';
import { type ChosenFile, offerFiles } from '../../ui/call/files.ts';
import { runJob } from '../../ui/call/jobs.ts';
import { useCall } from '../../ui/call/use-call.ts';
import { useJob } from '../../ui/call/use-job.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../ui/FilePickButton.tsx';
import { useFileTarget } from '../../ui/intake/targets.ts';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { ReceiptsDialog } from './ReceiptsDialog.tsx';
import './rollup.css';

/** Takes the files that units have handed in, many at once; each has its receipt. */
export function ImportProgress() {
  const reading = useJob('导入进度表');
  const [receipts, setReceipts] = useState<readonly ProgressReceipt[]>();
  const take = async (files: readonly ChosenFile[]): Promise<void> => {
    const { ref, saved, reload } = useRollup.getState();
    if (!ref) return;
    const done = await reading.run(async (options) => {
      await saved();
      const tokens = await offerFiles(files, options);
      return runJob('progressFiles', call('importProgress', { id: ref.id, tokens }), options);
    });
    if (!done) return;
    await reload();
    setReceipts(done.receipts);
  };
  const taking = useCall();
  /** What was held back because of its time: the user knows that it is the one to go by. */
  const takeHeld = async (index: number): Promise<void> => {
    const { ref, saved, reload } = useRollup.getState();
    const { fileName, held: progress } = receipts?.[index] ?? {};
    if (!ref || fileName === undefined || !progress) return;
    const done = await taking.run(async () => {
      await saved();
      return call('takeProgress', { id: ref.id, fileName, progress });
    });
    if (!done) return;
    await reload();
    setReceipts((before) => before?.map((each, at) => (at === index ? done.receipt : each)));
  };
  useFileTarget('screen', () => ({ words: '松开，导入这些进度表', take: (files) => void take(files) }));
  return (
    <>
      <FilePickButton
        type="primary"
        multiple
        purpose="progress"
        label="导入进度表"
        onFiles={(files) => void take(files)}
      />
      <FailureNotice failure={reading.failure} onClose={reading.dismiss} />
      <ProgressModal title="正在导入进度表" progress={reading.progress} onCancel={reading.cancel} />
      {receipts && (
        <ReceiptsDialog
          receipts={receipts}
          outcomes={OUTCOMES}
          taken={['new', 'updated']}
          counted={['份', '进度表']}
          className="rollup-receipts"
          notice={<FailureNotice failure={taking.failure} onClose={taking.dismiss} />}
          actionFor={(index) => {
            const { unit, fileName, held } = receipts[index] ?? {};
            return (
              held && (
                <Button
                  size="small"
                  disabled={taking.busy}
                  aria-label={`按这一份更新：${unit} ${fileName}`}
                  onClick={() => void takeHeld(index)}
                >
                  按这一份更新
                </Button>
              )
            );
          }}
          onClose={() => setReceipts(undefined)}
        />
      )}
    </>
  );
}

const OUTCOMES: Readonly<Record<ProgressReceipt['outcome'], readonly [string, string]>> = {
  unread: ['读不懂', 'red'],
  otherYear: ['年份不同', 'red'],
  otherCategory: ['类别不同', 'red'],
  otherOrigin: ['来源不同', 'red'],
  full: ['没有收下', 'red'],
  inDoubt: ['先后不明', 'orange'],
  older: ['较旧', 'orange'],
  same: ['重复', 'default'],
  updated: ['更新', 'blue'],
  new: ['收下', 'green'],
};
