import { describe, expect, it } from 'vitest';
import { mergeValues } from '../../../../shared/document.ts';
import type { Entry } from '../../../../shared/registers/entry.ts';
import { columnsOf, REGISTER_NAMES, REGISTERS } from '../../../../shared/registers/kinds.ts';
import { aheadWords, monthlyTotals } from '../../../../shared/registers/monthly.ts';
import { showShare } from '../../../../shared/registers/share.ts';
import { yearDocument } from '../../../../shared/registers/year/document.ts';
import { entriesOf } from '../../../../shared/registers/year/entries.ts';
import type { YearEdit } from '../../../../shared/registers/year/edits.ts';
import { linkedItems } from '../../../../shared/registers/year/links.ts';
import { type Year, yearSchema } from '../../../../shared/registers/year/schema.ts';

const NOW = '2026-11-28T08:00:00.000Z';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const entry = (n: number, fields: Record<string, string> = {}): Entry => ({ id: id(n), fields, files: [] });
const year = (part: Partial<Year> = {}): Year => ({
  ...{ version: 1, id: id(0), createdAt: NOW, updatedAt: NOW, title: '示例局2026年' },
  ...{ unit: '示例局', category: '', year: 2026, fills: [], registers: {} },
  ...part,
});
const after = (value: Year, ...edits: YearEdit[]): Year =>
  edits.reduce((now, edit) => {
    expect(yearDocument.check(now, edit, undefined)).toBe(undefined);
    return yearDocument.apply(now, edit, undefined, NOW);
  }, value);
const file = { ...{ sha256: 'a'.repeat(64), bytes: 3, fileName: '方案.pdf' }, mediaType: 'application/pdf' };

