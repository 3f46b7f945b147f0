import { describe, expect, it } from 'vitest';
import { edited, mergeValues, shownDifference } from '../../../../shared/document.ts';
import type { Entry } from '../../../../shared/registers/entry.ts';
import type { LedgerName } from '../../../../shared/registers/kinds.ts';
import {
  carriedTables,
  copiedTable,
  countTable,
  periodIn,
  periodsOf,
  tableTitle,
  titleDoubt,
} from '../../../../shared/registers/stat-table.ts';
import { formOf } from '../../../../shared/registers/year/columns.ts';
import { yearDocument } from '../../../../shared/registers/year/document.ts';
import type { YearEdit } from '../../../../shared/registers/year/edits.ts';
import type { ColumnForm } from '../../../../shared/registers/year/forms.ts';
import { type Year, yearSchema } from '../../../../shared/registers/year/schema.ts';
import type { StatLine, StatTable } from '../../../../shared/registers/year/tables.ts';

const NOW = '2026-11-28T08:00:00.000Z';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const OWN = id(91);
const entries = (...rows: readonly Record<string, string>[]): Entry[] =>
  rows.map((fields, n) => ({ id: id(n + 1), fields: { matter: `事项${n}`, ...fields }, files: [] }));
const yearWith = (register: LedgerName, rows: readonly Record<string, string>[]): Year => ({
  ...{ version: 1, id: id(0), createdAt: NOW, updatedAt: NOW, title: '示例局2026年' },
  ...{ unit: '示例局', category: '', year: 2026, fills: [], registers: { [register]: entries(...rows) } },
});
const line = (n: number, part: Partial<StatLine>): StatLine => ({
  ...{ id: id(50 + n), label: `指标${n}`, by: 'all', column: '', called: '', word: '', value: '' },
  ...part,
});
const table = (register: LedgerName, ...lines: readonly Partial<StatLine>[]): StatTable => ({
  ...{ id: id(40), register, title: '季度报表', from: '2026-01-01', to: '2026-03-31' },
  lines: lines.map((part, n) => line(n, part)),
});
const made = (year: Year, ...edits: readonly YearEdit[]): Year =>
  edits.reduce((now, edit) => edited(yearDocument, now, edit, { context: undefined, now: NOW }), year);
const formed = (year: Year, register: LedgerName, changes: readonly ColumnForm[]): Year => {
  const form = formOf(year, register).filter(({ key }) => !changes.some((each) => each.key === key));
  return made(year, { kind: 'setForm', register, columns: [...form, ...changes] });
};
const shown = (year: Year, of: StatTable) =>
  countTable(year, of).lines.map(({ number, note }) => [number, note]);

