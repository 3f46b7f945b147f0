import { describe, expect, it } from 'vitest';
import { mergeValues, shownDifference } from '../../../../../shared/document.ts';
import { talksIn, talksOf } from '../../../../../shared/registers/coverage.ts';
import { titleOf } from '../../../../../shared/registers/year/entry-title.ts';
import type { Entry } from '../../../../../shared/registers/entry.ts';
import { proposeReading } from '../../../../../shared/registers/import/reading.ts';
import { readTable } from '../../../../../shared/registers/import-table.ts';
import {
  columnsOf,
  LEDGER_NAMES,
  type LedgerName,
  registerOf,
} from '../../../../../shared/registers/kinds.ts';
import { monthlyTotals } from '../../../../../shared/registers/monthly.ts';
import { countTable } from '../../../../../shared/registers/stat-table.ts';
import { reportFigures } from '../../../../../shared/registers/report-figures.ts';
import {
  allColumns,
  columnsIn,
  countedIn,
  firstFields,
  formOf,
  hasOwnForm,
  hiddenContent,
  leftOutOf,
  shownLabel,
  usesOf,
} from '../../../../../shared/registers/year/columns.ts';
import { yearDocument } from '../../../../../shared/registers/year/document.ts';
import type { YearEdit } from '../../../../../shared/registers/year/edits.ts';
import type { ColumnForm } from '../../../../../shared/registers/year/forms.ts';
import { type Year, yearSchema } from '../../../../../shared/registers/year/schema.ts';
import { ratiosOf, rowsWords, yearRows } from '../../../../../shared/registers/year-rows.ts';
import { searchedYear } from '../../../../../shared/search/lines.ts';
import { edited } from '../../../../../shared/document.ts';

const TODAY = '2026-12-31';

const NOW = '2026-11-28T08:00:00.000Z';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const OWN = id(91);
const entry = (n: number, fields: Record<string, string>): Entry => ({ id: id(n), fields, files: [] });
const yearWith = (registers: Year['registers'] = {}): Year => ({
  ...{ version: 1, id: id(0), createdAt: NOW, updatedAt: NOW, title: '示例局2026年' },
  ...{ unit: '示例局', category: '', year: 2026, fills: [], registers },
});
const made = (year: Year, edit: YearEdit): Year =>
  edited(yearDocument, year, edit, { context: undefined, now: NOW });

/** The year with changes of some columns; own ones stand behind. */
function formed(year: Year, register: LedgerName, changes: readonly ColumnForm[]): Year {
  const form = formOf(year, register).map(
    (column) => changes.find(({ key }) => key === column.key) ?? column,
  );
  const added = changes.filter(({ key }) => !form.some((column) => column.key === key));
  return made(year, { kind: 'setForm', register, columns: [...form, ...added] });
}
const labels = (year: Year, register: LedgerName) => columnsIn(year, register).map(({ label }) => label);
const AREA: ColumnForm = { key: OWN, label: '所在乡镇', kind: 'choice', choices: ['甲镇', '乙镇'] };

