import * as z from 'zod';

export const COLUMN_ROLES = [
  'ignore',
  'number',
  'level1',
  'level2',
  'level3',
  'level4',
  'level5',
  'level6',
  'content',
  'criterion',
  'fullScore',
  'weight',
  'grade',
  'fact',
  'method',
  'evidence',
  'department',
  'deadline',
  'veto',
  'appliesTo',
  'selfScore',
  'reviewScore',
  'note',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export const COLUMN_ROLE_LABELS: Record<ColumnRole, string> = {
  ignore: '不使用',
  number: '序号',
  level1: '一级指标',
  level2: '二级指标',
  level3: '三级指标',
  level4: '四级指标',
  level5: '五级指标',
  level6: '六级指标',
  content: '考核内容',
  criterion: '评分标准',
  fullScore: '分值',
  weight: '权重',
  grade: '分档得分',
  fact: '计量单位、目标值等',
  method: '考核办法',
  evidence: '佐证材料',
  department: '责任部门',
  deadline: '完成时限',
  veto: '单项否决',
  appliesTo: '适用单位',
  selfScore: '自评分',
  reviewScore: '考核分',
  note: '备注',
};

const count = z.int().min(0);

/**
 * What each column means, and where the data begins. `roles.length` is the table's column count. A role may
 * stand more than once: texts are joined, a second 分值 column states the score of the level before it, and each
 * `grade` column (优, 良, 中, 差) holds the points of that grade. A `fact` is told with its heading: 目标值：95%.
 */
export const columnMapSchema = z
  .strictObject({
    /** First header row and the row after the last; equal where the table has no header. */
    headerFrom: count,
    headerTo: count,
    roles: z.array(z.enum(COLUMN_ROLES)).readonly(),
  })
  .readonly();
export type ColumnMap = z.output<typeof columnMapSchema>;
