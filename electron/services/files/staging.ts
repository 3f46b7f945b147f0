import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { guarded } from '../base/failures.ts';
import type { DataFolder } from './data-folder.ts';
import { writeSynced } from './files.ts';
import { workName } from './work-names.ts';

const NOTHING_CAME = '文件没有放进来，档案没有改动。';
const TAKING = { action: '放进文件', effect: NOTHING_CAME };

/**
 * Where uploads wait and packages are unpacked: inside the data folder, so that they move on without a copy. What a run that
 * was killed left of it goes at the next opening of the data folder (`leftovers.ts`).
 */
export class Staging {
  readonly #data: Pick<DataFolder, 'folder'>;
  readonly #name = workName('run');
  #made: string | undefined;

  constructor(data: Pick<DataFolder, 'folder'>) {
    this.#data = data;
  }

  /** Made anew where it was cleared away; a UserError where the data folder is not there. */
  async folder(): Promise<string> {
    const making = { action: '准备临时文件夹', effect: NOTHING_CAME };
    this.#made = await this.#data.folder(join('.temporary', this.#name), making);
    return this.#made;
  }

  /** Writes what came without a file; answers where. Nothing is left of what could not be written whole. */
  async keep(bytes: Uint8Array): Promise<string> {
    const path = join(await this.folder(), randomUUID());
    try {
      await guarded(TAKING, () => writeSynced(path, bytes));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return path;
  }

  async close(): Promise<void> {
    if (this.#made !== undefined) await rm(this.#made, { recursive: true, force: true });
  }
}
