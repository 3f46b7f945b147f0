import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const stateSchema = z.record(z.string().max(100), z.string().max(32_768));

/** Where files were last chosen, one folder a kind of choice; beside the window's size, never in the user's data. */
export class LastFolders {
  readonly #file: string;
  readonly #documents: string;
  #folders: Record<string, string>;

  /** `documents`: the folder for where nothing was chosen yet. */
  constructor(stateFolder: string, documents: string) {
    this.#documents = documents;
    this.#file = join(stateFolder, 'folders.json');
    this.#folders = read(this.#file);
  }

  /** The documents where there was none, or it is gone: a stick that was pulled out. */
  of(place: string): string {
    const folder = this.#folders[place];
    return folder !== undefined && existsSync(folder) ? folder : this.#documents;
  }

  keep(place: string, folder: string): void {
    if (this.#folders[place] === folder) return;
    this.#folders = { ...this.#folders, [place]: folder };
    // A forgotten folder is no reason to fail.
    try {
      writeFileSync(this.#file, JSON.stringify(this.#folders), { mode: 0o600 });
    } catch (error) {
      console.error(error);
    }
  }
}

function read(file: string): Record<string, string> {
  try {
    const parsed = stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) console.error(error);
    return {};
  }
}
