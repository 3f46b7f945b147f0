import {
  type NamedPackage,
  PACKAGE_UNKNOWN,
  packageName,
  packageNames,
} from '../../../shared/review/words.ts';
import { NewerForm } from '../../../shared/stored-form.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';

/** Up to three names, and how many there are in all. */
function named(files: readonly string[]): string {
  const first = files.slice(0, 3).map((each) => `“${each}”`);
  return files.length > 3 ? `${first.join('、')}等 ${files.length} 个推荐包` : first.join('、');
}

/** Up to three packages with their units, and how many there are in all. */
function counted(packages: readonly Pick<NamedPackage, 'fileName' | 'unit'>[]): string {
  const { length } = packages;
  return `${packageNames(packages)}${length > 3 ? ` ${length} 个推荐包` : ''}`;
}

/** Records of packages that were not as this program wrote them, and what was done; `files`: as they were handed in. */
export const MENDED = {
  receipt: (files: readonly string[]): Failure => ({
    code: 'receipt-remade',
    message: `${named(files)}的接收记录 receipt.json 已损坏，或者在程序外被改动。`,
    effect:
      '已按推荐包原件重新核对、补写，接收日期不变；原来的文件另存为 receipt.damaged-*.json，核验记录没有改动。',
    remedy: '请核对这些推荐包的接收结论；常有文件损坏的，请检查磁盘和同步软件。',
  }),
  summary: (files: readonly string[]): Failure => ({
    code: 'summary-remade',
    message: `${named(files)}在列表里的分数（summary.json）已损坏，或者在程序外被改动。`,
    effect: '没有采用；列表已按推荐包原件和核验记录重新计算。',
    remedy: '无需处理；请不要在程序外改动核验台里的文件。',
  }),
  review: (files: readonly string[]): Failure => ({
    code: 'review-changed',
    message: `${named(files)}的核验记录 review.json 在程序外被改动或替换，或者已损坏。`,
    effect: '列表已按现在能读取的核验记录重新计算；推荐包原件没有改动。',
    remedy: '请打开这些推荐包，核对核验记录是否是您要的内容。',
  }),
  index: (files: readonly string[]): Failure => ({
    code: 'index-corrected',
    message: `${named(files)}在核验台目录（index.json）里的内容与这些推荐包自己的记录不一致，可能在程序外被改动。`,
    effect: '列表已按推荐包自己的记录更正；推荐包原件和核验记录没有改动。',
    remedy: '请重新查看名次；请不要在程序外改动核验台里的文件。',
  }),
  original: (packages: readonly Pick<NamedPackage, 'fileName' | 'unit'>[]): Failure => ({
    code: 'original-changed',
    message: `核验台里保存的${counted(packages)}的原件 original.zip 丢失、读不出，或者与接收时不同。`,
    effect: '列表里的分数是接收时核对过的；这些推荐包现在列为存疑，不参加排序，核验记录没有改动。',
    remedy: '请重新导入提交的推荐包，程序会用它修复原件。',
  }),
  /** Of a review that was open. */
  rewritten: (files: readonly string[]): Failure => ({
    code: 'review-rewritten',
    message: `${named(files)}的核验记录 review.json 在核验台里不见了，可能在程序外被删除或移走。`,
    effect: '它正在这里打开，已按打开着的内容重新写入核验台，核验记录没有丢失。',
    remedy: '请不要在程序外改动核验台里的文件；原件也不见了的，请重新导入提交的推荐包。',
  }),
  gone: (packages: readonly Pick<NamedPackage, 'fileName' | 'unit'>[]): Failure => ({
    code: 'package-gone',
    message: `核验台里${counted(packages)}的文件夹不见了，可能在程序外被删除、改名或移走。`,
    effect: '它们的核验记录也在里面；它们已不在列表里，不参加排序，其他推荐包没有改动。',
    remedy:
      '请把文件夹放回核验台的 packages 文件夹，名称改回原样；找不回的，请重新导入推荐包，重新核验。确实不要了的，在程序里打开核验台，在“收件”页面点“不再等它”，以后不再提示。',
  }),
} as const;
export type Mended = Exclude<keyof typeof MENDED, 'gone' | 'original'>;

/** The desk has had them, and they are not there. */
export function reviewLost(packages: readonly NamedPackage[]): Failure {
  return {
    code: 'review-lost',
    message: `${counted(packages)}的核验记录 review.json 不见了，可能在程序外被删除或移走。`,
    effect: '原来核验的内容不在核验台里了，现在按还没有核验列出；补齐之前，导出的表都是草稿。',
    remedy:
      '请从备份或回收站把 review.json 放回核验台 packages 文件夹里它的文件夹；找不回的，请打开它重新核验，开始核验后不再提示。',
  };
}

/** Both records of which packages belong to the desk are lost. */
export const LIST_LOST: Failure = {
  code: 'package-list-lost',
  message: '核验台里收过哪些推荐包的记录不全：可能丢失、损坏，被换成了旧的，或者是旧版本建的核验台。',
  effect: '列表已按核验台里现有的推荐包重新生成；如果有推荐包的文件夹丢了，这次看不出来。',
  remedy:
    '请与导出过的收件登记表核对；少了的，请重新导入；一份不少的，在“收件”页面点“已核对，没有缺少”，以后不再提示。（记录在核验台文件夹的 packages.json 和 index.json 里。）',
};

/** Why a package is in doubt whose original is not what came in. */
export const ORIGINAL_WRONG = '核验台里保存的原件丢失，或者与接收时不同；请重新导入提交的推荐包';

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

/** contents.json of one package that is being looked at. */
export const CONTENTS_REMADE: Failure = {
  code: 'contents-remade',
  message: '这个推荐包的目录 contents.json 已损坏、丢失，或者在程序外被改动。',
  effect:
    '推荐包原件完好，已从原件重新生成目录；原来的目录还在的，另存为 contents.damaged-*.json；核验记录没有改动。',
  remedy: '无需处理；常有文件损坏的，请检查磁盘和同步软件。',
};

/** The review of a package that stays on the list all the same. */
export function reviewUnread(fileName: string, { failure }: UserError): Failure {
  return {
    code: failure.code,
    message: `“${fileName}”的核验记录没有读取：${failure.message}`,
    effect: '这个推荐包在列表里列为存疑，不参加排序；文件原样保留，没有改动。',
    remedy: failure.remedy,
  };
}

/** `about`: where the desk knew it; `isReviewGone`: the review that it had is not there either. */
export function packageUnreadable(
  folder: string,
  cause: unknown,
  {
    about,
    isReviewGone = false,
  }: { about?: Pick<NamedPackage, 'fileName' | 'unit'> | undefined; isReviewGone?: boolean } = {},
): Failure {
  const told = cause instanceof UserError ? cause.failure : undefined;
  const which = about ? `${packageName(about)}（文件夹 ${folder}）` : ` ${folder} `;
  return {
    code: 'package-record-unreadable',
    message: `核验台里推荐包${which}的记录无法读取${isReviewGone ? '，它的核验记录 review.json 也不见了' : ''}${told ? `：${told.message}` : '。'}`,
    effect: isReviewGone
      ? '它暂时不在列表里；核验记录找不回的，重新导入以后要重新核验；其他推荐包没有改动。'
      : '它暂时不在列表里；文件原样保留，没有改动。',
    // Of a newer program: importing again would meet the same file.
    remedy:
      told && (cause instanceof NewerForm || ['package-misplaced', 'package-linked'].includes(told.code))
        ? told.remedy
        : '请重新导入这个推荐包的原件，或请技术支持人员检查该文件夹。',
  };
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
