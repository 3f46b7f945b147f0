import { own } from '../../values/own.ts';
import type { Entry } from '../entry.ts';
import { columnsOf, registerOf, type RegisterName } from '../kinds.ts';
import type { Year } from './schema.ts';

/** Entries of a register, in the order in which they came; also those in which nothing is filled in yet. */
export function entriesOf({ registers }: Pick<Year, 'registers'>, register: RegisterName): readonly Entry[] {
  return own(registers, register) ?? [];
}

/** Those that are something: whatever is counted, told or leaves the program is of them. */
export function filledEntries(year: Pick<Year, 'registers'>, register: RegisterName): readonly Entry[] {
  return entriesOf(year, register).filter((entry) => !isEmpty(register, entry));
}

/** Nothing but what a new one begins with: its day (of a ledger, whichever), its project and its first choices. */
export function isEmpty(register: RegisterName, { fields, files }: Pick<Entry, 'fields' | 'files'>): boolean {
  const { month } = registerOf(register);
  const columns = columnsOf(register);
  const owners = new Set(columns.filter(({ of }) => of !== undefined).map(({ code }) => code));
  const firsts = new Map(columns.map(({ code, first }) => [code, first]));
  const isAsBegun = ([code, text]: [string, string]): boolean =>
    text.trim() === '' ||
    text === firsts.get(code) ||
    owners.has(code) ||
    (code === month && register !== 'tasks');
  return files.length === 0 && Object.entries(fields).every(isAsBegun);
}
