import type * as z from 'zod';
import { findingSchema } from '../values/finding.ts';

/**
 * One thing that keeps an assessment from being handed in (`block`) or that deserves a look (`warn`), about an item, an
 * entry, a material or the whole.
 */
export const assessmentFindingSchema = findingSchema(['block', 'warn']);
export type AssessmentFinding = Readonly<z.output<typeof assessmentFindingSchema>>;
