import { SafetyCertificateOutlined } from '@ant-design/icons';
import { type Ref, useImperativeHandle } from 'react';
import { FilePickButton } from '../ui/FilePickButton.tsx';
import type { TakesPackages } from './HomeIntake.tsx';
import { useVerification } from './use-verification.tsx';

/** Checks packages without opening them. */
export function VerifyPackages({ ref }: { readonly ref?: Ref<TakesPackages> }) {
  const { verify, dialog } = useVerification();
  useImperativeHandle(ref, () => ({ take: (files) => void verify(files) }));
  return (
    <>
      <FilePickButton
        label="校验推荐包"
        icon={<SafetyCertificateOutlined aria-hidden />}
        purpose="verify"
        multiple
        onFiles={(files) => void verify(files)}
      />
      {dialog}
    </>
  );
}
