import * as z from 'zod';

type Bare<T extends z.ZodType> = T extends z.ZodDefault<infer Inner extends z.ZodType> ? Inner : T;
type Field<T> =
  T extends z.ZodOptional<infer Inner extends z.ZodType>
    ? z.ZodOptional<z.ZodNullable<Bare<Inner>>>
    : T extends z.ZodType
      ? z.ZodOptional<Bare<T>>
      : never;

/** Some fields of an object, each optional and without its default; a field that may be absent is cleared by null. */
export type PatchSchema<Shape extends z.ZodRawShape> = z.ZodObject<{ [K in keyof Shape]: Field<Shape[K]> }>;

/** The schema of a patch: the same fields and limits, none of them required, no default filled in. */
export function patchOf<Shape extends z.ZodRawShape>(shape: Shape): PatchSchema<Shape> {
  const fields = Object.entries(shape).map(([name, schema]) => [name, fieldOf(schema as z.ZodType)]);
  // TypeScript cannot follow a mapped type through Object.fromEntries.
  return z.object(Object.fromEntries(fields)) as unknown as PatchSchema<Shape>;
}

function fieldOf(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault) return fieldOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodOptional) return (schema.unwrap() as z.ZodType).nullable().optional();
  return schema.optional();
}

/** The object with the patch's fields in place of its own; null takes a field away. */
export function patched<T extends object>(
  value: T,
  patch: { readonly [K in keyof T]?: T[K] | null | undefined },
): T {
  const fields = Object.entries(patch).filter(([, field]) => field !== undefined);
  const gone = fields.filter(([, field]) => field === null).map(([name]) => name);
  const kept = Object.entries({ ...value, ...Object.fromEntries(fields) });
  return Object.fromEntries(kept.filter(([name]) => !gone.includes(name))) as T;
}

/** The fields of an object that a patch replaces. */
export function patchedFields<T extends object>(value: T | undefined, patch: object): Partial<T> {
  const names = new Set(Object.keys(patch));
  return Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => names.has(name))) as Partial<T>;
}
