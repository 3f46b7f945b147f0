import { columnsOf, firstFields, registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { useYear } from '../state/year-store.ts';

/** A new entry, shown to be filled in; its day is today. */
export async function addEntry(name: RegisterName): Promise<void> {
  const { edit, choose, today } = useYear.getState();
  const id = crypto.randomUUID();
  const { month } = registerOf(name);
  const isDayAsked = name !== 'tasks' && columnsOf(name).some(({ code }) => code === month);
  const fields = { ...firstFields(name), ...(isDayAsked && { [month]: today }) };
  const adding = edit({ kind: 'addEntries', register: name, entries: [{ id, fields, files: [] }] });
  choose(name, id, 'fresh');
  await adding;
}
