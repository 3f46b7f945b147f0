import type { Entry } from '../../../shared/registers/entry.ts';
import { importedFields } from '../../../shared/registers/import/rows.ts';
import type { ReadTable, TwinRow } from '../../../shared/registers/import-table.ts';
import type { RegisterName } from '../../../shared/registers/kinds.ts';
import { type After, afterSame } from '../../../shared/registers/year/placing.ts';
import { isOnlyMore, type SameRow } from '../../../shared/registers/same-entry.ts';

/** Of a row that is likely an entry already registered: it says so by the table, it stays as it is, or it is another one. */
export type Decision = 'update' | 'keep' | 'add';
/** Of a row that says what another one of its table says: both are the same one, or each is one. */
export type TwinDecision = 'once' | 'each';
/** By the number of the row: one is asked about either as known or as a twin, or is new and may be left out. */
export type Decisions = Readonly<Record<number, Decision | TwinDecision | 'leave'>>;

/** Whether a new row is not to be registered. */
export function isLeft(row: number, decided: Decisions): boolean {
  return decided[row] === 'leave';
}

/** What holds of a row until the user says otherwise; undefined: he has to, since the table contradicts what is there. */
export function decisionOf(row: SameRow, decided: Decisions): Decision | undefined {
  const said = decided[row.row];
  if (said === 'update' || said === 'keep' || said === 'add') return said;
  return isOnlyMore(row) ? 'update' : undefined;
}

/** The same of a twin: of one that was in the table when it came in before, it was said then. */
export function twinDecisionOf({ row, isKnown }: TwinRow, decided: Decisions): TwinDecision | undefined {
  const said = decided[row];
  return said === 'once' || said === 'each' ? said : isKnown ? 'once' : undefined;
}

/** What is taken in by what was decided, and how many rows are not decided yet. */
export function taken(
  name: RegisterName,
  { entries, entryRows, same, twins }: ReadTable,
  { decided, known }: { readonly decided: Decisions; readonly known: readonly Entry[] },
): {
  entries: Entry[];
  after: After;
  changed: { id: string; fields: Record<string, string> }[];
  open: number;
} {
  const rowsOf = (decision: Decision | undefined): readonly SameRow[] =>
    same.filter((row) => decisionOf(row, decided) === decision);
  const ofTwins = (decision: TwinDecision | undefined): readonly TwinRow[] =>
    twins.filter((row) => twinDecisionOf(row, decided) === decision);
  const added = [...rowsOf('add'), ...ofTwins('each')];
  const fresh = [
    ...entries.filter((_, at) => !isLeft(entryRows[at] ?? 0, decided)),
    ...added.map(({ fields }) => asNew(name, fields)),
  ];
  return {
    ...{ entries: fresh, after: afterSame(name, fresh, known) },
    changed: rowsOf('update').map(({ entry, changes }) => ({
      id: entry.id,
      fields: Object.fromEntries(changes.map(({ code, to }) => [code, to])),
    })),
    open: rowsOf(undefined).length + ofTwins(undefined).length,
  };
}

/** By what the table says of it; nothing of the entry that it was held against. */
function asNew(name: RegisterName, fields: SameRow['fields']): Entry {
  return { id: crypto.randomUUID(), fields: importedFields(name, fields), files: [] };
}
