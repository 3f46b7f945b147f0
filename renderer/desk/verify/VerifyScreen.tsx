import { useCallback } from 'react';
import { Button, Spin } from 'antd';
import { useOpeningNotices } from '../../state/document/use-opening-notices.tsx';
import { useUndoKeys } from '../../state/document/use-undo-keys.ts';
import { useAnswer } from '../../ui/call/use-call.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useReview } from '../../state/review-store.ts';
import { VerifyBar } from './VerifyBar.tsx';
import { VerifyHeader } from './VerifyHeader.tsx';
import { PARTS } from './parts.ts';
import './verify.css';

interface Props {
  readonly deskId: string;
  /** Which package of the desk. */
  readonly packageKey: string;
  readonly onBack: () => void;
}

/** 核验 of one package: its items, and what is beyond the desk. */
export function VerifyScreen({ deskId, packageKey, onBack }: Props) {
  const isOpen = useReview(
    ({ open, ref }) => open !== undefined && ref?.key === packageKey && ref.deskId === deskId,
  );
  const { failure, retry } = useAnswer(
    useCallback(() => useReview.getState().openReview({ deskId, key: packageKey }), [deskId, packageKey]),
  );

  if (isOpen) return <OpenReview onBack={onBack} />;
  if (!failure) return <Spin fullscreen description="正在打开推荐包" />;
  return (
    <main className="ui-page">
      <FailureNotice failure={failure} onRetry={() => void retry()} />
      <Button onClick={onBack}>返回核验台</Button>
    </main>
  );
}

function OpenReview({ onBack }: Pick<Props, 'onBack'>) {
  const part = useReview((state) => state.part);
  const jumps = useReview((state) => state.jumps);
  const failure = useReview((state) => state.failure);
  const { undo, redo, dismissFailure } = useReview.getState();
  const notices = useOpeningNotices(useReview);
  useUndoKeys({ undo, redo });
  const { Part } = PARTS[part];
  return (
    <div className="verify">
      <VerifyHeader onBack={onBack} />
      <VerifyBar />
      {notices}
      <main className="verify-main">
        <Part key={jumps} />
      </main>
      {failure && (
        <div className="document-failure">
          <FailureNotice failure={failure} onClose={dismissFailure} />
        </div>
      )}
    </div>
  );
}
