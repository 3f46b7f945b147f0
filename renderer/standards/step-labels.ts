import type { ImportStep } from '../../shared/tables/import/schema.ts';

/** What takes the row at hand as it is, in every step that asks; Enter goes to what is put right of it, Esc back. */
export const CONFIRM_KEYS = '空格；在输入框里按 Ctrl+Enter';

export const STEP_LABELS: Record<ImportStep, string> = {
  tables: '选表',
  columns: '列',
  tree: '结构',
  rules: '规则',
  check: '检查',
  compare: '核对',
  identity: '标识',
  save: '保存',
};
