import { utils, write } from 'xlsx';
import { describe, expect, it } from 'vitest';
import { parseSheets } from '../../../../electron/services/import/parse/sheets.ts';
import { duesIn, weekOf } from '../../../../shared/registers/due.ts';
import { proposeReading } from '../../../../shared/registers/import/reading.ts';
import type { RegisterName } from '../../../../shared/registers/kinds.ts';
import { reportFigures } from '../../../../shared/registers/report-figures.ts';
import { rowsWords } from '../../../../shared/registers/year-rows.ts';
import { afterSame } from '../../../../shared/registers/year/placing.ts';
import { type Year, yearSchema } from '../../../../shared/registers/year/schema.ts';
import { read } from './office-table.ts';

type Fields = Readonly<Record<string, string>>;
type Rows = readonly (readonly string[])[];

/** A table as an office's own .xlsx has it. `merged`: A3:A5. */
function sheetOf(rows: Rows, merged: readonly string[] = []) {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merged.map((range) => utils.decode_range(range));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '清单');
  const [table] = parseSheets(Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array));
  return table!;
}

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const yearOf = (register: RegisterName, rows: readonly Fields[]): Year =>
  yearSchema.parse({
    ...{ version: 1, id: id(0), createdAt: '2026-01-01T08:00:00Z', updatedAt: '2026-01-01T08:00:00Z' },
    ...{ title: '示例局2026年', unit: '示例局', year: 2026 },
    registers: { [register]: rows.map((fields, n) => ({ id: id(n + 1), fields, files: [] })) },
  });

describe('the head of an office’s list', () => {
  it.each<[RegisterName, readonly string[], readonly string[]]>([
    [
      'prevention',
      ['序号', '风险点', '违法情形', '法律依据', '法律后果', '防控措施', '责任科室', '备注'],
      ['', 'point', 'case', 'basis', 'consequence', 'measures', 'office', 'note'],
    ],
    [
      'prevention',
      ['序号', '违法行为', '表现形式', '法律依据', '法律责任', '防范措施', '责任部门'],
      ['', 'point', 'case', 'basis', 'consequence', 'measures', 'office'],
    ],
    [
      'prevention',
      ['序号', '风险点', '风险描述', '法律依据', '处罚依据', '防控建议', '责任单位'],
      ['', 'point', 'case', 'basis', 'consequence', 'measures', 'office'],
    ],
    [
      'prevention',
      ['风险点', '违法行为', '处罚依据', '法律责任', '防范建议', '牵头科室'],
      ['point', 'case', 'basis', 'consequence', 'measures', 'office'],
    ],
    ['prevention', ['风险描述', '违法情形', '防控要点'], ['point', 'case', 'measures']],
    ['prevention', ['违法行为', '防控措施'], ['point', 'measures']],
    [
      'prevention',
      ['法律风险点', '风险防控措施', '是否征求意见', '反馈意见', '落实情况', '完成时限', '落实时间'],
      ['point', 'measures', 'asked', 'opinions', 'state', 'due', 'doneOn'],
    ],
    [
      'dangers',
      ['序号', '执法环节', '风险点', '风险等级', '防控措施', '责任科室', '评估日期'],
      ['', 'stage', 'point', 'grade', 'measures', 'office', 'assessed'],
    ],
    [
      'dangers',
      ['序号', '岗位名称', '风险描述', '风险级别', '防范措施', '责任部门', '排查时间'],
      ['', 'stage', 'point', 'grade', 'measures', 'office', 'assessed'],
    ],
    [
      'dangers',
      ['权力事项', '风险表现形式', '等级', '防控办法', '责任单位', '整改时限', '整改情况'],
      ['stage', 'point', 'grade', 'measures', 'office', 'due', 'state'],
    ],
  ])('%s: %j', (name, head, codes) => {
    const table = sheetOf([['2026年清单'], [...head], head.map((_, at) => `甲${at}`)]);
    const { header, columns } = proposeReading(table, name);
    expect(header).toBe(1);
    expect(head.map((_, at) => columns[at] ?? '')).toEqual(codes);
  });

  it.each<[string, string, Fields]>([
    ['落实情况', '√', { state: '已落实' }],
    ['落实情况', '正在落实', { state: '落实中' }],
    ['是否征求意见', '是', { asked: '已征求' }],
    ['是否征求意见', '征求意见中', { asked: '征求中' }],
    ['落实期限', '12月31日', { due: '2026-12-31' }],
    ['落实日期', '2026.3.5', { doneOn: '2026-03-05' }],
    ['落实期限', '2026年10月31日前', { due: '2026年10月31日前' }],
    ['落实期限', '年底前', { due: '年底前' }],
    ['落实期限', '全年', { due: '全年' }],
  ])('a cell of %s: %s', (heading, text, fields) => {
    const table = sheetOf([
      ['风险点', heading],
      ['无证经营', text],
    ]);
    const { entries, odd } = read(table, 'prevention');
    expect(entries[0]?.fields).toEqual({ point: '无证经营', ...fields });
    expect(odd).toEqual([]);
  });
});

