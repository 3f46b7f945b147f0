import { type Points, showPoints } from '../../values/points.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import { headingsOf } from '../cells/columns.ts';
import { gridOf } from '../cells/grid.ts';
import { type Counted, isTotal, type Rows, within } from '../draft/totals.ts';
import { underCaptions } from './captions.ts';
import { settleWeights } from './weights.ts';
import { accountCells, unreadCells } from './cells.ts';
import { checkDraft } from '../draft/check-draft.ts';
import { withCodes } from './codes.ts';
import { type Warn, warningList } from './warn.ts';
import { firstLevelGroups } from './item-titles.ts';
import { type JoinedTable, joinTables, placeIn, warningsIn } from './joined-tables.ts';
import { finishTable, readRows, type TableReading } from './read-one-table.ts';
import type { PlacedSum } from './sum-rows.ts';
import type { TableState } from './table-state.ts';
import { readAdjustment } from '../rule-text/adjustment.ts';
import { squeeze } from '../rule-text/compact.ts';
import { sideOf } from '../cells/sides.ts';
import type { DraftNode, ImportWarning, StandardDraft } from '../standard-draft.ts';
import type { MappedTable } from '../mapped-table.ts';
import type { SourceTable } from '../source-table.ts';

export interface ReadingOptions {
  /** Table id -> codes of the unit categories that the table is for. */
  readonly appliesTo?: Readonly<Record<string, readonly string[]>>;
}

/** Reads tables into one draft. Every row of every table stands in `rows` exactly once. */
export function readTables(tables: readonly MappedTable[], options: ReadingOptions = {}): StandardDraft {
  const unitsOf = ({ id }: SourceTable) => options.appliesTo?.[id] ?? [];
  const begun = joinTables(tables, (one, other) => unitsOf(one).join() === unitsOf(other).join()).map(
    (joined) => {
      const { list, warn } = warningsIn(joined);
      return { joined, list, state: readRows(joined, unitsOf(joined.table), warn) };
    },
  );
  // Tables of the same columns are parts of one: what a level is in one of them it is in all.
  const columnsOf = ({ map }: TableState) => map.roles.join();
  const grouped = new Set(begun.flatMap(({ state }) => (firstLevelGroups(state) ? [columnsOf(state)] : [])));
  const readings = begun.map(({ joined, state }) => {
    const reading = finishTable(state, grouped.has(columnsOf(state)));
    for (const node of allGrowing(reading.roots))
      node.sourceRows = node.sourceRows.map(({ row }) => placed(joined, row - 1));
    return { joined, source: joined.table, reading };
  });
  const across = warningList('');
  const { roots, captions, same } = underCaptions(
    readings.map(({ source, reading }) => ({ source, roots: reading.roots })),
    across.warn,
  );
  const remarks = readings.flatMap(({ reading }) => reading.notes.filter(({ text }) => !captions.has(text)));
  const caps = blockCaps(remarks, roots, across.warn);
  const warnings: ImportWarning[] = [...begun, across].flatMap(({ list }) => list);
  settleWeights(roots);
  const nodes = withCodes(roots);
  const codeOf = new Map(zip(allGrowing(roots), flatten(nodes)));

  const draft: StandardDraft = {
    nodes,
    sums: readings.flatMap(({ joined, reading }) =>
      reading.sums.map((sum) => {
        const { label, points, counts, whole, rank } = sum;
        const rows = rowsOf(joined, sum);
        const over =
          rank > 1 && tables.length > 1 ? countedOverAll(nodes, rows, { points, counts }) : undefined;
        const isAll = over !== undefined;
        return {
          ...rows,
          label,
          points,
          counts: over ?? counts,
          overAll: isAll,
          whole: whole || over === 'items',
        };
      }),
    ),
    notes: readings.flatMap(({ joined, reading }) =>
      reading.notes
        .filter(({ row, text }) => row >= 0 || !captions.has(text))
        .map(({ row, text }) => ({
          ...(row < 0 ? { table: joined.table.id, row: 0 } : placed(joined, row)),
          text,
        })),
    ),
    rows: readings.flatMap(({ joined, reading }) =>
      reading.rows.map(({ row, fate, text, reason, node }) => ({
        ...placed(joined, row),
        fate,
        code: node ? (codeOf.get(same.get(node) ?? node) ?? '') : '',
        text,
        reason,
      })),
    ),
    cells: [],
    warnings: [],
    ...caps,
  };
  const cells = accountCells(tables, draft);
  const odd = tables.flatMap(({ table }) => doubtsOf(table));
  const unread = unreadCells(cells, (id, column) => headingOf(tables, id, column));
  return { ...draft, cells, warnings: [...warnings, ...odd, ...unread, ...checkDraft(draft, undefined)] };
}

/** Table and row of the file, as people count them, of a row of joined ones. */
function placed(joined: JoinedTable, at: number): { table: string; row: number } {
  const { table, row } = placeIn(joined, at);
  return { table: table.id, row: row + 1 };
}

