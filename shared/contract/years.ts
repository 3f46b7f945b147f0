import * as z from 'zod';
import { sha256Schema } from '../assessment/schema.ts';
import { entryFileSchema, entrySchema, FILE_ROLES } from '../registers/entry.ts';
import { LEDGER_NAMES, REGISTER_NAMES } from '../registers/kinds.ts';
import { planSchema } from '../registers/plan.ts';
import { WORTH_STATES } from '../registers/worth.ts';
import { deskResultSchema } from '../registers/sites/results.ts';
import { yearDocument } from '../registers/year/document.ts';
import { fillSchema, headShape } from '../registers/year/schema.ts';
import { codeSchema, sourceSchema, standardSchema } from '../standard/schema.ts';
import { sourceTableSchema } from '../tables/source-table.ts';
import { documentSchemas } from './documents.ts';
import { pointsSchema, signedPointsSchema } from '../values/points.ts';
import {
  declareCall,
  fileOutcome,
  id,
  job,
  latestSchema,
  listed,
  madeFileSchema,
  none,
  token,
} from './parts.ts';
import { startCalls } from './start.ts';

/** A unit's year. Its files are at `evidence/year.<id>/<sha256>`. */
export const yearSchemas = documentSchemas({
  document: 'year',
  kind: yearDocument,
  ref: { id },
  saved: {},
  opened: { folder: z.string() },
});

/** One line of the list of years. */
const yearSummarySchema = z.object({
  ...listed,
  title: z.string(),
  unit: z.string(),
  year: z.int(),
  tasks: z.int(),
  done: z.int(),
  /** Tasks whose day has passed, and those within a week, by today. */
  late: z.int(),
  soon: z.int(),
  /** Entries of all 台账. */
  entries: z.int(),
});
export type YearSummary = z.output<typeof yearSummarySchema>;

const register = z.enum(REGISTER_NAMES);

const talkSchema = z.object({ year: z.int(), day: z.string(), matter: z.string(), area: z.string() });

/** `numerator` and `denominator`: the standard's words; `now`: what is stated at present. */
const ratioItemSchema = z.object({
  code: codeSchema,
  title: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  now: z.object({ numerator: z.int(), denominator: z.int() }).optional(),
});
export type RatioItem = z.output<typeof ratioItemSchema>;

const counted = z.object({ count: z.int().min(0), words: z.string() });

/** `LedgerFigures` of shared/registers. */
const ledgerFiguresSchema = z.object({
  register: z.enum(LEDGER_NAMES),
  label: z.string(),
  rows: z.int(),
  counted: z.int(),
  undated: z.int(),
  elsewhere: z.int(),
  ahead: z.int(),
  unsure: z.int(),
  ...{ day: z.string(), isList: z.boolean() },
  strange: z.array(z.object({ label: z.string(), count: z.int(), own: z.string().optional() })),
  wrong: z.array(z.string()),
  planned: z.array(z.object({ label: z.string(), count: z.int(), months: z.int() })),
  changed: z.array(z.string()),
  figures: z.array(
    z.object({
      ...{ key: z.string(), code: z.string(), sentence: z.string() },
      ...{ numerator: counted, denominator: counted.optional(), also: z.string().optional() },
      ...{ usual: z.literal(false).optional(), source: sourceSchema.optional() },
    }),
  ),
});

const assessmentName = z.object({
  ...{ name: z.string(), unit: z.string(), standard: z.string(), by: z.string() },
  ...{ isSample: z.boolean(), isDraft: z.boolean(), isSuspect: z.boolean(), isEdited: z.boolean() },
  latest: latestSchema.optional(),
});
const itemSide = z.object({
  ...{ state: z.enum(['unscored', 'scored']), score: signedPointsSchema, reason: z.string() },
});

/** `Comparison` of shared/registers/projects. */
const comparisonSchema = z.object({
  ...{ ours: assessmentName, theirs: assessmentName, day: z.iso.date(), isSameStandard: z.boolean() },
  items: z.array(
    z.object({
      ...{ code: codeSchema, title: z.string(), kind: z.enum(['item', 'bonus']) },
      ...{ fullScore: pointsSchema.optional(), higher: z.enum(['theirs', 'ours']) },
      ...{ ours: itemSide, theirs: itemSide },
    }),
  ),
  ...{ alike: z.int(), unscored: z.int(), notApplicable: z.int(), penalties: z.int(), vetoes: z.int() },
});

const entryFileOutcomeSchema = z.object({ ...fileOutcome, file: entryFileSchema.optional() });
export type EntryFileOutcome = z.output<typeof entryFileOutcomeSchema>;

export const yearJobResults = [
  z.object({
    kind: z.literal('entryFiles'),
    outcomes: z.array(entryFileOutcomeSchema),
    saved: yearSchemas.saved,
  }),
  z.object({ kind: z.literal('registerTable'), fileName: z.string(), tables: z.array(sourceTableSchema) }),
  z.object({ kind: z.literal('handIn'), file: madeFileSchema, files: z.int() }),
  z.object({ kind: z.literal('caseText'), text: z.string(), notes: z.array(z.string()) }),
] as const;

