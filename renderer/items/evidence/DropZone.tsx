import { useRef, useState } from 'react';
import { Button } from 'antd';
import { InboxOutlined } from '@ant-design/icons';
import { DropArea } from '../../ui/DropArea.tsx';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Files by drop or by choosing; a dropped folder is named, not silently left out. */
export function DropZone({ label, hint, onFiles }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const [folders, setFolders] = useState<readonly string[]>([]);

  const offer = (files: readonly File[]): void => {
    if (files.length > 0) onFiles(files);
  };
  const drop = (dropped: DataTransfer): void => {
    const { files, folders: refused } = sortDropped(dropped);
    setFolders(refused);
    offer(files);
  };
  return (
    <DropArea onDrop={drop}>
      <Button icon={<InboxOutlined aria-hidden />} onClick={() => chooser.current?.click()}>
        {label}
      </Button>
      <span className="ui-muted">{hint}</span>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // So that choosing the same file again is a change again.
          event.target.value = '';
          setFolders([]);
          offer(files);
        }}
      />
      {folders.length > 0 && (
        <div className="ui-field-problem" role="alert">
          文件夹不能直接添加，请打开后选择里面的文件：{folders.join('、')}
        </div>
      )}
    </DropArea>
  );
}

function sortDropped(transfer: DataTransfer): { files: File[]; folders: string[] } {
  const files: File[] = [];
  const folders: string[] = [];
  for (const item of transfer.items) {
    const file = item.getAsFile();
    if (!file) continue;
    if (item.webkitGetAsEntry()?.isDirectory) folders.push(file.name);
    else files.push(file);
  }
  return { files, folders };
}
