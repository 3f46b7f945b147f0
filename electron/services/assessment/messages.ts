import { UserError } from '../../../shared/values/errors.ts';

export function standardUnreadable(what: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'standard-unreadable',
      message: `档案文件夹里的验收标准文件 standard.json ${what}。`,
      effect: '为避免按错误的标准计分，没有打开；自评内容和佐证材料没有改动。',
      remedy: '请从这份档案的推荐包或文件夹副本中取回 standard.json 放回原处。',
    },
    { cause },
  );
}