describe('the numbers of a 统计表', () => {
  it('are of the days of its period, the first and the last among them; the rest is told', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01', '三月', ''];
    const year = yearWith(
      'mediation',
      days.map((day) => ({ day })),
    );
    const counted = countTable(year, table('mediation', { by: 'all' }));
    expect(counted.lines).toMatchObject([{ number: '2', how: '全部件数', note: '', isOpen: false }]);
    expect(counted.rule).toBe(
      '按“受理日期”一栏计入统计期间；期间内 2 件；期间以外的 2 件没有计入；2 件的日期空着或者认不出，没有计入，请核对。',
    );
    // By the day that the office calls otherwise.
    const renamed = formed(year, 'mediation', [{ key: 'day', label: '收案日期' }]);
    expect(countTable(renamed, table('mediation')).rule).toContain('按“收案日期”一栏计入');
  });

  it.each([
    ['', '', '还没有填统计期间'],
    ['2026-01-01', '', '还没有填统计期间'],
    ['2026-02-30', '2026-03-01', '还没有填统计期间'],
    ['2026-03-31', '2026-01-01', '起始日期晚于截止日期'],
  ])('are none from %j to %j, but what was typed stays', (from, to, problem) => {
    const year = yearWith('mediation', [{ day: '2026-02-01' }]);
    const of = { ...table('mediation', { by: 'all' }, { by: 'typed', value: '12.5' }), from, to };
    expect(countTable(year, of).problem).toBe(problem);
    expect(shown(year, of)).toEqual([
      ['', problem],
      ['12.5', ''],
    ]);
  });

  it('count a word, add up whole numbers and say what was left out', () => {
    const day = '2026-02-01';
    const year = yearWith('outreach', [
      { day, kind: '微宣讲', where: ' 甲镇 ', people: '30' },
      { day, kind: '微宣讲', where: '乙镇', people: '20人次' },
      { day, kind: '座谈', where: '甲镇', people: '约40' },
      { day, kind: '培训', people: '' },
      { day: '2026-05-01', kind: '微宣讲', people: '99' },
    ]);
    const word = (column: string, each: string) =>
      ({ by: 'word', column, word: each, called: column }) as const;
    const of = table(
      'outreach',
      ...[word('kind', '微宣讲'), word('kind', '报道'), word('kind', '座谈'), word('where', '甲镇')],
      ...[{ by: 'sum', column: 'people' } as const, { by: 'typed', value: '' } as const],
    );
    expect(shown(year, of)).toEqual([
      ['2', ''],
      ['0', ''],
      ['1', '“座谈”不在“类别”的选项里，按 1 次的写法计'],
      ['2', ''],
      ['50', '1 次没有填；1 次填的不是整数（“约40”），没有加'],
      ['', '还没有填写'],
    ]);
    expect(countTable(year, of).lines.map(({ how }) => how)).toEqual([
      ...['“类别”是“微宣讲”的次数', '“类别”是“报道”的次数', '“类别”是“座谈”的次数'],
      ...['“地点、媒体”是“甲镇”的次数', '“人数”的合计', '本单位填写'],
    ]);
  });

  it('read numbers as people write them, in one way', () => {
    const day = '2026-02-01';
    const people = [
      '1,200',
      '１，２００',
      '1 200 人次',
      '1\u00a0200',
      '200次',
      '12,00',
      '1 20',
      '3.5',
      '若干',
    ];
    const year = yearWith(
      'outreach',
      people.map((each) => ({ day, people: each })),
    );
    expect(shown(year, table('outreach', { by: 'sum', column: 'people' }))).toEqual([
      ['5000', '4 次填的不是整数（“12,00”“1 20”“3.5”等），没有加'],
    ]);
  });

  it('are of a month without a day where all of the month is in the period, and else say so', () => {
    const year = yearWith(
      'mediation',
      ['2026.3', '2026年2月份', '2026-04', '2026-03-30 至 2026-04-02'].map((day) => ({ day })),
    );
    const of = table('mediation', { by: 'all' });
    expect(shown(year, of)).toEqual([['3', '']]);
    expect(countTable(year, of).rule).toContain('期间内 3 件；期间以外的 1 件没有计入。');
    const until = { ...of, to: '2026-03-15' };
    expect(shown(year, until)).toEqual([['1', '']]);
    expect(countTable(year, until).rule).toContain(
      '期间以外的 2 件没有计入；1 件只写到月，期间只有那个月的一部分，没有计入，请补日期。',
    );
  });

  it('say of a column or a choice that is gone that it is, and never 0', () => {
    const day = '2026-02-01';
    const own: ColumnForm = { key: OWN, label: '涉及人数', kind: 'count' };
    const kept = formed(yearWith('mediation', [{ day, [OWN]: '3' }]), 'mediation', [
      own,
      { key: 'result', choices: ['撤回申请'] },
    ]);
    const of = table(
      'mediation',
      { by: 'sum', column: OWN, called: '涉及人数' },
      { by: 'word', column: 'result', called: '调解结果', word: '撤回申请' },
      { by: 'sum' },
      { by: 'word', column: 'result', called: '调解结果' },
    );
    const open = [
      ['', '还没有选栏目'],
      ['', '还没有选栏目和词'],
    ];
    expect(shown(kept, of)).toEqual([['3', ''], ['0', ''], ...open]);
    const restore: YearEdit = { kind: 'setForm', register: 'mediation', columns: [] };
    // What has content is still there, and counted.
    expect(shown(made(kept, restore), of)[0]).toEqual(['3', '']);
    const emptied = { ...kept, registers: { mediation: entries({ day }) } };
    const gone = made(emptied, restore);
    expect(shown(gone, of)).toEqual([
      ['', '“涉及人数”一栏没有了，请重新选'],
      ['', '“调解结果”的选项里没有“撤回申请”了，请重新选'],
      ...open,
    ]);
    expect(countTable(gone, of).lines.every(({ isOpen }) => isOpen)).toBe(true);
    const words = formed(kept, 'mediation', [{ ...own, kind: 'text' }]);
    expect(shown(words, of)[0]).toEqual(['', '“涉及人数”现在不是整数栏，请重新选']);
    // A hidden one is there.
    const hidden = formed(kept, 'mediation', [{ ...own, hidden: true }]);
    expect(shown(hidden, of)[0]).toEqual(['3', '']);
  });
});

