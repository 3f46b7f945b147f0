import { App } from 'antd';
import { readingKey } from '../../shared/tables/import/import-state.ts';
import { IMPORT_STEPS, type ImportStep } from '../../shared/tables/import/schema.ts';
import { useImport } from '../state/import-store.ts';

interface Stepping {
  /** A copied standard has no tables to choose. */
  readonly steps: readonly ImportStep[];
  readonly canGo: (step: ImportStep) => boolean;
  readonly goTo: (step: ImportStep) => void;
}

/** Goes from step to step; reads the tables anew where what is read has changed, after asking if work would be lost. */
export function useStepping(): Stepping {
  const { modal } = App.useApp();
  const open = useImport((store) => store.open);
  const { goTo, edit, select } = useImport.getState();
  if (!open) return { steps: [], canGo: () => false, goTo };
  const state = open.value;
  const steps = state.kind === 'copy' ? IMPORT_STEPS.slice(IMPORT_STEPS.indexOf('tree')) : IMPORT_STEPS;
  const isAhead = (step: ImportStep) => steps.indexOf(step) >= steps.indexOf('tree');
  const isStale = state.kind === 'import' && (!state.draft || state.draftKey !== readingKey(state));

  return {
    steps,
    canGo: (step) => state.kind === 'copy' || step === 'tables' || state.chosen.length > 0,
    goTo: (step) => {
      // On the way back the draft is looked at as it is.
      const isBack = steps.indexOf(step) < steps.indexOf(state.step);
      if (!isAhead(step) || !isStale || isBack) return goTo(step);
      const read = () => {
        select(undefined);
        void edit({ kind: 'readAnew' });
        goTo(step);
      };
      if (!state.edited) return read();
      modal.confirm({
        title: '按新的设置重新读取？',
        content: '选表或列的设置改过。重新读取会替换现在的“结构”和“规则”，连同在里面做的修改（可以撤销）。',
        okText: '重新读取',
        cancelText: '取消',
        onOk: read,
      });
    },
  };
}
