import { own } from '../../values/own.ts';
import type { Entry } from '../entry.ts';
import type { RegisterName } from '../kinds.ts';
import type { Year } from './schema.ts';

/** Entries of a register, in the order in which they came. */
export function entriesOf({ registers }: Pick<Year, 'registers'>, register: RegisterName): readonly Entry[] {
  return own(registers, register) ?? [];
}
