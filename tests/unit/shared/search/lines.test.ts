import { describe, expect, it } from 'vitest';
import { columnsOf, REGISTER_NAMES } from '../../../../shared/registers/kinds.ts';
import { yearSchema } from '../../../../shared/registers/year/schema.ts';
import type { Desk } from '../../../../shared/review/schema.ts';
import { searchedDesk, searchedRollup, searchedYear } from '../../../../shared/search/lines.ts';
import { aCase } from '../registers/rollup/collect/samples.ts';
import { rollup, task, unit, uuid } from '../registers/rollup/fixtures.ts';

const ID = '0b0f3c2a-1111-4d8e-8a5e-0f6f0f3c2a11';
const AT = '2026-11-01T00:00:00.000Z';

/** Every column of every register holds its own code and whether it is personal. */
const year = yearSchema.parse({
  ...{ version: 1, id: ID, createdAt: AT, updatedAt: AT, title: '示例局2026年', unit: '示例局', year: 2026 },
  registers: Object.fromEntries(
    REGISTER_NAMES.map((name) => [
      name,
      [
        {
          id: ID,
          fields: Object.fromEntries(
            columnsOf(name).map(({ code, personal }) => [
              code,
              `${name}.${code}.${personal ? 'private' : 'open'}`,
            ]),
          ),
          files: [
            {
              sha256: 'a'.repeat(64),
              bytes: 1,
              fileName: '照片.jpg',
              mediaType: 'image/jpeg',
              role: 'picture',
            },
          ],
        },
      ],
    ]),
  ),
});

describe('what is looked through of a year', () => {
  const lines = searchedYear(year).lines;

  it.each(REGISTER_NAMES)('%s: every column that is not personal, and the names of files', (name) => {
    const mine = lines.find(({ register }) => register === name);
    const text = [mine?.title, ...(mine?.texts ?? [])].join('\n');
    const open = columnsOf(name).filter(({ personal }) => !personal);
    for (const { code } of open) expect(text).toContain(`${name}.${code}.open`);
    expect(text).toContain('照片.jpg');
    expect(text).not.toContain('private');
  });

  it('has 统计表 by title, period and lines, but of no ledger that is not known', () => {
    const table = (register: string, title: string) => ({
      ...{ id: ID, register, title, from: '2026-01-01', to: '2026-03-31' },
      lines: [{ id: ID, label: '调解成功', by: 'all' }],
    });
    const tables = [table('mediation', '报市局的报表'), table('visits', ''), table('以后的', '别的')];
    const found = searchedYear(yearSchema.parse({ ...year, tables })).lines.filter(
      ({ group }) => group === 'statTable',
    );
    expect(found).toEqual([
      {
        ...{ group: 'statTable', id: ID, register: 'mediation', title: '报市局的报表（第一季度）' },
        texts: ['行政调解', '调解成功'],
      },
      expect.objectContaining({ register: 'visits', title: '执法回访统计表（第一季度）' }),
    ]);
    // Copies of one name: an own period, and none.
    const copies = [{ to: '2026-03-25' }, { from: '', to: '' }].map((days) => ({
      ...table('mediation', '报表'),
      ...days,
    }));
    const titles = searchedYear(yearSchema.parse({ ...year, tables: copies })).lines.map(
      ({ title }) => title,
    );
    expect(titles).toContain('报表（2026-01-01 至 2026-03-25）');
    expect(titles).toContain('报表（没有填统计期间）');
  });

  it('has tasks and cases as groups of their own', () => {
    const groups = Object.fromEntries(lines.map(({ register, group }) => [register, group]));
    expect(groups).toMatchObject({ tasks: 'task', cases: 'case', guidance: 'entry', outreach: 'entry' });
  });
});

describe('what is looked through of a roll-up', () => {
  const one = unit(1, { name: '示例甲局', tasks: [task(1, { material: '实施方案' })] });
  const two = unit(2, { name: '示例乙局', tasks: [task(1)] });
  const cases = [aCase(1, { unit: one.id, title: '夜市油烟' }), aCase(2, { title: '' })];
  const { lines } = searchedRollup(rollup({ units: [one, two], cases }));
  const of = (group: string) => lines.filter((line) => line.group === group);

  it('has the tasks of each unit, by its name, and knows whose they are', () => {
    expect(of('unitTask')).toMatchObject([
      { id: `${one.id}.${uuid(1)}`, unit: one.id, title: '示例甲局：事项1' },
      { id: `${two.id}.${uuid(1)}`, unit: two.id, title: '示例乙局：事项1' },
    ]);
    expect(of('unitTask')[0]?.texts).toContain('实施方案');
  });

  it('has the collected cases by title and unit, one without a title by its file', () => {
    expect(of('collected')).toMatchObject([
      { id: cases[0]?.id, title: '示例甲局：夜市油烟' },
      { id: cases[1]?.id, title: cases[1]?.file.fileName },
    ]);
  });
});

describe('what is looked through of a desk', () => {
  it('has each package by its unit and its file, one of no unit by its file', () => {
    const titled = { title: '2026年推荐' };
    const desk = { id: uuid(1), title: '核验台', campaign: titled, standard: titled } as unknown as Desk;
    const packages = [
      { key: 'a', unit: '示例甲局', fileName: '甲.zip' },
      { key: 'b', unit: '', fileName: '乙.zip' },
    ];
    expect(searchedDesk(desk, packages).lines).toEqual([
      { group: 'package', id: 'a', title: '示例甲局', texts: ['甲.zip'] },
      { group: 'package', id: 'b', title: '乙.zip', texts: [] },
    ]);
  });
});