describe('a year', () => {
  it('takes entries, fields and files, and gives them up again', () => {
    const made = after(
      year(),
      { kind: 'setHead', fields: { unit: '某局', year: 2027 } },
      { kind: 'addEntries', register: 'tasks', entries: [entry(1), entry(2)] },
      { kind: 'setEntry', register: 'tasks', id: id(1), fields: { matter: '方案' } },
      { kind: 'setEntry', register: 'tasks', id: id(1), fields: { progress: '已完成' } },
      { kind: 'addFile', register: 'tasks', id: id(1), file: { ...file, role: 'other' } },
      { kind: 'setFileRole', register: 'tasks', id: id(1), sha256: file.sha256, role: 'document' },
      {
        kind: 'addFile',
        register: 'tasks',
        id: id(1),
        file: { ...file, fileName: '副本.pdf', role: 'other' },
      },
      { kind: 'removeEntries', register: 'tasks', ids: [id(2)] },
    );
    expect(made.title).toBe('某局2027年');
    expect(entriesOf(made, 'tasks')).toEqual([
      { id: id(1), fields: { matter: '方案', progress: '已完成' }, files: [{ ...file, role: 'document' }] },
    ]);
    const without = after(made, { kind: 'removeFile', register: 'tasks', id: id(1), sha256: file.sha256 });
    expect(entriesOf(without, 'tasks')[0]?.files).toEqual([]);
  });

  it('takes a table in: what is new, and what it says otherwise of what is there', () => {
    const changed = [{ id: id(1), fields: { party: '乙', note: '改' } }];
    const before = year({
      registers: { visits: [{ ...entry(1), fields: { party: '甲', day: '2026-01-05' } }, entry(3)] },
    });
    const edit: YearEdit = { kind: 'takeTable', register: 'visits', entries: [entry(2)], changed };
    expect(entriesOf(after(before, edit), 'visits')).toEqual([
      { id: id(1), fields: { party: '乙', day: '2026-01-05', note: '改' }, files: [] },
      entry(3),
      entry(2),
    ]);
    expect(yearDocument.replaces(before, edit)).toEqual([{ party: '甲' }]);
  });

  it('has new entries behind one that is there, in their order, and any entry moved', () => {
    const before = year({ registers: { prevention: [entry(1), entry(2)] } });
    const after = (edit: YearEdit): string[] => {
      expect(yearDocument.check(before, edit, undefined)).toBe(undefined);
      return entriesOf(yearDocument.apply(before, edit, undefined, NOW), 'prevention').map((each) => each.id);
    };
    const at = { register: 'prevention' } as const;
    const fresh = {
      entries: [entry(3), entry(4), entry(5)],
      after: { [id(3)]: id(1), [id(5)]: id(1), [id(4)]: id(9) },
    };
    const ids = [1, 3, 5, 2, 4].map(id);
    expect(after({ ...at, ...fresh, kind: 'addEntries' })).toEqual(ids);
    expect(after({ ...at, ...fresh, kind: 'takeTable', changed: [] })).toEqual(ids);
    const down: YearEdit = { ...at, kind: 'moveEntry', id: id(1), after: id(2) };
    const up: YearEdit = { ...at, kind: 'moveEntry', id: id(2), after: null };
    expect([after(down), after(up)]).toEqual([[2, 1].map(id), [2, 1].map(id)]);
    expect([down, up].map((edit) => yearDocument.replaces(before, edit))).toEqual([null, id(1)]);
  });

  it.each<[string, YearEdit]>([
    ['这一行已经在别处移除', { kind: 'moveEntry', register: 'tasks', id: id(9), after: null }],
    ['这一行已经在别处移除', { kind: 'moveEntry', register: 'tasks', id: id(1), after: id(9) }],
    [
      '这一行已经在别处移除',
      { kind: 'takeTable', register: 'tasks', entries: [], changed: [{ id: id(9), fields: {} }] },
    ],
    ['这一行已经登记过', { kind: 'takeTable', register: 'tasks', entries: [entry(1)], changed: [] }],
    [
      '没有这一栏',
      {
        kind: 'takeTable',
        register: 'tasks',
        entries: [],
        changed: [{ id: id(1), fields: { party: '甲' } }],
      },
    ],
    ['这一行已经在别处移除', { kind: 'setEntry', register: 'tasks', id: id(9), fields: {} }],
    ['这一行已经在别处移除', { kind: 'removeEntries', register: 'tasks', ids: [id(1), id(9)] }],
    ['这一行已经登记过', { kind: 'addEntries', register: 'tasks', entries: [entry(1)] }],
    ['没有这一栏', { kind: 'setEntry', register: 'tasks', id: id(1), fields: { party: '甲' } }],
    ['没有这一栏', { kind: 'setEntry', register: 'tasks', id: id(1), fields: { constructor: '甲' } }],
    [
      '这份材料已经在别处移除',
      { kind: 'setFileRole', register: 'tasks', id: id(1), sha256: file.sha256, role: 'other' },
    ],
  ])('refuses with %s', (reason, edit) => {
    expect(yearDocument.check(year({ registers: { tasks: [entry(1)] } }), edit, undefined)).toBe(reason);
  });

  it.each<[string, YearEdit]>([
    ['这一行已经在别处移除', { kind: 'setLinks', register: 'tasks', id: id(9), items: [] }],
    ['这一行已经在别处移除', { kind: 'setLinks', register: 'tasks', items: [] }],
    ['台账是整本对应的，不能只对应一行', { kind: 'setLinks', register: 'visits', id: id(2), items: [] }],
  ])('refuses a link with %s', (reason, edit) => {
    const registers = { tasks: [entry(1)], visits: [entry(2)] };
    expect(yearDocument.check(year({ registers }), edit, undefined)).toBe(reason);
  });

  it('is connected with an assessment, and its tasks and ledgers with items', () => {
    const items = [{ key: '1.2', title: '方案' }];
    const linked = after(
      year({ registers: { tasks: [entry(1)] } }),
      { kind: 'connect', assessment: { id: id(7), title: '示例局' } },
      { kind: 'setLinks', register: 'tasks', id: id(1), items },
      { kind: 'setLinks', register: 'visits', items: [...items, { key: '3.4', title: '回访' }] },
      { kind: 'setLinks', register: 'visits', items },
    );
    expect(linkedItems(linked, { register: 'tasks', id: id(1) })).toEqual(items);
    expect(linkedItems(linked, { register: 'visits' })).toEqual(items);
    expect(linkedItems(linked, { register: 'visits', id: id(5) })).toEqual(items);
    expect(linkedItems(linked, { register: 'risks' })).toEqual([]);
    // Another assessment, or none any more: what was chosen stays; so it does without its task, which may come back.
    const without = after(
      linked,
      { kind: 'connect', assessment: null },
      { kind: 'removeEntries', register: 'tasks', ids: [id(1)] },
    );
    expect(without.assessment).toBe(undefined);
    expect(without.links).toEqual(linked.links);
    expect(yearSchema.parse(JSON.parse(JSON.stringify(linked)))).toEqual(linked);
  });

  it('opens as an older program kept it, without links', () => {
    const { assessment, links, ...older } = year();
    expect([assessment, links]).toEqual([undefined, undefined]);
    expect(yearSchema.parse(older)).toEqual(older);
  });

  it('has its links merged item by item, and its assessment as a whole', () => {
    const link = (...codes: string[]): YearEdit => ({
      ...{ kind: 'setLinks', register: 'tasks', id: id(1) },
      items: codes.map((key) => ({ key, title: `第${key}项` })),
    });
    const connect = (n: number): YearEdit => ({
      ...{ kind: 'connect', assessment: { id: id(n), title: `第${n}份` } },
    });
    const tasks = [entry(1, { matter: '方案' })];
    const base = after(year({ registers: { tasks } }), connect(7), link('1.1'));
    const merged = mergeValues(yearDocument, {
      ...{ base, local: after(base, link('1.1', '1.2')), remote: after(base, link('1.1', '1.3')) },
    });
    expect(merged.outcome).toBe('merge');
    const codes = linkedItems(merged.value, { register: 'tasks', id: id(1) }).map(({ key }) => key);
    expect([...codes].sort()).toEqual(['1.1', '1.2', '1.3']);

    const local = after(base, connect(8));
    const clash = mergeValues(yearDocument, { base, local, remote: after(base, connect(9)) });
    expect(clash.outcome).toBe('ask');
    const around = { value: local, context: undefined };
    const { merging } = yearDocument;
    expect(clash.differences.map((each) => merging.name(each.path, around))).toEqual(['所连的自评']);
    expect(merging.show(['assessment'], clash.differences[0]?.remote, around)).toBe('第9份');
    expect(clash.value.assessment).toEqual({ id: id(8), title: '第8份' });
    const [added] = mergeValues(yearDocument, {
      base,
      local,
      remote: after(base, link('1.1', '2.1')),
    }).differences.filter(({ path }) => path[0] === 'links');
    expect(merging.name(added?.path ?? [], around)).toBe('年度任务“方案”的对应评分项');
    expect(merging.show(added?.path ?? [], added?.remote, around)).toBe('2.1 第2.1项');

    // What one side took back does not come again by the other.
    const gone = mergeValues(yearDocument, {
      ...{ base, local: base, remote: after(base, { kind: 'connect', assessment: null }) },
    });
    expect(gone.value.assessment).toBe(undefined);
  });

  it('keeps registers that this program does not know', () => {
    const other = year({ registers: { 以后的: [entry(1)] } });
    expect(
      after(other, { kind: 'addEntries', register: 'visits', entries: [entry(2)] }).registers['以后的'],
    ).toEqual([entry(1)]);
  });

  it('is merged entry by entry, field by field, and a clash is named as its users would', () => {
    const base = year({ registers: { tasks: [entry(1, { matter: '方案', note: '' })] } });
    const set = (fields: Record<string, string>): YearEdit => ({
      ...{ kind: 'setEntry', register: 'tasks', id: id(1), fields },
    });
    const mine = after(base, set({ note: '甲' }), {
      kind: 'addEntries',
      register: 'tasks',
      entries: [entry(2)],
    });
    const theirs = after(base, set({ progress: '已完成' }), {
      kind: 'addEntries',
      register: 'visits',
      entries: [entry(3)],
    });
    const merged = mergeValues(yearDocument, { base, local: mine, remote: theirs });
    expect(merged.differences.filter(({ takes }) => takes === 'ask')).toEqual([]);
    expect(merged.outcome).toBe('merge');
    expect(entriesOf(merged.value, 'tasks').map(({ fields }) => fields)).toEqual([
      { matter: '方案', note: '甲', progress: '已完成' },
      {},
    ]);
    expect(entriesOf(merged.value, 'visits')).toEqual([entry(3)]);

    const clash = mergeValues(yearDocument, { base, local: mine, remote: after(base, set({ note: '乙' })) });
    expect(clash.outcome).toBe('ask');
    const names = clash.differences
      .filter(({ takes }) => takes === 'ask')
      .map(({ path }) => yearDocument.merging.name(path, { value: mine, context: undefined }));
    expect(names).toEqual(['年度任务“方案”的备注']);
  });
});

