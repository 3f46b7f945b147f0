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
  /** The 统计表 that was jumped to, until another screen is gone to. */
  table?: string | undefined;
  /** Counts up with every jump to an entry or a table: what hides it (search, the months) starts anew. */
  jumps: number;
  /** The entry that was just added, or is gone back to: its form takes the focus. */
  fresh?: string;

  openYear: (id: string, takeOverLock?: 'no' | 'yes') => Promise<void>;
  goTo: (screen: YearScreen) => void;
  choose: (register: RegisterName, id: string | undefined, as?: 'fresh') => void;
  /** To an entry, wherever it is. */
  jumpTo: (register: RegisterName, id: string, as?: 'fresh') => void;
  /** To a 统计表 of a ledger. */
  jumpToTable: (register: RegisterName, id: string) => void;
}

export const useYear = createDocumentStore(
  {
    document: 'year',
    kind: async () => (await import('../../shared/registers/year/document.ts')).yearDocument,
    contextOf: () => undefined,
    // Rows were typed in: nothing of them is taken back because a disk was full.
    onFailure: 'keep',
    refusedAt: '（点上方的“有内容没保存”会转到那里）',
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
        set({ today, screen: 'week', chosen: {}, table: undefined });
    },
    goTo: (screen) => {
      flushTypedText();
      set({ screen, table: undefined });
    },
    choose: (register, id, as) => {
      flushTypedText();
      set({ chosen: { ...get().chosen, [register]: id }, fresh: as && id });
    },
    jumpTo: (register, id, as) => {
      flushTypedText();
      const { chosen, jumps } = get();
      const at = { screen: register, fresh: as && id, table: undefined, jumps: jumps + 1 };
      set({ ...at, chosen: { ...chosen, [register]: id } });
    },
    jumpToTable: (register, id) => {
      flushTypedText();
      const { chosen, jumps } = get();
      // A case that is open would hide it.
      const at = { screen: register, fresh: undefined, table: id, jumps: jumps + 1 };
      set({ ...at, chosen: { ...chosen, [register]: undefined } });
    },
  }),
);

/** The open year; only its screens may ask. */
export function useOpenYear(): OpenedDocument<'year'> & { readonly value: Year } {
  const open = useYear((state) => state.open);
  if (!open) throw new Error('No year is open');
  return open;
}
