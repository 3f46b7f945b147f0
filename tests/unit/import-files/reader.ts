import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import { UserError, type Failure } from '../../../shared/values/errors.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';

// Many processes are started, one for each file, on machines that are busy with other tests.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const repository = resolve(import.meta.dirname, '../../..');
export const fixture = (name: string): string => resolve(repository, 'tests/fixtures/import-files', name);

/** The reading process as it is shipped, made from the present sources. */
export function buildReader(): void {
  const script = `import { build } from '${pathToFileURL(resolve(repository, 'build/build.mjs')).href}'; await build(['reader']);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
  if (status !== 0) throw new Error(`build failed: ${String(stderr)}`);
}

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