describe('the columns of a ledger', () => {
  it.each(LEDGER_NAMES)('%s: are the kind’s where the office says nothing', (name) => {
    expect(columnsIn(yearWith(), name)).toMatchObject(
      columnsOf(name).map(({ headings: _, ...column }) => column),
    );
    expect(hasOwnForm(yearWith(), name)).toBe(false);
  });

  it('are renamed, hidden, listed, added and put in another order', () => {
    const year = formed(yearWith(), 'mediation', [
      { key: 'applicant', label: '申请方' },
      { key: 'note', hidden: true },
      { key: 'kind', listed: true },
      { key: 'result', choices: ['撤回申请'] },
      AREA,
    ]);
    expect(labels(year, 'mediation')).toEqual([
      ...['受理日期', '申请方', '被申请人', '争议类型', '争议事项', '调解结果', '办结日期', '协议书编号'],
      ...['调解员', '联系电话', '所在乡镇'],
    ]);
    const of = (code: string) => allColumns(year, 'mediation').find((column) => column.code === code);
    expect(of('kind')).toMatchObject({ listed: true });
    expect(of('result')?.choices).toEqual(['正在调解', '达成协议', '未达成协议', '终止调解', '撤回申请']);
    expect(of(OWN)).toMatchObject({ isOwn: true, listed: true, choices: ['甲镇', '乙镇'] });
    const turned = made(year, {
      ...{ kind: 'setForm', register: 'mediation' },
      columns: [...formOf(year, 'mediation')].reverse(),
    });
    expect(labels(turned, 'mediation')).toEqual(labels(year, 'mediation').reverse());
    // Other ledgers keep theirs, and the stored form says it again.
    expect(hasOwnForm(turned, 'visits')).toBe(false);
    expect(yearSchema.parse(JSON.parse(JSON.stringify(turned)))).toEqual(turned);
  });

  it('are the kind’s again when everything is taken back, or at once', () => {
    const year = formed(yearWith(), 'visits', [{ key: 'case', label: '文号', hidden: true, listed: false }]);
    expect(hasOwnForm(year, 'visits')).toBe(true);
    const back = formed(year, 'visits', [{ key: 'case', label: '案号', hidden: false, listed: true }]);
    expect(back.forms).toBe(undefined);
    expect(made(year, { kind: 'setForm', register: 'visits', columns: [] }).forms).toBe(undefined);
  });

  it('take in a column that the kind has since, and keep what a newer program has put there', () => {
    const newer = [{ key: 'note' }, { key: '以后的' }, { key: 'day' }];
    const year = yearSchema.parse({ ...yearWith(), forms: { places: newer } });
    expect(formOf(year, 'places').map(({ key }) => key)).toEqual([
      'place',
      'due',
      'person',
      'note',
      '以后的',
      'day',
    ]);
    expect(labels(year, 'places')).toEqual([
      ...['县（市、区）、乡镇（街道）', '今年计划完成日期', '授课员', '备注'],
    ]);
  });

  it.each<[string, LedgerName, readonly ColumnForm[]]>([
    ['栏目名称不能相同', 'mediation', [{ key: 'note', label: '调解员' }]],
    ['栏目名称不能相同', 'mediation', [{ ...AREA, label: '备注' }]],
    ['请填写栏目名称', 'mediation', [{ key: OWN, kind: 'text' }]],
    ['这一栏有单独的填写页，不能不显示', 'cases', [{ key: 'text', hidden: true }]],
    ['这一栏有单独的填写页，不能改名', 'cases', [{ key: 'title', label: '题名' }]],
    [
      '列表里至少要有一栏',
      'places',
      [
        { key: 'place', hidden: true },
        { key: 'due', listed: false },
        { key: 'person', listed: false },
      ],
    ],
  ])('cannot be so: %s', (reason, register, changes) => {
    const form = formOf(yearWith(), register).map(
      (column) => changes.find(({ key }) => key === column.key) ?? column,
    );
    const columns = [...form, ...changes.filter(({ key }) => key === OWN)];
    expect(yearDocument.check(yearWith(), { kind: 'setForm', register, columns }, undefined)).toBe(reason);
  });

  it('take what is typed in an own one, and refuse it where that is gone', () => {
    const registers = { mediation: [entry(1, { day: '2026-03-01' })] };
    const year = formed(yearWith(registers), 'mediation', [AREA]);
    const set = { kind: 'setEntry', register: 'mediation', id: id(1), fields: { [OWN]: '甲镇' } } as const;
    const typed = made(year, set);
    const without = made(year, { kind: 'setForm', register: 'mediation', columns: [] });
    expect(yearDocument.check(without, set, undefined)).toBe('没有这一栏');
    expect(countedIn(typed, 'mediation').map(({ label }) => label)).toEqual(['调解结果', '所在乡镇']);
    const personal = formed(typed, 'mediation', [{ ...AREA, personal: true }]);
    expect(countedIn(personal, 'mediation').map(({ label }) => label)).toEqual(['调解结果']);
  });
});

