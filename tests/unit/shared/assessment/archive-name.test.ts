import { expect, it } from 'vitest';
import { archiveInSentence, archiveName } from '../../../../shared/assessment/archive-name.ts';

it('has 60 characters of a name at most, which a stranger may have written', () => {
  const named = (length: number) => ({ unit: '长'.repeat(length), basis: 'reference' as const });
  expect(archiveName(named(60))).toBe('长'.repeat(60));
  expect([61, 3000].map((length) => archiveName(named(length)).length)).toEqual([60, 60]);
  expect(archiveInSentence(named(3000)).length).toBeLessThan(70);
});
