import { randomUUID } from 'node:crypto';
import {
  type DocumentEdit,
  type DocumentName,
  type DocumentRef,
  documents,
} from '../../../shared/contract/contract.ts';
import { assessmentRef, deskRef, importRef, reviewRef } from '../../unit/documents.ts';
import type { Client } from '../client.ts';
import type { Known } from './filled.ts';

interface Edited<N extends DocumentName> {
  readonly ref: DocumentRef<N>;
  /** Each is accepted, in whatever order. */
  readonly edits: readonly [DocumentEdit<N>, ...DocumentEdit<N>[]];
}

/** What is changed of every kind of document. */
const EDITS: { readonly [N in DocumentName]: (known: Known) => Edited<N> } = {
  assessment: ({ sample, code, evidence }) => ({
    ref: assessmentRef(sample),
    edits: [
      { kind: 'setReason', code, reason: '甲' },
      { kind: 'setUnit', unit: { name: '甲' } },
      { kind: 'labelEvidence', sha256: evidence, label: '佐证' },
      { kind: 'linkEvidence', code, sha256: evidence },
      { kind: 'notApplicable', code, reason: '没有' },
      { kind: 'clearScore', code },
      { kind: 'setWilling', willing: true },
    ],
  }),
  desk: ({ desk, key }) => ({
    ref: deskRef(desk),
    edits: [
      { kind: 'setTitle', title: '甲' },
      { kind: 'setLevel', level: 'province' },
      { kind: 'addBody', body: '某市' },
      { kind: 'place', keys: [key], body: '某市' },
      { kind: 'adjustRank', adjustment: { key, reason: '甲', place: 1 } },
    ],
  }),
  review: ({ desk, key, code, visit }) => ({
    ref: reviewRef({ deskId: desk, key }),
    edits: [
      { kind: 'setConclusion', conclusion: '乙' },
      { kind: 'agree', codes: [code] },
      { kind: 'setReason', code, reason: '甲' },
      { kind: 'setFieldVisit', id: visit, visit: { date: '2026-02-02' } },
      { kind: 'setSurvey', survey: { sample: 10, satisfied: 9 } },
      { kind: 'setReviewers', reviewers: ['甲'] },
    ],
  }),
  import: ({ importId, node, table }) => ({
    ref: importRef(importId),
    edits: [
      { kind: 'setIdentity', identity: { title: '甲', edition: '2026年' } },
      { kind: 'typeOver', id: node, fields: { title: '甲' } },
      { kind: 'setCap', side: 'bonus', cap: null },
      { kind: 'takeTable', table, isTaken: true },
      { kind: 'look', id: node, isLooked: true },
    ],
  }),
  campaign: ({ draft }) => ({
    ref: { document: 'campaign', id: draft },
    edits: [
      { kind: 'setHead', fields: { title: '乙', notes: ['甲'] } },
      { kind: 'setTerm', term: 'passScore', fields: { on: true, points: '90' } },
      { kind: 'setTerm', term: 'years', fields: { least: '3' } },
    ],
  }),
  year: ({ year, visits, prevention }) => ({
    ref: { document: 'year', id: year },
    edits: [
      { kind: 'setEntry', register: 'prevention', id: prevention, fields: { point: '乙' } },
      {
        kind: 'addEntries',
        register: 'visits',
        entries: [{ id: randomUUID(), fields: { day: '2026-02-01' }, files: [] }],
      },
      { kind: 'moveEntry', register: 'visits', id: visits, after: null },
      { kind: 'setHead', fields: { unit: '乙' } },
      { kind: 'setLinks', register: 'prevention', items: [{ key: '1.1', title: '甲' }] },
    ],
  }),
  rollup: ({ rollup, unit, point, caseId }) => ({
    ref: { document: 'rollup', id: rollup },
    edits: [
      { kind: 'setHead', fields: { office: '乙' } },
      { kind: 'setUnit', id: unit, fields: { name: '丙局' } },
      { kind: 'setPoint', id: point, fields: { reason: '乙' } },
      { kind: 'setCase', id: caseId, fields: { remark: '乙' } },
    ],
  }),
};

export interface OneEdit {
  readonly ref: DocumentRef<DocumentName>;
  readonly edit: unknown;
}

/** All of them, one after another. */
export function editsOf(known: Known): OneEdit[] {
  return Object.values(EDITS).flatMap((each) => {
    const { ref, edits } = each(known);
    return edits.map((edit) => ({ ref, edit }));
  });
}

interface AnyKind {
  readonly edit: { safeParse(edit: unknown): { data?: unknown } };
  replaces(value: unknown, edit: unknown): unknown;
}

/** On what is there now, so that it is not refused before it is looked at; as it is where it cannot be read. */
export async function changeOf(client: Client, { ref, edit }: OneEdit): Promise<object> {
  const { kind } = documents[ref.document] as unknown as { kind: AnyKind };
  const { data } = kind.edit.safeParse(edit);
  const { value } = await client.open(ref);
  const base = data === undefined ? undefined : kind.replaces(value, data);
  return { ...ref, step: { do: 'edit', edit, ...(base !== undefined && { base }) } };
}
