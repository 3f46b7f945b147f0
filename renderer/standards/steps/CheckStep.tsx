import { PointsField } from '../../ui/fields/dense.tsx';
import { Alert, Button } from 'antd';
import { flushSync } from 'react-dom';
import { warningWords } from '../../../shared/tables/import/fold-warnings.ts';
import { call } from '../../ui/call/client.ts';
import { useImport } from '../../state/import-store.ts';
import { CellsOfDraft } from '../CellsRead.tsx';
import { ADD_ITEM } from './new-item.ts';
import { SumTable } from './SumTable.tsx';
import { useNotScoring, useNotTaken, useReading } from '../use-reading.ts';
import { LEFT_OUT, REMOVED, useFindings } from './use-findings.ts';
import { FoldedList } from '../FoldedList.tsx';
import { TablesAside } from '../TablesAside.tsx';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';
import { useIdentity, useWizard } from '../use-wizard.ts';
import './steps.css';
import './source-table.css';

/** Lines of findings before anybody asks for more. */
const MOST = 12;

/** 检查: sums level by level, and everything that does not fit, each with the way to it. */
export function CheckStep() {
  const { state } = useWizard();
  const { identity, change } = useIdentity();
  const { goTo, saved } = useImport.getState();
  const reading = useReading();
  const findings = useFindings();
  const isScoring = useNotScoring().length === 0;
  const isAllTaken = useNotTaken().length + (state.unlike?.length ?? 0) === 0;
  const isWhole = state.kind === 'copy' || (reading?.cells.every(({ field }) => field !== 'none') ?? false);
  const report = async () => {
    await saved();
    return call('importReport', { importId: state.id });
  };

  return (
    <div className="standards-wizard-page ui-stack">
      <div className="steps-columns-head">
        <PointsField
          label="标准的总分"
          mayBeEmpty
          value={identity.fullScore}
          onChange={(fullScore) => change({ fullScore: fullScore ?? null })}
        />
        <span className="ui-muted">应与原文件一致；有权重的，填折算后的总分。</span>
        {state.kind === 'import' && <MadeFileButton make={report}>导入报告（xlsx）</MadeFileButton>}
      </div>
      <CellsOfDraft />
      <TablesAside />
      <SumTable />
      {findings.length === 0 && isWhole && isScoring && isAllTaken && (
        <Alert type="success" showIcon title="没有发现问题" />
      )}
      {findings.length > 0 && (
        <FoldedList label="检查结果" className="ui-file-list steps-findings" warnings={findings} most={MOST}>
          {({ node, step, code, ...finding }) => (
            <>
              <span className="ui-file-name">{warningWords(finding)}</span>
              {(node ??
                (['noBaseScore', REMOVED, LEFT_OUT].includes(code) ||
                  (step === 'columns' && state.kind === 'import'))) && (
                <Button
                  size="small"
                  onClick={() => (code === 'noBaseScore' ? toAdd() : goTo(step, node?.id))}
                >
                  查看
                </Button>
              )}
            </>
          )}
        </FoldedList>
      )}
    </div>
  );
}

/** To where an item is added, whatever was looked at before. */
function toAdd(): void {
  const { goTo, select } = useImport.getState();
  flushSync(() => {
    select(undefined);
    goTo('tree');
  });
  document.querySelector<HTMLElement>(`button[title="${ADD_ITEM.keys}"]`)?.focus();
}
