import type { Ranked } from './ranking.ts';
import type { Acceptance } from './schema.ts';

/** What a person decides of packages that cannot all count: this one, one of the others (by key), all of them. */
export type Pick = 'mine' | 'all' | { readonly other: string };

interface Decision {
  readonly mine: Ranked;
  /** Those that it collides with, undecided until now. */
  readonly others: readonly Ranked[];
  readonly pick: Pick;
  readonly reason: string;
  readonly acceptances: readonly Acceptance[];
}

/** Drafts, other standards and what came late are out whatever is decided: nothing takes their place. */
export function canRun({ candidate: { verdict, timing } }: Ranked): boolean {
  return verdict !== 'draft' && verdict !== 'wrong-standard' && timing !== 'late';
}

/** The decision as the desk keeps it, together with what was decided of the same package before; its reason may be too long. */
export function acceptanceFor({ mine, others, pick, reason, acceptances }: Decision): Acceptance {
  const [own, running] = [mine.candidate, others.filter(canRun).map(({ candidate }) => candidate.key)];
  const against = others.map(({ candidate }) => candidate.key);
  const content = own.suspicions.length > 0;
  if (pick === 'mine') return add({ key: own.key, reason, instead: running, against, content }, acceptances);
  if (pick === 'all') return add({ key: own.key, reason, instead: [], against, content }, acceptances);
  // Its content is another question than whose it is.
  const other = { key: pick.other, reason, instead: [own.key], against: [own.key], content: false };
  return add(other, acceptances);
}

function add(acceptance: Acceptance, acceptances: readonly Acceptance[]): Acceptance {
  const before = acceptances.find(({ key }) => key === acceptance.key);
  if (!before) return acceptance;
  return {
    key: acceptance.key,
    reason: `${before.reason}；${acceptance.reason}`,
    instead: [...new Set([...before.instead, ...acceptance.instead])],
    against: [...new Set([...before.against, ...acceptance.against])],
    content: before.content || acceptance.content,
  };
}
