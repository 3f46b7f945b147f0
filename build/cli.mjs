// `npm run -s cli -- …`: the services in a terminal. Nothing is printed here: stdout belongs to the command.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, root } from './build.mjs';

await build(['cli']);
// npm runs scripts in the repository; relative paths mean the caller's folder all the same.
const caller = process.env.npm_lifecycle_event === 'cli' ? process.env.INIT_CWD : undefined;
const { status, signal } = spawnSync(
  process.execPath,
  [join(root, 'dist/cli.mjs'), ...process.argv.slice(2)],
  { stdio: 'inherit', cwd: caller },
);
if (signal) process.kill(process.pid, signal);
process.exitCode = status ?? 3;
