import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { SourceTable } from '../../../../shared/tables/source-table.ts';
import { type Standard, standardForm, standardSchema } from '../../../../shared/standard/schema.ts';
import { decode } from '../../../../shared/stored-form.ts';

/** A hidden sheet with the exact standard, for a workbook whose visible cells nobody has changed. */
export const MACHINE_SHEET = 'biaobing';
const FORM = 'biaobing-standard-1';
/** Below the 32,767 characters of a cell. */
const CHUNK = 30_000;

/** The sheet's only column, without the check record: what a form says was compared with no original. `visible`: every visible cell, as a reader gives them. */
export function machineCells(standard: Standard, visible: readonly string[]): string[] {
  const json = Buffer.from(JSON.stringify(z.encode(standardSchema, { ...standard, check: undefined })));
  // Base64: a cell would lose control characters and blanks at the ends.
  const text = json.toString('base64');
  const chunks = Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) =>
    text.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  return [FORM, hashOf(visible), createHash('sha256').update(json).digest('hex'), ...chunks];
}

/** The exact standard, where the sheet is whole and the visible cells are those that it was written with. */
export function exactStandard(sheet: SourceTable, visible: readonly string[]): Standard | undefined {
  const [form, cells, digest, ...chunks] = sheet.cells
    .filter(({ column }) => column === 0)
    .map(({ text }) => text);
  const json = Buffer.from(chunks.join(''), 'base64');
  const isWhole = createHash('sha256').update(json).digest('hex') === digest;
  if (form !== FORM || cells !== hashOf(visible) || !isWhole) return undefined;
  return { ...decode(standardForm, JSON.parse(json.toString('utf8'))), check: undefined };
}

function hashOf(cells: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(cells)).digest('hex');
}
