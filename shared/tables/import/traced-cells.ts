import { sortedJson } from '../../values/sorted-json.ts';
import { allNodes } from '../draft/nodes.ts';
import type { SourceTable } from '../source-table.ts';
import { CARRIED_UNREAD } from './carried-words.ts';
import type { CellReport, DraftNode, StandardDraft } from '../standard-draft.ts';

/** Whether a draft was read as `read` was, whatever its nodes became by hand since: those edits leave the rest of it. */
export function isReadingOf(read: StandardDraft, draft: StandardDraft): boolean {
  const rest = ({ sums, notes, warnings }: StandardDraft) =>
    sortedJson({ sums, notes, warnings: warnings.filter(({ code }) => code !== CARRIED_UNREAD) });
  return rest(read) === rest(draft);
}

type Reading = Pick<StandardDraft, 'nodes' | 'cells'>;

export interface TracedCell extends CellReport {
  readonly text: string;
}

interface PlacedCell extends TracedCell {
  /** Over several rows. */
  readonly isMerged: boolean;
  /** The node of the reading that holds it. */
  readonly owner: DraftNode | undefined;
}

/**
 * For a node of the draft at hand: the cells that it was read from, down and across, those of what was merged into it, and
 * those of its rows whose content is nowhere. A cell that is merged over several items stands at each of them. The tables
 * are gone through once.
 */
export function traceOf(
  read: Reading,
  tables: readonly SourceTable[],
): (node: DraftNode, draft: Pick<StandardDraft, 'nodes'>) => readonly TracedCell[] {
  const byRow = cellsByRow(read, tables);
  const before = new Map(allNodes(read.nodes).map((node) => [node.id, node]));
  return (node, draft) => {
    const was = before.get(node.id);
    // What was split off has no cells of its own: those that it was cut from are its.
    const isNew = !was || !isSame(was, node);
    const heirsOf = heirsIn(draft);
    const near = new Set(rowsOf(node).flatMap((row) => byRow.get(row) ?? []));
    return [...near].filter((cell) => {
      const { owner, field, isMerged } = cell;
      if (owner && isNew && isAlike(owner, node)) return true;
      if (heirsOf(cell).some(({ id }) => id === node.id)) return true;
      // The points of each list are its own.
      if (owner && was && !isNew && isTwin(owner, was)) return field !== 'score' && field !== 'appliesTo';
      if (node.kind === 'section') return false;
      return field === 'none' || (isMerged && owner !== undefined && owner.kind !== 'section');
    });
  };
}

/** Where the node that a cell became stands now: as itself or, merged into another, as that. Empty: it was deleted. */
function heirsIn({
  nodes,
}: Pick<StandardDraft, 'nodes'>): (cell: Omit<PlacedCell, 'isMerged'>) => readonly DraftNode[] {
  const all = allNodes(nodes);
  const now = new Map(all.map((node) => [node.id, node]));
  const byRow = new Map<string, DraftNode[]>();
  for (const node of all) for (const row of node.sourceRows) add(byRow, keyOf(row), node);
  const sections = all.filter(({ kind }) => kind === 'section');
  return (cell) => {
    const { owner } = cell;
    if (!owner) return [];
    const kept = now.get(owner.id);
    if (kept && isSame(owner, kept)) return [kept];
    if (owner.sourceRows.length === 0) return sections.filter((section) => tookOver(section, owner));
    const others = (byRow.get(keyOf(cell)) ?? []).filter((node) => isAlike(owner, node));
    const same = others.filter(({ kind }) => kind === owner.kind);
    return same.length > 0 ? same : others;
  };
}

function isAlike(one: DraftNode, other: DraftNode): boolean {
  return (one.kind === 'section') === (other.kind === 'section');
}

/** The same of the same rows, in the list of another kind of unit. */
function isTwin(one: DraftNode, other: DraftNode): boolean {
  const saidOf = ({ kind, title, criterion, sourceRows }: DraftNode) =>
    JSON.stringify([kind, title, criterion, sourceRows.map(keyOf)]);
  const unitsOf = (node: DraftNode) =>
    allNodes([node]).flatMap(({ kind, appliesTo }) => (kind === 'item' ? appliesTo : []));
  const [own, others] = [unitsOf(one), unitsOf(other)];
  return (
    saidOf(one) === saidOf(other) &&
    own.length > 0 &&
    others.length > 0 &&
    !own.some((unit) => others.includes(unit))
  );
}

/** Of a section without rows of its own: merging gave its words and what it held to another one. */
function tookOver({ criterion, children }: DraftNode, gone: DraftNode): boolean {
  const held = gone.children.map(({ id }) => id);
  return criterion.includes(gone.title) && children.some(({ id }) => held.includes(id));
}

