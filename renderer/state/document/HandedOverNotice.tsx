import { Alert } from 'antd';
import type { DocumentName } from '../../../shared/contract/contract.ts';
import { own } from '../../../shared/values/own.ts';
import { type HandedOver, unsavedBefore } from './handover.ts';

/** What each kind of document is, as the page before called it. */
const KINDS: Readonly<Record<DocumentName, string>> = {
  assessment: '自评',
  desk: '核验台',
  review: '核验台里的推荐包',
  import: '标准库里没有做完的标准',
  campaign: '标准库里没有做完的活动',
  year: '年度工作',
  rollup: '年度任务汇总',
};

/** What the page before this one could not save waits for its document. */
export function HandedOverNotice() {
  const before = unsavedBefore();
  if (!before) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`上一个页面有 ${before.edits.length} 处改动还没有保存`}
      description={`请打开${nameOf(before)}，打开后会接着保存；在那之前请不要关闭本页。`}
    />
  );
}

function nameOf({ ref, title }: HandedOver): string {
  const kind = own(KINDS, ref.document);
  if (kind === undefined) return '原来填写的那一份';
  return title === '' ? `原来填写的那一份（${kind}）` : `“${title}”（${kind}）`;
}
