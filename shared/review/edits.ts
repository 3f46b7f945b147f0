import * as z from 'zod';
import { assertNever } from '../values/assert-never.ts';
import { answerEditSchemas, withStep } from '../assessment/input-steps.ts';
import { type Assessment, entryOf, sha256Schema } from '../assessment/schema.ts';
import { codeSchema } from '../standard/schema.ts';
import { longTextSchema } from '../values/long-text.ts';
import { patched, patchOf } from '../values/patch.ts';
import {
  type Confirmation,
  confirmationSchema,
  fieldVisitSchema,
  gapsSchema,
  photoSchema,
  type Publicity,
  publicitySchema,
  type Review,
  type ReviewEntry,
  reviewEntryOf,
  reviewEntrySchema,
  reviewSchema,
  type Survey,
  surveyFieldsSchema,
  surveySchema,
} from './schema.ts';

/** Everything that an evaluator can change on one package. Each edit is one step of undo. */
export const reviewEditSchema = z.discriminatedUnion('kind', [
  ...answerEditSchemas,
  z.object({ kind: z.literal('notApplicable'), code: codeSchema }),
  /** Back to 待核; the reason and the decisions on evidence stay. */
  z.object({ kind: z.literal('clearScore'), code: codeSchema }),
  /** Takes over what the unit stated, for each code; one that the unit left unscored stays pending. */
  z.object({ kind: z.literal('agree'), codes: z.array(codeSchema).min(1).max(10_000) }),
  z.object({ kind: z.literal('setReason'), code: codeSchema, reason: longTextSchema }),
  z.object({
    kind: z.literal('decideEvidence'),
    code: codeSchema,
    sha256: sha256Schema,
    /** `undecided` takes the decision back. */
    decision: z.enum(['accepted', 'rejected', 'undecided']),
    reason: longTextSchema.default(''),
  }),
  z.object({ kind: z.literal('setReviewers'), reviewers: reviewSchema.shape.reviewers }),
  z.object({ kind: z.literal('addFieldVisit'), visit: fieldVisitSchema.omit({ photos: true }) }),
  /** Some fields of a visit; its photos have edits of their own. */
  z.object({
    kind: z.literal('setFieldVisit'),
    id: z.uuid(),
    visit: patchOf(fieldVisitSchema.omit({ id: true, photos: true }).shape),
  }),
  z.object({ kind: z.literal('removeFieldVisit'), id: z.uuid() }),
  z.object({ kind: z.literal('addPhoto'), visitId: z.uuid(), photo: photoSchema }),
  z.object({ kind: z.literal('removePhoto'), visitId: z.uuid(), sha256: sha256Schema }),
  /** Some fields of the survey; null: there is none. */
  z.object({ kind: z.literal('setSurvey'), survey: patchOf(surveyFieldsSchema.shape).nullable() }),
  /** Some fields; where all of it is empty again there is none. */
  z.object({ kind: z.literal('setPublicity'), publicity: patchOf(publicitySchema.shape) }),
  z.object({ kind: z.literal('setConfirmation'), confirmation: patchOf(confirmationSchema.shape) }),
  z.object({ kind: z.literal('setConclusion'), conclusion: longTextSchema }),
  /** The 合理缺项 as they are now, together; null: not confirmed. */
  z.object({ kind: z.literal('confirmGaps'), gaps: gapsSchema.nullable() }),
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
    case 'tick':
    case 'count':
      return withEntry(review, edit.code, (entry) => ({
        ...without(entry, 'scored'),
        input: withStep(entry.input, edit),
      }));
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
    case 'addFieldVisit':
      return { ...review, fieldVisits: [...review.fieldVisits, { ...edit.visit, photos: [] }] };
    case 'setFieldVisit':
      return withVisit(review, edit.id, (visit) => patched(visit, edit.visit));
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
      return { ...review, survey: edit.survey === null ? undefined : surveyAfter(review, edit.survey) };
    case 'setPublicity': {
      const next = patched(publicityOf(review), edit.publicity);
      const empty = next.from === '' && next.to === '' && next.objections.length === 0;
      return { ...review, publicity: empty ? undefined : next };
    }
    case 'setConfirmation': {
      const next = patched(confirmationOf(review), edit.confirmation);
      return { ...review, confirmation: next.document === '' && next.date === '' ? undefined : next };
    }
    case 'setConclusion':
      return { ...review, conclusion: edit.conclusion };
    case 'confirmGaps':
      return { ...review, gapsConfirmed: edit.gaps ?? undefined };
    case 'takeEntries':
      return { ...review, entries: { ...review.entries, ...edit.entries } };
    default:
      return assertNever(edit);
  }
}

export function publicityOf({ publicity }: Review): Publicity {
  return publicity ?? { from: '', to: '', objections: [] };
}

export function confirmationOf({ confirmation }: Review): Confirmation {
  return confirmation ?? { document: '', date: '' };
}

export type SurveyPatch = NonNullable<Extract<ReviewEdit, { kind: 'setSurvey' }>['survey']>;

/** The survey with some fields changed; without both its numbers there is none. */
export function surveyAfter({ survey }: Review, patch: SurveyPatch): Survey | undefined {
  return surveySchema.safeParse({ ...survey, ...patch }).data;
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