describe('a risk over three rows of measures', () => {
  const ROWS: Rows = [
    ['行政相对人法律风险防控清单', '', '', '', ''],
    ['序号', '风险点', '违法行为', '防控措施', '责任科室'],
    ['1', '无照经营', '未领取营业执照从事经营', '办理前告知', '登记科'],
    ['', '', '', '巡查时提醒', '执法科'],
    ['', '', '', '到期前提示', '登记科'],
    ['2', '占道经营', '擅自占用道路', '划定区域', '执法科'],
    ['合计', '2', '', '', ''],
  ];
  const table = sheetOf(ROWS, ['A1:E1', 'A3:A5', 'B3:B5', 'C3:C5']);

  it('is said of each of them', () => {
    const { entries, left } = read(table, 'prevention');
    const said = { point: '无照经营', case: '未领取营业执照从事经营' };
    expect(entries.map(({ fields }) => fields)).toEqual([
      { ...said, measures: '办理前告知', office: '登记科' },
      { ...said, measures: '巡查时提醒', office: '执法科' },
      { ...said, measures: '到期前提示', office: '登记科' },
      { point: '占道经营', case: '擅自占用道路', measures: '划定区域', office: '执法科' },
    ]);
    expect(left).toEqual([{ row: 7, reason: '合计行' }]);
  });

  it('taken in once more adds nothing; a measure that was changed is that of its risk', () => {
    const { entries } = read(table, 'prevention');
    expect(read(table, 'prevention', entries)).toMatchObject({ entries: [], same: [], twins: [] });
    const changed = ROWS.map((row) => row.map((text) => text.replace('巡查时提醒', '巡查时书面提醒')));
    const again = read(sheetOf(changed, ['A1:E1', 'A3:A5', 'B3:B5', 'C3:C5']), 'prevention', entries);
    expect(again.entries).toEqual([]);
    expect(again.same).toMatchObject([
      { row: 4, changes: [{ code: 'measures', from: '巡查时提醒', to: '巡查时书面提醒' }] },
    ]);
  });

  it('is one risk in a report, whose rows need no day', () => {
    const { entries } = read(table, 'prevention');
    const rows = entries.map(({ fields }, at) => ({ ...fields, ...(at === 0 && { state: '已落实' }) }));
    const [ledger] = reportFigures(yearOf('prevention', rows), '2026-12-31');
    expect(ledger?.figures.map(({ sentence }) => sentence)).toEqual([
      '2026年梳理行政相对人法律风险点2个。',
      '2026年法律风险防控清单登记的4项防控措施中，已落实1项，占25.00%。',
    ]);
    expect(rowsWords(ledger!)).toBe('法律风险防控清单共4行，列在当年的4行');
  });
});

