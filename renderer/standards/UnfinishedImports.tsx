import { App, Button, Card, Space } from 'antd';
import type { ImportSummary } from '../../shared/contract/contract.ts';
import { STEP_LABELS } from './step-labels.ts';

interface Props {
  readonly imports: readonly ImportSummary[];
  readonly onResume: (importId: string) => Promise<void>;
  readonly onDiscard: (importId: string) => Promise<void>;
}

/** Imports and edits that were left before they were saved. */
export function UnfinishedImports({ imports, onResume, onDiscard }: Props) {
  const { modal } = App.useApp();
  const ask = (id: string) =>
    modal.confirm({
      title: '放弃这次导入？',
      content: '在各步骤里做的修改会删除，原文件不受影响。',
      okText: '放弃',
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => onDiscard(id),
    });
  return (
    <Card size="small" title="没有做完的">
      <ul className="ui-file-list">
        {imports.map(({ id, kind, source, step, startedAt, title }) => (
          <li key={id}>
            <span className="ui-file-name">
              {kind === 'copy' ? '编辑' : '导入'}：{source}
              {title !== '' && title !== source && `（${title}）`}
              <span className="ui-muted">
                {' '}
                · 停在“{STEP_LABELS[step]}” · {new Date(startedAt).toLocaleString('zh-CN')}
              </span>
            </span>
            <Space>
              <Button type="primary" size="small" onClick={() => void onResume(id)}>
                继续
              </Button>
              <Button size="small" onClick={() => void ask(id)}>
                放弃
              </Button>
            </Space>
          </li>
        ))}
      </ul>
    </Card>
  );
}
