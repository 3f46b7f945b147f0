import { Alert, Button } from 'antd';
import type { Failure } from '../../shared/values/errors.ts';

interface Props {
  /** Absent: nothing is drawn. */
  failure: Failure | undefined;
  tone?: 'error' | 'warning';
  onRetry?: () => void;
  onClose?: () => void;
}

/** What happened, what it means for the data, what to do. */
export function FailureNotice({ failure, tone = 'error', onRetry, onClose }: Props) {
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
        </>
      }
      action={onRetry && <Button onClick={onRetry}>重试</Button>}
      closable={onClose && { onClose, 'aria-label': '关闭提示' }}
    />
  );
}
