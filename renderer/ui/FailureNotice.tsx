import { Alert, Button, Space } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../../shared/values/errors.ts';
import { FolderPath } from './FolderPath.tsx';

interface Props {
  /** Absent: nothing is drawn. */
  failure: Failure | undefined;
  tone?: 'error' | 'warning';
  /** What it is told of, where that is too much for its first sentence. */
  names?: readonly string[];
  onRetry?: () => void;
  onClose?: () => void;
  /** Other ways out, beside 重试. */
  actions?: ReactNode;
}

/** What happened, what it means for the data, what to do. */
export function FailureNotice({ failure, tone = 'error', names = [], onRetry, onClose, actions }: Props) {
  if (!failure) return null;
  return (
    <Alert
      type={tone}
      showIcon
      title={failure.message}
      description={
        <>
          <div>对数据的影响：{failure.effect}</div>
          <div>怎么办：{failure.remedy}</div>
          {names.length > 0 && (
            <ul className="ui-notes ui-notice-names">
              {names.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          )}
          {failure.path !== undefined && <FolderPath folder={failure.path} />}
        </>
      }
      action={
        (onRetry ?? actions) !== undefined && (
          <Space wrap>
            {onRetry && <Button onClick={onRetry}>重试</Button>}
            {actions}
          </Space>
        )
      }
      closable={onClose && { onClose, 'aria-label': '关闭提示' }}
    />
  );
}
