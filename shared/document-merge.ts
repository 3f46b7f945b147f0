import { own } from './values/own.ts';

/**
 * One value that two sides went on with. `base` is the last one that both had; absent where none is known, then what one
 * side alone has is taken and all else is asked.
 */
export interface Sides<Value> {
  readonly base: Value | undefined;
  readonly local: Value;
  readonly remote: Value;
}

/** One place where the sides are not alike; what a side does not have is undefined. */
export interface Difference {
  /** Names of fields, and of list elements what tells them apart. */
  readonly path: readonly string[];
  readonly local: unknown;
  readonly remote: unknown;
  /** Whose it is by the base; `ask` where both changed it, each differently. */
  readonly takes: Side | 'ask';
}
export type Side = 'local' | 'remote';

/** By `placeOf` a difference: the side that a user has picked. */
export type Picks = Readonly<Record<string, Side>>;

export interface Merged<Value> {
  /**
   * `same`: nothing to do. `advance`: the remote one is ahead. `merge`: each side changed other places. `ask`: a place
   * was changed by both, and no side is picked; there the local one stands in `value`.
   */
  readonly outcome: 'same' | 'advance' | 'merge' | 'ask';
  readonly value: Value;
  readonly differences: readonly Difference[];
}

type Tree = Readonly<Record<string, unknown>>;

/** What a path is called in picks. */
export function placeOf({ path }: Pick<Difference, 'path'>): string {
  return JSON.stringify(path);
}

/**
 * The one merge of the program: another tab, a file changed by a sync client, a step that is undone after others, a
 * colleague's review. Pure, on plain data: objects are merged field by field, lists element by element where their
 * elements can be told apart (texts, or objects with an id), all else is taken whole. Nothing, an empty text, an
 * empty list and null are the same to it. `picks` decides for every place that it names, asked or not.
 */
export function mergeSides<Value>(
  sides: Sides<Value>,
  picks: Picks = {},
  isRecord: IsRecord = () => false,
): Merged<Value> {
  const differences: Difference[] = [];
  const decide = (difference: Difference): Side => {
    differences.push(difference);
    return own(picks, placeOf(difference)) ?? (difference.takes === 'remote' ? 'remote' : 'local');
  };
  const value = mergeAt(sides, [], { decide, isRecord }) as Value;
  const open = differences.some(({ takes, path }) => takes === 'ask' && !own(picks, placeOf({ path })));
  const advances = differences.every(({ takes }) => takes === 'remote');
  const outcome = differences.length === 0 ? 'same' : open ? 'ask' : advances ? 'advance' : 'merge';
  return { outcome, value, differences };
}

/** True of an object whose names come from data: `kind` and `state` among them do not say what it is. */
export type IsRecord = (path: readonly string[]) => boolean;

interface Ways {
  readonly decide: (difference: Difference) => Side;
  readonly isRecord: IsRecord;
}

function mergeAt(sides: Sides<unknown>, path: readonly string[], ways: Ways): unknown {
  const { base, local, remote } = sides;
  if (isAlike(local, remote)) return local;
  const lists = asLists(sides);
  if (lists) return mergeLists(lists, path, ways);
  const trees = asTrees(sides, ways.isRecord(path));
  if (trees) return mergeTrees(trees, path, ways);
  const takes = isAlike(base, local) ? 'remote' : isAlike(base, remote) ? 'local' : 'ask';
  return ways.decide({ path, local, remote, takes }) === 'remote' ? remote : local;
}

function mergeTrees({ base, local, remote }: Sides<Tree>, path: readonly string[], ways: Ways): Tree {
  const names = [...new Set([...Object.keys(local), ...Object.keys(remote)])];
  const fields = names.map((name) => {
    const of = (tree: Tree | undefined): unknown => tree && own(tree, name);
    const sides = { base: of(base), local: of(local), remote: of(remote) };
    return [name, mergeAt(sides, [...path, name], ways)] as const;
  });
  return Object.fromEntries(fields.filter(([, field]) => field !== undefined));
}

type Keyed = ReadonlyMap<string, unknown>;

