import { join } from 'node:path';
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
