import { expect } from 'vitest';
import { guessColumns } from '../../../../shared/tables/cells/columns.ts';
import { countCells } from '../../../../shared/tables/reading/cells.ts';
import { readTables } from '../../../../shared/tables/reading/read-table.ts';
import { standardDraftSchema } from '../../../../shared/tables/standard-draft.ts';
import { describeDraft } from './describe-draft.ts';
import { parseTable } from './table-fixture.ts';

/** The tables of one document are read as these lines, and a cell that is nowhere is told. */
export function expectReading(sources: readonly string[], expected: readonly string[]): void {
  const tables = sources.map((source, i) => parseTable(source, String(i + 1)));
  const draft = readTables(tables.map((table) => ({ table, map: guessColumns(table) })));
  // The wizard stores the draft: nothing in it but what its form has.
  expect(standardDraftSchema.safeEncode(draft).error).toBeUndefined();
  expect(describeDraft(draft).split('\n')).toEqual(expected);
  expect(countCells(draft.cells).unaccounted > 0).toBe(expected.some((line) => /unaccounted$/.test(line)));
}
