import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  CopyOutlined,
  ExclamationCircleOutlined,
  InboxOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Ranked } from '../../shared/review/ranking.ts';
import { type Verdict, verdictLabel } from '../../shared/review/receipt.ts';
import type { Candidate } from '../../shared/review/candidate.ts';
import { pendingWord, statusOf } from '../../shared/review/status.ts';

interface Look {
  readonly color: string;
  readonly icon: ReactNode;
}

const LOOKS: Record<Verdict, Look> = {
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
/** Nobody looked whether its parts agree: green would vouch for that. */
const UNCHECKED: Look = { color: 'default', icon: <InboxOutlined aria-hidden /> };

/** The word says it; colour and sign only help to find it. */
export function VerdictTag({ verdict, checked }: { readonly verdict: Verdict; readonly checked: boolean }) {
  const look = LOOKS[verdict];
  return (
    <Tag {...(!checked && look.color === 'green' ? UNCHECKED : look)}>{verdictLabel(verdict, checked)}</Tag>
  );
}

/** The verdict of a package as it stands now, and what a person decided in spite of a doubt. */
export function StatusTag({ ranked }: { readonly ranked: Ranked }) {
  return (
    <>
      <VerdictTag verdict={statusOf(ranked)} checked={ranked.candidate.checked} />
      <PendingTag candidate={ranked.candidate} />
      <DecidedTag ranked={ranked} />
    </>
  );
}

/** 待认定: it came on the very day that the notice names. Nothing for every other one. */
export function PendingTag({ candidate }: { readonly candidate: Candidate | undefined }) {
  const word = candidate ? pendingWord(candidate) : '';
  return word === '' ? null : (
    <Tag color="orange" title={candidate?.timingWords}>
      {word}
    </Tag>
  );
}

/** Nothing where nobody has decided, or something is open again. */
export function DecidedTag({ ranked }: { readonly ranked: Ranked | undefined }) {
  if (ranked?.out?.reason === 'replaced') return <Tag>未采用</Tag>;
  return ranked?.accepted && ranked.doubts.length === 0 ? <Tag color="blue">已采用</Tag> : null;
}
