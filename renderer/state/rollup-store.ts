import type { OpenedDocument } from '../../shared/contract/contract.ts';
import type { Plan } from '../../shared/registers/plan.ts';
import type { Rollup } from '../../shared/registers/rollup/schema.ts';
import { call } from '../ui/call/client.ts';
import { flushTypedText } from '../ui/fields/typed-text.ts';
import type { DocumentState, Store } from './document/document-state.ts';
import { createDocumentStore } from './document/document-store.ts';

/** 本周, 过期清单, 总表, 单位与收件, 典型案例, 督查、通报、加扣分. */
export type RollupScreen = 'week' | 'late' | 'grid' | 'units' | 'cases' | 'points';
/** Of 典型案例: the cases, how many of each unit, 附件与光盘. */
export type CasesView = 'list' | 'units' | 'disc';

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
  casesView: CasesView;
  /** The case whose form is shown. */
  theCase?: string;
  /** Cases of this unit alone; '' for those without one, absent for all. */
  casesOf?: string;
  /** Counts up with every jump to words that are not saved: their field takes the focus. */
  jumps: number;

  openRollup: (id: string, takeOverLock?: 'no' | 'yes') => Promise<void>;
  goTo: (screen: RollupScreen) => void;
  chooseUnit: (id: string | undefined) => void;
  choosePoint: (id: string | undefined) => void;
  chooseCase: (id: string | undefined) => void;
  /** To words that are not saved, wherever they are. */
  jumpTo: (place: Place) => void;
  showCases: (view: CasesView, of?: string) => void;
}

type Place = Partial<Pick<RollupState, 'screen' | 'point' | 'theCase' | 'casesView' | 'casesOf'>>;

const NOTHING = { unit: undefined, point: undefined, theCase: undefined, casesOf: undefined };

export const useRollup = createDocumentStore(
  {
    document: 'rollup',
    kind: async () => (await import('../../shared/registers/rollup/document.ts')).rollupDocument,
    contextOf: () => undefined,
    // Reasons were typed in: nothing of them is taken back because a disk was full.
    onFailure: 'keep',
    refusedAt: '（点上方的“有内容没保存”会转到那里）',
  },
  (state, { set, get }: Store<RollupState>): RollupState => ({
    ...state,
    today: '',
    plans: [],
    screen: 'week',
    casesView: 'list',
    jumps: 0,

    openRollup: async (id, takeOverLock) => {
      const [{ today }, { plans }] = await Promise.all([call('hostInfo', {}), call('listPlans', {})]);
      if (await state.openRef({ document: 'rollup', id }, takeOverLock))
        set({ ...{ today, plans, screen: 'week', casesView: 'list' }, ...NOTHING });
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
    chooseCase: (theCase) => {
      flushTypedText();
      set({ theCase });
    },
    jumpTo: (place) => {
      flushTypedText();
      set({ ...place, jumps: get().jumps + 1 });
    },
    showCases: (casesView, casesOf) => {
      flushTypedText();
      set({ casesView, casesOf });
    },
  }),
);

/** The open roll-up; only its screens may ask. */
export function useOpenRollup(): OpenedDocument<'rollup'> & { readonly value: Rollup } {
  const open = useRollup((state) => state.open);
  if (!open) throw new Error('No roll-up is open');
  return open;
}
