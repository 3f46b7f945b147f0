import type { Failure } from '../../../shared/values/errors.ts';
import type { FileToInspect, Inspection } from './inspection.ts';

/** What a thread is asked for, one at a time; its `workerData` is the desk's standard. */
export type InspectRequest = FileToInspect;

/** Bytes done and in all, now and then; at the end what was found, or why it could not be read. */
export type InspectReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'found'; readonly inspection: Inspection }
  | { readonly kind: 'failed'; readonly failure: Failure };
