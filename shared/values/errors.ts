import * as z from 'zod';

/**
 * Every failure that crosses the contract. `code` is for programs and tests; the three Chinese sentences are
 * for the user: what happened, what it means for the data, what to do.
 */
export const failureSchema = z.object({
  code: z.string(),
  message: z.string(),
  effect: z.string(),
  remedy: z.string(),
  /** A place on this computer that the remedy speaks of: shown to be copied. */
  path: z.string().optional(),
});
export type Failure = z.output<typeof failureSchema>;

/** What a user is told of a value that its schema refuses; `reason` is Chinese, without a full stop. */
export function badInput(reason: string): Failure {
  return {
    code: 'bad-input',
    message: `填写的内容不符合要求：${reason}。`,
    effect: '没有改动任何内容。',
    remedy: '请修改后再试。',
  };
}

/** Thrown by services for anything a user can meet; doors and the command line turn it into a Failure. */
export class UserError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(`${failure.code}: ${failure.message}`, options);
    this.name = 'UserError';
    this.failure = failure;
  }
}
