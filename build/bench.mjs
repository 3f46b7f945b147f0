// `npm run bench`: speed and memory against public tools; a markdown table on stdout. No part of the tests.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, bundleModule, root } from './build.mjs';

await build(['cli']);
for (const name of ['bench', 'task']) await bundleModule(`tests/bench/${name}.ts`, `bench/${name}`);
const { status } = spawnSync(process.execPath, [join(root, 'dist/bench/bench.mjs')], { stdio: 'inherit' });
process.exitCode = status ?? 1;
