import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { TooLargeError } from '../../files/foreign-json.ts';
import { ContentError } from '../contents.ts';
import { hasRuns, type Looks, looksIn, type SheetLooks, stylesIn } from './workbook-looks.ts';
import { notOurs, walk } from './xml.ts';

/** A cell as its file stores it: the value that was last computed, and the formula that computes it. */
export interface StoredCell {
  readonly value: string | number;
  readonly formula: string | undefined;
}

/** Row number -> column letters -> cell. */
export type StoredSheet = ReadonlyMap<number, ReadonlyMap<string, StoredCell>>;

export interface StoredWorkbook {
  /** In their order; a hidden one has its state behind the name, so that it is no known sheet. */
  readonly sheets: ReadonlyMap<string, StoredSheet>;
  /** Targets of hyperlinks. */
  readonly links: readonly string[];
  /** What stands around the cells: merged ones, headers and footers, what is printed, the file's properties. */
  readonly frame: string;
  /** How all that looks; read only when asked for. */
  readonly looks: () => Promise<Looks>;
}

/** The parts that a workbook of ours is made of; macros, embedded files, pictures, foreign data are none. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(app|core)\.xml|xl\/(workbook|sharedStrings|styles)\.xml|xl\/theme\/theme\d{1,2}\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d{1,2}\.xml|xl\/worksheets\/_rels\/sheet\d{1,2}\.xml\.rels)$/u;
const MAX_PARTS = 64;
/** One part, inflated, in bytes; and the cells of a workbook. */
const MAX_PART_BYTES = 16 * 2 ** 20;
const MAX_CELLS = 300_000;

/**
 * The cells of a workbook that a stranger may have written: read as data, never computed, within bounds.
 * Throws a ContentError where it is no plain workbook such as ours.
 */
export async function readWorkbookCells(bytes: Buffer): Promise<StoredWorkbook> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true }).catch(notOurs);
  const parts = await partsOf(zip);
  const read = async (name: string): Promise<string> => {
    const part = parts.get(name);
    if (!part) throw new ContentError('broken');
    const content = await buffer(await zip.openReadStreamPromise(part)).catch(notOurs);
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  };
  const relations = relationsIn(await read('xl/_rels/workbook.xml.rels'));
  if (!relationsIn(await read('_rels/.rels')).some(({ target }) => /^\/?xl\/workbook\.xml$/u.test(target))) {
    throw new ContentError('broken');
  }
  checkFormats(await read('xl/styles.xml'));
  const budget = { cells: 0 };
  const raw = new Map<string, RawSheet>();
  const frame: string[] = [];
  const places = new Map<string, string>();
  for (const { name, relation } of sheetsIn(await read('xl/workbook.xml'))) {
    const target = relations.find(({ id }) => id === relation)?.target ?? '';
    if (raw.has(name)) throw new ContentError('broken');
    const place = `xl/${target.replace(/^\/?xl\//u, '')}`;
    const xml = await read(place);
    places.set(name, place);
    raw.set(name, cellsIn(xml, budget));
    frame.push(frameOf(xml));
  }
  const wanted = new Set([...raw.values()].flatMap((sheet) => sheet.flatMap(({ shared }) => shared ?? [])));
  const strings = parts.has('xl/sharedStrings.xml')
    ? stringsIn(await read('xl/sharedStrings.xml'), wanted)
    : new Map<number, string>();
  const links: string[] = [];
  for (const name of parts.keys()) {
    if (!/^xl\/worksheets\/_rels\//u.test(name)) continue;
    links.push(...relationsIn(await read(name)).map(({ target }) => target));
  }
  const sheets = new Map([...raw].map(([name, cells]) => [name, gridOf(cells, strings)] as const));
  for (const name of ['xl/workbook.xml', 'docProps/app.xml', 'docProps/core.xml']) {
    if (parts.has(name)) frame.push(await read(name));
  }
  const looks = () => looksOf({ names: [...parts.keys()], read, places });
  return { sheets, links, frame: frame.join('\n'), looks };
}

interface Parts {
  readonly names: readonly string[];
  readonly read: (name: string) => Promise<string>;
  /** Name of the sheet -> its part. */
  readonly places: ReadonlyMap<string, string>;
}

/** Part by part, so that no more than one lies in memory as text. */
async function looksOf({ names, read, places }: Parts): Promise<Looks> {
  const styles = stylesIn(await read('xl/styles.xml'));
  const sheets = new Map<string, SheetLooks>();
  let runs = names.includes('xl/sharedStrings.xml') && hasRuns(await read('xl/sharedStrings.xml'));
  for (const [name, place] of places) {
    const xml = await read(place);
    runs ||= hasRuns(xml);
    sheets.set(name, looksIn(xml, styles));
  }
  const beside = [styles.rest, String(runs)];
  for (const name of names.filter((each) => /\.rels$|^\[Content_Types\]|\/theme\//u.test(each)).sort()) {
    beside.push(name, await read(name));
  }
  return { sheets, beside: beside.join('\n') };
}

/** A sheet without its rows: page breaks too, a page of one row is read otherwise. */
function frameOf(xml: string): string {
  const [from, to] = [xml.indexOf('<sheetData'), xml.lastIndexOf('</sheetData>')];
  return xml.slice(0, from) + xml.slice(to);
}

async function partsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  try {
    for await (const part of zip.eachEntry()) {
      const { fileName, uncompressedSize } = part;
      const refused = !PARTS.test(fileName) || parts.has(fileName) || parts.size >= MAX_PARTS;
      if (refused || uncompressedSize > MAX_PART_BYTES) throw new ContentError('broken');
      parts.set(fileName, part);
    }
  } catch (error) {
    return notOurs(error);
  }
  return parts;
}

