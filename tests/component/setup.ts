import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { theme } from '../../renderer/ui/tokens.ts';
import { closeHosts } from './host.ts';
import { resetStores } from './zustand.ts';

// For every question about a style happy-dom works antd's style sheets out anew, which takes most of the time of all
// tests: own styles are enough.
window.getComputedStyle = (element) => (element as HTMLElement).style;

// Nor need antd make them.
Object.assign(theme, { zeroRuntime: true });

// The machine that runs the tests may be busy.
// Asking whether each element is visible makes role queries slow on antd's styles.
configure({ asyncUtilTimeout: 10_000, defaultHidden: true });

afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
  // What the host still answers belongs to this test, not to the stores of the next.
  await closeHosts();
  delete window.biaobing;
  // The place of the page: the next test's is not loaded anew.
  window.history.replaceState(null, '');
  resetStores();
});
