import { describe, expect, it } from 'vitest';
import { uncheckedParts } from '../../../../../shared/standard/basis.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { comparedParts } from '../../../../../shared/tables/import/compare.ts';
import type { ImportEdit } from '../../../../../shared/tables/import/edits.ts';
import { standardOf } from '../../../../../shared/tables/import/import-state.ts';
import type { ImportState } from '../../../../../shared/tables/import/schema.ts';
import { edit, readIn } from './import-fixture.ts';
import { tableFixture } from '../table-fixture.ts';

const OFFICIAL = {
  ...{ edition: '1', documentNumber: '示例〔2026〕1号', checkedBy: '法规科' },
  authority: 'official',
} as const;

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
  const before = readIn(table, OFFICIAL);

  it('stand each in one part, in the order of what is ticked', () => {
    const nodes = partsOf(before).flatMap((part) => part.nodes.map(({ id }) => id));
    const entries = allNodes(before.draft!.nodes).filter(({ kind }) => kind !== 'section');
    expect(entries.filter(({ id }) => nodes.filter((each) => each === id).length !== 1)).toEqual([]);
    for (const { title, nodes: own } of partsOf(before).slice(1))
      expect(own.length, title).toBeGreaterThan(0);
  });

  it('make an official standard of it when all of them were looked at, and not before', () => {
    const rows = partsOf(before).flatMap(({ nodes }) => nodes);
    const caps = partsOf(before).flatMap(({ cap }) => cap ?? []);
    const looks: ImportEdit[] = [
      ...rows.map(({ id }): ImportEdit => ({ kind: 'look', id, isLooked: true })),
      ...caps.map((cap): ImportEdit => ({ kind: 'look', cap, isLooked: true })),
    ];
    const almost = edit(table, before, { kind: 'look', isLooked: true }, ...looks.slice(0, -1));
    expect(unchecked(almost)).toHaveLength(1);
    const whole = edit(table, almost, ...looks.slice(-1));
    expect(unchecked(whole)).toEqual([]);
    const [first] = rows;
    const changed = edit(table, whole, { kind: 'typeOver', id: first!.id, fields: { title: '改过的名称' } });
    expect(unchecked(changed).length).toBeGreaterThan(0);
    expect(unchecked(edit(table, whole, { kind: 'look', id: first!.id, isLooked: false }))).toHaveLength(1);
  });
});

describe('the cap of a block', () => {
  const table = tableFixture('12-bonus-penalty');
  const before = readIn(table, OFFICIAL);
  const look = (cap: 'bonus' | 'penalty', isLooked = true): ImportEdit => ({ kind: 'look', cap, isLooked });
  const whole = edit(
    table,
    before,
    ...partsOf(before).flatMap(({ nodes, cap }) => [
      ...nodes.map(({ id }): ImportEdit => ({ kind: 'look', id, isLooked: true })),
      ...(cap ? [look(cap)] : []),
    ]),
    { kind: 'look', isLooked: true },
  );
  const rows = (side: 'bonus' | 'penalty') =>
    partsOf(before)
      .filter(({ cap }) => cap === side)
      .flatMap(({ nodes }) => nodes.map(({ id }): ImportEdit => ({ kind: 'look', id, isLooked: true })));
  const open = (...edits: ImportEdit[]) =>
    unchecked(edit(table, whole, ...edits)).map(({ tick }) => tick.slice(66));

  it.each<[what: string, edits: ImportEdit[], open: string[]]>([
    ['nothing was changed', [], []],
    ['it was set', [{ kind: 'setCap', side: 'bonus', cap: 500 }], ['bonus']],
    ['it was cleared', [{ kind: 'setCap', side: 'bonus', cap: null }], ['bonus']],
    ['one was set where there was none', [{ kind: 'setCap', side: 'penalty', cap: 900 }], ['penalty']],
    ['it was set and seen', [{ kind: 'setCap', side: 'bonus', cap: 500 }, look('bonus')], []],
    [
      'it was set, and the rows of its block seen',
      [{ kind: 'setCap', side: 'bonus', cap: 500 }, ...rows('bonus')],
      ['bonus'],
    ],
    ['it was found to be otherwise', [look('penalty', false)], ['penalty']],
  ])('leaves its part open as long as nobody has looked at it: %s', (_, edits, parts) => {
    expect(open(...edits)).toEqual(parts);
  });

  it('is that of no block without entries', () => {
    const plain = readIn(tableFixture('01-five-levels'), OFFICIAL);
    expect(partsOf(plain).flatMap(({ cap }) => cap ?? [])).toEqual([]);
  });
});

it('tells the parts anew where something of them is otherwise, and not for a tick', () => {
  const { draft, identity } = readIn(tableFixture('07-notes'), OFFICIAL);
  const parts = comparedParts(draft!, identity);
  expect(comparedParts(draft!, { ...identity, ticked: ['x'], checkedBy: '督察科' })).toBe(parts);
  const other = comparedParts(draft!, { ...identity, fullScore: 12_300 });
  expect(other[0]?.tick).not.toBe(parts[0]?.tick);
  expect(other[1]?.tick).toBe(parts[1]?.tick);
});
