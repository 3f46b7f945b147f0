import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState } from 'react';
import { FilePickButton } from '../../ui/FilePickButton.tsx';
import { useDesk } from '../../state/desk-store.ts';
import { readDate } from '../../ui/fields/read-date.ts';
import { type Collected, collectChosen, collectDropped } from './incoming.ts';
import { useDrop } from './use-drop.ts';
import './inbox.css';

interface Props {
  readonly today: string;
  /** A batch is being taken in: another one has to wait. */
  readonly busy: boolean;
  readonly onTake: (collected: Collected, receivedOn: string) => void;
}

/** Packages by drop or by choosing, and the day on which they were handed in: the deadline is judged by it. */
export function HandIn({ today, busy, onTake }: Props) {
  // Kept while other screens are looked at.
  const typed = useDesk(({ receivedOn }) => receivedOn) ?? today;
  const setTyped = (receivedOn: string) => useDesk.setState({ receivedOn });
  const [failed, setFailed] = useState(false);
  const receivedOn = readDate(typed) || undefined;

  const take = (collected: Collected): void => {
    if (receivedOn !== undefined && !busy) onTake(collected, receivedOn);
  };
  const over = useDrop((transfer) => {
    setFailed(false);
    collectDropped(transfer).then(take, (error: unknown) => {
      console.error(error);
      setFailed(true);
    });
  });
  return (
    <div className={over ? 'inbox-drop inbox-drop-over' : 'inbox-drop'}>
      <FilePickButton
        type="primary"
        label="选择推荐包"
        icon={<InboxOutlined aria-hidden />}
        multiple
        disabled={receivedOn === undefined}
        onFiles={(files) => take(collectChosen(files))}
      />
      <FilePickButton
        folder
        label="选择文件夹"
        icon={<FolderOpenOutlined aria-hidden />}
        disabled={receivedOn === undefined}
        onFiles={(files) => take(collectChosen(files))}
      />
      <span className="ui-muted">也可以把文件或整个文件夹（如U盘）拖进本页；原件另存一份，不会改动。</span>
      <label className="desk-push">
        收件日期{' '}
        <Input
          style={{ width: 122 }}
          value={typed}
          placeholder="如：2026-11-20"
          status={receivedOn === undefined ? 'error' : ''}
          aria-invalid={receivedOn === undefined}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={() => receivedOn && setTyped(receivedOn)}
        />
      </label>
      {receivedOn === undefined && (
        <span className="desk-wrong" role="alert">
          请把收件日期写成 {today} 这样，逾期按它判断
        </span>
      )}
      {failed && (
        <span className="desk-wrong" role="alert">
          拖入的内容没有读到，请改用“选择推荐包”
        </span>
      )}
    </div>
  );
}
