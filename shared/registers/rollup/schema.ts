import * as z from 'zod';
import { pointsSchema } from '../../values/points.ts';
import { MOST_TASKS, progressForm, reportShape, taskShape } from '../progress.ts';
import { collectedShape, collectionShape, DUTIES } from './collect/schema.ts';

export const ROLLUP_VERSION = 1;
export const MOST_UNITS = 1000;

/** What the office says of a task in place of what was handed in, and why. */
export const correctionSchema = z.object({
  ...reportShape,
  /** The day that counts; absent: nobody has said anything of the unit's. */
  due: taskShape.due.optional(),
  reason: z.string().trim().max(500),
  /** When it was said, ISO 8601. */
  on: z.string().max(10),
  /** What the unit said then: a later report that says otherwise is to be looked at. */
  saw: z.object({ ...reportShape, due: taskShape.due.optional() }),
});
export type Correction = z.output<typeof correctionSchema>;

const unitTaskSchema = z.object({
  ...taskShape,
  ...reportShape,
  correction: correctionSchema.optional(),
  /** The day that it had before its unit's file named another; absent: the same. */
  dueBefore: taskShape.due.optional(),
});
export type UnitTask = z.output<typeof unitTaskSchema>;

/** The file that a unit's tasks were taken from. */
const receivedSchema = z.object({
  fileName: z.string().max(300),
  /** By the host's clock; the other two as the file says. */
  at: z.iso.datetime(),
  exportedAt: z.iso.datetime(),
  origin: z.uuid(),
});

/** A file of which nobody knows whether it is the later one: neither taken nor put away until the office says so. */
const waitingSchema = z.object({
  id: z.uuid(),
  fileName: z.string().max(300),
  /** By the host's clock. */
  at: z.iso.datetime(),
  progress: progressForm.schema,
});
export type WaitingFile = z.output<typeof waitingSchema>;
export const MOST_WAITING = 10;

export const unitShape = {
  name: z.string().trim().max(100),
  /** Code of a category; '' where none is known. */
  category: z.string().trim().max(100),
  /** What the notice on 典型案例 asks of it; absent: by its category. */
  duty: z.enum(DUTIES).optional(),
};

export const unitSchema = z.object({
  id: z.uuid(),
  ...unitShape,
  /** Absent: nothing was handed in yet. */
  received: receivedSchema.optional(),
  waiting: z.array(waitingSchema).max(MOST_WAITING).optional(),
  tasks: z.array(unitTaskSchema).max(MOST_TASKS),
});
export type RollupUnit = z.output<typeof unitSchema>;

/** 督查、通报、加扣分 (郑依法行政领办〔2017〕36号 三(三)). */
export const POINT_KINDS = ['督查', '通报表扬', '通报批评', '考核加分', '考核扣分'] as const;
export type PointKind = (typeof POINT_KINDS)[number];
/** Offered, never filled in: which of them holds is the office's to say. */
export const BASES = [
  '郑依法行政领办〔2017〕36号 三（三）',
  '郑法政办〔2020〕9号 三（三）',
  '2022年度全省推进服务型行政执法建设工作要点 四12',
] as const;

const text = (most: number) => z.string().max(most).default('');
export const pointShape = {
  /** As the office writes it; most are units of the roll-up. */
  unit: text(100),
  day: text(40),
  kind: z.enum(POINT_KINDS),
  basis: text(300),
  /** The documents state no number: the office's own, or none. */
  points: pointsSchema.optional(),
  reason: text(2000),
  note: text(2000),
};
export const pointSchema = z.object({ id: z.uuid(), ...pointShape });
export type PointEntry = z.output<typeof pointSchema>;

export const rollupHeadShape = { office: z.string().trim().max(100).default(''), ...collectionShape };

/** What an office knows of the year's tasks of many units. */
export const rollupSchema = z.object({
  version: z.literal(ROLLUP_VERSION),
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  title: z.string(),
  ...rollupHeadShape,
  year: z.int().min(1949).max(2999),
  units: z.array(unitSchema).max(MOST_UNITS),
  points: z.array(pointSchema).max(20_000),
  ...collectedShape,
});
export type Rollup = z.output<typeof rollupSchema>;

/** 示例市办公室2026年. */
export function rollupTitle({ office, year }: Pick<Rollup, 'office' | 'year'>): string {
  return `${office}${year}年`;
}
