import fc from 'fast-check';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils, type WorkBook, write } from 'xlsx';
import { ruleFromCells } from '../../../../../electron/services/import/form/entries-from-grid.ts';
import { EXAMPLE } from '../../../../../electron/services/import/form/template-words.ts';
import { readImportFile } from '../../../../../electron/services/import/read-source.ts';
import { writeReportWorkbook } from '../../../../../electron/services/import/report-workbook.ts';
import {
  writeStandardTemplate,
  writeStandardWorkbook,
} from '../../../../../electron/services/import/standard-workbook.ts';
import { moduleOf, type Rule, RULE_LABELS, ruleSchema } from '../../../../../shared/standard/rules.ts';
import { basisOf } from '../../../../../shared/standard/basis.ts';
import { type Standard, standardForm } from '../../../../../shared/standard/schema.ts';
import { decode } from '../../../../../shared/stored-form.ts';
import { failureOf, readHere } from './reader.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'biaobing-form-'));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function imported(bytes: Uint8Array) {
  const path = join(folder, `${(count += 1)}.xlsx`);
  await writeFile(path, bytes);
  return readImportFile(path, { spawnReader: readHere });
}

/** What a spreadsheet program does: opens, changes cells, saves. */
async function changed(bytes: Uint8Array, change: (workbook: WorkBook) => void): Promise<Uint8Array> {
  const workbook = read(bytes, { type: 'buffer', cellNF: true });
  change(workbook);
  return Promise.resolve(write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
}

function set(workbook: WorkBook, sheet: string, address: string, text: string): void {
  workbook.Sheets[sheet]![address] = { t: 's', v: text };
}

/** Everything that a standard can say. */
const FULL: Standard = {
  ...EXAMPLE,
  id: 'full-standard',
  authority: 'official',
  documentNumber: '山政〔2026〕1号',
  issuer: '山水县人民政府办公室',
  check: {
    documentNumber: '山政〔2026〕1号',
    checkedBy: '考核办公室',
    date: '2026-11-01',
    parts: ['section 1'],
  },
  statement: '按原件录入',
  notApplicable: { rule: 'renormalise', scope: 'marked' },
  unitCategories: [
    { code: 'a', title: '一般单位' },
    { code: 'b', title: '窗口单位' },
  ],
  starBands: [
    { stars: 3, from: 800 },
    { stars: 5, from: 950 },
  ],
  facts: [
    { code: 'punish', title: '行政处罚职能', notAskedOf: ['a', 'b'] },
    { code: 'window', title: '对外窗口｜大厅', notAskedOf: [] },
  ],
  sources: [
    { document: '山政〔2026〕1号', title: '考核办法' },
    { document: '省一号', title: '甲｜乙', tier: 'province', note: '第一行\n第二行｜说明' },
    { document: '区一号', title: '丙', tier: 'district' },
    { document: '无级', title: '丁', note: '只有说明' },
    { document: '有竖线', title: '戊｜己' },
  ],
  notes: ['第一条。\n第二行。', '第二条。'],
  sections: [
    {
      code: '1',
      title: '一、制度',
      weight: 10_000,
      note: '先看原件',
      items: [
        {
          code: '1.10',
          title: '=不是公式',
          criterion: '首行，\n   缩进\n\t制表符与 空格 \n1-1',
          fullScore: 250,
          rule: { kind: 'award', step: 5 },
          evidence: [
            { title: '甲', required: true },
            { title: '乙\n第二行', required: false },
          ],
          methods: ['查阅资料', '实地查看'],
          basis: [
            { document: '山政〔2026〕1号', clause: '第三条' },
            { document: '另文', clause: '' },
          ],
          appliesTo: ['a'],
          needs: ['punish', 'window'],
          notApplicableWhen: '没有此项职能',
          notApplicableFor: ['a', 'b'],
          notApplicableBasis: [{ document: '山政〔2026〕1号', clause: '附注 2' }],
          own: '分档由本表编制者拟定',
          department: '甲科',
          deadline: '12月底',
          note: '备注',
        },
      ],
      sections: [
        {
          code: '1.2',
          title: '二级',
          fullScore: 100,
          items: [],
          sections: [
            {
              code: '1.2.1',
              title: '三级',
              sections: [],
              items: [
                {
                  code: '甲-1',
                  title: '累计',
                  criterion: '',
                  fullScore: 1000,
                  rule: { kind: 'checklist', points: [{ code: 'x', label: '有', points: 1000 }] },
                  evidence: [],
                  methods: [],
                  basis: [],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  penalty: {
    title: '扣分',
    entries: [
      {
        ...EXAMPLE.bonus!.entries[0]!,
        code: 'K1',
        counting: 'sum',
        cap: 300,
        consequence: '建议有关单位依纪依法追究责任',
      },
    ],
  },
  vetoes: [
    ...EXAMPLE.vetoes,
    { code: 'F2', title: '自拟', criterion: '有的', effect: 'notRated', own: true, basis: [] },
  ],
};

/** All that the first forms had no place for; blanks in texts are another test's. */
const WITH_NEW: Standard = {
  ...FULL,
  sections: FULL.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, criterion: '按情况' })),
  })),
};

const reference = async (): Promise<Standard> =>
  decode(
    standardForm,
    JSON.parse(
      await readFile('scoring-standards/standards/henan-service-enforcement-reference.json', 'utf8'),
    ),
  );

describe('a standard as a workbook', () => {
  it('comes back exactly where nobody touched it, also after another program saved it', async () => {
    for (const standard of [FULL, EXAMPLE, await reference()]) {
      const bytes = await writeStandardWorkbook(standard);
      for (const saved of [bytes, await changed(bytes, () => undefined)]) {
        const { form, tables } = await imported(saved);
        expect(form?.edited).toBe(false);
        const official = standard.authority === 'official';
        expect(form?.warnings.map(({ code }) => code)).toEqual(official ? ['officialEdited'] : []);
        expect(form?.standard).toEqual({ ...standard, check: undefined });
        expect(tables.map(({ name }) => name)).toStrictEqual(['标准信息', '评分项']);
      }
    }
  });

  it('is the same bytes for the same standard', async () => {
    expect(await writeStandardWorkbook(FULL)).toStrictEqual(await writeStandardWorkbook(FULL));
  });

  it('says everything in its visible cells: without the hidden sheet nothing is lost', async () => {
    for (const standard of [EXAMPLE, await reference(), WITH_NEW]) {
      const bytes = await changed(await writeStandardWorkbook(standard), (workbook) => {
        workbook.SheetNames.pop();
        delete workbook.Sheets['biaobing'];
        workbook.Workbook?.Sheets?.pop();
      });
      const { form } = await imported(bytes);
      expect(form?.edited).toBe(true);
      expect(form?.standard).toEqual({ ...standard, check: undefined });
      expect(form?.standard.check).toBeUndefined();
    }
  });

  it('is an unchecked one, and says so, wherever it says 正式标准', async () => {
    const untouched = await imported(await writeStandardWorkbook(FULL));
    expect(untouched.form?.edited).toBe(false);
    expect(untouched.form?.standard.check).toBeUndefined();
    expect(basisOf(untouched.form!.standard)).toBe('custom');
    expect(untouched.form?.warnings.map(({ message }) => message)).toEqual([
      '正式标准的内容须重新对照原件核对',
    ]);
  });

  it('of before, without the later columns, is read as it was', async () => {
    const former = await changed(await writeStandardWorkbook(EXAMPLE), (workbook) => {
      const sheet = workbook.Sheets['评分项']!;
      for (const address of Object.keys(sheet)) if (/^[Q-T]\d+$/.test(address)) delete sheet[address];
      workbook.SheetNames.pop();
      delete workbook.Sheets['biaobing'];
      workbook.Workbook?.Sheets?.pop();
    });
    const { form } = await imported(former);
    expect(form?.standard).toEqual(EXAMPLE);
  });

  it('names a veto whose 自拟内容 it does not understand', async () => {
    const bytes = await changed(await writeStandardWorkbook(FULL), (workbook) => {
      const sheet = workbook.Sheets['评分项']!;
      const last = utils.decode_range(sheet['!ref']!).e.r + 1;
      set(workbook, '评分项', `S${last}`, '也许');
    });
    expect((await failureOf(imported(bytes))).message).toContain('自拟内容写的是“也许”');
  });

  it('says of an item whatever a standard can say, in those cells alone', async () => {
    const bytes = await changed(await writeStandardWorkbook(FULL), (workbook) => {
      workbook.SheetNames.pop();
      delete workbook.Sheets['biaobing'];
      workbook.Workbook?.Sheets?.pop();
    });
    const { form } = await imported(bytes);
    expect(form?.standard).toMatchObject({
      sections: [
        {
          ...{ code: '1', title: '一、制度', weight: 10_000, note: '先看原件' },
          items: [
            {
              ...{ code: '1.10', title: '=不是公式', fullScore: 250, rule: { kind: 'award', step: 5 } },
              evidence: [{ title: '甲' }, { required: false }],
              methods: ['查阅资料', '实地查看'],
              basis: [{ document: '山政〔2026〕1号', clause: '第三条' }, { document: '另文' }],
              ...{ appliesTo: ['a'], notApplicableWhen: '没有此项职能' },
              ...{ department: '甲科', deadline: '12月底', note: '备注' },
            },
          ],
          sections: [
            { code: '1.2', title: '二级', fullScore: 100, sections: [{ code: '1.2.1', title: '三级' }] },
          ],
        },
      ],
      penalty: { title: '扣分', entries: [{ code: 'K1', counting: 'sum', cap: 300 }] },
    });
  });

  it('reads the words of former versions as well', async () => {
    const bytes = await changed(await writeStandardWorkbook(FULL), (workbook) => {
      const replaced = { 推荐分数线: '达标分', '（选备）': '（选交）' };
      let seen = 0;
      for (const cell of Object.values(workbook.Sheets).flatMap((sheet): unknown[] => Object.values(sheet))) {
        const { v } = (cell ?? {}) as { v?: unknown };
        if (typeof v !== 'string') continue;
        for (const [today, former] of Object.entries(replaced)) {
          if (!v.includes(today)) continue;
          Object.assign(cell as object, { v: v.replaceAll(today, former), h: undefined, r: undefined });
          seen += 1;
        }
      }
      expect(seen).toBeGreaterThan(1);
      workbook.SheetNames.pop();
      delete workbook.Sheets['biaobing'];
      workbook.Workbook?.Sheets?.pop();
      set(workbook, '标准信息', 'B9', '8.5分');
      expect((workbook.Sheets['标准信息']?.['A9'] as { v: unknown }).v).toBe('达标分');
    });
    const { form } = await imported(bytes);
    expect(form?.standard.passScore).toBe(850);
    expect(form?.standard.sections[0]?.items[0]?.evidence).toEqual(FULL.sections[0]?.items[0]?.evidence);
  });

  it('counts what a person changed in it, and says so', async () => {
    const bytes = await changed(await writeStandardWorkbook(FULL), (workbook) => {
      set(workbook, '标准信息', 'B2', '新名称');
      set(workbook, '评分项', 'D3', '3.5');
      set(workbook, '评分项', 'G3', RULE_LABELS.deduct);
      set(workbook, '评分项', 'H3', '每处扣0.5分，最多扣2分：缺材料\n每次扣0分，出现即零分：造假');
    });
    const { form } = await imported(bytes);
    const [item] = form!.standard.sections[0]!.items;
    expect(form!.standard.title).toBe('新名称');
    expect(item).toMatchObject({ code: '1.10', title: '=不是公式', fullScore: 350 });
    expect(item!.rule).toStrictEqual({
      kind: 'deduct',
      floor: 0,
      faults: [
        { code: '1', label: '缺材料', points: 50, unit: '处', cap: 200, zeroes: false },
        { code: '2', label: '造假', points: 0, unit: '次', zeroes: true },
      ],
    });
    expect(form!.standard.starBands).toStrictEqual(FULL.starBands);
    expect(form!.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['formEdited', 'officialEdited']),
    );
  });

  it('names the rows that it cannot read', async () => {
    const bytes = await changed(await writeStandardWorkbook(EXAMPLE), (workbook) => {
      set(workbook, '评分项', 'G3', '随便给分');
      set(workbook, '评分项', 'H4', '酌情扣分');
      set(workbook, '评分项', 'A5', '其他');
    });
    const { code, message } = await failureOf(imported(bytes));
    expect(code).toBe('import-form');
    for (const words of ['第 3 行', '随便给分', '第 4 行', '酌情扣分', '第 5 行'])
      expect(message).toContain(words);
    const noScore = await changed(await writeStandardWorkbook(EXAMPLE), (workbook) =>
      set(workbook, '评分项', 'D3', '三分'),
    );
    expect((await failureOf(imported(noScore))).message).toContain('1.1');
  });
});

it.each([
  ['２。5分', 250],
  ['\u200b2.5', 250],
  ['1，200', 120_000],
  ['8①', '“①”不是普通数字'],
  ['2,5', '逗号只用来分千位'],
  ['−1', '不能小于 0'],
])('reads 分值 %j as %j, by the reader of all numbers', async (written, read) => {
  const bytes = await changed(await writeStandardWorkbook(EXAMPLE), (workbook) => {
    set(workbook, '评分项', 'D3', written);
    for (const address of ['B8', 'B9']) set(workbook, '标准信息', address, '');
  });
  if (typeof read === 'string') expect((await failureOf(imported(bytes))).message).toContain(read);
  else expect((await imported(bytes)).form?.standard.sections[0]?.items[0]?.fullScore).toBe(read);
});

describe('the template', () => {
  it('is a standard itself, with drop-downs, and takes rows without numbers, identity or rule', async () => {
    const bytes = await writeStandardTemplate();
    expect((await imported(bytes)).form?.standard).toStrictEqual(EXAMPLE);
    const filled = await changed(bytes, (workbook) => {
      for (const address of ['B1', 'B8', 'B9']) set(workbook, '标准信息', address, '');
      utils.sheet_add_aoa(
        workbook.Sheets['评分项']!,
        [
          ['一级指标', '', '新指标'],
          ['评分项', '', '新项', '2.5', '', '做到得分'],
        ],
        { origin: 'A2' },
      );
    });
    const { standard } = (await imported(filled)).form!;
    expect(standard.sections[0]).toMatchObject({ code: '1', title: '新指标' });
    expect(standard.sections[0]!.items[0]).toMatchObject({ code: '1.1', title: '新项', fullScore: 250 });
    expect([standard.fullScore, standard.passScore]).toStrictEqual([950, 855]);
    expect(standard.id).toMatch(/^\d+-[0-9a-f]{8}$/);
  });

  it.each([
    ['rules', 'G3', [...Object.values(RULE_LABELS), '累计计分', '只计最高', '总分为0', '不得推荐']],
    ['rows', 'A3', ['一级指标', '四级指标', '评分项', '加分部分', '加分项', '扣分部分', '扣分项', '否决项']],
  ])('offers the kinds of %s by their Chinese names', async (_what, cell, labels) => {
    const { Workbook } = await import('@cj-tech-master/excelts');
    const workbook = new Workbook();
    await workbook.xlsx.load(Buffer.from(await writeStandardTemplate()));
    const validation = JSON.stringify(workbook.getWorksheet('评分项')!.getCell(cell).dataValidation);
    for (const label of labels) expect(validation).toContain(label);
  });
});

it('writes each source row into the report, as text', async () => {
  const at = (row: number, column: number) => ({ table: '1', row, column, isDeleted: false });
  const bytes = await writeReportWorkbook({
    file: '考核表.xlsx',
    tables: [{ id: '1', name: '表1' }],
    rows: [
      { table: '1', row: 1, fate: 'header', code: '', text: '序号 分值', reason: '表头' },
      { table: '1', row: 2, fate: 'item', code: '1', text: '=cmd()', reason: '评分项' },
    ],
    cells: [
      { ...at(1, 1), field: 'header', code: '', text: '序号' },
      { ...at(2, 1), field: 'criterion', code: '1', text: '=cmd()' },
      { ...at(2, 2), field: 'none', code: '', text: '+1' },
      { ...at(3, 28), field: 'name', code: '', text: '旧项', isDeleted: true },
    ],
  });
  const { 导入报告: rows, 各格去向: cells } = read(bytes, { type: 'buffer' }).Sheets;
  expect(utils.sheet_to_json(rows!, { header: 1 })).toStrictEqual([
    ['表', '行', '去向', '编号', '原文', '说明'],
    ['表1', 1, '表头', '', '序号 分值', '表头'],
    ['表1', 2, '评分项', '1', '=cmd()', '评分项'],
  ]);
  // What has no place comes first.
  expect(utils.sheet_to_json(cells!, { header: 1 })).toStrictEqual([
    ['表', '行', '栏', '原文', '成为', '编号'],
    ['表1', 2, 'B2', '+1', '没有写入标准', ''],
    ['表1', 1, 'A1', '序号', '表头', ''],
    ['表1', 2, 'A2', '=cmd()', '评分标准', '1'],
    ['表1', 3, 'AB3', '旧项', '名称（在“结构”一步里由经办人删除）', ''],
  ]);
  expect([rows!['E3'].f, cells!['D2'].f, cells!['D4'].f]).toStrictEqual([undefined, undefined, undefined]);
});

it('writes a report of more than the workbook library takes at once', async () => {
  const cells = Array.from({ length: 12_000 }, (_, at) => ({
    ...{ table: '1', row: at + 1, column: 1, field: 'criterion' as const, code: String(at) },
    ...{ text: `每缺${at}次扣1分，扣完为止`, isDeleted: false },
  }));
  const bytes = await writeReportWorkbook({ file: '大表.xlsx', tables: [], rows: [], cells });
  const lines = utils.sheet_to_json(read(bytes, { type: 'buffer' }).Sheets['各格去向']!, { header: 1 });
  expect(lines).toHaveLength(12_001);
}, 30_000);

describe('the words of a rule', () => {
  const label = fc
    .array(fc.constantFrom('甲', '乙', '，', '扣2分', '：', '5分：', '[1]', ' ', '\n', '每处', 'a'), {
      minLength: 1,
    })
    .map((parts) =>
      parts
        .join('')
        .replace(/\s*\n\s*/g, '\n')
        .trim(),
    )
    .filter((text) => text !== '');
  const points = fc.integer({ min: 0, max: 100_000 });
  const options = fc
    .array(fc.record({ label, points }), { minLength: 2, maxLength: 5 })
    .map((list) => list.map((option, index) => ({ code: `c${index}`, ...option })));
  const rule: fc.Arbitrary<Rule> = fc.oneof(
    points.map((step): Rule => ({ kind: 'award', step })),
    options.map((list): Rule => ({ kind: 'tiers', options: list })),
    options.map((list): Rule => ({ kind: 'checklist', points: list })),
    fc
      .tuple(
        options,
        fc.constantFrom('处', '人次', '份'),
        fc.option(points),
        fc.boolean(),
        fc.integer({ min: -5000, max: 5000 }),
      )
      .map(([list, unit, cap, zeroes, floor]): Rule => ({
        kind: 'deduct',
        floor,
        faults: list.map((fault) => ({ ...fault, unit, zeroes, ...(cap === null ? {} : { cap }) })),
      })),
    fc
      .tuple(label, label, points, fc.option(points))
      .map(([numerator, denominator, target, minimum]): Rule => ({
        kind: 'ratio',
        numerator,
        denominator,
        target,
        ...(minimum === null ? {} : { minimum }),
      })),
  );

  it('are read back as the same rule, whatever the labels hold', () => {
    fc.assert(
      fc.property(rule, (one) => {
        const json = ruleFromCells(RULE_LABELS[one.kind], moduleOf(one).table.write(one));
        expect(ruleSchema.parse(json)).toStrictEqual(one);
      }),
      { numRuns: 500 },
    );
  });
});
