import { type ComponentType, Suspense, lazy, useEffect, useRef, useState } from 'react';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { ExportScreen } from '../screens/export/ExportScreen.tsx';
import { MaterialsScreen } from '../screens/materials/MaterialsScreen.tsx';
import { StandardScreen } from '../screens/standard/StandardScreen.tsx';
import { UnitScreen } from '../screens/unit/UnitScreen.tsx';
import { type Screen, useAssessment } from '../state/assessment-store.ts';
import { ErrorBoundary } from '../components/ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';
import { OpeningNotices } from './OpeningNotices.tsx';
import { useUndoKeys } from '../components/use-undo-keys.ts';

const SCREENS: Record<Screen, ComponentType> = {
  unit: UnitScreen,
  scoring: lazy(async () => ({
    default: (await import('../screens/scoring/ScoringScreen.tsx')).ScoringScreen,
  })),
  evidence: lazy(async () => ({
    default: (await import('../screens/evidence/EvidenceScreen.tsx')).EvidenceScreen,
  })),
  gap: lazy(async () => ({ default: (await import('../screens/gap/GapScreen.tsx')).GapScreen })),
  materials: MaterialsScreen,
  export: ExportScreen,
  standard: StandardScreen,
};

/** An open assessment: header, navigation and the chosen screen. */
export function Workbench() {
  useUndoKeys(useAssessment.getState());
  const screen = useAssessment((state) => state.screen);
  const failure = useAssessment((state) => state.failure);
  const dismissFailure = useAssessment((state) => state.dismissFailure);
  // Here, not in the screen: what was closed stays closed on the next one.
  const [closed, setClosed] = useState<readonly string[]>([]);
  const Current = SCREENS[screen];
  const main = useRef<HTMLElement>(null);
  // A jump from one screen to another takes the focused button away: the keyboard goes on from the new screen.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus();
  }, [screen]);
  return (
    <div className="workbench">
      <Header />
      <Navigation />
      <main className="workbench-main" key={screen} ref={main} tabIndex={-1}>
        <ErrorBoundary>
          <OpeningNotices closed={closed} onClose={(code) => setClosed([...closed, code])} />
          <Suspense fallback={null}>
            <Current />
          </Suspense>
        </ErrorBoundary>
      </main>
      {failure && (
        <div className="workbench-failure">
          <FailureNotice failure={failure} onClose={dismissFailure} />
        </div>
      )}
    </div>
  );
}
