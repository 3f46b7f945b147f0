import { EventEmitter } from 'node:events';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { askReader, requireSize } from '../../../../../electron/services/import/ask-reader.ts';
import { pagesOfMht } from '../../../../../electron/services/import/parse/mht.ts';
import { parsePage } from '../../../../../electron/services/import/parse/page.ts';
import { makeTable } from '../../../../../electron/services/import/parse/table.ts';
import { cleanZip } from '../../../../../electron/services/import/parse/zip.ts';
import { readPastedText } from '../../../../../electron/services/import/read-source.ts';
import type { ReadMessage } from '../../../../../electron/services/import/reader-messages.ts';
import { writeReportWorkbook } from '../../../../../electron/services/import/report-workbook.ts';
import { Table } from '../../../../../electron/services/sheets/table.ts';
import type { FinalCell } from '../../../../../shared/tables/import/traced-cells.ts';
import { tempFolder } from '../../../temp-folders.ts';
import { type RawEntry, rawZip } from '../package/raw-zip.ts';
import { failureOf } from './reader.ts';

const MIB = 2 ** 20;
/** Says how large it is; what is in such a folder is never inflated. */
const says = (statedBytes: number): RawEntry => ({ name: 'media/a', deflate: true, statedBytes });
const filled = (bytes: number): RawEntry => ({ name: 'media/b', data: Buffer.alloc(bytes) });
/** All of this archive together: a million bytes and some more. */
const BYTES = rawZip([filled(MIB), says(1)]).length;

describe('what a file to import is at most', () => {
  it.each<[what: string, most: number, code: string, read: (number: number) => unknown]>([
    [
      'bytes of the file',
      100 * MIB,
      'import-too-big',
      async (bytes) => {
        const path = join(await tempFolder(), '大.xlsx');
        await writeFile(path, '');
        await truncate(path, bytes);
        await requireSize(path);
      },
    ],
    [
      'bytes as they are inflated',
      300 * MIB,
      'import-bomb',
      (bytes) => cleanZip(rawZip([filled(4 * MIB), says(bytes - 4 * MIB)])),
    ],
    ['bytes from next to nothing', 64 * MIB, 'import-bomb', (bytes) => cleanZip(rawZip([says(bytes)]))],
    [
      'a hundred times what is packed',
      BYTES * 100,
      'import-bomb',
      (bytes) => cleanZip(rawZip([filled(MIB), says(bytes - MIB)])),
    ],
    [
      'parts',
      10_000,
      'import-bomb',
      (count) => cleanZip(rawZip(Array.from({ length: count }, (_, at) => ({ name: `media/${at}` })))),
    ],
    ['tables of a page', 500, 'import-too-big', (count) => parsePage('<table><td>甲</table>'.repeat(count))],
    ['parts in parts of one', 5, 'import-damaged', (depth) => pagesOfMht(Buffer.from(nested(depth)))],
    ['filled cells of a table', 300_000, 'import-too-many-rows', (count) => tableOf(count, 1000)],
    ['rows of a table', 10_000, 'import-too-many-rows', (rows) => tableOf(rows, 1)],
  ])('%s: %i', async (_, most, code, read) => {
    const told = async (number: number): Promise<string> =>
      (await failureOf(Promise.resolve(number).then(read))).code;
    await expect(told(most)).rejects.toThrow('no UserError');
    expect(await told(most + 1)).toBe(code);
  });

  it('characters that are pasted: 50 million', async () => {
    const spawnReader = () => {
      throw new RangeError('asked to read');
    };
    const paste = (characters: number) => readPastedText('字'.repeat(characters), { spawnReader });
    await expect(paste(50 * MIB)).rejects.toThrow('asked to read');
    expect((await failureOf(paste(50 * MIB + 1))).code).toBe('import-too-big');
  });
});

/** A page as a single file, in so many multiparts. */
function nested(depth: number): string {
  if (depth === 0) return 'Content-Type: text/html\r\n\r\n<p>甲</p>';
  const mark = `--b${depth}`;
  const head = `Content-Type: multipart/related; boundary="b${depth}"\r\n\r\n`;
  return `${head}${mark}\r\n${nested(depth - 1)}\r\n${mark}--`;
}

function tableOf(cells: number, columns: number) {
  const places = Array.from({ length: cells }, (_, at) => ({
    row: Math.floor(at / columns),
    column: at % columns,
  }));
  return makeTable(
    '1',
    '',
    places.map((place) => ({ ...place, rowSpan: 1, columnSpan: 1, text: '甲' })),
  );
}

it('the process that reads gets 256 MiB and a minute', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const sent: ReadMessage[] = [];
  const reader = new EventEmitter();
  const spawnReader = () => ({
    once: (event: string, listener: (...args: unknown[]) => void) => void reader.once(event, listener),
    send: (message: ReadMessage) => void sent.push(message),
    kill: () => void reader.emit('killed'),
  });
  const ended = vi.fn<() => void>();
  reader.once('killed', ended);
  const failure = failureOf(askReader({ kind: 'text', text: '甲' }, { spawnReader }));
  await vi.advanceTimersByTimeAsync(59_999);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalled();
  expect([(await failure).code, sent.map(({ heapMiB }) => heapMiB)]).toEqual(['import-timeout', [256]]);
});

it('of what is struck through 200 cells are told', () => {
  const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '甲' };
  const doubts = Array.from({ length: 201 }, (_, row) => ({ row, column: 0, text: '划去' }));
  expect(makeTable('1', '', [cell], doubts)?.doubts).toEqual(doubts.slice(0, 200));
});

it('an import report lists 50,000 cells and says how many it leaves out', async () => {
  onTestFinished(() => void vi.restoreAllMocks());
  const put = vi.spyOn(Table.prototype, 'put').mockReturnValue(undefined);
  const say = vi.spyOn(Table.prototype, 'say').mockReturnValue(undefined);
  const cell = { table: '1', row: 1, column: 1, text: '甲', field: 'none', code: '' } as unknown as FinalCell;
  await writeReportWorkbook({
    file: '甲.xlsx',
    rows: [],
    cells: Array<FinalCell>(50_001).fill(cell),
    tables: [],
  });
  expect(put.mock.calls.map(([lines]) => lines.length)).toEqual([0, 50_000]);
  expect(say.mock.calls.map(([text]) => text)).toEqual(['表格太大，其余 1 格没有列出']);
});

it('a table is called by a heading of 80 characters at most', () => {
  const named = (length: number) =>
    parsePage(`<h2>${'长'.repeat(length)}</h2><table><td>甲</table>`)[0]?.name;
  expect([named(80), named(81)]).toEqual([`表1：${'长'.repeat(60)}…`, '表1']);
});
