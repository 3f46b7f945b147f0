import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

/** Bundles a script of this folder, so that plain node runs it as a process of its own. */
export async function bundle(script: string, into: string): Promise<string> {
  const outfile = join(into, `${script}.cjs`);
  await build({
    entryPoints: [join(import.meta.dirname, script)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    define: { 'import.meta.dirname': '__dirname' },
  });
  return outfile;
}

export interface Child {
  readonly process: ChildProcess;
  /** Lines that it printed so far. */
  readonly lines: string[];
  /** Ends with the process; all its output has arrived then. */
  readonly ended: Promise<void>;
  /** Ends with the first line. */
  readonly started: Promise<void>;
}

export function start(file: string, ...args: string[]): Child {
  const process_ = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const started = new Promise<void>((resolve) => {
    createInterface({ input: process_.stdout }).on('line', (line) => {
      lines.push(line);
      resolve();
    });
  });
  const ended = new Promise<void>((resolve) => process_.on('close', () => resolve()));
  return { process: process_, lines, ended, started };
}
