import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { buildInwardWorkbook, buildWorkbook } from '../../../../../electron/services/workbook/build.ts';
import { scoreAssessment } from '../../../../../shared/scoring/report.ts';
import { passLabels, reachWords } from '../../../../../electron/services/workbook/pass-words.ts';
import { assessmentWith, CASES, inputFor, PHOTO, standardWith } from './fixture.ts';
import { cellsOf, find, part, partsOf, reopen, SCORE, scoreCell, sheetOf } from './read.ts';

const plain = () => inputFor(standardWith(), assessmentWith());
const SHEETS = ['封面', SCORE, '佐证材料目录', '校验清单'];

describe('the workbook reopened by a second library', () => {
  test('has the four outward sheets in order, and no inward one', async () => {
    expect(reopen(await buildWorkbook(plain())).SheetNames).toEqual(SHEETS);
  });

  test('names unit, campaign, standard, revision and seal line on the cover', async () => {
    const book = reopen(await buildWorkbook(plain()));
    const texts = cellsOf(sheetOf(book, '封面')).map(({ cell }) => String(cell.v ?? ''));
    const expected = [
      '测试市测试局',
      '测试标兵推荐',
      '《测试验收标准》（测试版）',
      '参考标准（非官方）',
      'BB-0001',
      '2026-11-20',
    ];
    expect(texts).toEqual(expect.arrayContaining(expected));
    for (const piece of ['不是官方文件', '第 2 版（替代第 1 版）', '单位（盖章）']) {
      expect(texts.some((text) => text.includes(piece))).toBe(true);
    }
  });

  test('calls a draft and a sample what they are, on the cover and in every page header', async () => {
    const input = plain();
    const marked = {
      ...input,
      assessment: { ...input.assessment, sample: true },
      revision: { ...input.revision, draft: true },
    };
    const bytes = await buildWorkbook(marked);
    expect(find(sheetOf(reopen(bytes), '封面'), '自查　草稿　示例')).toBeDefined();
    const parts = await partsOf(bytes);
    SHEETS.forEach((_, index) => {
      const header = /<oddHeader>(.*?)<\/oddHeader>/s.exec(
        part(parts, `xl/worksheets/sheet${index + 1}.xml`),
      )?.[1];
      expect(header).toContain('自查　草稿　示例');
      expect(header).toContain('参考标准（非官方）');
    });
    expect([...(await partsOf(await buildWorkbook(input))).values()].join('')).not.toContain('草稿');
  });

  test('lists each piece of evidence under every item that uses it, linked by its path', async () => {
    const bytes = await buildWorkbook(plain());
    const book = reopen(bytes);
    const sheet = sheetOf(book, SCORE);
    // The second library reads targets as Latin-1, so they are taken from the part itself.
    const rels = part(await partsOf(bytes), 'xl/worksheets/_rels/sheet2.xml.rels');
    const targets = [...rels.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, target]) => target);
    const plan = '佐证材料/1.1%20年度方案/01%20方案%20100%25%231.pdf';
    expect(targets).toEqual([plan, '佐证材料/1.1%20年度方案/02%20照片.jpg', plan]);
    const linked = cellsOf(sheet).filter(({ cell }) => cell.l !== undefined);
    expect(linked.map(({ cell }) => cell.v)).toEqual(['1', '2', '1']);
    // 方案 lies with the 汇报材料, and is in the package once.
    expect(find(sheet, '另有材料见《综合汇报材料》')).toBeDefined();
    expect(find(sheet, '本项材料见《综合汇报材料》').row).toBe(find(sheet, '1.3').row + 1);
    expect(cellsOf(sheet).filter(({ cell }) => cell.v === '方案')).toHaveLength(2);
    const list = sheetOf(book, '佐证材料目录');
    expect(find(list, '1.1 年度方案\n1.3 培训率\n综合汇报材料')).toBeDefined();
    expect(find(list, '2.5 MB').row).toBe(find(list, '照片').row);
  });

  test('says of each document what the unit filled in, and nothing where it did not', async () => {
    const details = {
      documentNumber: '测字〔2026〕1号',
      formedOn: '2026-03-01',
      issuer: '测试市办公室',
      pages: 12,
    };
    const input = plain();
    const evidence = input.assessment.evidence.map((each) =>
      each.label === '方案' ? { ...each, details } : each,
    );
    const book = reopen(await buildWorkbook({ ...input, assessment: { ...input.assessment, evidence } }));
    const list = sheetOf(book, '佐证材料目录');
    const rowOf = (label: string) => {
      const { row } = find(list, label);
      return ['C', 'D', 'E', 'F'].map(
        (column) => (list[`${column}${row}`] as { v?: unknown } | undefined)?.v,
      );
    };
    expect(rowOf('方案')).toEqual(['测字〔2026〕1号', '2026-03-01', '测试市办公室', 12]);
    expect(rowOf('照片').filter((value) => value !== undefined && value !== '')).toEqual([]);
  });

  test('lists path, bytes and SHA-256 of every file as the manifest does', async () => {
    const input = plain();
    const sheet = sheetOf(reopen(await buildWorkbook(input)), '校验清单');
    const lines = [4, 5].map((row) =>
      ['A', 'B', 'C', 'D'].map((column) => (sheet[`${column}${row}`] as { v?: unknown }).v),
    );
    const bytes = new Map(input.assessment.evidence.map((each) => [each.sha256, each.bytes]));
    expect(lines).toEqual(
      [...input.paths].map(([sha256, path], index) => [index + 1, `data/${path}`, bytes.get(sha256), sha256]),
    );
    expect(find(sheet, PHOTO)).toBeDefined();
  });

  test('leaves out what does not apply to the unit and keeps evidence without a path unlinked', async () => {
    const book = reopen(await buildWorkbook({ ...plain(), paths: new Map() }));
    expect(() => find(sheetOf(book, SCORE), '1.2')).toThrow();
    expect(cellsOf(sheetOf(book, SCORE)).every(({ cell }) => cell.l === undefined)).toBe(true);
    expect(find(sheetOf(book, '佐证材料目录'), '照片.jpg（没有放入压缩包）')).toBeDefined();
  });

  test('shows conditions, findings and gap in a file of the unit’s own', async () => {
    const input = inputFor(standardWith(), assessmentWith({ '2.2': { state: 'unscored' } }));
    const bytes = await buildInwardWorkbook(input);
    const book = reopen(bytes);
    expect(book.SheetNames).toEqual(['差距分析', '申报条件自查']);
    expect(find(sheetOf(book, '申报条件自查'), '未完成')).toBeDefined();
    expect(find(sheetOf(book, '申报条件自查'), '须解决')).toBeDefined();
    expect(find(sheetOf(book, '差距分析'), '回访')).toBeDefined();
    const xml = part(await partsOf(bytes), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('自查　本单位自用</oddHeader>');
    expect(xml).not.toContain('第 0 版');
  });
});

