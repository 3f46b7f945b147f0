import { Modal, Tag } from 'antd';
import type { CaseFileReceipt } from '../../../../shared/contract/contract.ts';
import { useOpenRollup } from '../../../state/rollup-store.ts';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import { unitNames } from './unit-choices.ts';
import './collect.css';

/** What asks for something first. */
const OUTCOMES: Readonly<Record<CaseFileReceipt['outcome'], readonly [string, string]>> = {
  unread: ['没有收下', 'red'],
  full: ['没有收下', 'red'],
  unchecked: ['收下，没有检查', 'orange'],
  same: ['重复', 'default'],
  attachment: ['附件', 'blue'],
  case: ['收下', 'green'],
};
const ORDER = Object.keys(OUTCOMES);
const TAKEN: readonly CaseFileReceipt['outcome'][] = ['case', 'unchecked', 'attachment'];

interface Props {
  readonly receipts: readonly CaseFileReceipt[];
  readonly onClose: () => void;
}

/** What became of each file. */
export function CaseReceipts({ receipts, onClose }: Props) {
  useReturnFocus();
  const { value } = useOpenRollup();
  const names = unitNames(value);
  const taken = receipts.filter(({ outcome }) => TAKEN.includes(outcome)).length;
  const lines = receipts
    .map((receipt, index) => ({ ...receipt, index }))
    .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return (
    <Modal
      open
      width={860}
      title={`${receipts.length} 个文件：收下 ${taken} 个，没有收下 ${receipts.length - taken} 个`}
      okText="知道了"
      cancelButtonProps={{ hidden: true }}
      onOk={onClose}
      onCancel={onClose}
      styles={{ body: { maxHeight: 'calc(100vh - 220px)', overflow: 'auto' } }}
    >
      <table className="registers-months collect-files" aria-label="收件结果">
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
              <td>{names.get(unit) ?? '—'}</td>
              <td>
                <Tag color={OUTCOMES[outcome][1]}>{OUTCOMES[outcome][0]}</Tag>
              </td>
              <td>
                {words}。{failure?.remedy}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
