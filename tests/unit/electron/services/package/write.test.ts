import { join } from 'node:path';
import { openPromise } from 'yauzl';
import { expect, it } from 'vitest';
import { writePackage } from '../../../../../electron/services/package/write.ts';
import { tempFolder } from './fixture.ts';

it('ends as cancelled where that comes while the file is being opened', async () => {
  const controller = new AbortController();
  const files = [{ path: 'bagit.txt', content: Buffer.from('a') }];
  const writing = writePackage(join(await tempFolder(), 'a.zip'), {
    ...{ root: '包', files, what: '推荐包', date: '2026-11-20' },
    signal: controller.signal,
  });
  controller.abort();
  await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
});

it('stores what is 16 MiB or larger as it is, and deflates the rest', async () => {
  const path = join(await tempFolder(), 'a.zip');
  const large = 16 * 2 ** 20;
  const files = [large - 1, large].map((bytes) => ({ path: String(bytes), content: Buffer.alloc(bytes) }));
  const { synced } = await writePackage(path, { root: '包', files, what: '推荐包', date: '2026-11-20' });
  await synced;
  const methods: number[] = [];
  const zip = await openPromise(path, { lazyEntries: true });
  for await (const { compressionMethod } of zip.eachEntry()) methods.push(compressionMethod);
  expect(methods).toEqual([8, 0]);
});
