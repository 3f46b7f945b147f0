import * as z from 'zod';
import { own } from '../values/own.ts';
import { newerWords } from '../document-words.ts';
import type { StoredForm } from '../stored-form.ts';
import { percentSchema, pointsSchema } from '../values/points.ts';
import { codeSchema, sourceSchema } from '../standard/schema.ts';

const CAMPAIGN_VERSION = 3;

const text = z.string().trim().min(1, '不能为空');
const free = z.string().trim().default('');
const day = z.iso.date();

/** What a notice states: in which clause, in which words ('' where nobody has entered them), and whose it is (郑州市, 全省). */
const stated = { source: sourceSchema, words: free, whose: free };

/** Levels at which a unit can have been named 服务型行政执法示范点. */
export const namingLevelSchema = z.enum(['province', 'city', 'county']);
export type NamingLevel = z.output<typeof namingLevelSchema>;
export const NAMING_LEVEL_LABELS: Record<NamingLevel, string> = {
  province: '省级示范点',
  city: '市级示范点',
  county: '县级示范点',
};

/**
 * 标兵推荐; 示范点验收 (培育对象、指导、验收、确认); 日常自评, of which nothing is handed in. By those units are assessed;
 * 表扬推荐 and 标兵材料 are records of a year (`isAssessed`).
 */
export const campaignKindSchema = z.enum([
  ...(['recommendation', 'acceptance', 'practice'] as const),
  ...(['commendation', 'experience'] as const),
]);
export type CampaignKind = z.output<typeof campaignKindSchema>;

export const channelSchema = z.enum(['platform', 'paper', 'disc', 'electronic']);
export type Channel = z.output<typeof channelSchema>;
export const CHANNEL_LABELS: Record<Channel, string> = {
  platform: '督导平台',
  paper: '纸质',
  disc: '光盘',
  electronic: '电子',
};

/** Only what the notice limits. */
const limitsSchema = z.strictObject({
  /** 字, of one text. */
  words: z.int().min(1).optional(),
  minutes: z.int().min(1).optional(),
  /** MiB, of one file. */
  megabytes: z.int().min(1).optional(),
  files: z.int().min(1).optional(),
  /** Endings of file names, lower case, without the dot. Empty: any. */
  formats: z.array(z.string().regex(/^[a-z0-9]{1,8}$/, '文件类型只写扩展名，如 pdf')).default([]),
});
export type MaterialLimits = z.output<typeof limitsSchema>;

/** Whose 总结 it is in a 表扬推荐: that of a 法治机构, of an 执法单位（机构）, of a person. */
export const summaryOfSchema = z.enum(['legal', 'enforcement', 'person']);
export type SummaryOf = z.output<typeof summaryOfSchema>;

export const materialRequirementSchema = z.strictObject({
  code: codeSchema,
  title: text,
  summaryOf: summaryOfSchema.optional(),
  kind: z.enum(['report', 'video', 'other']),
  required: z.boolean(),
  /** What the material must show; the unit ticks each. 主要举措, 工作亮点, … */
  checklist: z.array(z.strictObject({ code: codeSchema, label: text })).default([]),
  /** Themes to choose from (videos). */
  themes: z.array(z.strictObject({ code: codeSchema, label: text })).default([]),
  /** Absent: the notice states none. */
  limits: limitsSchema.optional(),
  source: sourceSchema,
});

/** A condition or a veto that the notice states beside the line, the naming and the willingness. */
const statementSchema = z.strictObject({
  ...{ code: codeSchema, title: text },
  /** `office`: whoever holds the campaign judges it (公示、综合评价). Absent: the unit answers it. */
  by: z.literal('office').optional(),
  ...stated,
});
export type CampaignStatement = z.output<typeof statementSchema>;

const whole = z.int().min(1);

