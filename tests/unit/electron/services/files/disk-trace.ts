import type * as Fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';

type Disk = typeof Fs;

/**
 * What was asked of the disk, in its order: "open a", "write a", "sync a", "close a", "rename a -> b", "link a -> b",
 * "copy a -> b", "folder a", "rm a", "list a". Kill tests cannot see a missing sync; this does.
 */
export const steps: string[] = [];
/** Opened and not closed yet. */
export const handles = new Set<string>();

let failing: { at: (step: string) => boolean; code: string } | undefined;

/** The step for which `at` says so (once) is refused with this code of the system. */
export function failAt(at: string | RegExp, code: string): void {
  failing = { at: (step) => (typeof at === 'string' ? step === at : at.test(step)), code };
}

export function forget(): void {
  steps.length = 0;
  handles.clear();
  failing = undefined;
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
  if (!failing?.at(what)) return;
  const { code } = failing;
  failing = undefined;
  throw Object.assign(new Error(`${code}: ${what}`), { code });
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
      step(`${what} ${short(from)} -> ${short(to)}`);
      await act(String(from), String(to));
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
    (['read', 'readFile', 'stat', 'sync', 'writeFile', 'writev'] as const).map((name) => [
      name,
      handle[name].bind(handle) as (...args: unknown[]) => Promise<unknown>,
    ]),
  );
  const words = {
    read: 'read',
    readFile: 'read',
    stat: 'size',
    sync: 'sync',
    writeFile: 'write',
    writev: 'write',
  };
  const instead = Object.fromEntries(
    [...noted].map(([method, act]) => [
      method,
      async (...args: unknown[]) => {
        step(`${words[method]} ${name}`);
        return act(...args);
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
