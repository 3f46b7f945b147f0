import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Workbook } from '@cj-tech-master/excelts';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';

/**
 * Column widths are counted in digits of the standard font: 8 pixels each of this one. Every system has it or another of
 * fixed pitch in its place, whose digits are as wide; in place of Arial some take one whose digits are a sixth wider, and
 * the sheet is printed so much smaller that its pages end early.
 */
const WIDTH_FONT = { name: 'Courier New', family: 3, size: 10 };

/** A workbook whose times come from `date` (YYYY-MM-DD) and never from the clock. */
export function newWorkbook(date: string): Workbook {
  const workbook = new Workbook();
  workbook.model = { ...workbook.model, defaultFont: WIDTH_FONT };
  workbook.creator = '标兵自评';
  workbook.lastModifiedBy = '标兵自评';
  workbook.created = new Date(`${date}T00:00:00Z`);
  workbook.modified = workbook.created;
  workbook.views = [
    { x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  return workbook;
}

/**
 * Same workbook, same bytes, on every machine and in every time zone. The parts are stored, not deflated:
 * zlib's output differs between builds. They are zipped anew because the library writes stored parts with
 * trailing sizes, which some readers refuse.
 */
export async function toBytes(workbook: Workbook, date: string): Promise<Uint8Array> {
  // The library asks each sheet twice for all its cells.
  for (const sheet of workbook.worksheets) Object.defineProperty(sheet, 'model', { value: sheet.model });
  // Not `writeBuffer`: its own buffers fail with a part of more than two MiB.
  const out = new PassThrough();
  const [library] = await Promise.all([buffer(out), workbook.xlsx.write(out, { zip: { level: 0 } })]);
  const parts = await fromBufferPromise(library, { lazyEntries: true });
  const files: [string, Buffer][] = [];
  for await (const part of parts.eachEntry()) {
    files.push([part.fileName, await buffer(await parts.openReadStreamPromise(part))]);
  }
  return zipParts(files, date);
}

/** A ZIP of these files in this order, stored. Same files and date (YYYY-MM-DD), same bytes. */
export function zipParts(
  files: Iterable<readonly [name: string, bytes: Buffer]>,
  date: string,
): Promise<Buffer> {
  const zip = new ZipFile();
  // ZIP holds local time; noon exists on every day in every zone.
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  const mtime = new Date(year, month - 1, day, 12);
  for (const [name, bytes] of files) {
    zip.addBuffer(bytes, name, { mtime, mode: 0o100644, compress: false, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}
