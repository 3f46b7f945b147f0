import type { Rollup, RollupUnit } from './schema.ts';

/** Units of which nothing can be late: no table of a category asks anything of them, and they sent nothing. */
function uncountedUnits({ units }: Pick<Rollup, 'units'>): RollupUnit[] {
  return units.filter(({ received, tasks }) => received === undefined && tasks.length === 0);
}

/** 2 个单位没有选类别、1 个单位没有任务，没有算: beside every total; '' where all units are in it. */
export function uncountedWords(rollup: Pick<Rollup, 'units'>): string {
  const all = uncountedUnits(rollup);
  const bare = all.filter(({ category }) => category === '').length;
  const parts: readonly (readonly [count: number, what: string])[] = [
    [bare, '没有选类别'],
    [all.length - bare, '没有任务'],
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} 个单位${what}`);
  return said.length === 0 ? '' : `${said.join('、')}，没有算`;
}

/** How those that sent nothing are counted, and who is not. */
export function countedWords(rollup: Pick<Rollup, 'units'>): string {
  const others = uncountedWords(rollup);
  return `没有报送的单位，按任务都没有完成计${others && `；另有 ${others}`}`;
}
