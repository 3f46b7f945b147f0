import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSides, placeOf, type Side } from '../../../shared/document-merge.ts';

interface Case {
  readonly name: string;
  readonly base: unknown;
  readonly local: unknown;
  readonly remote: unknown;
  readonly outcome: 'same' | 'advance' | 'merge' | 'ask';
  readonly value: unknown;
}

const visit = (id: string, date: string) => ({ id, date });

const CASES: readonly Case[] = [
  {
    name: 'nobody changed anything',
    base: { a: 1 },
    local: { a: 1 },
    remote: { a: 1 },
    outcome: 'same',
    value: { a: 1 },
  },
  {
    name: 'both made the same change',
    base: { a: 1 },
    local: { a: 2 },
    remote: { a: 2 },
    outcome: 'same',
    value: { a: 2 },
  },
  {
    name: 'only the remote one went on: one more entry',
    base: { entries: { '1.1': { reason: '甲' } } },
    local: { entries: { '1.1': { reason: '甲' } } },
    remote: { entries: { '1.1': { reason: '甲' }, '1.2': { reason: '乙' } } },
    outcome: 'advance',
    value: { entries: { '1.1': { reason: '甲' }, '1.2': { reason: '乙' } } },
  },
  {
    name: 'only the remote one took something away',
    base: { evidence: [{ sha256: 'a' }, { sha256: 'b' }] },
    local: { evidence: [{ sha256: 'a' }, { sha256: 'b' }] },
    remote: { evidence: [{ sha256: 'b' }] },
    outcome: 'advance',
    value: { evidence: [{ sha256: 'b' }] },
  },
  {
    name: 'only the local one went on',
    base: { a: 1, b: 1 },
    local: { a: 2, b: 1 },
    remote: { a: 1, b: 1 },
    outcome: 'merge',
    value: { a: 2, b: 1 },
  },
  {
    name: 'each changed another field',
    base: { contact: { name: '', phone: '' } },
    local: { contact: { name: '张三', phone: '' } },
    remote: { contact: { name: '', phone: '123' } },
    outcome: 'merge',
    value: { contact: { name: '张三', phone: '123' } },
  },
  {
    name: 'each ticked another point of one checklist',
    base: { answer: { kind: 'checklist', met: ['a'] } },
    local: { answer: { kind: 'checklist', met: ['a', 'b'] } },
    remote: { answer: { kind: 'checklist', met: ['a', 'c'] } },
    outcome: 'merge',
    value: { answer: { kind: 'checklist', met: ['a', 'b', 'c'] } },
  },
  {
    name: 'each added to a list where nothing was',
    base: {},
    local: { visits: [visit('1', '')] },
    remote: { visits: [visit('2', '')] },
    outcome: 'merge',
    value: { visits: [visit('1', ''), visit('2', '')] },
  },
  {
    name: 'both changed one field, each otherwise',
    base: { reason: '' },
    local: { reason: '甲写的' },
    remote: { reason: '乙写的' },
    outcome: 'ask',
    value: { reason: '甲写的' },
  },
  {
    name: 'one took away what the other changed',
    base: { visits: [visit('1', '')] },
    local: { visits: [] },
    remote: { visits: [visit('1', '2026-11-01')] },
    outcome: 'ask',
    value: { visits: [] },
  },
  {
    name: 'answers of two kinds are never made into one',
    base: { answer: { kind: 'award', points: 1 } },
    local: { answer: { kind: 'award', points: 2 } },
    remote: { answer: { kind: 'tiers', option: 'x' } },
    outcome: 'ask',
    value: { answer: { kind: 'award', points: 2 } },
  },
  {
    name: 'nothing, an empty text, an empty list and null are the same',
    base: { a: '', b: [], c: null, d: {} },
    local: {},
    remote: { a: undefined, b: undefined, c: '', d: null },
    outcome: 'same',
    value: {},
  },
  {
    name: 'no base is known: what one side alone has is taken, all else is asked',
    base: undefined,
    local: { a: 1, b: 1 },
    remote: { b: 2, c: 3 },
    outcome: 'ask',
    value: { a: 1, b: 1, c: 3 },
  },
  {
    name: 'the local one moved an element, the remote one changed it and added another',
    base: { nodes: [visit('1', ''), visit('2', ''), visit('3', '')] },
    local: { nodes: [visit('3', ''), visit('1', ''), visit('2', '')] },
    remote: { nodes: [visit('1', ''), visit('2', 'x'), visit('4', ''), visit('3', '')] },
    outcome: 'merge',
    value: { nodes: [visit('3', ''), visit('1', ''), visit('2', 'x'), visit('4', '')] },
  },
];

describe('mergeSides', () => {
  it.each(CASES)('$name: $outcome', ({ base, local, remote, outcome, value }) => {
    const merged = mergeSides({ base, local, remote });
    expect({ outcome: merged.outcome, value: merged.value }).toEqual({ outcome, value });
  });

  it.each<[Side, string]>([
    ['local', '甲'],
    ['remote', '乙'],
  ])('takes the side that is picked (%s), and asks no more', (side, value) => {
    const sides = { base: { a: '', b: '' }, local: { a: '甲', b: '' }, remote: { a: '乙', b: '新' } };
    const [asked] = mergeSides(sides).differences;
    const merged = mergeSides(sides, { [placeOf(asked!)]: side });
    expect(merged).toMatchObject({ outcome: 'merge', value: { a: value, b: '新' } });
  });

  it('takes a pick also where nothing was asked', () => {
    const sides = { base: { a: 1 }, local: { a: 1 }, remote: { a: 2 } };
    expect(mergeSides(sides, { '["a"]': 'local' }).value).toEqual({ a: 1 });
  });

  const leaf = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constantFrom('x', 'y'));
  const tree = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(leaf, fc.dictionary(fc.constantFrom('p', 'q'), leaf, { minKeys: 1 })),
  );

  it('is what the other side has where one side is the base, whatever is in it', () => {
    fc.assert(
      fc.property(tree, tree, (base, other) => {
        expect(mergeSides({ base, local: base, remote: other }).value).toEqual(
          mergeSides({ base, local: other, remote: base }).value,
        );
        expect(mergeSides<unknown>({ base, local: base, remote: other }).differences).toEqual(
          mergeSides<unknown>({ base: undefined, local: base, remote: other }).differences.map((each) => ({
            ...each,
            takes: 'remote',
          })),
        );
      }),
    );
  });

  it('loses no change of either side that the other does not contradict', () => {
    fc.assert(
      fc.property(tree, tree, tree, (base, local, remote) => {
        const { differences, value } = mergeSides({ base, local, remote });
        for (const { path, takes, ...sides } of differences) {
          if (takes === 'ask') continue;
          const at = path.reduce<unknown>(
            (part, name) => (part as Record<string, unknown> | undefined)?.[name],
            value,
          );
          expect(at ?? {}).toEqual(sides[takes] ?? {});
        }
      }),
    );
  });
});