describe('a row of a list', () => {
  const HEAD = ['风险点', '违法情形', '防控措施'];
  const known = (rows: Rows, head = HEAD) => read(sheetOf([head, ...rows]), 'prevention').entries;

  it.each<[string, Rows, Rows, number, number]>([
    ['of the same risk is likely it', [['甲', '一', '提示']], [['甲', '二', '约谈']], 1, 0],
    ['of another risk in the same case is not', [['甲', '一', '提示']], [['乙', '一', '约谈']], 0, 1],
    ['that has a risk is none without', [['', '一', '提示']], [['乙', '一', '约谈']], 0, 1],
    ['without a risk is known by its case', [['', '一', '提示']], [['', '一', '约谈']], 1, 0],
    [
      'of 同上 is known by its case',
      [
        ['甲', '二', ''],
        ['同上', '一', '提示'],
      ],
      [['同上', '一', '约谈']],
      1,
      0,
    ],
  ])('%s', (_, before, rows, same, fresh) => {
    const found = read(sheetOf([HEAD, ...rows]), 'prevention', known(before));
    expect([found.same.length, found.entries.length]).toEqual([same, fresh]);
  });

  it('of a table without 风险点 is known by its 违法情形, and nothing is missing in it', () => {
    const head = ['违法情形', '防控措施'];
    const first = read(sheetOf([head, ['一', '提示'], ['二', '约谈']]), 'prevention');
    expect(first).toMatchObject({ odd: [], entries: [{}, {}] });
    const filled = first.entries.map((entry) => ({ ...entry, fields: { ...entry.fields, state: '已落实' } }));
    const again = read(sheetOf([head, ['一', '提示'], ['二', '巡查']]), 'prevention', filled);
    expect(again).toMatchObject({ entries: [], same: [{ row: 3 }], left: [{ row: 2 }] });
  });

  it('that is new comes behind the last one of its risk', () => {
    const entry = (n: number, point: string) => ({ id: id(n), fields: { point }, files: [] });
    const before = [entry(1, '甲'), entry(2, '甲'), entry(3, '乙'), entry(4, '同上')];
    const fresh = [entry(5, '甲。'), entry(6, '丙'), entry(7, '同上'), entry(8, '甲')];
    expect(afterSame('prevention', fresh, before)).toEqual({ [id(5)]: id(2), [id(8)]: id(2) });
    expect(afterSame('guidance', fresh, before)).toEqual({});
  });

  it('without what it is of is told', () => {
    const table = sheetOf([HEAD, ['甲', '一', '提示'], ['', '', '约谈'], ['〃', '二', '巡查']]);
    expect(read(table, 'prevention').odd).toEqual([
      { row: 3, reason: '没有风险点，照样登记，请补填' },
      { row: 4, reason: '风险点“〃”没有写明，请补填' },
    ]);
    const merged = sheetOf([HEAD, ['甲', '一', '提示'], ['', '', '约谈']], ['A2:A3']);
    expect(read(merged, 'prevention').odd).toEqual([]);
  });
});

