// `npm run test:desktop`: the end-to-end specs through the desktop door, in a real Electron.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.mjs';
import { testElectron } from './test-electron.mjs';

const required = process.env.BIAOBING_REQUIRE_DESKTOP === '1';
let electron;
try {
  electron = await testElectron();
} catch (error) {
  console.error(`no Electron runtime for tests: ${error.message}`);
}

if (!electron) {
  console.error(required ? 'failed: the desktop door must be tested here' : 'skipped: desktop door');
  process.exitCode = required ? 1 : 0;
} else {
  const vitest = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'e2e',
    ...process.argv.slice(2),
  ];
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY;
  const [program, ...args] = hasDisplay
    ? [process.execPath, ...vitest]
    : ['xvfb-run', '-a', '-s', '-screen 0 1366x768x24', process.execPath, ...vitest];
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, BIAOBING_DOOR: 'desktop', BIAOBING_ELECTRON: electron },
  });
  if (error) console.error(error.message);
  process.exitCode = status ?? 1;
}
