import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const UNIT = readdirSync(join(import.meta.dirname, 'tests/unit'), { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/unit/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.test.ts'));
/** They put a module in place of a real one, and so cannot share their modules with other files. */
const MOCKING = UNIT.filter((name) =>
  readFileSync(join(import.meta.dirname, name), 'utf8').includes('vi.mock('),
);

// The machine may be busy with other tests.
const patient = { testTimeout: 60_000, hookTimeout: 60_000 } as const;
const node = { environment: 'node', setupFiles: ['tests/unit/setup.ts'], ...patient } as const;

/**
 * unit and component need nothing but Node, and start no process but for a single one. process starts what is built
 * and kills it. e2e drives the built program through the door named by BIAOBING_DOOR (local by default; desktop needs
 * an Electron runtime and a display).
 */
export default defineConfig({
  test: {
    // By default one core is left to the watcher.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...node,
          name: 'unit',
          include: UNIT.filter((name) => !MOCKING.includes(name)),
          // Loading the modules anew for each file takes longer than most files. setup.ts takes stubs back.
          isolate: false,
        },
      },
      { test: { ...node, name: 'unit-mocking', include: MOCKING } },
      {
        resolve: {
          alias: [
            { find: /^zustand$/, replacement: join(import.meta.dirname, 'tests/component/zustand.ts') },
          ],
        },
        test: {
          ...patient,
          name: 'component',
          environment: 'happy-dom',
          include: ['tests/component/**/*.test.tsx'],
          setupFiles: ['tests/component/setup.ts'],
          // One page for all files of a worker: loading antd takes longer than most files. setup.ts clears it.
          isolate: false,
        },
      },
      {
        test: {
          ...node,
          name: 'process',
          include: ['tests/process/**/*.test.ts'],
          globalSetup: ['tests/process/global-setup.ts'],
          testTimeout: 120_000,
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
