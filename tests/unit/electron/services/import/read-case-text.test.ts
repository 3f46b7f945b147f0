import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CFB, utils, write } from 'xlsx';
import { readCaseText } from '../../../../../electron/services/import/read-case-text.ts';
import { encodeGb18030 } from '../../../../tables/gb18030.ts';
import { docx, lvl, p, run, tbl } from './docx.ts';
import { failureOf, fixture, readHere } from './reader.ts';

// The library's types leave these as any.
const compound = CFB as {
  utils: { cfb_new(): object; cfb_add(container: object, name: string, content: Buffer): void };
  write(container: object, options: { type: 'buffer' }): Uint8Array;
};
const HERE = { spawnReader: readHere };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-case-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
const read = async (name: string, content: string | Uint8Array): Promise<string> =>
  readCaseText(await file(name, content), HERE);

describe('a text file', () => {
  const TEXT = '标题\r\n\r\n　　正文，有逗号\t和制表符。\r\n最后';
  it.each([
    ['utf8.txt', Buffer.from(TEXT)],
    ['bom.txt', Buffer.from(`\ufeff${TEXT}`)],
    ['utf16.txt', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['utf16be.txt', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
    ['gbk.txt', encodeGb18030(TEXT)],
    ['without-ending', Buffer.from(TEXT)],
  ])('%s is what stands in it, so that places are those of the file', async (name, bytes) => {
    expect(await read(name, bytes)).toBe(TEXT);
  });

  it('with a word of HTML is text still', async () => {
    expect(await read('tag.txt', '<table>\n正文')).toBe('<table>\n正文');
  });
});

describe('a .docx', () => {
  const BOX = `<w:p>${run('前')}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('框内')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
  it('is a line a paragraph, with the numbers of lists, line breaks, text boxes, tables, and no deleted text', async () => {
    const body = [
      p('标题'),
      p(''),
      p('工作背景', '1/0'),
      p('实施过程', '1/0'),
      `<w:p>${run('甲')}<w:r><w:br/></w:r>${run('乙')}<w:del>${'<w:r><w:delText>删去</w:delText></w:r>'}</w:del></w:p>`,
      BOX,
      tbl([[p('一格'), p('二格')]]),
    ].join('');
    const numbering = `<w:abstractNum w:abstractNumId="1">${lvl(0, 'chineseCounting', '%1、')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    expect((await read('case.docx', await docx({ body, numbering }))).split('\n')).toStrictEqual([
      ...['标题', '一、工作背景', '二、实施过程', '甲', '乙', '前', '框内', '一格', '二格'],
    ]);
  });

  it('is known by its content', async () => {
    expect(await read('case.wps', await docx({ body: p('正文') }))).toBe('正文');
  });
});

describe('what gives no text', () => {
  const old = (): Uint8Array => {
    const container = compound.utils.cfb_new();
    compound.utils.cfb_add(container, '/WordDocument', Buffer.alloc(600));
    return compound.write(container, { type: 'buffer' });
  };
  const book = (): Uint8Array => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([['甲']]));
    return write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
  };
  it.each([
    ['old.doc', old, 'import-old-word', '另存为 .docx'],
    ['old.wps', old, 'import-old-word', '另存为 .docx'],
    ['book.xlsx', book, 'import-other-kind', '另存为 .docx'],
    ['scan.pdf', () => '%PDF-1.7\n', 'import-other-kind', '另存为 .docx'],
    ['none.txt', () => '', 'import-empty', '案例文稿'],
    ['blank.txt', () => ' \n\u3000', 'import-empty', '案例文稿'],
    ['blank.docx', () => docx({ body: p('') }), 'import-empty', '案例文稿'],
    ['long.txt', () => '字'.repeat(200_001), 'import-too-big', '案例文稿'],
    ['cut.docx', async () => (await docx({ body: p('正文') })).subarray(0, 500), 'import-damaged', 'Word'],
  ])('%s', async (name, content, code, remedy) => {
    const failure = await failureOf(read(name, await content()));
    expect(failure).toMatchObject({ code, effect: '没有读取任何内容，原文件没有改动。' });
    expect(failure.remedy).toContain(remedy);
    expect(`${failure.message}${failure.remedy}`).not.toMatch(/评分表|表格/);
  });

  it('a page, a file that is not there, one that was given up', async () => {
    expect(await failureOf(readCaseText(fixture('merged.html'), HERE))).toMatchObject({
      code: 'import-other-kind',
    });
    expect(await failureOf(readCaseText(join(folder, 'nothing'), HERE))).toMatchObject({ code: 'not-found' });
    const signal = AbortSignal.abort();
    await expect(readCaseText(await file('a.txt', '字'), { ...HERE, signal })).rejects.toThrow(/abort/i);
  });
});
