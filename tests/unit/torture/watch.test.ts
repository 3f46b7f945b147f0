import { expect, it } from 'vitest';
import { onlyAbout } from '../../torture/input/watch.ts';

const A = '0a1b2c3d-0000-4000-8000-000000000000';
const IDS = { '示例-99999999': 'ffffffff-0000-4000-8000-000000000000' };

const excess = (input: unknown, ...paths: string[]): string[] =>
  onlyAbout(input, { ids: IDS })(new Map(paths.map((path) => [path, 'other'])));

it('lets a call write in the documents that it names, and in no other', () => {
  const others = ['乙-11111111/assessment.json', '核验台/乙-11111111/desk.json', '标兵/乙.json'];
  const own = [
    '甲-0a1b2c3d/assessment.json',
    '年度工作/甲-0a1b2c3d/year.json',
    `标准库/导入中/${A}.tables.json`,
  ];
  expect(excess({ id: A }, ...own, ...others)).toEqual(expect.arrayContaining(others));
  expect(excess({ id: A }, ...own)).toEqual([]);
  expect(excess({}, ...own)).toEqual(own);
});

it('lets it write what the program keeps beside them', () => {
  const kept = [
    '导出/甲.zip',
    '.temporary/a.note',
    '标准库/a.json',
    '推荐活动/b.json',
    '乙-11111111/.lock/c.json',
  ];
  expect(excess({ id: A }, ...kept)).toEqual([]);
});

it('lets it make a new document', () => {
  const made = new Map([
    ['乙-11111111', 'new'],
    ['乙-11111111/assessment.json', 'new'],
  ] as const);
  expect(onlyAbout({})(made)).toEqual([]);
});

it('knows a document whose folder bears another name', () => {
  const path = '示例-99999999/assessment.json';
  expect(excess({ id: IDS['示例-99999999'] }, path)).toEqual([]);
  expect(excess({ id: '99999999-0000-4000-8000-000000000000' }, path)).toEqual([path]);
});
