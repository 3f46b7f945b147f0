import promises, { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** What is asked of the disk: what changes something on it, and `sync`. Reading is left alone. */
export interface Asked {
  readonly what: 'open' | 'write' | 'sync' | 'rename' | 'link' | 'copyFile' | 'rm' | 'mkdir' | 'truncate';
  /** The first path, or that of the file that is written. */
  readonly path: string;
  /** Of what leads from one path to another: the other one. */
  readonly to: string | undefined;
  /** Of a write: does the first half of it, as a disk that is full or a process that dies leaves it. */
  readonly half: (() => Promise<void>) | undefined;
}

/** Told before each of them, and waited for; where it throws, that is what the program is answered. */
export type OnAsked = (asked: Asked) => void | Promise<void>;

/** Until the answered function is called. One at a time in a process. `onDone`: told after what was done. */
export async function watchDisk(
  onAsked: OnAsked,
  onDone: (asked: Asked) => void = () => undefined,
): Promise<() => void> {
  const handles = await methodsOfHandles();
  const write = handles.write;
  const pathOf = new WeakMap<FileHandle, string>();
  const restore: (() => void)[] = [];
  const instead = (of: Record<string, Method>, name: string, make: (was: Method) => Method): void => {
    const was = of[name];
    if (!was) throw new TypeError(`no ${name}`);
    of[name] = make(was);
    restore.push(() => (of[name] = was));
  };

  const disk = promises as unknown as Record<string, Method>;
  for (const [name, what] of CALLS)
    instead(disk, name, (was) => async (...args) => {
      const to = ['rename', 'link', 'copyFile'].includes(what) ? String(args[1]) : undefined;
      const half = what === 'write' ? () => writeFileHalf(was, args) : undefined;
      const asked: Asked = { what, path: String(args[0]), to, half };
      const isWatched = what !== 'open' || writes(args[1]);
      if (isWatched) await onAsked(asked);
      const answer = await was.apply(promises, args);
      if (what === 'open') pathOf.set(answer as FileHandle, asked.path);
      if (isWatched) onDone(asked);
      return answer;
    });
  for (const [name, what] of OF_HANDLES)
    instead(
      handles,
      name,
      (was) =>
        async function (this: FileHandle, ...args: unknown[]) {
          const half = what === 'write' ? () => writeHalf(this, args[0]) : undefined;
          const asked: Asked = { what, path: pathOf.get(this) ?? '', to: undefined, half };
          await onAsked(asked);
          const answer = await was.apply(this, args);
          onDone(asked);
          return answer;
        },
    );
  syncBuiltinESMExports();
  return () => {
    for (const back of restore) back();
    syncBuiltinESMExports();
  };

  async function writeFileHalf(was: Method, [path, data, options]: unknown[]): Promise<void> {
    if (typeof data !== 'string' && !(data instanceof Uint8Array)) return;
    const bytes = Buffer.from(data as string);
    await was(path, bytes.subarray(0, bytes.length >> 1), options);
  }

  /** Of `writev` the first buffer. */
  async function writeHalf(handle: FileHandle, data: unknown): Promise<void> {
    const [first] = Array.isArray(data) ? (data as unknown[]) : [data];
    if (typeof first !== 'string' && !(first instanceof Uint8Array)) return;
    const bytes = Buffer.from(first as string);
    if (bytes.length > 1) await write?.call(handle, bytes.subarray(0, bytes.length >> 1));
  }
}

/** What every open file does, to be replaced for all of them. */
export async function methodsOfHandles(): Promise<Record<string, Method>> {
  const probe = await open(process.execPath, 'r');
  const handles = Object.getPrototypeOf(probe) as Record<string, Method>;
  await probe.close();
  return handles;
}

type Method = (...args: unknown[]) => Promise<unknown>;

const CALLS = [
  ['open', 'open'],
  ['writeFile', 'write'],
  ['rename', 'rename'],
  ['link', 'link'],
  ['copyFile', 'copyFile'],
  ['rm', 'rm'],
  ['rmdir', 'rm'],
  ['unlink', 'rm'],
  ['mkdir', 'mkdir'],
] as const;

const OF_HANDLES = [
  ['write', 'write'],
  ['writev', 'write'],
  ['writeFile', 'write'],
  ['sync', 'sync'],
  ['datasync', 'sync'],
  ['truncate', 'truncate'],
] as const;

function writes(flags: unknown): boolean {
  return typeof flags === 'string' ? /[wa+]/.test(flags) : typeof flags === 'number' && (flags & 3) !== 0;
}
