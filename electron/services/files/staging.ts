import { readdir, rm, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { guarded } from '../base/failures.ts';
import type { DataFolder } from './data-folder.ts';
import { makeFolder } from './files.ts';

/** Milliseconds after which what another run of the program left behind is removed: it had a day to finish. */
const LEFT_BEHIND = 24 * 60 * 60 * 1000;

/** Where uploads wait and packages are unpacked: inside the data folder, so that they move on without a copy. */
export class Staging {
  readonly #data: Pick<DataFolder, 'root'>;
  readonly #name = randomUUID();
  #folder: Promise<string> | undefined;

  constructor(data: Pick<DataFolder, 'root'>) {
    this.#data = data;
  }

  folder(): Promise<string> {
    this.#folder ??= this.#make().catch((error: unknown) => {
      this.#folder = undefined;
      throw error;
    });
    return this.#folder;
  }

  async #make(): Promise<string> {
    const all = join(await this.#data.root(), '.temporary');
    const folder = join(all, this.#name);
    await guarded({ action: '准备临时文件夹', effect: '文件没有放进来，档案没有改动。' }, async () => {
      await makeFolder(folder);
      for (const name of await readdir(all)) {
        const { mtimeMs } = await stat(join(all, name));
        if (name !== this.#name && Date.now() - mtimeMs > LEFT_BEHIND) {
          await rm(join(all, name), { recursive: true, force: true });
        }
      }
    });
    return folder;
  }

  async close(): Promise<void> {
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true });
  }
}
