import type { AnyDocumentStore } from './document-state.ts';

type Unsent = ReturnType<ReturnType<AnyDocumentStore['getState']>['unsent']>;

/** What is in the page alone, one change a line: to be read, and to be copied. */
export function unsentWords(rows: Unsent): string {
  return rows.map(({ name, local }) => `${name}：${local || '（清空）'}`).join('\n');
}
