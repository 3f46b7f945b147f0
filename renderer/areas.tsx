import { AuditOutlined, BookOutlined, CalendarOutlined } from '@ant-design/icons';
import { later } from './ui/later.ts';
import { type ComponentType } from 'react';
import type { AreaButton } from './home/HomeScreen.tsx';

interface Area extends AreaButton {
  readonly Screen: ComponentType;
}

/** What 首页 leads to, in the order of its buttons. */
export const AREAS: readonly Area[] = [
  {
    name: 'standards',
    label: '标准库',
    icon: <BookOutlined aria-hidden />,
    Screen: later(async () => ({
      default: (await import('./standards/StandardsArea.tsx')).StandardsArea,
    })),
  },
  {
    name: 'registers',
    label: '年度工作',
    icon: <CalendarOutlined aria-hidden />,
    Screen: later(async () => ({
      default: (await import('./registers/RegistersArea.tsx')).RegistersArea,
    })),
  },
  {
    name: 'desk',
    label: '核验台',
    icon: <AuditOutlined aria-hidden />,
    Screen: later(async () => ({ default: (await import('./desk/DeskArea.tsx')).DeskArea })),
  },
];
