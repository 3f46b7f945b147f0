import { Alert, App, Button } from 'antd';
import { useCallback, useState } from 'react';
import { useImport } from '../state/import-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer, useCall } from '../ui/call/use-call.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useWizard } from './use-wizard.ts';

/** Offers what was set and put right by hand when an earlier table of the same form was made into a standard. */
export function SameForm() {
  const { id, kind, edited } = useWizard().state;
  const { modal, message } = App.useApp();
  const { value } = useAnswer(useCallback(() => call('sameFormStandards', { importId: id }), [id]));
  const { busy, failure, run, dismiss } = useCall();
  const [isTaken, setIsTaken] = useState(false);
  const [before] = value?.standards ?? [];
  if (kind === 'copy' || !before || isTaken) return null;
  const name = `“${before.title} ${before.edition}”`;
  const take = () =>
    run(async () => {
      const { saved, reload } = useImport.getState();
      await saved();
      const { kept, left } = await call('takeCorrections', { importId: id, standard: before.id });
      await reload();
      setIsTaken(true);
      if (left.length > 0)
        modal.info({
          title: `沿用了各列的用途和 ${kept} 处手工改正，${left.length} 处没有沿用`,
          content: left.join('；'),
          okText: '知道了',
        });
      else void message.success(`沿用了各列的用途和 ${kept} 处手工改正`);
    });
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={`表格的各列和${name}的原表一样，可以沿用当时设定的各列用途和手工改正`}
        description={edited ? '沿用会替换现在的“结构”和“规则”（可以撤销）。' : undefined}
        action={
          <Button size="small" loading={busy} onClick={() => void take()}>
            沿用
          </Button>
        }
      />
      <FailureNotice failure={failure} onClose={dismiss} />
    </>
  );
}
