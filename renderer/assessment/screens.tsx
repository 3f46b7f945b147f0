import {
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CheckSquareOutlined,
  CopyOutlined,
  FileTextOutlined,
  FileWordOutlined,
  HomeOutlined,
  PaperClipOutlined,
} from '@ant-design/icons';
import { later } from '../ui/later.ts';

import type { ScreenEntry } from '../state/document/Workbench.tsx';
import { ExportScreen } from './export/ExportScreen.tsx';
import { MaterialsScreen } from './materials/MaterialsScreen.tsx';
import { StandardScreen } from './standard/StandardScreen.tsx';
import { UnitScreen } from './unit/UnitScreen.tsx';
import type { Screen } from '../state/assessment-store.ts';

/** The screens of an assessment, in the order of their buttons. */
export const SCREENS: Record<Screen, ScreenEntry> = {
  unit: { label: '单位与活动', icon: <HomeOutlined aria-hidden />, Screen: UnitScreen },
  scoring: {
    label: '逐项自评',
    icon: <CheckSquareOutlined aria-hidden />,
    Screen: later(async () => ({
      default: (await import('./scoring/ScoringScreen.tsx')).ScoringScreen,
    })),
  },
  evidence: {
    label: '佐证材料',
    icon: <PaperClipOutlined aria-hidden />,
    Screen: later(async () => ({
      default: (await import('./evidence/EvidenceScreen.tsx')).EvidenceScreen,
    })),
  },
  gap: {
    label: '差距分析',
    icon: <BarChartOutlined aria-hidden />,
    Screen: later(async () => ({ default: (await import('./gap/GapScreen.tsx')).GapScreen })),
  },
  materials: { label: '材料', icon: <FileTextOutlined aria-hidden />, Screen: MaterialsScreen },
  papers: {
    label: '文书',
    icon: <FileWordOutlined aria-hidden />,
    Screen: later(async () => ({
      default: (await import('./papers/PapersScreen.tsx')).PapersScreen,
    })),
  },
  export: { label: '资格审查与导出', icon: <AuditOutlined aria-hidden />, Screen: ExportScreen },
  platform: {
    label: '平台填报',
    icon: <CopyOutlined aria-hidden />,
    Screen: later(async () => ({ default: (await import('./platform/PlatformScreen.tsx')).PlatformScreen })),
  },
  standard: { label: '标准', icon: <BookOutlined aria-hidden />, Screen: StandardScreen },
};