describe('periods', () => {
  it('are quarters, halves, the year and its months', () => {
    expect(periodsOf(2028).map(({ name, from, to }) => `${name} ${from} ${to}`)).toEqual(
      expect.arrayContaining([
        ...['第一季度 2028-01-01 2028-03-31', '第二季度 2028-04-01 2028-06-30'],
        ...['第四季度 2028-10-01 2028-12-31', '上半年 2028-01-01 2028-06-30'],
        ...['下半年 2028-07-01 2028-12-31', '全年 2028-01-01 2028-12-31', '2月 2028-02-01 2028-02-29'],
      ]),
    );
    expect(periodIn(2026, { from: '2026-02-01', to: '2026-02-28' })?.name).toBe('2月');
    expect(periodIn(2026, { from: '2026-02-01', to: '2026-02-27' })).toBe(undefined);
  });

  it.each([
    ['2026-01-01', '2026-03-31', '第一季度统计', ['2026-04-01', '2026-06-30', '第二季度统计']],
    ['2026-01-01', '2026-06-30', '上半年统计', ['2026-07-01', '2026-12-31', '下半年统计']],
    ['2026-09-01', '2026-09-30', '统计', ['2026-10-01', '2026-10-31', '统计']],
    ['2026-01-01', '2026-03-31', '2026年一季度统计', ['2026-04-01', '2026-06-30', '2026年二季度统计']],
    ['2026-01-01', '2026-03-31', '第1季度统计', ['2026-04-01', '2026-06-30', '第2季度统计']],
    ['2026-04-01', '2026-06-30', '2026年２季度', ['2026-07-01', '2026-09-30', '2026年3季度']],
    ['2026-09-01', '2026-09-30', '2026年9月份统计', ['2026-10-01', '2026-10-31', '2026年10月份统计']],
    ['2026-10-01', '2026-10-31', '十月统计', ['2026-11-01', '2026-11-30', '十一月统计']],
    ['2026-04-01', '2026-06-30', '一季度对比表', ['2026-07-01', '2026-09-30', '一季度对比表']],
    ['2026-10-01', '2026-12-31', '第四季度统计', ['', '', '第四季度统计']],
    ['2026-01-01', '2026-12-31', '全年统计', ['', '', '全年统计']],
    ['2026-01-26', '2026-02-25', '统计', ['', '', '统计']],
  ])('of a copy of %s to %s: the one that follows, where there is one', (from, to, title, next) => {
    let n = 70;
    const of = { ...table('mediation', { by: 'typed', value: '7' }, { by: 'all' }), from, to, title };
    const copy = copiedTable(of, { year: 2026, newId: () => id((n += 1)) });
    expect([copy.from, copy.to, copy.title]).toEqual(next);
    expect(copy.lines).toEqual([
      { ...of.lines[0], id: copy.lines[0]?.id, value: '' },
      { ...of.lines[1], id: copy.lines[1]?.id },
    ]);
    expect(new Set([copy, of, ...copy.lines, ...of.lines].map((each) => each.id)).size).toBe(6);
  });

  it.each([
    ['2026-01-01', '2027-01-01'],
    ['2026-02-28', '2027-02-28'],
    ['2025-12-26', '2026-12-26'],
    ['', ''],
  ])('are carried over to the next year: %j becomes %j', (day, next) => {
    const of = { ...table('mediation', { by: 'typed', value: '7' }), from: day, to: day };
    const [carried] = carriedTables({ tables: [of], year: 2026 }, { year: 2027, newId: () => id(70) });
    expect([carried?.from, carried?.to, carried?.lines[0]?.value]).toEqual([next, next, '']);
  });

  it.each([
    ['一季度统计', '2026-04-01', '2026-06-30', '表名写的是“一季度”，统计期间是第二季度，请核对'],
    ['一、二季度统计', '2026-04-01', '2026-06-30', ''],
    ['第二季度统计', '2026-04-01', '2026-06-30', ''],
    ['3月份报表', '2026-03-01', '2026-03-31', ''],
    ['3月至5月报表', '2026-03-01', '2026-05-31', ''],
    ['2月报表', '2026-01-26', '2026-02-25', ''],
    ['2月报表', '2026-03-26', '2026-04-25', '表名写的是“2月”，统计期间是 2026-03-26 至 2026-04-25，请核对'],
    ['上半年报表', '2026-01-01', '2026-12-31', '表名写的是“上半年”，统计期间是全年，请核对'],
    [
      '2025年统计',
      '2026-01-01',
      '2026-12-31',
      '表名写的是“2025年”，统计期间是 2026-01-01 至 2026-12-31，请核对',
    ],
    ['报表', '2026-01-01', '2026-12-31', ''],
    ['一季度统计', '', '', ''],
  ])('are told where the title names another one: %s, %s to %s', (title, from, to, doubt) => {
    expect(titleDoubt({ ...table('mediation'), title, from, to }, 2026)).toBe(doubt);
  });

  it('name their year in the title, also in the next year', () => {
    const of = { ...table('mediation'), title: '2026年第一季度报表' };
    const [carried] = carriedTables({ tables: [of], year: 2026 }, { year: 2027, newId: () => id(70) });
    expect(carried?.title).toBe('2027年第一季度报表');
  });

  it('end with February where they did', () => {
    const of = { ...table('mediation'), from: '2027-02-01', to: '2027-02-28' };
    const [carried] = carriedTables({ tables: [of], year: 2027 }, { year: 2028, newId: () => id(70) });
    expect([carried?.from, carried?.to]).toEqual(['2028-02-01', '2028-02-29']);
  });
});

