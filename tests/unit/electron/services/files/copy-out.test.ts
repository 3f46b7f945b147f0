import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOut } from '../../../../../electron/services/files/copy-out.ts';
import { UserError } from '../../../../../shared/values/errors.ts';
import { temporaryFolder } from '../fixture.ts';

const quiet = () => ({ signal: new AbortController().signal, progress: () => undefined });

async function made(bytes = 3_000_000) {
  const folder = await temporaryFolder();
  const from = join(folder, '包.zip');
  const content = Buffer.alloc(bytes, 'x');
  await writeFile(from, content);
  await mkdir(join(folder, 'U盘'));
  return { folder, from, content, to: join(folder, 'U盘', '包.zip') };
}

const code = (copying: Promise<void>) =>
  copying.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.failure.code : String(error)),
  );

describe('a copy to where the user wants it', () => {
  it('is the same bytes, and tells how far it is: written, then read back', async () => {
    const { from, content, to } = await made();
    const seen: number[] = [];
    await copyOut(from, to, { ...quiet(), progress: (done, total) => seen.push(done / total) });
    expect((await readFile(to)).equals(content)).toBe(true);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  it('replaces what the user said may be replaced', async () => {
    const { from, content, to } = await made();
    await writeFile(to, 'before');
    await copyOut(from, to, quiet());
    expect((await readFile(to)).equals(content)).toBe(true);
  });

  it('is refused onto itself, which would lose both', async () => {
    const { from, content } = await made();
    expect(await code(copyOut(from, from, quiet()))).toBe('already-there');
    expect((await readFile(from)).equals(content)).toBe(true);
  });

  it('leaves what was there, and nothing half, where it is cancelled or cannot be written', async () => {
    const { folder, from, to } = await made();
    await writeFile(to, 'before');
    const stop = new AbortController();
    const progress = () => stop.abort();
    expect(await code(copyOut(from, to, { signal: stop.signal, progress }))).toContain('AbortError');
    expect(await readFile(to, 'utf8')).toBe('before');
    expect(await readdir(join(folder, 'U盘'))).toEqual(['包.zip']);
    expect(await code(copyOut(from, join(folder, '拔掉的U盘', '包.zip'), quiet()))).toBe('not-found');
    expect(await code(copyOut(join(folder, '没有.zip'), to, quiet()))).toBe('not-found');
    expect(await readFile(to, 'utf8')).toBe('before');
  });

  it.skipIf(process.getuid?.() === 0)('says so where the folder may not be written to', async () => {
    const { folder, from, to } = await made(10);
    await chmod(join(folder, 'U盘'), 0o500);
    expect(await code(copyOut(from, to, quiet()))).toBe('no-permission');
  });
});
