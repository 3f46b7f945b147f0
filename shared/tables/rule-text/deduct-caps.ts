import type { Points } from '../../values/points.ts';
import type { ActionOf } from './actions.ts';
import { ofKind, type Reading } from './composition.ts';
import type { Statement } from './statement.ts';

interface Caps {
  /** What each deduction can take at most. */
  readonly of: ReadonlyMap<Statement, Points>;
  readonly used: readonly Statement[];
}

/** A cap belongs to the one fault of its sentence; the cap over all faults becomes the floor instead. */
export function assignCaps(reading: Reading, doubts: string[]): Caps {
  const caps = new Map<Statement, Points>();
  const used: Statement[] = [];
  const deductions = ofKind(reading, 'deduct');
  const all = ofKind(reading, 'cap');
  for (const cap of all) {
    if (coversAll(cap, reading)) {
      used.push(cap);
      continue;
    }
    const before = deductions.filter(({ action }) => action.to <= cap.action.from);
    const inSentence = before.filter(({ sentence }) => sentence === cap.sentence);
    const target = before.at(-1);
    if (!target || caps.has(target)) continue;
    used.push(cap);
    if (inSentence.length !== 1) doubts.push('扣分上限是对一种情形还是对全部情形，请核对');
    const isLast = reading.statements.at(-1) === cap || reading.statements.at(-1)?.action.kind === 'neutral';
    if (deductions.length > 1 && all.length === 1 && target === deductions.at(-1) && isLast) {
      doubts.push('扣分上限是对最后一种情形还是对全部情形，请核对');
    }
    if (reading.fullScore !== undefined && cap.action.points > reading.fullScore)
      doubts.push('扣分上限高于本项分值');
    else if (cap.action.points !== reading.fullScore) caps.set(target, cap.action.points);
  }
  return { of: caps, used };
}

/** A cap on all faults together: 累计 after faults that share its sentence, or in a sentence of its own. */
export function coversAll(cap: Statement<ActionOf<'cap'>>, reading: Reading): boolean {
  const deductions = ofKind(reading, 'deduct');
  const beside = deductions.filter(({ sentence }) => sentence === cap.sentence).length;
  const isLast = deductions.every(({ action }) => action.to <= cap.action.from);
  if (deductions.length < 2) return false;
  if (cap.action.total && deductions.every(({ action }) => action.from >= cap.action.to)) return true;
  if (!isLast) return false;
  return cap.action.total ? beside === 0 || beside === deductions.length : beside === deductions.length;
}
