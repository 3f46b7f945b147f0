import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { SourceCell, SourceTable } from '../../../../shared/tables/source-table.ts';
import { importFailure } from '../import-failure.ts';
import { LIMITS } from '../limits.ts';
import { attribute, elementsOf, isHidden, textOf } from './page-text.ts';
import { cleanText, makeTable, shorten, tableName } from './table.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Every table of a page, in its order: nested ones too, and not those that only lay out another. */
export function parsePage(html: string): SourceTable[] {
  const found: Found[] = [];
  collect(parse(html), { found, heading: '' });
  if (found.length > LIMITS.tables) {
    throw importFailure('import-too-big', `里面有 ${found.length} 个表格，超过 ${LIMITS.tables} 个。`);
  }
  const tables = found.flatMap(({ element, heading }) => {
    const table = tableOf(element, heading);
    return table ? [table] : [];
  });
  return tables.map((table, index) => {
    const id = String(index + 1);
    return { ...table, id, name: `${tableName(index + 1, table.name)}` };
  });
}

interface Found {
  readonly element: Element;
  readonly heading: string;
}
interface Place {
  readonly found: Found[];
  /** The last short text before the table. */
  heading: string;
}

const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'center', 'caption', 'title']);
const LONGEST_HEADING = 80;

function collect(node: DefaultTreeAdapterTypes.ParentNode, place: Place): void {
  for (const child of elementsOf(node)) {
    if (child.tagName === 'table') {
      if (!isLayout(child)) place.found.push({ element: child, heading: place.heading });
      // Tables within its cells have names of their own.
      const inside: Place = { found: place.found, heading: isLayout(child) ? place.heading : '' };
      collect(child, inside);
      place.heading = '';
    } else if (BLOCKS.has(child.tagName)) {
      const text = cleanText(textOf(child));
      if (text !== '' && text.length <= LONGEST_HEADING) place.heading = text;
      else if (text !== '') place.heading = '';
      collect(child, place);
    } else collect(child, place);
  }
}

/** Only one of its cells holds anything, and that is a table. */
function isLayout(table: Element): boolean {
  const filled = rowsOf(table)
    .flatMap((row) => cellsOf(row))
    .filter((cell) => cleanText(textOf(cell)) !== '');
  const [only] = filled;
  return filled.length === 1 && only !== undefined && hasTable(only);
}

function hasTable(node: Element): boolean {
  return elementsOf(node).some((child) => child.tagName === 'table' || hasTable(child));
}

function rowsOf(table: Element): Element[] {
  return elementsOf(table).flatMap((part) => {
    if (part.tagName === 'tr') return [part];
    return ['thead', 'tbody', 'tfoot'].includes(part.tagName) ? rowsOf(part) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return elementsOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
}

/** Rows and columns as HTML lays them out (HTML standard, 4.9.12 Processing model). `name` is the heading. */
function tableOf(table: Element, before: string): SourceTable | undefined {
  const caption = elementsOf(table).find(({ tagName }) => tagName === 'caption');
  const heading = caption ? shorten(cleanText(textOf(caption))) : shorten(before);
  const rows = rowsOf(table);
  const cells: SourceCell[] = [];
  const hiddenRows: number[] = [];
  let covered = 0;
  /** Row by row, the columns that cells from above take. */
  const taken = new Map<number, Set<number>>();
  rows.forEach((tr, row) => {
    const here = taken.get(row) ?? new Set<number>();
    let column = 0;
    for (const td of cellsOf(tr)) {
      while (here.has(column)) column += 1;
      const columnSpan = spanOf(td, 'colspan', 1000);
      const rowSpan = Math.min(spanOf(td, 'rowspan', rows.length - row), rows.length - row);
      const text = cleanText(textOf(td));
      if (text !== '' && isHidden(tr)) hiddenRows.push(row + 1);
      cells.push({ row, column, rowSpan, columnSpan, text });
      covered += rowSpan * columnSpan;
      if (covered > LIMITS.cells * 4) throw tooMany();
      for (let below = row; below < row + rowSpan; below += 1) {
        const line = taken.get(below) ?? new Set<number>();
        taken.set(below, line);
        for (let across = column; across < column + columnSpan; across += 1) line.add(across);
      }
      column += columnSpan;
    }
    taken.delete(row);
  });
  const hidden = [...new Set(hiddenRows)];
  const mark = hidden.length > 0 ? `（含隐藏的第 ${hidden.slice(0, 5).join('、')} 行）` : '';
  return makeTable('', `${heading}${mark}`, cells);
}

function tooMany() {
  return importFailure('import-too-many-rows', '表格的单元格太多，不像一张评分表。');
}

/** 0 means "to the end" for rows; anything that is no number means 1. */
function spanOf(cell: Element, name: string, toEnd: number): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  if (span === 0) return name === 'rowspan' ? toEnd : 1;
  return span > 0 ? Math.min(span, name === 'colspan' ? 1000 : 65_534) : 1;
}
