import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { campaignSchema } from '../../../../../shared/campaign/schema.ts';
import { edited, encode, mergeValues } from '../../../../../shared/document.ts';
import { yearDocument } from '../../../../../shared/registers/year/document.ts';
import type { YearEdit } from '../../../../../shared/registers/year/edits.ts';
import { type Year, yearSchema } from '../../../../../shared/registers/year/schema.ts';

const shipped = (name: string) =>
  campaignSchema.parse(JSON.parse(readFileSync(`scoring-standards/campaigns/${name}.json`, 'utf8')));
const commendation = shipped('henan-biaoyang-2022');
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const at = '2022-01-01T08:00:00Z';
const year = yearSchema.parse({
  ...{
    version: 1,
    id: id(0),
    createdAt: at,
    updatedAt: at,
    title: '示例局2022年',
    unit: '示例局',
    year: 2022,
  },
  registers: {
    commendedUnits: ['甲', '', '乙', '丙'].map((unit, n) => ({ id: id(n + 1), fields: { unit }, files: [] })),
  },
});
const after = (edit: YearEdit, of: Year = year) =>
  edited(yearDocument, of, edit, { context: undefined, now: at });
/** Entry `n` right behind entry `behind`. */
const move = (n: number, behind: number): YearEdit => ({
  ...{ kind: 'moveEntry', register: 'commendedUnits' },
  ...{ id: id(n), after: id(behind) },
});

it('refuses a notice of another kind', () => {
  expect(() => after({ kind: 'setNotice', of: 'experienceNotice', notice: commendation })).toThrow(
    /不是这一类/u,
  );
});

it('keeps a copy of the notice as it is stored, and takes it away', () => {
  const kept = after({ kind: 'setNotice', of: 'commendationNotice', notice: commendation });
  expect(yearSchema.parse(encode(yearDocument, kept)).commendationNotice).toEqual(commendation);
  const without = after({ kind: 'setNotice', of: 'commendationNotice', notice: null }, kept);
  expect(without.commendationNotice).toBeUndefined();
});

it.each([
  ['the same under another code', 'body-kind-9', ' 省 辖市', 'city', 'body-kind-9'],
  ['another under the same code', 'city', '省直单位', 'city', ''],
  ['none that the notice lists', 'city', '省辖市', 'other', 'other'],
])('keeps the kind of body by its name: %s', (_, code, name, body, expected) => {
  const chosen = after({ kind: 'setNotice', of: 'commendationNotice', notice: commendation });
  const of = after({ kind: 'setRecommending', fields: { body, contact: '示例' } }, chosen);
  const rules = commendation.commendation!;
  const bodies = [{ ...rules.bodies[0]!, code, name }];
  const notice = { ...commendation, id: 'another', commendation: { ...rules, bodies } };
  const { recommending } = after({ kind: 'setNotice', of: 'commendationNotice', notice }, of);
  expect([recommending?.body, recommending?.contact]).toEqual([expected, '示例']);
});

it('merges what two have set: one the notice, the other who answers, each its own', () => {
  const local = after({ kind: 'setNotice', of: 'commendationNotice', notice: commendation });
  const remote = after({ kind: 'setRecommending', fields: { contact: '示例' } });
  const { outcome, value } = mergeValues(yearDocument, { base: year, local, remote });
  expect([outcome, value.commendationNotice?.id, value.recommending?.contact]).toEqual([
    ...['merge', commendation.id, '示例'],
  ]);
  const taken = mergeValues(yearDocument, { base: local, local, remote: year });
  expect(taken.value.commendationNotice).toBeUndefined();
});

it('asks for an order that both have changed', () => {
  const [local, remote] = [after(move(1, 3)), after(move(4, 1))];
  expect(mergeValues(yearDocument, { base: year, local, remote }).outcome).toBe('ask');
});
