import type * as z from 'zod';
import { type Failure, UserError } from './values/errors.ts';

type Stored = Readonly<Record<string, unknown>>;
/** Steps by the version they start from: `steps[3]` makes a version 4 of a version 3. Pure. */
export type MigrationSteps = Readonly<Record<number, (stored: Stored) => Stored>>;

/** What tells of a stored thing which version it is of, and how an older one becomes the newest. */
export interface Gate {
  /** Of the newest form. */
  readonly version: number;
  readonly migrations: MigrationSteps;
  readonly words: { readonly newer: (stored: number, known: number) => Failure };
  /** Gives what bears no version the one that it is of: files of before the kind had any. Absent: that is damage. */
  readonly bare?: (stored: unknown) => unknown;
  /** By their keys: stored forms inside this one, each of a version of its own. */
  readonly parts?: Readonly<Record<string, Gate>>;
}

/**
 * One kind of stored thing: file, part of a file or of a package. Everything that the program keeps or is given is read
 * through `decode`, whoever wrote it: an older form is migrated, a newer one refused in words, the rest is damage.
 */
export interface StoredForm<Value> extends Gate {
  /** The newest form. */
  readonly schema: z.ZodType<Value>;
}

/** Written by a newer version of the program: whole, so that it is never put aside, replaced or left out silently. */
export class NewerForm extends UserError {}

/** The stored version, a natural number; undefined where the form bears none, which no other value is. */
export function storedVersion(stored: unknown): number | undefined {
  if (typeof stored !== 'object' || stored === null || !Object.hasOwn(stored, 'version')) return undefined;
  const { version } = stored as Stored;
  return typeof version === 'number' && Number.isInteger(version) && version >= 0 ? version : undefined;
}

/** True for a form of an older version, which `decode` migrates. */
export function isOlderForm(gate: Gate, stored: unknown): boolean {
  const bare = named(gate, stored);
  const version = storedVersion(bare);
  if (version === undefined) return false;
  return (
    version < gate.version || partsOf(gate, bare as Stored).some(([, part, of]) => isOlderForm(part, of))
  );
}

/**
 * Brings a stored form and its parts to the newest version, step by step. Throws NewerForm for a newer one, RangeError
 * for one that no program wrote; what is no versioned form at all comes back as it is, for the schema to refuse.
 */
export function migrate(gate: Gate, stored: unknown): unknown {
  const { version: newest, migrations, words } = gate;
  const bare = named(gate, stored);
  const from = storedVersion(bare);
  if (from === undefined) return stored;
  if (from > newest) throw new NewerForm(words.newer(from, newest));
  let form = bare as Stored;
  for (let version = from; version < newest; version += 1) {
    const step = migrations[version];
    if (!step) throw new RangeError(`No migration from version ${version}`);
    form = { ...step(form), version: version + 1 };
  }
  const parts = partsOf(gate, form).map(([key, part, of]) => [key, migrate(part, of)]);
  return parts.length === 0 ? form : { ...form, ...Object.fromEntries(parts) };
}

/**
 * What a stored form says, of any version that this program knows. Throws NewerForm for a newer one, another error
 * (ZodError, RangeError) where it is no valid form.
 */
export function decode<Value>(form: StoredForm<Value>, stored: unknown): Value {
  return form.schema.parse(migrate(form, stored));
}

function named({ bare }: Gate, stored: unknown): unknown {
  const isBare = typeof stored === 'object' && stored !== null && !Object.hasOwn(stored, 'version');
  return bare && isBare ? bare(stored) : stored;
}

function partsOf({ parts = {} }: Gate, form: Stored): [string, Gate, unknown][] {
  return Object.entries(parts).flatMap(([key, part]) =>
    Object.hasOwn(form, key) ? [[key, part, form[key]]] : [],
  );
}
