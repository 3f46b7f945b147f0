import type * as z from 'zod';
import {
  type Difference,
  type IsRecord,
  type Merged,
  mergeSides,
  ORDER,
  type Picks,
  placeOf,
  type Sides,
} from './document-merge.ts';
import type { DocumentWords } from './document-words.ts';
import type { StoredForm } from './stored-form.ts';
import { type Failure, UserError } from './values/errors.ts';
import { encodeParts } from './values/encode-parts.ts';
import { sortedJson } from './values/sorted-json.ts';

type Stored = Readonly<Record<string, unknown>>;

/**
 * A kind of stored document: all that the engine (electron/services/document) and the interface's store need to know of
 * it. Pure. `Context` is what its edits are judged by and never change: a standard, the unit's own data.
 */
export interface DocumentKind<Value extends object, Edit, Context> extends StoredForm<Value> {
  /** Name of its file, without the ending. */
  readonly file: string;
  readonly edit: z.ZodType<Edit>;
  readonly words: DocumentWords;
  /** Bytes; a longer file is damage. Absent: no limit. */
  readonly maxBytes?: number;

  /**
   * Why an edit cannot be made; undefined where it can. A reason is Chinese, without a full stop; what the user must
   * be told otherwise is a Failure.
   */
  readonly check: (value: Value, edit: Edit, context: Context) => string | Failure | undefined;
  /** What an edit that `check` has let through makes of the value, its time included. `now` is ISO 8601. */
  readonly apply: (value: Value, edit: Edit, context: Context, now: string) => Value;
  /** What the edit replaces: the part of the value, as it is stored, that a stale edit would overwrite. */
  readonly replaces: (value: Value, edit: Edit) => unknown;
  /** What the journal calls the edit. */
  readonly describe: (edit: Edit) => string;

  /** A state that is undone, redone or restored, with what such a step leaves as it is now. `now` is ISO 8601. */
  readonly goBack: (target: Value, current: Value, now: string) => Value;
  readonly merging: DocumentMerging<Value, Context>;
  /** Whether a change is a step of undo. Absent: every one is. */
  readonly isStep?: (before: Value, after: Value) => boolean;
  /** The stored form as the journal compares it, e.g. lists keyed by what identifies their parts. */
  readonly comparable?: (stored: Stored) => Stored;
  /** Heals what older versions of the program let into a file of the user's own. */
  readonly heal?: (stored: unknown) => unknown;
}

/** How two versions of a value are merged, and what their differences are called. */
export interface DocumentMerging<Value, Context> {
  /** The value with what belongs together in one place, and without what no user changes (`mergeSides`). */
  apart(value: Value): object;
  /** The value that such parts make; what they lack is taken from `current`. */
  together(parts: object, current: Value): Value;
  /** By path: an object whose names come from data (`mergeSides`); absent: there is none. */
  readonly isRecord?: IsRecord;
  /** What the user calls a place. */
  name(path: readonly string[], around: Around<Value, Context>): string;
  /** What stands there, in words; '' for nothing. */
  show(path: readonly string[], content: unknown, around: Around<Value, Context>): string;
}

/** What a place of a value is named and shown by. */
interface Around<Value, Context> {
  readonly value: Value;
  readonly context: Context;
}

/** A value that is one thing: nothing in it is told apart from the rest. */
function undivided<Value extends { readonly updatedAt: string }, Context>({
  title,
}: DocumentWords): DocumentMerging<Value, Context> {
  return {
    apart: ({ updatedAt: _, ...rest }) => rest,
    together: (parts, current) => ({ ...current, ...parts }),
    name: () => title,
    show: (_, content) => sortedJson(content),
  };
}

/** What a kind need not say: no older form, no edit that is refused, the edit's own name, undo of everything. */
type Natural = 'migrations' | 'check' | 'describe' | 'goBack' | 'merging';

/** A kind whose value bears the time of its last change and whose edits bear a name. */
export function documentKind<
  Value extends { readonly updatedAt: string },
  Edit extends { readonly kind: string },
  Context,
>(
  own: Omit<DocumentKind<Value, Edit, Context>, Natural> &
    Partial<Pick<DocumentKind<Value, Edit, Context>, Natural>>,
): DocumentKind<Value, Edit, Context> {
  return {
    migrations: {},
    check: () => undefined,
    describe: ({ kind }) => kind,
    goBack: (target, _, now) => ({ ...target, updatedAt: now }),
    merging: undivided(own.words),
    ...own,
  };
}

/** Any kind, where only its name, words and version matter. */
export type AnyDocumentKind = Pick<
  DocumentKind<never, never, never>,
  'file' | 'version' | 'migrations' | 'words'
>;

/** The form that is stored: always the newest. */
export function encode<Value extends object>(
  { schema }: Pick<DocumentKind<Value, never, never>, 'schema'>,
  value: Value,
): Stored {
  return encodeParts(schema, value) as Stored;
}

/** The value after an edit; a UserError where the edit is refused. */
export function edited<Value extends object, Edit, Context>(
  kind: DocumentKind<Value, Edit, Context>,
  value: Value,
  edit: Edit,
  { context, now }: { context: Context; now: string },
): Value {
  const reason = kind.check(value, edit, context);
  if (reason !== undefined) throw refusal(kind, reason);
  return kind.apply(value, edit, context, now);
}

/** What the user is told of an edit that cannot be made. */
export function refusal({ words }: Pick<AnyDocumentKind, 'words'>, reason: string | Failure): UserError {
  return new UserError(typeof reason === 'string' ? words.refused(reason) : reason);
}

/** True where the edit was made on another value than the one that it would replace now. */
export function isStale<Value extends object, Edit>(
  { replaces }: Pick<DocumentKind<Value, Edit, never>, 'replaces'>,
  value: Value,
  { edit, base }: { edit: Edit; base?: unknown },
): boolean {
  return sortedJson(replaces(value, edit)) !== sortedJson(base);
}

/** What two versions of a value make together; `now` is not set. See `mergeSides`. */
export function mergeValues<Value extends object>(
  { merging }: Pick<DocumentKind<Value, never, never>, 'merging'>,
  { base, local, remote }: Sides<Value>,
  picks: Picks = {},
): Merged<Value> {
  const merged = mergeSides<object>(
    { base: base && merging.apart(base), local: merging.apart(local), remote: merging.apart(remote) },
    picks,
    merging.isRecord,
  );
  return { ...merged, value: merging.together(merged.value, local) };
}

/** A difference as the user reads it; a side that has nothing there is ''. */
export interface ShownDifference {
  /** By which a side is picked. */
  readonly place: string;
  readonly name: string;
  readonly local: string;
  readonly remote: string;
  readonly takes: Difference['takes'];
}

export function shownDifference<Value extends object, Context>(
  { merging }: Pick<DocumentKind<Value, never, Context>, 'merging'>,
  difference: Difference,
  { local, remote, context }: Pick<Sides<Value>, 'local' | 'remote'> & { context: Context },
): ShownDifference {
  const { path, takes } = difference;
  const isOrder = path.at(-1) === ORDER;
  const show = (value: Value, content: unknown) =>
    isOrder ? `${(content as unknown[]).length} 条的先后` : merging.show(path, content, { value, context });
  const name = merging.name(isOrder ? path.slice(0, -1) : path, { value: local, context });
  return {
    place: placeOf(difference),
    name: isOrder ? `${name}：顺序` : name,
    local: show(local, difference.local),
    remote: show(remote, difference.remote),
    takes,
  };
}
