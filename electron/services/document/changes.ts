type Tree = Readonly<Record<string, unknown>>;

/** The parts that differ, by their path; a part that one side lacks is absent there. */
export interface Changes {
  readonly before: Tree;
  readonly after: Tree;
}

/** What changed between two stored forms, or undefined where nothing but the time did. */
export function changesBetween(before: Tree, after: Tree): Changes | undefined {
  const changes = differences({ ...before, updatedAt: undefined }, { ...after, updatedAt: undefined });
  const none = Object.keys(changes.before).length === 0 && Object.keys(changes.after).length === 0;
  return none ? undefined : changes;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function differences(before: Tree, after: Tree): Changes {
  const changes: { before: Record<string, unknown>; after: Record<string, unknown> } = {
    before: {},
    after: {},
  };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[key], after[key]];
    if (was === is) continue;
    if (isTree(was) && isTree(is)) {
      const inner = differences(was, is);
      if (Object.keys(inner.before).length > 0) changes.before[key] = inner.before;
      if (Object.keys(inner.after).length > 0) changes.after[key] = inner.after;
    } else if (JSON.stringify(was) !== JSON.stringify(is)) {
      if (was !== undefined) changes.before[key] = was;
      if (is !== undefined) changes.after[key] = is;
    }
  }
  return changes;
}
