import type { Points } from '../../values/points.ts';
import type { Rule, RuleOf } from '../../standard/rules.ts';
import type { ActionKind, ActionOf } from './actions.ts';
import type { Statement } from './statement.ts';

export type Fault = RuleOf<'deduct'>['faults'][number];

/** What the readers found in a text, for the composers. */
export interface Reading {
  readonly text: string;
  readonly fullScore: Points | undefined;
  readonly statements: readonly Statement[];
}

/** A rule that a composer made of a reading, and why it may not be the right one (Chinese; empty: none). */
export interface Composition {
  readonly rule: Rule;
  readonly doubts: readonly string[];
  /** What the rule says. Whatever else was read becomes a doubt, whether or not the composer thought of it. */
  readonly used: ReadonlySet<Statement>;
}

export function ofKind<K extends ActionKind>(reading: Reading, kind: K): Statement<ActionOf<K>>[] {
  return reading.statements.filter((found): found is Statement<ActionOf<K>> => found.action.kind === kind);
}

/** Points of a give, where 满分 is the item's full score. */
export function pointsOf(action: ActionOf<'give'>, fullScore: Points | undefined): Points | undefined {
  return action.points === 'full' ? fullScore : action.points;
}

const LABEL_LENGTH = 100;

/** A label for an option or fault: the end of the condition, which stands next to the points. */
export function labelOf(condition: string, fallback: string): string {
  if (condition === '') return fallback;
  if (condition.length <= LABEL_LENGTH) return condition.replaceAll('\n', '');
  return `…${condition.slice(1 - LABEL_LENGTH).replaceAll('\n', '')}`;
}
