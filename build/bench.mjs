// `npm run bench`: speed and memory against public tools, by turns; a markdown table on stdout, every run in
// dist/bench/bench.json. No part of the tests.
//   -- --list                 the rows
//   -- --only NAME[,NAME]     some of them
//   -- --large                also those that take minutes and gigabytes
//   -- --runs N               other than 5
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, bundleModule, root } from './build.mjs';

await build(['cli']);
for (const name of ['bench', 'task']) await bundleModule(`tests/bench/${name}.ts`, `bench/${name}`);
const script = join(root, 'dist/bench/bench.mjs');
const child = spawn(process.execPath, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
// Ctrl+C reaches both; the bench ends when it has removed its data.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('close', (status) => (process.exitCode = status ?? 1));
