import { RightCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback } from 'react';
import type { AssessmentSummary, LastDesk } from '../../shared/contract/contract.ts';
import { lineSentence } from '../../shared/eligibility/verdict.ts';
import { useAssessment } from '../state/assessment-store.ts';
import { useDesk } from '../state/desk-store.ts';
import { useOpening } from '../state/document/use-opening.tsx';
import { useArea } from '../ui/area-store.ts';
import { call } from '../ui/call/client.ts';
import { useAnswer } from '../ui/call/use-call.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { unitName } from './row-words.ts';
import './home.css';

interface Props {
  /** The assessment that was changed last. */
  readonly newest?: AssessmentSummary;
  readonly onOpen: (id: string, copies?: number) => Promise<void>;
}

const askDesk = async () => (await call('lastDesk', {})).desk;

/** One click to where the work was left, in self-scoring or on a desk. */
export function Continue({ newest, onOpen }: Props) {
  const { value: desk, failure, isAnswered } = useLast(askDesk);
  if (!isAnswered && !failure) return null;
  if (desk && desk.at > (newest?.updatedAt ?? '')) return <ContinueDesk desk={desk} />;
  return newest && <ContinueAssessment key={newest.id} newest={newest} onOpen={onOpen} />;
}

function ContinueAssessment({ newest, onOpen }: Required<Props>) {
  const { id, copies } = newest;
  // Of several folders the user has yet to say which.
  const ask = useCallback(
    () => (copies === undefined ? call('lastEntry', { id }) : Promise.resolve({})),
    [id, copies],
  );
  const { value, failure } = useAnswer<{ code?: string; title?: string }>(ask);
  if (!value && !failure) return null;
  const { code, title } = value ?? {};
  const go = async () => {
    await onOpen(id, copies);
    const { ref, open, goTo } = useAssessment.getState();
    if (open && ref?.id === id && code !== undefined) goTo('scoring', code);
  };
  const words = [
    unitName(newest),
    code !== undefined && `${code} ${title ?? ''}`,
    lineSentence(newest, newest, newest.kind && { kind: newest.kind }),
  ];
  return <ContinueButton words={words} onClick={() => void go()} />;
}

function ContinueDesk({ desk: { id, title, verifying } }: { readonly desk: LastDesk }) {
  const { open, failure, dismiss, dialog } = useOpening({
    document: 'desk',
    what: '这个核验台',
    openById: useDesk.getState().openDesk,
  });
  const go = async () => {
    await open(id);
    const { ref, open: opened, verify } = useDesk.getState();
    if (!opened || ref?.id !== id) return;
    if (verifying) verify(verifying.key);
    useArea.getState().goTo('desk');
  };
  return (
    <>
      <ContinueButton
        words={[title, verifying && `核验 ${verifying.unit}`.trim()]}
        onClick={() => void go()}
      />
      <FailureNotice failure={failure} onClose={dismiss} />
      {dialog}
    </>
  );
}

interface ButtonProps {
  readonly words: readonly (string | false | undefined)[];
  readonly onClick: () => void;
}

function ContinueButton({ words, onClick }: ButtonProps) {
  return (
    <Button
      className="home-continue"
      size="large"
      icon={<RightCircleOutlined aria-hidden />}
      onClick={onClick}
    >
      {`继续：${words.filter(Boolean).join(' · ')}`}
    </Button>
  );
}

/** As `useAnswer`, where the answer may be nothing. */
function useLast<T>(ask: () => Promise<T>) {
  const wrapped = useCallback(async () => ({ answer: await ask() }), [ask]);
  const { value, failure } = useAnswer(wrapped);
  return { value: value?.answer, failure, isAnswered: value !== undefined };
}