function relationsIn(xml: string): { id: string; target: string }[] {
  const found: { id: string; target: string }[] = [];
  walk(xml, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') found.push({ id: Id, target: Target });
    },
  });
  return found;
}

function sheetsIn(xml: string): { name: string; relation: string }[] {
  const found: { name: string; relation: string }[] = [];
  walk(xml, {
    open: (tag, { name = '', state = 'visible', 'r:id': relation = '' }) => {
      // What is printed, and on each page: no name stands for a number.
      if (tag === 'definedName' && !/^_xlnm\.Print_(Area|Titles)$/u.test(name))
        throw new ContentError('broken');
      if (tag !== 'sheet') return;
      found.push({ name: state === 'visible' ? name : `${name} ${state}`, relation });
    },
  });
  return found;
}

/** A number is shown as it is, with 分 behind it at most: a format can hold any text in its place. */
function checkFormats(xml: string): void {
  walk(xml, {
    open: (name, { formatCode = '' }) => {
      if (name === 'numFmt' && !/^[#0,.@]*("分")?$/u.test(formatCode)) throw new ContentError('broken');
    },
  });
}

interface RawCell {
  readonly row: number;
  readonly column: string;
  readonly formula: string | undefined;
  /** Place in the table of strings, or the value itself. */
  readonly shared?: number;
  readonly value?: string | number;
}
type RawSheet = readonly RawCell[];

/** What a sheet of ours is made of; notes, pictures, controls, formats that depend on a value are none. */
const IN_SHEET = new Set(
  (
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData mergeCells dataValidations hyperlinks ' +
    'printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks'
  ).split(' '),
);
/** What may stand in a sheet's rows: anything else would be shown by some program and not read here. */
const IN_ROWS = new Set(['row', 'c', 'f', 'v', 'is', 't', 'r', 'rPr', 'extLst']);

function cellsIn(xml: string, budget: { cells: number }): RawSheet {
  const cells: RawCell[] = [];
  let inRows = false;
  let tables = 0;
  let depth = 0;
  let cell: { ref: string; type: string; formula?: string; value: string; filled: boolean } | undefined;
  let part = '';
  walk(xml, {
    open: (name, attributes) => {
      depth += 1;
      if (depth === 2 && !IN_SHEET.has(name)) throw new ContentError('broken');
      if (attributes['hidden'] !== undefined) throw new ContentError('broken');
      if (name === 'sheetData') {
        inRows = true;
        tables += 1;
        if (tables > 1) throw new ContentError('broken');
        return;
      }
      if (!inRows) return;
      if (!IN_ROWS.has(name)) throw new ContentError('broken');
      part = name;
      if (name === 'c') {
        cell = { ref: attributes['r'] ?? '', type: attributes['t'] ?? 'n', value: '', filled: false };
      } else if (name === 'f' && cell) cell.formula = cell.formula ?? '';
    },
    text: (text) => {
      if (!cell) return;
      if (part === 'f') cell.formula = `${cell.formula ?? ''}${text}`;
      else if (part === 'v' || part === 't') {
        cell.value += text;
        cell.filled = true;
      }
    },
    close: (name) => {
      depth -= 1;
      part = '';
      if (name === 'sheetData') inRows = false;
      if (name !== 'c' || !cell) return;
      budget.cells += 1;
      if (budget.cells > MAX_CELLS) throw new TooLargeError();
      if (cell.filled || cell.formula !== undefined) cells.push(rawCell(cell));
      cell = undefined;
    },
  });
  return cells;
}

function rawCell(cell: { ref: string; type: string; formula?: string; value: string }): RawCell {
  const { ref, type, formula, value } = cell;
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/u.exec(ref);
  if (match?.[1] === undefined || match[2] === undefined) throw new ContentError('broken');
  const place = { row: Number(match[2]), column: match[1], formula };
  if (type === 's') return { ...place, shared: Number(value) };
  return { ...place, value: type === 'n' && value !== '' ? Number(value) : value };
}

/** The wanted ones of the table of strings, by their place; runs of formatted text are joined. */
function stringsIn(xml: string, wanted: ReadonlySet<number>): Map<number, string> {
  const strings = new Map<number, string>();
  let at = -1;
  let text = '';
  let reading = false;
  walk(xml, {
    open: (name) => {
      if (name === 'si') {
        at += 1;
        text = '';
      }
      reading = name === 't';
    },
    text: (piece) => {
      if (reading && wanted.has(at)) text += piece;
    },
    close: (name) => {
      reading = false;
      if (name === 'si' && wanted.has(at)) strings.set(at, text);
    },
  });
  return strings;
}

/** ECMA-376 part 1, 22.9.2.19 (ST_Xstring): _x005F_ stands for an underscore, and so on. */
function unescapeXstring(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function gridOf(cells: RawSheet, strings: ReadonlyMap<number, string>): StoredSheet {
  const rows = new Map<number, Map<string, StoredCell>>();
  for (const { row, column, formula, shared, value } of cells) {
    const found = shared === undefined ? value : strings.get(shared);
    if (found === undefined) throw new ContentError('broken');
    const line = rows.get(row) ?? new Map<string, StoredCell>();
    // Twice the same cell: each program would show another of the two.
    if (line.has(column)) throw new ContentError('broken');
    line.set(column, { value: typeof found === 'string' ? unescapeXstring(found) : found, formula });
    rows.set(row, line);
  }
  return rows;
}
