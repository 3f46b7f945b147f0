import { App, Button, Dropdown, Space } from 'antd';
import type { CallInput } from '../../shared/contract/contract.ts';
import type { Standard } from '../../shared/standard/schema.ts';

export type ExportFormat = CallInput<'exportStandard'>['format'];

export interface StandardHandlers {
  /** A new assessment by it. */
  readonly onNew: (standardId: string) => void;
  /** Beside what it was made from. */
  readonly onOriginal: (standardId: string) => void;
  readonly onCopy: (standardId: string) => void;
  readonly onExport: (standardId: string, format: ExportFormat) => void;
  readonly onRemove: (standardId: string) => void;
}

interface Props extends StandardHandlers {
  readonly standard: Standard;
  /** Made on this machine: only such a one can be removed. */
  readonly own: boolean;
  readonly hasOriginal: boolean;
}

/** What can be done with one standard. */
export function StandardActions({
  standard,
  own,
  hasOriginal,
  onNew,
  onOriginal,
  onCopy,
  onExport,
  onRemove,
}: Props) {
  const { modal } = App.useApp();
  const { id, title, edition } = standard;
  const askToRemove = () =>
    modal.confirm({
      title: `移走“${title} ${edition}”？`,
      content: '文件移到“已删除”文件夹；用它建立的自评各有一份标准，不受影响。',
      okText: '移走',
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => onRemove(id),
    });
  return (
    <Space size="small" wrap>
      <Button size="small" onClick={() => onNew(id)}>
        新建自评
      </Button>
      {hasOriginal && (
        <Button size="small" onClick={() => onOriginal(id)}>
          对照原表
        </Button>
      )}
      <Button size="small" onClick={() => onCopy(id)}>
        复制为新版本并编辑
      </Button>
      <Dropdown
        menu={{
          items: [
            { key: 'xlsx', label: 'Excel（可再导入）' },
            { key: 'json', label: 'JSON' },
          ],
          onClick: ({ key }) => onExport(id, key === 'xlsx' ? 'xlsx' : 'json'),
        }}
        trigger={['click']}
      >
        <Button size="small">导出</Button>
      </Dropdown>
      {own && (
        <Button size="small" danger onClick={() => void askToRemove()}>
          移除
        </Button>
      )}
    </Space>
  );
}
