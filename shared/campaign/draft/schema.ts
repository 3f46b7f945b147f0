import * as z from 'zod';
import { codeSchema } from '../../standard/schema.ts';
import { LONG_TEXT } from '../../values/long-text.ts';
import {
  campaignKindSchema,
  campaignSchema,
  channelSchema,
  namingLevelSchema,
  summaryOfSchema,
} from '../schema.ts';

export const CAMPAIGN_DRAFT_VERSION = 1;

/** As it is typed: numbers too, so that nothing that is half written is lost. What is wrong with it is said at the end. */
const text = z.string().max(LONG_TEXT).default('');
/** Lines of a list. */
export const MOST_LINES = 500;
const lines = z.array(z.string().max(LONG_TEXT)).max(MOST_LINES).default([]);
const on = z.boolean().default(false);

/** `document` '': the notice itself. `previous`: the other document that the campaign which was copied cited here. */
const source = { document: text, clause: text, previous: text };
/** `whose` '': that of the head. */
const stated = { ...source, words: text, whose: text };

/** What stands in the head of the notice, and the lists of words. */
export const headShape = {
  title: text,
  shortTitle: text,
  kind: campaignKindSchema,
  documentNumber: text,
  issuer: text,
  /** Whose the conditions are where nothing else is said of one. */
  whose: text,
  industries: lines,
  regions: lines,
  notes: lines,
};

/** Terms that a notice has or has not; switched off, what was typed stays. */
export const termSchemas = {
  passScore: z.object({ on, points: text, ...stated }),
  naming: z.object({ on, levels: z.array(namingLevelSchema).default([]), ...stated }),
  willingness: z.object({ on, ...stated }),
  cultivation: z.object({ on, ...stated }),
  quota: z.object({
    on,
    owner: z.enum(['office', 'bodies']).default('bodies'),
    perBody: text,
    distinct: z.enum(['industryOrRegion', 'none']).default('none'),
    total: text,
    totalWords: text,
    ...source,
    totalDocument: text,
    totalClause: text,
    totalPrevious: text,
  }),
  comprehensive: z.object({ on, verified: text, survey: text, fieldVisit: text, ...source }),
};

/** Terms of a 表扬推荐 alone; a draft of before has none of them. */
export const commendationTerms = {
  table: z.object({ on, title: text, ...source }),
  rank: z.object({ on, highest: text, ...stated }),
  division: z.object({ on, percent: text, ...stated }),
  years: z.object({ on, least: text, ...stated }),
  clean: z.object({ on, since: text, ...stated }),
};

const statement = z.object({
  ...{ code: codeSchema, title: text },
  by: z.enum(['unit', 'office']).default('unit'),
  ...stated,
});
const tieBySchema = z.enum(['verified', 'survey', 'fieldVisit', 'self', 'section']);

/** What a notice can have several of. */
export const rowSchemas = {
  submissions: z.object({
    code: codeSchema,
    from: text,
    receiver: text,
    channels: z.array(channelSchema).default([]),
    format: text,
    copies: text,
    ...source,
  }),
  conditions: statement,
  vetoes: statement,
  deadlines: z.object({
    code: codeSchema,
    label: text,
    by: z.enum(['unit', 'body', 'office']).default('unit'),
    date: text,
    includesDay: z.enum(['unsaid', 'yes', 'no']).default('unsaid'),
    words: text,
    late: text,
    ...source,
  }),
  bodies: z.object({ code: codeSchema, name: text, count: text }),
  /** Kinds of recommending bodies, of a 表扬推荐. */
  bodyKinds: z.object({ code: codeSchema, name: text, units: text, persons: text, ...source }),
  materials: z.object({
    code: codeSchema,
    title: text,
    kind: z.enum(['report', 'video', 'other']).default('other'),
    summaryOf: z.enum(['none', ...summaryOfSchema.options]).default('none'),
    required: z.boolean().default(true),
    checklist: lines,
    themes: lines,
    /** By their words: codes of the points and themes that units have ticked in assessments by this campaign. */
    codes: z.record(z.string(), codeSchema).default({}),
    words: text,
    minutes: text,
    megabytes: text,
    files: text,
    formats: text,
    ...source,
  }),
  tieRules: z.object({
    code: codeSchema,
    by: tieBySchema.default('verified'),
    section: text,
    ...source,
  }),
};

const rowsOf = <Row extends z.ZodType>(row: Row) => z.array(row).max(MOST_LINES).default([]);

/** 编辑中的推荐活动: all that a campaign says, none of it complete. */
export const campaignDraftSchema = z.object({
  version: z.literal(CAMPAIGN_DRAFT_VERSION),
  id: z.uuid(),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** The id that the campaign gets. */
  campaignId: campaignSchema.shape.id,
  /** `edit`: an own campaign of the library is replaced by it. */
  origin: z.enum(['new', 'copy', 'edit']),
  /** The title of the campaign that was copied, which is not this one's. */
  copiedTitle: text,
  /** SHA-256 of the campaign that is being changed, as it was then: it may be replaced meanwhile. '' where there is none. */
  basis: text,
  ...headShape,
  ...termSchemas,
  table: commendationTerms.table.prefault({}),
  rank: commendationTerms.rank.prefault({}),
  division: commendationTerms.division.prefault({}),
  years: commendationTerms.years.prefault({}),
  clean: commendationTerms.clean.prefault({}),
  submissions: rowsOf(rowSchemas.submissions),
  conditions: rowsOf(rowSchemas.conditions),
  vetoes: rowsOf(rowSchemas.vetoes),
  deadlines: rowsOf(rowSchemas.deadlines),
  bodies: rowsOf(rowSchemas.bodies),
  bodyKinds: rowsOf(rowSchemas.bodyKinds),
  materials: rowsOf(rowSchemas.materials),
  tieRules: rowsOf(rowSchemas.tieRules),
});
export type CampaignDraft = z.output<typeof campaignDraftSchema>;

export type TermName = keyof typeof termSchemas | keyof typeof commendationTerms;
export type ListName = keyof typeof rowSchemas;
export type RowOf<List extends ListName> = CampaignDraft[List][number];