describe('scores', () => {
  test.each(CASES)(
    '$name: cached total, verdict and subtotals are the program’s',
    async ({ standard, assessment }) => {
      const report = scoreAssessment(standard, assessment);
      const book = reopen(await buildWorkbook(inputFor(standard, assessment)));
      const total = scoreCell(book, '总分', '自评分').cell;
      expect(total.f).toBeDefined();
      expect(total.v).toBe(report.total / 100);
      expect(scoreCell(book, passLabels(standard).question, '自评分').cell.v).toBe(reachWords(report));
      for (const section of report.sections) {
        const subtotal = scoreCell(book, `${section.title} 小计`, '自评分').cell;
        expect(subtotal.f).toMatch(/^ROUND\(SUM\(/);
        expect(subtotal.v).toBe(section.score / 100);
      }
    },
  );

  test('核验分 is empty, takes only 0 to the full score, and vetoes take their two answers', async () => {
    const bytes = await buildWorkbook(plain());
    const book = reopen(bytes);
    const item = scoreCell(book, '2.1', '核验分');
    expect(item.cell.v).toBeUndefined();
    const xml = part(await partsOf(bytes), 'xl/worksheets/sheet2.xml');
    const rules = [...xml.matchAll(/<dataValidation [^>]*>.*?<\/dataValidation>/gs)].map(([rule]) => rule);
    const of = (address: string) => rules.filter((rule) => rule.includes(`sqref="${address}"`));
    expect(of(item.address)).toHaveLength(1);
    expect(of(item.address)[0]).toContain('type="decimal"');
    expect(of(item.address)[0]).toContain('<formula1>0</formula1><formula2>7</formula2>');
    const veto = rules.find((rule) => rule.includes('type="list"'));
    expect(veto).toContain('存在,不存在');
  });

  test('merges what belongs to one item and to one section', async () => {
    const book = reopen(await buildWorkbook(plain()));
    const sheet = sheetOf(book, SCORE);
    const merged = (address: string) =>
      sheet['!merges']?.find(({ s }) => address === `${'ABCDEFGHIJKLM'[s.c]}${s.r + 1}`);
    const item = merged(find(sheet, '1.1').address);
    // Two files, and where the first of them lies.
    expect(item && item.e.r - item.s.r).toBe(2);
    const section = merged(find(sheet, '组织领导').address);
    expect(section?.e.r).toBe(find(sheet, '组织领导 小计').row - 1);
  });
});

describe('text that could do harm', () => {
  const NASTY = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1+1', '\r=1+1', '=HYPERLINK("http://x","y")'];

  test.each(NASTY)('%j stays text', async (reason) => {
    const input = inputFor(
      standardWith(),
      assessmentWith({ '2.1': { state: 'scored', input: { kind: 'award', points: '1' }, reason } }),
    );
    const bytes = await buildWorkbook(input);
    const { cell } = scoreCell(reopen(bytes), '2.1', '自评说明');
    expect(cell.t).toBe('s');
    expect(cell.f).toBeUndefined();
    expect(cell.z).toBe('@');
    expect(String(cell.v).trim()).toBe(reason.trim());
  });

  test('control characters go, _x0041_ stays literal, & in headers is escaped', async () => {
    const reason = 'a\u0000b\u0007c\uffffd\u202ee_x0041_';
    const unit = { name: '甲&乙<局>', category: 'department' };
    const entry = { state: 'scored', input: { kind: 'award', points: '1' }, reason };
    const bytes = await buildWorkbook(inputFor(standardWith(), assessmentWith({ '2.1': entry }, { unit })));
    expect(scoreCell(reopen(bytes), '2.1', '自评说明').cell.v).toBe('abcde_x0041_');
    const xml = part(await partsOf(bytes), 'xl/worksheets/sheet2.xml');
    expect(xml).toContain('甲&amp;&amp;乙&lt;局&gt;');
  });

  test('a long text is shown whole below its line, over as many pages as it needs', async () => {
    const reason = '久'.repeat(5000);
    const entry = { state: 'scored', input: { kind: 'award', points: '1' }, reason };
    const standard = standardWith();
    const [first, second] = standard.sections;
    if (!first || !second) throw new Error('fixture');
    const items = second.items.map((item) =>
      item.code === '2.2' ? { ...item, title: '题'.repeat(40_000) } : item,
    );
    const huge = { ...standard, sections: [first, { ...second, items }] };
    const book = reopen(await buildWorkbook(inputFor(huge, assessmentWith({ '2.1': entry }))));
    const texts = cellsOf(sheetOf(book, SCORE)).map(({ cell }) => String(cell.v ?? ''));
    const whole = texts.join('');
    expect(whole.split('久').length - 1).toBe(5000);
    // A few of the standard's own words have the character too.
    expect(whole.split('题').length - 1).toBeGreaterThanOrEqual(40_000);
    expect(whole).not.toContain('以下略');
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
    // Each row of it says whose it is.
    const rows = texts.filter((text) => text.includes('久久久'));
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.map((text) => text.slice(0, text.indexOf('】') + 1))).toEqual([
      '【2.1 自评说明】',
      ...rows.slice(1).map(() => '【2.1 自评说明（续）】'),
    ]);
  });
});

describe('printing', () => {
  test.each([
    ['reference', '参考标准（非官方），仅供自查，正式申报以官方文本为准'],
    ['custom', '自定义标准，仅供自查，正式申报以官方文本为准'],
    ['official', '正式标准（未与原件逐部分核对），仅供自查，正式申报以官方文本为准'],
  ] as const)(
    'the header says of a %s standard what it is, uncut however much it says of itself',
    async (authority, words) => {
      const standard = { ...standardWith(), authority, statement: '很长的一句话。'.repeat(60) };
      const parts = await partsOf(await buildWorkbook(inputFor(standard, assessmentWith())));
      const header = /<oddHeader>(.*?)<\/oddHeader>/s.exec(part(parts, 'xl/worksheets/sheet2.xml'))?.[1];
      expect(header).toBe(`&amp;C&amp;8&amp;KC00000 ${words}&amp;R&amp;12&amp;B&amp;KC00000 自查`);
    },
  );

  test('the row that compares with the line has room for two lines, before and after verifying', async () => {
    const xml = part(await partsOf(await buildWorkbook(plain())), 'xl/worksheets/sheet2.xml');
    const { row } = scoreCell(reopen(await buildWorkbook(plain())), '按参考标准比较', '自评分');
    const height = Number(new RegExp(`<row r="${row}"[^>]* ht="([0-9.]+)"`).exec(xml)?.[1]);
    expect(height).toBeGreaterThanOrEqual(32);
  });

  test('A4, one page wide, repeated head row, page numbers, absolute print areas', async () => {
    const parts = await partsOf(await buildWorkbook(plain()));
    const names = part(parts, 'xl/workbook.xml');
    SHEETS.forEach((name, index) => {
      const xml = part(parts, `xl/worksheets/sheet${index + 1}.xml`);
      expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(xml).toContain('第 &amp;P 页 共 &amp;N 页');
      expect(xml).toContain(
        name === '封面' ? 'orientation="portrait"' : 'orientation="landscape" fitToHeight="0"',
      );
      expect(xml).toContain('paperSize="9"');
      expect(names).toMatch(new RegExp(`'${name}'!\\$A\\$1:\\$[A-O]\\$\\d+`.replaceAll("'", '&apos;')));
      expect(names.includes(`&apos;${name}&apos;!$3:$3`)).toBe(name !== '封面');
      expect(xml.includes('state="frozen"')).toBe(name !== '封面');
      expect(/<oddHeader>(.*?)<\/oddHeader>/s.exec(xml)?.[1]?.length).toBeLessThan(256);
    });
    expect([...parts.keys()].some((name) => /externalLink|vba|macro/i.test(name))).toBe(false);
  });
});

it('every part is a stored plain file from noon of the revision’s day', async () => {
  const zip = await fromBufferPromise(Buffer.from(await buildWorkbook(plain())), { lazyEntries: true });
  const seen = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const { lastModFileDate: day, lastModFileTime: time, externalFileAttributes, compressionMethod } = entry;
    const date = [(day >> 9) + 1980, (day >> 5) & 15, day & 31, time >> 11, (time >> 5) & 63].join(' ');
    seen.add(`${date}, ${(externalFileAttributes >>> 16).toString(8)}, method ${compressionMethod}`);
  }
  expect([...seen]).toEqual(['2026 11 20 12 0, 100644, method 0']);
});

