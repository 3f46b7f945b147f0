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

export function notAnAssessment(): UserError {
  return new UserError({
    code: 'not-found',
    message: '这个文件夹里没有自评档案（找不到 assessment.json）。',
    effect: '没有改动任何文件。',
    remedy: '请确认选择的是自评档案文件夹；如文件被移走，请放回原处。',
  });
}
