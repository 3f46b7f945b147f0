type View = () => unknown;

/** What several stores showed at one moment. */
export type Views = ReadonlyMap<View, unknown>;

const views = new Set<View>();
/** While words are committed: what was shown when they were begun. */
let seen: Views | undefined;

/** A store says where what it shows is to be had. */
export function noteView(view: View): void {
  views.add(view);
}

export function shownNow(): Views {
  return new Map([...views].map((view) => [view, view()]));
}

/** Does what was meant for what was shown then: another window may have changed it since. */
export function asSeen<T>(then: Views | undefined, task: () => T): T {
  // One field's words may make others be committed.
  const outer = seen;
  seen = then;
  try {
    return task();
  } finally {
    seen = outer;
  }
}

/** What a store showed when the words that are committed now were begun; otherwise what it shows. */
export function viewWhenTyped<Value>(view: () => Value): Value {
  return seen ? (seen.get(view) as Value) : view();
}
