import * as z from 'zod';
import { namingLevelSchema } from '../campaign/schema.ts';
import { assessmentFindingSchema } from '../eligibility/finding.ts';
import { percentSchema, pointsSchema, signedPointsSchema } from '../values/points.ts';
import { verdictSchema } from './receipt.ts';
import { packageKeySchema } from './package-key.ts';

export const CANDIDATE_STATE_LABELS = { pending: '待核', reviewing: '核验中', done: '已核' } as const;

/** Evidence pieces by use: one file under two items is two decisions. */
const evidenceCountsSchema = z.object({
  total: z.int(),
  accepted: z.int(),
  rejected: z.int(),
});

const wordSchema = z.object({ stated: z.string(), reason: z.string() });

/** One package as the desk's table shows it. Scores are recomputed from the package's data. */
export const candidateSchema = z.object({
  key: packageKeySchema,
  fileName: z.string(),
  /** As judged when it came in; `superseded` in the ranking says what a later arrival made of it. */
  verdict: verdictSchema,
  /** In Chinese, beside the verdict. */
  remarks: z.array(z.string()),
  receivedOn: z.string(),
  receivedAt: z.string(),
  /** The day of receipt beside the day that the campaign names for units. */
  timing: z.enum(['inTime', 'pending', 'late']),
  /** What the notice says of it, in its own words; '' where it is in time. */
  timingWords: z.string(),
  draft: z.boolean(),
  /** What in its content contradicts something else or does not belong there, in Chinese; empty: nothing. */
  suspicions: z.array(z.string()),
  /** False where an earlier version of the program took it in, which did not look for contradictions. */
  checked: z.boolean(),
  packageId: z.string(),
  assessmentId: z.string(),
  revision: z.int(),
  /** '' where the package is not whole. */
  sealCode: z.string(),
  /** SHA-256 of the content of the package's own standard (`contentText`). */
  standardContent: z.string(),
  /** Of the standard that it is judged by: title and edition in one line. */
  standardLine: z.string(),
  sample: z.boolean(),
  unit: z.string(),
  /** 统一社会信用代码 as typed; '' where it states none. */
  creditCode: z.string(),
  /** 推荐单位: the recommending body, by the desk (`rowsOn`); '' where the desk names none. */
  body: z.string(),
  /** Bodies that handed in the very same package besides. */
  alsoBodies: z.array(z.string()),
  /** 上级主管部门, as the unit wrote it: it decides nothing. */
  superior: z.string(),
  /** As the evaluator corrected them, where that is so. */
  industry: z.string(),
  region: z.string(),
  /** What the unit wrote where it was corrected, and why. */
  corrected: z.object({ industry: wordSchema.optional(), region: wordSchema.optional() }),
  level: namingLevelSchema.optional(),
  /** By which document and when it became 培育对象, where the campaign asks for that; ''. */
  cultivation: z.string(),
  /** What whoever holds the campaign has to judge (`officeTitles`). */
  office: z.array(z.string()),
  /** Limits of its materials that the evaluator has to count (`uncountedMaterials`). */
  uncounted: z.array(z.string()),
  /** Title of the unit category in the standard; '' where it has none. */
  category: z.string(),
  /** What bag-info.txt states; absent where that is no number. */
  claimedScore: signedPointsSchema.optional(),
  selfScore: signedPointsSchema,
  fullScore: pointsSchema,
  passScore: pointsSchema,
  /** Only when nothing is pending. */
  verifiedScore: signedPointsSchema.optional(),
  /** verified − self. */
  delta: signedPointsSchema.optional(),
  /** Hundredths of a percent. */
  survey: percentSchema.optional(),
  fieldVisit: percentSchema.optional(),
  /** 综合评价, on the standard's full score; absent while a part is missing, and where the campaign states no weights. */
  comprehensive: signedPointsSchema.optional(),
  /** What it is ranked by: 综合评价 where the campaign states weights, else the verified score; absent until it is 已核. */
  result: signedPointsSchema.optional(),
  /** 基础分 of the self score, and of the verified one where there is one. */
  base: z.object({ self: signedPointsSchema, verified: signedPointsSchema.optional() }),
  /** Without what the score would not reach the line, in Chinese; of the verified score where there is one. */
  onlyBy: z.array(z.string()),
  /** What follows from each veto that applies, in Chinese; of the verified result where there is one. */
  vetoes: z.array(z.string()),
  /** 合理缺项 in one line, with whether they are confirmed (`gapsLine`); ''. */
  gaps: z.string(),
  state: z.enum(['pending', 'reviewing', 'done']),
  progress: z.object({ done: z.int(), total: z.int() }),
  /** By what it is judged: an official standard alone says whether anybody may be recommended. */
  basis: z.enum(['official', 'reference', 'custom']),
  /** Nothing blocks on the unit's side, by an official standard; reasons that the evaluator owes do not count. */
  qualifies: z.boolean(),
  /** It qualifies, and the desk's own finished result reaches the line. */
  eligible: z.boolean(),
  /** 符合推荐条件, 不符合推荐条件, 未完成核验, 按参考标准, … */
  eligibility: z.string(),
  findings: z.array(assessmentFindingSchema),
  evidence: evidenceCountsSchema,
  /** Top-level sections. */
  sections: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      fullScore: pointsSchema,
      self: signedPointsSchema,
      verified: signedPointsSchema.optional(),
    }),
  ),
  reviewers: z.array(z.string()),
  conclusion: z.string(),
  updatedAt: z.string(),
  /** By the desk: of its review an older copy counts, and nobody has looked since whether anything is missing. */
  isBehind: z.literal(true).optional(),
});
export type Candidate = z.output<typeof candidateSchema>;
export type CandidateState = Candidate['state'];
