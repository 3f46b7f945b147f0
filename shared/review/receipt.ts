import * as z from 'zod';
import { sha256Schema } from '../assessment/schema.ts';
import { TIMING_LABELS } from '../campaign/deadline.ts';
import {
  isWhole,
  type PackageProblem,
  type Verification,
  verificationSchema,
} from '../package/verification.ts';
import { newerWords } from '../document-words.ts';
import type { StoredForm } from '../stored-form.ts';
import { showable } from '../values/text.ts';
import { packageKeySchema } from './package-key.ts';

/** Version of receipt.json. */
const RECEIPT_VERSION = 1;
/** What verifying looks for today. Receipts of before this was counted (1) say nothing about contradictions. */
export const CHECKS = 2;
/** A receipt as it is stored is never longer (bytes of UTF-8): opening a desk reads them all. */
export const RECEIPT_BYTES = 2 * 2 ** 20;

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

const VERDICT_LABELS: Record<Verdict, string> = {
  accepted: '完好',
  suspect: '存疑',
  newer: '新版本取代旧版',
  older: '旧版本',
  late: TIMING_LABELS.late,
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
  /** What was looked for when it was judged; see `CHECKS`. */
  checks: z.int().min(1).default(1),
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
  /** Of `duplicate`: the recommending body that handed it in, where that is another one than of what is in. */
  through: z.string().optional(),
});
export type Receipt = z.output<typeof receiptSchema>;

/** receipt.json of a package on a desk, and the record of a file that was not kept. */
export const receiptForm: StoredForm<Receipt> = {
  version: RECEIPT_VERSION,
  migrations: {},
  schema: receiptSchema,
  words: newerWords('receipt', '接收记录'),
};

/** Everything that verifying looks for today was looked for. */
export function isChecked({ checks }: Pick<Receipt, 'checks'>): boolean {
  return checks >= CHECKS;
}

/** A verdict in words; a package that was taken in unchecked is not called 完好. */
export function verdictLabel(verdict: Verdict, checked: boolean): string {
  return verdict === 'accepted' && !checked ? '已接收' : VERDICT_LABELS[verdict];
}

/** How many receipts have which verdict, in words and in the order of verdicts; none that nobody has. */
export function verdictCounts(
  receipts: readonly Receipt[],
): { label: string; verdict: Verdict; number: number }[] {
  const counts = new Map<string, { label: string; verdict: Verdict; number: number }>();
  for (const receipt of receipts) {
    const label = verdictLabel(receipt.verdict, isChecked(receipt));
    const number = (counts.get(label)?.number ?? 0) + 1;
    counts.set(label, { label, verdict: receipt.verdict, number });
  }
  const place = (verdict: Verdict): number => verdictSchema.options.indexOf(verdict);
  return [...counts.values()].sort((a, b) => place(a.verdict) - place(b.verdict));
}

const UNCHECKED = '由旧版程序接收，当时没有核对各部分是否一致；可重新导入原件核对';

/** Verdicts that vouch for a package. */
const GOOD: ReadonlySet<Verdict> = new Set(['accepted', 'newer', 'older']);

/**
 * A stored receipt as it is to be understood now. Earlier versions called a package damaged whose parts contradict
 * each other and kept it all the same: it is in doubt. A code is shown for whole packages only.
 */
export function receiptAsRead(receipt: Receipt): Receipt {
  const { verification, kept, remarks } = receipt;
  const unchecked = kept && !isChecked(receipt);
  const status = unchecked && verification.status === 'damaged' ? 'suspect' : verification.status;
  const sealCode = isWhole(status) ? verification.sealCode : null;
  return {
    ...receipt,
    verdict: status === 'suspect' && GOOD.has(receipt.verdict) ? 'suspect' : receipt.verdict,
    remarks: unchecked ? [UNCHECKED, ...remarks] : remarks,
    verification: { ...verification, status, sealCode },
  };
}

/** Limits in UTF-16 units, so small that no receipt reaches RECEIPT_BYTES. */
const LIMITS = { name: 300, id: 100, remark: 500, message: 300, path: 200, code: 50 } as const;
const REMARKS = 50;
const PROBLEMS = 1000;

/** The id of a package, which a stranger may have made as long as he liked, as receipts hold it. */
export function boundedId(id: string): string {
  return showable(id, LIMITS.id);
}

/** As it is stored: what strangers wrote is cut, and what is left out is counted. */
export function boundReceipt(receipt: Receipt): Receipt {
  const { verification, remarks } = receipt;
  return {
    ...receipt,
    fileName: showable(receipt.fileName, LIMITS.name),
    remarks: atMost(REMARKS, remarks, (count) => `另有${count}条没有列出`).map((each) =>
      showable(each, LIMITS.remark),
    ),
    packageId: boundedId(receipt.packageId),
    assessmentId: boundedId(receipt.assessmentId),
    verification: boundVerification(verification),
  };
}

function boundVerification(verification: Verification): Verification {
  const { sealCode, problems } = verification;
  const name = (text: string): string => showable(text, LIMITS.name);
  // The problems first: they say why it is not whole.
  const sorted = [...problems].sort(
    (a, b) => Number(b.severity === 'problem') - Number(a.severity === 'problem'),
  );
  const rest = (count: number): PackageProblem => ({
    code: 'more',
    path: '',
    message: `另有${count}处没有列出`,
    severity: sorted[PROBLEMS - 1]?.severity ?? 'problem',
  });
  return {
    ...verification,
    file: name(verification.file),
    unit: name(verification.unit),
    campaign: name(verification.campaign),
    selfScore: showable(verification.selfScore, LIMITS.id),
    sealCode: sealCode === null ? null : showable(sealCode, LIMITS.id),
    problems: atMost(PROBLEMS, sorted, rest).map(({ code, path, message, severity }) => ({
      code: showable(code, LIMITS.code),
      path: showable(path, LIMITS.path),
      message: showable(message, LIMITS.message),
      severity,
    })),
  };
}

function atMost<T>(limit: number, list: readonly T[], rest: (count: number) => T): readonly T[] {
  return list.length <= limit ? list : [...list.slice(0, limit - 1), rest(list.length - limit + 1)];
}
