import { App, Button, type ButtonProps } from 'antd';
import { type ReactNode, useState } from 'react';
import type { MadeFile } from '../../shared/contract/contract.ts';
import { call } from './call/client.ts';
import { useToldCall } from './call/use-told-call.ts';
import { useHost } from './call/host-store.ts';

interface Props extends Pick<ButtonProps, 'type' | 'size' | 'icon'> {
  readonly make: () => Promise<MadeFile>;
  readonly children: ReactNode;
}

/** Has the host make a file; the desktop shows it in its folder, a browser downloads it. */
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

/** Brings a made file to the user, and says where it lies. */
export function useDelivery(): (file: MadeFile) => Promise<void> {
  const { message } = App.useApp();
  const isDesktop = useHost((state) => state.info?.door) === 'desktop';
  return async ({ token, fileName, folder }) => {
    if (isDesktop) await call('revealExport', { token });
    else {
      const link = document.createElement('a');
      link.href = `download/${token}`;
      link.download = fileName;
      link.click();
    }
    message.success(`已存为 ${fileName}，在 ${folder}`);
  };
}
