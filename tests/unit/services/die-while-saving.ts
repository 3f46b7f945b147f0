import promises, { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { applyEdit } from '../../../shared/assessment/edits.ts';
import { openAssessmentFolder } from '../../../electron/services/store/assessment-folder.ts';

/**
 * Opens a folder and saves once, but dies by SIGKILL at the nth thing that the save asks of the disk: before it,
 * or, for a write, in the middle of it. Prints "saved" if it lives to the end.
 */
async function dieWhileSaving(folder: string, nth: number): Promise<void> {
  const store = await openAssessmentFolder(folder);
  let count = 0;
  const dies = (): boolean => (count += 1) === nth;
  const die = (): boolean => process.kill(process.pid, 'SIGKILL');

  const disk = promises as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  for (const name of ['open', 'rename', 'link', 'copyFile', 'rm', 'mkdir']) {
    const original = disk[name];
    if (!original) throw new Error(name);
    disk[name] = (...args) => {
      if (dies()) die();
      return original(...args);
    };
  }
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

  await store.change('setReason', (a) =>
    applyEdit(a, { kind: 'setReason', code: '1.1', reason: 'new' }, new Date().toISOString()),
  );
  console.log('saved');
  process.kill(process.pid, 'SIGKILL');
}

void dieWhileSaving(process.argv[2] ?? '', Number(process.argv[3]));
