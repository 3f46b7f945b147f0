import type { ReactNode } from 'react';
import { Button, Space } from 'antd';
import { ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';

const STEPS = [0.5, 0.75, 1, 1.5, 2, 3, 4];

interface Props {
  readonly zoom: number;
  readonly onZoom: (zoom: number) => void;
  readonly children?: ReactNode;
}

export function ZoomBar({ zoom, onZoom, children }: Props) {
  const at = STEPS.indexOf(zoom);
  const smaller = STEPS[at - 1];
  const larger = STEPS[at + 1];
  return (
    <Space className="preview-bar">
      {children}
      <Button
        icon={<ZoomOutOutlined aria-hidden />}
        aria-label="缩小"
        disabled={smaller === undefined}
        onClick={() => smaller !== undefined && onZoom(smaller)}
      />
      <Button onClick={() => onZoom(1)}>适合窗口（{Math.round(zoom * 100)}%）</Button>
      <Button
        icon={<ZoomInOutlined aria-hidden />}
        aria-label="放大"
        disabled={larger === undefined}
        onClick={() => larger !== undefined && onZoom(larger)}
      />
    </Space>
  );
}
