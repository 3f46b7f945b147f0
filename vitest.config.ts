import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const FILES = readdirSync(join(import.meta.dirname, 'tests/unit'), { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/unit/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts'));
/** They put a module in place of a real one, and so cannot share their modules with other files. */
const MOCKING = FILES.filter((name) =>
  readFileSync(join(import.meta.dirname, name), 'utf8').includes('vi.mock('),
);

const unit = {
  environment: 'node',
  globalSetup: ['tests/unit/global-setup.ts'],
  setupFiles: ['tests/unit/setup.ts'],
  // Some start dozens of processes, on machines that are busy with other tests.
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;

/**
 * unit and component need nothing but Node. e2e drives the built program through the door named by
 * BIAOBING_DOOR (local by default; desktop needs an Electron runtime and a display).
 */
export default defineConfig({
  test: {
    // By default one core is left to the watcher.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          include: FILES.filter((name) => !MOCKING.includes(name)),
          // Loading the modules anew for each file takes longer than most files. setup.ts takes stubs back.
          isolate: false,
        },
      },
      { test: { ...unit, name: 'unit-mocking', include: MOCKING } },
      {
        test: {
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.tsx'],
          setupFiles: ['tests/component/setup.ts'],
          // One page for all files of a worker: loading antd takes longer than most files. setup.ts clears it.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.spec.ts'],
          globalSetup: ['tests/e2e/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
