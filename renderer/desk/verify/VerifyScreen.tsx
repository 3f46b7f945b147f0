import { useCallback } from 'react';
import { Button, Spin } from 'antd';
import { DocumentFrame } from '../../state/document/DocumentFrame.tsx';
import { useAnswer } from '../../ui/call/use-call.ts';
import { useFileTarget } from '../../ui/intake/targets.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useDesk } from '../../state/desk-store.ts';
import { useReview } from '../../state/review-store.ts';
import { usePageName } from '../../ui/page-name.ts';
import { VerifyBar } from './VerifyBar.tsx';
import { VerifyTitle } from './VerifyTitle.tsx';
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
    useCallback(
      () => useReview.getState().openReview({ deskId, key: packageKey }, useDesk.getState().verifyingAt),
      [deskId, packageKey],
    ),
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

const NOT_HERE =
  '这里不能放文件。照片请放到“实地核验”，调查表放到“满意度调查”，同事的核验文件放到“合并与读回”。';

function OpenReview({ onBack }: Pick<Props, 'onBack'>) {
  const part = useReview((state) => state.part);
  const jumps = useReview((state) => state.jumps);
  const { label, Part } = PARTS[part];
  useFileTarget('frame', () => ({ refused: NOT_HERE }));
  usePageName(
    label,
    useReview(({ open }) => open?.assessment.unit.name),
  );
  return (
    <DocumentFrame
      store={useReview}
      className="verify"
      back="返回核验台"
      leaving="返回"
      onLeft={onBack}
      title={<VerifyTitle />}
      navigation={<VerifyBar />}
      screen={`${part} ${jumps}`}
    >
      <Part />
    </DocumentFrame>
  );
}
