import promises, { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** Dies by SIGKILL at the nth thing asked of the disk from now on: before it, or in the middle of a write. */
export async function dieAt(nth: number): Promise<void> {
  let count = 0;
  const dies = (): boolean => (count += 1) === nth;
  const die = (): boolean => process.kill(process.pid, 'SIGKILL');

  const probe = await open(process.execPath, 'r');
  const handle = Object.getPrototypeOf(probe) as FileHandle;
  await probe.close();
  const writeFile = Reflect.get(handle, 'writeFile');
  const sync = Reflect.get(handle, 'sync');
  handle.writeFile = async function (this: FileHandle, data: unknown) {
    if (dies()) {
      const bytes = Buffer.from(data as string);
      await writeFile.call(this, bytes.subarray(0, bytes.length / 2));
      die();
    }
    await writeFile.call(this, data as string);
  };
  handle.sync = async function (this: FileHandle) {
    if (dies()) die();
    await sync.call(this);
  };
  const disk = promises as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  for (const name of ['open', 'rename', 'link', 'copyFile', 'rm', 'mkdir']) {
    const original = disk[name];
    if (!original) throw new Error(name);
    disk[name] = (...args) => {
      if (dies()) die();
      return original(...args);
    };
  }
}
