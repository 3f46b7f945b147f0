import { ownerFor } from '../../shared/registers/projects/rows.ts';
import { registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { columnsIn, firstFields } from '../../shared/registers/year/columns.ts';
import { useYear } from '../state/year-store.ts';

/** A new entry, shown to be filled in; its day is today, where it is asked for one. */
export async function addEntry(name: RegisterName): Promise<void> {
  const { open, edit, choose, chosen, today } = useYear.getState();
  if (!open) return;
  const columns = columnsIn(open.value, name);
  const id = crypto.randomUUID();
  const { month, isOfTheYear } = registerOf(name);
  const isDayAsked = name !== 'tasks' && !isOfTheYear && columns.some(({ code }) => code === month);
  const fields = {
    ...firstFields(columns),
    ...ownerFor(open.value, name, chosen),
    ...(isDayAsked && { [month]: today }),
  };
  const adding = edit({ kind: 'addEntries', register: name, entries: [{ id, fields, files: [] }] });
  choose(name, id, 'fresh');
  await adding;
}
