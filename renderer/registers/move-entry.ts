import type { Entry } from '../../shared/registers/entry.ts';
import type { RegisterName } from '../../shared/registers/kinds.ts';
import { entriesOf } from '../../shared/registers/year/entries.ts';
import { useYear } from '../state/year-store.ts';

/** One place up or down among those that are shown; of a list, whose order is the office's. */
export async function moveEntry(
  name: RegisterName,
  { shown, id, by }: { readonly shown: readonly Entry[]; readonly id: string; readonly by: 1 | -1 },
): Promise<void> {
  const { open, edit } = useYear.getState();
  const target = shown[shown.findIndex((entry) => entry.id === id) + by];
  if (!open || !target) return;
  const all = entriesOf(open.value, name);
  const above = all[all.findIndex((entry) => entry.id === target.id) - 1];
  const after = by === 1 ? target.id : (above?.id ?? null);
  await edit({ kind: 'moveEntry', register: name, id, after });
}
