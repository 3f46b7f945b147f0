import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { FileTokens, OfferedFile } from '../base/file-tokens.ts';

/** Files that the system handed to the program, as arguments or by 打开方式, until a page takes them. */
export class HandedFiles {
  #paths: readonly string[] = [];

  hand(paths: readonly string[]): void {
    this.#paths = [...this.#paths, ...paths];
  }

  /** One that is gone meanwhile is taken as one of no bytes: its token says why it cannot be read. */
  async take(offered: FileTokens<OfferedFile>): Promise<CallOutput<'takeHandedFiles'>['files']> {
    const paths = this.#paths;
    this.#paths = [];
    return Promise.all(
      paths.map(async (path) => {
        const name = basename(path);
        const bytes = await stat(path).then(
          ({ size }) => size,
          () => 0,
        );
        return { token: offered.offer({ path, name, ownership: 'borrowed' }), name, bytes };
      }),
    );
  }
}
