import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileResponse } from '../../../../../electron/services/pages/file-response.ts';
import { temporaryFolder } from '../fixture.ts';

it('gives a file in pieces of 256 KiB', async () => {
  const path = join(await temporaryFolder(), 'film');
  await writeFile(path, Buffer.alloc(600 * 1024));
  const { body } = await fileResponse({ path, headers: {} });
  const pieces: number[] = [];
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) pieces.push(piece.length / 1024);
  expect(pieces).toEqual([256, 256, 88]);
});
