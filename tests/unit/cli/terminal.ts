import { execFile, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const repository = resolve(import.meta.dirname, '../../..');
const program = resolve(repository, 'dist/cli.mjs');

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line as it is shipped, made from the present sources. */
export function buildCli(): void {
  const script = `import { build } from '${pathToFileURL(resolve(repository, 'build/build.mjs')).href}'; await build(['cli']);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
  if (status !== 0) throw new Error(`build failed: ${String(stderr)}`);
}

/** Runs the command line in a process of its own, somewhere outside the repository. */
export function cli(...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], { cwd: '/' }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}
