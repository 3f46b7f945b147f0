import { z } from 'zod';
import { assertNever } from '../values/assert-never.ts';
import { type Assessment, entryOf, ruleInputSchema, sha256Schema } from '../assessment/schema.ts';
import { codeSchema } from '../standard/schema.ts';
import {
  type Acceptance,
  acceptanceSchema,
  choiceSchema,
  confirmationSchema,
  type Desk,
  fieldVisitSchema,
  packageKeySchema,
  photoSchema,
  publicitySchema,
  rankAdjustmentSchema,
  type Review,
  type ReviewEntry,
  reviewEntryOf,
  reviewEntrySchema,
  reviewSchema,
  surveySchema,
} from './schema.ts';

const reason = z.string().max(5000);

/** Everything that an evaluator can change on one package. Each edit is one step of undo. */
export const reviewEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('score'), code: codeSchema, input: ruleInputSchema }),
  z.object({ kind: z.literal('notApplicable'), code: codeSchema }),
  /** Back to 待核; the reason and the decisions on evidence stay. */
  z.object({ kind: z.literal('clearScore'), code: codeSchema }),
  /** Takes over what the unit stated, for each code; one that the unit left unscored stays pending. */
  z.object({ kind: z.literal('agree'), codes: z.array(codeSchema).min(1).max(10_000) }),
  z.object({ kind: z.literal('setReason'), code: codeSchema, reason }),
  z.object({
    kind: z.literal('decideEvidence'),
    code: codeSchema,
    sha256: sha256Schema,
    /** `undecided` takes the decision back. */
    decision: z.enum(['accepted', 'rejected', 'undecided']),
    reason: reason.default(''),
  }),
  z.object({ kind: z.literal('setReviewers'), reviewers: reviewSchema.shape.reviewers }),
  /** Adds the visit or replaces the one with its id; its photos stay as they are (`addPhoto`). */
  z.object({ kind: z.literal('putFieldVisit'), visit: fieldVisitSchema.omit({ photos: true }) }),
  z.object({ kind: z.literal('removeFieldVisit'), id: z.uuid() }),
  z.object({ kind: z.literal('addPhoto'), visitId: z.uuid(), photo: photoSchema }),
  z.object({ kind: z.literal('removePhoto'), visitId: z.uuid(), sha256: sha256Schema }),
  z.object({ kind: z.literal('setSurvey'), survey: surveySchema.nullable() }),
  z.object({ kind: z.literal('setPublicity'), publicity: publicitySchema.nullable() }),
  z.object({ kind: z.literal('setConfirmation'), confirmation: confirmationSchema.nullable() }),
  z.object({ kind: z.literal('setConclusion'), conclusion: reason }),
  /** Whole entries at once: a workbook that was filled in, a colleague's review. */
  z.object({ kind: z.literal('takeEntries'), entries: z.record(codeSchema, reviewEntrySchema) }),
]);
export type ReviewEdit = z.output<typeof reviewEditSchema>;

/**
 * Applies one edit. Pure: the caller gives the unit's assessment, which never changes, and the time (ISO 8601).
 * Unknown evidence and unknown visits are refused with a RangeError.
 */
export function applyReviewEdit(
  review: Review,
  edit: ReviewEdit,
  { assessment, now }: { assessment: Assessment; now: string },
): Review {
  return { ...change(review, edit, assessment), updatedAt: now };
}

function change(review: Review, edit: ReviewEdit, assessment: Assessment): Review {
  switch (edit.kind) {
    case 'score':
      return withEntry(review, edit.code, (entry) => ({ ...without(entry, 'scored'), input: edit.input }));
    case 'notApplicable':
      return withEntry(review, edit.code, (entry) => without(entry, 'notApplicable'));
    case 'clearScore':
      return withEntry(review, edit.code, (entry) => without(entry, 'pending'));
    case 'agree':
      return edit.codes.reduce((sum, code) => agree(sum, code, assessment), review);
    case 'setReason':
      return withEntry(review, edit.code, (entry) => ({ ...entry, reason: edit.reason }));
    case 'decideEvidence':
      return decide(review, edit, assessment);
    case 'setReviewers':
      return { ...review, reviewers: [...new Set(edit.reviewers)] };
    case 'putFieldVisit': {
      const { visit } = edit;
      const known = review.fieldVisits.find(({ id }) => id === visit.id);
      return known
        ? withVisit(review, visit.id, ({ photos }) => ({ ...visit, photos }))
        : { ...review, fieldVisits: [...review.fieldVisits, { ...visit, photos: [] }] };
    }
    case 'removeFieldVisit':
      return { ...review, fieldVisits: review.fieldVisits.filter(({ id }) => id !== edit.id) };
    case 'addPhoto':
      return withVisit(review, edit.visitId, (visit) =>
        visit.photos.some(({ sha256 }) => sha256 === edit.photo.sha256)
          ? visit
          : { ...visit, photos: [...visit.photos, edit.photo] },
      );
    case 'removePhoto':
      return withVisit(review, edit.visitId, (visit) => ({
        ...visit,
        photos: visit.photos.filter(({ sha256 }) => sha256 !== edit.sha256),
      }));
    case 'setSurvey':
      return { ...review, survey: edit.survey ?? undefined };
    case 'setPublicity':
      return { ...review, publicity: edit.publicity ?? undefined };
    case 'setConfirmation':
      return { ...review, confirmation: edit.confirmation ?? undefined };
    case 'setConclusion':
      return { ...review, conclusion: edit.conclusion };
    case 'takeEntries':
      return { ...review, entries: { ...review.entries, ...edit.entries } };
    default:
      return assertNever(edit);
  }
}

