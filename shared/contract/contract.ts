import * as z from 'zod';
import { assessmentCalls, assessmentSchemas } from './assessments.ts';
import { campaignCalls, campaignSchemas } from './campaigns.ts';
import { copyCalls } from './copies.ts';
import { deskExportCalls } from './desk-exports.ts';
import { deskCalls, deskSchemas, reviewSchemas } from './desk.ts';
import { byName, partOfEach, picksSchema, shownDifferenceSchema } from './documents.ts';
import { hostCalls } from './host.ts';
import { pageCalls } from './pages.ts';
import { paperCalls } from './papers.ts';
import { declareCall, none } from './parts.ts';
import { importSchemas, standardCalls } from './standards.ts';
import { rollupCalls, rollupSchemas } from './rollups.ts';
import { searchCalls } from './search.ts';
import { yearCalls, yearSchemas } from './years.ts';
import type { Failure } from '../values/errors.ts';

export * from './assessments.ts';
export * from './campaigns.ts';
export * from './commands.ts';
export type { FolderCopy, InFolders } from './copies.ts';
export * from './desk-exports.ts';
export * from './desk.ts';
export * from './host.ts';
export { type KeptWords, keptWordsSchema, type LeftWork, leftWorkSchema, type Work } from './pages.ts';
export type { MadeFile } from './parts.ts';
export * from './papers.ts';
export * from './file-choices.ts';
export * from './standards.ts';
export * from './rollups.ts';
export * from './years.ts';
export type { AssessmentSummary, LastDesk, PickedFile, WorkReminder } from './start.ts';

/** Every kind of document that a user edits. Whatever comes next is one more entry here. */
export const documents = byName({
  assessment: assessmentSchemas,
  desk: deskSchemas,
  review: reviewSchemas,
  import: importSchemas,
  campaign: campaignSchemas,
  year: yearSchemas,
  rollup: rollupSchemas,
});

type Documents = typeof documents;
export type DocumentName = keyof Documents;
/** Names one document. */
export type DocumentRef<N extends DocumentName> = z.output<Documents[N]['ref']> & { readonly document: N };
/** An edit, or a step back or forth. */
export type DocumentStep<N extends DocumentName> = z.output<Documents[N]['step']>;
export type SavedDocument<N extends DocumentName> = z.output<Documents[N]['saved']>;
/** An open document as the interface holds it. */
export type OpenedDocument<N extends DocumentName> = z.output<Documents[N]['opened']>;
export type DocumentEdit<N extends DocumentName> = z.output<Documents[N]['kind']['edit']>;

const ref = z.discriminatedUnion('document', partOfEach(documents, 'ref'));

/** What every kind of document shares. */
const documentCalls = {
  /** Also to read an open one again. */
  openDocument: declareCall(
    z.object({ ref, takeOverLock: z.enum(['no', 'yes']).default('no') }),
    z.discriminatedUnion('document', partOfEach(documents, 'opened')),
  ),
  closeDocument: declareCall(z.object({ ref }), none),
  changeDocument: declareCall(
    z.discriminatedUnion('document', partOfEach(documents, 'change')),
    z.discriminatedUnion('document', partOfEach(documents, 'saved')),
  ),
  /** Cheap, for asking often: which revision is there, and whether another program has put something else on the disk. */
  documentNow: declareCall(z.object({ ref }), z.object({ revision: z.string(), outside: z.boolean() })),
  /** What lies on the disk (remote) beside what is open (local). */
  compareOutside: declareCall(z.object({ ref }), z.object({ differences: z.array(shownDifferenceSchema) })),
  /** Goes on with what the picks make of both, as one step of undo. Refused where a place that asks is not picked. */
  takeOutside: declareCall(
    z.object({ ref, picks: picksSchema }),
    z.discriminatedUnion('document', partOfEach(documents, 'opened')),
  ),
} as const;
export type DocumentCalls = typeof documentCalls;
export type CopyCalls = typeof copyCalls;

/**
 * The one list of calls between interface and host. Both doors (Electron IPC, loopback HTTP) carry exactly
 * these. The host parses input with `input`, calls one service function and encodes the result with `output`;
 * the interface encodes and parses the other way. The interface holds ids and tokens, never file paths.
 *
 * A *token* stands for a file that the user chose or dropped (see `renderer/ui/call`): the host keeps the path.
 * A *job* is anything that can take long: the call returns its id at once, `jobStatus` tells how far it is.
 */
export const contract = {
  ...documentCalls,
  ...copyCalls,
  ...assessmentCalls,
  ...paperCalls,
  ...standardCalls,
  ...campaignCalls,
  ...deskCalls,
  ...deskExportCalls,
  ...yearCalls,
  ...rollupCalls,
  ...searchCalls,
  ...hostCalls,
  ...pageCalls,
} as const;

type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;

/** What travels back over either door. */
export type Reply = { ok: true; value: unknown } | { ok: false; failure: Failure };
