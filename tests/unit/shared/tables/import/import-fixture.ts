import { edited } from '../../../../../shared/document.ts';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { importDocument } from '../../../../../shared/tables/import/document.ts';
import type { ImportEdit } from '../../../../../shared/tables/import/edits.ts';
import {
  type IdentityDraft,
  IMPORT_VERSION,
  type ImportState,
  importStateSchema,
} from '../../../../../shared/tables/import/schema.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';

const NOW = '2026-11-29T08:00:00.000Z';

export function edit(table: SourceTable, state: ImportState, ...edits: ImportEdit[]): ImportState {
  const how = { context: { tables: [table] }, now: NOW };
  return edits.reduce((before, each) => edited(importDocument, before, each, how), state);
}

/** An import of the one table, read by the columns that are guessed. */
export function readIn(table: SourceTable, identity: Partial<IdentityDraft> = {}): ImportState {
  const state = importStateSchema.parse({
    ...{ version: IMPORT_VERSION, id: '44444444-4444-4444-8444-444444444444', kind: 'import' },
    ...{
      source: '细则.xlsx',
      startedAt: NOW,
      step: 'tables',
      chosen: [table.id],
      appliesTo: {},
      draftKey: '',
    },
    ...{ edited: false, maps: { [table.id]: guessColumns(table) } },
    identity: {
      ...{ id: 'test', title: '', edition: '', issuer: '', documentNumber: '', authority: 'custom' },
      ...{ statement: '', checkedBy: '', ticked: [], notApplicable: { rule: 'forbidden' }, ...identity },
    },
  });
  return edit(table, state, { kind: 'readAnew' });
}
