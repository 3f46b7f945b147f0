import type { z } from 'zod';
import { assessmentCalls } from './calls/assessments.ts';
import { deskExportCalls } from './calls/desk-exports.ts';
import { deskCalls } from './calls/desk.ts';
import { jobCalls } from './calls/jobs.ts';
import { standardCalls } from './calls/standards.ts';
import type { Failure } from './errors.ts';

export * from './calls/assessments.ts';
export * from './calls/desk-exports.ts';
export * from './calls/desk.ts';
export * from './calls/jobs.ts';
export type { MadeFile } from './calls/plumbing.ts';
export * from './calls/standards.ts';

/**
 * The one list of calls between interface and host. Both doors (Electron IPC, loopback HTTP) carry exactly
 * these. The host parses input with `input`, calls one service function and encodes the result with `output`;
 * the interface encodes and parses the other way. The interface holds ids and tokens, never file paths.
 *
 * A *token* stands for a file that the user chose or dropped (see `renderer/api`): the host keeps the path.
 * A *job* is anything that can take long: the call returns its id at once, `jobStatus` tells how far it is.
 */
export const contract = {
  ...assessmentCalls,
  ...standardCalls,
  ...deskCalls,
  ...deskExportCalls,
  ...jobCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;

/** What travels back over either door. */
export type Reply = { ok: true; value: unknown } | { ok: false; failure: Failure };
