import fc from 'fast-check';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { faultsOf, fillTemplate, remarksOf } from '../../../../../electron/services/papers/fill-template.ts';
import { readTemplate } from '../../../../../electron/services/papers/read-template.ts';
import { docx, W } from './docx.ts';

const faultsIn = async (bytes: Buffer): Promise<readonly string[]> => {
  const read = await readTemplate(bytes);
  return 'faults' in read ? read.faults : faultsOf(read.parts);
};

describe('the faults of a template', () => {
  it.each<[what: string, body: string | string[], faults: string[]]>([
    ['none', ['【单位名称】', '【#近三年数据】【项目】：【第一年数】【/近三年数据】'], []],
    ['none in a condition on a text', '【#合理缺项说明】【合理缺项说明】【/合理缺项说明】', []],
    ['none in a loop within its loop', '【#目录】【组名】【#材料】【文件】【/材料】【/目录】', []],
    [
      'an unknown field, with its place',
      '电话：【单位电话】',
      ['正文“电话：【单位电话】”：没有“单位电话”这个字段；只是文字的，请不用【】而用〔〕'],
    ],
    ['a field of a row outside its loop', '【第一年数】', ['只能写在【#近三年数据】和【/近三年数据】之间']],
    ['a loop as a text', '【目录】', ['“目录”是循环，要写成【#目录】…【/目录】']],
    ['a condition as a text', '【示例】', ['“示例”是条件，要写成【#示例】…【/示例】']],
    ['a loop without end', '【#差距】【评分项】', ['有【#差距】，后面没有【/差距】']],
    ['an end without beginning', '【/差距】', ['有【/差距】，前面没有【#差距】']],
    ['a bracket that is not closed', '【单位名称', ['有【，后面没有】']],
    ['a bracket that was not opened', '单位名称】', ['有】，前面没有【']],
    ['an empty name', '【】', ['【】里没有字段名']],
    ['a loop without a name', '甲【#】乙', ['正文“甲【#】乙”：【#】里没有循环或条件的名称']],
    ['an end without a name', '甲【/】', ['正文“甲【/】”：【/】里没有写要结束哪个循环或条件']],
    ['an end without a name, of a loop', ['【#差距】', '【/】'], ['【/】里没有写要结束哪个循环或条件']],
    ['raw XML', '【@单位名称】', ['没有“@单位名称”这个字段']],
    ['a name of the language', '【constructor】【__proto__】', ['没有“constructor”', '没有“__proto__”']],
    [
      'a loop in another one',
      '【#差距】【#目录】【组名】【/目录】【/差距】',
      ['【#目录】不能放在别的循环里面'],
    ],
    [
      'several at once',
      ['【甲】', '【乙】', '【#差距】'],
      ['没有“甲”', '没有“乙”', '有【#差距】，后面没有【/差距】'],
    ],
    [
      'a wrong end',
      '【#示例】x【/有差距】',
      ['有【#示例】，后面没有【/示例】', '有【/有差距】，前面没有【#有差距】'],
    ],
    [
      'a wrong end, in another paragraph',
      ['【#示例】x', '【/差距】'],
      ['有【#示例】，后面没有【/示例】', '有【/差距】，前面没有【#差距】'],
    ],
    [
      'crossed conditions',
      '【#示例】a【^有差距】b【/示例】c【/有差距】',
      ['【#示例】和【^有差距】交叉了；后开始的要先结束，先写【/有差距】'],
    ],
    [
      'one that crosses what has no end',
      '【#示例】【#有差距】【/示例】',
      ['有【#有差距】，后面没有【/有差距】'],
    ],
    [
      'five in their order',
      ['【#指标得分】【指标】', '【未闭合', '多一个】', '【/差距】', '【^有差距】x'],
      [
        '有【#指标得分】，后面没有',
        '有【，后面没有】',
        '有】，前面没有【',
        '有【/差距】，前面',
        '有【^有差距】，',
      ],
    ],
    [
      'a bracket between a loop and its end',
      ['【#指标得分】【指标】', '【未闭合', '【/指标得分】'],
      ['有【，后面没有】'],
    ],
    [
      'brackets over two paragraphs, and a condition',
      ['【未闭合', '多一个】', '【#示例】x'],
      ['有【，后面没有】', '有】，前面没有【', '有【#示例】，后面没有【/示例】'],
    ],
    ['two brackets', '【【单位名称】】', ['连着写了两个【', '有】，前面没有【']],
    ['a blank before the sign', '【 #示例】甲【/示例】', ['【 #示例】里不要有空格']],
    ['a loop within one without end', ['【#差距】', '【#目录】【组名】【/目录】'], ['有【#差距】，后面没有']],
  ])('%s', async (_, body, faults) => {
    const found = await faultsIn(docx([body].flat()));
    expect(found).toHaveLength(faults.length);
    for (const [at, fault] of faults.entries()) expect(found[at]).toContain(fault);
  });

  it.each([
    ['a loop from a cell to below its table', `${table(cell('【#差距】'))}${paragraph('【/差距】')}`],
    ['a condition from a cell to below its table', `${table(cell('【#示例】'))}${paragraph('【/示例】')}`],
    ['a loop from above a table into it', `${paragraph('【#差距】')}${table(cell('【/差距】'))}`],
  ])('%s', async (_, body) => {
    const document = `<w:document ${W}><w:body>${body}</w:body></w:document>`;
    const found = await faultsIn(docx([], { 'word/document.xml': document }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/表格|不能放在这里/);
  });

  it('names what cuts a table together with all the rest', async () => {
    const body = `${table(cell('【#差距】'))}${paragraph('【/差距】')}${paragraph('【甲】【乙')}`;
    const document = `<w:document ${W}><w:body>${body}</w:body></w:document>`;
    const found = await faultsIn(docx([], { 'word/document.xml': document }));
    expect(found).toHaveLength(3);
    for (const [at, words] of ['一个在表格或文本框里', '没有“甲”', '有【，后面没有】'].entries())
      expect(found[at]).toContain(words);
  });

  it('takes the text of a box for itself, within the text around it', async () => {
    const box = (text: string) =>
      `<w:r><w:pict><w:txbxContent>${paragraph(text)}</w:txbxContent></w:pict></w:r>`;
    const document = (text: string, around: string) =>
      `<w:document ${W}><w:body><w:p>${run('【#示例】甲')}${box(text)}${run(around)}</w:p></w:body></w:document>`;
    const faults = (text: string, around: string) =>
      faultsIn(docx([], { 'word/document.xml': document(text, around) }));
    expect(await faults('【单位名称】', '乙【/示例】')).toEqual([]);
    expect(await faults('【单位名称', '】乙【/示例】')).toEqual([
      '正文“【单位名称”：有【，后面没有】；【】要写在同一段里',
      '正文“…#示例】甲〔文本框〕】乙【/示例】”：有】，前面没有【',
    ]);
    expect((await faults('甲【/示例】', '乙'))[0]).toContain('一个在表格或文本框里');
  });

  it.each([
    [
      'the code of a field',
      'word/footer1.xml',
      instruction(' TITLE 【单位名称】 '),
      '页脚“TITLE 【单位名称】”：写在域代码里',
    ],
    [
      'an endnote',
      'word/endnotes.xml',
      `<w:endnotes ${W}><w:endnote>${paragraph('见【单位名称】')}</w:endnote></w:endnotes>`,
      '尾注“见【单位名称】”：写在尾注里',
    ],
  ])('names what nothing is filled into: %s', async (_, part, xml, fault) => {
    const found = await faultsIn(docx(['【单位名称】'], { [part]: xml }));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(fault);
  });

  it.each([
    ['no kinds of parts', { '[Content_Types].xml': '<Types xmlns="x"/>' }],
    ['no relations', { '_rels/.rels': '<Relationships xmlns="x"/>', '[Content_Types].xml': '<a/>' }],
  ])('says in words that it cannot take a file apart: %s', async (_, others) => {
    const found = await faultsIn(docx(['【单位名称】'], others));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('程序读不出这份模板的结构');
  });

  it('leaves alone what a reviser took out', async () => {
    const document = `<w:document ${W}><w:body><w:p><w:del><w:r><w:delText>【甲</w:delText></w:r></w:del></w:p></w:body></w:document>`;
    expect(await faultsIn(docx([], { 'word/document.xml': document }))).toEqual([]);
  });

  it('never fails on the text of a template: faults in words, or a paper without a bracket', async () => {
    const pieces = [
      ...[
        '【',
        '】',
        '【#示例】',
        '【^示例】',
        '【/示例】',
        '【#差距】',
        '【/差距】',
        '【评分项】',
        '【/】',
        '【#】',
      ],
      ...[
        '【#目录】',
        '【#材料】',
        '【/材料】',
        '【/目录】',
        '【=[ ]=】',
        '【-w:p 差距】',
        '【@甲】',
        '【 # 示例 】',
        '甲',
        '&amp;',
      ],
    ];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((some) => some.join(''));
    const blocks = fc.oneof(
      texts.map(paragraph),
      fc
        .array(fc.array(texts.map(cell), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
        .map((rows) => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(blocks, { minLength: 1, maxLength: 3 }), async (body) => {
        const document = `<w:document ${W}><w:body>${body.join('')}<w:p/></w:body></w:document>`;
        const read = await readTemplate(docx([], { 'word/document.xml': document }));
        if ('faults' in read) throw new Error(read.faults.join());
        const faults = faultsOf(read.parts);
        // The last net is for what no text tells.
        expect(faults.join()).not.toContain('程序读不出');
        if (faults.length > 0) return;
        const filled = await fillTemplate(read.parts, {});
        expect(filled.toString('utf8')).not.toMatch(/[【】]/);
      }),
      { numRuns: 300 },
    );
  });

  it('none where a loop makes rows, or stands around a table', async () => {
    const rows = table(`${cell('【#差距】【编号】')}${cell('【评分项】【/差距】')}`);
    const around = `${paragraph('【#差距】')}${table(cell('【编号】'))}${paragraph('【/差距】')}`;
    const document = `<w:document ${W}><w:body>${rows}${around}<w:p/></w:body></w:document>`;
    expect(await faultsIn(docx([], { 'word/document.xml': document }))).toEqual([]);
  });

  it('finds a name that Word has cut into several runs, and one in a header', async () => {
    const header = `<w:hdr ${W}><w:p><w:r><w:t>【页</w:t></w:r><w:r><w:t>眉】</w:t></w:r></w:p></w:hdr>`;
    expect(await faultsIn(docx([], { 'word/header1.xml': header }))).toEqual([
      '页眉“【页眉】”：没有“页眉”这个字段；只是文字的，请不用【】而用〔〕',
    ]);
  });
});

describe('what is remarked of a template', () => {
  it.each<[what: string, body: string, remarks: string[]]>([
    ['nothing', '【单位名称】，〔单位名称〕、[注]', []],
    ['no field at all', '本单位承诺', ['没有一个【字段】，生成的每一份都一样']],
    [
      'fields in other brackets',
      '[单位名称]和{单位地址}，【地域】',
      [
        '正文“[单位名称]和{单位地址}，【地…”：“[单位名称]”不是字段，不会填；字段用【】',
        '“{单位地址}”不是字段',
      ],
    ],
    ['only other brackets', '{{单位名称}}', ['没有一个【字段】', '“{单位名称}”不是字段']],
  ])('%s', async (_, body, remarks) => {
    const read = await readTemplate(docx([body]));
    if ('faults' in read) throw new Error(read.faults.join());
    const found = remarksOf(read.parts);
    expect(found).toHaveLength(remarks.length);
    for (const [at, remark] of remarks.entries()) expect(found[at]).toContain(remark);
  });
});

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const external = (type: string, target = 'http://example.com/x', mode = 'TargetMode="External"') =>
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  `<Relationship Id="rId9" Type="${RELATIONS}/${type}" Target="${target}" ${mode}/></Relationships>`;
const RELS = 'word/_rels/document.xml.rels';

describe('a hostile .docx', () => {
  it.each<[what: string, bytes: () => Buffer, fault: string]>([
    ['no ZIP', () => Buffer.from('not a document'), '不是 Word 的 .docx 文件'],
    ['an empty file', () => Buffer.alloc(0), '不是 Word 的 .docx 文件'],
    ['half a file', () => docx(['x']).subarray(0, 300), '不是 Word 的 .docx 文件'],
    ['another kind of ZIP', () => zipped({ 'a.txt': 'x' }), '不是 Word 的 .docx 文件'],
    ['too large a file', () => Buffer.alloc(5 * 2 ** 20 + 1), '文件太大'],
    ['a bomb', () => docx([], { 'word/media/a.bin2': ' '.repeat(40 * 2 ** 20) }, 'DEFLATE'), '文件太大'],
    ['a large part', () => docx([' '.repeat(2 * 2 ** 20)], {}, 'DEFLATE'), '文件太大'],
    [
      'many parts',
      () => docx([], Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`a/${at}`, '']))),
      '文件太大',
    ],
    ['macros', () => docx([], { 'word/vbaProject.bin': 'x' }), '含有宏'],
    ['an embedded file', () => docx([], { 'word/embeddings/a.xlsx': 'x' }), '含有嵌入的文件'],
    ['another format', () => docx([], { 'word/afchunk.html': '<p>' }), '含有其他格式的内容'],
    [
      'a DTD',
      () => docx([], { 'word/header1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      '含有文档类型定义',
    ],
    [
      'UTF-16',
      () => docx([], { 'word/header1.xml': Buffer.from('<!DOCTYPE a><a/>', 'utf16le') }),
      '不是 UTF-8 编码',
    ],
    ['a picture beside it', () => docx([], { [RELS]: external('image', 'x.png') }), '含有链接到文件之外'],
    ['a picture elsewhere', () => docx([], { [RELS]: external('image') }), '含有链接到文件之外'],
    [
      'a picture on a share, not called external',
      () => docx([], { [RELS]: external('image', '\\\\\\\\server\\\\x.png', '') }),
      '含有链接到文件之外',
    ],
    [
      'a field that fetches, in several runs',
      () => docx([], { 'word/footer1.xml': instruction('INCLUDE', 'PICTURE "http://example.com/x"') }),
      '含有会读取外部内容',
    ],
    ['broken XML', () => docx([], { 'word/document.xml': '<w:document><w:body>' }), '内容已损坏'],
    ['XML of no declared names', () => docx([], { 'word/header1.xml': '<w:hdr/>' }), '内容已损坏'],
    ['a broken relation', () => docx([], { [RELS]: '<Relationships>' }), '内容已损坏'],
    [
      'another format by another name',
      () => docx([], { [RELS]: external('aFChunk', 'x.dat', ''), 'word/x.dat': '<p>' }),
      '含有其他格式的内容',
    ],
    [
      'a place for another format',
      () => docx([], { 'word/document.xml': `<w:document ${W}><w:body><w:altChunk/></w:body></w:document>` }),
      '含有其他格式的内容',
    ],
    [
      'an embedded file by another name',
      () => docx([], { [RELS]: external('oleObject', 'x.dat', '') }),
      '嵌入的文件',
    ],
    [
      'DDE that another field spells',
      () =>
        docx([], {
          'word/footer1.xml': fields('begin', ['begin', 'QUOTE 68 68 69', 'end'], 'AUTO c:\\x', 'end'),
        }),
      '含有会读取外部内容',
    ],
    [
      'DDE by the numbers of its letters',
      () => docx([], { 'word/footer1.xml': instruction('&#68;&#x44;E c:\\x') }),
      '含有会读取外部内容',
    ],
    ['DDE', () => docx([], { 'word/footer1.xml': instruction('DDEAUTO c:\\\\x') }), '含有会读取外部内容'],
  ])('%s', async (_, bytes, fault) => {
    const read = await readTemplate(bytes());
    expect('faults' in read && read.faults.some((each) => each.includes(fault))).toBe(true);
  });

  it('loses its links to elsewhere and keeps their words', async () => {
    const link = `<w:hyperlink xmlns:r="${RELATIONS}" r:id="rId9"><w:r><w:t>网址</w:t></w:r></w:hyperlink>`;
    const document = `<w:document ${W}><w:body><w:p>${link}</w:p></w:body></w:document>`;
    const read = await readTemplate(
      docx([], { [RELS]: external('hyperlink'), 'word/document.xml': document }),
    );
    if ('faults' in read) throw new Error(read.faults.join());
    const text = [...read.parts.values()].map((part) => part.toString('utf8')).join();
    expect(text).not.toMatch(/example\.com|rId9/);
    expect(text).toContain('<w:t>网址</w:t>');
  });

  it('may have numbers of pages and links inside', async () => {
    const footer = fields('begin', 'IF ', ['begin', ' PAGE ', 'end'], ' = 1 "a" "b"', 'separate', 'end');
    expect(await faultsIn(docx([], { 'word/footer1.xml': footer }))).toEqual([]);
  });

  it('may have links inside', async () => {
    const footer = instruction('PAGE', ' HYPERLINK \\l "_Toc1"');
    expect(await faultsIn(docx(['【单位名称】'], { 'word/footer1.xml': footer }))).toEqual([]);
  });
});

function instruction(...words: readonly string[]): string {
  const runs = words.map((each) => `<w:r><w:instrText>${each}</w:instrText></w:r>`).join('');
  return `<w:ftr ${W}><w:p>${runs}</w:p></w:ftr>`;
}

/** A field: begin, separate and end are marks, anything else is instruction. */
function fields(...pieces: readonly (string | readonly string[])[]): string {
  const runs = pieces
    .flat()
    .map((each) =>
      ['begin', 'separate', 'end'].includes(each)
        ? `<w:r><w:fldChar w:fldCharType="${each}"/></w:r>`
        : `<w:r><w:instrText>${each}</w:instrText></w:r>`,
    );
  return `<w:ftr ${W}><w:p>${runs.join('')}</w:p></w:ftr>`;
}

function run(text: string): string {
  return `<w:r><w:t>${text}</w:t></w:r>`;
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function cell(text: string): string {
  return `<w:tc>${paragraph(text)}</w:tc>`;
}

function table(cells: string): string {
  return `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`;
}

function zipped(files: Readonly<Record<string, string>>): Buffer {
  const zip = new PizZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generate({ type: 'nodebuffer' });
}
