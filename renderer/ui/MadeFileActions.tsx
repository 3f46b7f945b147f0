import { Button, Space } from 'antd';
import { call } from './call/client.ts';
import { useToldCall } from './use-told-call.tsx';
import { useSaveAs } from './use-save-as.tsx';

interface Props {
  readonly token: string;
  /** The first of the two is what the screen leads to. */
  readonly primary?: boolean;
}

/** On the desktop: to the folder in which a made file lies, and a copy of it wherever it is wanted, a memory stick say. */
export function MadeFileActions({ token, primary = false }: Props) {
  const told = useToldCall();
  const { save, progress } = useSaveAs();
  return (
    <Space>
      <Button
        type={primary ? 'primary' : 'default'}
        onClick={() => void told(() => call('revealExport', { token }))}
      >
        打开所在文件夹
      </Button>
      <Button onClick={() => void save(() => call('saveExport', { token }))}>另存为…</Button>
      {progress}
    </Space>
  );
}
