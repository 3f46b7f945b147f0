import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { expect, it } from 'vitest';
import { storedZip } from '../../../../../../electron/services/import/parse/stored-zip.ts';

it('is a container that others open, with each part as it was', async () => {
  const parts = {
    'xl/表.xml': Buffer.from('<甲/>'),
    empty: Buffer.alloc(0),
    'b/c.bin': Buffer.alloc(700, 7),
  };
  const stored = storedZip(
    Object.entries(parts).map(([name, content]) => ({ name, size: content.length, content: () => content })),
  );
  const zip = await fromBufferPromise(stored.bytes, { lazyEntries: true, strictFileNames: true });
  const read: Record<string, Buffer> = {};
  for await (const entry of zip.eachEntry()) {
    read[entry.fileName] = await buffer(await zip.openReadStreamPromise(entry));
  }
  expect(read).toStrictEqual(parts);
  expect(stored.part('b/c.bin')).toStrictEqual(parts['b/c.bin']);
  expect(stored.part('b')).toBeUndefined();
});
