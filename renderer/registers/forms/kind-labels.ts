import type { ColumnKind } from '../../../shared/registers/column.ts';

export const KIND_LABELS: Readonly<Record<ColumnKind, string>> = {
  ...{ text: '文字', long: '长文字', day: '日期', count: '整数', choice: '选项' },
};
