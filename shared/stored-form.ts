import type * as z from 'zod';
import { type Failure, UserError } from './values/errors.ts';
import { showable } from './values/text.ts';

type Stored = Readonly<Record<string, unknown>>;
/** Steps by the version they start from: `steps[3]` makes a version 4 of a version 3. Pure. */
export type MigrationSteps = Readonly<Record<number, (stored: Stored) => Stored>>;

/** What is told of a whole thing that this program cannot read; `known` is the newest version that it knows. */
export interface FormWords {
  /** It is of a newer version. */
  readonly newer: (stored: number, known: number) => Failure;
  /** It bears a version that nobody here knows, which a newer program may have written: `stored`, for people. */
  readonly strange: (stored: string, known: number) => Failure;
}

/** What tells of a stored thing which version it is of, and how an older one becomes the newest. */
export interface Gate {
  /** Of the newest form. */
  readonly version: number;
  readonly migrations: MigrationSteps;
  readonly words: FormWords;
  /** Gives what bears no version the one that it is of: files of before the kind had any. Absent: that is damage. */
  readonly bare?: (stored: unknown) => unknown;
  /** By their keys: stored forms inside this one, each of a version of its own. */
  readonly parts?: Readonly<Record<string, Gate>>;
}

/**
 * One kind of stored thing: file, part of a file or of a package. Everything that the program keeps or is given is read
 * through `decode`, whoever wrote it: an older form is migrated, one of a newer or a strange version refused in words, the rest is damage.
 */
export interface StoredForm<Value> extends Gate {
  /** The newest form. */
  readonly schema: z.ZodType<Value>;
}

/** Of a newer version, or of one that this program does not know: whole, so that it is never put aside, replaced or left out silently. */
export class NewerForm extends UserError {}

/** The stored version where it is a natural number; undefined where it is anything else, or the form bears none. */
export function storedVersion(stored: unknown): number | undefined {
  if (!bearsVersion(stored)) return undefined;
  const { version } = stored;
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
 * Brings a stored form and its parts to the newest version, step by step. Throws NewerForm for a newer one and for one
 * whose version is none that this program knows; what bears none comes back as it is, for the schema to refuse.
 */
export function migrate(gate: Gate, stored: unknown): unknown {
  const { version: newest, migrations, words } = gate;
  const bare = named(gate, stored);
  if (!bearsVersion(bare)) return stored;
  const from = storedVersion(bare);
  if (from === undefined) throw new NewerForm(words.strange(spelled(bare['version']), newest));
  if (from > newest) throw new NewerForm(words.newer(from, newest));
  let form = bare;
  for (let version = from; version < newest; version += 1) {
    const step = migrations[version];
    if (!step) throw new NewerForm(words.strange(String(from), newest));
    form = { ...step(form), version: version + 1 };
  }
  const parts = partsOf(gate, form).map(([key, part, of]) => [key, migrate(part, of)]);
  return parts.length === 0 ? form : { ...form, ...Object.fromEntries(parts) };
}

/**
 * What a stored form says, of any version that this program knows. Throws NewerForm for any other version, another error
 * (ZodError) where it is no valid form.
 */
export function decode<Value>(form: StoredForm<Value>, stored: unknown): Value {
  return form.schema.parse(migrate(form, stored));
}

function bearsVersion(stored: unknown): stored is Stored {
  return typeof stored === 'object' && stored !== null && Object.hasOwn(stored, 'version');
}

/** As it is shown: a stranger's text is shortened, what is made of parts is only hinted at. */
function spelled(version: unknown): string {
  return typeof version === 'object' && version !== null ? '…' : showable(String(version), 40);
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
