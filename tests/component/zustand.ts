import { create as createReal, useStore } from 'zustand/react';
import type { StateCreator } from 'zustand/vanilla';

// In the place of zustand in these tests (vitest.config.ts): the page outlives a test, and its stores with it.

const resets: (() => void)[] = [];

/** Every store of the page is as it was at first. */
export function resetStores(): void {
  for (const reset of resets) reset();
}

function registered<State>(initializer: StateCreator<State>) {
  const store = createReal<State>()(initializer);
  resets.push(() => store.setState(store.getInitialState(), true));
  return store;
}

/** `create(…)` and `create<State>()(…)`. */
export function create<State>(initializer?: StateCreator<State>) {
  return initializer ? registered(initializer) : registered;
}

export { useStore };
