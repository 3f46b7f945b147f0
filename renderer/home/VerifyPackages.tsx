import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { type Ref, useImperativeHandle, useState } from 'react';
import type { Verification } from '../../shared/package/verification.ts';
import { call } from '../ui/call/client.ts';
import { type ChosenFile, offerFiles } from '../ui/call/files.ts';
import { type JobOptions, runJob } from '../ui/call/jobs.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { FilePickButton } from '../ui/FilePickButton.tsx';
import { ProgressModal } from '../ui/ProgressModal.tsx';
import { useJob } from '../ui/call/use-job.ts';
import type { TakesPackages } from './HomeIntake.tsx';
import { VerificationTable } from './VerificationTable.tsx';

async function verify(files: readonly ChosenFile[], options: JobOptions): Promise<Verification[]> {
  const tokens = await offerFiles(files, options);
  return (await runJob('verify', call('verifyPackages', { tokens }), options)).verifications;
}

/** Checks packages without opening them. */
export function VerifyPackages({ ref }: { readonly ref?: Ref<TakesPackages> }) {
  const job = useJob();
  const [verifications, setVerifications] = useState<Verification[]>();
  const pick = async (files: readonly ChosenFile[]) =>
    setVerifications(await job.run((options) => verify(files, options)));
  useImperativeHandle(ref, () => ({ take: (files) => void pick(files) }));
  const close = () => {
    setVerifications(undefined);
    job.dismiss();
  };
  return (
    <>
      <FilePickButton
        label="校验推荐包"
        icon={<SafetyCertificateOutlined aria-hidden />}
        purpose="verify"
        multiple
        onFiles={(files) => void pick(files)}
      />
      <ProgressModal title="校验推荐包" progress={job.progress} onCancel={job.cancel} />
      {(verifications ?? job.failure) && (
        <Modal open title="校验结果" width={1040} footer={null} onCancel={close}>
          <FailureNotice failure={job.failure} />
          {verifications && <VerificationTable verifications={verifications} />}
        </Modal>
      )}
    </>
  );
}
