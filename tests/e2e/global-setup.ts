import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../repository.ts';

/** The program as users start it: what changed is built again before the first spec. */
export function setup(): void {
  const script = join(repository, 'build/build.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) throw new Error('build failed');
}
