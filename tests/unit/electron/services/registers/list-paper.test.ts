import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import PizZip from 'pizzip';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSourceTables } from '../../../../../electron/services/import/read-source.ts';
import { listDocument } from '../../../../../electron/services/registers/list-paper.ts';
import { proposeReading } from '../../../../../shared/registers/import/reading.ts';
import { readTable } from '../../../../../shared/registers/import-table.ts';
import { type RegisterName, registerOf } from '../../../../../shared/registers/kinds.ts';
import { allColumns } from '../../../../../shared/registers/year/columns.ts';
import { type Year, yearSchema } from '../../../../../shared/registers/year/schema.ts';
import { repository } from '../../../../repository.ts';

type Fields = Readonly<Record<string, string>>;
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const yearOf = (name: RegisterName, rows: readonly Fields[], forms?: Year['forms']): Year =>
  yearSchema.parse({
    ...{ version: 1, id: id(0), createdAt: '2026-01-01T08:00:00Z', updatedAt: '2026-01-01T08:00:00Z' },
    ...{ title: '示例局2026年', unit: '示例局', year: 2026, ...(forms && { forms }) },
    registers: { [name]: rows.map((fields, n) => ({ id: id(n + 1), fields, files: [] })) },
  });
const made = (year: Year, name: RegisterName, personal = false) =>
  listDocument(repository, year, { name, personal, today: '2026-11-29' });
const xmlOf = (bytes: Buffer): string => new PizZip(bytes).file('word/document.xml')?.asText() ?? '';
const textOf = (bytes: Buffer): string =>
  [...xmlOf(bytes).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join('|');
const rowsOf = (bytes: Buffer): string[] => xmlOf(bytes).match(/<w:tr[ >].*?<\/w:tr>/gsu) ?? [];

const PREVENTION = { point: '无照经营【#行】<&>', measures: '办理前告知。\n巡查时提醒。', state: '未落实' };

describe('a list on paper', () => {
  it.each<[RegisterName, Fields, string, string]>([
    [
      'prevention',
      PREVENTION,
      '2026年行政相对人法律风险防控清单',
      '工作要点 二6（风险点、防控措施）。其余栏目为参考格式。',
    ],
    [
      'dangers',
      { point: '文书送达', grade: '蓝', measures: '回证归档' },
      '2026年行政执法风险清单',
      '管防字〔2012〕40号 二（二）4（风险点、风险等级、防控措施）。',
    ],
  ])('of %s says whose it is, what asks for it, and what is ours', async (name, fields, title, basis) => {
    const text = textOf(await made(yearOf(name, [fields]), name));
    expect(text).toContain(title);
    expect(text).toContain('单位：示例局　　共 1 项　　制表日期：2026-11-29');
    expect(text).toContain(basis);
  });

  it.each([1, 30, 200])('holds every one of %i rows, read back as they were', async (count) => {
    const rows = Array.from({ length: count }, (_, n) => ({
      ...{
        point: `风险${n}`,
        case: '情形'.repeat(40),
        measures: `措施${n}。\n`.repeat(n === 3 ? 200 : 1 + (n % 9)).trim(),
      },
      ...{ office: '法制科', state: '落实中', due: '2026-12-31' },
    }));
    const year = yearOf('prevention', rows);
    const folder = await mkdtemp(join(tmpdir(), 'biaobing-list-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, '清单.docx');
    await writeFile(path, await made(year, 'prevention'));
    const [table] = await readSourceTables(path, {
      signal: new AbortController().signal,
      spawnReader: undefined,
    });
    const columns = allColumns(year, 'prevention');
    const found = readTable(table!, 'prevention', {
      ...{ reading: proposeReading(table!, 'prevention', columns), year: 2026, columns },
      ...{ known: year.registers['prevention']!, newId: () => id(9999) },
    });
    expect(found).toMatchObject({ entries: [], same: [], twins: [] });
    expect(found.left).toHaveLength(count);
  });

  it('repeats its head, lies across A4, and parts no row but a long one', async () => {
    const bytes = await made(
      yearOf('prevention', [PREVENTION, { ...PREVENTION, measures: '提醒。\n'.repeat(60) }]),
      'prevention',
    );
    const [head, short, long, more] = rowsOf(bytes);
    expect(more).toBeUndefined();
    expect(head).toContain('<w:tblHeader/>');
    expect([short, long].map((row) => row?.includes('<w:cantSplit/>'))).toEqual([true, false]);
    expect(xmlOf(bytes)).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    const widths = [...xmlOf(bytes).matchAll(/<w:gridCol w:w="(\d+)"\/>/gu)].map(([, width]) =>
      Number(width),
    );
    const sum = widths.reduce((all, width) => all + width, 0);
    expect(sum).toBeLessThanOrEqual(14_230);
    expect(sum).toBeGreaterThan(14_200);
    expect(textOf(bytes)).toContain('无照经营【#行】&lt;&amp;&gt;');
  });

  it('has the columns of the office in which something stands, personal ones only where asked for', async () => {
    const OWN = { key: id(91), label: '联系人', kind: 'text' as const, personal: true as const };
    const forms = {
      prevention: [{ key: 'point', label: '风险事项' }, { key: 'office', hidden: true }, OWN],
    };
    const year = yearOf('prevention', [{ ...PREVENTION, office: '法制科', [id(91)]: '某人' }], forms);
    const heads = async (personal: boolean) => {
      const bytes = await made(year, 'prevention', personal);
      const [head = ''] = rowsOf(bytes);
      return {
        text: textOf(bytes),
        head: head
          .replace(/<[^>]*>/gu, ' ')
          .split(/\s+/u)
          .filter(Boolean),
      };
    };
    const without = await heads(false);
    expect(without.head).toEqual(['序号', '风险事项', '防控措施', '落实情况']);
    expect(without.text).toContain('个人信息（联系人）未导出　　不显示的栏目（责任科室）有内容，未导出');
    // The document knows nothing of what the office calls its column.
    expect(without.text).toContain('工作要点 二6（风险点、防控措施）。其余栏目按本单位的格式。');
    expect(without.text).not.toContain('某人');
    const whole = await heads(true);
    expect(whole.head).toContain('联系人');
    expect(whole.text).toContain('某人');
  });

  it('of nothing says so, without a table', async () => {
    const bytes = await made(yearOf('dangers', []), 'dangers');
    expect(textOf(bytes)).toContain('还没有登记。');
    expect(rowsOf(bytes)).toEqual([]);
  });

  it('comes from the template that its script makes', async () => {
    const { makePapers } = (await import(pathToFileURL(join(repository, 'build/make-papers.mjs')).href)) as {
      makePapers: () => Promise<ReadonlyMap<string, Buffer>>;
    };
    const shipped = readFileSync(join(repository, 'scoring-standards/templates/papers/list.docx'));
    expect((await makePapers()).get('list.docx')?.equals(shipped)).toBe(true);
  });

  it('is what each kind with a paper has a title for', () => {
    expect(['prevention', 'dangers'].map((name) => registerOf(name as RegisterName).paper)).toEqual([
      '行政相对人法律风险防控清单',
      '行政执法风险清单',
    ]);
  });
});
