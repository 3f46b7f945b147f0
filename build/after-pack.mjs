// electron-builder's afterPack: what is handed out and need not lie there unpacked.
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** Chromium's licences must be handed out with it: 20 MB of HTML, 2 MB in an archive that every system opens. */
const LICENCES = 'LICENSES.chromium.html';

export async function afterPack({ appOutDir }) {
  const archive = new yazl.ZipFile();
  const file = join(appOutDir, LICENCES);
  archive.addFile(file, LICENCES, { mtime: new Date(0) });
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(join(appOutDir, 'LICENSES.chromium.zip')));
  await rm(file);
}
