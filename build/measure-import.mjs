// `npm run measure:import`: generated tables through the importer, counted by class. No part of the tests.
//   -- --tables 2000 --seed 1 --format csv|html|xlsx|docx|each|all --show 20
//   -- --dump SEED    that table's files and what is known of each, in a folder to look at
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundleModule, root } from './build.mjs';

await bundleModule('tests/tables/main.ts', 'bench/measure-import');
const script = join(root, 'dist/bench/measure-import.mjs');
const { status } = spawnSync(process.execPath, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