/** 表扬推荐: whom a body may name, and how many. What the notice does not state is absent. */
const commendationSchema = z.strictObject({
  /** 推荐对象汇总表, as the annex is called. */
  table: z.strictObject({ title: text, source: sourceSchema }).optional(),
  /** Kinds of recommending bodies; one without a number: the notice states none for it. */
  bodies: z
    .array(
      z.strictObject({
        ...{ code: codeSchema, name: text, units: whole.optional(), persons: whole.optional() },
        source: sourceSchema,
      }),
    )
    .default([]),
  /** 正处级及以下: the highest rank, as `rankOf` reads it. */
  rank: z.strictObject({ highest: text, ...stated }).optional(),
  /** 处级 persons, in hundredths of a percent of the persons named. */
  division: z.strictObject({ percent: percentSchema, ...stated }).optional(),
  /** Of those without a 执法证: years of 履行推进服务型行政执法建设职责. */
  years: z.strictObject({ least: whole, ...stated }).optional(),
  /** No 违法行政行为 from this year on. */
  clean: z.strictObject({ since: z.int().min(1949).max(2999), ...stated }).optional(),
});
export type Commendation = z.output<typeof commendationSchema>;

/** 推荐活动: conditions, deadlines, quota and materials as data, each with its source. */
export const campaignSchema = z.strictObject({
  version: z.literal(CAMPAIGN_VERSION),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/),
  title: text,
  /** Short name for file names and tables. */
  shortTitle: text,
  kind: campaignKindSchema,
  /** 文号 of the notice. */
  documentNumber: free,
  /** 发文单位. */
  issuer: free,
  /** Absent: the campaign states no line of its own, and the standard's holds. */
  passScore: z.strictObject({ points: pointsSchema, ...stated }).optional(),
  /** Absent: no naming is asked for. */
  naming: z.strictObject({ levels: z.array(namingLevelSchema).min(1), ...stated }).optional(),
  /** Absent: no statement of willingness is asked for. */
  willingness: z.strictObject(stated).optional(),
  /** 已列为培育对象 (郑依法行政领办〔2017〕36号 附件1–3 第四项). Absent: not asked for. */
  cultivation: z.strictObject(stated).optional(),
  /** Further conditions that must be met. */
  conditions: z.array(statementSchema).default([]),
  /** What bars a unit. */
  vetoes: z.array(statementSchema).default([]),
  /**
   * `unit`: the day that is named for the unit; `body`: for the recommending body; `office`: a step of whoever holds the
   * campaign. `date` '': the notice names none. `words` are the notice's own, and decide nothing.
   */
  deadlines: z
    .array(
      z.strictObject({
        code: codeSchema,
        label: text,
        by: z.enum(['unit', 'body', 'office']),
        date: z.union([day, z.literal('')]),
        /** Whether the day itself is in time. Absent: the notice does not say. */
        includesDay: z.boolean().optional(),
        /** As the notice words it: "11月25日前". '' where nobody has entered it. */
        words: free,
        /** What the notice says of those who are late, in its own words. */
        late: free,
        source: sourceSchema,
      }),
    )
    .default([]),
  /** 报送: who hands in to whom, by which way, in which form. */
  submissions: z
    .array(
      z.strictObject({
        code: codeSchema,
        from: text,
        receiver: text,
        channels: z.array(channelSchema).default([]),
        format: free,
        /** 份数. Absent: not stated. */
        copies: z.int().min(1).optional(),
        source: sourceSchema,
      }),
    )
    .default([]),
  quota: z
    .strictObject({
      /** Whose `perBody` is: this office's own number alone, or that of each recommending body. */
      owner: z.enum(['office', 'bodies']).default('bodies'),
      /** Candidates of one recommending body. Absent: no number is stated for one that is not listed with its own. */
      perBody: z.int().min(1).optional(),
      /** The recommending bodies where the notice lists them; `count` where one has another number. */
      bodies: z.array(z.strictObject({ name: text, count: z.int().min(1).optional() })).default([]),
      /** How several candidates of one body must differ. */
      distinct: z.enum(['industryOrRegion', 'none']),
      /** Over all bodies of the province, so a reminder for a provincial desk alone; absent: not stated. */
      total: z.int().min(1).optional(),
      /** As the notice words it: "原则上不超过50个"; '' where nobody has entered it; absent: 原则上. */
      totalWords: z.string().trim().optional(),
      source: sourceSchema,
      totalSource: sourceSchema.optional(),
    })
    .optional(),
  /** 综合评价: percent of each part. Absent: not stated, the verified score counts. */
  comprehensive: z
    .strictObject({
      verified: percentSchema,
      survey: percentSchema,
      fieldVisit: percentSchema.optional(),
      source: sourceSchema,
    })
    .refine(({ verified, survey, fieldVisit = 0 }) => verified + survey + fieldVisit === 10_000, {
      message: '各部分权重之和应为 100',
    })
    .optional(),
  /** What decides between equal scores, one after another; the higher is first. Absent: equal is equal (并列). */
  tieRules: z
    .array(
      z.discriminatedUnion('by', [
        z.strictObject({ by: z.enum(['verified', 'survey', 'fieldVisit', 'self']), source: sourceSchema }),
        /** The verified score of a top-level section. */
        z.strictObject({ by: z.literal('section'), section: codeSchema, source: sourceSchema }),
      ]),
    )
    .optional(),
  materials: z.array(materialRequirementSchema).default([]),
  commendation: commendationSchema.optional(),
  /** 行业, 地域 to choose from; another one can always be written. */
  industries: z.array(text).default([]),
  regions: z.array(text).default([]),
  notes: z.array(text).default([]),
});

