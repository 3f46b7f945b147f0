import * as z from 'zod';

type Encoded = WeakMap<object, unknown>;

/** By the schema that they were encoded by. */
const known = new WeakMap<z.ZodType, Encoded>();

const keys = new WeakMap<z.ZodType, Map<string, string>>();

/**
 * As `z.encode`, for values that are never changed but replaced: a part that was encoded before is not looked at again, so
 * that an edit of one entry among thousands costs what the entry costs. Throws a ZodError whose path begins at the part.
 */
export function encodeParts<Schema extends z.ZodType>(
  schema: Schema,
  value: z.output<Schema>,
): z.input<Schema> {
  return encoded(schema, value) as z.input<Schema>;
}

function encoded(schema: z.ZodType, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return z.encode(schema, value);
  const before = known.get(schema) ?? new WeakMap<object, unknown>();
  known.set(schema, before);
  if (before.has(value)) return before.get(value);
  const form = byParts(schema, value);
  before.set(value, form);
  return form;
}

function encodedKey(schema: z.ZodString, key: string): string {
  const before = keys.get(schema) ?? new Map<string, string>();
  keys.set(schema, before);
  const form = before.get(key) ?? z.encode(schema, key);
  before.set(key, form);
  return form;
}

function byParts(schema: z.ZodType, value: object): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return encoded(schema.unwrap() as z.ZodType, value);
  // What is demanded of the whole is asked of the whole.
  const isPlain =
    (schema.def as { checks?: readonly unknown[] }).checks?.length === 0 || !('checks' in schema.def);
  if (!isPlain) return z.encode(schema, value);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((each) => encoded(schema.element as z.ZodType, each));
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodString && !Array.isArray(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        encodedKey(schema.keyType as z.ZodString, key),
        encoded(schema.valueType as z.ZodType, each),
      ]),
    );
  if (schema instanceof z.ZodObject && schema.def.catchall === undefined && !Array.isArray(value)) {
    const form: Record<string, unknown> = {};
    for (const [key, part] of Object.entries<z.ZodType>(schema.shape)) {
      const child = encoded(part, (value as Record<string, unknown>)[key]);
      if (child !== undefined || key in value) form[key] = child;
    }
    return form;
  }
  return z.encode(schema, value);
}
