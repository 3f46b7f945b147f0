import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeValues, shownDifference } from '../../../../../shared/document.ts';
import { duesIn, weekOf } from '../../../../../shared/registers/due.ts';
import { proposeReading } from '../../../../../shared/registers/import/reading.ts';
import { readTable } from '../../../../../shared/registers/import-table.ts';
import { columnsOf, REGISTER_NAMES, type RegisterName } from '../../../../../shared/registers/kinds.ts';
import { shownIn } from '../../../../../shared/registers/projects/owner.ts';
import {
  filledOfProject,
  OWNED,
  ownerFor,
  rowsOfProject,
  withoutProject,
} from '../../../../../shared/registers/projects/rows.ts';
import { reportFigures } from '../../../../../shared/registers/report-figures.ts';
import { allColumns, columnsIn } from '../../../../../shared/registers/year/columns.ts';
import { yearDocument } from '../../../../../shared/registers/year/document.ts';
import { entriesOf, isEmpty } from '../../../../../shared/registers/year/entries.ts';
import { titleOf } from '../../../../../shared/registers/year/entry-title.ts';
import type { YearEdit } from '../../../../../shared/registers/year/edits.ts';
import { type Year, yearSchema } from '../../../../../shared/registers/year/schema.ts';
import { searchedYear } from '../../../../../shared/search/lines.ts';
import { newId, tableOf } from '../office-table.ts';

type Fields = Readonly<Record<string, string>>;
const TODAY = '2026-11-29';
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const rows = (from: number, of: readonly Fields[]) =>
  of.map((fields, n) => ({ id: id(from + n), fields, files: [] }));
const yearOf = (
  projects: readonly Fields[],
  more: Partial<Record<RegisterName, readonly Fields[]>> = {},
): Year =>
  yearSchema.parse({
    ...{ version: 1, id: id(0), createdAt: '2026-01-01T08:00:00Z', updatedAt: '2026-01-01T08:00:00Z' },
    ...{ title: '示例局2026年', unit: '示例局', year: 2026 },
    registers: {
      projects: rows(1, projects),
      ...Object.fromEntries(Object.entries(more).map(([name, of], n) => [name, rows(100 * (n + 1), of)])),
    },
  });
const after = (year: Year, edit: YearEdit): Year => yearDocument.apply(year, edit, undefined, year.updatedAt);
const PAIR = { name: '与示例甲局结对', type: '结对子、传帮带' };
const PILOT = { name: '告知引导试点', type: '行政调解告知引导试点' };

