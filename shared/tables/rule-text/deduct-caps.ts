import type { Points } from '../../values/points.ts';
import type { ActionOf } from './actions.ts';
import { labelOf, ofKind, type Reading } from './composition.ts';
import { occurrence } from './occurrence.ts';
import type { Statement } from './statement.ts';

const WHICH = '扣分上限是对一种情形还是对全部情形，请核对';

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
    if (inSentence.length !== 1) doubts.push(WHICH);
    if (cap.action.open) doubts.push(lostOrLeft(cap, reading));
    const isLast = reading.statements.at(-1) === cap || reading.statements.at(-1)?.action.kind === 'neutral';
    const mayCoverAll = all.length === 1 || cap.action.total || cap.action.ofItem || isIdle(cap, target);
    if (deductions.length > 1 && mayCoverAll && target === deductions.at(-1) && isLast)
      doubts.push('扣分上限是对最后一种情形还是对全部情形，请核对');
    else if (isIdle(cap, target)) doubts.push(`“${labelOf(target.condition, '')}”按什么次数扣分，请核对`);
    if (reading.fullScore !== undefined && cap.action.points > reading.fullScore)
      doubts.push('扣分上限高于本项分值');
    else if (cap.action.points !== reading.fullScore) caps.set(target, cap.action.points);
  }
  return { of: caps, used };
}

/** 未更新扣1分，最多扣5分: one fault that strikes once never comes so far. */
function isIdle(
  cap: Statement<ActionOf<'cap'>>,
  { action, condition, count }: Statement<ActionOf<'deduct'>>,
): boolean {
  return action.points < cap.action.points && !action.unit && !occurrence(count || condition).repeats;
}

/**
 * A cap on all faults together: 累计 after faults that share its sentence, a clause behind all of them, a sentence of
 * its own, or what stands before them with a colon.
 */
export function coversAll(cap: Statement<ActionOf<'cap'>>, reading: Reading): boolean {
  const { total, ofItem, from, to } = cap.action;
  const deductions = ofKind(reading, 'deduct');
  if (deductions.length < 2) return false;
  if (deductions.every(({ action }) => action.from >= to)) return total || ofItem || reading.text[to] === ':';
  if (deductions.some(({ action }) => action.to > from)) return false;
  const beside = deductions.filter(({ sentence }) => sentence === cap.sentence).length;
  if (beside === deductions.length) return true;
  // A每处扣1分。最多扣2分。B每处扣1分。最多扣3分: each behind its own fault.
  return beside === 0 && (total || ofItem || ofKind(reading, 'cap').length === 1);
}

/** Why a cap over all faults may be one of the last fault alone. */
export function totalDoubts(cap: Statement<ActionOf<'cap'>>, reading: Reading): string[] {
  const { action, sentence } = cap;
  const deductions = ofKind(reading, 'deduct');
  const parts = new Set(deductions.map(({ part }) => part));
  const doubts: string[] = [];
  const isApart = deductions.every((found) => found.sentence !== sentence || found.action.from >= action.to);
  const says = action.total || action.ofItem || isApart;
  if (!says && (reading.text[action.from - 1] === '(' || couldBeOfLast(cap, deductions))) doubts.push(WHICH);
  if (action.open) doubts.push(lostOrLeft(cap, reading));
  const isMiscounted = action.several !== undefined && action.several !== deductions.length;
  if (isMiscounted || parts.size > 1) doubts.push('扣分总上限不明确，请核对');
  return doubts;
}

function lostOrLeft({ action }: Statement, { text }: Reading): string {
  return `“${text.slice(action.from, action.to)}”是最多扣这些分还是剩下这些分，请核对`;
}

/** 每件扣0.5分，最多扣2分 after other faults: a cap that the last fault cannot reach by itself is one over all. */
function couldBeOfLast(
  cap: Statement<ActionOf<'cap'>>,
  deductions: readonly Statement<ActionOf<'deduct'>>[],
): boolean {
  const last = deductions.at(-1);
  if (!last) return true;
  return (
    last.action.points >= cap.action.points ||
    last.action.unit !== undefined ||
    occurrence(last.count || last.condition).repeats
  );
}
