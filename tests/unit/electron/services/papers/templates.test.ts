import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../../../electron/services/papers/fill-template.ts';
import { LIMITS, readTemplate } from '../../../../../electron/services/papers/read-template.ts';
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
    ['too large a file', () => Buffer.alloc(LIMITS.file + 1), '文件太大'],
    ['a bomb', () => docx([], { 'word/media/a.bin2': ' '.repeat(LIMITS.inflated) }, 'DEFLATE'), '文件太大'],
    ['a large part', () => docx([' '.repeat(LIMITS.xml)], {}, 'DEFLATE'), '文件太大'],
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
