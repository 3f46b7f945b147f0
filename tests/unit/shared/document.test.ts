import { describe, expect, it } from 'vitest';
import { assessmentDocument } from '../../../shared/assessment/document.ts';
import { documents } from '../../../shared/contract/contract.ts';
import { migrate, NewerForm, type MigrationSteps } from '../../../shared/stored-form.ts';

const steps: MigrationSteps = {
  1: ({ name, ...rest }) => ({ ...rest, unit: { name } }),
  2: (stored) => ({ ...stored, willing: null }),
};

const kind = { ...assessmentDocument, version: 3, migrations: steps };

describe('migrate', () => {
  it('takes every step from the stored version on, and changes nothing it was given', () => {
    const stored = Object.freeze({ version: 1, name: '某局' });
    expect(migrate(kind, stored)).toEqual({ version: 3, unit: { name: '某局' }, willing: null });
    expect(migrate(kind, { version: 2, name: 'x' })).toEqual({ version: 3, name: 'x', willing: null });
    expect(migrate(kind, { version: 3 })).toEqual({ version: 3 });
  });

  it('refuses a newer version', () => {
    expect(() => migrate(kind, { version: 4 })).toThrow('assessment-newer');
  });

  it.each([
    [0, '0'],
    [-1, '-1'],
    [1.5, '1.5'],
    ['2', '2'],
    ['v2', 'v2'],
    [true, 'true'],
    [null, 'null'],
    [[2], '…'],
    [{ major: 2 }, '…'],
    ['\u202e'.repeat(100), '[U+202E][U+202E][U+202E][U+202E][U+202E…'],
  ])('refuses the strange version %j in words, as what may be of a newer program', (version, spelled) => {
    expect.assertions(2);
    try {
      migrate(kind, { version });
    } catch (error) {
      expect(error).toBeInstanceOf(NewerForm);
      expect((error as NewerForm).failure).toMatchObject({
        code: 'assessment-version',
        message: `这份自评档案的版本号（“${spelled}”）本程序不认识，可能由更新版本的程序保存（本程序支持到 3）。`,
        effect: '文件没有改动，也没有用别的内容代替它。',
        remedy: '请升级本程序后再打开；仍打不开的，请技术支持人员检查这个文件，不要删除。',
      });
    }
  });

  it('leaves what is no versioned form to the schema', () => {
    for (const odd of [null, 'text', 7, [], {}]) expect(migrate(kind, odd)).toBe(odd);
  });

  it.each(Object.values(documents).map((each) => each.kind))(
    'has a step for every version of $file before this one',
    ({ version, migrations }) => {
      // What was stored before the first release is an assessment alone.
      const first = migrations[0] ? 0 : 1;
      for (let stored = first; stored < (version ?? 0); stored += 1) {
        expect(migrations[stored]).toBeTypeOf('function');
      }
    },
  );
});
