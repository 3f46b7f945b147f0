import type { Column } from '../../../shared/registers/column.ts';
import type { Entry } from '../../../shared/registers/entry.ts';
import { asParts, serialOf } from '../../../shared/registers/parted.ts';
import { shownIn } from '../../../shared/registers/projects/owner.ts';
import { LINES_PER_ROW, splitByLines } from '../sheets/measure.ts';
import { BODY_SIZE, STYLES } from '../sheets/styles.ts';
import type { TableColumn } from '../sheets/table.ts';

/** A row of a table: an entry, or what of its texts no row holds. */
export interface EntryRow {
  readonly entry: Entry;
  /** From 0. */
  readonly at: number;
  /** 0 of the first row of an entry. */
  readonly part: number;
  /** By the code of a column; FILES of the files. */
  readonly texts: Readonly<Record<string, string>>;
}

/** In the place of a code: the names of the files. */
export const FILES = 'files';

const fileNames = ({ files }: Entry): string => files.map(({ fileName }) => fileName).join('\n');

/** One row an entry; one that is too high for a row goes on in the next one. `widths`: by code, in spreadsheet units. */
export function entryRows(
  entries: readonly Entry[],
  columns: readonly Column[],
  widths: Readonly<Record<string, number>>,
): readonly EntryRow[] {
  return entries.flatMap((entry, at) => {
    const texts = [
      ...columns.map((column) => [column.code, shownIn(column, entry)] as const),
      [FILES, fileNames(entry)] as const,
    ];
    const pieces = texts.map(([code, text]) => {
      const block = { text, width: widths[code] ?? 1, size: BODY_SIZE };
      return [code, asParts(splitByLines(block, LINES_PER_ROW))] as const;
    });
    const parts = Math.max(...pieces.map(([, each]) => each.length));
    return Array.from({ length: parts }, (_, part): EntryRow => ({
      ...{ entry, at, part },
      texts: Object.fromEntries(pieces.map(([code, each]) => [code, each[part] ?? ''])),
    }));
  });
}

/** 序号: 3, and 3（续）, 3（续2） where the row goes on. */
export const NUMBERED: TableColumn<EntryRow> = {
  title: '序号',
  width: 7,
  cell: ({ at, part }) => [serialOf(at + 1, part), STYLES.centre],
};