function mergeLists(sides: Sides<Keyed>, path: readonly string[], ways: Ways): unknown[] {
  const { base, local, remote } = sides;
  const merged = new Map<string, unknown>();
  for (const key of new Set([...local.keys(), ...remote.keys()])) {
    const of = { base: base?.get(key), local: local.get(key), remote: remote.get(key) };
    merged.set(key, mergeAt(of, [...path, key], ways));
  }
  return orderOf(sides, path, ways)
    .map((key) => merged.get(key))
    .filter((element) => element !== undefined);
}

/** The name under which the order of a list differs. */
export const ORDER = '';

/** What the other side has added stands behind what it followed there. The order of plain texts means nothing. */
function orderOf({ base, local, remote }: Sides<Keyed>, path: readonly string[], ways: Ways): string[] {
  const isLike = (a: Keyed | undefined, b: Keyed) => !a || sameOrder([...a.keys()], [...b.keys()]);
  let side: Side = 'remote';
  if (!isLike(local, remote) && [...local.values()].some(isTree)) {
    const takes = isLike(base, local) ? 'remote' : isLike(base, remote) ? 'local' : 'ask';
    const order = { path: [...path, ORDER], local: [...local.keys()], remote: [...remote.keys()] };
    side = ways.decide({ ...order, takes: base ? takes : 'ask' });
  }
  const [first, second] = side === 'local' ? [local, remote] : [remote, local];
  const order = [...first.keys()];
  let before: string | undefined;
  for (const key of second.keys()) {
    if (!first.has(key)) order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    before = key;
  }
  return order;
}

/** Whether what both have stands in one order. */
function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)];
  const rest = b.filter((key) => inA.has(key));
  return a.filter((key) => inB.has(key)).every((key, index) => rest[index] === key);
}

/** All sides as trees that are merged field by field; undefined where a side is none, or they are of several kinds. */
function asTrees({ base, local, remote }: Sides<unknown>, isRecord: boolean): Sides<Tree> | undefined {
  if (!isTree(local) || !isTree(remote)) return undefined;
  const known = isTree(base) ? base : undefined;
  if (isRecord) return { base: known, local, remote };
  const kinds = [local, remote, ...(known ? [known] : [])].map(kindOf);
  return new Set(kinds).size === 1 ? { base: known, local, remote } : undefined;
}

/** What must be alike for fields of two objects to belong together: the kind of an answer, its state. */
function kindOf({ kind, state }: Tree): string {
  return JSON.stringify([kind, state]);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All sides as lists whose elements can be told apart; undefined where one is none. A missing one counts as empty. */
function asLists({ base, local, remote }: Sides<unknown>): Sides<Keyed> | undefined {
  if (!Array.isArray(local) && !Array.isArray(remote)) return undefined;
  const [ours, theirs] = [keyed(local), keyed(remote)];
  if (!ours || !theirs) return undefined;
  return { base: keyed(base), local: ours, remote: theirs };
}

function keyed(list: unknown): Keyed | undefined {
  if (list === undefined || list === null) return new Map();
  if (!Array.isArray(list)) return undefined;
  const keys = (list as unknown[]).map(keyOf);
  const isTold = keys.every((key) => key !== undefined) && new Set(keys).size === keys.length;
  return isTold ? new Map(keys.map((key, index) => [key ?? '', list[index]])) : undefined;
}

/** What identifies an element among its likes, wherever documents keep lists. */
const IDENTITIES = ['id', 'sha256', 'key', 'packageId'] as const;

function keyOf(element: unknown): string | undefined {
  if (typeof element === 'string') return element;
  if (!isTree(element)) return undefined;
  const name = IDENTITIES.find((each) => typeof element[each] === 'string');
  return name && (element[name] as string);
}

function isAlike(a: unknown, b: unknown): boolean {
  if (a === b || (isNothing(a) && isNothing(b))) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, index) => isAlike(each, b[index]));
  }
  if (!isTree(a) || !isTree(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) =>
    isAlike(own(a, name), own(b, name)),
  );
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every((each) => each === undefined);
}
