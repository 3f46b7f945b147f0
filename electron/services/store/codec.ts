import { z } from 'zod';
import { migrate } from '../../../shared/assessment/migrations.ts';
import { type Assessment, assessmentSchema } from '../../../shared/assessment/schema.ts';
import type { Codec } from './durable-json.ts';

/** assessment.json of any version that this program knows; always written in the newest. */
export const assessmentCodec: Codec<Assessment> = {
  decode: (json) => assessmentSchema.parse(migrate(json)),
  encode: (assessment) => z.encode(assessmentSchema, assessment),
};
