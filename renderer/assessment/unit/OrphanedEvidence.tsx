import { App, Button } from 'antd';
import { useCallback, useRef } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { call } from '../../ui/call/client.ts';
import { useAnswer, useCall } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { showBytes } from '../../ui/show.ts';
import { useAsk } from '../../ui/use-ask.ts';

type Amount = CallOutput<'removeOrphanedEvidence'>;

/** Files of evidence that the assessment does not use any more: how much room they take, and the way to be rid of them. */
export function OrphanedEvidence({ id }: { readonly id: string }) {
  const { message } = App.useApp();
  const { value, failure, retry } = useAnswer(useCallback(() => call('orphanedEvidence', { id }), [id]));
  const removing = useCall();
  const remove = async (): Promise<void> => {
    const removed = await removing.run(() => call('removeOrphanedEvidence', { id }));
    if (removed) message.success(`已清理 ${words(removed)}`);
    await retry();
  };
  const section = useRef<HTMLElement>(null);
  const ask = useAsk(() => section.current);
  const askToRemove = (amount: Amount): void =>
    ask({
      title: `清理 ${words(amount)}？`,
      content: '清理后不能恢复。正在使用的材料，以及备份和“撤销”要用的文件，都不会动。',
      okText: '清理',
      cancelText: '不清理',
      isHarmful: true,
      onOk: remove,
    });
  const { orphaned, kept } = value ?? {};
  return (
    <section className="unit-orphans" aria-label="不再用到的佐证文件" ref={section} tabIndex={-1}>
      <h3>不再用到的佐证文件</h3>
      <FailureNotice failure={removing.failure ?? failure} onClose={removing.dismiss} />
      {orphaned?.files === 0 && <p className="ui-muted">没有可以清理的文件。</p>}
      {orphaned && orphaned.files > 0 && (
        <p>
          有 {words(orphaned)}，档案和备份都不再用到，可以清理以腾出空间。{' '}
          <Button size="small" danger loading={removing.busy} onClick={() => askToRemove(orphaned)}>
            清理
          </Button>
        </p>
      )}
      {kept && kept.files > 0 && (
        <p className="ui-muted">另有 {words(kept)} 已移除或换下，但备份或“撤销”还要用，保留不动。</p>
      )}
    </section>
  );
}

const words = ({ files, bytes }: Amount): string => `${files} 个文件（${showBytes(bytes)}）`;
