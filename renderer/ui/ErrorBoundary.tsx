import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
}

/** Catches a fault of the interface itself. What was saved is on disk and not touched by it. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Result
        status="warning"
        title="界面出现错误"
        subTitle="已保存的内容都在数据文件夹里，没有丢失。重新载入后可以接着做。"
        extra={
          <Button type="primary" onClick={() => window.location.reload()}>
            重新载入
          </Button>
        }
      />
    );
  }
}
