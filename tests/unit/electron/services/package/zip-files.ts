import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

export interface ZipFile {
  readonly name: string;
  readonly data: Buffer;
}

/** The files of a ZIP (folders are left out), in its order. */
export async function filesOfZip(bytes: Buffer): Promise<ZipFile[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const files: ZipFile[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    files.push({ name: entry.fileName, data: await buffer(await zip.openReadStreamPromise(entry)) });
  }
  return files;
}
