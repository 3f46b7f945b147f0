import { useMemo } from 'react';
import type { OpenedDocument } from '../../shared/contract/contract.ts';
import type { Desk } from '../../shared/review/schema.ts';
import type { CandidateState } from '../../shared/review/candidate.ts';
import { call } from '../ui/call/client.ts';
import { flushTypedText } from '../ui/fields/typed-text.ts';
import type { VerifyPlace } from './review-store.ts';
import type { DocumentState, Store } from './document/document-state.ts';
import { createDocumentStore } from './document/document-store.ts';

export type DeskScreen = 'inbox' | 'table' | 'compare' | 'heat' | 'rank' | 'exports';

/** How 核验总表 is looked at; kept while a package is verified. */
export interface TableView {
  readonly search: string;
  readonly state: CandidateState | 'all';
  readonly body?: string;
  readonly superior?: string;
  readonly industry?: string;
  readonly region?: string;
  readonly level?: string;
  readonly sort: { readonly key: string; readonly descending: boolean };
  /** The row that the keyboard is on. */
  readonly active?: string;
}
const FRESH_VIEW: TableView = { search: '', state: 'all', sort: { key: 'unit', descending: false } };

/** The open desk; absent in the list of desks. One package's review is in `review-store`. */
interface DeskState extends DocumentState<'desk'> {
  /** Today by the host's clock: the day of receipt where none is given. */
  today: string;
  screen: DeskScreen;
  /** The day of receipt as it is typed; absent: today. */
  receivedOn?: string;
  /** Who recommends the packages that are handed in, on a provincial desk; absent: not said. */
  handedBy?: string;
  /** The package that is verified, in place of the screens. */
  verifying?: string;
  /** Where in it the work begins; absent: at its beginning. */
  verifyingAt?: VerifyPlace;
  /** Keys of the rows to compare, in the order of choosing. */
  selected: readonly string[];
  view: TableView;

  openDesk: (id: string, takeOverLock?: 'no' | 'yes') => Promise<void>;
  goTo: (screen: DeskScreen) => void;
  verify: (key: string, at?: VerifyPlace) => void;
  leaveVerifying: () => void;
  select: (keys: readonly string[]) => void;
  toggle: (key: string) => void;
  look: (view: Partial<TableView>) => void;
}

export const useDesk = createDocumentStore(
  {
    document: 'desk',
    kind: async () => (await import('../../shared/review/documents.ts')).deskDocument,
    contextOf: ({ candidates, standard }) => ({
      keys: new Set(candidates.map(({ key }) => key)),
      standard,
    }),
  },
  (state, { set, get }: Store<DeskState>): DeskState => {
    const campaign = () => JSON.stringify(get().open?.value.campaign);
    const byItsCampaign = async (step: () => Promise<boolean>): Promise<boolean> => {
      const before = campaign();
      const done = await step();
      if (campaign() !== before) await state.reload();
      return done;
    };
    return {
      ...state,
      today: '',
      screen: 'inbox',
      selected: [],
      view: FRESH_VIEW,

      openDesk: async (id, takeOverLock) => {
        const { today } = await call('hostInfo', {});
        const open = await state.openRef({ document: 'desk', id }, takeOverLock);
        if (!open) return;
        set({
          today,
          screen: open.candidates.length > 0 ? 'table' : 'inbox',
          receivedOn: undefined,
          handedBy: undefined,
          verifying: undefined,
          selected: [],
          view: FRESH_VIEW,
        });
      },
      close: async (unsaved) => {
        const closed = await state.close(unsaved);
        if (closed === 'closed') set({ verifying: undefined });
        return closed;
      },

      // The rows are made by the campaign: where a step brings another one, they are asked for anew.
      undo: () => byItsCampaign(state.undo),
      redo: () => byItsCampaign(state.redo),

      goTo: (screen) => {
        flushTypedText();
        set({ screen });
      },
      verify: (verifying, verifyingAt) => {
        flushTypedText();
        set({ verifying, verifyingAt, view: { ...get().view, active: verifying } });
      },
      leaveVerifying: () => {
        set({ verifying: undefined });
        void state.reload();
      },
      select: (selected) => set({ selected }),
      toggle: (key) => {
        const { selected } = get();
        set({
          selected: selected.includes(key) ? selected.filter((each) => each !== key) : [...selected, key],
        });
      },
      look: (view) => set({ view: { ...get().view, ...view } }),
    };
  },
);

/** The open desk; only its screens may ask. */
export function useOpenDesk(): OpenDesk {
  const open = useDesk((state) => state.open);
  if (!open) throw new Error('No desk is open');
  return useMemo(() => ({ ...open, desk: open.value }), [open]);
}

/** The open desk, its value under its own name. */
export type OpenDesk = OpenedDocument<'desk'> & { readonly desk: Desk };
