import { LeftOutlined } from '@ant-design/icons';
import { Button, Steps } from 'antd';
import type { ComponentType } from 'react';
import type { ImportStep } from '../../shared/tables/import/schema.ts';
import { UndoButtons } from '../state/document/DocumentHeader.tsx';
import { Standing } from '../state/document/Standing.tsx';
import { useLeave } from '../state/document/use-leave.ts';
import { useSaveCommand } from '../state/document/use-save-command.ts';
import { useUndoKeys } from '../state/document/use-undo-keys.ts';
import { useCommand } from '../ui/commands.ts';
import { usePageName } from '../ui/page-name.ts';
import { useLanding } from '../ui/use-landing.ts';
import { FieldScope, scopeOf, useUnsentWords } from '../ui/fields/drafts.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useImport } from '../state/import-store.ts';
import type { Done } from './ImportDone.tsx';
import { STEP_LABELS } from './step-labels.ts';
import { CompareStep } from './original/CompareStep.tsx';
import { CheckStep } from './steps/CheckStep.tsx';
import { ColumnsStep } from './steps/ColumnsStep.tsx';
import { IdentityStep } from './steps/IdentityStep.tsx';
import { RulesStep } from './steps/RulesStep.tsx';
import { SaveStep } from './steps/SaveStep.tsx';
import { TablesStep } from './steps/TablesStep.tsx';
import { TreeStep } from './steps/TreeStep.tsx';
import { useStep } from './use-wizard.ts';
import { useStepFocus } from './use-step-focus.ts';
import { useStepKeys } from './use-step-keys.ts';
import { useStepping } from './use-stepping.ts';
import './wizard.css';

interface Props {
  readonly onDone: (done: Done) => void;
}

const BODIES: Record<Exclude<ImportStep, 'save'>, ComponentType> = {
  tables: TablesStep,
  columns: ColumnsStep,
  tree: TreeStep,
  rules: RulesStep,
  check: CheckStep,
  compare: CompareStep,
  identity: IdentityStep,
};

const SAVE_WORDS = {
  saved: '已保存进度',
  saving: '正在保存…',
  failed: '进度没有保存',
  offline: '连接已断开',
} as const;

/** The steps of an import, or of editing a copied standard. */
export function Wizard({ onDone }: Props) {
  useUndoKeys(useImport);
  useSaveCommand(useImport);
  const { saveState, failure, open, ref } = useImport();
  const { flush, dismissFailure } = useImport.getState();
  const hasWords = useUnsentWords(scopeOf(ref));
  const leave = useLeave(useImport);
  useCommand('close', () => void leave());
  const { steps, canGo, goTo } = useStepping();
  usePageName('导入标准', open?.value.source);
  const body = useLanding<HTMLDivElement>(open?.value);
  const step = useStep();
  useStepFocus(step, body);
  const at = steps.indexOf(step);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  useStepKeys({ PageDown: after, PageUp: before }, (to) => {
    if (!canGo(to)) return false;
    goTo(to);
    return true;
  });
  if (!open) return null;
  const { source, kind } = open.value;
  const Body = step === 'save' ? undefined : BODIES[step];

  return (
    <main className="standards-wizard">
      <header className="standards-wizard-header">
        <Button icon={<LeftOutlined aria-hidden />} onClick={() => void leave()}>
          标准库
        </Button>
        <strong title={source}>
          {kind === 'copy' ? '编辑' : '导入'}：{source}
        </strong>
        <span
          className={saveState === 'failed' || saveState === 'offline' ? 'ui-field-problem' : 'ui-muted'}
          aria-live="polite"
        >
          {saveState === 'saved' && hasWords ? '有文字还没有保存' : SAVE_WORDS[saveState]}
        </span>
        <UndoButtons store={useImport} />
      </header>
      <Steps
        className="standards-wizard-steps"
        size="small"
        current={at + (kind === 'copy' ? 0 : 1)}
        onChange={(index) => {
          const target = steps[index - (kind === 'copy' ? 0 : 1)];
          if (target) goTo(target);
        }}
        items={[
          ...(kind === 'copy' ? [] : [{ title: '文件', disabled: true }]),
          ...steps.map((each) => ({ title: STEP_LABELS[each], disabled: !canGo(each) })),
        ]}
      />
      <Standing store={useImport} />
      {failure && (
        <FailureNotice
          failure={failure}
          {...(saveState === 'saved' ? { onClose: dismissFailure } : { onRetry: () => void flush() })}
        />
      )}
      <div
        role="group"
        aria-label={STEP_LABELS[step]}
        className="standards-wizard-body"
        key={step}
        ref={body}
        tabIndex={-1}
      >
        <FieldScope name={scopeOf(ref)}>{Body ? <Body /> : <SaveStep onDone={onDone} />}</FieldScope>
      </div>
      <footer className="standards-wizard-footer">
        <Button title="Alt+PageUp" disabled={!before} onClick={() => before && goTo(before)}>
          上一步
        </Button>
        {after && (
          <Button type="primary" title="Alt+PageDown" disabled={!canGo(after)} onClick={() => goTo(after)}>
            下一步：{STEP_LABELS[after]}
          </Button>
        )}
      </footer>
    </main>
  );
}
