import { describe, expect, it } from 'vitest';
import { wellFormed } from '../../../../shared/values/well-formed.ts';

describe('a JSON value with half letters', () => {
  it.each([
    ['a text', '甲\ud842', '甲\ufffd'],
    ['the other half', '\udfb7乙', '\ufffd乙'],
    ['both halves in the wrong order', '\udfb7\ud842', '\ufffd\ufffd'],
    ['a list', ['a', ['\ud800']], ['a', ['\ufffd']]],
    ['an object, its names too', { '\ud800': { b: '\udc00' } }, { '\ufffd': { b: '\ufffd' } }],
    [
      'a name that means something to JavaScript',
      JSON.parse('{"__proto__":"\\ud800"}'),
      JSON.parse('{"__proto__":"\ufffd"}'),
    ],
  ])('is whole again: %s', (_, value: unknown, healed) => {
    expect(wellFormed(value)).toEqual(healed);
    expect(JSON.stringify(wellFormed(value))).toBe(JSON.stringify(healed));
  });

  it.each([['𠮷野家 😀'], [12], [null], [undefined], [[1, { a: ['b'] }]], [{}]])(
    'is itself where there is none: %j',
    (value) => {
      expect(wellFormed(value)).toBe(value);
    },
  );

  it('is left alone where it is nested deeper than anything is', () => {
    let deep: unknown = '\ud800';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(wellFormed(deep)).toBe(deep);
  });
});
