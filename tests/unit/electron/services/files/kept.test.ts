import { execFileSync } from 'node:child_process';
import { lstat, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openKept, readKept } from '../../../../../electron/services/files/kept.ts';
import { failureCode, temporaryFolder } from '../fixture.ts';

// Put in the file's place after it was looked at: the look shows the file that was there (docs/GUARDS.md).
vi.mock('node:fs/promises', async (load) => {
  const real = await load<{ lstat: typeof lstat }>();
  return { ...real, lstat: vi.fn(real.lstat) };
});

describe.skipIf(process.platform === 'win32')('what took the place of a kept file since the look', () => {
  it.each<[string, (path: string, elsewhere: string) => unknown]>([
    ['a link', (path, elsewhere) => symlink(elsewhere, path)],
    ['a link to a device', (path) => symlink('/dev/zero', path)],
    ['a folder', (path) => mkdir(path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ])('%s is neither opened nor read', async (_, put) => {
    const folder = await temporaryFolder();
    const elsewhere = join(folder, 'elsewhere');
    await writeFile(elsewhere, '别处的内容');
    const path = join(folder, 'kept');
    await put(path, elsewhere);
    const before = await lstat(elsewhere);
    vi.mocked(lstat).mockResolvedValueOnce(before).mockResolvedValueOnce(before);
    expect(await failureCode(openKept(path))).toBe('not-a-file');
    expect(await failureCode(readKept(path))).toBe('not-a-file');
  });
});
