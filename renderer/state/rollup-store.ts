import type { OpenedDocument } from '../../shared/contract/contract.ts';
import type { Plan } from '../../shared/registers/plan.ts';
import type { Rollup } from '../../shared/registers/rollup/schema.ts';
import { call } from '../ui/call/client.ts';
import { flushTypedText } from '../ui/fields/typed-text.ts';
import type { DocumentState, Store } from './document/document-state.ts';
import { createDocumentStore } from './document/document-store.ts';

/** 过期清单, 总表, 单位与收件, 督查、通报、加扣分. */
export type RollupScreen = 'late' | 'grid' | 'units' | 'points';

/** The open roll-up; absent in the list of them. */
interface RollupState extends DocumentState<'rollup'> {
  /** Today by the host's clock, ISO 8601. */
  today: string;
  /** The notices whose tables name the categories. */
  plans: readonly Plan[];
  screen: RollupScreen;
  /** The unit whose tasks are shown beside the list. */
  unit?: string;
  /** The entry of 督查、通报、加扣分 whose form is shown. */
  point?: string;

  openRollup: (id: string, takeOverLock?: 'no' | 'yes') => Promise<void>;
  goTo: (screen: RollupScreen) => void;
  chooseUnit: (id: string | undefined) => void;
  choosePoint: (id: string | undefined) => void;
}

export const useRollup = createDocumentStore(
  {
    document: 'rollup',
    kind: async () => (await import('../../shared/registers/rollup/document.ts')).rollupDocument,
    contextOf: () => undefined,
    // Reasons were typed in: nothing of them is taken back because a disk was full.
    onFailure: 'keep',
  },
  (state, { set }: Store<RollupState>): RollupState => ({
    ...state,
    today: '',
    plans: [],
    screen: 'late',

    openRollup: async (id, takeOverLock) => {
      const [{ today }, { plans }] = await Promise.all([call('hostInfo', {}), call('listPlans', {})]);
      if (await state.openRef({ document: 'rollup', id }, takeOverLock))
        set({ today, plans, screen: 'late', unit: undefined, point: undefined });
    },
    goTo: (screen) => {
      flushTypedText();
      set({ screen });
    },
    chooseUnit: (unit) => set({ unit }),
    choosePoint: (point) => {
      flushTypedText();
      set({ point });
    },
  }),
);

/** The open roll-up; only its screens may ask. */
export function useOpenRollup(): OpenedDocument<'rollup'> & { readonly value: Rollup } {
  const open = useRollup((state) => state.open);
  if (!open) throw new Error('No roll-up is open');
  return open;
}
