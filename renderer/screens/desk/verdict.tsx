import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  CopyOutlined,
  ExclamationCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { type Verdict, VERDICT_LABELS } from '../../../shared/review/receipt.ts';

const LOOKS: Record<Verdict, { color: string; icon: ReactNode }> = {
  accepted: { color: 'green', icon: <CheckCircleOutlined aria-hidden /> },
  suspect: { color: 'orange', icon: <ExclamationCircleOutlined aria-hidden /> },
  newer: { color: 'green', icon: <CheckCircleOutlined aria-hidden /> },
  older: { color: 'default', icon: <CopyOutlined aria-hidden /> },
  duplicate: { color: 'default', icon: <CopyOutlined aria-hidden /> },
  late: { color: 'orange', icon: <ClockCircleOutlined aria-hidden /> },
  draft: { color: 'orange', icon: <ExclamationCircleOutlined aria-hidden /> },
  'wrong-standard': { color: 'orange', icon: <ExclamationCircleOutlined aria-hidden /> },
  damaged: { color: 'red', icon: <CloseCircleOutlined aria-hidden /> },
  unsafe: { color: 'red', icon: <StopOutlined aria-hidden /> },
  unsupported: { color: 'red', icon: <CloseCircleOutlined aria-hidden /> },
  'not-a-package': { color: 'red', icon: <CloseCircleOutlined aria-hidden /> },
};

/** The word says it; colour and sign only help to find it. */
export function VerdictTag({ verdict }: { readonly verdict: Verdict }) {
  return (
    <Tag className="verdict" {...LOOKS[verdict]}>
      {VERDICT_LABELS[verdict]}
    </Tag>
  );
}
