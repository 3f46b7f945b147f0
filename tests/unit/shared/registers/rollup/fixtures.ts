import type { Progress } from '../../../../../shared/registers/progress.ts';
import type { Rollup, RollupUnit, UnitTask } from '../../../../../shared/registers/rollup/schema.ts';

/** A UUID that says which it is. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const AT = '2026-11-20T01:00:00.000Z';

export function task(number: number, part: Partial<UnitTask> = {}): UnitTask {
  return {
    ...{ id: uuid(number), matter: `事项${number}`, material: `材料${number}`, limit: '6月中旬' },
    ...{ due: '2026-06-20', state: '未开始', formal: false },
    doneOn: part.state === '已完成' ? '2026-06-01' : '',
    ...part,
  };
}

export function progress(part: Partial<Progress> = {}): Progress {
  return {
    ...{ version: 1, kind: 'year-progress', origin: uuid(900), unit: '示例市教育局', category: 'department' },
    ...{ year: 2026, exportedAt: AT, tasks: [task(1), task(2, { state: '已完成', formal: true })] },
    ...part,
  };
}

export function unit(number: number, part: Partial<RollupUnit> = {}): RollupUnit {
  return { id: uuid(100 + number), name: `示例市第${number}局`, category: 'department', tasks: [], ...part };
}

export const RECEIVED = { fileName: '进度.json', at: AT, exportedAt: AT, origin: uuid(900) } as const;

export function rollup(part: Partial<Rollup> = {}): Rollup {
  return {
    ...{ version: 1, id: uuid(500), createdAt: AT, updatedAt: AT, title: '示例市办公室2026年' },
    ...{ office: '示例市办公室', year: 2026, units: [], points: [] },
    ...{ caseDay: '', caseSource: '', caseLeast: 2, cases: [], attachments: [] },
    ...part,
  };
}
