import {
  type LostReview,
  type NamedPackage,
  PACKAGE_UNKNOWN,
  packageName,
} from '../../../shared/review/words.ts';
import { UserError } from '../../../shared/values/errors.ts';

/** Whoever waited for the check must not go on: the desk was closed before it was done. */
export function checkBrokenOff(): UserError {
  return new UserError({
    code: 'check-broken-off',
    message: '核验台在核对完成之前关闭了。',
    effect: '没有导出；推荐包和核验记录没有改动。',
    remedy: '请重新打开核验台，再导出。',
  });
}

/** All of them at once: a stick, a share, a folder that was moved. */
export function packagesAway(): UserError {
  return new UserError({
    code: 'packages-away',
    message:
      '核验台的 packages 文件夹现在不在原处，或者是空的：推荐包都不见了（可能是 U 盘、网络盘断开，或者被移走、被同名的文件占了）。',
    effect: '没有按它现在的样子改列表，也没有收件、导出；推荐包和核验记录没有改动。',
    remedy: '请接好磁盘或者把文件夹放回原处，再试一次；推荐包确实都不要了的，请新建核验台。',
  });
}

/** What was handed in is good: the desk's own folder does not take it. */
export function deskUnwritable(folder: string, cause: unknown): UserError {
  return new UserError(
    {
      code: 'desk-unwritable',
      message: '核验台自己的文件夹现在不能写入或读取，推荐包放不进去。',
      effect: '这个文件没有收进核验台，其他推荐包不受影响。',
      remedy:
        '请检查核验台文件夹和里面的 packages、incoming：是否设成了只读，有没有写入权限，是不是被同名的文件占了；处理后再收一次。',
      path: folder,
    },
    { cause },
  );
}

/** The package is in, and its name is not on the list of those that must be there. */
export function notWrittenDown(fileName: string, cause: unknown): UserError {
  return new UserError(
    {
      code: 'not-written-down',
      message: `“${fileName}”已经收进核验台，但收件记录（packages.jsonl）写不进去。`,
      effect: '推荐包在列表里，没有丢失；只是以后它的文件夹如果不见了，程序不会知道。',
      remedy: '请清理磁盘、检查核验台文件夹能否写入，然后关闭核验台再打开一次，程序会补记。',
    },
    { cause },
  );
}

/** Of one package, while others are there. */
export function packageGone(fileName: string): UserError {
  return new UserError({
    code: 'package-gone',
    message: `推荐包“${fileName}”的文件夹现在不在核验台里，可能在程序外被移走或改名。`,
    effect: '这次改动没有保存；以前保存的核验记录在那个文件夹里，没有改动。',
    remedy: '请把文件夹放回核验台的 packages 文件夹，再改一次。',
  });
}

/** Asked for by its name or its key, and not on the list. */
export function packageMissing({ isGone, ...about }: NamedPackage & { readonly isGone: boolean }): UserError {
  return new UserError({
    code: 'package-gone',
    message: isGone
      ? `收过的推荐包${packageName(about)}的文件夹（packages 里的 ${about.key}）现在不在核验台里。`
      : `收过的推荐包${packageName(about)}（packages 里的 ${about.key}）现在读取不到。`,
    effect: '没有核验，也没有改动任何内容；它暂时不在列表里，不参加排序。',
    remedy: isGone
      ? '请把文件夹放回核验台的 packages 文件夹，名称改回原样，再试一次；找不回的，请重新导入推荐包，重新核验。'
      : '请按打开核验台时的提示处理，再试一次。',
  });
}

/** Somebody gave it up, and it is there. */
export function packageIsBack(): UserError {
  return new UserError({
    code: 'package-is-back',
    message: '这个推荐包的文件夹又在核验台里了，或者现在看不到它在不在。',
    effect: '没有改动任何内容；能读取的，已经回到列表里。',
    remedy: '请看核验总表里有没有它；没有的，请接好磁盘再试。',
  });
}

/** In the place of one package lies another one. */
export function packageExchanged(fileName: string): UserError {
  return new UserError({
    code: 'package-exchanged',
    message: `推荐包“${fileName}”的文件夹被换成了另一个推荐包的文件夹。`,
    effect: '这次改动没有保存，两个推荐包的核验记录都没有改动。',
    remedy: '请把原来的文件夹放回核验台的 packages 文件夹，再改一次。',
  });
}

