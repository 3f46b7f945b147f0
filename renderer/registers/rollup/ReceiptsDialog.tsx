import { Modal, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../../../shared/values/errors.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

interface Receipt<Outcome extends string> {
  readonly fileName: string;
  /** '' where it is not known whose it is. */
  readonly unit: string;
  readonly outcome: Outcome;
  readonly words: string;
  readonly failure?: Failure | undefined;
}

interface Props<Outcome extends string> {
  readonly receipts: readonly Receipt<Outcome>[];
  /** What each is called, and its colour; what asks for something stands first. */
  readonly outcomes: Readonly<Record<Outcome, readonly [string, string]>>;
  readonly taken: readonly Outcome[];
  /** 份进度表: what they are counted by, and what they are. */
  readonly counted: readonly [measure: string, what: string];
  readonly className: string;
  /** What can still be done with the file at this place of `receipts`. */
  readonly actionFor?: (index: number) => ReactNode;
  /** Above the table: why the last action failed. */
  readonly notice?: ReactNode;
  readonly onClose: () => void;
}

/** What became of each file that was handed in. */
export function ReceiptsDialog<Outcome extends string>(props: Props<Outcome>) {
  useReturnFocus();
  const { receipts, outcomes, taken, counted, className, actionFor, notice, onClose } = props;
  const [measure, what] = counted;
  const count = receipts.filter(({ outcome }) => taken.includes(outcome)).length;
  const order = Object.keys(outcomes);
  const lines = receipts
    .map((receipt, index) => ({ ...receipt, index }))
    .sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return (
    <Modal
      open
      width={860}
      title={`${receipts.length} ${measure}${what}：收下 ${count} ${measure}，没有收下 ${receipts.length - count} ${measure}`}
      okText="知道了"
      cancelButtonProps={{ hidden: true }}
      onOk={onClose}
      onCancel={onClose}
      styles={{ body: { maxHeight: 'calc(100vh - 220px)', overflow: 'auto' } }}
    >
      {notice}
      <table className={`registers-months ${className}`} aria-label="收件结果">
        <thead>
          <tr>
            <th>文件</th>
            <th>单位</th>
            <th>结果</th>
            <th>说明</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ index, fileName, unit, outcome, words, failure }) => (
            <tr key={index}>
              <td>{fileName}</td>
              <td>{unit || '—'}</td>
              <td>
                <Tag color={outcomes[outcome][1]}>{outcomes[outcome][0]}</Tag>
              </td>
              <td>
                {words}。{failure?.remedy}
                {actionFor?.(index)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
