import {
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CheckSquareOutlined,
  FileTextOutlined,
  HomeOutlined,
  PaperClipOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { type Screen, useAssessment } from '../state/assessment-store.ts';

const ENTRIES: readonly { screen: Screen; label: string; icon: ReactNode }[] = [
  { screen: 'unit', label: '单位与活动', icon: <HomeOutlined aria-hidden /> },
  { screen: 'scoring', label: '逐项自评', icon: <CheckSquareOutlined aria-hidden /> },
  { screen: 'evidence', label: '佐证材料', icon: <PaperClipOutlined aria-hidden /> },
  { screen: 'gap', label: '差距分析', icon: <BarChartOutlined aria-hidden /> },
  { screen: 'materials', label: '材料', icon: <FileTextOutlined aria-hidden /> },
  { screen: 'export', label: '资格审查与导出', icon: <AuditOutlined aria-hidden /> },
  { screen: 'standard', label: '标准', icon: <BookOutlined aria-hidden /> },
];

export function Navigation() {
  const current = useAssessment((state) => state.screen);
  const goTo = useAssessment((state) => state.goTo);
  return (
    <nav className="workbench-nav" aria-label="自评步骤">
      {ENTRIES.map(({ screen, label, icon }) => (
        <button
          key={screen}
          type="button"
          aria-current={screen === current ? 'page' : undefined}
          onClick={() => goTo(screen)}
        >
          {icon}
          {label}
        </button>
      ))}
    </nav>
  );
}