describe('an own column that something stands in', () => {
  const registers = { mediation: [entry(1, { day: '2026-03-01', [OWN]: '甲镇' })] };
  const EMPTY: ColumnForm = { key: id(92), label: '来源', kind: 'text' };
  const year = formed(yearWith(registers), 'mediation', [AREA, EMPTY]);
  const restore: YearEdit = { kind: 'setForm', register: 'mediation', columns: [] };

  it('stays, hidden, wherever it is left out, and is shown again; one without content goes', () => {
    expect(leftOutOf(year, 'mediation', []).map(({ form, filled }) => [form.label, filled])).toEqual([
      ['所在乡镇', 1],
      ['来源', 0],
    ]);
    const restored = made(year, restore);
    const own = allColumns(restored, 'mediation').filter(({ isOwn }) => isOwn);
    expect(own).toMatchObject([{ code: OWN, label: '所在乡镇', isHidden: true, choices: ['甲镇', '乙镇'] }]);
    expect(hiddenContent(restored, 'mediation', registers.mediation)).toEqual([
      { label: '所在乡镇', count: 1 },
    ]);
    const back = formed(restored, 'mediation', [{ ...AREA, hidden: false }]);
    expect(labels(back, 'mediation')).toContain('所在乡镇');
    expect(yearSchema.parse(JSON.parse(JSON.stringify(restored)))).toEqual(restored);
    // Once more is the same, and with its content gone it goes as well.
    expect(made(restored, restore)).toEqual(restored);
    const emptied = made(restored, {
      ...{ kind: 'setEntry', register: 'mediation', id: id(1), fields: { [OWN]: '' } },
    });
    expect(made(emptied, restore).forms).toBe(undefined);
  });

  it('gives way to the name that the kind has', () => {
    const named = formed(yearWith(registers), 'mediation', [
      { key: 'note', label: '说明' },
      { ...AREA, label: '备注' },
    ]);
    expect(yearDocument.check(named, restore, undefined)).toBe(undefined);
    const own = allColumns(made(named, restore), 'mediation').filter(({ isOwn }) => isOwn);
    expect(own).toMatchObject([{ label: '备注（本单位）', isHidden: true }]);
  });

  it('stays where another side has removed it before it was filled in', () => {
    const base = formed(yearWith({ mediation: [entry(1, { day: '2026-03-01' })] }), 'mediation', [AREA]);
    const local = made(base, {
      ...{ kind: 'setEntry', register: 'mediation', id: id(1), fields: { [OWN]: '甲镇' } },
    });
    const { outcome, value } = mergeValues(yearDocument, { base, local, remote: made(base, restore) });
    expect(outcome).toBe('merge');
    expect(allColumns(value, 'mediation')).toContainEqual(
      expect.objectContaining({ code: OWN, isHidden: true }),
    );
  });
});

