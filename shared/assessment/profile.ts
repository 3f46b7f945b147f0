import * as z from 'zod';
import { longTextSchema } from '../values/long-text.ts';

const line = z.string().trim().max(100).default('');
const people = z.int().min(0).max(10_000_000).optional();

/** One row of 近三年数据: what is counted, and the numbers of three years, the last one `countsUntil`; null: not filled in. */
const countSchema = z.object({
  label: z.string().trim().min(1).max(50),
  values: z.array(z.int().min(0).nullable()).length(3),
});

/** A sentence that was put into `figures` from a year's registers, and where its numbers come from. */
const figureFromSchema = z.object({
  /** The year, its register and the figure: by which the sentence is known when it is put in again. */
  figure: z.string().max(200),
  /** As it was put in: where a line still says that, nobody has touched it. */
  text: z.string().max(1000),
  /** Which year, which register, which rows, how they were counted. */
  trace: z.string().max(2000),
  at: z.iso.datetime(),
});
export type FigureFrom = z.output<typeof figureFromSchema>;
/** Of what was put in, that many are known. */
export const FIGURES_FROM = 200;

/** What a 推荐表 asks of the unit besides its name: 参考格式, since no notice prescribes one. */
export const profileSchema = z.object({
  /** 单位性质: 行政机关, 事业单位, … */
  nature: line,
  /** 机构级别. */
  rank: line,
  address: z.string().trim().max(200).default(''),
  /** 主要负责人 and 职务. */
  head: line,
  headPost: line,
  /** 编制人数, 在岗执法人员, 持证人数. */
  posts: people,
  onDuty: people,
  licensed: people,
  /** 执法门类. */
  fields: z.string().trim().max(200).default(''),
  /** The last of the three years of `counts`. */
  countsUntil: z.int().min(2000).max(2100).optional(),
  counts: z.array(countSchema).max(30).default([]),
  honours: longTextSchema.default(''),
  /** 结对标兵. */
  mentor: line,
  /** 主要事迹. */
  deeds: longTextSchema.default(''),
  /** What a 自评报告 tells (豫法政办〔2020〕16号 二（二）): 主要举措, 工作亮点, 工作成效, 案例, 数据. Absent: never filled in. */
  measures: longTextSchema.optional(),
  highlights: longTextSchema.optional(),
  results: longTextSchema.optional(),
  cases: longTextSchema.optional(),
  figures: longTextSchema.optional(),
  figuresFrom: z.array(figureFromSchema).max(FIGURES_FROM).optional(),
});
export type Profile = z.output<typeof profileSchema>;

export const EMPTY_PROFILE: Profile = profileSchema.parse({});
/** How many years a row of counts covers. */
export const COUNTED_YEARS = 3;
