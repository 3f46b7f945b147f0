import { describe, expect, it } from 'vitest';
import { edited, isStale, mergeValues, shownDifference } from '../../../../../shared/document.ts';
import { guessColumns } from '../../../../../shared/tables/cells/columns.ts';
import { importDocument } from '../../../../../shared/tables/import/document.ts';
import type { ImportEdit } from '../../../../../shared/tables/import/edits.ts';
import { IMPORT_VERSION, importStateSchema } from '../../../../../shared/tables/import/schema.ts';
import { UserError } from '../../../../../shared/values/errors.ts';
import { tableFixture } from '../table-fixture.ts';

const TABLE = tableFixture('06-weights');
const NOW = '2026-11-20T08:00:00.000Z';

const state = importStateSchema.parse({
  ...{ id: '44444444-4444-4444-8444-444444444444', kind: 'import', source: '细则.xlsx', startedAt: NOW },
  ...{
    version: IMPORT_VERSION,
    step: 'tables',
    chosen: [TABLE.id],
    appliesTo: {},
    draftKey: '',
    edited: false,
  },
  maps: { [TABLE.id]: guessColumns(TABLE) },
  identity: {
    ...{ id: 'test', title: '', edition: '', issuer: '', documentNumber: '', authority: 'custom' },
    ...{ statement: '', checkedBy: '', ticked: [], notApplicable: { rule: 'forbidden' } },
  },
});
const edit = (edit: ImportEdit, from = read, tables = [TABLE]) =>
  edited(importDocument, from, edit, { context: { tables }, now: NOW });
const read = edited(importDocument, state, { kind: 'readAnew' }, { context: { tables: [TABLE] }, now: NOW });
const [first, second] = read.draft!.nodes.map(({ id }) => id) as [string, string];

/** What was removed, merged or read anew in another window is changed by no edit that does not see it yet. */
describe('an edit of an import is refused', () => {
  it.each<[what: string, edit: ImportEdit]>([
    ['of a row that is gone', { kind: 'typeOver', id: 'gone', fields: { title: '改名' } }],
    ['that removes a row that is gone', { kind: 'remove', id: 'gone' }],
    ['that merges into a row that is gone', { kind: 'merge', id: first, into: 'gone' }],
    ['that moves under a row that is gone', { kind: 'move', id: first, parent: 'gone', index: 0 }],
    ['that adds under a row that is gone', { kind: 'addItem', parent: 'gone', index: 0 }],
    ['of a table that the file has not', { kind: 'takeTable', table: 'gone', isTaken: true }],
  ])('%s', (_what, refused) => {
    expect(() => edit(refused)).toThrow(UserError);
  });

  it('that reads a copied standard anew, which has no tables', () => {
    expect(() => edit({ kind: 'readAnew' }, read, [])).toThrow(UserError);
  });

  it.each<[what: string, edit: ImportEdit]>([
    ['merges', { kind: 'merge', id: second, into: first }],
    ['moves under another', { kind: 'move', id: second, parent: first, index: 0 }],
    ['adds an item', { kind: 'addItem', parent: first, index: 0 }],
    ['moves to the top', { kind: 'move', id: second, index: 0 }],
    ['accepts what is sure', { kind: 'acceptAllSure' }],
  ])('but not one that %s what is there', (_what, made) => {
    expect(edit(made).draft).not.toEqual(undefined);
  });
});

describe('the cap of a block', () => {
  const set = (cap: number | null): ImportEdit => ({ kind: 'setCap', side: 'bonus', cap });
  const capped = edit(set(500));

  it('is set and cleared by itself, a step of undo each', () => {
    expect([capped.draft?.bonusCap, capped.edited]).toEqual([500, true]);
    const cleared = edit(set(null), capped);
    expect(cleared.draft?.bonusCap).toBeUndefined();
    expect(importDocument.isStep?.(capped, cleared)).toBe(true);
    expect(importDocument.isStep?.(capped, edit(set(500), capped))).toBe(false);
    expect(importDocument.goBack(read, capped, NOW).draft?.bonusCap).toBeUndefined();
  });

  it('is of points alone', () => {
    const wire = (cap: unknown) =>
      importDocument.edit.safeParse({ kind: 'setCap', side: 'bonus', cap }).success;
    expect(['2.50', null, '89.995', '-1', 'x'].map(wire)).toEqual([true, true, false, false, false]);
  });

  it('is stale where another window has set it', () => {
    expect(isStale(importDocument, capped, { edit: set(300) })).toBe(true);
    expect(isStale(importDocument, capped, { edit: set(300), base: 500 })).toBe(false);
  });

  it('is told by its name where two windows set it', () => {
    const { differences } = mergeValues(importDocument, {
      base: read,
      local: capped,
      remote: edit({ kind: 'setCap', side: 'bonus', cap: 300 }),
    });
    const told = differences.map((each) =>
      shownDifference(importDocument, each, { local: capped, remote: capped, context: { tables: [TABLE] } }),
    );
    expect(told.map(({ name, local, remote }) => [name, local, remote])).toEqual([
      ['加分上限', '加分上限：5分', '加分上限：3分'],
    ]);
  });
});

describe('the step that another window is at', () => {
  const goTo = { kind: 'goTo', step: 'rules' } as const;
  const here = edit({ kind: 'goTo', step: 'tree' });

  it('is no change to ask about', () => {
    const there = edit({ kind: 'goTo', step: 'compare' });
    const { outcome, value } = mergeValues(importDocument, { base: read, local: here, remote: there });
    expect([outcome, value.step]).toEqual(['same', 'tree']);
  });

  it('makes no step here a stale one', () => {
    expect(isStale(importDocument, here, { edit: goTo })).toBe(false);
  });
});
