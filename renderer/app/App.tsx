import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { HomeScreen } from '../screens/home/HomeScreen.tsx';
import { type Area, useArea } from '../state/area-store.ts';
import { useAssessment } from '../state/assessment-store.ts';
import { flushTypedText } from '../state/typed-text.ts';
import { useHost } from '../state/host-store.ts';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Workbench } from './Workbench.tsx';
import { theme } from './theme.ts';
import './app.css';
import './print.css';

const AREAS: Record<Area, ComponentType> = {
  home: HomeScreen,
  standards: lazy(async () => ({
    default: (await import('../screens/standards/StandardsArea.tsx')).StandardsArea,
  })),
  desk: lazy(async () => ({ default: (await import('../screens/desk/DeskArea.tsx')).DeskArea })),
};

/** antd names its close buttons in English. */
const CLOSE = { 'aria-label': '关闭' };

export function App() {
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      button={{ autoInsertSpace: false }}
      modal={{ closable: CLOSE }}
      drawer={{ closable: CLOSE }}
    >
      <AntApp style={{ height: '100%' }}>
        <ErrorBoundary>
          <Root />
        </ErrorBoundary>
      </AntApp>
    </ConfigProvider>
  );
}

function Root() {
  const Current = AREAS[useArea((state) => state.area)];
  const isOpen = useAssessment((state) => state.open !== undefined);
  const { info, failure, load } = useHost();
  useEffect(() => void load(), [load]);
  useEffect(() => {
    window.addEventListener('pagehide', flushTypedText);
    window.addEventListener('beforeunload', flushTypedText);
    return () => {
      window.removeEventListener('pagehide', flushTypedText);
      window.removeEventListener('beforeunload', flushTypedText);
    };
  }, []);
  if (failure) return <FailureNotice failure={failure} onRetry={() => void load()} />;
  if (!info) return null;
  if (isOpen) return <Workbench />;
  return (
    <Suspense fallback={null}>
      <Current />
    </Suspense>
  );
}
