import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CFB, utils, write } from 'xlsx';
import { readCaseText } from '../../../../../electron/services/import/read-case-text.ts';
import { UserError } from '../../../../../shared/values/errors.ts';
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
  (await readCaseText(await file(name, content), HERE)).text;

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

  describe('with hidden text', () => {
    const hidden = (text: string) => `<w:r><w:rPr><w:vanish/></w:rPr><w:t>${text}</w:t></w:r>`;
    const styled = (text: string, style: string, own = '') =>
      `<w:r><w:rPr><w:rStyle w:val="${style}"/>${own}</w:rPr><w:t>${text}</w:t></w:r>`;
    const paragraph = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
    const vanish = '<w:rPr><w:vanish/></w:rPr>';
    const table = (style: string, cell: string) =>
      `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/></w:tblPr><w:tblGrid/><w:tr><w:tc>${cell}</w:tc></w:tr></w:tbl>`;
    const styles = [
      `<w:style w:type="paragraph" w:styleId="Hid">${vanish}</w:style>`,
      `<w:style w:type="paragraph" w:styleId="HidToo"><w:basedOn w:val="Hid"/></w:style>`,
      `<w:style w:type="paragraph" w:styleId="Seen"><w:basedOn w:val="Hid"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>`,
      `<w:style w:type="character" w:styleId="hid">${vanish}</w:style>`,
      `<w:style w:type="table" w:styleId="HidTable">${vanish}</w:style>`,
    ].join('');
    const numbering = `<w:abstractNum w:abstractNumId="1">${lvl(0, 'chineseCounting', '%1、')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

    it.each([
      ['of a run', paragraph(run('甲') + hidden('藏') + run('乙')), '甲乙'],
      ['of a character style', paragraph(run('甲') + styled('藏', 'hid')), '甲'],
      ['of a paragraph style', p('藏', '', 'Hid') + p('甲'), '甲'],
      ['of the style that it goes back to', p('藏', '', 'HidToo') + p('甲'), '甲'],
      [
        'of a whole paragraph, with its number',
        paragraph(hidden('藏'), numbered + vanish) + p('甲', '1/0'),
        '一、甲',
      ],
      [
        'of a text box in it',
        `<w:p>${run('甲')}<w:r>${vanish}<w:pict><v:shape><v:textbox><w:txbxContent>${p('藏')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
        '甲',
      ],
      [
        'of a row',
        `${tbl([[p('甲')]])}<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${p('藏')}</w:tc></w:tr></w:tbl>`,
        '甲',
      ],
      ['of a cell beside another', tbl([[p('甲'), paragraph(hidden('藏'), vanish)]]), '甲'],
      ['of a run in a cell', tbl([[paragraph(run('甲') + hidden('藏'))]]), '甲'],
      [
        'of a table in a cell',
        tbl([[p('甲') + tbl([[paragraph(run('乙') + hidden('藏'))]]) + p('')]]),
        '甲\n乙',
      ],
      ['of a table style', p('甲') + table('HidTable', p('藏')), '甲'],
      [
        'of a table style, but for what a character style shows',
        table('HidTable', paragraph(run('藏') + styled('甲', 'hid'))),
        '甲',
      ],
      [
        'of a table in one whose style hides',
        table('HidTable', p('藏') + table('Other', p('甲')) + p('')),
        '甲',
      ],
      ['in a link', paragraph(`${run('甲')}<w:hyperlink>${hidden('藏')}</w:hyperlink>`), '甲'],
      [
        'beside what is hidden itself',
        paragraph(hidden('藏') + run('甲'), '<w:rPr><w:vanish/></w:rPr>'),
        '甲',
      ],
    ])('%s, leaves it out and says so', async (_, body, expected) => {
      const path = await file('hidden.docx', await docx({ body, styles, numbering }));
      expect(await readCaseText(path, HERE)).toEqual({
        text: expected,
        notes: [{ words: '有隐藏文字，没有导入', remedy: '要用的，请在 WPS 或 Word 里取消隐藏后再导入。' }],
      });
    });

    it.each([
      ['switched off', paragraph(`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见</w:t></w:r>`)],
      ['switched off in a style', p('见', '', 'Seen')],
      ['switched off over a style', paragraph(styled('见', 'hid', '<w:vanish w:val="false"/>'))],
      [
        'before a tracked change',
        paragraph(`<w:r><w:rPr><w:rPrChange>${vanish}</w:rPrChange></w:rPr><w:t>见</w:t></w:r>`),
      ],
      ['of a mark alone', paragraph(run('见'), vanish)],
      ['of blanks', paragraph(run('见') + hidden(' '))],
    ])('%s is none', async (_, body) => {
      const path = await file('shown.docx', await docx({ body, styles }));
      expect(await readCaseText(path, HERE)).toEqual({ text: '见', notes: [] });
    });
  });

  it.each([
    ['联系人：张伟 13812345678', ['页眉、页脚里有文字，没有读取，也没有检查']],
    ['13812345678', ['页眉、页脚里有文字，没有读取，也没有检查']],
    ['— 1 —', []],
    ['第 1 页 共 3 页', []],
    ['', []],
  ])('says of a header that it was not read: %s', async (header, words) => {
    const path = await file('header.docx', await docx({ body: p('正文'), header: p(header) }));
    const { text, notes } = await readCaseText(path, HERE);
    expect([text, notes.map((note) => note.words)]).toEqual(['正文', words]);
  });

  it.each([
    ['cut.docx', 'PK'],
    ['cut.doc', '\xd0\xcf'],
    ['cut.wps', '\xd0\xcf\x11\xe0'],
    ['words.docx', '一些文字'],
  ])('that is broken is no text: %s', async (name, content) => {
    const bytes = /^[\0-\xff]*$/u.test(content) ? Buffer.from(content, 'latin1') : Buffer.from(content);
    const reading = readCaseText(await file(name, bytes), HERE);
    expect(await failureOf(reading)).toMatchObject({ code: 'import-damaged' });
  });

  it('is known by its content', async () => {
    expect(await read('case.wps', await docx({ body: p('正文') }))).toBe('正文');
  });
});

