import * as z from 'zod';

/**
 * Result of verifying one package (the JSON shape of `verify --json`).
 * - `intact`: every payload file is there and unchanged, and nothing in the package contradicts anything else in
 *   it; `problems` may hold remarks (severity `remark`).
 * - `suspect`: whole by its hashes, but something in it contradicts something else or does not belong there.
 * - `damaged`: files missing, changed, unlisted, or the archive itself is broken.
 * - `unsafe`: entries that must not be unpacked (traversal, links, bombs, names that collide).
 * - `unsupported`: whole, but of a version or profile that this program does not read.
 * - `not-a-package`: neither a ZIP bag nor a bag folder.
 */
const packageStatusSchema = z.enum([
  'intact',
  'suspect',
  'damaged',
  'unsafe',
  'unsupported',
  'not-a-package',
]);
export type PackageStatus = z.output<typeof packageStatusSchema>;

const packageProblemSchema = z.object({
  code: z.string(),
  /** Path inside the package, or '' for the package itself. */
  path: z.string(),
  message: z.string(),
  severity: z.enum(['problem', 'remark']),
});
export type PackageProblem = z.output<typeof packageProblemSchema>;

export const verificationSchema = z.object({
  /** As given by the caller (command line) or the file name alone (interface). */
  file: z.string(),
  status: packageStatusSchema,
  unit: z.string(),
  campaign: z.string(),
  /** "92.50"; '' where unknown. */
  selfScore: z.string(),
  /** Null unless intact or suspect: a code shown for other bytes would vouch for them. */
  sealCode: z.string().nullable(),
  revision: z.int().min(0),
  draft: z.boolean(),
  sample: z.boolean(),
  /** Payload files and bytes (Payload-Oxum). */
  files: z.int().min(0),
  bytes: z.int().min(0),
  problems: z.array(packageProblemSchema),
});
export type Verification = z.output<typeof verificationSchema>;

/** Every byte is as its manifests say; whether it is believed is another question. */
export function isWhole(status: PackageStatus): status is 'intact' | 'suspect' {
  return status === 'intact' || status === 'suspect';
}

export const PACKAGE_STATUS_LABELS: Record<PackageStatus, string> = {
  intact: '完好',
  suspect: '存疑',
  damaged: '损坏',
  unsafe: '不安全',
  unsupported: '版本不支持',
  'not-a-package': '不是推荐包',
};
