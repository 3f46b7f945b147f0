import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { answerRequest } from '../../../../../electron/services/import/parse/parse-request.ts';
import type { ReaderProcess } from '../../../../../electron/services/import/spawn-reader.ts';
import { UserError, type Failure } from '../../../../../shared/values/errors.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { repository } from '../../../../repository.ts';

/** Reads in this process. What only one of its own can show is tested in tests/process. */
export function readHere(): ReaderProcess {
  const reader = new EventEmitter();
  return {
    once: (event, listener) => void reader.once(event, listener),
    send: ({ request }) =>
      void answerRequest(request).then((reply) => reader.emit('message', structuredClone(reply))),
    kill: () => undefined,
  };
}

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
