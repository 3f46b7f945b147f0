import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { tempFolder } from './fixture.ts';
import { rawZip } from './raw-zip.ts';

vi.mock('../../../../../electron/services/package/limits.ts', async (original) => ({
  ...(await original<object>()),
  MAX_FILES: 8,
}));

/** An unpacked bag with these files; its declaration and the folder data are two entries more. */
async function bag(...paths: string[]): Promise<string[]> {
  const root = join(await tempFolder(), '包');
  for (const path of ['bagit.txt', ...paths.map((name) => `data/${name}`)]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), 'x');
  }
  const { problems } = await verifyPackage(root);
  return problems.map(({ code }) => code);
}

describe('files and folders of an unpacked package', () => {
  it('are counted over all its folders', async () => {
    const six = ['a/1', 'a/2', 'b/1', 'b/2'];
    expect(await bag(...six)).not.toContain('too-many');
    expect(await bag(...six, 'b/3')).toContain('too-many');
  });

  it('are counted before a folder is read to its end', async () => {
    expect(await bag('1', '2', '3', '4', '5', '6', '7')).toContain('too-many');
  });
});

it('files of an archive are counted', async () => {
  const zip = async (count: number): Promise<string[]> => {
    const path = join(await tempFolder(), 'x.zip');
    await writeFile(path, rawZip(Array.from({ length: count }, (_, at) => ({ name: `bag/${at}` }))));
    return (await verifyPackage(path)).problems.map(({ code }) => code);
  };
  expect(await zip(8)).not.toContain('too-many');
  expect(await zip(9)).toContain('too-many');
});