/** Where a sum stands, and the rows that it adds up. */
function rowsOf(joined: JoinedTable, { row, from, to, unit }: PlacedSum) {
  const own = placed(joined, row);
  const [first, last] = [placed(joined, from), placed(joined, to)];
  // Rows of a table behind its own it cannot name.
  const end = to < row ? 0 : placeIn(joined, row).table.rows;
  return {
    ...own,
    ...(first.table !== own.table && { fromTable: first.table }),
    from: first.row,
    to: last.table === own.table ? last.row : end,
    ...(unit && { unit }),
  };
}

/** What its file shows beside the text. */
function doubtsOf({ id, doubts = [] }: SourceTable): ImportWarning[] {
  return doubts.map(({ row, column, text }) => ({
    ...{ code: 'shownOtherwise', table: id, row: row + 1, column: column + 1, message: text },
  }));
}

/** What the 合计 of the last table counts of those before it as well, where it is not its own. */
function countedOverAll(
  nodes: readonly DraftNode[],
  rows: Rows,
  { points, counts }: { readonly points: Points; readonly counts: Counted },
): Counted | undefined {
  const all = within(flatten(nodes), { ...rows, overAll: true });
  if (isTotal(within(all, rows), counts, points)) return undefined;
  return (['items', 'both'] as const).find((each) => isTotal(all, each, points));
}

function headingOf(tables: readonly MappedTable[], id: string, column: number): string {
  const found = tables.find(({ table }) => table.id === id);
  return found ? (headingsOf(gridOf(found.table), found.map)[column - 1] ?? '') : '';
}

function zip(from: readonly GrowingNode[], to: readonly DraftNode[]): [GrowingNode, string][] {
  return from.map((node, i) => [node, to[i]?.code ?? '']);
}

function flatten(nodes: readonly DraftNode[]): DraftNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

/**
 * "加分总和不超过10分" in a note or heading; a bonus heading's own score is the cap of its block. A standard has one cap a side:
 * of several blocks it is what they make together, unless a remark limits the whole.
 */
function blockCaps(
  remarks: TableReading['notes'],
  roots: readonly GrowingNode[],
  warn: Warn,
): Pick<StandardDraft, 'bonusCap' | 'penaltyCap'> {
  const caps: Record<'bonus' | 'penalty', { heading: Points[]; remark: Points[] }> = {
    bonus: { heading: [], remark: [] },
    penalty: { heading: [], remark: [] },
  };
  const take = (from: 'heading' | 'remark', text: string, declared: Points | undefined) => {
    const side =
      sideOf(text.slice(0, 30)) ?? (/加分/.test(text) ? 'bonus' : /扣分/.test(text) ? 'penalty' : undefined);
    const cap = /(?:最高|最多|不(?:得)?超过|上限|封顶|总和|累计)/.test(squeeze(text))
      ? capIn(text)
      : undefined;
    const points = cap ?? declared;
    if (points !== undefined && (side === 'bonus' || side === 'penalty')) caps[side][from].push(points);
  };
  for (const node of allGrowing(roots)) {
    const entriesOnly =
      node.kind === 'section' &&
      node.children.some(({ kind }) => kind === 'bonus' || kind === 'penalty') &&
      node.children.every(({ kind }) => kind !== 'item' && kind !== 'section');
    if (entriesOnly) take('heading', `${node.title}${node.criterion}`, node.fullScore);
  }
  for (const { text } of remarks) if (/加分|扣分/.test(text)) take('remark', text, undefined);
  const capOf = (side: 'bonus' | 'penalty'): Points | undefined => {
    const { heading, remark } = caps[side];
    const [first, ...more] = heading;
    if (first === undefined || more.length === 0) return first ?? remark[0];
    const sum = heading.reduce((all, points) => all + points, 0);
    const cap = remark.find((points) => points <= sum) ?? sum;
    const each = heading.map((points) => `${showPoints(points)}分`).join('、');
    warn(
      'severalCaps',
      0,
      `${side === 'bonus' ? '加分' : '扣分'}有${heading.length}处，上限各为${each}：标准里只有一个总上限，按${showPoints(cap)}分写入，各处自己的上限没有写入，请核对`,
    );
    return cap;
  };
  return { bonusCap: capOf('bonus'), penaltyCap: capOf('penalty') };
}

function capIn(text: string): Points | undefined {
  const { total, bonus, penalty } = readAdjustment(text, 'bonus');
  return total ?? bonus?.cap ?? penalty?.cap ?? fromPattern(text);
}

function fromPattern(text: string): Points | undefined {
  const match =
    /(?:加分|扣分)[^,，。；;]{0,8}?(?:最高|最多|不(?:得)?超过|上限(?:为)?|封顶)[^\d]{0,3}(\d+)(?:\.(\d{1,2}))?分/.exec(
      squeeze(text),
    );
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
}
