import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CFB, utils, write } from 'xlsx';
import { ZipFile } from 'yazl';
import { LIMITS } from '../../electron/services/import/limits.ts';
import { readCaseText } from '../../electron/services/import/read-case-text.ts';
import { readHtmlTables, readSourceTables } from '../../electron/services/import/read-source.ts';
import type { ReadMessage } from '../../electron/services/import/reader-messages.ts';
import { type ReaderProcess, spawnNodeReader } from '../../electron/services/import/spawn-reader.ts';
import { failureOf, fixture, grid } from '../unit/electron/services/import/reader.ts';

// The library's types leave it as any.
const compound = CFB as {
  utils: {
    cfb_new: () => object;
    cfb_add: (cfb: object, name: string, content: Buffer) => void;
  };
  read: (bytes: Buffer, options: { type: 'buffer' }) => object;
  find: (cfb: object, name: string) => { content: Buffer; size: number };
  write: (cfb: object, options: { type: 'buffer' }) => Buffer;
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-hostile-'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));
// Whatever it has met, the program goes on.
afterEach(async () => {
  vi.useRealTimers();
  expect(await readSourceTables(fixture('merged.xls'))).toHaveLength(1);
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** Code of the failure; the three sentences must be there. */
async function codeOf(path: string): Promise<string> {
  const { code, message, effect, remedy } = await failureOf(readSourceTables(path));
  for (const sentence of [message, effect, remedy]) expect(sentence).toMatch(/^[^a-z]*\p{Script=Han}.*。$/u);
  return code;
}

function zipped(parts: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(parts)) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}

/** Says another uncompressed size of the last entry in the directory: its field at offset 24 (APPNOTE 4.3.12). */
function withDeclaredSize(zip: Buffer, bytes: number): Buffer {
  const copy = Buffer.from(zip);
  copy.writeUInt32LE(bytes, copy.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
  return copy;
}

describe('bombs', () => {
  it('are refused by their declared size, before anything is inflated', async () => {
    const zip = await zipped({ 'xl/workbook.xml': Buffer.from('<workbook/>') });
    expect(await codeOf(await file('declared.xlsx', withDeclaredSize(zip, 700 * 2 ** 20)))).toBe(
      'import-bomb',
    );
    expect(await codeOf(await file('ratio.xlsx', withDeclaredSize(zip, 65 * 2 ** 20)))).toBe('import-bomb');
  });

  it('that lie about their size are stopped while they are inflated', async () => {
    const zip = await zipped({ 'xl/workbook.xml': Buffer.alloc(80 * 2 ** 20, 0x20) });
    expect(await codeOf(await file('lying.xlsx', withDeclaredSize(zip, 1000)))).toBe('import-damaged');
  });
});

describe('a case', () => {
  it('is read in a process of its own, within the same limits', async () => {
    expect((await readCaseText(await file('case.txt', '标题\n正文'))).text).toBe('标题\n正文');
    const zip = await zipped({ 'word/document.xml': Buffer.from('<w:document/>') });
    const bomb = await file('bomb.docx', withDeclaredSize(zip, 700 * 2 ** 20));
    expect((await failureOf(readCaseText(bomb))).code).toBe('import-bomb');
    const spawnReader = () => {
      const reader = spawnNodeReader();
      return { ...reader, send: (message: ReadMessage) => reader.send({ ...message, heapMiB: 8 }) };
    };
    const heavy = await file('heavy.txt', '内容\n'.repeat(5_000_000));
    expect((await failureOf(readCaseText(heavy, { spawnReader }))).code).toBe('import-memory');
  });
});

describe('an old .doc', () => {
  const old = () => readFile(fixture('old-case.doc'));

  it('whose sectors go in circles, or name others than there are, ends in a clear error', async () => {
    for (const next of [0, 1, 2, 0x7fffffff, -5]) {
      const bytes = await old();
      // The first table of sectors, as the head names it: each leads to the same one.
      const table = (bytes.readInt32LE(76) + 1) * 512;
      for (let at = 0; at < 512; at += 4) bytes.writeInt32LE(next, table + at);
      const { code } = await failureOf(readCaseText(await file('circle.doc', bytes)));
      expect(['import-damaged', 'import-memory', 'import-other-kind', 'import-old-word']).toContain(code);
    }
  });

  it('that says of itself that it is endless is refused, in bounded memory', async () => {
    const bytes = await old();
    const main = bytes.indexOf(Buffer.from([0xec, 0xa5]));
    for (const at of [0x4c, 0x50, 0x54, 0x01a2]) bytes.writeUInt32LE(0x7ffffff0, main + at);
    const { code } = await failureOf(readCaseText(await file('endless.doc', bytes)));
    expect(code).toBe('import-damaged');
  });

  it('of 3 GB is refused by its size, unread', async () => {
    const path = await file('huge.doc', await old());
    await truncate(path, 3 * 2 ** 30);
    expect((await failureOf(readCaseText(path))).code).toBe('import-too-big');
  });
});

describe('files that are no readable table', () => {
  it('with a password: .xlsx, .xls, .ods, ZIP encryption', async () => {
    const package_ = compound.utils.cfb_new();
    compound.utils.cfb_add(package_, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 64, 0, 0, 0]));
    compound.utils.cfb_add(package_, '/EncryptedPackage', Buffer.alloc(5000, 7));
    const xlsx = compound.write(package_, { type: 'buffer' });
    expect(await codeOf(await file('password.xlsx', xlsx))).toBe('import-encrypted');

    const old = compound.read(await readFile(fixture('merged.xls')), { type: 'buffer' });
    const stream = compound.find(old, 'Workbook');
    const bytes = Buffer.from(stream.content);
    const afterBof = 4 + bytes.readUInt16LE(2);
    // [MS-XLS] 2.4.117 FilePass, RC4.
    const filePass = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), Buffer.alloc(48, 9)]);
    stream.content = Buffer.concat([bytes.subarray(0, afterBof), filePass, bytes.subarray(afterBof)]);
    stream.size = stream.content.length;
    const xls = compound.write(old, { type: 'buffer' });
    expect(await codeOf(await file('password.xls', xls))).toBe('import-encrypted');

    const manifest = Buffer.from('<manifest:manifest><manifest:encryption-data/></manifest:manifest>');
    const ods = await zipped({ 'content.xml': Buffer.from('x'), 'META-INF/manifest.xml': manifest });
    expect(await codeOf(await file('password.ods', ods))).toBe('import-encrypted');

    const zip = await readFile(fixture('merged.xlsx'));
    zip.writeUInt16LE(1, zip.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 8);
    expect(await codeOf(await file('zip-password.xlsx', zip))).toBe('import-encrypted');
  });

  it('a .doc renamed .xlsx, a PDF, a picture, RTF, an archive', async () => {
    const doc = compound.utils.cfb_new();
    compound.utils.cfb_add(doc, '/WordDocument', Buffer.alloc(5000, 1));
    const bytes = compound.write(doc, { type: 'buffer' });
    expect(await codeOf(await file('doc.xlsx', bytes))).toBe('import-old-word');
    expect(await codeOf(await file('pdf.xlsx', '%PDF-1.7\n'))).toBe('import-other-kind');
    expect(await codeOf(await file('rtf.doc', '{\\rtf1 x}'))).toBe('import-other-kind');
    expect(await codeOf(await file('scan.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')))).toBe(
      'import-other-kind',
    );
    const zip = await zipped({ 'a.txt': Buffer.from('a') });
    expect(await codeOf(await file('archive.xlsx', zip))).toBe('import-other-kind');
  });

  it('empty ones: no bytes, an empty sheet, blanks, a document without tables, prose', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([]), '空');
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    expect(await codeOf(await file('none.xlsx', ''))).toBe('import-empty');
    expect(await codeOf(await file('sheet.xlsx', bytes))).toBe('import-empty');
    expect(await codeOf(await file('blank.csv', ' \n \n'))).toBe('import-empty');
    expect(await codeOf(await file('page.html', '<html><body><p>没有表</p></body></html>'))).toBe(
      'import-no-table',
    );
    expect(await codeOf(await file('prose.txt', '第一行\n第二行，有逗号\n第三行\n第四行'))).toBe(
      'import-no-table',
    );
  });

  it('damaged ones: cut short, noise inside', async () => {
    for (const name of ['merged.xlsx', 'merged.xls', 'merged.ods', 'merged.docx']) {
      const whole = await readFile(fixture(name));
      const cut = whole.subarray(0, whole.length / 2);
      expect(await codeOf(await file(`cut-${name}`, cut))).toBe('import-damaged');
    }
  });

  it('a missing one is told as such', async () => {
    expect((await failureOf(readSourceTables(join(folder, 'missing.xlsx')))).code).toBe('not-found');
  });
});

