import { filledEntries } from '../../../shared/registers/year/entries.ts';
import type { Entry } from '../../../shared/registers/entry.ts';
import type { RegisterName } from '../../../shared/registers/kinds.ts';
import { useOpenYear } from '../../state/year-store.ts';

/** The place of an entry in the order of the list. */
export function Place({ name, entry }: { readonly name: RegisterName; readonly entry: Entry }) {
  const { value } = useOpenYear();
  const entries = filledEntries(value, name);
  const at = entries.findIndex(({ id }) => id === entry.id);
  if (at < 0) return null;
  return (
    <span>
      推荐顺序：第 {at + 1} 位，共 {entries.length}
    </span>
  );
}
