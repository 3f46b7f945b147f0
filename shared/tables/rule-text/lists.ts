import { NUMBER, readNumber } from './numbers.ts';
import { splitParts } from './parts.ts';
import type { Statement } from './statement.ts';

/** "好、较好、一般分别计4、3、2分": a statement each, where as many are named as there are scores. */
export function expandLists(found: readonly Statement[]): Statement[] {
  return found.flatMap((statement): Statement[] => {
    const { action } = statement;
    if (action.kind !== 'list') return [statement];
    const parts = splitParts(statement.condition.split(',').at(-1) ?? '');
    const { from, to } = action;
    if (parts.length !== action.points.length) {
      return [{ ...statement, action: { kind: 'unsupported', why: '分别给出的几个分数', from, to } }];
    }
    return parts.map((condition, i) => {
      const points = action.points[i] ?? 0;
      return { ...statement, condition, action: { kind: action.of, points, from, to } };
    });
  });
}

/** 4、3、2分 -> hundredths; undefined where one is no number. */
export function readList(list: string): number[] | undefined {
  const points = [...list.matchAll(new RegExp(NUMBER, 'g'))].map(([number]) => readNumber(number));
  return points.every((one) => one !== undefined) ? points : undefined;
}