/** A section that stands in the rows of its items has none of its own. */
function rowsOf({ kind, sourceRows, children }: DraftNode): string[] {
  const below = kind === 'section' && sourceRows.length === 0 ? allNodes(children) : [];
  return [...sourceRows, ...below.flatMap((each) => each.sourceRows)].map(keyOf);
}

function keyOf({ table, row }: DraftNode['sourceRows'][number]): string {
  return `${table}:${row}`;
}

/** An id may stand for another node where a reading was undone. */
function isSame(before: DraftNode, now: DraftNode): boolean {
  const [were, are] = [before.sourceRows.map(keyOf), now.sourceRows.map(keyOf)];
  return were.length === 0 ? are.length === 0 : were.some((row) => are.includes(row));
}

/** Each cell at every row that it covers. */
function cellsByRow(read: Reading, tables: readonly SourceTable[]): Map<string, PlacedCell[]> {
  const byRow = new Map<string, PlacedCell[]>();
  for (const cell of placed(read, tables)) {
    for (const row of cell.rows) add(byRow, `${cell.table}:${row}`, cell);
  }
  return byRow;
}

function placed(
  { nodes, cells }: Reading,
  tables: readonly SourceTable[],
): (PlacedCell & { readonly rows: readonly number[] })[] {
  const sources = new Map(
    tables.flatMap(({ id, cells: sourceCells }) =>
      sourceCells.map((cell) => [`${id}:${cell.row + 1}:${cell.column + 1}`, cell]),
    ),
  );
  const byCode = new Map<string, DraftNode[]>();
  for (const node of allNodes(nodes)) add(byCode, node.code, node);
  return cells.map((cell) => {
    const { text = '', rowSpan = 1 } = sources.get(`${cell.table}:${cell.row}:${cell.column}`) ?? {};
    const rows = Array.from({ length: rowSpan }, (_, at) => cell.row + at);
    const owner = ownerOf(cell, text, byCode.get(cell.code) ?? []);
    return { ...cell, text, rows, isMerged: rowSpan > 1, owner };
  });
}

/** A section and an item may have the same number: then the section's are the cells that name it. */
function ownerOf(
  cell: CellReport,
  text: string,
  [first, ...more]: readonly DraftNode[],
): DraftNode | undefined {
  if (!first || more.length === 0) return first;
  const all = [first, ...more];
  const named = all.find(
    ({ kind, title }) => kind === 'section' && cell.field === 'name' && text.includes(title),
  );
  const others = all.filter(({ kind }) => kind !== 'section');
  const inRow = others.find(({ sourceRows }) => sourceRows.some((row) => keyOf(row) === keyOf(cell)));
  return named ?? inRow ?? others[0] ?? first;
}

function add<T>(groups: Map<string, T[]>, key: string, each: T): void {
  const known = groups.get(key);
  if (known) known.push(each);
  else groups.set(key, [each]);
}

export interface FinalCell extends TracedCell {
  /** What it became was deleted by hand. */
  readonly isDeleted: boolean;
  /** What it became was merged into another by hand; its code is that of the other. */
  readonly isTakenOver?: boolean;
}

/** Whether a clerk put other words, numbers or an order in place of what was read; what was decided of rules is no matter. */
export function isRestructured(
  read: Pick<StandardDraft, 'nodes'>,
  draft: Pick<StandardDraft, 'nodes'>,
): boolean {
  const bare = (node: DraftNode): DraftNode => ({
    ...node,
    ...{ proposal: undefined, accepted: false, adjustment: undefined, vetoEffect: undefined },
    children: node.children.map(bare),
  });
  return sortedJson(read.nodes.map(bare)) !== sortedJson(draft.nodes.map(bare));
}

/** What became of each cell in the end: what the clerk moved or merged has its new code. */
export function finalCells(
  read: Reading,
  edited: Pick<StandardDraft, 'nodes'>,
  tables: readonly SourceTable[],
): FinalCell[] {
  const heirsOf = heirsIn(edited);
  const before = new Map(allNodes(read.nodes).map(({ id, sourceRows }) => [id, sourceRows.map(keyOf)]));
  return placed(read, tables).map(({ owner, rows: _rows, isMerged: _isMerged, ...cell }): FinalCell => {
    if (!owner) return { ...cell, isDeleted: false, isTakenOver: false };
    const all = heirsOf({ ...cell, owner });
    const isGone = all.every(({ id }) => id !== owner.id);
    // What stood in its row from the beginning took nothing over.
    const heirs = isGone ? all.filter(({ id }) => !before.get(id)?.includes(keyOf(cell))) : all;
    return {
      ...cell,
      code: heirs.map(({ code }) => code).join('、'),
      isDeleted: heirs.length === 0,
      isTakenOver: isGone && heirs.length > 0,
    };
  });
}