describe('every kind of register', () => {
  it.each(REGISTER_NAMES)('%s is merged column by column', (register) => {
    const codes = columnsOf(register).map(({ code }) => code);
    const base = year({ registers: { [register]: [entry(1, { [codes[0]!]: '前' })] } });
    const set = (code: string) =>
      after(base, { kind: 'setEntry', register, id: id(1), fields: { [code]: '改' } });
    for (const [at, code] of codes.entries()) {
      const other = codes[(at + 1) % codes.length]!;
      const { outcome, value } = mergeValues(yearDocument, { base, local: set(code), remote: set(other) });
      expect(outcome, code).toBe('merge');
      expect(entriesOf(value, register)[0]?.fields, code).toMatchObject({ [code]: '改', [other]: '改' });
    }
  });

  it.each(REGISTER_NAMES)('%s has what its screens need', (name) => {
    const { columns, month, counted = [], sources, about, unit } = REGISTERS[name];
    const codes = columns.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining([month, ...counted]));
    expect(columns.find(({ code }) => code === month)?.kind).toBe('day');
    expect(columns.some(({ listed }) => listed)).toBe(true);
    for (const { code, kind, choices, of } of columns)
      expect([code, kind === 'choice']).toEqual([code, of !== undefined || Boolean(choices)]);
    expect(sources.length).toBeGreaterThan(0);
    expect([about, unit].every((words) => words !== '')).toBe(true);
  });
});

