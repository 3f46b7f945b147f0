import type { Worksheet } from '@cj-tech-master/excelts';
import { pageHeight } from './pages.ts';
import {
  type Column,
  type Page,
  putHead,
  putLine,
  putRow,
  putSignatures,
  setPrintArea,
  type StyledValue,
} from './sheet.ts';
import { type CellStyle, STYLES } from './styles.ts';

/** A column of a table: what its head says, and what each line has in it. */
export interface TableColumn<Line> extends Column {
  /** `index` counts the lines that are put together, from 0. */
  readonly cell: (line: Line, index: number) => StyledValue;
}

/** 序号, from 1. `width` in spreadsheet units. */
export function numbered(width: number): TableColumn<unknown> {
  return { title: '序号', width, cell: (_, index) => [index + 1, STYLES.centre] };
}

/** A line over the full width of its table. */
type FullLine = readonly [text: string, style: CellStyle];

/** What most tables have above them: their title, and a line that says of whom and how much. */
export function titled(title: string, line: string, style: CellStyle = STYLES.subtitle): readonly FullLine[] {
  return [
    [title, STYLES.title],
    [line, style],
  ];
}

/** A table and what stands above it. */
export interface TablePlan<Line> {
  /** Of the sheet. */
  readonly name: string;
  readonly columns: readonly TableColumn<Line>[];
  /** One to a row. */
  readonly above: readonly FullLine[];
  /** So many columns are printed, those on the left; absent: all. */
  readonly printed?: number;
  /** Absent: landscape. */
  readonly orientation?: Page['orientation'];
}

/** A table on a sheet of its own; its head is repeated on every page. */
export class Table<Line> {
  readonly sheet: Worksheet;
  /** The next free one. */
  row: number;
  readonly #columns: readonly TableColumn<Line>[];
  readonly #widths: readonly number[];
  readonly #printed: readonly number[];

  constructor(
    { name, columns, above, printed = columns.length, orientation = 'landscape' }: TablePlan<Line>,
    addSheet: (page: Page) => Worksheet,
  ) {
    this.#columns = columns;
    this.#widths = columns.map(({ width }) => width);
    this.#printed = this.#widths.slice(0, printed);
    const headRow = above.length + 1;
    this.sheet = addSheet({ name, widths: this.#widths, orientation, flows: true, headRow });
    above.forEach(([text, style], index) => putLine(this.sheet, index + 1, this.#printed, text, style));
    this.row = putHead(this.sheet, headRow, columns);
  }

  put(lines: readonly Line[]): void {
    lines.forEach((line, index) => {
      const cells = this.#columns.map(({ cell }) => cell(line, index));
      this.row = putRow(this.sheet, this.row, this.#columns, cells);
    });
  }

  /** A full-width line between or below the table's own. */
  say(text: string, style: CellStyle): void {
    this.row = putLine(this.sheet, this.row, this.#printed, text, style);
  }

  /**
   * The lines are all put, words follow: where the lines end on the first page, no page of words repeats their head. Of a
   * landscape table.
   */
  endLines(): void {
    let height = 0;
    for (let row = 1; row < this.row; row += 1) height += this.sheet.getRow(row).height ?? 0;
    if (height <= pageHeight(this.#printed)) this.sheet.pageSetup.printTitlesRow = undefined;
  }

  /** The signature block at the end, one row of it all: a page never ends inside a row. */
  sign(lines: readonly string[]): void {
    this.row = putSignatures(this.sheet, this.row, this.#columns.length, lines);
  }

  /** All that was put is printed. */
  end(): void {
    setPrintArea(this.sheet, this.row - 1, this.#printed.length);
  }
}