describe('a column that the office marks as personal', () => {
  const registers = { mediation: [entry(1, { day: '2026-03-01', applicant: '张某', matter: '退货' })] };
  const year = formed(yearWith(registers), 'mediation', [
    { key: 'applicant', personal: true },
    { key: 'result', personal: true },
    { key: 'day', personal: true },
  ]);

  it('may be one of words that the kind has, and no other', () => {
    const marked = columnsIn(year, 'mediation').filter(({ personal }) => personal);
    expect(marked.map(({ label }) => label)).toEqual(['申请人', '联系电话']);
    const back = formed(year, 'mediation', [
      { key: 'applicant', personal: false },
      { key: 'result', personal: false },
      { key: 'day', personal: false },
    ]);
    expect(back.forms).toBe(undefined);
    // What the kind marks, stays marked.
    const phone = formed(yearWith(registers), 'mediation', [{ key: 'phone', personal: false }]);
    expect(columnsIn(phone, 'mediation').filter(({ personal }) => personal)).toMatchObject([
      { code: 'phone' },
    ]);
    const fixed = formed(yearWith(), 'cases', [{ key: 'title', personal: true }]);
    expect(columnsIn(fixed, 'cases').some(({ personal }) => personal)).toBe(false);
  });

  it('is in no title, no search, no count by its words and no list of talks', () => {
    expect(titleOf(year, 'mediation', registers.mediation[0]!)).toBe('退货');
    expect(JSON.stringify(searchedYear(year))).not.toContain('张某');
    const line = { by: 'word', column: 'applicant', called: '申请人', word: '张某' } as const;
    const of = {
      ...{ id: id(40), register: 'mediation', title: '', from: '2026-01-01', to: '2026-12-31' },
      lines: [{ id: id(50), label: '', value: '', ...line }],
    };
    expect(JSON.stringify(countTable(yearWith(registers), of).lines[0]?.how)).toContain('张某');
    expect(countTable(year, of).lines).toMatchObject([
      { number: '', how: '“申请人”是某词的件数', note: '“申请人”是个人信息，不按它统计，请重新选' },
    ]);
    const talk = { day: '2026-03-01', kind: '微宣讲', matter: '某人家访', area: '甲县' };
    const outreach = yearWith({ outreach: [entry(1, talk)] });
    const marked = formed(outreach, 'outreach', [
      { key: 'matter', personal: true },
      { key: 'area', personal: true },
    ]);
    expect(talksIn(outreach)).toMatchObject([{ matter: '某人家访', area: '甲县' }]);
    expect(talksIn(marked)).toMatchObject([{ matter: '', area: '甲县' }]);
  });
});

