import { describe, expect, it } from 'vitest';
import { ASSESSMENT_VERSION } from '../../../shared/assessment/schema.ts';
import {
  ASSESSMENT_MIGRATIONS,
  migrate,
  type MigrationSteps,
} from '../../../shared/assessment/migrations.ts';

const steps: MigrationSteps = {
  1: ({ name, ...rest }) => ({ ...rest, unit: { name } }),
  2: (stored) => ({ ...stored, willing: null }),
};

describe('migrate', () => {
  it('takes every step from the stored version on, and changes nothing it was given', () => {
    const stored = Object.freeze({ version: 1, name: '某局' });
    expect(migrate(stored, steps, 3)).toEqual({ version: 3, unit: { name: '某局' }, willing: null });
    expect(migrate({ version: 2, name: 'x' }, steps, 3)).toEqual({ version: 3, name: 'x', willing: null });
    expect(migrate({ version: 3 }, steps, 3)).toEqual({ version: 3 });
  });

  it('refuses a newer version, and a gap in the steps', () => {
    expect(() => migrate({ version: 4 }, steps, 3)).toThrow('assessment-newer');
    expect(() => migrate({ version: 0 }, steps, 3)).toThrow(RangeError);
  });

  it('leaves what is no versioned form to the schema', () => {
    for (const odd of [null, 'text', 7, [], {}, { version: '1' }]) expect(migrate(odd)).toBe(odd);
  });

  it('has a step for every version before this one', () => {
    for (let version = 0; version < ASSESSMENT_VERSION; version += 1) {
      expect(ASSESSMENT_MIGRATIONS[version]).toBeTypeOf('function');
    }
  });
});
