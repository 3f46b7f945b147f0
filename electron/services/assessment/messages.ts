import { type Failure, UserError } from '../../../shared/values/errors.ts';

/** What a user is told when an assessment folder is opened with something to know. */
export const RECOVERED: Failure = {
  code: 'recovered',
  message: '自评档案文件已损坏，已改用上一份副本。',
  effect: '最近一次保存的改动可能不在其中；损坏的文件不会删除，打开档案时另存为 assessment.damaged-*.json。',
  remedy: '请核对最近填写的内容；如有缺失，请补填或从备份恢复。',
};
export const MIGRATED: Failure = {
  code: 'migrated',
  message: '这份自评档案由旧版程序保存，已升级到当前格式。',
  effect: '内容没有变化，升级前的档案已自动备份。',
  remedy: '无需处理。',
};
export const TOOK_OVER: Failure = {
  code: 'lock-taken-over',
  message: '这份自评档案上次没有正常关闭，现已重新打开。',
  effect: '最近一次保存的内容完好。',
  remedy: '无需处理；可核对最后填写的一项。',
};

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

export function lockLost(): UserError {
  return new UserError({
    code: 'lock-lost',
    message: '这份自评档案已被另一个程序打开接管（电脑休眠后常见）。',
    effect: '刚才这一步没有保存；此前保存的内容完好。',
    remedy: '请回到首页重新打开这份档案，再做这一步。',
  });
}
