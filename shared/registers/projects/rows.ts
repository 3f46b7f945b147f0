import { type Entry, fieldOf } from '../entry.ts';
import { columnsOf, type RegisterName } from '../kinds.ts';
import { entriesOf, isEmpty } from '../year/entries.ts';
import type { Year } from '../year/schema.ts';
import { OWNER } from './owner.ts';

/** Registers whose rows belong to a project. */
export const OWNED = ['steps', 'differences'] as const satisfies readonly RegisterName[];
export type OwnedName = (typeof OWNED)[number];

type Filled = Pick<Year, 'registers'>;

/** Whether rows of a register belong to those of another one. */
export function isOwned(name: RegisterName): name is OwnedName {
  return columnsOf(name).some(({ of }) => of !== undefined);
}

/** The rows of a project. */
export function rowsOfProject(year: Filled, name: OwnedName, project: string): readonly Entry[] {
  return entriesOf(year, name).filter((entry) => fieldOf(entry, OWNER.code) === project);
}

/** The same without those in which nothing is filled in yet: whatever is counted is of them. */
export function filledOfProject(year: Filled, name: OwnedName, project: string): readonly Entry[] {
  return rowsOfProject(year, name, project).filter((entry) => !isEmpty(name, entry));
}

/** Rows that belong to no project: it was removed, or none was ever chosen. */
export function withoutProject(year: Filled, name: OwnedName): readonly Entry[] {
  const known = new Set(entriesOf(year, 'projects').map(({ id }) => id));
  return entriesOf(year, name).filter((entry) => !known.has(fieldOf(entry, OWNER.code)));
}

/** Of a new row: the project of the row that is open, the one that is chosen, or the only one there is. */
export function ownerFor(
  year: Filled,
  name: RegisterName,
  chosen: Readonly<Partial<Record<RegisterName, string>>>,
): Entry['fields'] | undefined {
  if (!isOwned(name)) return undefined;
  const projects = entriesOf(year, 'projects').map(({ id }) => id);
  const open = entriesOf(year, name).find(({ id }) => id === chosen[name]);
  const likely = [open && fieldOf(open, OWNER.code), chosen.projects, projects.length === 1 && projects[0]];
  const id = likely.find((each) => projects.some((known) => known === each));
  return typeof id === 'string' ? { [OWNER.code]: id } : undefined;
}
