import { z } from 'zod';
import { migrate } from '../../../shared/assessment/migrations.ts';
import { type Assessment, assessmentSchema } from '../../../shared/assessment/schema.ts';
import { sanitiseName } from '../../../shared/values/portable-names.ts';
import { isSafeFileName, safeFileName } from '../../../shared/values/file-names.ts';
import type { Codec } from '../files/durable-json.ts';

/** assessment.json of any version that this program knows; always written in the newest. */
export const assessmentCodec: Codec<Assessment> = {
  decode: (json) => assessmentSchema.parse(migrate(json)),
  encode: (assessment) => z.encode(assessmentSchema, assessment),
};

/**
 * The same for the user's own folder: a file name that an older version took over from elsewhere is made safe,
 * where a package with such a name is refused. Nobody's work becomes unreadable over a name.
 */
export const ownAssessmentCodec: Codec<Assessment> = {
  decode: (json) => assessmentCodec.decode(withSafeNames(json)),
  encode: (assessment) => assessmentCodec.encode(assessment),
};

function withSafeNames(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('evidence' in json)) return json;
  const { evidence } = json;
  if (!Array.isArray(evidence)) return json;
  return { ...json, evidence: evidence.map(withSafeName) };
}

function withSafeName(record: unknown): unknown {
  if (typeof record !== 'object' || record === null || !('fileName' in record)) return record;
  const { fileName } = record;
  if (typeof fileName !== 'string' || isSafeFileName(fileName)) return record;
  return { ...record, fileName: safeFileName(sanitiseName(fileName)) };
}
