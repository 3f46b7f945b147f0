import { attach, carryOver, edit, exportPackage, merge, migrate, openPackage } from './assessments.ts';
import { deskImport, mergeReview, review } from './desk.ts';
import { campaign, campaignDraft } from './campaigns.ts';
import { importDraft, importStandard } from './drafts.ts';
import { rollup, year } from './registers.ts';
import type { AnyWork } from './work.ts';

/** What a user does that must not be lost, whatever happens meanwhile. */
export const WORKS: readonly AnyWork[] = [
  edit,
  attach,
  exportPackage,
  openPackage,
  deskImport,
  review,
  mergeReview,
  carryOver,
  migrate,
  merge,
  importDraft,
  importStandard,
  campaign,
  campaignDraft,
  year,
  rollup,
];
