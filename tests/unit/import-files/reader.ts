import { resolve } from 'node:path';
import { UserError, type Failure } from '../../../shared/values/errors.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { repository } from '../../repository.ts';

export const fixture = (name: string): string => resolve(repository, 'tests/fixtures/import-files', name);

/** Row by row, the text of each cell; '' where none begins. */
export function grid({ rows, columns, cells }: SourceTable): string[][] {
  const lines = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));
  for (const { row, column, text } of cells) lines[row]![column] = text;
  return lines;
}

/** Merged cells as "row,column rows×columns". */
export function spans({ cells }: SourceTable): string[] {
  return cells
    .filter(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)
    .map(({ row, column, rowSpan, columnSpan }) => `${row},${column} ${rowSpan}×${columnSpan}`);
}

/** The failure that a task ends with. */
export async function failureOf(task: Promise<unknown>): Promise<Failure> {
  const error: unknown = await task.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error('no UserError', { cause: error });
  return error.failure;
}
