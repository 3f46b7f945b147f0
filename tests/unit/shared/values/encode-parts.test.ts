import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { encodeParts } from '../../../../shared/values/encode-parts.ts';

/** Hundredths in memory, points on the disk. */
const points = z.codec(z.string(), z.number(), {
  decode: (text) => Number(text) * 100,
  encode: (number) => String(number / 100),
});
const entry = z.object({ points, reason: z.string().max(5), tags: z.array(z.string()).optional() });
const schema = z.object({
  id: z.string(),
  entries: z.record(z.string().trim().min(1), entry).default({}),
  list: z.array(entry).default([]),
  strict: z.strictObject({ one: points }).nullable().default(null),
  either: z.union([z.object({ a: points }), z.object({ b: z.string() })]).optional(),
  sorted: z
    .object({ from: z.number(), to: z.number() })
    .refine(({ from, to }) => from <= to)
    .optional(),
  open: z.looseObject({ one: z.string() }).optional(),
});
type Value = z.output<typeof schema>;

const first: Value = {
  id: 'x',
  entries: { a: { points: 150, reason: '甲' }, ' b': { points: 5, reason: '', tags: ['乙'] } },
  list: [{ points: 1, reason: '丙', tags: undefined }],
  strict: { one: 250 },
  either: { a: 300 },
  sorted: { from: 1, to: 2 },
  open: { one: '丁', more: 1 },
};

describe('encoding by parts', () => {
  it.each<[string, Value]>([
    ['everything', first],
    ['what is absent', { id: 'x', entries: {}, list: [], strict: null }],
    ['what is undefined', { ...first, either: undefined, sorted: undefined }],
    [
      'what no schema knows',
      { ...first, foreign: 1, list: [{ points: 1, reason: '', foreign: 2 }] } as never,
    ],
    ['the other of two', { ...first, either: { b: 'b' } }],
  ])('gives the same as encoding the whole: %s', (_, value) => {
    const whole = z.encode(schema, value);
    expect(encodeParts(schema, value)).toStrictEqual(whole);
    expect(JSON.stringify(encodeParts(schema, value))).toBe(JSON.stringify(whole));
    // From what is known by now.
    const changed = { ...value, id: 'y', entries: { ...value.entries, c: { points: 7, reason: '' } } };
    expect(JSON.stringify(encodeParts(schema, changed))).toBe(JSON.stringify(z.encode(schema, changed)));
  });

  it.each<[string, Value]>([
    ['an entry', { ...first, entries: { ...first.entries, a: { points: 1, reason: '太长的理由' + '。' } } }],
    ['the key of an entry', { ...first, entries: { ' ': { points: 1, reason: '' } } }],
    ['a part of a list', { ...first, list: [...first.list, { points: '1', reason: '' } as never] }],
    ['what must not be there', { ...first, strict: { one: 1, two: 2 } as never }],
    ['what is demanded of two fields together', { ...first, sorted: { from: 3, to: 2 } }],
    ['what is missing', { ...first, id: undefined as never }],
  ])('refuses what encoding the whole refuses: %s', (_, value) => {
    encodeParts(schema, first);
    expect(() => z.encode(schema, value)).toThrow(z.ZodError);
    expect(() => encodeParts(schema, value)).toThrow(z.ZodError);
  });

  it('looks at nothing again that it knows', () => {
    const seen = vi.fn((number: number) => String(number));
    const counted = z.record(
      z.string(),
      z.object({ n: z.codec(z.string(), z.number(), { decode: Number, encode: seen }) }),
    );
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`k${n}`, { n }]));
    encodeParts(counted, many);
    expect(seen).toHaveBeenCalledTimes(2000);
    expect(encodeParts(counted, { ...many, k7: { n: 8 } }).k7).toEqual({ n: '8' });
    expect(seen).toHaveBeenCalledTimes(2001);
  });
});
