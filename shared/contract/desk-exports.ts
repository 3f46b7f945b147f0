import * as z from 'zod';
import { packageKeySchema } from '../review/package-key.ts';
import { workbookRowSchema } from '../review/workbook-row.ts';
import { packageRefSchema } from './desk.ts';
import { declareCall, id, job, madeFileSchema, token } from './parts.ts';

/** 推荐对象汇总表, 统计, 接收清单: tables of a whole desk, .xlsx. */
const deskTableSchema = z.enum(['summary', 'statistics', 'receipts']);
export type DeskTable = z.output<typeof deskTableSchema>;

/** 核验报告 as .xlsx or .docx, 反馈包: a file per package. */
const packageFileSchema = z.enum(['report-xlsx', 'report-docx', 'feedback']);
export type PackageFileKind = z.output<typeof packageFileSchema>;

export const deskExportJobResults = [
  /** `file`: the one file, or a .zip of several. `failed`: packages that got none. */
  z.object({
    kind: z.literal('deskFiles'),
    file: madeFileSchema,
    files: z.int(),
    failed: z.array(z.object({ key: packageKeySchema, unit: z.string(), message: z.string() })),
  }),
] as const;

export const deskExportCalls = {
  exportDeskTable: declareCall(z.object({ id, table: deskTableSchema }), madeFileSchema),
  exportPackageFiles: declareCall(
    z.object({ id, keys: z.array(packageKeySchema).min(1).max(5000), what: packageFileSchema }),
    job,
  ),

  /**
   * The 核验分 and 核验意见 of a filled-in 推荐材料.xlsx beside the review. Nothing is taken: the rows that the user
   * picks go into the review by its edit `takeEntries`. `remarks`: Chinese, about the file as a whole (another revision's).
   */
  readWorkbookScores: declareCall(
    packageRefSchema.extend({ token }),
    z.object({ remarks: z.array(z.string()), rows: z.array(workbookRowSchema) }),
  ),
  /** 满意度调查 from a small .xlsx; `explanation` says how it was counted. Taken by the edit `setSurvey`. */
  readSurvey: declareCall(
    z.object({ token }),
    z.object({ sample: z.int(), satisfied: z.int(), explanation: z.string() }),
  ),
} as const;
