import type { ColumnMap } from '../column-map.ts';
import type { SourceTable } from '../source-table.ts';
import type { GrowingNode } from './growing-node.ts';
import { readData } from './data-rows.ts';
import type { Warn } from './entries.ts';
import { nameItems } from './item-titles.ts';
import { headingRank } from './outline.ts';
import { type Became, sortEntries } from './outside-entries.ts';
import { readRow, type RowFacts } from './row-facts.ts';
import { isNote, repeatsHeader, sumLabel, tailOf } from './row-kinds.ts';
import { readSum } from './sum-rows.ts';
import { type ReadSum, record, type RowOutcome, stateOf, type TableState } from './table-state.ts';

export interface TableReading {
  readonly roots: readonly GrowingNode[];
  readonly rows: readonly RowOutcome[];
  readonly sums: readonly ReadSum[];
  readonly notes: readonly { readonly row: number; readonly text: string }[];
}

/** Reads one table. Rows are indexed from 0 here; every row gets exactly one outcome. */
export function readOneTable(
  table: SourceTable,
  map: ColumnMap,
  appliesTo: readonly string[],
  warn: Warn,
): TableReading {
  const state = stateOf(table, map, appliesTo, warn);
  readHead(state);
  readBody(state);
  nameItems(state);
  const became = sortEntries(state);
  const rows = Array.from({ length: state.grid.rows }, (_, row) =>
    inTheEnd(state.outcomes.get(row) ?? lost(state, row), became),
  );
  return { roots: state.roots, rows, sums: state.sums, notes: state.notes };
}

/** Title, remarks and header: the rows above the data. */
function readHead(state: TableState): void {
  const { map } = state;
  let titled = false;
  for (let row = 0; row < map.headerTo; row += 1) {
    const text = textOf(state, row);
    if (text === '') record(state, { row, text }, 'empty', '空行');
    else if (row >= map.headerFrom) record(state, { row, text }, 'header', '表头');
    else if (!titled && !/^(?:注|说明|备注|单位)/.test(text)) {
      titled = true;
      record(state, { row, text }, 'title', '表格标题');
    } else readNote(state, { row, text });
  }
}

/** Every row below the header, from top to bottom: sums, notes, and what the standard is made of. */
function readBody(state: TableState): void {
  const body = bodyOf(state);
  const tail = tailOf(body);
  const isRemark = (facts: RowFacts, i: number): boolean => isNote(facts) || tail.has(i);
  const data = body.filter((facts, i) => sumLabel(facts) === undefined && !isRemark(facts, i));
  let at = 0;
  body.forEach((facts, i) => {
    const label = sumLabel(facts);
    if (label !== undefined) readSum(state, facts, label);
    else if (isRemark(facts, i)) readNote(state, facts);
    else {
      readData(state, facts, headingRank(data, at));
      at += 1;
    }
  });
}

/** The rows that say something: neither empty nor a repeated header. */
function bodyOf(state: TableState): RowFacts[] {
  const { grid, map, scores } = state;
  const body: RowFacts[] = [];
  for (let row = map.headerTo; row < grid.rows; row += 1) {
    const facts = readRow(grid, map, scores, row);
    if (facts.text === '') record(state, facts, 'empty', '空行');
    else if (repeatsHeader(grid, map, row)) record(state, facts, 'header', '重复的表头');
    else body.push(facts);
  }
  return body;
}

function readNote(state: TableState, { row, text }: { readonly row: number; readonly text: string }): void {
  state.notes.push({ row, text });
  record(state, { row, text }, 'note', '说明文字，保留为标准的说明');
}

/** Unreachable by construction; a row that slips through is shown as a note, never dropped. */
function lost(state: TableState, row: number): RowOutcome {
  const text = textOf(state, row);
  state.notes.push({ row, text });
  return { row, fate: 'note', text, reason: '没有归入任何一项，作为说明保留' };
}

function inTheEnd(outcome: RowOutcome, became: ReadonlyMap<GrowingNode, Became>): RowOutcome {
  const found = outcome.node && became.get(outcome.node);
  if (!found) return outcome;
  return { ...outcome, node: found.first, reason: outcome.fate === 'item' ? found.reason : outcome.reason };
}

function textOf({ grid }: TableState, row: number): string {
  return grid
    .cellsIn(row)
    .map((cell) => cell.text.trim())
    .join(' | ');
}
