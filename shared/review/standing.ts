import { TIMING_LABELS } from '../campaign/deadline.ts';
import type { Candidate } from './candidate.ts';
import { type Collision, collisionOf, collisionsOf } from './identity.ts';
import type { Acceptance } from './schema.ts';

/** Why a package is not in the running; `by` is the key of the one that counts instead. */
export interface Out {
  readonly reason: 'superseded' | 'late' | 'draft' | 'wrong-standard' | 'suspect' | 'replaced';
  readonly by?: string;
}

export const OUT_LABELS: Record<Out['reason'], string> = {
  superseded: '已有新版本',
  late: TIMING_LABELS.late,
  draft: '草稿',
  'wrong-standard': '标准不符',
  suspect: '存疑，待决定',
  replaced: '未采用',
};

/** Where one package stands before any score is looked at. */
export interface Standing {
  /** Absent where it is in the running. */
  readonly out?: Out;
  /** What nobody has decided yet, in Chinese, one sentence each: about its content, about whose it is. */
  readonly doubts: readonly string[];
  /** The other packages of the undecided doubts about whose it is. */
  readonly collides: readonly string[];
  /** The person's decision to let it count, with the reason. */
  readonly accepted?: Acceptance;
}

/** Collisions that are said one by one. */
const NAMED = 20;

/**
 * Decides of all packages of a desk which ones run. Derived from what is there, not from the order in which it was
 * taken in, so that undo and a later arrival change exactly what they must. Of packages that collide, the one received
 * first runs until a person decides; one whose content is in doubt does not run until it is accepted. Pure.
 */
export function standingsOf(
  candidates: readonly Candidate[],
  acceptances: readonly Acceptance[],
): ReadonlyMap<string, Standing> {
  const accepted = new Map(acceptances.map((each) => [each.key, each]));
  const collisions = collisionsOf(candidates);
  const replacedBy = replacements(candidates, acceptances);
  const decided = (a: string, b: string): boolean => covers(accepted.get(a), b) || covers(accepted.get(b), a);
  const open = (key: string): Collision<Candidate>[] =>
    replacedBy.has(key)
      ? []
      : (collisions.get(key) ?? []).filter(
          ({ other }) => !replacedBy.has(other.key) && !decided(key, other.key),
        );

  const outs = new Map<string, Out>();
  const running = new Map<string, Candidate>();
  const held: Candidate[] = [];
  for (const each of [...candidates].sort(byArrival)) {
    const by = replacedBy.get(each.key);
    if (each.verdict === 'draft' || each.verdict === 'wrong-standard') {
      outs.set(each.key, { reason: each.verdict });
    } else if (each.timing === 'late') outs.set(each.key, { reason: 'late' });
    else if (by !== undefined) outs.set(each.key, { reason: 'replaced', by });
    else if (isInDoubt(each, accepted.get(each.key))) held.push(each);
    else if (open(each.key).some(({ other }) => running.has(other.key))) held.push(each);
    else running.set(each.key, each);
  }
  const counting = new Map<string, Candidate[]>();
  for (const each of [...running.values()].sort((a, b) => counts(b, a) || byArrival(a, b))) {
    const chain = counting.get(each.assessmentId) ?? [];
    const by = newer(each, chain);
    if (by) outs.set(each.key, { reason: 'superseded', by: by.key });
    else counting.set(each.assessmentId, [...chain, each]);
  }
  for (const each of held) {
    // An older revision of what counts already needs nobody's decision.
    const by = newer(each, counting.get(each.assessmentId) ?? []);
    outs.set(each.key, by ? { reason: 'superseded', by: by.key } : { reason: 'suspect' });
  }
  return new Map(
    candidates.map((each): [string, Standing] => {
      const acceptance = accepted.get(each.key);
      const mine = open(each.key);
      const out = outs.get(each.key);
      return [
        each.key,
        {
          ...(out && { out }),
          doubts: [
            ...(!replacedBy.has(each.key) && isInDoubt(each, acceptance) ? each.suspicions : []),
            ...mine.slice(0, NAMED).map(({ sentence }) => sentence),
            ...(mine.length > NAMED ? [`身份存疑：还与另外${mine.length - NAMED}份推荐包有同样的问题`] : []),
          ],
          collides: mine.map(({ other }) => other.key),
          ...(acceptance && { accepted: acceptance }),
        },
      ];
    }),
  );
}

/** Somebody has to decide before the order is final; what is out for another reason waits for nobody. */
export function isUndecided({ doubts, out }: Pick<Standing, 'doubts' | 'out'>): boolean {
  return doubts.length > 0 && (!out || out.reason === 'suspect');
}

/** By key, the package that a person took instead. */
function replacements(
  candidates: readonly Candidate[],
  acceptances: readonly Acceptance[],
): ReadonlyMap<string, string> {
  const here = new Set(candidates.map(({ key }) => key));
  return new Map(
    acceptances
      .filter(({ key }) => here.has(key))
      .flatMap(({ key, instead }) => instead.map((replaced) => [replaced, key] as const)),
  );
}

/** A decision is about the packages that were there: a later arrival is shown again. */
function covers(acceptance: Acceptance | undefined, other: string): boolean {
  return (
    acceptance !== undefined && (acceptance.against.includes(other) || acceptance.instead.includes(other))
  );
}

function isInDoubt({ suspicions }: Candidate, acceptance: Acceptance | undefined): boolean {
  return suspicions.length > 0 && acceptance?.content !== true;
}

/** The order of receiving; of one moment, any that is always the same. */
function byArrival(a: Candidate, b: Candidate): number {
  const [mine, theirs] = [`${a.receivedAt} ${a.key}`, `${b.receivedAt} ${b.key}`];
  return mine < theirs ? -1 : mine > theirs ? 1 : 0;
}

/** The first of `chain`, of the same unit, code and standard, that counts instead; undefined where none does. */
function newer(mine: Candidate, chain: readonly Candidate[]): Candidate | undefined {
  return chain.find(
    (each) => each.sample === mine.sample && counts(each, mine) > 0 && collisionOf(each, mine) === '',
  );
}

/** Positive where `a` counts instead of `b`: the newer revision. 0: neither. */
function counts(a: Candidate, b: Candidate): number {
  return a.revision - b.revision;
}
