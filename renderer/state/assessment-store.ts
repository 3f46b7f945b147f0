import { call } from '../ui/call/client.ts';
import type { DocumentState, Store } from './document/document-state.ts';
import { createDocumentStore } from './document/document-store.ts';

export type Screen =
  'unit' | 'scoring' | 'evidence' | 'gap' | 'materials' | 'papers' | 'export' | 'platform' | 'standard';

/** The open assessment; absent on 首页. */
interface AssessmentState extends DocumentState<'assessment'> {
  /** Today by the host's clock, for the deadline rules. */
  today: string;
  screen: Screen;
  /** The item, entry or material that a screen shows. */
  selectedCode?: string;

  openAssessment: (id: string, takeOverLock?: 'no' | 'yes') => Promise<void>;
  restoreBackup: (name: string) => Promise<boolean>;
  goTo: (screen: Screen, code?: string) => void;
  select: (code: string | undefined) => void;
}

/** The open assessment. */
export const useAssessment = createDocumentStore(
  {
    document: 'assessment',
    kind: async () => (await import('../../shared/assessment/document.ts')).assessmentDocument,
    contextOf: ({ standard }) => ({ standard }),
    refusedAt: '（逐项自评左侧标有“输入有误”）',
  },
  (state, { set }: Store<AssessmentState>): AssessmentState => ({
    ...state,
    today: '',
    screen: 'unit',

    openAssessment: async (id, takeOverLock) => {
      const { today } = await call('hostInfo', {});
      if (!(await state.openRef({ document: 'assessment', id }, takeOverLock))) return;
      set({ today, screen: 'unit', selectedCode: undefined });
    },
    restoreBackup: (name) => state.take(({ id }) => call('restoreBackup', { id, name })),
    goTo: (screen, selectedCode) => set({ screen, selectedCode }),
    select: (selectedCode) => set({ selectedCode }),
  }),
);
