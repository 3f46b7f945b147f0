import { ownerFor } from '../../shared/registers/projects/rows.ts';
import { registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { columnsIn, firstFields } from '../../shared/registers/year/columns.ts';
import { useYear } from '../state/year-store.ts';

/** A new entry, shown to be filled in; its day is today, where it is asked for one. In a list it comes right behind `before`. */
export async function addEntry(name: RegisterName, before?: string): Promise<void> {
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
  const after = isOfTheYear && before !== undefined ? { [id]: before } : undefined;
  const adding = edit({ kind: 'addEntries', register: name, entries: [{ id, fields, files: [] }], after });
  choose(name, id, 'fresh');
  await adding;
}
