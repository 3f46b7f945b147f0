import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import { repository } from '../repository.ts';

/** The page, the command line and the reading process as they are shipped, from the present sources: once for all test files. */
export function setup(project: TestProject): void {
  build();
  project.onTestsRerun(build);
}

function build(): void {
  const script = pathToFileURL(join(repository, 'build/build.mjs')).href;
  const program = `import { build } from '${script}'; await build(['cli', 'reader', 'renderer']);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program]);
  if (status !== 0) throw new Error(`build failed: ${String(stderr)}`);
}
