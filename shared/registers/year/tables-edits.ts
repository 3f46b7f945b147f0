import { LEDGER_NAMES } from '../kinds.ts';
import type { Year } from './schema.ts';
import { MOST_TABLES, type StatTable } from './tables.ts';

type Tables = Pick<Year, 'tables'>;

export function tableIn({ tables = [] }: Tables, id: string): StatTable | undefined {
  return tables.find((table) => table.id === id);
}

/** Why a table cannot be put; undefined where it can. */
export function tableRefused(
  { tables = [] }: Tables,
  { id, register, lines }: StatTable,
): string | undefined {
  if (!LEDGER_NAMES.some((name) => name === register)) return '没有这本台账';
  if (new Set(lines.map((line) => line.id)).size < lines.length) return '同一指标不能有两次';
  const isNew = tables.every((table) => table.id !== id);
  return isNew && tables.length >= MOST_TABLES ? `统计表最多 ${MOST_TABLES} 张` : undefined;
}

/** In its place, or behind all others. */
export function putTable<Value extends Tables>(year: Value, table: StatTable): Value {
  const { tables = [] } = year;
  const others = tableIn(year, table.id)
    ? tables.map((each) => (each.id === table.id ? table : each))
    : [...tables, table];
  return { ...year, tables: others };
}
