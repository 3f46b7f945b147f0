import { useCall } from '../../ui/call/use-call.ts';
import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { allNodes } from '../../../shared/tables/draft/nodes.ts';
import { identityGaps, standardOf } from '../../../shared/tables/import/import-state.ts';
import { call } from '../../ui/call/client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useImport } from '../../state/import-store.ts';
import { CellsOfDraft } from '../CellsRead.tsx';
import { type Done, StandardCounts } from '../ImportDone.tsx';
import { LeftOutTables, TablesAside } from '../TablesAside.tsx';
import { identityLabel } from '../identity-labels.ts';
import { useDraft, useWizard } from '../use-wizard.ts';
import { LEFT_OUT, useFindings } from './use-findings.ts';
import './steps.css';

interface Props {
  readonly onDone: (done: Done) => void;
}

/** 保存: what is going to be made, what still keeps it from being saved, and the button. */
export function SaveStep({ onDone }: Props) {
  const { id, identity } = useWizard().state;
  const draft = useDraft();
  const { goTo, flush, forget } = useImport.getState();
  const { busy, failure, run } = useCall();
  const { standard, findings } = useMemo(
    () => standardOf(draft, identity, new Date().toISOString().slice(0, 10)),
    [draft, identity],
  );
  const gaps = identityGaps(identity, draft);
  const errors = findings.filter(({ severity }) => severity === 'error');
  // Until the rest is filled in, what else is wrong is not known; that nothing scores is.
  const blocking = errors.filter(({ code }) => gaps.length === 0 || code === 'noItems');
  const told = useFindings().filter(({ code }) => code !== LEFT_OUT).length;
  const open = allNodes(draft.nodes).filter(({ kind, accepted }) => kind !== 'section' && !accepted);
  const items = open.filter(({ kind }) => kind === 'item').length;
  const unread = [
    ...(items > 0 ? [`${items} 个评分项的规则没有核对：有把握的照读出的规则，其余按情况给分`] : []),
    ...(open.length > items ? [`${open.length - items} 条加分、扣分或否决没有核对：照读出的保存`] : []),
  ];

  const fillIn = () => {
    const label = gaps[0] && identityLabel(gaps[0].field, identity);
    flushSync(() => goTo('identity'));
    if (label === undefined) return;
    // One field, or boxes of which one is not ticked.
    const named = `[aria-label="${label}"]`;
    document.querySelector<HTMLElement>(`input${named}, ${named} input:not(:checked)`)?.focus();
  };
  const save = async () => {
    if (!(await flush())) return;
    const result = await call('finishImport', { importId: id });
    forget();
    onDone(result);
  };

  return (
    <div className="standards-wizard-page ui-stack">
      <FailureNotice failure={failure} />
      <h3 className="steps-detail-title">
        {standard.title || '（未录入名称）'} {standard.edition}
      </h3>
      <StandardCounts standard={standard} />
      <CellsOfDraft />
      <TablesAside />
      <LeftOutTables />
      {gaps.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={`还不能保存：${gaps.map(({ message }) => message).join('；')}`}
          action={<Button onClick={fillIn}>去填写</Button>}
        />
      )}
      {blocking.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={`还不能保存：${blocking[0]?.message ?? ''}${blocking.length > 1 ? `（共 ${blocking.length} 处）` : ''}`}
          action={<Button onClick={() => goTo('check')}>去检查</Button>}
        />
      )}
      {unread.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`还有 ${unread.join('；')}`}
          action={<Button onClick={() => goTo('rules')}>去核对</Button>}
        />
      )}
      {told > 0 && blocking.length === 0 && (
        <Alert
          type="warning"
          showIcon
          title={`检查里还有 ${told} 条提示，可以保存`}
          action={<Button onClick={() => goTo('check')}>查看</Button>}
        />
      )}
      <div>
        <Button
          type="primary"
          size="large"
          loading={busy}
          disabled={gaps.length + errors.length > 0}
          onClick={() => void run(save)}
        >
          保存为标准
        </Button>
      </div>
    </div>
  );
}
