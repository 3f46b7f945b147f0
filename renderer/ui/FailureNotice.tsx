import { Alert, Button, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../shared/values/errors.ts';
import { UnfoldButton } from './FoldedNotice.tsx';
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
  /** Its first sentence alone, with the rest behind 详情: where there are several, and a screen below. */
  folded?: boolean;
}

/** What it means for the data, and what to do. */
export function FailureMeaning({ failure }: { readonly failure: Failure }) {
  return (
    <>
      <div>对数据的影响：{failure.effect}</div>
      <div>怎么办：{failure.remedy}</div>
    </>
  );
}

/** What happened, what it means for the data, what to do. */
export function FailureNotice({
  failure,
  tone = 'error',
  names = [],
  onRetry,
  onClose,
  actions,
  folded = false,
}: Props) {
  const [isOpen, setOpen] = useState(false);
  if (!failure) return null;
  const more = folded && <UnfoldButton title={failure.message} isOpen={isOpen} onToggle={setOpen} />;
  return (
    <Alert
      type={tone}
      showIcon
      title={failure.message}
      description={
        (!folded || isOpen) && (
          <>
            <FailureMeaning failure={failure} />
            {names.length > 0 && (
              <ul className="ui-notes ui-notice-names">
                {names.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            )}
            {failure.path !== undefined && <FolderPath folder={failure.path} />}
          </>
        )
      }
      action={
        ((onRetry ?? actions) !== undefined || folded) && (
          <Space wrap>
            {more}
            {onRetry && <Button onClick={onRetry}>重试</Button>}
            {actions}
          </Space>
        )
      }
      closable={onClose && { onClose, 'aria-label': '关闭提示' }}
    />
  );
}
