import { buffer, text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { type CellObject, read, utils, type WorkBook, type WorkSheet } from 'xlsx';

export const SCORE = '自评打分表';

/** The produced file through a second library. */
export function reopen(bytes: Uint8Array): WorkBook {
  return read(bytes, { type: 'buffer', cellFormula: true, cellStyles: true, cellNF: true });
}

export function sheetOf(book: WorkBook, name: string): WorkSheet {
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
}

export interface Found {
  readonly address: string;
  readonly row: number;
  readonly cell: CellObject;
}

export function cellsOf(sheet: WorkSheet): Found[] {
  return Object.keys(sheet)
    .filter((address) => !address.startsWith('!'))
    .map((address) => ({
      address,
      row: utils.decode_cell(address).r + 1,
      cell: sheet[address] as CellObject,
    }));
}

/** The cell that holds exactly this text. */
export function find(sheet: WorkSheet, wanted: string): Found {
  const found = cellsOf(sheet).find(({ cell }) => cell.v === wanted);
  if (found === undefined) throw new Error(`No cell with ${wanted}`);
  return found;
}

/** The cell in the row of `label` under the column head `head` of the score sheet (head row 3). */
export function scoreCell(book: WorkBook, label: string, head: string): Found {
  const sheet = sheetOf(book, SCORE);
  const { row } = find(sheet, label);
  const column = find(sheet, head).address.replace(/\d+/, '');
  const address = `${column}${row}`;
  const cell = sheet[address] as CellObject | undefined;
  if (cell === undefined) throw new Error(`No cell ${address}`);
  return { address, row, cell };
}

/** XML parts of the file by name. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    const isText = /\.(xml|rels)$/.test(entry.fileName);
    parts.set(entry.fileName, isText ? await text(stream) : (await buffer(stream)).toString('latin1'));
  }
  return parts;
}

/** Part of the n-th sheet (from 1). */
export function part(parts: ReadonlyMap<string, string>, name: string): string {
  const found = parts.get(name);
  if (found === undefined) throw new Error(`No part ${name}`);
  return found;
}
