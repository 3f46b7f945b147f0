import type { OpenedDocument } from '../../shared/contract/contract.ts';
import type { RegisterName } from '../../shared/registers/kinds.ts';
import type { Year } from '../../shared/registers/year/schema.ts';
import { call } from '../ui/call/client.ts';
import { flushTypedText } from '../ui/fields/typed-text.ts';
import type { DocumentState, Store } from './document/document-state.ts';
import { createDocumentStore } from './document/document-store.ts';

export type YearScreen = 'week' | RegisterName;

/** The open year; absent in the list of years. */
interface YearState extends DocumentState<'year'> {
  /** Today by the host's clock, ISO 8601. */
  today: string;
  screen: YearScreen;
  /** The entry whose form is shown, by register. */
  chosen: Readonly<Partial<Record<RegisterName, string>>>;
  /** Counts up with every jump to an entry: what hides it (search, the months) starts anew. */
  jumps: number;
  /** The entry that was just added: its form takes the focus. */
  fresh?: string;

  openYear: (id: string, takeOverLock?: 'no' | 'yes') => Promise<void>;
  goTo: (screen: YearScreen) => void;
  choose: (register: RegisterName, id: string | undefined, as?: 'fresh') => void;
  /** To an entry, wherever it is. */
  jumpTo: (register: RegisterName, id: string) => void;
}

export const useYear = createDocumentStore(
  {
    document: 'year',
    kind: async () => (await import('../../shared/registers/year/document.ts')).yearDocument,
    contextOf: () => undefined,
    // Rows were typed in: nothing of them is taken back because a disk was full.
    onFailure: 'keep',
  },
  (state, { set, get }: Store<YearState>): YearState => ({
    ...state,
    today: '',
    screen: 'week',
    chosen: {},
    jumps: 0,

    openYear: async (id, takeOverLock) => {
      const { today } = await call('hostInfo', {});
      if (await state.openRef({ document: 'year', id }, takeOverLock))
        set({ today, screen: 'week', chosen: {} });
    },
    goTo: (screen) => {
      flushTypedText();
      set({ screen });
    },
    choose: (register, id, as) => {
      flushTypedText();
      set({ chosen: { ...get().chosen, [register]: id }, fresh: as && id });
    },
    jumpTo: (register, id) => {
      flushTypedText();
      const { chosen, jumps } = get();
      set({ screen: register, chosen: { ...chosen, [register]: id }, fresh: undefined, jumps: jumps + 1 });
    },
  }),
);

/** The open year; only its screens may ask. */
export function useOpenYear(): OpenedDocument<'year'> & { readonly value: Year } {
  const open = useYear((state) => state.open);
  if (!open) throw new Error('No year is open');
  return open;
}
