// `npm run -s cli -- …`: the services in a terminal. Nothing is printed here: stdout belongs to the command.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, root } from './build.mjs';

await build(['cli']);
const { status, signal } = spawnSync(
  process.execPath,
  [join(root, 'dist/cli.mjs'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
if (signal) process.kill(process.pid, signal);
process.exitCode = status ?? 3;
