import { App } from 'antd';
import type { MadeFile } from '../../shared/contract/contract.ts';
import { MadeFileActions } from './MadeFileActions.tsx';
import { useHost } from './call/host-store.ts';

/** Says where a made file lies and, on the desktop, gives the ways on from there; a browser downloads it. */
export function useDelivery(): (file: MadeFile) => void {
  const { message, notification } = App.useApp();
  const isDesktop = useHost((state) => state.info?.door) === 'desktop';
  return (file) => {
    const { token, fileName, folder } = file;
    if (isDesktop) {
      notification.success({
        title: `已存为 ${fileName}`,
        description: `在 ${folder}`,
        actions: <MadeFileActions token={token} />,
        // One at a time, where it lies over no button, and gone by itself.
        key: 'made-file',
        placement: 'bottomRight',
        duration: 10,
      });
      return;
    }
    const link = document.createElement('a');
    link.href = `download/${token}`;
    link.download = fileName;
    link.click();
    message.success(`已存为 ${fileName}，在 ${folder}`);
  };
}
