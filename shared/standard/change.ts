import * as z from 'zod';

export const changeSchema = z.enum(['same', 'reworded', 'rescored', 'moved', 'new', 'gone']);
/** What became of an entry from one edition to the next. */
export type Change = z.output<typeof changeSchema>;

export const CHANGE_LABELS: Record<Change, string> = {
  same: '未变',
  reworded: '改文字',
  rescored: '改分值',
  moved: '移动',
  new: '新增',
  gone: '删除',
};
