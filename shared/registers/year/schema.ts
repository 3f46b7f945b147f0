import * as z from 'zod';
import { campaignSchema } from '../../campaign/schema.ts';
import { codeSchema, standardSchema } from '../../standard/schema.ts';
import { entrySchema } from '../entry.ts';
import { formSchema } from './forms.ts';
import { MOST_TABLES, statTableSchema } from './tables.ts';

export const YEAR_VERSION = 1;

const text = z.string().trim().max(100).default('');

/** What is said of the whole. */
export const headShape = {
  /** The unit, as it calls itself. */
  unit: text,
  /** Code of a category of units; '' where none is chosen. */
  category: text,
  year: z.int().min(1949).max(2999),
  /** The first of the years in which 微宣讲 is to reach all; absent: not said yet. */
  coveredFrom: z.int().min(1949).max(2999).optional(),
};

/** That an item of an assessment was filled from a register: which counts went where, and when. */
export const fillSchema = z.object({
  at: z.iso.datetime(),
  register: z.string().max(40),
  ratio: z.string().max(40),
  assessmentId: z.uuid(),
  /** Whose assessment it is, and by which standard, in a line. */
  assessment: z.string(),
  code: codeSchema,
  title: z.string(),
  numerator: z.int().min(0),
  denominator: z.int().min(0),
  /** What stood there before; absent: nothing did, or an older program has not noted it down. */
  before: z.object({ numerator: z.int().min(0), denominator: z.int().min(0) }).optional(),
  /** By a standard that is not official: the product says so wherever it shows it. */
  basis: standardSchema.shape.authority,
});
export type Fill = z.output<typeof fillSchema>;

/** The assessment by whose standard items are chosen, as it was called then. */
export const connectedSchema = z.object({ id: z.uuid(), title: z.string().max(400) });

/** An item by its code, as it was called when it was chosen: so that one that is gone can be named. */
export const linkedItemSchema = z.object({ key: codeSchema, title: z.string().max(500) });
export type LinkedItem = z.output<typeof linkedItemSchema>;
export const MOST_LINKED = 200;

/** `key`: `linkKey` of a task or a ledger. */
const linkSchema = z.object({
  key: z.string().max(100),
  items: z.array(linkedItemSchema).max(MOST_LINKED),
});

/** 推荐表扬: what stands above the two tables, and of which kind of body (a code of the notice) the numbers are. */
export const recommendingShape = {
  /** '' where none is chosen; `OTHER_BODY` for one that the notice does not list. */
  body: text,
  /** 推荐单位; '' for the unit of the year. */
  from: text,
  contact: text,
  phone: text,
};
export const OTHER_BODY = 'other';

/** A year of a unit: what it has to do, what it has done, and what proves it. */
export const yearSchema = z.object({
  version: z.literal(YEAR_VERSION),
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  title: z.string(),
  ...headShape,
  /** The last ones, oldest first. */
  fills: z.array(fillSchema).default([]),
  recommending: z.object(recommendingShape).optional(),
  /** Copies of the notices by which is recommended; absent while none was chosen. */
  commendationNotice: campaignSchema.optional(),
  experienceNotice: campaignSchema.optional(),
  /** Absent while none was ever chosen. */
  assessment: connectedSchema.optional(),
  /** Which items a task or a ledger proves, as the user has chosen; nothing is guessed. */
  links: z.array(linkSchema).max(20_100).optional(),
  /** The office's own columns, by the name of the ledger; absent: as the kind says. */
  forms: z.record(z.string().max(40), formSchema).optional(),
  /** 统计表 of the ledgers, as the office has typed them. */
  tables: z.array(statTableSchema).max(MOST_TABLES).optional(),
  /** By the name of the register; those that this program does not know stay. */
  registers: z.record(z.string().max(40), z.array(entrySchema).max(20_000)),
});
export type Year = z.output<typeof yearSchema>;

/** 示例市城市管理局2026年. */
export function yearTitle({ unit, year }: Pick<Year, 'unit' | 'year'>): string {
  return `${unit}${year}年`;
}
