import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { zipParts } from '../../../../../electron/services/sheets/deterministic.ts';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { exportFixture, makeFixture, sha256, tempFolder } from './fixture.ts';
import { rawZip } from './raw-zip.ts';
import { filesOfZip } from './zip-files.ts';

/** A package as a forger has it: unpacked, to be changed file by file. */
export class Forgery {
  readonly root: string;
  /** Leave these paths out of every manifest, or name others that are not there. */
  readonly unlisted = new Set<string>();

  constructor(root: string) {
    this.root = root;
  }

  static async of(zip: string): Promise<Forgery> {
    const folder = await tempFolder();
    for (const { name, data } of await filesOfZip(await readFile(zip))) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), data);
    }
    const [root = ''] = await readdir(folder);
    return new Forgery(join(folder, root));
  }

  read(path: string): Promise<string> {
    return readFile(join(this.root, path), 'utf8');
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true });
    await writeFile(join(this.root, path), content);
  }

  async edit(path: string, change: (text: string) => string): Promise<void> {
    const before = await this.read(path);
    const after = change(before);
    if (after === before) throw new Error(`Nothing to change in ${path}`);
    await this.write(path, after);
  }

  /** One part of the workbook. */
  async editWorkbook(part: string, change: (xml: string) => string): Promise<void> {
    const path = 'data/推荐材料.xlsx';
    const parts = await filesOfZip(await readFile(join(this.root, path)));
    const changed = parts.map(({ name, data }): [string, Buffer] => {
      if (name !== part) return [name, data];
      const after = change(data.toString('utf8'));
      if (after === data.toString('utf8')) throw new Error(`Nothing to change in ${part}`);
      return [name, Buffer.from(after)];
    });
    await this.write(path, await zipParts(changed, '2026-11-20'));
  }

  async files(): Promise<string[]> {
    return (await this.#paths()).filter((path) => !this.unlisted.has(path));
  }

  /** Every checksum and Payload-Oxum made to fit again: whole by its hashes. */
  async seal(): Promise<this> {
    const tagManifest = 'tagmanifest-sha256.txt';
    await rm(join(this.root, tagManifest), { force: true });
    const files = (await this.files()).filter((path) => path !== 'manifest-sha256.txt');
    const payload = files.filter((path) => path.startsWith('data/'));
    await this.write('manifest-sha256.txt', await this.#sums(payload));
    const sizes = await Promise.all(
      payload.map(async (path) => (await readFile(join(this.root, path))).length),
    );
    const oxum = `Payload-Oxum: ${sizes.reduce((a, b) => a + b, 0)}.${sizes.length}`;
    const info = await this.read('bag-info.txt');
    await this.write('bag-info.txt', info.replace(/^Payload-Oxum: .*/m, oxum));
    const tags = files.filter((path) => !path.startsWith('data/'));
    await this.write(tagManifest, await this.#sums([...tags, 'manifest-sha256.txt']));
    return this;
  }

  /** Zipped as any archiver does, under any root. */
  async zip(path?: string): Promise<string> {
    const into = path ?? join(await tempFolder(), 'forged.zip');
    const raw = await Promise.all(
      (await this.#paths()).map(async (file) => ({
        name: join(basename(this.root), file),
        data: await readFile(join(this.root, file)),
        deflate: true,
      })),
    );
    await writeFile(into, rawZip(raw));
    return into;
  }

  async #paths(): Promise<string[]> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.root, join(entry.parentPath, entry.name)))
      .sort();
  }

  async #sums(paths: readonly string[]): Promise<string> {
    const lines = await Promise.all(
      paths.map(async (path) => {
        const listed = path.replaceAll('%', '%25');
        return `${sha256(await readFile(join(this.root, path)))}  ${listed}\n`;
      }),
    );
    return lines.join('');
  }
}

/** What is said of one of our own packages, changed and sealed anew, and of which files. */
export async function saidOfOurs(change: (forgery: Forgery) => unknown): Promise<string[]> {
  const forgery = await Forgery.of((await exportFixture(await makeFixture())).file);
  await change(forgery);
  const { status, problems } = await verifyPackage((await forgery.seal()).root);
  return [status, ...problems.map(({ code, path }) => `${code} ${path}`)];
}
