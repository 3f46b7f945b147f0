import { expect, it } from 'vitest';
import { labelOf } from '../../../../../shared/tables/rule-text/composition.ts';
import { proposeRule } from '../../../../../shared/tables/rule-text/propose.ts';

it('a text of more than 20,000 characters is left to a hand', () => {
  const text = (length: number) => '每缺一份扣1分。'.padEnd(length, '长');
  const read = [20_000, 20_001].map((length) => proposeRule(text(length), 500));
  expect(read.map(({ rule }) => rule.kind)).toEqual(['deduct', 'award']);
  expect(read[1]?.confidence).toBe('hand');
});

it('a label is the last hundred characters of its condition', () => {
  expect(labelOf('长'.repeat(100), '')).toBe('长'.repeat(100));
  expect(labelOf('长'.repeat(101), '')).toBe(`…${'长'.repeat(99)}`);
});
