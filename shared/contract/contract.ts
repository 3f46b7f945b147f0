import type * as z from 'zod';
import { assessmentCalls } from './assessments.ts';
import { deskExportCalls } from './desk-exports.ts';
import { deskCalls } from './desk.ts';
import { documentCalls } from './documents.ts';
import { hostCalls } from './host.ts';
import { standardCalls } from './standards.ts';
import type { Failure } from '../values/errors.ts';

export * from './assessments.ts';
export * from './desk-exports.ts';
export * from './desk.ts';
export * from './documents.ts';
export * from './host.ts';
export type { MadeFile } from './parts.ts';
export * from './standards.ts';

/**
 * The one list of calls between interface and host. Both doors (Electron IPC, loopback HTTP) carry exactly
 * these. The host parses input with `input`, calls one service function and encodes the result with `output`;
 * the interface encodes and parses the other way. The interface holds ids and tokens, never file paths.
 *
 * A *token* stands for a file that the user chose or dropped (see `renderer/api`): the host keeps the path.
 * A *job* is anything that can take long: the call returns its id at once, `jobStatus` tells how far it is.
 */
export const contract = {
  ...documentCalls,
  ...assessmentCalls,
  ...standardCalls,
  ...deskCalls,
  ...deskExportCalls,
  ...hostCalls,
} as const;

type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;

/** What travels back over either door. */
export type Reply = { ok: true; value: unknown } | { ok: false; failure: Failure };
