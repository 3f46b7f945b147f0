import { spawn } from 'node:child_process';
import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** The child prints how long its work took; otherwise the whole process counts. */
  readonly timesItself?: boolean;
}

/** Commands that run side by side; the step lasts until the last of them has ended. */
export type Step = readonly Command[];

export interface Measured {
  readonly milliseconds: number;
  /** Peak resident memory of the largest process in MB; undefined where the system does not tell. */
  readonly megabytes: number | undefined;
}

/** A program that is not installed. */
export class Missing extends Error {}

const POLL_MS = 5;
const MB = 2 ** 20;

/** Runs the steps one after another: sum of the times, highest peak. Throws where a command fails or is not there. */
export async function measure(steps: readonly Step[]): Promise<Measured> {
  let milliseconds = 0;
  let megabytes: number | undefined;
  for (const step of steps) {
    const started = performance.now();
    const done = await Promise.all(step.map(one));
    const whole = performance.now() - started;
    const told = done.map(({ told }) => told).filter((each) => each !== undefined);
    milliseconds += told.length === 0 ? whole : Math.max(...told);
    const peaks = done.map(({ megabytes }) => megabytes).filter((each) => each !== undefined);
    if (peaks.length > 0) megabytes = Math.max(megabytes ?? 0, ...peaks);
  }
  return { milliseconds, megabytes };
}

interface Ended {
  readonly told: number | undefined;
  readonly megabytes: number | undefined;
}

/** Ends with the run that started it: also at Ctrl+C none of them writes on into a folder that is being removed. */
const running = new Set<ReturnType<typeof spawn>>();

export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

function one({ program, args, cwd, timesItself }: Command): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      // So that unzip writes Chinese names as they are.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    running.add(child);
    let out = '';
    let err = '';
    let megabytes: number | undefined;
    child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)));
    const poll = setInterval(() => (megabytes = peakOf(child.pid) ?? megabytes), POLL_MS);
    const end = (): void => {
      clearInterval(poll);
      running.delete(child);
    };
    child.on('error', (error) => {
      end();
      reject('code' in error && error.code === 'ENOENT' ? new Missing(program) : error);
    });
    child.on('close', (code) => {
      end();
      if (code === 0) resolve({ told: timesItself === true ? Number(out) : undefined, megabytes });
      else reject(new Error(`${program} ${args[0] ?? ''} ended with ${code}: ${err.slice(-600)}`));
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

/** What a program prints; undefined where it is not installed or fails. */
export function asked(program: string, ...args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? out.trim() : undefined));
  });
}

/**
 * The same beginning for both sides: results of the run before are gone, nothing is left to be written to the disk, and
 * what will be read lies in the page cache.
 */
export async function settle(results: readonly string[], inputs: readonly string[]): Promise<void> {
  for (const result of results) await rm(result, { recursive: true, force: true });
  for (const input of inputs) await readThrough(input);
  await asked('sync');
}

async function readThrough(path: string): Promise<void> {
  const found = await stat(path);
  if (found.isDirectory()) {
    for (const name of await readdir(path)) await readThrough(join(path, name));
    return;
  }
  if (found.size <= MB) {
    await readFile(path);
    return;
  }
  const buffer = Buffer.allocUnsafe(MB);
  const file = await open(path);
  try {
    while ((await file.read(buffer)).bytesRead > 0);
  } finally {
    await file.close();
  }
}

export interface Quiet {
  /** Over the last minute, our own rows included. */
  readonly load: number;
  /** Share of all cores that others used while we waited. */
  readonly busy: number;
}

const SAMPLE_MS = 400;

/** How quiet the machine is at this moment. */
export async function quietness(): Promise<Quiet> {
  const before = ticks();
  await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  const after = ticks();
  const all = after.all - before.all;
  return { load: loadavg()[0] ?? 0, busy: all === 0 ? 0 : 1 - (after.idle - before.idle) / all };
}

function ticks(): { idle: number; all: number } {
  let idle = 0;
  let all = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    all += times.user + times.nice + times.sys + times.irq + times.idle;
  }
  return { idle, all };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
