import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { SourceCell, SourceTable } from '../../../../shared/tables/source-table.ts';
import { importFailure } from '../import-failure.ts';
import { LIMITS } from '../limits.ts';
import { attribute, elementsOf, isHidden, textOf } from './page-text.ts';
import { cellsOf, rowsOf, walkPage } from './page-walk.ts';
import { cellDoubts } from './cell-doubts.ts';
import { cleanText, type Doubt, makeTable, shorten, tableName } from './table.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Every table of a page, in its order, with the paragraphs around it. */
export function parsePage(html: string): SourceTable[] {
  const { tables: found, after } = walkPage(parse(html));
  if (found.length > LIMITS.tables) {
    throw importFailure('import-too-big', `里面有 ${found.length} 个表格，超过 ${LIMITS.tables} 个。`);
  }
  const tables: (SourceTable & { readonly nested: boolean })[] = [];
  /** Paragraphs before a table without text are before the next one. */
  let before: readonly string[] = [];
  for (const { element, heading, nested, before: since } of found) {
    const table = tableOf(element, heading);
    before = [...before, ...since];
    if (!table) continue;
    const number = tables.length + 1;
    const around = nested || before.length === 0 ? {} : { before: bounded(before) };
    tables.push({ ...table, id: String(number), name: tableName(number, table.name), nested, ...around });
    if (!nested) before = [];
  }
  const last = tables.findLastIndex(({ nested }) => !nested);
  const rest = [...before, ...after];
  return tables.map(({ nested: _, ...table }, index) =>
    index === last && rest.length > 0 ? { ...table, after: bounded(rest) } : table,
  );
}

/** Paragraphs around one table; of more, the beginning and the end tell most. */
const MOST_PARAGRAPHS = 400;
const LONGEST_PARAGRAPH = 4000;

function bounded(paragraphs: readonly string[]): string[] {
  const texts = paragraphs.map((text) =>
    text.length <= LONGEST_PARAGRAPH
      ? text
      : `${text.slice(0, LONGEST_PARAGRAPH)}…（这一段太长，只读取了前 ${LONGEST_PARAGRAPH} 字）`,
  );
  const left = texts.length - MOST_PARAGRAPHS;
  if (left <= 0) return texts;
  const half = MOST_PARAGRAPHS / 2;
  return [...texts.slice(0, half), ...texts.slice(-half), `（表格外的文字太多，中间 ${left} 段没有读取）`];
}

/** Rows and columns as HTML lays them out (HTML standard, 4.9.12 Processing model). `name` is the heading. */
function tableOf(table: Element, before: string): SourceTable | undefined {
  const caption = elementsOf(table).find(({ tagName }) => tagName === 'caption');
  const heading = caption ? shorten(cleanText(textOf(caption))) : shorten(before);
  const rows = rowsOf(table);
  const cells: SourceCell[] = [];
  const hiddenRows: number[] = [];
  const doubts: Doubt[] = [];
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
      for (const doubt of cellDoubts(td)) doubts.push({ row, column, text: doubt });
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
  return makeTable('', `${heading}${mark}`, cells, doubts);
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
