import { execFileSync } from 'node:child_process';
import { lstat, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keptSize, openKept, readKept } from '../../../../../electron/services/files/kept.ts';
import { failureCode, temporaryFolder } from '../fixture.ts';

// Of the three looks one alone is left to see it each time (docs/GUARDS.md, 36).
vi.mock('node:fs/promises', async (load) => {
  const real = await load<{ lstat: typeof lstat }>();
  return { ...real, lstat: vi.fn(real.lstat) };
});

/** As on Windows, which opens whatever a link leads to. */
const opening = vi.hoisted(() => ({ followsLinks: false }));
vi.mock('../../../../../electron/services/files/modes.ts', async (load) => {
  const real = await load<{ PLAIN_ONLY: number }>();
  return {
    ...real,
    get PLAIN_ONLY() {
      return opening.followsLinks ? 0 : real.PLAIN_ONLY;
    },
  };
});
afterEach(() => {
  opening.followsLinks = false;
});

describe.skipIf(process.platform === 'win32')('a link in the place of a kept file', () => {
  it('is seen before it is opened, where opening would follow it', async () => {
    opening.followsLinks = true;
    const folder = await temporaryFolder();
    const [elsewhere, path] = [join(folder, 'elsewhere'), join(folder, 'kept')];
    await writeFile(elsewhere, '别处的内容');
    await symlink(elsewhere, path);
    for (const look of [openKept, readKept, keptSize])
      expect(await failureCode(look(path))).toBe('not-a-file');
  });
});

// Put there after it was looked at: the look shows the file that was there.
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
