import * as z from 'zod';
import { sha256Schema } from '../assessment/schema.ts';
import { own } from '../values/own.ts';
import { LONG_TEXT } from '../values/long-text.ts';

/** What a file proves an entry as: 正式文件, 图片, 信息报道, and whatever else there is. */
export const FILE_ROLES = ['document', 'picture', 'report', 'other'] as const;
export const FILE_ROLE_LABELS: Readonly<Record<FileRole, string>> = {
  document: '正式文件',
  picture: '图片',
  report: '信息报道',
  other: '其他',
};
export type FileRole = (typeof FILE_ROLES)[number];

/** A file of an entry, kept in the year's files/ under its SHA-256. */
export const entryFileSchema = z.object({
  sha256: sha256Schema,
  bytes: z.int().min(0),
  fileName: z.string().min(1).max(300),
  mediaType: z.string(),
  role: z.enum(FILE_ROLES),
});
export type EntryFile = z.output<typeof entryFileSchema>;

/** Longest text of one field: a 典型案例 is longer than all others. */
export const MAX_FIELD = 4 * LONG_TEXT;
export const fieldsSchema = z.record(z.string().min(1).max(40), z.string().max(MAX_FIELD));

/** One line of a register: what was typed in each column, by the column's code. */
export const entrySchema = z.object({
  id: z.uuid(),
  fields: fieldsSchema,
  files: z.array(entryFileSchema).max(500).default([]),
});
export type Entry = z.output<typeof entrySchema>;

/** What stands in a column; '' where nothing does. */
export function fieldOf({ fields }: Pick<Entry, 'fields'>, code: string): string {
  return own(fields, code) ?? '';
}
