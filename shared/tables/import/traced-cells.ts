import { sortedJson } from '../../values/sorted-json.ts';
import { allNodes } from '../draft/check-draft.ts';
import type { SourceTable } from '../source-table.ts';
import type { CellReport, DraftNode, StandardDraft } from '../standard-draft.ts';

/** Whether a draft was read as `read` was, whatever its nodes became by hand since: those edits leave the rest of it. */
export function isReadingOf(read: StandardDraft, draft: StandardDraft): boolean {
  const rest = ({ sums, notes, warnings }: StandardDraft) => sortedJson({ sums, notes, warnings });
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
 * For a node: the cells that it was read from, down and across, and those of its rows whose content is nowhere. A cell
 * that is merged over several items stands at each of them. The tables are gone through once.
 */
export function traceOf(
  read: Reading,
  tables: readonly SourceTable[],
): (node: DraftNode) => readonly TracedCell[] {
  const byRow = cellsByRow(read, tables);
  const before = new Map(allNodes(read.nodes).map((node) => [node.id, node]));
  return (node) => {
    const was = before.get(node.id);
    const own = was && isSame(was, node) ? was : undefined;
    const near = new Set(rowsOf(node).flatMap((row) => byRow.get(row) ?? []));
    return [...near].filter(({ owner, field, isMerged, code }) => {
      if (own ? owner === own : code === node.code) return true;
      if (node.kind === 'section') return false;
      return field === 'none' || (isMerged && owner !== undefined && owner.kind !== 'section');
    });
  };
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
}

/** What became of each cell in the end: what the clerk moved has its new code. */
export function finalCells(read: Reading, edited: Reading, tables: readonly SourceTable[]): FinalCell[] {
  const now = new Map(allNodes(edited.nodes).map((node) => [node.id, node]));
  const nowByRow = new Map<string, DraftNode[]>();
  for (const node of allNodes(edited.nodes)) {
    for (const row of node.sourceRows) add(nowByRow, keyOf(row), node);
  }
  return placed(read, tables).map(({ owner, rows: _rows, isMerged: _isMerged, ...cell }): FinalCell => {
    if (!owner) return { ...cell, isDeleted: false };
    const kept = now.get(owner.id);
    if (kept && isSame(owner, kept)) return { ...cell, code: kept.code, isDeleted: false };
    const isSection = owner.kind === 'section';
    const others = (nowByRow.get(keyOf(cell)) ?? []).filter(({ kind }) => (kind === 'section') === isSection);
    return { ...cell, code: others.map(({ code }) => code).join('、'), isDeleted: others.length === 0 };
  });
}
