import { ledgerNamed, registerOf, type RegisterName } from '../kinds.ts';
import type { Year } from './schema.ts';

/** Of its table and its paper: 2026年行政指导台账. */
export function registerTitle({ year }: Pick<Year, 'year'>, name: RegisterName): string {
  const { label, paper } = registerOf(name);
  return `${year}年${paper ?? (name === 'tasks' ? label : ledgerNamed(label))}`;
}