describe('what uses the columns', () => {
  const registers = {
    mediation: [
      entry(1, { day: '2026-03-01', applicant: '张某', matter: '退货', note: '电话回访', [OWN]: '甲镇' }),
      entry(2, { day: '2026-03-02', applicant: '李某', result: '撤回申请', [OWN]: '丙镇' }),
    ],
  };
  const year = formed(yearWith(registers), 'mediation', [
    { key: 'applicant', label: '申请方' },
    { key: 'note', hidden: true },
    { key: 'matter', hidden: true },
    { key: 'result', choices: ['撤回申请'] },
    AREA,
    { key: id(92), label: '证件号', kind: 'text', personal: true },
  ]);

  it('says which hidden ones have content', () => {
    expect(hiddenContent(year, 'mediation', registers.mediation)).toEqual([
      { label: '争议事项', count: 1 },
      { label: '备注', count: 1 },
    ]);
  });

  it('a title and a search show what is shown', () => {
    expect(titleOf(year, 'mediation', registers.mediation[0]!)).toBe('张某');
    const texts = searchedYear(year).lines.flatMap(({ title, texts: more }) => [title, ...more]);
    expect(texts).toContain('甲镇');
    expect(texts).not.toContain('电话回访');
    const typed = made(year, {
      ...{ kind: 'setEntry', register: 'mediation', id: id(1), fields: { [id(92)]: '身份证号' } },
    });
    expect(JSON.stringify(searchedYear(typed))).not.toContain('身份证号');
  });

  it('months count the own choices too', () => {
    expect(monthlyTotals('mediation', registers.mediation, countedIn(year, 'mediation'))).toEqual([
      {
        month: '2026-03',
        entries: 2,
        counts: { result: { 撤回申请: 1, 没有填写: 1 }, [OWN]: { 甲镇: 1, 丙镇: 1 } },
      },
    ]);
  });

  it('months count a choice of the kind also where it is hidden, as the dialog says', () => {
    const hidden = formed(year, 'mediation', [
      { key: 'result', hidden: true },
      { ...AREA, hidden: true },
    ]);
    expect(countedIn(hidden, 'mediation').map(shownLabel)).toEqual(['调解结果（不显示）']);
  });

  it('an own choice is named with its count, and what was renamed or hidden is told beside the figures', () => {
    const of = (which: Year) => rowsWords(yearRows(which, 'mediation', TODAY));
    expect(of(yearWith(registers))).toContain('1行的“调解结果”不是日期或者选项里的写法');
    expect(of(year)).toBe(
      '行政调解台账共2行，按受理日期属于当年的2行；1行的“调解结果”是本单位加的选项（撤回申请1行），不在参考的选项里，分类和比例没有算，请核对',
    );
    const changed = formed(year, 'mediation', [
      { key: 'result', label: '结果', hidden: true },
      { key: 'day', label: '收案日期' },
    ]);
    expect(of(changed)).toBe(
      '行政调解台账共2行，按收案日期属于当年的2行；1行的“结果”不是日期或者选项里的写法，不当作填了，请核对；“受理日期”本单位叫“收案日期”；“调解结果”本单位叫“结果”；“结果”一栏不显示，按填过的统计',
    );
    expect(reportFigures(changed, TODAY)[0]?.figures.map(({ sentence }) => sentence)).toEqual(
      reportFigures(yearWith(registers), TODAY)[0]?.figures.map(({ sentence }) => sentence),
    );
  });

  it('nothing is filled in of a new entry where nobody sees it', () => {
    const hidden = formed(yearWith(), 'mediation', [{ key: 'result', hidden: true }]);
    expect(firstFields(columnsIn(yearWith(), 'mediation'))).toEqual({ result: '正在调解' });
    expect(firstFields(columnsIn(hidden, 'mediation'))).toEqual({});
    // Nor of one that is imported.
    expect(firstFields(allColumns(hidden, 'mediation'))).toEqual({});
  });

  it('an office’s own table is read by its own names, by the usual ones, and into hidden columns', () => {
    const lines = [
      ['受理日期', '申请方', '结果', '备注', '所在乡镇', '证件号'],
      ['2026.3.5', '王某', '撤回申请', '已电话告知', '丙镇', '甲1'],
    ];
    const cells = lines.flatMap((line, row) =>
      line.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
    );
    const table = { id: 't', name: '调解', rows: 2, columns: 6, cells };
    const columns = allColumns(year, 'mediation');
    const reading = proposeReading(table, 'mediation', columns);
    expect(Object.values(reading.columns)).toEqual(['day', 'applicant', 'result', 'note', OWN, id(92)]);
    const read = readTable(table, 'mediation', {
      ...{ reading, year: 2026, known: [], columns, newId: () => id(9) },
    });
    expect(read.entries[0]?.fields).toEqual({
      ...{ day: '2026-03-05', applicant: '王某', result: '撤回申请', note: '已电话告知' },
      ...{ [OWN]: '丙镇', [id(92)]: '甲1' },
    });
    expect(read.odd.map(({ reason }) => reason)).toEqual(['所在乡镇“丙镇”不在选项里，照原样登记']);
    // A heading that was another column's is the own one's now, and the old name of a renamed one is still known.
    const own = formed(yearWith(), 'mediation', [
      { key: 'applicant', label: '来访人' },
      { key: OWN, label: '结果', kind: 'long' },
    ]);
    const heads = {
      ...table,
      cells: cells.map((cell) => ({ ...cell, text: cell.text.replace('方', '人') })),
    };
    expect(Object.values(proposeReading(heads, 'mediation', allColumns(own, 'mediation')).columns)).toEqual([
      'day',
      'applicant',
      OWN,
      'note',
    ]);
  });
});

