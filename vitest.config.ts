import { defineConfig } from 'vitest/config';

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
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
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
