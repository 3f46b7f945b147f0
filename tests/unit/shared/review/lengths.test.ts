import { expect, it } from 'vitest';
import type * as z from 'zod';
import { bodySchema, correctedSchema, officeSchema } from '../../../../shared/review/schema.ts';

it.each<[what: string, schema: z.ZodType, most: number, holding: (text: string) => unknown]>([
  ['the name of an office', officeSchema, 100, (text) => text],
  ['the name of a recommending body', bodySchema, 100, (text) => text],
  ['an industry put right', correctedSchema, 50, (value) => ({ value, reason: '见批复' })],
])('%s has so many characters at most', (_, schema, most, holding) => {
  expect(schema.safeParse(holding('长'.repeat(most))).error).toBeUndefined();
  expect(schema.safeParse(holding('长'.repeat(most + 1))).success).toBe(false);
});
