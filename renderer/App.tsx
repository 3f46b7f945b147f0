import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { Suspense, useEffect } from 'react';
import { FailureNotice } from './ui/FailureNotice.tsx';
import { HandedPackages } from './home/HandedPackages.tsx';
import { Everywhere } from './home/Everywhere.tsx';
import { HomeScreen } from './home/HomeScreen.tsx';
import { useKeptWords } from './state/use-kept-words.tsx';
import { usePlaceHistory } from './state/use-place-history.ts';
import { Printed } from './ui/Printed.tsx';
import { useArea } from './ui/area-store.ts';
import { useAssessment } from './state/assessment-store.ts';
import { useDesk } from './state/desk-store.ts';
import { WhichWords } from './ui/fields/WhichWords.tsx';
import { hasUnsentWords } from './ui/fields/drafts.tsx';
import { flushTypedText } from './ui/fields/typed-text.ts';
import { useLeftWork } from './ui/use-left-work.tsx';
import { SaveShown } from './items/evidence/preview/SaveShown.tsx';
import { bridge } from './ui/call/bridge.ts';
import { isAtWork } from './ui/call/at-work.ts';
import { useHost } from './ui/call/host-store.ts';
import { FileIntake } from './ui/intake/FileIntake.tsx';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { AREAS } from './areas.tsx';
import { later } from './ui/later.ts';
import { Loading } from './ui/Loading.tsx';
import { theme } from './ui/tokens.ts';
import './ui/base.css';
import './ui/page.css';
import './ui/text.css';
import './ui/print.css';

const AssessmentWorkbench = later(async () => ({
  default: (await import('./assessment/AssessmentWorkbench.tsx')).AssessmentWorkbench,
}));

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
          <Printed />
          <Everywhere />
          <Root />
          <SaveShown />
          <HandedPackages />
          <WhichWords />
        </ErrorBoundary>
        <FileIntake />
      </AntApp>
    </ConfigProvider>
  );
}

function Root() {
  const current = useArea((state) => state.area);
  const area = AREAS.find(({ name }) => name === current);
  const isOpen = useAssessment((state) => state.open !== undefined);
  const { info, failure, load } = useHost();
  const isThere = usePlaceHistory(useKeptWords());
  useEffect(() => void load(), [load]);
  useLeftWork(useDesk((state) => state.open?.value.id));
  useEffect(() => {
    window.addEventListener('pagehide', flushTypedText);
    window.addEventListener('beforeunload', keepWords);
    return () => {
      window.removeEventListener('pagehide', flushTypedText);
      window.removeEventListener('beforeunload', keepWords);
    };
  }, []);
  if (failure) return <FailureNotice failure={failure} onRetry={() => void load()} />;
  if (!info || !isThere) return null;
  if (!isOpen && !area) return <HomeScreen areas={AREAS} />;
  return (
    <Suspense fallback={<Loading />}>{isOpen || !area ? <AssessmentWorkbench /> : <area.Screen />}</Suspense>
  );
}

/**
 * Words that a field refuses are nowhere else: the browser, or the window, asks before they go. So does the browser before
 * something is cut off that runs; the desktop's window asks by itself.
 */
function keepWords(event: BeforeUnloadEvent): void {
  flushTypedText();
  if (hasUnsentWords() || (!bridge() && isAtWork())) event.preventDefault();
}