describe('rows of a project', () => {
  it('are its own, and of none once it is gone, until it comes back', () => {
    const before = yearOf([PAIR, PILOT], {
      steps: [{ project: id(1), matter: '甲' }, { project: id(2), matter: '乙' }, { matter: '丙' }],
    });
    const names = (year: Year, n: number) =>
      rowsOfProject(year, 'steps', id(n)).map(({ fields }) => fields['matter']);
    const lost = (year: Year) => withoutProject(year, 'steps').map(({ fields }) => fields['matter']);
    expect([names(before, 1), names(before, 2), lost(before)]).toEqual([['甲'], ['乙'], ['丙']]);
    const gone = after(before, { kind: 'removeEntries', register: 'projects', ids: [id(1)] });
    expect([names(gone, 2), lost(gone)]).toEqual([['乙'], ['甲', '丙']]);
    expect(entriesOf(gone, 'steps')).toEqual(entriesOf(before, 'steps'));
    const back = after(gone, { kind: 'addEntries', register: 'projects', entries: rows(1, [PAIR]) });
    expect(lost(back)).toEqual(['丙']);
  });

  it('are each either of one project or of none, whatever is removed', () => {
    const place = fc.constantFrom(id(1), id(2), id(3), '', '写的名字');
    fc.assert(
      fc.property(
        fc.array(place, { maxLength: 12 }),
        fc.subarray([id(1), id(2)], { minLength: 1 }),
        (owners, removed) => {
          const year = yearOf([PAIR, PILOT], {
            differences: owners.map((project) => ({ project, item: '项' })),
          });
          const left = after(year, { kind: 'removeEntries', register: 'projects', ids: removed });
          for (const each of [year, left]) {
            const known = entriesOf(each, 'projects').flatMap((project) =>
              rowsOfProject(each, 'differences', project.id),
            );
            const all = [...known, ...withoutProject(each, 'differences')].map((entry) => entry.id).sort();
            expect(all).toEqual(
              entriesOf(each, 'differences')
                .map((entry) => entry.id)
                .sort(),
            );
          }
        },
      ),
    );
  });

  it.each<[string, Fields, string]>([
    ['its name', { project: id(1) }, '与示例甲局结对'],
    ['nothing where it is gone', { project: id(9) }, ''],
    ['what a table says of no project', { project: '别的项目' }, '别的项目'],
    ['nothing where none is chosen', {}, ''],
  ])('show %s', (_, fields, words) => {
    const [owner] = columnsIn(yearOf([PAIR]), 'steps');
    expect(shownIn(owner!, { fields })).toBe(words);
  });

  it.each<[string, Partial<Record<RegisterName, string>>, string | undefined]>([
    ['of the row that is open', { steps: id(101), projects: id(1) }, id(2)],
    ['of the project that is chosen', { projects: id(2) }, id(2)],
    ['of none where several may be meant', {}, undefined],
    ['of none where the one that was chosen is gone', { projects: id(9) }, undefined],
  ])('are new ones %s', (_, chosen, project) => {
    const year = yearOf([PAIR, PILOT], { steps: [{ project: id(1) }, { project: id(2) }] });
    expect(ownerFor(year, 'steps', chosen)).toEqual(project && { project });
    expect(ownerFor(year, 'visits', chosen)).toBe(undefined);
    expect(ownerFor(yearOf([PAIR]), 'differences', {})).toEqual({ project: id(1) });
  });

  it('are empty with nothing but their project', () => {
    const fields = { project: id(1), state: '未落实' };
    expect(isEmpty('differences', { fields, files: [] })).toBe(true);
    expect(isEmpty('steps', { fields: { project: id(1), day: TODAY }, files: [] })).toBe(true);
    expect(isEmpty('differences', { fields: { ...fields, item: '1.1' }, files: [] })).toBe(false);
  });

  it('come from an office’s table by the name of the project, one that two share as it stands', () => {
    const year = yearOf([PAIR, PILOT, PILOT]);
    const table = tableOf([
      ['项目名称', '活动时间', '活动形式', '主要内容', '参会人员', '效果'],
      ['与示例甲局结对', '2026.3.5', '座谈交流', '交流做法', '甲、乙', '有'],
      ['告知引导试点', '2026.4.5', '现场观摩', '看流程', '丙', ''],
      ['没有的项目', '2026.5.5', '培训', '培训会', '', ''],
    ]);
    const columns = allColumns(year, 'steps');
    const reading = proposeReading(table, 'steps', columns);
    const found = readTable(table, 'steps', { ...{ reading, year: 2026, known: [], newId, columns } });
    expect(found.entries.map(({ fields }) => fields['project'])).toEqual([
      id(1),
      '告知引导试点',
      '没有的项目',
    ]);
    expect(found.entries[0]?.fields).toMatchObject({ form: '座谈交流', people: '甲、乙', result: '有' });
    expect(found.odd).toMatchObject([
      { row: 3, reason: expect.stringContaining('有2个这样的项目') as string },
      { row: 4, reason: expect.stringContaining('没有这样的项目') as string },
    ]);
  });

  it.each<[string, RegisterName, Fields, string[], 'new' | 'same' | 'known']>([
    [
      'of another project',
      'differences',
      { project: id(1), item: '1.1' },
      ['告知引导试点', '1.1', '', ''],
      'new',
    ],
    [
      'of its project',
      'differences',
      { project: id(2), item: '1.1' },
      ['告知引导试点', '1.1', '', '甲'],
      'same',
    ],
    ['without a project', 'differences', { project: id(2), item: '1.1' }, ['', '1.1', '', ''], 'known'],
    [
      'of a project that is gone',
      'differences',
      { project: id(9), item: '1.1' },
      ['告知引导试点', '1.1', '', ''],
      'same',
    ],
    ['of two names of none', 'differences', { project: '丙', item: '1.1' }, ['丁', '1.1', '', ''], 'new'],
    [
      'of another project on the same day',
      'steps',
      { project: id(1), day: '2026-03-05', matter: '座谈' },
      ['告知引导试点', '2026-03-05', '座谈', ''],
      'new',
    ],
  ])('come again with a table, %s (%s)', (_, name, fields, row, outcome) => {
    const year = yearOf([PAIR, PILOT], { [name]: [fields] });
    const heads = { differences: ['项目（评分项）', '对方做法', '责任人'], steps: ['日期', '内容', '地点'] };
    const table = tableOf([['所属项目', ...heads[name as 'steps']], row]);
    const columns = allColumns(year, name);
    const reading = proposeReading(table, name, columns);
    const known = entriesOf(year, name);
    const found = readTable(table, name, { ...{ reading, year: 2026, known, newId, columns } });
    const counts = { new: found.entries.length, same: found.same.length };
    expect(counts).toEqual({ new: outcome === 'new' ? 1 : 0, same: outcome === 'same' ? 1 : 0 });
  });

  it.each<[string, Fields[], string[]]>([
    ['no other', [PAIR, PILOT], ['与示例甲局结对', '告知引导试点']],
    [
      'their partners',
      [
        { ...PAIR, partner: '甲局' },
        { ...PAIR, partner: '乙局', start: '2026-01-01' },
      ],
      ['与示例甲局结对（甲局）', '与示例甲局结对（乙局，2026-01-01）'],
    ],
    ['nothing', [PAIR, PAIR], ['与示例甲局结对（第1个）', '与示例甲局结对（第2个）']],
    [
      'that one has a partner',
      [PAIR, { ...PAIR, partner: '甲局' }],
      ['与示例甲局结对（第1个）', '与示例甲局结对（甲局）'],
    ],
  ])('are called by a name of their project alone: told apart by %s', (_, projects, names) => {
    const year = yearOf(projects, { steps: [{ project: id(1) }] });
    const [owner] = columnsIn(year, 'steps');
    expect(Object.values(owner?.names ?? {})).toEqual(names);
    // As they are exported, they come in again.
    const rows = names.map((name, at) => [name, `内容${at}`]);
    const table = tableOf([['所属项目', '内容'], ...rows]);
    const columns = allColumns(year, 'steps');
    const reading = proposeReading(table, 'steps', columns);
    const found = readTable(table, 'steps', { ...{ reading, year: 2026, known: [], newId, columns } });
    expect(found.entries.map(({ fields }) => fields['project'])).toEqual(
      projects.map((_each, at) => id(at + 1)),
    );
  });

  it('count where something is filled in alone', () => {
    const year = yearOf([PAIR], {
      differences: [
        { project: id(1), state: '未落实' },
        { project: id(1), item: '1.1' },
      ],
    });
    expect(filledOfProject(year, 'differences', id(1)).map((entry) => entry.id)).toEqual([id(101)]);
  });
});

