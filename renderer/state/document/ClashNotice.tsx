import { Alert, Button, Space } from 'antd';
import type { Side } from '../../../shared/document-merge.ts';
import { Sides } from '../../ui/choices/Sides.tsx';
import type { Clash } from './save-queue.ts';

interface Props {
  readonly clash: Clash;
  readonly settle: (side: Side) => Promise<boolean>;
}

/** A change that would have overwritten another window's: both are shown, nothing is saved until one is picked. */
export function ClashNotice({ clash: { rows }, settle }: Props) {
  return (
    <Alert
      className="document-standing"
      type="warning"
      showIcon
      role="alert"
      title={`${rows.map(({ name }) => `“${name}”`).join('、')}刚在另一个窗口改过，这里的改动还没有保存`}
      description={
        <>
          <Sides rows={rows} local="这里的" remote="那边的" />
          <Space wrap>
            <Button type="primary" onClick={() => void settle('local')}>
              用这里的
            </Button>
            <Button onClick={() => void settle('remote')}>用那边的</Button>
          </Space>
        </>
      }
    />
  );
}
