import type { Plan } from '../plan.ts';
import type { LateTask } from './grid.ts';
import type { RollupUnit } from './schema.ts';

/** Names of the categories that the notices have tables for, by their codes. */
export function categoryNames(plans: readonly Plan[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    plans.flatMap(({ tables }) => tables.map(({ category, title }) => [category, title])),
  );
}

export function categoryName(names: Readonly<Record<string, string>>, code: string): string {
  return code === '' ? '没有选类别' : (new Map(Object.entries(names)).get(code) ?? '其他类别');
}

/** 已报送 2026-11-20导出, 未报送. `dayOf`: of a time, the day where the reader is. */
export function receivedWords({ received }: RollupUnit, dayOf: (at: string) => string): string {
  return received ? `${dayOf(received.exportedAt)}导出` : '未报送';
}

/** Why a task counts as late: what its unit or the office says of it. */
export function lateWords({ at, task }: LateTask): string {
  if (at.isUnreported) return '未报送';
  return at.isCorrected ? `办公室更正为${at.state}：${task.correction?.reason ?? ''}` : `单位报${at.state}`;
}
