import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { read as readBook, utils } from 'xlsx';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSourceTables } from '../../../../../electron/services/import/read-source.ts';
import { commendedDocument } from '../../../../../electron/services/registers/commend/paper.ts';
import { buildCommended } from '../../../../../electron/services/registers/commend/workbook.ts';
import { campaignSchema } from '../../../../../shared/campaign/schema.ts';
import { proposeReading } from '../../../../../shared/registers/import/reading.ts';
import type { RegisterName } from '../../../../../shared/registers/kinds.ts';
import { type Year, yearSchema } from '../../../../../shared/registers/year/schema.ts';
import { repository } from '../../../../repository.ts';

const notice = campaignSchema.parse(
  JSON.parse(readFileSync('scoring-standards/campaigns/henan-biaoyang-2022.json', 'utf8')),
);
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const TITLE = '全省推进服务型行政执法建设表现突出的单位和个人推荐对象汇总表';
/** As the notice's own 附件3 heads them, line breaks left out. */
const UNITS = ['顺序', '单位全称', '单位(机构)级别'];
const PERSONS = ['顺序', '姓名', '单位全称', '处(科)室名称', '职务', '职级', '执法(监督)证件号'];

function yearOf(count: number): Year {
  const at = '2022-01-01T08:00:00Z';
  const rows = (of: (n: number) => object, from: number) =>
    Array.from({ length: count }, (_, n) => ({ id: id(from + n), fields: of(n + 1), files: [] }));
  return {
    ...yearSchema.parse({
      ...{
        version: 1,
        id: id(0),
        createdAt: at,
        updatedAt: at,
        title: '示例市2022年',
        unit: '示例市司法局',
        year: 2022,
      },
      recommending: { body: 'city', from: '', contact: '示例联系人', phone: '0000-0000' },
      registers: {
        commendedUnits: rows(
          (n) => ({ unit: `示例县第${n}行政执法大队`, rank: '正科级', note: '不进表' }),
          100,
        ),
        commendedPersons: rows(
          (n) => ({
            ...{ name: `示例${n}`, unit: '示例县市场监督管理局', office: '政策法规科', post: '科长' },
            ...{
              grade: '一级主任科员',
              card: `豫A${n + 1000}`,
              phone: '不进表的电话',
              idCard: '不进表的证号',
            },
          }),
          200,
        ),
      },
    }),
    commendationNotice: notice,
  };
}

/** The tables of a file, read back in the program's own way. */
async function tablesOf(name: string, bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'biaobing-commend-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, bytes);
  return readSourceTables(path, { signal: new AbortController().signal, spawnReader: undefined });
}

const textOf = (bytes: Buffer): string =>
  [
    ...(new PizZip(bytes).file('word/document.xml')?.asText() ?? '').matchAll(
      /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu,
    ),
  ]
    .map(([, text]) => text)
    .join('');

describe('推荐对象汇总表', () => {
  it.each([0, 1, 10])('has the columns of the notice in its order, and %i rows', async (count) => {
    const year = yearOf(count);
    const docx = await commendedDocument(repository, year, false);
    const book = readBook(await buildCommended(year, { withContact: false, today: '2022-10-01' }));
    for (const [name, heads] of [
      ['单位', UNITS],
      ['个人', PERSONS],
    ] as const) {
      const rows = utils.sheet_to_json<string[]>(book.Sheets[name]!, { header: 1, defval: '' });
      expect(rows[0]?.[0]).toBe(TITLE);
      expect(rows[1]?.[0]).toMatch(/^推荐单位：示例市司法局（印章）　+联系人：　+电话：　+$/u);
      expect(rows[2]).toEqual(heads);
      expect(rows.slice(3).map(([number]) => number)).toEqual(
        count === 0 ? [''] : Array.from({ length: count }, (_, n) => String(n + 1)),
      );
    }
    const text = textOf(docx);
    expect(text).toContain(TITLE);
    expect(text).toContain(`（印章）　　联系人：`);
    expect(text).toContain(UNITS.join(''));
    expect(text).toContain(PERSONS.join(''));
    expect(text).not.toMatch(/不进表|参考格式|示例联系人|0000/u);
    expect(text.includes('10示例10示例县市场监督管理局政策法规科科长一级主任科员豫A1010')).toBe(count === 10);
  });

  it('holds no ID number and no telephone that stands for the number of a card', async () => {
    const year = yearOf(40);
    const between = [' ', '\n', '\r\n', '　', '\t', '/', '、', '\u200b', '-'];
    const personal = ['410100199001011234', '13800001111', '0371-65900000'];
    const typed = [
      ...between.flatMap((each) => personal.map((number) => `豫A123456${each}${number}`)),
      ...['身份证410100199001011234豫A123456', '410100 19900101 1234', '138 0000 1111 豫A123456'],
    ];
    const cards = [...typed, '豫A 123456'];
    const persons = (year.registers.commendedPersons ?? []).slice(0, cards.length);
    expect(persons).toHaveLength(cards.length);
    for (const [at, { fields }] of persons.entries()) Object.assign(fields, { card: cards[at] });
    const tables = [
      ...(await tablesOf('表.docx', await commendedDocument(repository, year, false))),
      ...(await tablesOf('表.xlsx', await buildCommended(year, { withContact: false, today: '2022-10-01' }))),
    ];
    const digits = tables.flatMap(({ cells }) => cells.map(({ text }) => text.replace(/[^\dX豫A]/gu, '')));
    expect(digits.filter((text) => /410100|1380000|6590000/u.test(text))).toEqual([]);
    expect(digits.filter((text) => text === '豫A123456')).toHaveLength(2);
  });

  it('says who answers for it where that is asked for', async () => {
    const text = textOf(await commendedDocument(repository, yearOf(1), true));
    expect(text).toContain('联系人：示例联系人　　电话：0000-0000');
  });

  it.each<[RegisterName, number, readonly string[]]>([
    ['commendedUnits', 0, ['', 'unit', 'rank']],
    ['commendedPersons', 1, ['', 'name', 'unit', 'office', 'post', 'grade', 'card']],
  ])('is read again as %s', async (name, at, columns) => {
    const year = yearOf(3);
    const tables = [
      ...(await tablesOf('表.docx', await commendedDocument(repository, year, false))),
      ...(await tablesOf('表.xlsx', await buildCommended(year, { withContact: false, today: '2022-10-01' }))),
    ];
    expect(tables).toHaveLength(4);
    for (const table of [tables[at], tables[at + 2]]) {
      const reading = proposeReading(table!, name);
      expect(columns.map((_, column) => reading.columns[column] ?? '')).toEqual(columns);
    }
  });
});
