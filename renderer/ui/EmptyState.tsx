import { Empty } from 'antd';
import type { ReactNode } from 'react';

/** Nothing here yet: one sentence, and what can be done about it. */
export function EmptyState({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text}>
      {children}
    </Empty>
  );
}
