import { type Assessment, entryOf } from '../assessment/schema.ts';
import { steppedOver } from '../assessment/input-steps.ts';
import { unknownItem } from '../assessment/document.ts';
import { campaignForm } from '../campaign/schema.ts';
import { documentKind, type DocumentKind } from '../document.ts';
import type { Standard } from '../standard/schema.ts';
import type { Failure } from '../values/errors.ts';
import { assertNever } from '../values/assert-never.ts';
import { patchedFields } from '../values/patch.ts';
import { applyDeskEdit, type DeskEdit, deskEditSchema } from './desk-edits.ts';
import { keysIn, replacedOnDesk } from './desk-replaces.ts';
import {
  applyReviewEdit,
  confirmationOf,
  publicityOf,
  type ReviewEdit,
  reviewEditSchema,
  surveyAfter,
  type SurveyPatch,
} from './edits.ts';
import {
  type Desk,
  DESK_MIGRATIONS,
  DESK_VERSION,
  deskSchema,
  type Review,
  REVIEW_MIGRATIONS,
  REVIEW_VERSION,
  reviewEntryOf,
  reviewSchema,
} from './schema.ts';
import { deskMerging, reviewMerging } from './merging.ts';
import { renameRefusal } from './listed-bodies.ts';
import { choiceRefusal } from './recommending.ts';
import { verifyScore } from './verified-score.ts';
import { isSameGaps } from './gaps.ts';
import { DESK_WORDS, PACKAGE_UNKNOWN, REVIEW_WORDS } from './words.ts';

const MIB = 2 ** 20;

/** What the edits of a desk are judged by: the keys of the packages on it, and its standard. */
export interface DeskContext {
  readonly keys: ReadonlySet<string>;
  readonly standard: Standard;
}

/** desk.json: one campaign's desk. */
export const deskDocument: DocumentKind<Desk, DeskEdit, DeskContext> = documentKind<
  Desk,
  DeskEdit,
  DeskContext
>({
  file: 'desk',
  version: DESK_VERSION,
  migrations: DESK_MIGRATIONS,
  parts: { campaign: campaignForm },
  schema: deskSchema,
  edit: deskEditSchema,
  words: DESK_WORDS,
  // Thousands of decisions with long reasons are far below.
  maxBytes: 64 * MIB,
  check: (desk, edit, { keys, standard }) =>
    (edit.kind === 'choose' ? choiceRefusal(standard, desk.campaign) : undefined) ??
    (edit.kind === 'renameBody' ? renameRefusal(desk.campaign, edit.from) : undefined) ??
    (edit.kind === 'takeCampaign' && edit.campaign.id !== desk.campaign.id
      ? '要采用的是另一个推荐活动'
      : undefined) ??
    (keysIn(edit).every((key) => keys.has(key)) ? undefined : PACKAGE_UNKNOWN),
  apply: (desk, edit, _, now) => applyDeskEdit(desk, edit, now),
  replaces: replacedOnDesk,
  merging: deskMerging,
  describe: (edit) => {
    const reason = reasonOf(edit);
    return reason === '' ? edit.kind : `${edit.kind}：${reason}`;
  },
});

function reasonOf(edit: DeskEdit): string {
  if (edit.kind === 'acceptPackage') return edit.acceptance.reason;
  return 'reason' in edit ? edit.reason : '';
}

/** What the edits of a review are judged by: the unit's own data, which never changes. */
export interface ReviewContext {
  readonly assessment: Assessment;
  readonly standard: Standard;
}

/** review.json: an evaluator's work on one package. */
export const reviewDocument: DocumentKind<Review, ReviewEdit, ReviewContext> = documentKind({
  file: 'review',
  version: REVIEW_VERSION,
  migrations: REVIEW_MIGRATIONS,
  schema: reviewSchema,
  edit: reviewEditSchema,
  words: REVIEW_WORDS,
  // At most some thousand entries of text.
  maxBytes: 32 * MIB,
  check: checkReview,
  apply: (review, edit, { assessment }, now) => applyReviewEdit(review, edit, { assessment, now }),
  replaces: replacedInReview,
  merging: reviewMerging,
});

