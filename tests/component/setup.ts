import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { useArea } from '../../renderer/state/area-store.ts';
import { useAssessment } from '../../renderer/state/assessment-store.ts';
import { useDesk } from '../../renderer/state/desk-store.ts';
import { useHost } from '../../renderer/state/host-store.ts';
import { useImport } from '../../renderer/state/import-store.ts';
import { useReview } from '../../renderer/state/review-store.ts';

// For every question about a style happy-dom works antd's style sheets out anew, which takes most of the time of all
// tests: own styles are enough.
window.getComputedStyle = (element) => (element as HTMLElement).style;

// The machine that runs the tests may be busy.
// Asking whether each element is visible makes role queries slow on antd's styles.
configure({ asyncUtilTimeout: 10_000, defaultHidden: true });

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  useAssessment.setState(useAssessment.getInitialState(), true);
  useDesk.setState(useDesk.getInitialState(), true);
  useReview.setState(useReview.getInitialState(), true);
  useArea.setState(useArea.getInitialState(), true);
  useImport.setState(useImport.getInitialState(), true);
  useHost.setState(useHost.getInitialState(), true);
  delete window.biaobing;
});