describe('what is counted', () => {
  it('of each month, and of what has no day', () => {
    const entries = [
      entry(1, { day: '2026-03-05', way: '提示' }),
      entry(2, { day: '2026-03-31', way: '提示' }),
      entry(3, { day: '2026-01-01' }),
      entry(4, { day: '三月', way: '建议' }),
    ];
    expect(monthlyTotals('guidance', entries)).toEqual([
      { month: '2026-01', entries: 1, counts: { way: { 没有填写: 1 } } },
      { month: '2026-03', entries: 2, counts: { way: { 提示: 2 } } },
      { month: '', entries: 1, counts: { way: { 建议: 1 } } },
    ]);
  });

  it('of what lies after today, beside its month and the whole', () => {
    const AT = { today: '2026-11-29', year: 2026 };
    const days = ['2026-11-29', '2026-11-30', '2026年11月', '2026-12-05', '2026年12月', ''];
    const entries = days.map((day, n) => entry(n + 1, { day }));
    expect([...aheadWords('outreach', entries, AT)]).toEqual([
      ['2026-11', '其中日期在今天以后的 1 条'],
      ['合计', '其中日期在今天以后的 3 条'],
      ['2026-12', '其中日期在今天以后的 2 条'],
    ]);
    expect([...aheadWords('places', [entry(1, { due: '2026-12-05' })], AT)]).toEqual([]);
    const others = [entry(1, { day: '2025-12-30' }), entry(2, { day: '2026-11-30' })];
    expect([...aheadWords('outreach', others, AT)]).toEqual([
      ['2026-11', '其中日期在今天以后的 1 条'],
      ['合计', '其中日期在今天以后的 1 条，不是2026年的（报告数据不算） 1 条'],
      ['2025-12', '其中不是2026年的（报告数据不算） 1 条'],
    ]);
  });

  it('of a month without a day and of a stretch of days as well, the choices in their order every month', () => {
    const row = (n: number, day: string, way: string) => entry(n, { day, way });
    const months = monthlyTotals('guidance', [
      ...[row(1, '2026.3', '约谈'), row(2, '2026-03-30 至 2026-04-02', '建议'), row(3, '2026-03-01', '提示')],
      ...[row(4, '2026年4月上旬', '建议'), row(5, '2026-04-02', '提示'), row(6, '四月', '提示')],
    ]);
    expect(months.map(({ month, entries }) => [month, entries])).toEqual([
      ['2026-03', 3],
      ['2026-04', 2],
      ['', 1],
    ]);
    expect(months.map(({ counts }) => Object.keys(counts.way ?? {}))).toEqual([
      ['提示', '建议', '约谈'],
      ['提示', '建议'],
      ['提示'],
    ]);
  });

  it('for 回访比例: the visited among those whose form is not filled in or not given back', () => {
    const [ratio] =
      REGISTERS.visits.ratios?.([
        entry(1, { opinion: '未交回', visited: '2026-03-01' }),
        entry(2, { opinion: '不愿填写' }),
        entry(3, { opinion: '已交回', visited: '2026-03-01' }),
        entry(4, { opinion: '待交回' }),
      ]) ?? [];
    expect(ratio).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('for 风险评估率: the assessed among the registered', () => {
    const [ratio] =
      REGISTERS.risks.ratios?.([entry(1, { assessed: '2026-03-01' }), entry(2), entry(3)]) ?? [];
    expect(ratio).toMatchObject({ numerator: 1, denominator: 3 });
  });

  it.each([
    [1, 3, '1 ÷ 3 = 33.33%'],
    [2, 3, '2 ÷ 3 = 66.67%'],
    [84, 240, '84 ÷ 240 = 35.00%'],
    [0, 7, '0 ÷ 7 = 0.00%'],
  ])('%i of %i', (numerator, denominator, words) => {
    expect(showShare(numerator, denominator)).toBe(words);
  });
});

describe('备案 of what was decided against 责任人员', () => {
  const of = (fields: Record<string, string>, today: string): string =>
    REGISTERS.complaints.due?.(entry(1, fields), today) ?? '';
  it.each([
    [{ against: '是', published: '2026-03-01' }, '2026-03-02', '最迟2026-03-06报备案，还有4天'],
    [{ against: '是', published: '2026-03-01' }, '2026-03-08', '备案已过期2天（公布后5日内）'],
    [
      { against: '是', published: '2026-03-01', recorded: '2026-03-20' },
      '2026-03-08',
      '备案已过期2天（公布后5日内）',
    ],
    [{ against: '是', published: '2026-03-01', recorded: '2026-03-08' }, '2026-03-08', ''],
    [{ against: '是', published: '2026-03-01', recorded: '2026-03-03' }, '2026-03-08', ''],
    [{ against: '否', published: '2026-03-01' }, '2026-03-08', ''],
    [{ against: '是' }, '2026-03-08', ''],
    // As an office's own table has it.
    [
      { against: '张某给予警告', published: '2026-03-01' },
      '2026-03-06',
      '2026-03-06是报备案的最后一天，今天到期',
    ],
    [{ against: '无', published: '2026-03-01' }, '2026-03-08', ''],
    [
      { against: '是', published: '2026-03-01', recorded: '未备案' },
      '2026-03-08',
      '备案已过期2天（公布后5日内）',
    ],
  ])('%j on %s: %s', (fields, today, words) => {
    expect(of(fields as Record<string, string>, today)).toBe(words);
  });
});
