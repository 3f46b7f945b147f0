import { registerOf, type RegisterName } from './kinds.ts';
import { textKey } from './text-key.ts';

/** By which what stands in a column of a register tells one entry from another; undefined of what tells nothing. */
export function keyIn(name: RegisterName, code: string, text: string): string | undefined {
  const { keyed = textKey } = registerOf(name).columns.find((column) => column.code === code) ?? {};
  return keyed(text);
}
