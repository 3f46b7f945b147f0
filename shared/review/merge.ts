import * as z from 'zod';
import {
  confirmationSchema,
  evidenceDecisionSchema,
  EMPTY_REVIEW_ENTRY,
  fieldVisitSchema,
  gapsSchema,
  publicitySchema,
  type Review,
  reviewEntryOf,
  reviewEntrySchema,
  surveySchema,
} from './schema.ts';

const sides = <T extends z.ZodType>(value: T) => ({ ours: value.optional(), theirs: value.optional() });
const verdictOf = reviewEntrySchema.omit({ evidence: true });

/**
 * One thing that two evaluators' reviews of one package do not have alike. `path` names it in the picks; a side
 * that has nothing there is absent.
 */
export const differenceSchema = z.discriminatedUnion('part', [
  z.object({ part: z.literal('entry'), path: z.string(), code: z.string(), ...sides(verdictOf) }),
  z.object({
    part: z.literal('evidence'),
    path: z.string(),
    code: z.string(),
    sha256: z.string(),
    ...sides(evidenceDecisionSchema),
  }),
  z.object({ part: z.literal('fieldVisit'), path: z.string(), ...sides(fieldVisitSchema) }),
  z.object({ part: z.literal('survey'), path: z.string(), ...sides(surveySchema) }),
  z.object({ part: z.literal('publicity'), path: z.string(), ...sides(publicitySchema) }),
  z.object({ part: z.literal('confirmation'), path: z.string(), ...sides(confirmationSchema) }),
  z.object({ part: z.literal('gaps'), path: z.string(), ...sides(gapsSchema) }),
  z.object({ part: z.literal('conclusion'), path: z.string(), ...sides(z.string()) }),
]);
export type Difference = z.output<typeof differenceSchema>;

export const picksSchema = z.record(z.string().max(200), z.enum(['ours', 'theirs']));
export type Picks = z.output<typeof picksSchema>;

/**
 * The two sides that a user must choose between; where only one side has something, nothing is in conflict. A
 * confirmation of 合理缺项 is nobody else's to give: it is always asked for.
 */
export function isConflict({ part, ours, theirs }: Difference): boolean {
  return part === 'gaps' || (ours !== undefined && theirs !== undefined);
}

/** What the two reviews do not have alike, in the order of `codes` (the standard's). */
export function reviewDifferences(ours: Review, theirs: Review, codes: readonly string[]): Difference[] {
  const differences = [
    ...codes.flatMap((code) => entryDifferences(ours, theirs, code)),
    ...visitDifferences(ours, theirs),
    { part: 'survey', path: 'survey', ours: ours.survey, theirs: theirs.survey } as const,
    { part: 'publicity', path: 'publicity', ours: ours.publicity, theirs: theirs.publicity } as const,
    {
      part: 'confirmation',
      path: 'confirmation',
      ours: ours.confirmation,
      theirs: theirs.confirmation,
    } as const,
    { part: 'gaps', path: 'gaps', ours: ours.gapsConfirmed, theirs: theirs.gapsConfirmed } as const,
    {
      part: 'conclusion',
      path: 'conclusion',
      ours: ours.conclusion || undefined,
      theirs: theirs.conclusion || undefined,
    } as const,
  ];
  return differences.filter((each) => !same(each.ours, each.theirs));
}

/**
 * Ours with what only they have, and with theirs where `picks` says so. A conflict without a pick is refused
 * with a RangeError: nothing is ever overwritten unasked.
 */
export function mergeReviews(
  ours: Review,
  theirs: Review,
  { codes, picks, now }: { codes: readonly string[]; picks: Picks; now: string },
): Review {
  const reviewers = [...new Set([...ours.reviewers, ...theirs.reviewers])];
  const start: Review = { ...ours, reviewers, updatedAt: now };
  return reviewDifferences(ours, theirs, codes).reduce((merged, difference) => {
    const pick = Object.hasOwn(picks, difference.path) ? picks[difference.path] : undefined;
    if (isConflict(difference) && pick === undefined) {
      throw new RangeError(`No side was picked for ${difference.path}`);
    }
    const takesTheirs = isConflict(difference) ? pick === 'theirs' : difference.ours === undefined;
    return takesTheirs ? take(merged, difference) : merged;
  }, start);
}

function entryDifferences(ours: Review, theirs: Review, code: string): Difference[] {
  const [our, their] = [reviewEntryOf(ours, code), reviewEntryOf(theirs, code)];
  const hashes = [...new Set([...Object.keys(our.evidence), ...Object.keys(their.evidence)])];
  return [
    { part: 'entry', path: `entry:${code}`, code, ours: verdict(our), theirs: verdict(their) },
    ...hashes.map((sha256): Difference => ({
      part: 'evidence',
      path: `evidence:${code}:${sha256}`,
      code,
      sha256,
      ours: our.evidence[sha256],
      theirs: their.evidence[sha256],
    })),
  ];
}

/** Undefined where nothing was decided and nothing written. */
function verdict({
  state,
  input,
  points,
  reason,
}: Review['entries'][string]): z.output<typeof verdictOf> | undefined {
  return state === 'pending' && reason === '' ? undefined : { state, input, points, reason };
}

function visitDifferences(ours: Review, theirs: Review): Difference[] {
  const ids = [...new Set([...ours.fieldVisits, ...theirs.fieldVisits].map(({ id }) => id))];
  const find = (review: Review, id: string) => review.fieldVisits.find((visit) => visit.id === id);
  return ids.map((id) => ({
    part: 'fieldVisit',
    path: `visit:${id}`,
    ours: find(ours, id),
    theirs: find(theirs, id),
  }));
}

function take(review: Review, difference: Difference): Review {
  switch (difference.part) {
    case 'entry': {
      const { evidence } = reviewEntryOf(review, difference.code);
      const entry = { ...EMPTY_REVIEW_ENTRY, ...difference.theirs, evidence };
      return { ...review, entries: { ...review.entries, [difference.code]: entry } };
    }
    case 'evidence': {
      const { code, sha256, theirs } = difference;
      const entry = reviewEntryOf(review, code);
      const evidence = theirs ? { ...entry.evidence, [sha256]: theirs } : entry.evidence;
      return { ...review, entries: { ...review.entries, [code]: { ...entry, evidence } } };
    }
    case 'fieldVisit': {
      const { ours, theirs } = difference;
      if (!theirs) return review;
      // Photos are files: those that are here stay, whoever's words are taken.
      const added = theirs.photos.filter(
        ({ sha256 }) => !ours?.photos.some((each) => each.sha256 === sha256),
      );
      const visit = { ...theirs, photos: [...(ours?.photos ?? []), ...added] };
      const others = review.fieldVisits.filter(({ id }) => id !== theirs.id);
      return { ...review, fieldVisits: [...others, visit] };
    }
    case 'survey':
      return { ...review, survey: difference.theirs };
    case 'publicity':
      return { ...review, publicity: difference.theirs };
    case 'confirmation':
      return { ...review, confirmation: difference.theirs };
    case 'gaps':
      return { ...review, gapsConfirmed: difference.theirs };
    case 'conclusion':
      return { ...review, conclusion: difference.theirs ?? '' };
  }
}

/** Equal as stored: the order of an object's keys and absent keys do not count. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]),
  );
}
