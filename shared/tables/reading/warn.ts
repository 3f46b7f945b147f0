import type { ImportWarning } from '../standard-draft.ts';

/** `row` and `column` as people count them; 0 where it is about none. */
export type Warn = (code: string, row: number, message: string, column?: number) => void;

export function warningList(table: string): { list: ImportWarning[]; warn: Warn } {
  const list: ImportWarning[] = [];
  return {
    list,
    warn: (code, row, message, column = 0) => void list.push({ code, table, row, column, message }),
  };
}

/** The beginning of a text, as a warning quotes it. */
export function shortly(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