/** 年度工作: what the notices ask for all year, and the registers that prove it. */
export const yearCalls = {
  listYears: declareCall(none, z.object({ years: z.array(yearSummarySchema) })),
  yearReminders: startCalls.yearReminders,
  /** Notices that divide a year's work; they come with the program. */
  listPlans: declareCall(none, z.object({ plans: z.array(planSchema) })),
  /** `tasks`: from a notice's table, from another year (their days in this one, nothing done), or none. */
  createYear: declareCall(
    z.object({
      unit: headShape.unit.unwrap().min(1),
      category: headShape.category.unwrap(),
      year: headShape.year,
      tasks: z.discriminatedUnion('from', [
        z.object({ from: z.literal('plan'), plan: z.string(), category: z.string() }),
        z.object({ from: z.literal('year'), id }),
        z.object({ from: z.literal('none') }),
      ]),
      /** The year whose columns and 统计表 it begins with; absent: 参考格式, and none. */
      forms: id.optional(),
    }),
    z.object({ id }),
  ),
  addEntryFiles: declareCall(
    z.object({
      ...{ id, register, entryId: id },
      tokens: z.array(token).min(1).max(500),
      role: z.enum(FILE_ROLES).optional(),
    }),
    job,
  ),
  /** Desktop only, as `openEvidence`. */
  openEntryFile: declareCall(z.object({ id, sha256: sha256Schema }), none),
  /** Reads the tables of a file that the office keeps; nothing is taken yet. */
  readRegisterTable: declareCall(z.object({ token }), job),
  /** .xlsx, with the entries of each month counted. `personal`: with the columns that are marked so. */
  exportRegister: declareCall(
    z.object({ id, register, personal: z.boolean().default(false) }),
    madeFileSchema,
  ),
  /** A list as .docx, to be handed on; `personal` as above. */
  exportList: declareCall(
    z.object({ id, register: z.enum(LEDGER_NAMES), personal: z.boolean().default(false) }),
    madeFileSchema,
  ),
  /** A 统计表 of the office, counted now, as .xlsx. */
  exportTable: declareCall(z.object({ id, tableId: id }), madeFileSchema),
  /** Items of an assessment that are scored by a ratio. */
  ratioItems: declareCall(
    z.object({ assessmentId: id }),
    z.object({
      unit: z.string(),
      standard: z.string(),
      basis: standardSchema.shape.authority,
      items: z.array(ratioItemSchema),
    }),
  ),
  /** Fills one from a register of the year, as one step of the assessment's undo, and notes that in the year. */
  fillRatio: declareCall(
    z.object({ id, register, ratio: z.string(), assessmentId: id, code: codeSchema }),
    z.object({ fill: fillSchema, saved: yearSchemas.saved }),
  ),
  /** Every item of an assessment's standard with what it is worth and what is scored; nothing is opened or locked. */
  assessmentItems: declareCall(
    z.object({ assessmentId: id }),
    z.object({
      ...{ unit: z.string(), standard: z.string(), by: z.string(), weighted: z.boolean() },
      items: z.array(
        z.object({
          ...{ code: codeSchema, title: z.string(), state: z.enum(WORTH_STATES) },
          ...{ fullScore: pointsSchema, score: signedPointsSchema },
        }),
      ),
    }),
  ),
  /** What the registers of a year say for the 数据 of a report, as they are now; nothing is filled in yet. */
  yearFigures: declareCall(
    z.object({ id }),
    z.object({
      ...{ title: z.string(), unit: z.string(), at: z.iso.datetime() },
      ledgers: z.array(ledgerFiguresSchema),
    }),
  ),
  /** 微宣讲 of the other years of the same unit in the data folder, as they were last saved. */
  otherTalks: declareCall(
    z.object({ id }),
    z.object({ years: z.array(z.int()), talks: z.array(talkSchema) }),
  ),
  /** 示范点名录 of earlier years in the data folder, as they were last saved; those that have one. `isOwn`: of the same unit. */
  otherSites: declareCall(
    z.object({ id }),
    z.object({
      years: z.array(
        z.object({
          ...{ id, title: z.string(), year: z.int() },
          ...{ isOwn: z.boolean(), sites: z.array(entrySchema) },
        }),
      ),
    }),
  ),
  /** What a desk has come to, for 示范点名录; nothing of the desk is changed. */
  deskResult: declareCall(z.object({ deskId: id }), deskResultSchema),
  /** The text of a case that was written elsewhere (.docx, .doc, .wps, .txt); nothing is taken yet. */
  /** Two assessments of the data folder item by item, where they are by one and the same standard; nothing is opened or locked. */
  compareAssessments: declareCall(z.object({ ours: id, theirs: id }), comparisonSchema),
  /** 总结 of a pair or a pilot as .docx; `personal` as above. */
  exportProject: declareCall(
    z.object({ id, entryId: id, personal: z.boolean().default(false) }),
    madeFileSchema,
  ),
  readCaseFile: declareCall(z.object({ token, what: z.enum(['案例', '材料']).optional() }), job),
  /** Both tables of 推荐对象汇总表; `contact`: with the name and the telephone of who answers for it. */
  exportCommended: declareCall(
    z.object({ id, as: z.enum(['xlsx', 'docx']), contact: z.boolean().default(false) }),
    madeFileSchema,
  ),
  /** What is handed in by mail as one .zip: tables and 总结, or the texts and PPTs of 标兵 units. */
  exportHandIn: declareCall(
    z.object({ id, of: z.enum(['commendation', 'experience']), contact: z.boolean().default(false) }),
    job,
  ),
  /** A case of 典型案例 as .docx. */
  exportCase: declareCall(z.object({ id, entryId: id }), madeFileSchema),
  /** Where the unit is with its tasks, for the office's roll-up; no files, no names of persons. */
  exportProgress: declareCall(z.object({ id }), madeFileSchema),
  /** The days of the tasks as .ics. */
  exportCalendar: declareCall(z.object({ id }), madeFileSchema),
} as const;
