import { UserError } from '../../../shared/values/errors.ts';
import { Refused } from '../client.ts';

/** In an answer as text: also of one file among many, and of what a job came to. */
export const INTERNAL = /"code":"internal"/;

/** A refusal in words is an answer; undefined then. */
export async function answered<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused && error.failure.code !== 'internal') return undefined;
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
