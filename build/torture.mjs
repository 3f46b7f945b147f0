// `npm run torture`: kills, mutated input and failing disks, until something breaks or the time is over; a table on
// stdout, and as dist/torture/torture.{json,md}. `--help` says the rest (tests/torture/options.ts).
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, bundleModule, root } from './build.mjs';

await build(['cli', 'local']);
// Beside what is shipped, so that they find the same threads and readers.
await bundleModule('tests/torture/torture.ts', 'torture');
await bundleModule('tests/torture/kill/worker.ts', 'torture-worker');
await bundleModule('tests/torture/input/worker.ts', 'torture-input');
const child = spawn(process.execPath, [join(root, 'dist/torture.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (status) => (process.exitCode = status ?? 1));