function withEntry(review: Review, code: string, update: (entry: ReviewEntry) => ReviewEntry): Review {
  return { ...review, entries: { ...review.entries, [code]: update(reviewEntryOf(review, code)) } };
}

/** The reason and the decisions on evidence alone. */
function without({ reason, evidence }: ReviewEntry, state: ReviewEntry['state']): ReviewEntry {
  return { state, reason, evidence };
}

function agree(review: Review, code: string, assessment: Assessment): Review {
  const self = entryOf(assessment, code);
  if (self.state === 'unscored') return review;
  return withEntry(review, code, (entry) =>
    self.state === 'notApplicable'
      ? without(entry, 'notApplicable')
      : { ...without(entry, 'scored'), input: self.input },
  );
}

function decide(
  review: Review,
  { code, sha256, decision, reason }: Extract<ReviewEdit, { kind: 'decideEvidence' }>,
  assessment: Assessment,
): Review {
  if (!entryOf(assessment, code).evidence.includes(sha256)) {
    throw new RangeError(`Evidence ${sha256} is not linked to ${code}`);
  }
  return withEntry(review, code, (entry) => {
    const others = Object.entries(entry.evidence).filter(([each]) => each !== sha256);
    const decided = decision === 'undecided' ? [] : [[sha256, { decision, reason }] as const];
    return { ...entry, evidence: Object.fromEntries([...others, ...decided]) };
  });
}

function withVisit(
  review: Review,
  id: string,
  update: (visit: Review['fieldVisits'][number]) => Review['fieldVisits'][number],
): Review {
  if (!review.fieldVisits.some((visit) => visit.id === id)) {
    throw new RangeError(`There is no field visit ${id}`);
  }
  return { ...review, fieldVisits: review.fieldVisits.map((each) => (each.id === id ? update(each) : each)) };
}

/** Everything that belongs to the desk as a whole. */
export const deskEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setTitle'), title: z.string().trim().min(1).max(100) }),
  /** Chooses, or changes the reason of a choice. */
  z.object({ kind: z.literal('choose'), choice: choiceSchema }),
  /** The reason goes to the journal. */
  z.object({ kind: z.literal('unchoose'), key: packageKeySchema, reason: reason.default('') }),
  z.object({ kind: z.literal('adjustRank'), adjustment: rankAdjustmentSchema }),
  z.object({ kind: z.literal('clearRank'), key: packageKeySchema, reason: reason.default('') }),
  /** Lets a package in doubt count. It overrules every earlier decision that took another one in its place. */
  z.object({ kind: z.literal('acceptPackage'), acceptance: acceptanceSchema }),
  /** The doubts are open again. The reason goes to the journal. */
  z.object({ kind: z.literal('withdrawAcceptance'), key: packageKeySchema, reason: reason.default('') }),
]);
export type DeskEdit = z.output<typeof deskEditSchema>;

/** Applies one edit of the desk. Pure: the caller gives the time (ISO 8601). */
export function applyDeskEdit(desk: Desk, edit: DeskEdit, now: string): Desk {
  return { ...changeDesk(desk, edit), updatedAt: now };
}

function changeDesk(desk: Desk, edit: DeskEdit): Desk {
  switch (edit.kind) {
    case 'setTitle':
      return { ...desk, title: edit.title };
    case 'choose':
      return { ...desk, choices: put(desk.choices, edit.choice) };
    case 'unchoose':
      return { ...desk, choices: desk.choices.filter(({ key }) => key !== edit.key) };
    case 'adjustRank':
      return { ...desk, adjustments: put(desk.adjustments, edit.adjustment) };
    case 'clearRank':
      return { ...desk, adjustments: desk.adjustments.filter(({ key }) => key !== edit.key) };
    case 'acceptPackage':
      return { ...desk, acceptances: accept(desk.acceptances, edit.acceptance) };
    case 'withdrawAcceptance':
      return { ...desk, acceptances: desk.acceptances.filter(({ key }) => key !== edit.key) };
    default:
      return assertNever(edit);
  }
}

function accept(list: readonly Acceptance[], acceptance: Acceptance): Acceptance[] {
  const { key } = acceptance;
  const without = list.map((each) => ({ ...each, instead: each.instead.filter((other) => other !== key) }));
  return put(without, acceptance);
}

function put<T extends { key: string }>(list: readonly T[], value: T): T[] {
  return list.some(({ key }) => key === value.key)
    ? list.map((each) => (each.key === value.key ? value : each))
    : [...list, value];
}
