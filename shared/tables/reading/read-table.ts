import type { Points } from '../../values/points.ts';
import { allGrowing, type GrowingNode } from './growing-node.ts';
import { headingsOf } from '../cells/columns.ts';
import { gridOf } from '../cells/grid.ts';
import { scoreSaid } from '../cells/score-text.ts';
import { type Counted, isTotal, type Rows, within } from '../draft/totals.ts';
import { blockLimits, entriesOf, isBlock, type LimitText } from './block-limits.ts';
import { captionOf, sideOfCaption, underCaptions } from './captions.ts';
import { readParagraphs } from './paragraphs.ts';
import { settleWeights } from './weights.ts';
import { accountCells, unreadCells } from './cells.ts';
import { checkDraft } from '../draft/check-draft.ts';
import { withCodes } from './codes.ts';
import { warningList } from './warn.ts';
import { firstLevelGroups } from './item-titles.ts';
import { gapRules } from './gap-rules.ts';
import { type JoinedTable, joinTables, placeIn, warningsIn } from './joined-tables.ts';
import { finishTable, readRows, type TableReading } from './read-one-table.ts';
import { unreadMarks } from './unread-marks.ts';
import type { PlacedSum } from './sum-rows.ts';
import type { TableState } from './table-state.ts';
import { givesPoints } from '../rule-text/limits.ts';
import type { DraftNode, ImportWarning, StandardDraft } from '../standard-draft.ts';
import type { MappedTable } from '../mapped-table.ts';
import type { SourceTable } from '../source-table.ts';

export interface ReadingOptions {
  /** Table id -> codes of the unit categories that the table is for. */
  readonly appliesTo?: Readonly<Record<string, readonly string[]>>;
}

interface Reading {
  readonly joined: JoinedTable;
  readonly source: SourceTable;
  readonly reading: TableReading;
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
  const readings = begun.map(({ joined, state }): Reading => {
    const reading = finishTable(state, grouped.has(columnsOf(state)));
    for (const node of allGrowing(reading.roots))
      node.sourceRows = node.sourceRows.map(({ row }) => placed(joined, row - 1));
    return { joined, source: joined.table, reading };
  });
  const across = warningList('');
  if (bindsAll(readings.filter(({ source }) => unitsOf(source).length > 0)))
    across.warn(
      'outsideForAll',
      0,
      '各类单位的表里写有一票否决、加分或扣分：标准里这些对所有单位适用；只属于某一类单位的，请在名称里写明，或者每类单位各存一个标准',
    );
  const { roots, captions, same } = underCaptions(
    readings.map(({ source, reading }) => ({ source, roots: reading.roots })),
    across.warn,
  );
  const { caps, warnings: unheld } = blockLimits(
    readings.flatMap((reading) => limitTexts(reading, captions)),
    roots,
  );
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
  return {
    ...draft,
    cells,
    warnings: [
      ...warnings,
      ...unheld,
      ...gapRules(draft.notes),
      ...marksIn(readings),
      ...odd,
      ...unread,
      ...checkDraft(draft, undefined),
    ],
  };
}

/** Marks that are explained anywhere in the document, in rows of any of its tables. */
function marksIn(readings: readonly Reading[]): ImportWarning[] {
  const vetoed = new Set(
    readings.flatMap(({ reading }) =>
      allGrowing(reading.roots).flatMap(({ kind, sourceRows }) =>
        kind === 'veto' ? sourceRows.map(({ table, row }) => `${table}:${row}`) : [],
      ),
    ),
  );
  const rows = readings.flatMap(({ joined, reading }) =>
    reading.rows.map(({ row, fate, text }) => ({ ...placed(joined, row), fate, text })),
  );
  const isSaid = (fate: string) => fate === 'note' || fate === 'header' || fate === 'title';
  const around = readings.flatMap(({ source: { before = [], after = [] } }) => [...before, ...after]);
  return unreadMarks(
    [...around, ...rows.flatMap(({ fate, text }) => (isSaid(fate) ? [text] : []))],
    rows
      .filter(({ fate }) => !isSaid(fate))
      .map((each) => ({ ...each, isVetoed: vetoed.has(`${each.table}:${each.row}`) })),
  );
}

/** Whether lists for kinds of unit have entries beside the full score; paragraphs below the last one are of all. */
function bindsAll(
  readings: readonly { readonly source: SourceTable; readonly reading: TableReading }[],
): boolean {
  return readings.some(({ source, reading }, at) => {
    const outside = allGrowing(reading.roots).filter(({ kind }) => kind !== 'item' && kind !== 'section');
    const isAbove = at < readings.length - 1 || readParagraphs({ ...source, after: [] }).vetoes.length > 0;
    return outside.some(({ sourceRows }) => sourceRows.length > 0 || isAbove);
  });
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

/** What of a table and around it may limit its entries, or those of all: its name and title, and the remarks. */
function limitTexts({ joined, source, reading }: Reading, captions: ReadonlySet<string>): LimitText[] {
  const nodes = allGrowing(reading.roots);
  const entries = isBlock(nodes) ? entriesOf(nodes) : [];
  const caption = sideOfCaption(source) === undefined ? '' : captionOf(source);
  const titles = reading.rows.filter(({ fate }) => fate === 'title');
  const isTold = (text: string) => reading.notes.some((note) => note.text === text);
  const sheet = { row: -1, text: isTold(caption) || captions.has(caption) ? '' : caption };
  const shared = reading.shared.map(({ row, ...said }): LimitText => ({
    ...placed(joined, row),
    ...said,
    kind: 'shared',
  }));
  const around: LimitText[] = [...titles, ...reading.notes, sheet]
    // Of paragraphs that give points it is told that they score nothing.
    .filter(({ row, text }) => row >= 0 || !(captions.has(text) || givesPoints(text)))
    .map(({ row, text }) => {
      const at = row < 0 ? { table: joined.table.id, row: 0 } : placed(joined, row);
      const isName = entries.length > 0 && (text === caption || titles.some((title) => title.row === row));
      const declared = isName ? scoreSaid(text)?.points : undefined;
      // A paragraph may be of all tables.
      const beside = row < 0 && !isName ? [] : entries;
      return { ...at, text, kind: isName ? 'name' : 'remark', entries: beside, declared };
    });
  return [...around, ...shared];
}
