import { type NamedPackage, packageName, packageNames } from '../../../shared/review/words.ts';
import { NewerForm } from '../../../shared/stored-form.ts';
import { type Failure, UserError } from '../../../shared/values/errors.ts';

type Named = Pick<NamedPackage, 'fileName' | 'unit'>;

/** Up to three packages with their units, and how many there are in all. */
function counted(packages: readonly Named[]): string {
  const { length } = packages;
  return `${packageNames(packages)}${length > 3 ? ` ${length} 个推荐包` : ''}`;
}

/** Records of packages that were not as this program wrote them, and what was done. */
export const MENDED = {
  receipt: (packages: readonly Named[]): Failure => ({
    code: 'receipt-remade',
    message: `${counted(packages)}的接收记录 receipt.json 已损坏，或者在程序外被改动。`,
    effect:
      '已按推荐包原件重新核对、补写，接收日期不变；原来的文件另存为 receipt.damaged-*.json，核验记录没有改动。',
    remedy: '请核对这些推荐包的接收结论；常有文件损坏的，请检查磁盘和同步软件。',
  }),
  summary: (packages: readonly Named[]): Failure => ({
    code: 'summary-remade',
    message: `${counted(packages)}在列表里的分数（summary.json）已损坏，或者在程序外被改动。`,
    effect: '没有采用；列表已按推荐包原件和核验记录重新计算。',
    remedy: '分数已按核验记录重新计算，无需处理；请不要在程序外改动核验台里的文件。',
  }),
  review: (packages: readonly Named[]): Failure => ({
    code: 'review-changed',
    message: `${counted(packages)}的核验记录 review.json 在程序外被改动或替换，或者已损坏。`,
    effect: '列表已按现在能读取的核验记录重新计算；推荐包原件没有改动。',
    remedy: '请打开这些推荐包，核对核验记录是否是您要的内容。',
  }),
  index: (packages: readonly Named[]): Failure => ({
    code: 'index-corrected',
    message: `${counted(packages)}在核验台目录（index.json）里的内容与这些推荐包自己的记录不一致，可能在程序外被改动。`,
    effect: '列表已按推荐包自己的记录更正；推荐包原件和核验记录没有改动。',
    remedy: '请重新查看名次；请不要在程序外改动核验台里的文件。',
  }),
  original: (packages: readonly Named[]): Failure => ({
    code: 'original-changed',
    message: `核验台里保存的${counted(packages)}的原件 original.zip 丢失、读不出，或者与接收时不同。`,
    effect: '列表里的分数是接收时核对过的；这些推荐包现在列为存疑，不参加排序，核验记录没有改动。',
    remedy: '请重新导入提交的推荐包，程序会用它修复原件。',
  }),
  /** Of a review that was open. */
  rewritten: (packages: readonly Named[]): Failure => ({
    code: 'review-rewritten',
    message: `${counted(packages)}的核验记录 review.json 在核验台里不见了，可能在程序外被删除、改名或移走。`,
    effect: '程序里还有它的内容，已重新写入核验台，核验记录没有丢失。',
    remedy:
      '请不要在程序外改动核验台里的文件；原件也不见了的，请重新导入提交的推荐包；原来的文件夹找到了的，请先移出核验台再处理。',
  }),
} as const;
export type Mended = Exclude<keyof typeof MENDED, 'original'>;

/** `left`: what of them is in memory yet. */
export function packagesGone(packages: readonly Named[], left: 'nothing' | 'review'): Failure {
  return {
    code: 'package-gone',
    message: `核验台里${counted(packages)}的文件夹不见了，可能在程序外被删除、改名或移走。`,
    effect:
      left === 'review'
        ? '程序里还有它们的核验记录，没有丢失，关闭核验台时写回 packages 文件夹；它们已不在列表里，不参加排序。'
        : '它们的核验记录也在里面；它们已不在列表里，不参加排序，其他推荐包没有改动。',
    remedy: `请把文件夹放回核验台的 packages 文件夹，名称改回原样；找不回的，请重新导入推荐包，${
      left === 'review' ? '接着核验' : '重新核验'
    }。确实不要了的，在程序里打开核验台，在“收件”页面点“不再等它”，以后不再提示。`,
  };
}

