import { Button, Space } from 'antd';
import { useState } from 'react';
import type { RollupUnit, WaitingFile } from '../../../shared/registers/rollup/schema.ts';
import { useRollup } from '../../state/rollup-store.ts';
import { call } from '../../ui/call/client.ts';
import { useCall } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { showTime } from '../../ui/show.ts';
import './rollup.css';

/** Files of a unit of which the office has yet to say whether it goes by them. */
export function WaitingFiles({ unit }: { readonly unit: RollupUnit }) {
  const taking = useCall();
  /** Why the last one was refused: it may fit its unit no longer. */
  const [refusal, setRefusal] = useState<string>();
  const take = ({ fileName, progress }: WaitingFile) =>
    taking.run(async () => {
      const { ref, saved, reload } = useRollup.getState();
      if (!ref) return;
      await saved();
      const { receipt } = await call('takeProgress', { id: ref.id, fileName, progress });
      setRefusal(receipt.outcome === 'updated' || receipt.outcome === 'new' ? undefined : receipt.words);
      await reload();
    });
  return (
    <>
      {unit.waiting?.map((file) => (
        <div key={file.id}>
          {file.fileName}
          <span className="ui-muted">
            （{showTime(file.progress.exportedAt)}导出，{showTime(file.at)}收到）
          </span>
          <span className="registers-soon">先后不明，没有用</span>
          <Space size="small" className="rollup-waiting">
            <Button
              size="small"
              disabled={taking.busy}
              aria-label={`按这一份更新：${unit.name} ${file.fileName}`}
              onClick={() => void take(file)}
            >
              按这一份更新
            </Button>
            <Button
              size="small"
              disabled={taking.busy}
              aria-label={`不用这一份：${unit.name} ${file.fileName}`}
              onClick={() => void useRollup.getState().edit({ kind: 'putAway', id: unit.id, file: file.id })}
            >
              不用这一份
            </Button>
          </Space>
        </div>
      ))}
      {refusal !== undefined && <div className="registers-late">{refusal}</div>}
      <FailureNotice failure={taking.failure} onClose={taking.dismiss} />
    </>
  );
}
