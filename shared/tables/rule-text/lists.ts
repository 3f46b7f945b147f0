import { isShared } from './leads.ts';
import { NUMBER, readNumber } from './numbers.ts';
import { splitParts } from './parts.ts';
import { isCountOnly } from './occurrence.ts';
import type { ActionOf } from './actions.ts';
import type { Statement } from './statement.ts';
import { UNIT } from './words.ts';

/** "好、较好、一般分别计4、3、2分": a statement each, where as many are named as there are scores. */
export function expandLists(found: readonly Statement[]): Statement[] {
  return found.flatMap((statement): Statement[] => {
    const { action } = statement;
    if (action.kind === 'deduct' && action.each) return eachOf({ ...statement, action });
    if (action.kind !== 'list') return [statement];
    const { names, unit, counts, lead } = countedList(statement.condition);
    const parts = splitParts(names);
    const { from, to } = action;
    // 省级、市级每项分别得3分、2分: points per piece.
    const perPiece = action.of === 'give' && (unit !== undefined || /每/.test(names));
    if (perPiece || parts.length !== action.points.length) {
      return [{ ...statement, action: { kind: 'unsupported', why: '分别给出的几个分数', from, to } }];
    }
    return parts.map((condition, i) => {
      const points = action.points[i] ?? 0;
      if (action.of === 'give')
        return { ...statement, condition, action: { kind: 'give', points, from, to } };
      const each = counts ? { each: true } : {};
      const per = unit === undefined ? each : { unit };
      return { ...statement, lead, condition, action: { kind: 'deduct', points, from, to, ...per } };
    });
  });
}

const FAULT = /^(?:未|没有?|无|缺少?|不|漏)/;
/** 内容不全: a fault of its own; 总结 is missing as what stands before it is. */
const NAMES_FAULT = /[未无没不缺漏错]/;

/** "无计划、无总结各扣1分": one fault each; of 无计划、总结 the second is 无总结, with a doubt. */
function eachOf(statement: Statement<ActionOf<'deduct'>>): Statement[] {
  const { action } = statement;
  const { names, unit, counts, lead } = countedList(statement.condition);
  const parts = splitParts(names);
  if (parts.length < 2 || counts) return [statement];
  const { kind, points, from, to } = action;
  const fault = FAULT.exec(parts[0] ?? '')?.[0];
  return parts.map((part, i) => ({
    ...statement,
    lead,
    condition: fault === undefined || NAMES_FAULT.test(part) ? part : `${fault}${part}`,
    action: {
      ...{ kind, points, from, to },
      ...(unit === undefined ? {} : { unit }),
      ...(i === 0 || NAMES_FAULT.test(part) ? {} : { each: true }),
    },
  }));
}

const COUNT_BEFORE = new RegExp(
  `^每(?:发现|发生|出现|查实|有)?[一1]?(个(?!月)|(?!年|半年|季|月|周|日|天|期)${UNIT})(?=[未不无没缺漏错迟早瞒虚超逾误旷])`,
);
const COUNT_AFTER = new RegExp(`(?:的|,)*(?:每[一1]?|[一1])(个|${UNIT})的?$`);
const COUNT_INSIDE = new RegExp(`[\\d每各]|[一二两三四五六七八九十]个?${UNIT}`);

interface CountedList {
  readonly names: string;
  readonly unit?: string | undefined;
  /** There is a count that was not understood. */
  readonly counts: boolean;
  /** The condition of all that are named. */
  readonly lead: string;
}

/** "迟到、早退每人次": the count is of all that are named. */
function countedList(condition: string): CountedList {
  const clauses = condition.split(',');
  const near = clauses.at(-1) ?? '';
  const whole = isCountOnly(near) && clauses.length > 1 ? clauses.slice(-2).join(',') : near;
  const before = condition.slice(0, condition.length - whole.length);
  const lead = before + (/^.*:/s.exec(whole)?.[0] ?? '');
  const pattern = COUNT_BEFORE.test(whole) ? COUNT_BEFORE : COUNT_AFTER;
  const names = whole.replace(pattern, '').replace(/的$/, '');
  const shared = isShared(lead) ? lead : '';
  // 超期3天、2天、1天: a number each.
  if (COUNT_INSIDE.test(names)) return { names: near, counts: true, lead: shared };
  return { names, unit: pattern.exec(whole)?.[1], counts: COUNT_INSIDE.test(condition), lead: shared };
}

/** 4、3、2分 -> hundredths; undefined where one is no number. */
export function readList(list: string): number[] | undefined {
  const points = [...list.matchAll(new RegExp(NUMBER, 'g'))].map(([number]) => readNumber(number));
  return points.every((one) => one !== undefined) ? points : undefined;
}
