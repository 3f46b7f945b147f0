import { weekOf } from './due.ts';
import { REGISTER_NAMES, registerOf } from './kinds.ts';
import type { Plan } from './plan.ts';
import type { Rollup } from './rollup/schema.ts';
import { uncountedWords } from './rollup/uncounted.ts';
import { rollupWeek } from './rollup/week.ts';
import type { Year } from './year/schema.ts';

/** What 本周 of a document tells, counted, for 首页. */
export interface Reminder {
  /** Something is overdue. */
  readonly isLate: boolean;
  /** 年度任务 2 项已过期；执法回访 1 件快到期、缺材料或待核对; '' where nothing is due. */
  readonly words: string;
}

export function yearReminder(year: Year, today: string): Reminder {
  const lines = weekOf(year, today);
  const registers = REGISTER_NAMES.filter((name) => lines.some(({ register }) => register === name));
  const said = registers.map((name) => {
    const { label, unit } = registerOf(name);
    const of = (wanted: string) =>
      new Set(
        lines
          .filter(({ register, tone }) => register === name && tone === wanted)
          .flatMap(({ id, ids = [id] }) => ids),
      ).size;
    const parts: readonly (readonly [count: number, what: string])[] = [
      [of('late'), '已过期'],
      [of('soon'), '快到期、缺材料或待核对'],
    ];
    return `${label} ${parts
      .filter(([count]) => count > 0)
      .map(([count, what]) => `${count} ${unit}${what}`)
      .join('，')}`;
  });
  return { isLate: lines.some(({ tone }) => tone === 'late'), words: said.join('；') };
}

export function rollupReminder(rollup: Rollup, today: string, plans: readonly Plan[]): Reminder {
  const { office, units } = rollupWeek(rollup, today, plans);
  const late = units.reduce((sum, each) => sum + each.late, 0);
  const having = (is: (line: (typeof units)[number]['lines'][number]) => boolean): number =>
    units.filter(({ lines }) => lines.some(is)).length;
  const uncounted = uncountedWords(rollup);
  const kinds: readonly (readonly [count: number, words: string])[] = [
    [late, `${having(({ about }) => about === 'late')} 个单位有 ${late} 项任务已过期`],
    ...(
      [
        ['soon', '有7天内到期的任务'],
        ['unsent', '没有报送进度表'],
        ['doubt', '有事项待核实'],
        ['cases', '的典型案例没有交齐或者要核对'],
      ] as const
    ).map(([wanted, what]): readonly [number, string] => {
      const count = having(({ about }) => about === wanted);
      return [count, `${count} 个单位${what}`];
    }),
    [office.length, `办公室要办的 ${office.length} 件`],
    [uncounted.length, `另有 ${uncounted}`],
  ];
  const said = kinds.filter(([count]) => count > 0).map(([, words]) => words);
  const isLate = [...office, ...units.flatMap(({ lines }) => lines)].some(({ tone }) => tone === 'late');
  return { isLate, words: said.join('；') };
}