export type MaterialRequirement = z.output<typeof materialRequirementSchema>;
export type Campaign = z.output<typeof campaignSchema>;

type Stored = Readonly<Record<string, unknown>>;

/** The days of the campaign that came with version 1, in its notices' words: 郑法政办〔2020〕14号 一, 豫法政办〔2020〕16号 二（二）. */
const NOTICE_WORDS: Readonly<Record<string, { readonly words: string; readonly late: string }>> = {
  'henan-biaobing-2020 city 2020-11-25': { words: '11月25日前', late: '逾期未报者，视为自动放弃' },
  'henan-biaobing-2020 province 2020-11-30': { words: '2020年11月30日之前', late: '逾期不报视为自动放弃' },
};

/** Its notes that said what stands in no notice, or less than stands there, as they are now. */
const NOTES: Readonly<Record<string, string>> = {
  '自我评价90分以上见郑法政办〔2020〕14号 一；综合评价90分以上见豫法政办〔2020〕16号 一。':
    '自我评价90分以上见郑法政办〔2020〕14号 一；综合评价90分以上见豫法政办〔2020〕16号 一。两个是不同的评价。',
  '两个期限过后才报送的，均按自动放弃处理，以收到材料的日期为准由接收单位认定。':
    '通知写的是“11月25日前”“2020年11月30日之前”，是否包括当天没有写明，请提前报送。',
  '全省总数原则上不超过50个；同一地方或部门推荐的2个应属不同行业或不同地域。':
    '全省原则上不超过50个，由省级掌握；每个地方、部门可以推荐2个，须属不同行业或不同地域。郑州市一共2个，不按区县和部门分别计算。',
};

/** 1 -> 2: a deadline bears its notice's own words, and the notes say no more than the notices. */
function inTheNoticesWords(stored: Stored): Stored {
  const { id, deadlines, notes } = stored;
  if (!Array.isArray(deadlines)) return stored;
  return {
    ...stored,
    ...(Array.isArray(notes) && {
      notes: notes.map((note: unknown) => (typeof note === 'string' && own(NOTES, note)) || note),
    }),
    // What is no deadline is left for the schema to refuse.
    deadlines: (deadlines as (Stored | null)[]).map(
      (deadline) =>
        deadline && {
          ...deadline,
          ...own(NOTICE_WORDS, [id, deadline['code'], deadline['date']].join(' ')),
        },
    ),
  };
}

/** 2 -> 3: 组织单位 is 发文单位 now; what is new a notice of before did not have. */
function withIssuer({ organiser = '', ...stored }: Stored): Stored {
  return { ...stored, issuer: organiser };
}

/** A campaign wherever it lies: its own file, or a part of an assessment or a desk. */
export const campaignForm: StoredForm<Campaign> = {
  version: CAMPAIGN_VERSION,
  migrations: { 1: inTheNoticesWords, 2: withIssuer },
  schema: campaignSchema,
  words: newerWords('campaign', '推荐活动'),
};
export type TieRule = NonNullable<Campaign['tieRules']>[number];
export type Deadline = Campaign['deadlines'][number];
