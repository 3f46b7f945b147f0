import { type ReactNode, useState } from 'react';
import type { Verification } from '../../shared/package/verification.ts';
import { call } from '../ui/call/client.ts';
import { type ChosenFile, offerFiles } from '../ui/call/files.ts';
import { type JobOptions, runJob } from '../ui/call/jobs.ts';
import { ProgressModal } from '../ui/ProgressModal.tsx';
import { useJob } from '../ui/call/use-job.ts';
import { laterDialog } from '../ui/later.ts';

const VerificationDialog = laterDialog(
  async () => ({
    default: (await import('./VerificationDialog.tsx')).VerificationDialog,
  }),
  ({ onClose }) => onClose(),
);

/** Checks packages without opening them. `dialog` is to be drawn: how far it is, and what came of it. */
export function useVerification(): {
  readonly verify: (files: readonly ChosenFile[]) => Promise<void>;
  readonly dialog: ReactNode;
} {
  const job = useJob('校验推荐包');
  const [verifications, setVerifications] = useState<Verification[]>();
  const verify = async (files: readonly ChosenFile[]) =>
    setVerifications(await job.run((options) => verified(files, options)));
  const close = () => {
    setVerifications(undefined);
    job.dismiss();
  };
  const dialog = (
    <>
      <ProgressModal title="校验推荐包" progress={job.progress} onCancel={job.cancel} />
      {(verifications ?? job.failure) && (
        <VerificationDialog failure={job.failure} verifications={verifications} onClose={close} />
      )}
    </>
  );
  return { verify, dialog };
}

async function verified(files: readonly ChosenFile[], options: JobOptions): Promise<Verification[]> {
  const tokens = await offerFiles(files, options);
  return (await runJob('verify', call('verifyPackages', { tokens }), options)).verifications;
}