describe('what is due of pairs and pilots', () => {
  it.each<[RegisterName, Fields, string, string]>([
    ['projects', { end: '2026-12-02', state: '进行中' }, '计划结束还有3天', 'soon'],
    ['projects', { end: '2026-11-20' }, '计划结束已过期9天', 'late'],
    ['projects', { end: '2026-11-20', state: '已完成' }, '', 'calm'],
    ['projects', { end: '2026-11-20', state: '已终止' }, '', 'calm'],
    ['projects', { end: '2027-03-01', state: '进行中' }, '', 'calm'],
    ['projects', { end: '看情况', state: '进行中' }, '计划结束看不出是哪一天，请核对', 'soon'],
    ['projects', { end: '11月底前', state: '进行中' }, '计划结束还有1天', 'soon'],
    ...['第四季度', '年底前', '长期', '常年'].map((end): [RegisterName, Fields, string, string] => [
      ...(['projects', { end, state: '进行中' }, '', 'calm'] as const),
    ]),
    ['projects', { end: '第三季度', state: '进行中' }, '计划结束已过期60天', 'late'],
    [
      'differences',
      { project: id(1), item: '项', due: '2026-11-28', state: '落实中' },
      '落实期限已过期1天',
      'late',
    ],
    ['differences', { project: id(1), item: '项', due: '2026-11-28', state: '已落实' }, '', 'calm'],
    ['differences', { project: id(9), item: '项' }, '没有所属项目，请选一个', 'soon'],
    ['steps', { matter: '座谈' }, '没有所属项目，请选一个', 'soon'],
    ['steps', { project: id(1), matter: '座谈' }, '', 'calm'],
  ])('%s %j: %s', (name, fields, words, tone) => {
    const year =
      name === 'projects' ? yearOf([{ ...PAIR, ...fields }]) : yearOf([PAIR], { [name]: [fields] });
    const [entry] = entriesOf(year, name);
    expect(duesIn(year, name, TODAY)(entry!)).toEqual({ words, tone });
    const week = weekOf(year, TODAY).filter(({ register }) => register === name);
    expect(week.map((line) => line.words)).toEqual(words === '' ? [] : [words]);
  });
});

