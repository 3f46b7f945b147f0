import { describe, expect, it } from 'vitest';
import { decode } from '../../../../../shared/stored-form.ts';
import { edited } from '../../../../../shared/document.ts';
import { importDocument } from '../../../../../shared/tables/import/document.ts';
import { readChosen } from '../../../../../shared/tables/import/import-state.ts';
import { IMPORT_VERSION, importTablesForm } from '../../../../../shared/tables/import/schema.ts';
import { isReadingOf } from '../../../../../shared/tables/import/traced-cells.ts';
import { tableFixture } from '../table-fixture.ts';

const TABLE = tableFixture('06-weights');
const NOW = '2026-11-20T08:00:00.000Z';

const node = (kind: string, code: string, row: number, children: readonly unknown[] = []) => ({
  ...{ id: `n${row}`, kind, code, title: `第${row}行`, criterion: '', evidence: [], methods: [] },
  ...{ department: '', deadline: '', note: '', appliesTo: [], accepted: false, children },
  sourceRows: [{ table: TABLE.id, row }],
});

/** As version 2 stored it: sums named their section, warnings no column, cells were not told. */
const stored = (draft?: object, kind = 'import') => ({
  ...{ version: 2, id: '44444444-4444-4444-8444-444444444444', kind, source: '细则.xlsx', startedAt: NOW },
  ...{ step: 'check', chosen: [TABLE.id], maps: {}, appliesTo: {}, draftKey: '[]', edited: true },
  ...(draft ? { draft: { nodes: [], notes: [], rows: [], sums: [], warnings: [], ...draft } } : {}),
  identity: {
    ...{ id: 'test', title: '细则', edition: '', issuer: '', documentNumber: '', authority: 'custom' },
    ...{ statement: '', checkedBy: '', ticked: [], facts: [], sources: [], unitCategories: [] },
    notApplicable: { rule: 'forbidden', scope: 'marked' },
  },
});
const sum = (section?: string) => ({
  ...{ table: TABLE.id, row: 9, label: '小计', points: '40' },
  ...(section === undefined ? {} : { section }),
});

describe('an import that version 2 stored', () => {
  it('opens, and says that its cells were not told', () => {
    const opened = decode(importDocument, stored({ nodes: [node('item', '1', 3)] }));
    expect(opened).toMatchObject({ version: IMPORT_VERSION, draftKey: '[]', edited: true });
    expect(opened.draft).toMatchObject({ nodes: [{ title: '第3行' }], cells: [] });
    expect(opened.draft?.warnings.map(({ code }) => code)).toStrictEqual(['readBefore']);
  });

  it('opens before anything was read', () => {
    expect(decode(importDocument, stored()).draft).toBeUndefined();
  });

  it('reads a copied standard as it is, which was made of no cells', () => {
    expect(decode(importDocument, stored({}, 'copy')).draft?.warnings).toStrictEqual([]);
  });

  it.each([
    ['the rows of its section', '2', { from: 5, to: 7, counts: 'items', whole: false, overAll: false }],
    [
      'no row where its section is gone',
      '3',
      { from: 0, to: 0, counts: 'items', whole: false, overAll: false },
    ],
    [
      'the whole table where it named none',
      undefined,
      { from: 1, to: 1_000_000, counts: 'items', whole: true, overAll: false },
    ],
  ])('knows of a sum %s', (_what, section, rows) => {
    const nodes = [
      node('section', '1', 3, [node('item', '1.1', 4)]),
      node('section', '2', 5, [node('section', '2.1', 6, [node('item', '2.1.1', 7)])]),
    ];
    const { draft } = decode(importDocument, stored({ nodes, sums: [sum(section)] }));
    expect(draft?.sums).toStrictEqual([{ table: TABLE.id, row: 9, label: '小计', points: 4000, ...rows }]);
  });

  it('has warnings of no column', () => {
    const warning = { table: TABLE.id, row: 4, code: 'noScore', message: '“会议”没有分值，请填写' };
    const { draft } = decode(importDocument, stored({ warnings: [warning] }));
    expect(draft?.warnings[0]).toStrictEqual({ ...warning, column: 0 });
  });

  it('is no reading of today until it is read anew', () => {
    const opened = decode(importDocument, stored({}));
    const maps = { [TABLE.id]: { headerFrom: 0, headerTo: 1, roles: [] } };
    const read = readChosen([TABLE], { ...opened, maps });
    expect(isReadingOf(read, opened.draft!)).toBe(false);
    const context = { tables: [TABLE] };
    const anew = edited(importDocument, { ...opened, maps }, { kind: 'readAnew' }, { context, now: NOW });
    expect(isReadingOf(read, anew.draft!)).toBe(true);
  });

  it('takes back the ticks of blocks whose cap was shown nowhere', () => {
    const ticked = ['a  general', 'b  section bonus', 'c  bonus', 'd  penalty', 'e  vetoes'];
    const before = { ...stored(), version: 6 };
    const opened = decode(importDocument, { ...before, identity: { ...before.identity, ticked } });
    expect(opened.identity.ticked).toEqual(['a  general', 'b  section bonus', 'e  vetoes']);
  });

  it('keeps its tables', () => {
    expect(decode(importTablesForm, { version: 2, tables: [TABLE] }).tables).toStrictEqual([TABLE]);
    expect(decode(importTablesForm, [TABLE]).tables).toStrictEqual([TABLE]);
  });
});
