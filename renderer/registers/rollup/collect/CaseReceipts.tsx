import type { CaseFileReceipt } from '../../../../shared/contract/contract.ts';
import { useOpenRollup } from '../../../state/rollup-store.ts';
import { ReceiptsDialog } from '../ReceiptsDialog.tsx';
import { unitNames } from './unit-choices.ts';
import './collect.css';

/** What asks for something first. */
const OUTCOMES: Readonly<Record<CaseFileReceipt['outcome'], readonly [string, string]>> = {
  unread: ['没有收下', 'red'],
  full: ['没有收下', 'red'],
  unchecked: ['收下，没有检查', 'orange'],
  junk: ['不收', 'default'],
  same: ['重复', 'default'],
  attachment: ['附件', 'blue'],
  case: ['收下', 'green'],
};
const TAKEN: readonly CaseFileReceipt['outcome'][] = ['case', 'unchecked', 'attachment'];

interface Props {
  readonly receipts: readonly CaseFileReceipt[];
  readonly onClose: () => void;
}

/** What became of each file. */
export function CaseReceipts({ receipts, onClose }: Props) {
  const names = unitNames(useOpenRollup().value);
  return (
    <ReceiptsDialog
      receipts={receipts.map((receipt) => ({ ...receipt, unit: names.get(receipt.unit) ?? '' }))}
      outcomes={OUTCOMES}
      taken={TAKEN}
      counted={['个', '文件']}
      className="collect-files"
      onClose={onClose}
    />
  );
}
