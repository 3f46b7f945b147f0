import { useState } from 'react';

/** A set of keys, each in or out: what is folded away, what is chosen. */
export function useKeySet() {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string): void => {
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    setKeys(next);
  };
  return { keys, toggle, clear: () => setKeys(new Set()) };
}
