import { describe, expect, it } from 'vitest';
import { uncheckedParts } from '../../../../../shared/standard/basis.ts';
import { edited } from '../../../../../shared/document.ts';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { comparedParts } from '../../../../../shared/tables/import/compare.ts';
import { importDocument } from '../../../../../shared/tables/import/document.ts';
import type { ImportEdit } from '../../../../../shared/tables/import/edits.ts';
import { standardOf } from '../../../../../shared/tables/import/import-state.ts';
import {
  IMPORT_VERSION,
  type ImportState,
  importStateSchema,
} from '../../../../../shared/tables/import/schema.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { tableFixture } from '../table-fixture.ts';

const NOW = '2026-11-29T08:00:00.000Z';

function after(table: SourceTable, state: ImportState, ...edits: ImportEdit[]): ImportState {
  const how = { context: { tables: [table] }, now: NOW };
  return edits.reduce((before, edit) => edited(importDocument, before, edit, how), state);
}

function read(table: SourceTable): ImportState {
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
      ...{ id: 'test', title: '', edition: '1', issuer: '', documentNumber: '示例〔2026〕1号' },
      ...{ authority: 'official', statement: '', checkedBy: '法规科', ticked: [] },
      notApplicable: { rule: 'forbidden' },
    },
  });
  return after(table, state, { kind: 'readAnew' });
}

const partsOf = ({ draft, identity }: ImportState) => comparedParts(draft!, identity);
const unchecked = ({ draft, identity }: ImportState) =>
  uncheckedParts(standardOf(draft!, identity, '2026-11-29').standard);

describe.each([
  '01-five-levels',
  '05-units-a',
  '06-weights',
  '07-notes',
  '10-veto',
  '12-bonus-penalty',
  '13-no-header',
])('the rows of %s', (fixture) => {
  const table = tableFixture(fixture);
  const before = read(table);

  it('stand each in one part, in the order of what is ticked', () => {
    const nodes = partsOf(before).flatMap((part) => part.nodes.map(({ id }) => id));
    const entries = allNodes(before.draft!.nodes).filter(({ kind }) => kind !== 'section');
    expect(entries.filter(({ id }) => nodes.filter((each) => each === id).length !== 1)).toEqual([]);
    for (const { title, nodes: own } of partsOf(before).slice(1))
      expect(own.length, title).toBeGreaterThan(0);
  });

  it('make an official standard of it when all of them were looked at, and not before', () => {
    const rows = partsOf(before).flatMap(({ nodes }) => nodes);
    const looks = rows.map(({ id }): ImportEdit => ({ kind: 'look', id, isLooked: true }));
    const almost = after(table, before, { kind: 'look', isLooked: true }, ...looks.slice(0, -1));
    expect(unchecked(almost)).toHaveLength(1);
    const whole = after(table, almost, ...looks.slice(-1));
    expect(unchecked(whole)).toEqual([]);
    const [first] = rows;
    const changed = after(table, whole, { kind: 'typeOver', id: first!.id, fields: { title: '改过的名称' } });
    expect(unchecked(changed).length).toBeGreaterThan(0);
    expect(unchecked(after(table, whole, { kind: 'look', id: first!.id, isLooked: false }))).toHaveLength(1);
  });
});
