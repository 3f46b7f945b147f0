import { LeftOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { SearchButton } from './SearchButton.tsx';
import { useArea } from './area-store.ts';
import { useCommand } from './commands.ts';
import { usePageName } from './page-name.ts';

interface Props {
  readonly title: string;
  /** What it is for, in one line. */
  readonly about?: string;
  /** What can be begun here. */
  readonly children: ReactNode;
}

/** Above the list of an area: the way back to 首页. */
export function AreaTitle({ title, about, children }: Props) {
  usePageName(title);
  useCommand('close', () => useArea.getState().goHome());
  return (
    <div className="ui-page-title">
      <Space>
        <Button icon={<LeftOutlined aria-hidden />} onClick={() => useArea.getState().goHome()}>
          首页
        </Button>
        <h1>{title}</h1>
        {about && <span className="ui-muted">{about}</span>}
      </Space>
      <Space wrap>
        {children}
        <SearchButton />
      </Space>
    </div>
  );
}
