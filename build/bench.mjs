// `npm run bench`: speed and memory against public tools, by turns; a markdown table on stdout, every run in
// dist/bench/bench.json. No part of the tests.
//   -- --list                 the rows
//   -- --only NAME[,NAME]     some of them
//   -- --large                also those that take minutes and gigabytes
//   -- --runs N               other than 5
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, bundleModule, root } from './build.mjs';
import { testElectron } from './test-electron.mjs';

await build();
// Beside what is shipped, so that both find the same threads and readers.
const external = ['playwright-core', '@sparticuz/chromium'];
await bundleModule('tests/bench/bench.ts', 'bench', { external });
await bundleModule('tests/bench/task.ts', 'bench-task');
// Without it the row on the start goes through the local door.
const electron = await testElectron().catch((error) => console.error(`no Electron: ${error.message}`));
const child = spawn(process.execPath, [join(root, 'dist/bench.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...(electron && { BIAOBING_ELECTRON: electron }) },
});
// Ctrl+C reaches both; the bench ends when it has removed its data.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (status) => (process.exitCode = status ?? 1));
