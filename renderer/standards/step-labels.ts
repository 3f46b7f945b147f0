import type { ImportStep } from '../../shared/tables/import/schema.ts';

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
