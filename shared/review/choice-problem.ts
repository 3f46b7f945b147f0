import type { Source } from '../standard/schema.ts';
import type { Candidate } from './candidate.ts';
import type { Ranked } from './ranking.ts';

export interface ChoiceProblem {
  readonly code:
    | 'unknown'
    | 'out'
    | 'doubt'
    | 'unfinished'
    | 'belowLine'
    | 'notEligible'
    | 'twice'
    | 'twoRoutes'
    | 'noBody'
    | 'perBody'
    | 'sameKind'
    | 'total'
    | 'order';
  /** `reminder`: worth a look, and nothing that the choice could break (原则上). */
  readonly severity: 'block' | 'reminder';
  /** Keys of the packages that it is about. */
  readonly keys: readonly string[];
  readonly message: string;
  readonly source?: Source;
}

export function nameOf(candidate: Candidate | undefined): string {
  return candidate?.unit || candidate?.fileName || '';
}

export function namesOf(group: readonly Ranked[]): string {
  return group.map(({ candidate }) => nameOf(candidate)).join('、');
}

export function keysOf(group: readonly Ranked[]): string[] {
  return group.map(({ candidate }) => candidate.key);
}

export function groups(list: readonly Ranked[], by: (each: Ranked) => string): Ranked[][] {
  const found = new Map<string, Ranked[]>();
  for (const each of list) found.set(by(each), [...(found.get(by(each)) ?? []), each]);
  return [...found.values()];
}
