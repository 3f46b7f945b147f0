import { Button } from 'antd';
import type { Ranked } from '../../../shared/review/ranking.ts';
import { isChecked, type Receipt } from '../../../shared/review/receipt.ts';
import { showBytes } from '../../ui/show.ts';
import { useDesk } from '../../state/desk-store.ts';
import { DecideButtons } from '../accept/Doubts.tsx';
import { DecidedTag, PendingTag, VerdictTag } from '../verdict.tsx';
import { unitOf } from './receipt-words.ts';

interface Props {
  readonly receipt: Receipt;
  readonly reasons: readonly string[];
  readonly other: Receipt | undefined;
  readonly ranked: Ranked | undefined;
}

/** One receipt in full: every damaged file by its path, the other package it stands beside. */
export function ReceiptDetail({ receipt, reasons, other, ranked }: Props) {
  const { fileName, verdict, verification, sha256, kept } = receipt;
  const { verify } = useDesk.getState();
  return (
    <section className="desk-row-detail" aria-label="收件详情">
      <header>
        <h3 className="ui-file-name">{fileName}</h3>
        <span>
          <VerdictTag verdict={verdict} checked={isChecked(receipt)} />
          <PendingTag candidate={ranked?.candidate} />
          <DecidedTag ranked={ranked} />
        </span>
        {kept ? (
          <Button size="small" onClick={() => verify(receipt.key)}>
            打开核验
          </Button>
        ) : (
          <span className="ui-muted">没有进入核验总表</span>
        )}
        {ranked && <DecideButtons ranked={ranked} />}
      </header>
      <div>
        {reasons.length === 0 && <p className="desk-sentence">没有问题。</p>}
        <ul aria-label="原因和说明">
          {reasons.map((reason, index) => (
            <li key={index}>{reason}</li>
          ))}
        </ul>
      </div>
      <div>
        <div>单位：{unitOf(receipt) || '读不出'}</div>
        {other && (
          <div>
            相关的推荐包：{other.fileName}（{unitOf(other)}，{other.receivedOn}收）
          </div>
        )}
        <div>
          封签码：<span className="ui-numbers">{verification.sealCode || '无'}</span>
        </div>
        <div>
          {verification.files} 个文件，{showBytes(verification.bytes)}
        </div>
        <div className="ui-muted ui-file-name">SHA-256 {sha256}</div>
      </div>
    </section>
  );
}
