import type * as Fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';

type Disk = typeof Fs;

/**
 * What was asked of the disk, in its order: "open a", "write a", "sync a", "close a", "rename a -> b", "link a -> b",
 * "copy a -> b", "cut a", "folder a", "rm a", "list a". Kill tests cannot see a missing sync; this does.
 */
export const steps: string[] = [];
/** Opened and not closed yet. */
export const handles = new Set<string>();

type At = string | RegExp | ((step: string) => boolean);
interface Fault {
  readonly at: At;
  readonly code: string | undefined;
  readonly meanwhile?: (() => void) | undefined;
}
let refused: readonly Fault[] = [];
let reported: Fault | undefined;

/** The step for which `at` says so (once) is refused with this code of the system; those of `later` once it was. */
export function failAt(at: At, code: string, ...later: (readonly [At, string])[]): void {
  refused = [[at, code] as const, ...later].map(([at, code]) => ({ at, code }));
}

/** The step is done (once), and reported as an error where there is a code; something else happens `meanwhile`. */
export function doneAt(at: At, code?: string, meanwhile?: () => void): void {
  reported = { at, code, meanwhile };
}

function isAt({ at }: Fault, step: string): boolean {
  if (typeof at === 'function') return at(step);
  return typeof at === 'string' ? step === at : at.test(step);
}

export function forget(): void {
  steps.length = 0;
  handles.clear();
  refused = [];
  reported = undefined;
}

/** The steps that bring something onto the disk. */
export function durable(): string[] {
  return steps.filter((step) => /^(write|sync|rename|link|copy) /.test(step));
}

function short(path: unknown): string {
  return basename(String(path))
    .replace(/\.[0-9a-f]{8}\.tmp$/, '.tmp')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…');
}

function step(what: string): void {
  steps.push(what);
  const [fault, ...later] = refused;
  if (!fault || !isAt(fault, what)) return;
  refused = later;
  throw Object.assign(new Error(`${fault.code}: ${what}`), { code: fault.code });
}

function done(what: string): void {
  if (!reported || !isAt(reported, what)) return;
  const { code, meanwhile } = reported;
  reported = undefined;
  meanwhile?.();
  if (code !== undefined) throw Object.assign(new Error(`${code}: ${what}, done`), { code });
}

/** For vi.mock('node:fs/promises'): the real disk, noted down. */
export function traced(real: Disk): Disk {
  const open: Disk['open'] = async (path, ...rest) => {
    const name = short(path);
    step(`open ${name}`);
    return watched(await real.open(path, ...rest), name);
  };
  const two =
    (what: string, act: (from: string, to: string) => Promise<void>) =>
    async (from: unknown, to: unknown): Promise<void> => {
      const asked = `${what} ${short(from)} -> ${short(to)}`;
      step(asked);
      await act(String(from), String(to));
      done(asked);
    };
  return {
    ...real,
    open,
    rename: two('rename', real.rename),
    link: two('link', real.link),
    copyFile: two('copy', (from, to) => real.copyFile(from, to)),
    mkdir: (async (path, options) => {
      step(`folder ${short(path)}`);
      return real.mkdir(path, options);
    }) as Disk['mkdir'],
    rm: async (path, options) => {
      step(`rm ${short(path)}`);
      await real.rm(path, options);
    },
    readdir: (async (path: string, options: undefined) => {
      step(`list ${short(path)}`);
      return real.readdir(path, options);
    }) as unknown as Disk['readdir'],
    stat: (async (path: string, options: undefined) => {
      step(`look ${short(path)}`);
      return real.stat(path, options);
    }) as unknown as Disk['stat'],
  };
}

let opened = 0;

function watched(handle: FileHandle, name: string): FileHandle {
  opened += 1;
  const mine = `${name} #${opened}`;
  handles.add(mine);
  const noted = new Map(
    (['read', 'readFile', 'stat', 'sync', 'truncate', 'writeFile', 'writev'] as const).map((name) => [
      name,
      handle[name].bind(handle) as (...args: unknown[]) => Promise<unknown>,
    ]),
  );
  const words = {
    read: 'read',
    readFile: 'read',
    stat: 'size',
    sync: 'sync',
    truncate: 'cut',
    writeFile: 'write',
    writev: 'write',
  };
  const instead = Object.fromEntries(
    [...noted].map(([method, act]) => [
      method,
      async (...args: unknown[]) => {
        const asked = `${words[method]} ${name}`;
        step(asked);
        const answer = await act(...args);
        done(asked);
        return answer;
      },
    ]),
  );
  const close = handle.close.bind(handle);
  return Object.assign(handle, instead, {
    close: async () => {
      steps.push(`close ${name}`);
      handles.delete(mine);
      await close();
    },
  });
}
