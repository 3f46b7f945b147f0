import { type ComponentType, Suspense, lazy, useEffect, useRef, useState } from 'react';
import { ErrorBoundary } from '../../components/ErrorBoundary.tsx';
import { useUndoKeys } from '../../components/use-undo-keys.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { type DeskScreen, useDesk, useOpenDesk } from '../../state/desk-store.ts';
import { DeskHeader } from './DeskHeader.tsx';
import { InboxScreen } from './inbox/InboxScreen.tsx';
import { TableScreen } from './table/TableScreen.tsx';

const SCREENS: Record<DeskScreen, ComponentType> = {
  inbox: InboxScreen,
  table: TableScreen,
  compare: lazy(async () => ({ default: (await import('./compare/CompareScreen.tsx')).CompareScreen })),
  heat: lazy(async () => ({ default: (await import('./compare/HeatScreen.tsx')).HeatScreen })),
  rank: lazy(async () => ({ default: (await import('./rank/RankScreen.tsx')).RankScreen })),
  exports: lazy(async () => ({ default: (await import('./exports/ExportsScreen.tsx')).ExportsScreen })),
};
const VerifyScreen = lazy(async () => ({
  default: (await import('./verify/VerifyScreen.tsx')).VerifyScreen,
}));

/** An open desk: its screens, or the one package that is verified. */
export function DeskWorkbench() {
  const { desk } = useOpenDesk();
  const verifying = useDesk((state) => state.verifying);
  const { leaveVerifying } = useDesk.getState();
  if (verifying === undefined) return <DeskScreens />;
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <VerifyScreen deskId={desk.id} packageKey={verifying} onBack={leaveVerifying} />
      </Suspense>
    </ErrorBoundary>
  );
}

function DeskScreens() {
  useUndoKeys(useDesk.getState());
  const { notices } = useOpenDesk();
  const screen = useDesk((state) => state.screen);
  const failure = useDesk((state) => state.failure);
  const { dismissFailure } = useDesk.getState();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus();
  }, [screen]);
  const Current = SCREENS[screen];
  return (
    <div className="desk">
      <DeskHeader />
      <main className="desk-main" key={screen} ref={main} tabIndex={-1}>
        <ErrorBoundary>
          {notices
            .filter(({ message }) => !dismissed.includes(message))
            .map((notice) => (
              <FailureNotice
                key={notice.message}
                tone="warning"
                failure={notice}
                onClose={() => setDismissed([...dismissed, notice.message])}
              />
            ))}
          <Suspense fallback={null}>
            <Current />
          </Suspense>
        </ErrorBoundary>
      </main>
      {failure && (
        <div className="desk-failure">
          <FailureNotice failure={failure} onClose={dismissFailure} />
        </div>
      )}
    </div>
  );
}
