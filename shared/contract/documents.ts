import * as z from 'zod';
import type { DocumentKind } from '../document.ts';
import { failureSchema } from '../values/errors.ts';
import { isNestedWithin } from '../values/json-bounds.ts';

/** Arrays and objects inside one another, far more than any document has. */
const BASE_DEPTH = 64;

/**
 * How a kind of document travels, beside the calls of its own: how one is named, and what comes with its value. Listed
 * under its name in `contract.ts`.
 */
export function documentSchemas<
  Name extends string,
  Value extends object,
  Edit,
  Context,
  Ref extends z.ZodRawShape,
  Saved extends z.ZodRawShape,
  Opened extends z.ZodRawShape,
>(parts: {
  readonly document: Name;
  readonly kind: DocumentKind<Value, Edit, Context>;
  readonly ref: Ref;
  /** Derived from the value, told after every change. */
  readonly saved: Saved;
  /** What stays the same while it is open. */
  readonly opened: Opened;
}) {
  const { kind } = parts;
  const document = z.literal(parts.document);
  const ref = z.object({ document, ...parts.ref });
  const step = z.discriminatedUnion('do', [
    /**
     * `base`: what the edit replaces, as the page shows it (`DocumentKind.replaces`); absent: nothing is there yet. An edit
     * that was made on something else than what is there is refused as `edit-stale`.
     */
    z.object({
      do: z.literal('edit'),
      edit: kind.edit,
      base: z
        .unknown()
        .refine((base) => isNestedWithin(base, BASE_DEPTH), '嵌套太深')
        .optional(),
    }),
    z.object({ do: z.literal('undo') }),
    z.object({ do: z.literal('redo') }),
  ]);
  const value = {
    document,
    value: kind.schema,
    /** Another one after every change, whoever made it. */
    revision: z.string(),
    /** Of the page that asks: steps of its own alone. */
    canUndo: z.boolean(),
    canRedo: z.boolean(),
    ...parts.saved,
  };
  return {
    document: parts.document,
    kind,
    ref,
    step,
    change: z.object({ document, ...parts.ref, step }),
    /** What a change answers; returned only after the file is fsynced. */
    saved: z.object(value),
    opened: z.object({
      ...value,
      ...parts.opened,
      /** Things the user must know about this opening: recovered from the previous copy, migrated, … */
      notices: z.array(failureSchema),
    }),
  };
}

/** How two versions of a document differ at one place (`ShownDifference`); '' where a side has nothing. */
export const shownDifferenceSchema = z.object({
  place: z.string(),
  name: z.string(),
  local: z.string(),
  remote: z.string(),
  takes: z.enum(['local', 'remote', 'ask']),
});

/** A side for every place that is named. */
export const picksSchema = z.record(z.string().max(2000), z.enum(['local', 'remote']));

/** The list of kinds as it is: one that stands under another name than its own does not compile. */
export function byName<Kinds extends { readonly [Name in keyof Kinds]: { readonly document: Name } }>(
  kinds: Kinds,
): Kinds {
  return kinds;
}

/** One part of every kind, as the members of a union told apart by the kind's name. */
export function partOfEach<
  Part extends 'ref' | 'change' | 'saved' | 'opened',
  Kind extends { readonly [P in Part]: z.ZodObject },
>(kinds: Readonly<Record<string, Kind>>, part: Part): readonly [Kind[Part], ...Kind[Part][]] {
  const [first, ...more] = Object.values(kinds).map((kind) => kind[part]);
  if (!first) throw new RangeError('No kind of document');
  return [first, ...more];
}
