import { expect, it } from 'vitest';
import { categoryHint } from '../../../../shared/assessment/category.ts';
import { item, section, standardOf } from '../scoring/fixtures.ts';

const unitCategories = ['county', 'town'].map((code) => ({ code, title: code }));
const withItem = (changes: object) => ({
  sections: [section('1', [item('1.1', '100', changes as Record<string, unknown>)])],
});
const GAPS = '类别决定哪些评分项可以作合理缺项。';

it.each<[what: string, changes: object, words: string]>([
  ['nothing', {}, ''],
  ['which items there are', withItem({ appliesTo: ['county'] }), '类别决定哪些评分项适用于本单位。'],
  [
    'which may be gaps, by an item',
    withItem({ notApplicableWhen: '没有此项职能', notApplicableFor: ['town'] }),
    GAPS,
  ],
  [
    'which may be gaps, by a fact',
    { facts: [{ code: 'f', title: '行政调解职能', notAskedOf: ['town'] }] },
    GAPS,
  ],
])('the kind of a unit decides %s', (_, changes, words) => {
  expect(categoryHint(standardOf({ unitCategories, ...changes }))).toBe(words);
});