/** Why something that names what is not in the package cannot be. */
export const UNFIT = '内容与这个推荐包对不上';

function checkReview(
  review: Review,
  edit: ReviewEdit,
  { assessment, standard }: ReviewContext,
): string | Failure | undefined {
  for (const code of codesIn(edit)) {
    const unknown = unknownItem(standard, code);
    if (unknown !== undefined) return unknown;
  }
  switch (edit.kind) {
    case 'decideEvidence':
      return entryOf(assessment, edit.code).evidence.includes(edit.sha256) ? undefined : UNFIT;
    case 'addFieldVisit':
      return hasVisit(review, edit.visit.id) ? UNFIT : undefined;
    case 'setFieldVisit':
      return hasVisit(review, edit.id) ? undefined : UNFIT;
    case 'addPhoto':
    case 'removePhoto':
      return hasVisit(review, edit.visitId) ? undefined : UNFIT;
    case 'setSurvey':
      return edit.survey === null ? undefined : surveyProblem(review, edit.survey);
    case 'confirmGaps': {
      const { gaps } = verifyScore(standard, { assessment, review }).report;
      return edit.gaps === null || isSameGaps(gaps, edit.gaps) ? undefined : '合理缺项与现在的核验结果不同';
    }
    default:
      return undefined;
  }
}

function surveyProblem(review: Review, patch: SurveyPatch): Failure | undefined {
  if (surveyAfter(review, patch)) return undefined;
  const { sample, satisfied } = { ...review.survey, ...patch };
  const reason =
    sample && satisfied && satisfied > sample
      ? '满意人数不能大于样本数'
      : '满意度调查的样本数和满意人数没有都填好';
  return { ...REVIEW_WORDS.refused(reason), remedy: '请修改后再试。' };
}

function codesIn(edit: ReviewEdit): string[] {
  if ('code' in edit) return [edit.code];
  if (edit.kind === 'agree') return edit.codes;
  return edit.kind === 'takeEntries' ? Object.keys(edit.entries) : [];
}

function hasVisit({ fieldVisits }: Review, id: string): boolean {
  return fieldVisits.some((visit) => visit.id === id);
}

function replacedInReview(review: Review, edit: ReviewEdit): unknown {
  const answer = (code: string) => {
    const { state, input, points } = reviewEntryOf(review, code);
    return { state, input, points };
  };
  const visit = (id: string) => review.fieldVisits.find((each) => each.id === id);
  switch (edit.kind) {
    case 'score':
    case 'notApplicable':
    case 'clearScore':
      return answer(edit.code);
    case 'tick':
    case 'count':
      return steppedOver(reviewEntryOf(review, edit.code).input, edit);
    case 'agree':
      return edit.codes.map(answer);
    case 'setReason':
      return reviewEntryOf(review, edit.code).reason;
    case 'decideEvidence':
      return reviewEntryOf(review, edit.code).evidence[edit.sha256];
    case 'setReviewers':
      return review.reviewers;
    case 'addFieldVisit':
      return visit(edit.visit.id);
    case 'setFieldVisit':
      return patchedFields(visit(edit.id), edit.visit);
    case 'removeFieldVisit':
      return visit(edit.id);
    case 'addPhoto':
      return visit(edit.visitId)?.photos.some(({ sha256 }) => sha256 === edit.photo.sha256);
    case 'removePhoto':
      return visit(edit.visitId)?.photos.some(({ sha256 }) => sha256 === edit.sha256);
    case 'setSurvey':
      return edit.survey === null ? review.survey : patchedFields(review.survey, edit.survey);
    case 'setPublicity':
      return patchedFields(publicityOf(review), edit.publicity);
    case 'setConfirmation':
      return patchedFields(confirmationOf(review), edit.confirmation);
    case 'setConclusion':
      return review.conclusion;
    case 'confirmGaps':
      return review.gapsConfirmed;
    case 'takeEntries':
      return Object.keys(edit.entries).map((code) => reviewEntryOf(review, code));
    default:
      return assertNever(edit);
  }
}