describe('what a list says for a report', () => {
  const said = (name: RegisterName, rows: readonly Fields[]) =>
    reportFigures(yearOf(name, rows), '2026-06-10')[0]!;

  it.each<[readonly string[], number]>([
    [['无照经营', '无照经营。', '（无照经营）', ' 无 照 经 营'], 1],
    [['无照经营', '同上', '—', '〃', '“”', '（同上）', '/', '同上。'], 1],
    [['同上', '无'], 0],
    [['未报批（一）', '未报批（二）'], 2],
  ])('counts the risks of %j once each', (points, count) => {
    const { figures } = said(
      'prevention',
      points.map((point) => ({ point, measures: '提示' })),
    );
    expect(figures[0]).toMatchObject({ sentence: `2026年梳理行政相对人法律风险点${count}个。` });
  });

  it.each<[RegisterName, string]>([
    ['prevention', 'doneOn'],
    ['dangers', 'assessed'],
  ])('of %s counts every row, whatever its day', (name, code) => {
    const days = ['2025-12-30', '2027-01-02', '2026-06-11', '2026年6月', '上旬', ''];
    const rows = days.map((day, at) => ({ point: `风险${at}甲`, state: '未落实', [code]: day }));
    const ledger = said(name, rows);
    expect(ledger).toMatchObject({ rows: 6, counted: 6, undated: 0, elsewhere: 0, ahead: 0, unsure: 0 });
    expect(ledger.figures[0]?.numerator.count).toBe(6);
    expect(rowsWords(ledger)).toContain('共6行，列在当年的6行');
    expect(rowsWords(ledger)).not.toContain('没有算；');
  });

  it('takes what is carried out for that, whatever its 落实期限; of a day to come it says so', () => {
    const done = { point: '甲', state: '已落实', due: '2026-12-31' };
    expect(rowsWords(said('prevention', [done]))).toBe('法律风险防控清单共1行，列在当年的1行');
    const ahead = said('prevention', [{ ...done, doneOn: '2026-12-01' }]);
    expect(rowsWords(ahead)).toContain('1行的“落实日期”在今天以后，这个日期不算，请核对');
    expect(ahead.figures[1]?.sentence).toContain('已落实1项');
  });

  it('asks about no 落实期限 that names no day on purpose', () => {
    const dues = ['2026年10月31日前', '年底前', '全年', '长期', '尽快'];
    const { strange } = said(
      'prevention',
      dues.map((due) => ({ point: '甲', due })),
    );
    expect(strange).toEqual([{ label: '落实期限', count: 1 }]);
  });
});

describe('what a list asks for', () => {
  const TODAY = '2026-06-10';
  it.each<[Fields, string, string]>([
    [{ due: '2026-06-08', state: '未落实' }, '落实期限已过期2天', 'late'],
    [{ due: '2026-06-10' }, '落实期限今天到期', 'soon'],
    [{ due: '2026-06-17', state: '落实中' }, '落实期限还有7天', 'soon'],
    [{ due: '2026-06-18' }, '', 'calm'],
    [{ due: '2026年5月' }, '落实期限已过期10天', 'late'],
    [{ due: '2026年6月9日前' }, '落实期限已过期1天', 'late'],
    [{ due: '2026-6-12前' }, '落实期限还有2天', 'soon'],
    [{ due: '年底前' }, '', 'calm'],
    [{ due: '2025年底' }, '落实期限已过期161天', 'late'],
    [{ due: '全年', state: '未落实' }, '', 'calm'],
    [{ due: '2026年1月至12月' }, '', 'calm'],
    [{ due: '长期坚持' }, '', 'calm'],
    [{ due: '尽快' }, '落实期限看不出是哪一天，请核对', 'soon'],
    [{}, '', 'calm'],
    [{ state: '未落实' }, '', 'calm'],
    [{ due: '2026-06-08', state: '已落实' }, '', 'calm'],
    [{ due: '2026-06-08', doneOn: '2026-06-01' }, '', 'calm'],
    [{ due: '2026-06-08', state: '落实中', doneOn: '2026-06-01' }, '落实期限已过期2天', 'late'],
    [{ state: '已落实', doneOn: '2026-06-11' }, '落实日期在今天以后，请核对', 'soon'],
  ])('%j: %s', (fields, words, tone) => {
    for (const name of ['prevention', 'dangers'] as const) {
      const year = yearOf(name, [{ point: '无照经营', ...fields }]);
      expect(duesIn(year, name, TODAY)(year.registers[name]![0]!)).toEqual({ words, tone });
      expect(weekOf(year, TODAY).map(({ title }) => title)).toEqual(tone === 'calm' ? [] : ['无照经营']);
    }
  });

  it('of the agency’s own risks the grades are any words', () => {
    const table = sheetOf([
      ['风险点', '风险等级'],
      ['文书送达', '一般（蓝）'],
    ]);
    expect(read(table, 'dangers')).toMatchObject({
      odd: [],
      entries: [{ fields: { grade: '一般（蓝）' } }],
    });
  });
});
