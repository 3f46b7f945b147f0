import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useRef } from 'react';
import { FilePickButton, FolderPickButton } from '../../ui/FilePickButton.tsx';
import type { Collected } from '../../ui/intake/collect.ts';
import { useFileTarget } from '../../ui/intake/targets.ts';
import { useHost } from '../../ui/call/host-store.ts';
import { BODY_LENGTH } from '../../../shared/review/schema.ts';
import { useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { BodyPick } from '../BodyField.tsx';
import { readDate } from '../../ui/fields/read-date.ts';
import './inbox.css';

interface Props {
  readonly today: string;
  /** A batch is being taken in: another one has to wait. */
  readonly busy: boolean;
  readonly onTake: (collected: Collected, receivedOn: string, body: string | undefined) => void;
}

/** Packages by drop or by choosing, and the day on which they were handed in: the deadline is judged by it. */
export function HandIn({ today, busy, onTake }: Props) {
  // Kept while other screens are looked at.
  const typed = useDesk(({ receivedOn }) => receivedOn) ?? today;
  const setTyped = (receivedOn: string) => useDesk.setState({ receivedOn });
  const area = useRef<HTMLDivElement>(null);
  const picks = useHost((state) => state.info?.picks === true);
  const receivedOn = readDate(typed) || undefined;
  const { desk } = useOpenDesk();
  const isProvincial = desk.level === 'province';
  const handedBy = useDesk((state) => state.handedBy) ?? '';
  const body = isProvincial ? handedBy.trim() : undefined;
  const isLong = body !== undefined && body.length > BODY_LENGTH;

  const take = (collected: Collected): void => {
    if (receivedOn !== undefined && !busy && !isLong) onTake(collected, receivedOn, body);
  };
  useFileTarget('screen', () => {
    if (receivedOn === undefined) return { refused: '请先写好收件日期，再放文件。' };
    if (isLong) return { refused: '推荐单位的名称太长，请先删减，再放文件。' };
    if (busy) return { refused: '正在收件，做完后再放文件。' };
    return {
      words: `松开，收件（收件日期 ${receivedOn}）`,
      element: area.current,
      tellsUnread: true,
      take: (files, unread) => take({ files, unread }),
    };
  });
  return (
    <div ref={area} className="inbox-drop">
      <FilePickButton
        type="primary"
        label="选择推荐包"
        purpose="inbox"
        icon={<InboxOutlined aria-hidden />}
        multiple
        disabled={receivedOn === undefined || isLong}
        onFiles={(files) => take({ files, unread: [] })}
      />
      <FolderPickButton
        label="选择文件夹"
        purpose="inboxFolder"
        icon={<FolderOpenOutlined aria-hidden />}
        disabled={receivedOn === undefined || isLong}
        onFolder={take}
      />
      <span className="ui-muted">
        也可以把文件或整个文件夹（如U盘）拖进窗口，里面的子文件夹一起收，链接不收；原件另存一份，不会改动。
        {!picks && '浏览器选文件夹时会说“上传”，其实只交给本机的这个程序，不经过网络。'}
      </span>
      {isProvincial && (
        <span className="inbox-body">
          <label htmlFor="inbox-body">这批推荐包的推荐单位</label>
          <BodyPick
            id="inbox-body"
            width={190}
            value={handedBy}
            onChange={(name) => useDesk.setState({ handedBy: name })}
          />
          {body === '' && <span className="ui-muted">不选也能收，以后在核验总表里定</span>}
        </span>
      )}
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
    </div>
  );
}
