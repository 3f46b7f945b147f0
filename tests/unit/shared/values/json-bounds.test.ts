import { expect, it } from 'vitest';
import { contract } from '../../../../shared/contract/contract.ts';
import { isNestedWithin } from '../../../../shared/values/json-bounds.ts';

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
};

it.each([
  [nested(0), 0, true],
  [nested(1), 0, false],
  [nested(3), 3, true],
  [nested(4), 3, false],
  [[[], {}, [null]], 2, true],
  [undefined, 0, true],
  [nested(200_000), 64, false],
])('tells how deep a value is nested (%#)', (value, depth, within) => {
  expect(isNestedWithin(value, depth)).toBe(within);
});

it('is what the contract asks of the value that an edit replaces', () => {
  const change = (base: unknown): boolean =>
    contract.changeDocument.input.safeParse({
      document: 'assessment',
      id: '11111111-1111-4111-8111-111111111111',
      step: { do: 'edit', edit: { kind: 'setWilling', willing: true }, base },
    }).success;
  expect([change(undefined), change(null), change(nested(10)), change(nested(5_000))]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
