import { UserError } from '../values/errors.ts';
import { ASSESSMENT_VERSION } from './schema.ts';

type Stored = Readonly<Record<string, unknown>>;
/** Steps by the version they start from: `steps[3]` makes a version 4 of a version 3. Pure. */
export type MigrationSteps = Readonly<Record<number, (stored: Stored) => Stored>>;

/** Version 0 marks files of builds before the first release: the same fields, not yet declared stable. */
export const ASSESSMENT_MIGRATIONS: MigrationSteps = {
  0: (stored) => stored,
};

/** The stored version, or undefined where the form has none. */
export function storedVersion(stored: unknown): number | undefined {
  if (typeof stored !== 'object' || stored === null || !('version' in stored)) return undefined;
  const { version } = stored;
  return typeof version === 'number' && Number.isInteger(version) ? version : undefined;
}

/**
 * Brings a stored form to `target`, step by step. A newer one is refused with a UserError; anything that is
 * no versioned form at all comes back as it is, for the schema to refuse.
 */
export function migrate(
  stored: unknown,
  steps: MigrationSteps = ASSESSMENT_MIGRATIONS,
  target: number = ASSESSMENT_VERSION,
): unknown {
  const from = storedVersion(stored);
  if (from === undefined) return stored;
  if (from > target) {
    throw new UserError({
      code: 'assessment-newer',
      message: `这份自评档案由更新版本的程序保存（档案版本 ${from}，本程序支持到 ${target}）。`,
      effect: '档案没有改动，内容完好。',
      remedy: '请升级本程序后再打开。',
    });
  }
  let form = stored as Stored;
  for (let version = from; version < target; version += 1) {
    const step = steps[version];
    if (!step) throw new RangeError(`No migration from version ${version}`);
    form = { ...step(form), version: version + 1 };
  }
  return form;
}