it.each(REGISTER_NAMES.filter((name) => columnsOf(name).some(({ planned }) => planned)))(
  'a planned day of %s that names none on purpose asks for none',
  (name) => {
    const planned = columnsOf(name).filter((column) => column.planned);
    const [words] = columnsOf(name).filter(({ kind }) => kind === 'text');
    for (const text of ['长期', '常年', '第四季度', '年底前']) {
      const days = planned.map(({ code }) => [code, text] as const);
      const year = yearOf([], { [name]: [{ [words!.code]: '甲', ...Object.fromEntries(days) }] });
      const [entry] = entriesOf(year, name);
      expect(duesIn(year, name, TODAY)(entry!).words).not.toContain('看不出');
    }
  },
);

it('is called in one line, whatever lines were typed', () => {
  const year = yearOf([{ name: '与示例甲局\n  结对' }]);
  expect(titleOf(year, 'projects', entriesOf(year, 'projects')[0]!)).toContain('与示例甲局 结对');
});

describe('pairs and pilots among the rest of a year', () => {
  const year = yearOf([PAIR], {
    steps: [{ project: id(1), day: '2026-03-05', form: '座谈交流', matter: '交流做法' }],
    differences: [
      { project: id(1), item: '1.1 示例', state: '已落实' },
      { project: id(1), item: '1.2 示例', state: '未落实' },
    ],
  });

  it('are found by the name of their project', () => {
    const line = searchedYear(year).lines.find(({ register }) => register === 'steps');
    expect(line?.texts).toContain('与示例甲局结对');
    expect(JSON.stringify(searchedYear(year).lines.map(({ texts }) => texts))).not.toContain(id(1));
  });

  it('are counted for a report', () => {
    const sentences = reportFigures(year, TODAY).flatMap(({ figures }) =>
      figures.map(({ sentence }) => sentence),
    );
    expect(sentences).toEqual([
      '2026年登记结对与试点1个。',
      '2026年结对与试点按类型分：结对子、传帮带1个。',
      '2026年开展结对和试点活动1次。',
      '2026年结对和试点活动按形式分：座谈交流1次。',
      '2026年对照结对单位的做法查找差距2项。',
      '2026年对照结对单位的做法查找的2项差距中，已落实1项，占50.00%。',
    ]);
    expect(reportFigures(year, TODAY).flatMap(({ strange }) => strange)).toEqual([]);
  });

  it('are merged row by row, and a project is called by its name', () => {
    const base = yearOf([PAIR, PILOT], { steps: [{ project: id(1), matter: '甲' }] });
    const moved = (to: string) =>
      after(base, { kind: 'setEntry', register: 'steps', id: id(100), fields: { project: to } });
    const added = after(base, {
      kind: 'addEntries',
      register: 'steps',
      entries: rows(200, [{ matter: '乙' }]),
    });
    const merged = mergeValues(yearDocument, { base, local: moved(id(2)), remote: added });
    expect(merged.outcome).toBe('merge');
    expect(entriesOf(merged.value, 'steps').map(({ fields }) => fields)).toEqual([
      { project: id(2), matter: '甲' },
      { matter: '乙' },
    ]);
    const [local, remote] = [moved(id(2)), moved('')];
    const shown = mergeValues(yearDocument, { base, local, remote }).differences.map((each) =>
      shownDifference(yearDocument, each, { local, remote, context: undefined }),
    );
    expect(shown).toMatchObject([{ local: '告知引导试点', remote: '', takes: 'ask' }]);
    expect(shown[0]?.name).toContain('所属项目');
  });

  it('leave their rows with their parents’ names in every register of theirs', () => {
    expect(OWNED.map((name) => columnsIn(year, name)[0]?.names)).toEqual([
      { [id(1)]: '与示例甲局结对' },
      { [id(1)]: '与示例甲局结对' },
    ]);
  });
});
