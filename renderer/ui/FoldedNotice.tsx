import { Alert, Button, Space } from 'antd';
import { type ReactNode, useState } from 'react';

interface Props {
  readonly type: 'warning' | 'info';
  /** All that is seen while it is folded. */
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A notice of one line, with the rest behind 详情: several of them leave room for the screen below. */
export function FoldedNotice({ type, title, actions, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Alert
      type={type}
      showIcon
      title={title}
      description={isOpen && children}
      action={
        <Space wrap>
          {actions}
          <UnfoldButton title={title} isOpen={isOpen} onToggle={setOpen} />
        </Space>
      }
    />
  );
}

interface UnfoldProps {
  /** Of what it shows the rest. */
  readonly title: string;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

export function UnfoldButton({ title, isOpen, onToggle }: UnfoldProps) {
  return (
    <Button
      size="small"
      aria-expanded={isOpen}
      aria-label={`${isOpen ? '收起' : '详情'}：${title}`}
      onClick={() => onToggle(!isOpen)}
    >
      {isOpen ? '收起' : '详情'}
    </Button>
  );
}
