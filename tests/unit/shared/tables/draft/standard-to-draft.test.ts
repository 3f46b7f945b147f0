import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { remove, update } from '../../../../../shared/tables/draft/draft-edits.ts';
import { find } from '../../../../../shared/tables/draft/nodes.ts';
import {
  finalRows,
  identityProblems,
  ownVetoes,
  readChosen,
  standardOf,
} from '../../../../../shared/tables/import/import-state.ts';
import { type StandardDraft, standardDraftSchema } from '../../../../../shared/tables/standard-draft.ts';
import { identityDraftOf, standardToDraft } from '../../../../../shared/tables/draft/standard-to-draft.ts';
import { applyImportEdit } from '../../../../../shared/tables/import/edits.ts';
import {
  type IdentityDraft,
  IMPORT_VERSION,
  type ImportState,
} from '../../../../../shared/tables/import/schema.ts';
import type { SourceTable } from '../../../../../shared/tables/source-table.ts';
import { basisOf, partsOf } from '../../../../../shared/standard/basis.ts';
import { standardForm } from '../../../../../shared/standard/schema.ts';
import { decode } from '../../../../../shared/stored-form.ts';
import { repository } from '../../../../repository.ts';

const REFERENCE = join(repository, 'scoring-standards/standards/henan-service-enforcement-reference.json');
const reference = decode(standardForm, JSON.parse(readFileSync(REFERENCE, 'utf8')));

const TABLE: SourceTable = {
  id: '1',
  name: '表1',
  rows: 4,
  columns: 3,
  cells: [
    ['考核内容', '评分标准', '分值'],
    ['制度建设', '没有制度的不得分', '10'],
    ['台账', '缺一项扣1分', '10'],
    ['注：本表由办公室解释', '', ''],
  ].flatMap((texts, row) =>
    texts
      .map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text }))
      .filter(({ text }) => text),
  ),
};
const READING = {
  chosen: ['1'],
  maps: { 1: { headerFrom: 0, headerTo: 1, roles: ['content', 'criterion', 'fullScore'] as const } },
  appliesTo: {},
};
const reading = { ...READING, maps: { 1: { ...READING.maps[1], roles: [...READING.maps[1].roles] } } };

describe('a standard as a draft', () => {
  it('comes back the same, through the file of an unfinished edit', () => {
    const draft = standardDraftSchema.parse(
      JSON.parse(JSON.stringify(z.encode(standardDraftSchema, standardToDraft(reference)))),
    );
    expect(standardOf(draft, identityDraftOf(reference)).standard).toEqual(reference);
  });

  it('writes who compared which part, when and by which number, into the check record of an official one alone', () => {
    const of = (identity: IdentityDraft, today?: string) =>
      standardOf(standardToDraft(reference), identity, today).standard;
    const original = of({ ...identityDraftOf(reference), authority: 'official' });
    const parts = partsOf(original).map(({ tick }) => tick);
    const ticked = { ...identityDraftOf(reference), checkedBy: '法规科', ticked: ['0  general', ...parts] };
    expect(of(ticked, '2026-11-20').check).toBeUndefined();
    const official = { ...ticked, authority: 'official' as const, documentNumber: ' 测发〔2020〕1号 ' };
    expect(of(official).check).toBeUndefined();
    expect(of(official, '2026-11-20').check).toEqual({
      ...{ documentNumber: '测发〔2020〕1号', checkedBy: '法规科', date: '2026-11-20', parts },
    });
    expect(basisOf(of(official, '2026-11-20'))).toBe('official');
  });
});

/** Somebody has said of each veto that the original has it. */
const written = (draft: StandardDraft): StandardDraft =>
  ownVetoes(draft).reduce(
    (sum, { id, kept }) => update(sum, id, { kept: { ...kept!, isOwnVeto: false } }),
    draft,
  );

describe('identity', () => {
  it('says of a text called official nothing that its maker said of the reference', () => {
    const draft = standardToDraft(reference);
    const state: ImportState = {
      ...{
        version: IMPORT_VERSION,
        id: '0b0f8f8a-0000-4000-8000-000000000000',
        kind: 'copy',
        source: '参考标准',
      },
      ...{ startedAt: '2026-11-20T08:00:00.000Z', step: 'identity', chosen: [], maps: {}, appliesTo: {} },
      ...{ draft, draftKey: '', edited: false, identity: identityDraftOf(reference) },
    };
    const to = (authority: IdentityDraft['authority']) =>
      applyImportEdit(state, { kind: 'setIdentity', identity: { authority } }, { tables: [] }).identity;
    expect(to('reference')).toEqual(state.identity);
    expect(to('official')).toMatchObject({ issuer: '', statement: '', notes: [] });
    const { standard } = standardOf(draft, to('official'));
    expect(JSON.stringify(standard)).not.toMatch(/"own":"/);
    // A veto decides alone: somebody says of each that the original has it.
    expect(standard.vetoes.every(({ own }) => own)).toBe(true);
    expect(identityProblems(to('official'), draft)).toContain(
      '有2条否决事项是自拟的，原件有的请逐条确认，没有的请删除',
    );
    expect(identityProblems(to('official'), written(draft)).join()).not.toContain('自拟');
  });

  it('makes official only what has a number, a name and every part ticked', () => {
    const draft = written(standardToDraft(reference));
    const base = {
      ...identityDraftOf(reference),
      authority: 'official' as const,
      documentNumber: '',
      checkedBy: '',
    };
    const parts = partsOf(standardOf(draft, base).standard).map(({ tick }) => tick);
    expect(identityProblems(base, draft)).toHaveLength(3);
    const stated = { ...base, documentNumber: '测发〔2020〕1号', checkedBy: '法规科' };
    expect(identityProblems({ ...stated, ticked: parts.slice(1) }, draft)).toEqual([
      '正式标准须对照原件逐部分核对并勾选，还有1部分',
    ]);
    expect(identityProblems({ ...stated, ticked: parts }, draft)).toEqual([]);
  });
});

describe('final rows', () => {
  it('names the row of a deleted item as deleted and follows a new code', () => {
    const read = readChosen([TABLE], reading);
    const [first, second] = read.nodes;
    const edited = update(remove(read, first?.id ?? ''), second?.id ?? '', { code: '新2' });
    expect(find(edited.nodes, second?.id ?? '')).toBeDefined();
    const rows = finalRows(read, edited);
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    expect(rows[1]?.reason).toContain('删除');
    expect(rows[2]?.code).toBe('新2');
    expect(rows[3]?.fate).toBe('note');
  });
});
