/** Closes a union at compile time: a new kind does not build until every switch over it knows the kind. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled variant: ${JSON.stringify(value)}`);
}
