import { sortedJson } from '../../../shared/values/sorted-json.ts';

export type Tree = Readonly<Record<string, unknown>>;

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

export function isTree(value: unknown): value is Tree {
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

/** True where a stored form is, in all places of the changes, as they left it. */
export function isAfter(form: Tree, { before, after }: Changes): boolean {
  return holds(form, after, before);
}

/** The same of what they found. */
export function isBefore(form: Tree, { before, after }: Changes): boolean {
  return holds(form, before, after);
}

/** `is`: what stands in a place; what `other` has and `is` has not does not stand there. */
function holds(found: unknown, is: unknown, other: unknown): boolean {
  const inner = placesIn(is, other);
  if (inner) return inner.every((key) => holds(part(found, key), part(is, key), part(other, key)));
  return sortedJson(found) === sortedJson(is);
}

/** The form with the changes made once more. `emptied`: what becomes of a place that has lost all that was in it. */
export function changed(form: Tree, { before, after }: Changes, emptied: 'stays' | 'goes'): Tree {
  const next: Record<string, unknown> = { ...form };
  for (const key of placesIn(after, before) ?? []) {
    const [is, was] = [after[key], before[key]];
    const inside = placesIn(is, was) && part(next, key);
    if (isTree(inside)) {
      const made = changed(inside, { before: treeOf(was), after: treeOf(is) }, emptied);
      const isGone = emptied === 'goes' && is === undefined && Object.keys(made).length === 0;
      next[key] = isGone ? undefined : made;
    } else next[key] = is;
    if (next[key] === undefined) delete next[key];
  }
  return next;
}

/** The names of both, where both are trees, or one is and nothing stands on the other side; undefined for anything else. */
function placesIn(one: unknown, other: unknown): string[] | undefined {
  if (![one, other].every((each) => each === undefined || isTree(each)) || one === other) return undefined;
  return [...new Set([...Object.keys(treeOf(one)), ...Object.keys(treeOf(other))])];
}

const treeOf = (value: unknown): Tree => (isTree(value) ? value : {});
const part = (value: unknown, key: string): unknown =>
  isTree(value) && Object.hasOwn(value, key) ? value[key] : undefined;