describe('same input, same bytes', () => {
  test('built again later', async () => {
    const first = await buildWorkbook(plain());
    await new Promise((done) => setTimeout(done, 2100)); // ZIP counts in steps of two seconds
    expect(Buffer.compare(first, await buildWorkbook(plain()))).toBe(0);
  });

  test('in any time zone and locale', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'workbook-zone-'));
    const script = join(folder, 'print.cjs');
    await build({
      stdin: {
        contents: `import { buildInwardWorkbook, buildWorkbook } from './electron/services/workbook/build.ts';
          import { assessmentWith, inputFor, standardWith } from './tests/unit/electron/services/workbook/fixture.ts';
          const built = buildWorkbook(inputFor(standardWith(), assessmentWith()));
          void built.then((bytes) => process.stdout.write(bytes));`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: script,
    });
    const digests = [
      { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' },
      { TZ: 'America/St_Johns', LC_ALL: 'C' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
    ].map((zone) => {
      const env = { PATH: process.env.PATH ?? '', ...zone };
      const bytes = execFileSync(process.execPath, [script], { env, maxBuffer: 1e8 });
      return createHash('sha256').update(bytes).digest('hex');
    });
    rmSync(folder, { recursive: true });
    expect(new Set(digests).size).toBe(1);
  });
});