describe('what the dialog says that the program counts by', () => {
  /** Every code that the functions of a kind look at, of entries that lead into all their branches. */
  function read(name: LedgerName): string[] {
    const seen = new Set<string>();
    const kind = registerOf(name);
    const choices = columnsOf(name).flatMap(({ code, choices: words = [] }) => words.map((w) => [code, w]));
    const fields = (code = '', word = '') =>
      new Proxy<Record<string, string>>(
        Object.fromEntries(
          columnsOf(name).map((column) => [
            column.code,
            column.code === code ? word : column.kind === 'day' ? '2026-03-01' : '3',
          ]),
        ),
        {
          getOwnPropertyDescriptor: (target, key) => {
            seen.add(String(key));
            return Reflect.getOwnPropertyDescriptor(target, key);
          },
        },
      );
    const entries = [...choices, []].map(([code, word], n) => ({
      ...entry(n, {}),
      fields: fields(code, word),
    }));
    kind.figures?.(entries);
    kind.ratios?.(entries);
    for (const each of entries) kind.due?.(each, '2026-03-02');
    if (name === 'outreach') talksOf(2026, entries);
    return [...seen].sort();
  }

  it.each(LEDGER_NAMES)('%s: all that its functions read, and no column that there is not', (name) => {
    const codes = columnsOf(name).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(Object.keys(registerOf(name).reads ?? {})));
    expect(codes).toEqual(expect.arrayContaining([...(registerOf(name).fixed ?? [])]));
    expect(read(name).filter((code) => usesOf(name, code) === '')).toEqual([]);
  });

  it('is said by what it is used for', () => {
    expect(usesOf('visits', 'opinion')).toBe('按月统计、回访比例、报告数据');
    expect(usesOf('visits', 'day')).toBe('算在哪年哪月');
    expect(usesOf('visits', 'phone')).toBe('');
    const hidden = formed(
      yearWith({ visits: [entry(1, { day: '2026-01-01', opinion: '未交回', visited: '2026-02-01' })] }),
      'visits',
      [{ key: 'opinion', hidden: true }],
    );
    // By what was filled in.
    expect(ratiosOf(hidden, 'visits', TODAY)[0]).toMatchObject({ numerator: 1, denominator: 1 });
  });
});

describe('forms of two sides', () => {
  const base = yearWith({ mediation: [entry(1, { applicant: '张某' })] });
  const rename = (year: Year, label: string) => formed(year, 'mediation', [{ key: 'applicant', label }]);

  it.each([
    ['from none', base],
    ['from an own one', formed(base, 'mediation', [AREA])],
  ])('are merged column by column, order and all, %s', (_, both) => {
    const columns = [...formOf(both, 'mediation')].reverse();
    const local = made(both, { kind: 'setForm', register: 'mediation', columns });
    const remote = formed(rename(both, '申请方'), 'mediation', [
      { key: id(92), label: '来源', kind: 'text' },
    ]);
    const { outcome, value } = mergeValues(yearDocument, { base: both, local, remote });
    expect(outcome).toBe('merge');
    const now = labels(value, 'mediation');
    expect(now[now.length - 1]).toBe('受理日期');
    expect(now).toEqual(expect.arrayContaining(['申请方', '来源']));
    expect(now.indexOf('被申请人')).toBeLessThan(now.indexOf('申请方'));
  });

  it('of other ledgers come together, what one side took back does not come again', () => {
    const mine = rename(base, '申请方');
    const theirs = formed(base, 'visits', [{ key: 'note', hidden: true }]);
    const both = mergeValues(yearDocument, { base, local: mine, remote: theirs });
    expect(both.outcome).toBe('merge');
    expect(Object.keys(both.value.forms ?? {}).sort()).toEqual(['mediation', 'visits']);
    const back = made(mine, { kind: 'setForm', register: 'mediation', columns: [] });
    const gone = mergeValues(yearDocument, { base: mine, local: mine, remote: back });
    expect([gone.outcome, gone.value.forms]).toEqual(['advance', undefined]);
    expect(mergeValues(yearDocument, { base, local: base, remote: base }).outcome).toBe('same');
  });

  it('a clash is named and shown as its users would', () => {
    const [local, remote] = [rename(base, '申请方'), rename(base, '甲方')];
    const { outcome, differences } = mergeValues(yearDocument, { base, local, remote });
    expect(outcome).toBe('ask');
    const shown = differences.map((each) =>
      shownDifference(yearDocument, each, { local, remote, context: undefined }),
    );
    expect(shown).toMatchObject([
      { name: '行政调解栏目“申请方”的名称', local: '申请方', remote: '甲方', takes: 'ask' },
    ]);
  });
});
