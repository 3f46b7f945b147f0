import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** The child prints how long its work took; otherwise the whole process counts. */
  readonly timesItself?: boolean;
}

export interface Measured {
  readonly milliseconds: number;
  /** Peak resident memory in MB; undefined where the system does not tell. */
  readonly megabytes: number | undefined;
}

const POLL_MS = 5;

/** Runs the commands one after another: sum of the times, highest peak. Throws where one fails or is not there. */
export async function measure(commands: readonly Command[]): Promise<Measured> {
  let milliseconds = 0;
  let megabytes: number | undefined;
  for (const command of commands) {
    const measured = await one(command);
    milliseconds += measured.milliseconds;
    if (measured.megabytes !== undefined) megabytes = Math.max(megabytes ?? 0, measured.megabytes);
  }
  return { milliseconds, megabytes };
}

function one({ program, args, cwd, timesItself }: Command): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    let megabytes: number | undefined;
    child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)));
    const poll = setInterval(() => (megabytes = peakOf(child.pid) ?? megabytes), POLL_MS);
    child.on('error', (error) => {
      clearInterval(poll);
      reject(error);
    });
    child.on('close', (code) => {
      const whole = performance.now() - started;
      clearInterval(poll);
      if (code !== 0)
        reject(new Error(`${program} ${args[0] ?? ''} ended with ${code}: ${err.slice(0, 300)}`));
      else resolve({ milliseconds: timesItself === true ? Number(out) : whole, megabytes });
    });
  });
}

/** VmHWM of Linux: the highest that the process ever held. */
function peakOf(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined; // It has ended.
    throw error;
  }
}
