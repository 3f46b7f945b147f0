import type { Entry } from '../../../shared/registers/entry.ts';
import { importedFields, type ReadTable } from '../../../shared/registers/import-table.ts';
import type { RegisterName } from '../../../shared/registers/kinds.ts';
import { isOnlyMore, type SameRow } from '../../../shared/registers/same-entry.ts';

/** Of a row that is likely an entry already registered: it says so by the table, it stays as it is, or it is another one. */
export type Decision = 'update' | 'keep' | 'add';
/** By the number of the row. */
export type Decisions = Readonly<Record<number, Decision>>;

/** What holds of a row until the user says otherwise; undefined: he has to, since the table contradicts what is there. */
export function decisionOf(row: SameRow, decided: Decisions): Decision | undefined {
  return decided[row.row] ?? (isOnlyMore(row) ? 'update' : undefined);
}

/** What is taken in by what was decided, and how many rows are not decided yet. */
export function taken(
  name: RegisterName,
  { entries, same }: ReadTable,
  decided: Decisions,
): { entries: Entry[]; changed: { id: string; fields: Record<string, string> }[]; open: number } {
  const rowsOf = (decision: Decision | undefined): readonly SameRow[] =>
    same.filter((row) => decisionOf(row, decided) === decision);
  return {
    entries: [...entries, ...rowsOf('add').map(({ fields }) => asNew(name, fields))],
    changed: rowsOf('update').map(({ entry, changes }) => ({
      id: entry.id,
      fields: Object.fromEntries(changes.map(({ code, to }) => [code, to])),
    })),
    open: rowsOf(undefined).length,
  };
}

/** By what the table says of it; nothing of the entry that it was held against. */
function asNew(name: RegisterName, fields: SameRow['fields']): Entry {
  return { id: crypto.randomUUID(), fields: importedFields(name, fields), files: [] };
}
