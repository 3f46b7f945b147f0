import { z } from 'zod';
import { sha256Schema } from '../assessment/schema.ts';
import { verificationSchema } from '../package/verification.ts';
import { packageKeySchema } from './schema.ts';

/** Version of receipt.json. */
export const RECEIPT_VERSION = 1;

export const verdictSchema = z.enum([
  'accepted',
  'suspect',
  'newer',
  'older',
  'late',
  'draft',
  'wrong-standard',
  'duplicate',
  'damaged',
  'unsafe',
  'unsupported',
  'not-a-package',
]);
export type Verdict = z.output<typeof verdictSchema>;

export const VERDICT_LABELS: Record<Verdict, string> = {
  accepted: '完好',
  suspect: '存疑',
  newer: '新版本取代旧版',
  older: '旧版本',
  late: '逾期',
  draft: '草稿',
  'wrong-standard': '标准不符',
  duplicate: '重复',
  damaged: '损坏',
  unsafe: '不安全',
  unsupported: '版本不支持',
  'not-a-package': '不是推荐包',
};

/**
 * What became of one file that was handed in. `kept`: its bytes are in the desk's folder, unchanged, and the
 * package has a row in the table; otherwise there is only this line.
 */
export const receiptSchema = z.object({
  version: z.literal(RECEIPT_VERSION),
  key: packageKeySchema,
  fileName: z.string(),
  sha256: sha256Schema,
  bytes: z.int().min(0),
  receivedAt: z.iso.datetime(),
  /** The day of handing in, by which the deadline is judged. */
  receivedOn: z.iso.date(),
  verdict: verdictSchema,
  kept: z.boolean(),
  /** In Chinese, one thing each, beside the verdict: zipped again, sample, … */
  remarks: z.array(z.string()),
  verification: verificationSchema,
  packageId: z.string(),
  assessmentId: z.string(),
  /** For `newer` the older package, for `older` the newer one, for `duplicate` the one that is in. */
  other: packageKeySchema.optional(),
});
export type Receipt = z.output<typeof receiptSchema>;
