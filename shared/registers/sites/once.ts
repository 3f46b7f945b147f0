import { type Entry, fieldOf } from '../entry.ts';
import { textKey } from '../text-key.ts';

/** Each unit once, known by its 统一社会信用代码 or its name: of two rows the first. */
export function onceEach<Row extends Pick<Entry, 'fields'>>(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const keys = ['code', 'name'].flatMap((code) => {
      const key = textKey(fieldOf(row, code));
      return key === undefined ? [] : [`${code} ${key}`];
    });
    const isAgain = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return !isAgain;
  });
}
