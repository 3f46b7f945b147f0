import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { labelFor, safeFileName } from '../../../../../shared/values/file-names.ts';
import { ingestFile, removeLeftovers } from '../../../../../electron/services/files/ingest.ts';
import { mayBeOpened, mediaTypeOf } from '../../../../../shared/values/file-kinds.ts';
import { failureCode, temporaryFolder } from '../fixture.ts';

const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

async function evidence(content: Uint8Array): Promise<{ source: string; folder: string }> {
  const root = await temporaryFolder();
  const folder = join(root, 'evidence');
  await mkdir(folder);
  await writeFile(join(root, 'source'), content);
  return { source: join(root, 'source'), folder };
}

describe('ingestFile', () => {
  it('stores the content under its hash and tells size, name and type', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3_000_000)]);
    const { source, folder } = await evidence(content);
    const seen: [number, number][] = [];
    const progress = (done: number, total: number): void => void seen.push([done, total]);
    const result = await ingestFile({ source, name: '01 方案.pdf', folder, progress });
    expect(result).toEqual({
      sha256: sha256(content),
      bytes: content.length,
      fileName: '01 方案.pdf',
      mediaType: 'application/pdf',
    });
    expect(await readdir(folder)).toEqual([result.sha256]);
    expect((await readFile(join(folder, result.sha256))).equals(content)).toBe(true);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toEqual([content.length, content.length]);
  });

  it('keeps the same content once, and heals a copy that was damaged', async () => {
    const content = Buffer.from('同一份文件');
    const { source, folder } = await evidence(content);
    await ingestFile({ source, name: '甲.txt', folder });
    await writeFile(join(folder, sha256(content)), 'damaged');
    await ingestFile({ source, name: '乙.txt', folder });
    expect(await readdir(folder)).toEqual([sha256(content)]);
    expect(await readFile(join(folder, sha256(content)))).toEqual(content);
  });

  it('leaves nothing behind when it is cancelled midway', async () => {
    const { source, folder } = await evidence(randomBytes(5_000_000));
    const controller = new AbortController();
    let copied = 0;
    const adding = ingestFile({
      source,
      name: 'x.dat',
      folder,
      signal: controller.signal,
      progress: (done) => {
        copied = done;
        controller.abort();
      },
    });
    await expect(adding).rejects.toMatchObject({ name: 'AbortError' });
    expect(copied).toBeGreaterThan(0);
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses folders, missing files and empty names, and leaves nothing behind', async () => {
    const { source, folder } = await evidence(Buffer.from('x'));
    expect(await failureCode(ingestFile({ source: folder, name: 'a', folder }))).toBe('not-a-file');
    expect(await failureCode(ingestFile({ source: `${source}-gone`, name: 'a', folder }))).toBe('not-found');
    for (const name of ['', ' ', '...', ' . ']) {
      expect(await failureCode(ingestFile({ source, name, folder }))).toBe('empty-name');
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('refuses a device', async () => {
    const { source, folder } = await evidence(Buffer.from('x'));
    await symlink('/dev/zero', `${source}-zero`);
    expect(await failureCode(ingestFile({ source: `${source}-zero`, name: 'a', folder }))).toBe('not-a-file');
  });

  /** A Windows program: "MZ", then "PE" where the header says that it begins. */
  const PROGRAM = Buffer.alloc(2048);
  PROGRAM.write('MZ', 0);
  PROGRAM.writeUInt32LE(0x80, 0x3c);
  PROGRAM.write('PE\0\0', 0x80);

  it.each([
    ['程序.exe', PROGRAM],
    ['快捷方式.LNK', Buffer.from('text')],
    ['运行.bat', Buffer.from('echo')],
    ['脚本.js', Buffer.from('alert(1)')],
    ['安装.msi', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1')],
    ['屏保.scr', Buffer.from('')],
    ['照片.jpg\u202e.exe', Buffer.from('\xff\xd8\xff', 'latin1')],
    ['通知.pdf.exe . ', Buffer.from('%PDF-')],
    ['照片.jpg', PROGRAM],
    ['没有后缀', Buffer.from('\x7fELF\x02\x01', 'latin1')],
    ['链接.pdf', Buffer.from('\x4c\0\0\0\x01\x14\x02\0\0\0', 'latin1')],
  ])('refuses %s, which a system would run, and leaves nothing behind', async (name, content) => {
    const { source, folder } = await evidence(content);
    expect(await failureCode(ingestFile({ source, name, folder }))).toBe('executable');
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a file of no bytes in a sentence, and leaves nothing behind', async () => {
    const { source, folder } = await evidence(Buffer.alloc(0));
    await expect(ingestFile({ source, name: '空.pdf', folder })).rejects.toMatchObject({
      failure: { code: 'empty-file', message: '这是空文件（0 字节），里面没有内容，不收作材料。' },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes nothing but the content that is asked for, whatever the name', async () => {
    const { source, folder } = await evidence(Buffer.from('改正后的'));
    const only = sha256(Buffer.from('原来的'));
    expect(await failureCode(ingestFile({ source, name: '方案.txt', folder, only }))).toBe(
      'not-the-original',
    );
    expect(await readdir(folder)).toEqual([]);
    await writeFile(source, '原来的');
    expect(await ingestFile({ source, name: '别的名字.txt', folder, only })).toMatchObject({ sha256: only });
    expect(await readdir(folder)).toEqual([only]);
  });

  it('takes words that only begin as a program does', async () => {
    const { source, folder } = await evidence(Buffer.from('MZ 是一个缩写'));
    expect(await ingestFile({ source, name: '说明.txt', folder })).toMatchObject({ mediaType: 'text/plain' });
  });

  it('takes a file whose name has 300 characters', async () => {
    const { source, folder } = await evidence(Buffer.from('%PDF-'));
    const { fileName, mediaType } = await ingestFile({ source, name: `${'长'.repeat(296)}.pdf`, folder });
    expect(Buffer.byteLength(fileName)).toBeLessThanOrEqual(255);
    expect(fileName).toMatch(/^长+\.pdf$/);
    expect(mediaType).toBe('application/pdf');
  });

  it('clears away what a crash left, and nothing else', async () => {
    const { source, folder } = await evidence(Buffer.from('x'));
    const { sha256: kept } = await ingestFile({ source, name: 'x', folder });
    await writeFile(join(folder, '.incoming-1'), 'half');
    await removeLeftovers(folder);
    expect(await readdir(folder)).toEqual([kept]);
  });
});

describe('safeFileName', () => {
  it.each([
    ['方案（终稿）.docx', '方案（终稿）.docx'],
    ['a/b\\c:d*e?f"g<h>i|j\n.txt', 'a_b_c_d_e_f_g_h_i_j_.txt'],
    ['../../etc/passwd', '.._.._etc_passwd'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['COM1.tar.gz', '_COM1.tar.gz'],
    ['concert.txt', 'concert.txt'],
    ['结尾有点. . .', '结尾有点'],
    ['e\u0301.txt', '\u00e9.txt'],
    ['照片\u202Egpj.exe', '照片gpj.exe'],
    ['坏\ud800字.txt', '坏\ufffd字.txt'],
  ])('%j -> %j', (name, safe) => expect(safeFileName(name)).toBe(safe));

  it('always gives a name that every system can store, and the same again for it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), (name) => {
        let safe: string;
        try {
          safe = safeFileName(name);
        } catch {
          return; // Nothing was left of it.
        }
        expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}]|[. ]$/u);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
        expect(safe).not.toBe('');
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });

  it('labels evidence by its name without the ending, within the schema’s 200 characters', () => {
    expect(labelFor('01 方案.v2.pdf')).toBe('01 方案.v2');
    expect(labelFor('.htaccess')).toBe('.htaccess');
    expect(labelFor(`${'名'.repeat(200)}.pdf`)).toBe('名'.repeat(200));
    // Cut so that it is seen, and never inside a character.
    expect(labelFor(`${'𠮷'.repeat(250)}.pdf`)).toBe(`${'𠮷'.repeat(99)}…`);
  });
});

describe('media types', () => {
  it.each([
    ['a.pdf', '%PDF-1.4', 'application/pdf'],
    ['a.PDF', '%PDF-1.4', 'application/pdf'],
    ['a.pdf', 'MZ\x90\0', 'application/octet-stream'],
    ['a.png', '\x89PNG\r\n\x1a\n', 'image/png'],
    // A picture by its content, whatever it is called.
    ['a.jpg', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['a.png', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['a.jfif', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['a.HEIC', '\xff\xd8\xff\xe1', 'image/jpeg'],
    ['扫描件', 'GIF89a', 'image/gif'],
    ['a.jpg', 'RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['a.jpg', 'RIFF\0\0\0\0WAVEfmt ', 'application/octet-stream'],
    ['a.jpg', 'BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', 'image/bmp'],
    ['a.dat', 'BM begins a word as well', 'application/octet-stream'],
    ['a.tmp', 'II*\0', 'image/tiff'],
    ['a.jpg', '<svg xmlns="http://www.w3.org/2000/svg">', 'application/octet-stream'],
    ['a.jpg', '<!doctype html><script>', 'application/octet-stream'],
    ['a.jpg', '%PDF-1.4', 'application/octet-stream'],
    ['a.mp4', '\0\0\0\x20ftypisom', 'video/mp4'],
    ['a.txt', 'text', 'text/plain'],
    ['a.txt', 'MZ\0\0', 'application/octet-stream'],
    ['a.html', '<script>', 'application/octet-stream'],
    ['a.svg', '<svg>', 'application/octet-stream'],
    ['a.exe', 'MZ', 'application/octet-stream'],
    ['a', '', 'application/octet-stream'],
  ])('%s beginning %j is %s', (name, head, type) => {
    expect(mediaTypeOf(name, Buffer.from(head, 'latin1'))).toBe(type);
  });

  it('lets the system open documents, pictures, audio and video only', () => {
    expect(mayBeOpened('a.pdf', 'application/pdf')).toBe(true);
    expect(mayBeOpened('a.mp4', 'video/mp4')).toBe(true);
    for (const name of ['a.exe', 'a.bat', 'a.js', 'a.lnk', 'a.html', 'a.sh', 'a.zip', 'a.docm', 'a']) {
      for (const type of ['application/pdf', 'application/octet-stream', 'application/zip']) {
        expect(mayBeOpened(name, type)).toBe(false);
      }
    }
    expect(mayBeOpened('a.pdf', 'application/octet-stream')).toBe(false);
    // One picture for another; nothing else for what it is not.
    expect(mayBeOpened('a.jpg', 'image/png')).toBe(true);
    expect(mayBeOpened('a.jpg', 'image/svg+xml')).toBe(false);
    expect(mayBeOpened('a.jpg', 'application/pdf')).toBe(false);
    for (const name of ['a.pdf', 'a.html', 'a.exe', 'a']) expect(mayBeOpened(name, 'image/png')).toBe(false);
  });
});
