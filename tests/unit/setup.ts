import { afterAll, vi } from 'vitest';
import { removeTempFolders } from './temp-folders.ts';

// The next file of this worker finds the process as this one did.
afterAll(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  await removeTempFolders();
});
