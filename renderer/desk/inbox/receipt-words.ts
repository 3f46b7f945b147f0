import { assertNever } from '../../../shared/values/assert-never.ts';
import type { Ranked } from '../../../shared/review/ranking.ts';
import type { Receipt } from '../../../shared/review/receipt.ts';
import { notesOn, remarksOn, verdictNow } from '../../../shared/review/status.ts';
import { basisOf, packageName } from '../../../shared/standard/basis.ts';
import type { Standard } from '../../../shared/standard/schema.ts';

/** "示例市城市管理局，第 2 版"; '' where the package does not tell. */
export function unitOf({ verification: { unit, revision } }: Receipt): string {
  return revision > 0 ? `${unit}，第 ${revision} 版` : unit;
}

/** What a receipt is judged against. */
export interface ReceiptContext {
  /** The package that is in, of the same unit or with the same content. */
  readonly other: Receipt | undefined;
  /** Where it stands now, among all; absent where it was not kept. */
  readonly ranked: Ranked | undefined;
  readonly all: readonly Ranked[];
  /** The desk's. */
  readonly standard: Standard;
}

/** Everything that is to be said about a received file: why the verdict, with paths inside, then remarks. */
export function reasonOf(receipt: Receipt, context: ReceiptContext): string[] {
  const { verification, kept } = receipt;
  const remarks = remarksOn(receipt, context.ranked);
  const problems = verification.problems
    .filter(({ severity }) => severity === 'problem')
    .map(({ path, message }) => (path === '' ? message : `${path}：${message}`));
  const { ranked, all } = context;
  // Through whom else it came stands first in the receipt's own remarks.
  const through = receipt.through === undefined || notesOn(ranked, all).length > 0 ? [] : remarks.slice(0, 1);
  const notes = [...through, ...notesOn(ranked, all)];
  return [
    ...notes,
    ...verdictWords(receipt, context),
    // What the problems of a kept package say is in its remarks already.
    ...(kept ? [] : problems),
    ...remarks.filter((remark) => !notes.includes(remark)),
  ];
}

function verdictWords(receipt: Receipt, { other, ranked, standard }: ReceiptContext): string[] {
  const verdict = receipt.verdict === 'wrong-standard' ? verdictNow(receipt, ranked) : receipt.verdict;
  const which = other && `${other.fileName}（第 ${other.verification.revision} 版）`;
  switch (verdict) {
    case 'duplicate':
      return [`内容和已收下的 ${which ?? '另一份'} 相同，没有再存一份`];
    case 'newer':
      return [`取代先收到的 ${which ?? '旧版'}，旧版不参加排名`];
    case 'older':
      return [`已经收到更新的 ${which ?? '版本'}，这一版不参加排名`];
    case 'late':
      return [`${receipt.receivedOn} 收到，不参加排名`];
    case 'draft':
      // By a standard that is not official there is no 推荐包 that it could make.
      return [
        `草稿，不参加排名，请单位导出${basisOf(standard) === 'official' ? '正式' : ''}${packageName(standard)}`,
      ];
    case 'wrong-standard':
      return ['不参加排名，请单位按本次的标准重新自评'];
    case 'suspect':
      return ranked?.out?.reason === 'suspect' ? ['写明理由采用之前，不参加排名'] : [];
    case 'accepted':
    case 'damaged':
    case 'unsafe':
    case 'unsupported':
    case 'not-a-package':
      return [];
    default:
      return assertNever(verdict);
  }
}
