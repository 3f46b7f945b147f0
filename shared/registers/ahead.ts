import type { Column } from './column.ts';
import { isAfter } from './when.ts';

/** What is said of a day after today (ISO 8601) in a row of a table; '' for nothing. Of the office's own column nobody knows whether its days are set ahead. */
export function aheadWords(text: string, column: Column, today: string): string {
  const mayBeAhead = column.planned || ('isOwn' in column && column.isOwn);
  return today !== '' && !mayBeAhead && isAfter(text, today) ? '在今天以后，照原样登记；报告里不算' : '';
}
