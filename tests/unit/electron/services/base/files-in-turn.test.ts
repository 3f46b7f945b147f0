import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesInTurn, type OfferedFile } from '../../../../../electron/services/base/file-tokens.ts';
import { tempFolder } from '../../../temp-folders.ts';

/** What a job is told while files of so many bytes are gone through; undefined: it is not there. */
async function told(sizes: readonly (number | undefined)[], signal = new AbortController().signal) {
  const folder = await tempFolder();
  const said: (string | readonly number[])[] = [];
  const files = await Promise.all(
    sizes.map(async (size, index): Promise<OfferedFile> => {
      const file = { path: join(folder, `${index}`), name: `${index}.txt`, ownership: 'borrowed' } as const;
      if (size !== undefined) await writeFile(file.path, 'a'.repeat(size));
      return file;
    }),
  );
  const job = {
    signal,
    step: (text: string) => said.push(text),
    progress: (done: number, total: number) => said.push([done, total]),
  };
  for await (const [index, { name }] of filesInTurn(files, job, '正在收')) expect(name).toBe(`${index}.txt`);
  return said;
}

it('counts bytes, not files', async () => {
  expect(await told([5, undefined, 7])).toEqual([
    ...['正在收第 1/3 份：0.txt', [0, 12], '正在收第 2/3 份：1.txt', [5, 12]],
    ...['正在收第 3/3 份：2.txt', [5, 12]],
  ]);
});

it('stops where it is told to', async () => {
  await expect(told([1], AbortSignal.abort())).rejects.toThrow();
});
