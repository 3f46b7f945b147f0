import { headingsOf } from '../cells/columns.ts';
import { gridOf } from '../cells/grid.ts';
import type { ColumnMap } from '../column-map.ts';
import type { SourceTable } from '../source-table.ts';
import type { RowFate } from '../standard-draft.ts';
import type { Points } from '../../values/points.ts';
import type { Warn } from './warn.ts';
import type { GrowingNode } from './growing-node.ts';
import { namesEvil } from '../cells/sides.ts';
import { remarkReader } from './remarks.ts';
import type { VetoMark } from '../cells/veto-marks.ts';
import { type RowFacts, rowReader, type RowReader } from './row-facts.ts';

/** What became of a row; `node` names the node whose code it gets once codes are known. */
export interface RowOutcome {
  readonly row: number;
  readonly fate: RowFate;
  readonly text: string;
  readonly reason: string;
  readonly node?: GrowingNode;
}

/** A sum as it stands in its row. `rank`: 小计 1, 合计 2, 总计 3. */
export interface ReadSum {
  readonly row: number;
  readonly label: string;
  points: Points;
  readonly rank: number;
  /** The kind of unit whose column it stands in, where each has its own. */
  readonly unit?: string;
}

/** A score that is merged over rows which each have points of their own in words: the sum of a group. */
export interface GroupScore {
  readonly points: Points;
  readonly from: number;
  readonly to: number;
}

/** What is known of a table while its rows are read from top to bottom. Rows are indexed from 0. */
export interface TableState {
  readonly table: SourceTable;
  readonly map: ColumnMap;
  /** Rows that are known to say the header again. */
  readonly headers: ReadonlySet<number>;
  /** Unit categories that the whole table is for. */
  readonly appliesTo: readonly string[];
  readonly warn: Warn;
  readonly reader: RowReader;
  readonly roots: GrowingNode[];
  /** The header of another table stands among the rows. */
  hasOtherTable: boolean;
  readonly outcomes: Map<number, RowOutcome>;
  readonly sums: ReadSum[];
  /** Scores that are merged over rows with points of their own. */
  readonly groups: GroupScore[];
  readonly notes: { row: number; text: string }[];
  /** Reads the next remark, with those right above it in mind. */
  readRemark: ReturnType<typeof remarkReader>;
  /** Marks that the remarks explain. */
  readonly marks: VetoMark[];
  /** Open outline headings, outermost first. */
  outline: GrowingNode[];
  /** Open level sections below the outline, by depth. */
  levels: (GrowingNode | undefined)[];
  /** The item that the next row may go on with. */
  item: GrowingNode | undefined;
  /** A text without a score that heads the numbered ones below it. */
  lead: { readonly facts: RowFacts; readonly rank: number } | undefined;
  readonly items: { readonly node: GrowingNode; readonly parent: GrowingNode | undefined }[];
  /** What the 单项否决 column says of an item. */
  readonly vetoCells: Map<GrowingNode, string>;
  /** Points of each grade, where they have columns of their own. */
  readonly grades: Map<GrowingNode, RowFacts['grades']>;
  /** What became part of another node, and of which. */
  readonly merged: Map<GrowingNode, GrowingNode>;
}

export function stateOf(
  { table, map, headers }: Pick<TableState, 'table' | 'map' | 'headers'>,
  appliesTo: readonly string[],
  warn: Warn,
): TableState {
  const grid = gridOf(table);
  return {
    ...{ table, map, headers, appliesTo, warn, reader: rowReader(grid, map, headingsOf(grid, map)) },
    ...{ roots: [], hasOtherTable: false, outcomes: new Map(), sums: [], groups: [], notes: [], marks: [] },
    readRemark: rowRemarks(),
    ...{ outline: [], levels: [], item: undefined, lead: undefined, items: [] },
    ...{ vetoCells: new Map(), grades: new Map(), merged: new Map() },
  };
}

/** Notes what became of a row, and in its node that it came from it. */
export function record(
  state: TableState,
  { row, text }: { readonly row: number; readonly text: string },
  fate: RowFate,
  reason: string,
  node?: GrowingNode,
): void {
  state.outcomes.set(row, { row, fate, text, reason, ...(node ? { node } : {}) });
  node?.sourceRows.push({ table: state.table.id, row: row + 1 });
}

/** The innermost section that is open. */
export function innermost({ levels, outline }: TableState): GrowingNode | undefined {
  return levels.findLast((level) => level !== undefined) ?? outline.at(-1);
}

/** Rows of remarks: what speaks of cases below or in it tells them. */
export function rowRemarks(): ReturnType<typeof remarkReader> {
  return remarkReader(
    (text) => /下列|以下|之一/.test(text) || (namesEvil(text) && /否决|取消|不得|不予/.test(text)),
  );
}
