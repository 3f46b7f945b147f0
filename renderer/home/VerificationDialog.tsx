import { Modal } from 'antd';
import type { Verification } from '../../shared/package/verification.ts';
import type { Failure } from '../../shared/values/errors.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { VerificationTable } from './VerificationTable.tsx';

interface Props {
  readonly failure: Failure | undefined;
  readonly verifications: Verification[] | undefined;
  readonly onClose: () => void;
}

/** What came of checking packages. */
export function VerificationDialog({ failure, verifications, onClose }: Props) {
  return (
    <Modal open title="校验结果" width={1040} footer={null} onCancel={onClose}>
      <FailureNotice failure={failure} />
      {verifications && <VerificationTable verifications={verifications} />}
    </Modal>
  );
}
