import type { SourceTable } from '../../../../shared/tables/source-table.ts';
import { marginDoubt } from './margins.ts';
import type { DrawnTexts } from './sheet-boxes.ts';
import { type Doubt, shorten } from './table.ts';

/** A sheet's table with its text boxes as paragraphs above and below it, and what else its pages show told. */
export function withDrawn(table: SourceTable, index: number, { sheets, margins }: DrawnTexts): SourceTable {
  const top = Math.min(...table.cells.flatMap(({ row, text }) => (text === '' ? [] : [row])));
  const boxes = [...(sheets[index] ?? [])].sort((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity));
  const before = boxes.filter(({ row }) => row !== undefined && row <= top);
  const after = boxes.filter((box) => !before.includes(box));
  const margin = margins[index] ?? '';
  // What stands over the rows may be said of one of them.
  const beside = after.filter(({ row }) => row === undefined || row < table.rows);
  return withDoubts(
    {
      ...table,
      ...(before.length > 0 && { before: before.flatMap(({ paragraphs }) => paragraphs) }),
      ...(after.length > 0 && { after: after.flatMap(({ paragraphs }) => paragraphs) }),
    },
    [
      ...ofAll(margin === '' ? [] : [marginDoubt(margin)]),
      ...beside.map(({ row = -1, paragraphs }) => ({
        row,
        column: -1,
        text: `表格中间的文本框“${shorten(paragraphs.join(''))}”按表后的文字读取；说的是某一行的请自行核对`,
      })),
    ],
  );
}

/** Told of the whole file. */
export function ofAll(texts: readonly string[]): Doubt[] {
  return texts.map((text) => ({ row: -1, column: -1, text }));
}

export function withDoubts(table: SourceTable, doubts: readonly Doubt[]): SourceTable {
  return doubts.length === 0 ? table : { ...table, doubts: [...doubts, ...(table.doubts ?? [])] };
}