/** Told by `packageUnreadable`. */
export function packageMisplaced(fileName: string): UserError {
  return new UserError({
    code: 'package-misplaced',
    message: `文件夹名与里面的推荐包“${fileName}”不符，可能被复制、改名或互换过。`,
    effect: '它暂时不在列表里；文件原样保留，没有改动。',
    remedy: '请把文件夹改回原名，或移出核验台。',
  });
}

/** Told by `packageUnreadable`. */
export function packageLinked(): UserError {
  return new UserError({
    code: 'package-linked',
    message: '它不是文件夹本身，而是指向别处的链接。',
    effect: '它暂时不在列表里；没有打开它指向的内容，也没有改动。',
    remedy: '请把原来的文件夹放回这个位置，或把链接移出核验台。',
  });
}

export function standardChanged(cause?: unknown): UserError {
  return new UserError(
    {
      code: 'standard-unreadable',
      message: '核验台文件夹里的验收标准文件 standard.json 丢失或已被改动。',
      effect: '为避免按错误的标准计分，没有打开；推荐包和核验记录没有改动。',
      remedy: '请把原来的 standard.json 放回该文件夹后再打开。',
    },
    { cause },
  );
}

export function officeMissing(): UserError {
  return new UserError({
    code: 'office-missing',
    message: '还没有填写核验单位，反馈包不知道是哪个单位发出的。',
    effect: '没有导出反馈包，核验记录没有改动。',
    remedy: '请在核验台“导出”页面填写“核验单位”（本单位全称），再导出反馈包。',
  });
}

/** What goes back to a unit is final. */
export function reviewNotWhole(loss: LostReview['loss']): UserError {
  const isLost = loss === 'lost';
  return new UserError({
    code: 'review-not-whole',
    message: isLost
      ? '它的核验记录不见了，还没有重新核验，没有导出反馈包'
      : '它的核验记录用的是较早的一份，还没有核对补齐，没有导出反馈包',
    effect: '核验记录没有改动，单位不会收到不准的意见。',
    remedy: isLost
      ? '请从备份放回核验记录，或者打开它重新核验，再导出反馈包。'
      : '请打开它核对补齐；不缺的，在“收件”页面这条提示的“详情”里点“已核对，没有缺少”，再导出反馈包。',
  });
}

export function packageUnknown(): UserError {
  return new UserError(PACKAGE_UNKNOWN);
}

/** `cause`: how its thread ended. */
export function inspectionDied(cause: unknown): UserError {
  return new UserError(
    {
      code: 'inspection-died',
      message: '核验这个文件的程序中途意外退出（可能是内存不足），没有核验完。',
      effect: '这个文件没有收进核验台，其他推荐包不受影响。',
      remedy: '请关闭其他程序后重新导入这个文件；仍然这样的，请联系技术支持人员。',
    },
    { cause },
  );
}

export function originalChanged(cause?: unknown): UserError {
  return new UserError(
    {
      code: 'original-changed',
      message: '核验台里保存的推荐包原件已丢失、损坏或被改动。',
      effect: '核验记录没有改动。',
      remedy: '请从提交的 U 盘重新导入这个推荐包，或请技术支持人员检查磁盘。',
    },
    { cause },
  );
}

export function evidenceUnknown(): UserError {
  return new UserError({
    code: 'evidence-missing',
    message: '这个推荐包里找不到这份材料。',
    effect: '没有改动任何内容。',
    remedy: '请刷新后再试。',
  });
}

export function otherPackage(): UserError {
  return new UserError({
    code: 'review-of-another',
    message: '这份核验记录不是对这个推荐包做的（推荐包编号或封签码不同）。',
    effect: '没有合并，核验记录没有改动。',
    remedy: '请选择对同一份推荐包所做的核验记录。',
  });
}

export function notAReview(cause?: unknown): UserError {
  return new UserError(
    {
      code: 'not-a-review',
      message: '所选文件不是本程序导出的核验记录，或内容已损坏。',
      effect: '没有合并，核验记录没有改动。',
      remedy: '请让对方重新导出核验记录后再试。',
    },
    { cause },
  );
}

/** The two sides that were compared are not those of now; the page compares again by this code. */
export function mergeStale(): UserError {
  return new UserError({
    code: 'merge-stale',
    message: '比较之后，这份核验在另一个窗口又改过，或者同事的文件换过。',
    effect: '没有合并，两边的内容都没有改动。',
    remedy: '已重新比较；变了的几处请再选一次，再点“合并”。',
  });
}
