import * as z from 'zod';
import { entrySchema } from '../entry.ts';

export const YEAR_VERSION = 1;

const text = z.string().trim().max(100).default('');

/** What is said of the whole. */
export const headShape = {
  /** The unit, as it calls itself. */
  unit: text,
  /** Code of a category of units; '' where none is chosen. */
  category: text,
  year: z.int().min(1949).max(2999),
};

/** A year of a unit: what it has to do, what it has done, and what proves it. */
export const yearSchema = z.object({
  version: z.literal(YEAR_VERSION),
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  title: z.string(),
  ...headShape,
  /** By the name of the register; those that this program does not know stay. */
  registers: z.record(z.string().max(40), z.array(entrySchema).max(20_000)),
});
export type Year = z.output<typeof yearSchema>;

/** 示例市城市管理局2026年. */
export function yearTitle({ unit, year }: Pick<Year, 'unit' | 'year'>): string {
  return `${unit}${year}年`;
}
