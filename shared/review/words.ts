import * as z from 'zod';
import { type DocumentWords, documentWords, newerWords } from '../document-words.ts';
import type { Failure } from '../values/errors.ts';

/** What a user is told about a 核验台. */
export const DESK_WORDS = documentWords(
  { title: '核验台', file: 'desk', one: '这个核验台', stored: '核验台的文件' },
  {
    unreadable: { effect: '文件原样保留，没有改动；收到的推荐包和核验记录不受影响。' },
    recovered: {
      message: '核验台的一个文件已损坏，已改用上一份副本。',
      effect: '最近一次保存的改动可能不在其中；损坏的文件另存为 *.damaged-*.json，没有删除。',
    },
    tookOver: {
      message: '核验台上次没有正常关闭，现已重新打开。',
      effect: '最近一次保存的内容完好；没有收完的推荐包可以再导入一次。',
      remedy: '无需处理；可核对最后核验的一项。',
    },
  },
);

/** The same for one package's 核验记录, which lies in the desk and is locked with it. */
export const REVIEW_WORDS: DocumentWords = {
  ...DESK_WORDS,
  ...newerWords('review', '这个推荐包的核验记录'),
  unreadable: {
    code: 'review-unreadable',
    message: '这个推荐包的核验记录 review.json 已损坏，上一份副本也无法读取。',
    effect: '文件原样保留，没有改动；推荐包原件和其他推荐包不受影响。',
    remedy: '请不要删除该文件夹；可请技术支持人员依据其中的 journal.jsonl 恢复。',
  },
};

/** A package as it is called where there may be no row of it. */
export interface NamedPackage {
  readonly key: string;
  /** As it was handed in. */
  readonly fileName: string;
  /** '' where nobody knows. */
  readonly unit: string;
}

/**
 * What is wrong with a review that the desk has had: nothing of it is there (`lost`), the copy saved before it counts
 * (`behind`), or it cannot be read (`unread`).
 */
export const reviewLossSchema = z.enum(['lost', 'behind', 'unread']);

/** A package of whose review something is lost. */
export interface LostReview extends NamedPackage {
  readonly loss: z.output<typeof reviewLossSchema>;
}

/** By its unit and its file: “甲局（甲.zip）”. */
export function packageName({ fileName, unit }: Pick<NamedPackage, 'fileName' | 'unit'>): string {
  return unit === '' ? `“${fileName}”` : `“${unit}（${fileName}）”`;
}

/** At most so many, in the order of their files, and that there are more. */
export function packageNames(
  packages: readonly Pick<NamedPackage, 'fileName' | 'unit'>[],
  limit = 3,
): string {
  const sorted = [...packages].sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
  return `${sorted.slice(0, limit).map(packageName).join('、')}${sorted.length > limit ? '等' : ''}`;
}

/** Of a package that came again, and whose review was gone by then: what was verified is lost. */
export const REVIEW_LOST_REMARK = '核验台里它原来的核验记录已经不见了，这次收下的从头核验';

export const PACKAGE_UNKNOWN: Failure = {
  code: 'package-unknown',
  message: '核验台里找不到这个推荐包。',
  effect: '其他推荐包没有改动；刚才的改动如果已经写入，还在它自己的文件夹里。',
  remedy: '请刷新列表，按提示放回它的文件夹后再试。',
};