/** The desk has had them, and they are not there, or not as they were saved last. */
export const REVIEW_LOSSES = {
  lost: (packages: readonly NamedPackage[]): Failure => ({
    code: 'review-lost',
    message: `${counted(packages)}的核验记录 review.json 不见了，可能在程序外被删除或移走。`,
    effect: '原来核验的内容不在核验台里了，现在按还没有核验列出；补齐之前，导出的表都是草稿。',
    remedy:
      '请从备份或回收站把 review.json 放回核验台 packages 文件夹里它的文件夹；找不回的，请打开它重新核验，开始核验后不再提示。',
  }),
  behind: (packages: readonly NamedPackage[]): Failure => ({
    code: 'review-behind',
    message: `${counted(packages)}的核验记录 review.json 丢失、损坏过，或者被换成了旧的，现在用的是较早的一份。`,
    effect:
      '最后一次保存的改动可能不在其中；损坏的文件原样保留，打开核验时另存为 review.damaged-*.json。核对之前，导出的表都是草稿。',
    remedy:
      '请打开它，对照导出过的表或纸面核对：缺的补上，补上后不再提示；不缺的，在“收件”页面这条提示的“详情”里点“已核对，没有缺少”。有较新的一份的，也可以关闭核验台，把 review.json 放回 packages 文件夹里它的文件夹。',
  }),
};

/** In the place of a package's review lies that of another one. */
export const REVIEW_OF_OTHER: Failure = {
  code: 'review-of-other',
  message: '它的文件夹里的 review.json 是另一个推荐包的。',
  effect: '没有采用；文件原样保留，没有改动。',
  remedy:
    '请关闭核验台，把它自己的 review.json 放回来；找不回的，请把这个文件和 review.previous.json 移出文件夹，再打开核验台，重新核验。',
};

export const DESK_OLDER: Failure = {
  code: 'desk-older',
  message: '核验台自己的记录 desk.json 丢失、损坏过，或者被换成了旧的，现在用的是较早的一份。',
  effect:
    '最近保存的推荐单位、选择、更正、调整等可能不在其中；收到的推荐包和核验记录没有改动。核对之前，导出的表都是草稿。',
  remedy: '请与导出过的汇总表核对，缺的补上；核对补齐后，在“收件”页面点“已核对，没有缺少”，以后不再提示。',
};

/**
 * Both records of which packages belong to the desk are lost, or say less than lies there: `strangers`. Or that many receipts
 * of files that were not kept are not there.
 */
export function listLost(strangers: readonly Named[], refusedGone = 0): Failure {
  const who =
    (strangers.length === 0 ? '' : `；列表里记录上没有的是${counted(strangers)}`) +
    (refusedGone === 0 ? '' : `；没有收下的文件有 ${refusedGone} 份登记（receipts 文件夹）不见了`);
  return {
    code: 'package-list-lost',
    message: `核验台里收过哪些推荐包的记录不全：可能丢失、损坏，被换成了旧的，或者是旧版本建的核验台${who}。`,
    effect: '列表已按核验台里现有的推荐包重新生成；如果有推荐包的文件夹丢了，这次看不出来。',
    remedy:
      '请与导出过的收件登记表核对；少了的，请重新导入；一份不少的，在“收件”页面点“已核对，没有缺少”，以后不再提示。（记录在核验台文件夹的 packages.json 和 index.json 里。）',
  };
}

/** Why a package is in doubt whose original is not what came in. */
export const ORIGINAL_WRONG = '核验台里保存的原件丢失，或者与接收时不同；请重新导入提交的推荐包';

/** contents.json of one package that is being looked at. */
export const CONTENTS_REMADE: Failure = {
  code: 'contents-remade',
  message: '这个推荐包的目录 contents.json 已损坏、丢失，或者在程序外被改动。',
  effect:
    '推荐包原件完好，已从原件重新生成目录；原来的目录还在的，另存为 contents.damaged-*.json；核验记录没有改动。',
  remedy: '无需处理；常有文件损坏的，请检查磁盘和同步软件。',
};

/** Of field visits, by the names that they came with: nothing else has them. */
export function photosGone(names: readonly string[]): Failure {
  const first = names.slice(0, 3).join('”、“');
  return {
    code: 'photos-gone',
    message: `实地核验的 ${names.length} 张照片不见了：“${first}”${names.length > 3 ? '等' : ''}，可能在程序外被删除或移走。`,
    effect: '核验记录里还写着它们，照片打不开；其他内容没有改动。',
    remedy: '请在“实地核验”里重新添加这些照片，并删去打不开的；有备份的，可把它文件夹里的 files 文件夹放回。',
  };
}

/** The review of a package that stays on the list all the same. */
export function reviewUnread(about: Named, { failure }: UserError): Failure {
  return {
    code: failure.code,
    message: `${packageName(about)}的核验记录没有读取：${failure.message}`,
    effect: '这个推荐包在列表里列为存疑，不参加排序；文件原样保留，没有改动。',
    remedy: failure.remedy,
  };
}

/** `about`: where the desk knew it; `isReviewGone`: the review that it had is not there either. */
export function packageUnreadable(
  folder: string,
  cause: unknown,
  { about, isReviewGone = false }: { about?: Named | undefined; isReviewGone?: boolean } = {},
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