describe('the tables of a year', () => {
  const base = made(yearWith('mediation', []), {
    kind: 'putTable',
    table: table('mediation', { by: 'all' }),
  });
  const put = (part: Partial<StatTable>): YearEdit => ({
    kind: 'putTable',
    table: { ...table('mediation', { by: 'all' }), ...part },
  });

  it('are put in their place, removed, and stored', () => {
    const two = made(
      base,
      { kind: 'putTable', table: { ...table('visits'), id: id(41) } },
      put({ title: '甲' }),
    );
    expect(two.tables?.map(({ title }) => title)).toEqual(['甲', '季度报表']);
    expect(yearSchema.parse(JSON.parse(JSON.stringify(two)))).toEqual(two);
    expect(made(two, { kind: 'removeTable', id: id(40) }).tables).toHaveLength(1);
    expect(tableTitle({ title: '', register: 'visits' })).toBe('执法回访统计表');
  });

  it.each<[string, YearEdit]>([
    ['没有这本台账', put({ register: 'tasks' })],
    ['没有这本台账', put({ register: 'constructor' })],
    ['同一指标不能有两次', put({ lines: [line(1, {}), line(1, {})] })],
    ['这张统计表已经在别处移除', { kind: 'removeTable', id: id(49) }],
  ])('are refused with %s', (reason, edit) => {
    expect(yearDocument.check(base, edit, undefined)).toBe(reason);
  });

  it('are merged by id, field by field, and a clash is named', () => {
    const local = made(base, put({ title: '甲表' }), {
      kind: 'putTable',
      table: { ...table('visits'), id: id(41) },
    });
    const remote = made(base, put({ lines: [line(0, { by: 'typed', value: '3' }), line(1, {})] }));
    const merged = mergeValues(yearDocument, { base, local, remote });
    expect(merged.outcome).toBe('merge');
    expect(merged.value.tables).toMatchObject([
      { title: '甲表', lines: [{ by: 'typed', value: '3' }, { label: '指标1' }] },
      { register: 'visits' },
    ]);
    const gone = made(base, { kind: 'removeTable', id: id(40) });
    expect(mergeValues(yearDocument, { base, local: base, remote: gone }).value.tables ?? []).toEqual([]);

    const theirs = made(base, put({ title: '乙表', lines: [line(0, { label: '受理' })] }));
    const ours = made(local, put({ title: '甲表', lines: [line(0, { label: '收案' })] }));
    const clash = mergeValues(yearDocument, { base, local: ours, remote: theirs });
    expect(
      clash.differences
        .filter(({ takes }) => takes === 'ask')
        .map((each) =>
          shownDifference(yearDocument, each, { local: ours, remote: theirs, context: undefined }),
        ),
    ).toMatchObject([
      { name: '行政调解统计表“甲表”的表名', local: '甲表', remote: '乙表' },
      { name: '行政调解统计表“甲表”的指标“收案”的名称', local: '收案', remote: '受理' },
    ]);
  });
});
