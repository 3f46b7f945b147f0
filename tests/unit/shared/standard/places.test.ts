import { expect, test } from 'vitest';
import {
  adjustmentsOf,
  allCodes,
  allItems,
  placesOf,
  allSections,
  itemsFor,
  placeOf,
} from '../../../../shared/standard/places.ts';
import { item, section, standardOf } from '../scoring/fixtures.ts';

const options = [{ code: 'x', label: '次', points: '1' }];
const adjustment = (code: string) => ({ code, title: code, criterion: '有', counting: 'sum', options });
const standard = standardOf({
  unitCategories: [{ code: 'gov', title: '政府' }],
  sections: [
    section('1', [item('a', '10')], {
      sections: [section('1.1', [item('b', '20', { appliesTo: ['gov'] })])],
    }),
    section('2', [item('c', '70')]),
  ],
  bonus: { title: '加分', entries: [adjustment('B')] },
  penalty: { title: '罚分', entries: [adjustment('P')] },
  vetoes: [{ code: 'V', title: '造假', criterion: '有', effect: 'totalZero' }],
});

test('items come in the order of the standard, with the sections that hold them', () => {
  expect(allItems(standard).map(({ item: { code }, path }) => [code, ...path.map((s) => s.code)])).toEqual([
    ['a', '1'],
    ['b', '1', '1.1'],
    ['c', '2'],
  ]);
  expect(allSections(standard.sections).map(({ code }) => code)).toEqual(['1', '1.1', '2']);
});

test('an item that names categories is for those alone', () => {
  const codes = (category: string) => itemsFor(standard, category).map(({ item: { code } }) => code);
  expect([codes('gov'), codes('')]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'c'],
  ]);
});

test('one code space: items, bonus, penalty, vetoes', () => {
  expect(allCodes(standard)).toEqual(['a', 'b', 'c', 'B', 'P', 'V']);
  const inTree = allItems(standard).find(({ item }) => item.code === 'b');
  expect(inTree?.path.map(({ code }) => code)).toEqual(['1', '1.1']);
  expect(placeOf(standard, 'V')?.title).toBe('造假');
  expect(placeOf(standard, 'x')).toBeUndefined();
});

test('a place says what it is, what it is worth, what it asks for and who it is for', () => {
  const evidence = [{ title: '名册' }];
  const full = standardOf({
    ...{ unitCategories: [{ code: 'gov', title: '政府' }] },
    sections: [section('1', [item('a', '100', { appliesTo: ['gov'], evidence })])],
    bonus: { title: '加分', entries: [{ ...adjustment('B'), evidence }] },
    penalty: { title: '罚分', entries: [adjustment('P')] },
    vetoes: [{ code: 'V', title: '造假', criterion: '有', effect: 'totalZero' }],
  });
  expect(placesOf(full).map(({ kind, asked }) => [kind, asked.map(({ title }) => title)])).toEqual([
    ['item', ['名册']],
    ['bonus', ['名册']],
    ['penalty', []],
    ['veto', []],
  ]);
  expect(placeOf(full, 'a')).toMatchObject({ fullScore: 10_000, categories: ['政府'] });
  expect(adjustmentsOf(full).map(({ code, block }) => [code, block.title])).toEqual([
    ['B', '加分'],
    ['P', '罚分'],
  ]);
});