describe('what would cost memory or time', () => {
  it('a sheet of 100,000 rows', async () => {
    const book = utils.book_new();
    const rows = Array.from({ length: 100_000 }, (_, row) => [row, `内容${row}`]);
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '大表');
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
    const path = await file('long.xlsx', bytes);
    expect(await codeOf(path)).toBe('import-too-many-rows');
    expect((await failureOf(readSourceTables(path))).message).toContain('“大表”');
    expect(await codeOf(await file('long.csv', rows.join('\n')))).toBe('import-too-many-rows');
  });

  it('a page that spans more cells than it has, and one nested without end', async () => {
    const wide = `<table>${'<tr><td rowspan=65000 colspan=1000>a</td></tr>'.repeat(500)}</table>`;
    expect((await failureOf(readHtmlTables(wide))).code).toBe('import-too-many-rows');
    const deep = `<table><tr><td>${'<div>'.repeat(100_000)}a`;
    expect((await failureOf(readHtmlTables(deep))).code).toBe('import-memory');
  });

  it('more memory than it is given', async () => {
    const path = await file('heavy.csv', '内容,分值\n'.repeat(2_000_000));
    const spawnReader = () => {
      const reader = spawnNodeReader();
      return { ...reader, send: (message: ReadMessage) => reader.send({ ...message, heapMiB: 8 }) };
    };
    expect((await failureOf(readSourceTables(path, { spawnReader }))).code).toBe('import-memory');
  });

  it('a reader that never answers is ended when its time is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const kill = vi.fn();
    const silent: ReaderProcess = { once: () => undefined, send: () => undefined, kill };
    const ended = failureOf(readHtmlTables('<table></table>', { spawnReader: () => silent }));
    await vi.advanceTimersByTimeAsync(LIMITS.milliseconds);
    expect((await ended).code).toBe('import-timeout');
    expect(kill).toHaveBeenCalledOnce();
  });

  it('can be cancelled, and then no process is left', async () => {
    const stop = new AbortController();
    let exited: Promise<unknown> | undefined;
    const spawnReader = () => {
      const reader = spawnNodeReader();
      exited = new Promise((resolve) => reader.once('exit', resolve));
      return { ...reader, send: () => stop.abort() };
    };
    const task = readHtmlTables('<table><tr><td>a</td></tr></table>', { signal: stop.signal, spawnReader });
    await expect(task).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    await exited;
  });
});

it('evaluates no formula, fetches nothing, leaves the program as it was', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const sheet = utils.aoa_to_sheet([
      ['内容', '分值'],
      ['甲', 5],
      ['乙', null],
    ]);
    sheet['B2'] = { t: 'n', v: 5, f: `WEBSERVICE("${url}/a")+'[外部.xlsx]表'!A1` };
    sheet['B3'] = { t: 'z', f: '1+1' };
    sheet['A2'].l = { Target: `${url}/b` };
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '__proto__');
    const path = await file('links.xlsx', write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const [table] = await readSourceTables(path);
    // The stored result; where there is none, the formula itself.
    expect(grid(table!)).toStrictEqual([
      ['内容', '分值'],
      ['甲', '5'],
      ['乙', '=1+1'],
    ]);

    const page = `<link rel=stylesheet href="${url}/c"><script src="${url}/d"></script><table><tr><td>
      <img src="${url}/e">甲</td><td onclick="x()">1</td></tr></table>`;
    expect(grid((await readHtmlTables(page))[0]!)).toStrictEqual([['甲', '1']]);
    expect(asked).toStrictEqual([]);
  } finally {
    server.close();
  }
});
