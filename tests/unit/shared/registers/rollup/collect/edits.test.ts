import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { rollupDocument } from '../../../../../../shared/registers/rollup/document.ts';
import { rollupSchema } from '../../../../../../shared/registers/rollup/schema.ts';
import type { RollupEdit } from '../../../../../../shared/registers/rollup/edits.ts';
import { rollup, unit, uuid } from '../fixtures.ts';
import { aCase, attachment } from './samples.ts';

const A = unit(1);
const B = unit(2);
const before = rollup({
  units: [A, B],
  caseTop: 10_000,
  cases: [aCase(1, { unit: A.id }), aCase(2, { unit: A.id, mark: 8000 })],
  attachments: [attachment(1, { unit: A.id, case: uuid(701) }), attachment(2, { unit: A.id })],
});
const AT = '2026-11-21T00:00:00.000Z';
const applied = (edit: RollupEdit) => rollupDocument.apply(before, edit, undefined, AT);
const refused = (edit: RollupEdit, of = before) => rollupDocument.check(of, edit, undefined);

it('reads a roll-up of before the collection', () => {
  const { cases, attachments, caseDay, caseSource, caseLeast, caseTop, ...old } = z.encode(
    rollupSchema,
    before,
  );
  expect([cases, attachments, caseDay, caseSource, caseLeast, caseTop]).toHaveLength(6);
  expect(rollupSchema.parse(old)).toMatchObject({ cases: [], attachments: [], caseDay: '', caseLeast: 2 });
});

describe('what the office says of a case', () => {
  it.each<[what: string, edit: RollupEdit, words: string | undefined]>([
    ['a mark', { kind: 'setCase', id: uuid(701), fields: { mark: 10_000 } }, undefined],
    ['no mark', { kind: 'setCase', id: uuid(701), fields: { mark: null } }, undefined],
    [
      'a mark above the scale',
      { kind: 'setCase', id: uuid(701), fields: { mark: 10_001 } },
      '得分超过满分 100 分',
    ],
    ['a case that is gone', { kind: 'setCase', id: uuid(1), fields: {} }, '这篇案例已经在别处移除'],
    [
      'a unit that is gone',
      { kind: 'setCase', id: uuid(701), fields: { unit: uuid(1) } },
      '这个单位已经在别处移除',
    ],
    ['no unit', { kind: 'setCase', id: uuid(701), fields: { unit: '' } }, undefined],
    ['removing what is gone', { kind: 'removeCase', id: uuid(1) }, '这篇案例已经在别处移除'],
    [
      'an attachment of a case that is gone',
      { kind: 'setAttachment', id: uuid(802), fields: { case: uuid(1) } },
      '这篇案例已经在别处移除',
    ],
    ['an attachment that is gone', { kind: 'removeAttachment', id: uuid(1) }, '这个附件已经在别处移除'],
  ])('%s', (_what, edit, words) => {
    expect(refused(edit)).toBe(words);
  });

  it.each([
    [80, '有 2 篇案例的得分高于这个满分，请先改它们的得分，再改满分'],
    [null, '有 2 篇案例的得分高于这个满分，请先改它们的得分，再改满分'],
    [9_000, undefined],
  ])('a scale of %s is refused below a mark that is there', (caseTop, words) => {
    const marked = applied({ kind: 'setCase', id: uuid(701), fields: { mark: 9_000 } });
    expect(refused({ kind: 'setHead', fields: { caseTop } }, marked)).toBe(words);
  });

  it('has no mark before there is a scale', () => {
    const bare = { ...before, caseTop: undefined };
    const edit = { kind: 'setCase', id: uuid(701), fields: { mark: 100 } } as const;
    expect(refused(edit, bare)).toBe('请先填写满分，再评分');
  });

  it('takes what belongs to a case with it to another unit', () => {
    const after = applied({ kind: 'setCase', id: uuid(701), fields: { unit: B.id } });
    expect(after.cases.map((each) => each.unit)).toEqual([B.id, A.id]);
    expect(after.attachments.map((each) => each.unit)).toEqual([B.id, A.id]);
    const other = applied({ kind: 'setCase', id: uuid(701), fields: { title: '新题' } });
    expect(other.attachments).toEqual(before.attachments);
  });

  it('leaves the attachments of a case that is removed, and the cases of a unit that is', () => {
    const after = applied({ kind: 'removeCase', id: uuid(701) });
    expect(after.cases.map(({ id }) => id)).toEqual([uuid(702)]);
    expect(after.attachments.map((each) => each.case)).toEqual(['', '']);
    const bare = applied({ kind: 'removeUnit', id: A.id });
    expect(bare.cases.map((each) => each.unit)).toEqual(['', '']);
    expect(bare.attachments.map((each) => each.unit)).toEqual(['', '']);
  });

  it('says of many units at once what is asked of them', () => {
    const after = applied({ kind: 'setDuties', ids: [B.id, uuid(1)], duty: 'encouraged' });
    expect(after.units.map(({ duty }) => duty)).toEqual([undefined, 'encouraged']);
  });

  it('names what two windows changed', () => {
    const named = (...path: string[]) =>
      rollupDocument.merging.name(path, { value: before, context: undefined });
    expect(named('caseTop')).toBe('案例满分');
    expect(named('cases', uuid(702), 'mark')).toBe('典型案例“案例2”');
    expect(named('attachments', uuid(801), 'case')).toBe('案例附件“附件1.pptx”');
  });
});
