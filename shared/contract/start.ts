import * as z from 'zod';
import { basedOnSchema, openedFromSchema } from '../assessment/schema.ts';
import { campaignKindSchema } from '../campaign/schema.ts';
import { packageKeySchema } from '../review/package-key.ts';
import { standardSchema } from '../standard/schema.ts';
import { failureSchema } from '../values/errors.ts';
import { pointsSchema, signedPointsSchema } from '../values/points.ts';
import { pageCalls } from './pages.ts';
import { declareCall, id, latestSchema, listed, none, token } from './parts.ts';

/** One line of 首页. */
const assessmentSummarySchema = z.object({
  ...listed,
  unit: z.string(),
  sample: z.boolean(),
  standardTitle: z.string(),
  standardEdition: z.string(),
  authority: standardSchema.shape.authority,
  /** By what its total is given (`standard/basis.ts`): green by an official one alone. */
  basis: standardSchema.shape.authority,
  campaign: z.string(),
  /** Of its campaign; absent where it could not be read. */
  kind: campaignKindSchema.optional(),
  scored: z.int(),
  items: z.int(),
  total: signedPointsSchema,
  passScore: pointsSchema,
  /** What follows from each veto that applies, in Chinese. */
  vetoes: z.array(z.string()),
  /** One of them makes the total 0. */
  isZeroed: z.boolean(),
  /** By an official standard: that the day for handing in has come or passed. */
  beside: z.array(z.string()),
  /** Without what the total would not reach the line, in a word each. */
  onlyBy: z.array(z.string()),
  latest: latestSchema.optional(),
  /** Made after a package and changed since. */
  edited: z.boolean(),
  basedOn: basedOnSchema.optional(),
  openedFrom: openedFromSchema.optional(),
});
export type AssessmentSummary = z.output<typeof assessmentSummarySchema>;

const lastDeskSchema = z.object({
  id,
  title: z.string(),
  at: z.string(),
  verifying: z.object({ key: packageKeySchema, unit: z.string() }).optional(),
});
export type LastDesk = z.output<typeof lastDeskSchema>;

/** A year, or a roll-up, with something due: `words` counts it. */
const reminderSchema = z.object({ id, title: z.string(), isLate: z.boolean(), words: z.string() });
export type WorkReminder = z.output<typeof reminderSchema>;

const pickedFileSchema = z.object({
  token,
  name: z.string(),
  bytes: z.int().min(0),
  /** Below the folder that was chosen, with its name; the name alone where files were chosen. */
  path: z.string(),
});
export type PickedFile = z.output<typeof pickedFileSchema>;

/** `unread`: names of what the system would not let us read, or of what is no file (a link). */
export const picked = {
  files: z.array(pickedFileSchema),
  unread: z.array(z.string()),
};

/**
 * What a page asks before anything is open: all that its first screen needs to know of the contract. Each is listed in its
 * group too.
 */
export const startCalls = {
  ...pageCalls,
  hostInfo: declareCall(
    none,
    z.object({
      door: z.enum(['desktop', 'local']),
      /** Files are chosen in the system's own dialogs, by `pickFiles`. */
      picks: z.boolean(),
      version: z.string(),
      /** 数据文件夹, for the user's eyes. */
      root: z.string(),
      /** Today by the host's clock, YYYY-MM-DD: the interface passes it to the deadline rules. */
      today: z.string(),
    }),
  ),

  /** 数据文件夹, looked at now. */
  dataFolder: declareCall(
    none,
    z.object({
      root: z.string(),
      /** Why it cannot be used. */
      problem: failureSchema.optional(),
      /** Why the folder that is remembered from before was not taken. */
      note: failureSchema.optional(),
      /** Others that hold something of the program; one of them may be handed in as `path`. */
      others: z.array(z.string()),
      /** Named at the start: another one holds until the program ends. */
      named: z.boolean(),
    }),
  ),
  listAssessments: declareCall(none, z.object({ assessments: z.array(assessmentSummarySchema) })),
  /** The entry that was changed last, else the first 未评, else the first of all. */
  lastEntry: declareCall(
    z.object({ id }),
    z.object({ code: z.string().optional(), title: z.string().optional() }),
  ),
  /** The desk that was worked on last, and the package on it where that was the last that was changed. */
  lastDesk: declareCall(none, z.object({ desk: lastDeskSchema.optional() })),
  /** What 本周 tells of each year that is kept, by today, and of each roll-up; those with nothing due are not named. */
  yearReminders: declareCall(none, z.object({ years: z.array(reminderSchema) })),
  rollupReminders: declareCall(none, z.object({ rollups: z.array(reminderSchema) })),
  /** Packages that the program was started with, for 校验; each is told once. */
  takeHandedFiles: declareCall(none, z.object(picked)),
} as const;
