import type { SourceCell, SourceTable } from '../../../../shared/tables/source-table.ts';
import { importFailure } from '../import-failure.ts';
import { LIMITS } from '../limits.ts';
import { cleanText, makeTable, tableName } from './table.ts';

/** Characters of the beginning by which the delimiter is judged. */
const SAMPLE = 64 * 1024;

/**
 * The one table of CSV or tab-separated text (RFC 4180, and what people make of it). Cells stay text: "1-1" is no
 * date and "=A1" no formula. The spreadsheet library is not asked: it takes text that begins with "ID" for SYLK
 * and text that begins with "=" for a formula.
 */
export function parseDelimited(text: string, delimiters: readonly string[]): SourceTable[] {
  // Excel's own hint to itself.
  const hint = /^\ufeff?sep=([,;\t])\r?\n/i.exec(text);
  if (hint?.[1] !== undefined) return parseDelimited(text.slice(hint[0].length), [hint[1]]);
  const delimiter = delimiters
    .map((one) => ({ one, rows: regularRows(text.slice(0, SAMPLE), one) }))
    .reduce((best, next) => (next.rows > best.rows ? next : best));
  if (delimiter.rows === 0) {
    if (text.trim() === '') throw importFailure('import-empty', '这里面没有内容。');
    throw importFailure('import-no-table', '没有找到表格：文字没有用逗号或制表符分成几列。');
  }
  const cells: SourceCell[] = [];
  splitRows(text, delimiter.one).forEach((fields, row) =>
    fields.forEach((field, column) => {
      const shown = cleanText(field);
      if (shown !== '') cells.push({ row, column, rowSpan: 1, columnSpan: 1, text: shown });
    }),
  );
  const table = makeTable('1', tableName(1), cells);
  return table ? [table] : [];
}

/** As many like rows one after another are a table, however much prose stands around it. */
const ENOUGH_ROWS = 3;

/** How many rows have the usual number of fields; 0 where that is one, or where few rows agree: that is prose. */
function regularRows(sample: string, delimiter: string): number {
  const rows = splitRows(sample, delimiter).filter((fields) => fields.some((field) => field.trim() !== ''));
  const counts = new Map<number, number>();
  let run = 0;
  let longest = 0;
  for (const [index, { length }] of rows.entries()) {
    if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    run = length > 1 && length === rows[index - 1]?.length ? run + 1 : 1;
    if (length > 1) longest = Math.max(longest, run);
  }
  const usual = Math.max(0, ...counts.values());
  return usual * 3 < rows.length && longest < ENOUGH_ROWS ? 0 : usual;
}

function splitRows(text: string, delimiter: string): string[][] {
  // A quotation mark that never ends is a character like any other, or it would swallow the rest of the table.
  return split(text, delimiter, true) ?? split(text, delimiter, false) ?? [];
}

/** Undefined where a quoted field does not end. */
function split(text: string, delimiter: string, quotes: boolean): string[][] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const end = new RegExp(`[${delimiter}\\r\\n]`, 'g');
  while (at < text.length) {
    const start = at;
    let field = '';
    if (quotes && text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close === -1) return undefined;
      field = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    end.lastIndex = at;
    const stop = end.exec(text)?.index ?? text.length;
    // Text behind the second quotation mark: the two belong to the words.
    row.push(text.slice(at, stop).trim() === '' ? field : text.slice(start, stop));
    at = stop;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    } else at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
    if (rows.length > LIMITS.rows * 2) {
      throw importFailure('import-too-many-rows', `这份文件超过 ${LIMITS.rows * 2} 行，不像一张评分表。`);
    }
  }
  return rows;
}
