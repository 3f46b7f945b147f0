type Count = () => number;

/** How much had come from elsewhere to each store at one moment. */
export type Moment = ReadonlyMap<Count, number>;

const stores = new Set<Count>();
/** While words are committed: when they were begun. */
let begun: Moment | undefined;

/** A store says how often something came to it that was not changed on this page. */
export function noteArrivals(count: Count): void {
  stores.add(count);
}

export function thisMoment(): Moment {
  return new Map([...stores].map((count) => [count, count()]));
}

/** Does what was meant for what was shown then: another window may have changed it since. */
export function asBegun<T>(then: Moment | undefined, task: () => T): T {
  // One field's words may make others be committed.
  const outer = begun;
  begun = then;
  try {
    return task();
  } finally {
    begun = outer;
  }
}

/** How much had come to a store when the words that are committed now were begun; otherwise how much has. */
export function arrivalsWhenBegun(count: Count): number {
  return begun?.get(count) ?? count();
}
