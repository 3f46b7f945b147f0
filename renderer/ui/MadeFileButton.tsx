import { Button, type ButtonProps } from 'antd';
import { type ReactNode, useState } from 'react';
import type { MadeFile } from '../../shared/contract/contract.ts';
import { useDelivery } from './use-delivery.tsx';
import { useToldCall } from './use-told-call.tsx';

interface Props extends Pick<ButtonProps, 'type' | 'size' | 'icon' | 'disabled' | 'aria-label'> {
  readonly make: () => Promise<MadeFile>;
  readonly children: ReactNode;
}

/** Has the host make a file and brings it to the user. */
export function MadeFileButton({ make, children, ...button }: Props) {
  const deliver = useDelivery();
  const told = useToldCall();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    await told(async () => deliver(await make()));
    setBusy(false);
  };
  return (
    <Button {...button} loading={busy} onClick={() => void run()}>
      {children}
    </Button>
  );
}