/** A container of streams as old Office programs write them. */
function container(...streams: readonly (readonly [name: string, content: Buffer])[]): Uint8Array {
  const made = compound.utils.cfb_new();
  for (const [name, content] of streams) compound.utils.cfb_add(made, name, content);
  return compound.write(made, { type: 'buffer' });
}

/** Made by LibreOffice, in the form of Word 97: paragraphs, a field, deleted text, a table, a text box. */
const OLD = readFileSync(fixture('old-case.doc'));
/** Likewise, with hidden text in a paragraph and in cells. */
const HIDDEN_OLD = readFileSync(fixture('hidden-text.doc'));

describe('a .doc, and a .wps that is built the same way', () => {
  const LINES = [
    '夜市油烟扰民指导整改（示例）',
    '一、工作背景',
    '某市某局受理“油烟扰民”投诉，依据《大气污染防治法》——处理；共３件……ABC 12.5%。',
    '见公告全文。',
    ...['商户', '张XX', '结果', '已整改、无反弹'],
    '二、案例评析',
    '效果好！',
    '框内文字',
  ];

  it.each(['old.doc', 'old.wps', 'old.docx', 'without-ending'])('%s', async (name) => {
    expect((await read(name, OLD)).split('\n')).toStrictEqual(LINES);
  });

  it('may hold hidden text, which nothing here can tell, and says so', async () => {
    for (const name of ['said.doc', 'said.wps'])
      expect((await readCaseText(await file(name, HIDDEN_OLD), HERE)).text.split('\n')).toContain('见藏一');
    const { notes } = await readCaseText(await file('said.doc', HIDDEN_OLD), HERE);
    expect(notes.map(({ words, remedy }) => `${words}。${remedy}`)).toStrictEqual([
      '.doc、.wps 里的隐藏文字认不出来，有的话也在正文里，一起计数。请核对；要去掉的，请用 WPS 或 Word 另存为 .docx 后再导入。',
      '.doc、.wps 的页眉、页脚没有读取，也没有检查。请打开原件看里面有没有姓名、电话等。',
    ]);
    // What is a .docx by its content is read as one.
    expect(
      (await readCaseText(await file('new.wps', await docx({ body: p('正文') })), HERE)).notes,
    ).toStrictEqual([]);
  });

  it('cut off anywhere is damaged, never half a text', async () => {
    for (let length = 512; length < OLD.length - 512; length += 512) {
      const failure = await failureOf(read('cut.doc', OLD.subarray(0, length)));
      expect(failure.code).toBe('import-damaged');
    }
  });

  it('whose bytes are disturbed is text or a clear error, and ends', async () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const bytes = Buffer.from(OLD);
      // Small places that decide much: the head, the tables of sectors, the directory, the head of the text.
      for (let at = seed; at < bytes.length; at += 997 + seed) bytes[at] = (seed * 73 + at) & 0xff;
      const outcome = await read(`bad-${seed}.doc`, bytes).catch((error: unknown) => error);
      if (typeof outcome !== 'string') expect(outcome).toBeInstanceOf(UserError);
    }
  });

  it('with a password says so', async () => {
    const bytes = Buffer.from(OLD);
    const at = bytes.indexOf(Buffer.from([0xec, 0xa5]));
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 10) | 0x0100, at + 10);
    expect(await failureOf(read('locked.doc', bytes))).toMatchObject({
      code: 'import-encrypted',
      remedy: expect.stringContaining('去掉打开密码') as string,
    });
  });

  it('of Microsoft Works is another thing, and told so', async () => {
    const works = container(['/MatOST', Buffer.alloc(600)], ['/CONTENTS', Buffer.alloc(600)]);
    const failure = await failureOf(read('works.wps', works));
    expect(failure.code).toBe('import-works');
    expect(failure.message).toContain('微软 Works');
  });

  it('in name alone is read as what it is', async () => {
    expect(await read('really.doc', await docx({ body: p('正文') }))).toBe('正文');
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['甲']]));
    const zip = write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
    expect((await failureOf(read('zip.doc', zip))).code).toBe('import-other-kind');
  });
});

describe('what gives no text', () => {
  const old = (): Uint8Array => container(['/WordDocument', Buffer.alloc(600)]);
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
