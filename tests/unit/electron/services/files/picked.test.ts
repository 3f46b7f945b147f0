import { writeFileSync } from 'node:fs';
import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileTokens, type OfferedFile } from '../../../../../electron/services/base/file-tokens.ts';
import { DataFolder } from '../../../../../electron/services/files/data-folder.ts';
import { filesAt, filesBelow } from '../../../../../electron/services/files/picked.ts';
import { Staging } from '../../../../../electron/services/files/staging.ts';
import { failureCode, temporaryFolder } from '../fixture.ts';

const job = (signal = new AbortController().signal) => ({ signal, step: () => {}, progress: () => {} });

describe('a folder that was chosen', () => {
  it('gives a token for every file in it, with its path below the folder and never the whole one', async () => {
    const folder = join(await temporaryFolder(), '收到的');
    await mkdir(join(folder, '市局'), { recursive: true });
    await writeFile(join(folder, '甲.zip'), '1');
    await writeFile(join(folder, '市局', '乙.zip'), '22');
    const offered = new FileTokens<OfferedFile>();
    const { files, unread } = await filesBelow(folder, offered, job());
    const found = files.map(({ path, name, bytes }) => ({ path, name, bytes }));
    expect(found.sort((a, b) => a.bytes - b.bytes)).toEqual([
      { path: '收到的/甲.zip', name: '甲.zip', bytes: 1 },
      { path: '收到的/市局/乙.zip', name: '乙.zip', bytes: 2 },
    ]);
    expect(unread).toEqual([]);
    for (const { token, name } of files) {
      const { path, ownership } = offered.take(token);
      expect(ownership).toBe('borrowed');
      expect(path.endsWith(name)).toBe(true);
    }
  });

  it('names links instead of following them, and what cannot be read', async () => {
    const folder = join(await temporaryFolder(), '收');
    await mkdir(join(folder, '锁着'), { recursive: true });
    await symlink('/etc', join(folder, '别处'));
    await symlink('/etc/hostname', join(folder, '链接.zip'));
    await chmod(join(folder, '锁着'), 0o000);
    const { files, unread } = await filesBelow(folder, new FileTokens<OfferedFile>(), job());
    expect(files).toEqual([]);
    // Nothing is locked for root.
    const locked = process.getuid?.() === 0 ? [] : ['收/锁着'];
    expect(unread.sort()).toEqual(['收/别处', '收/链接.zip', ...locked].sort());
    await chmod(join(folder, '锁着'), 0o700);
  });

  it('is refused in words where it is too deep, and given up by a cancel', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, ...Array.from({ length: 45 }, () => '层')), { recursive: true });
    const offered = new FileTokens<OfferedFile>();
    expect(await failureCode(filesBelow(folder, offered, job()))).toBe('folder-too-large');
    await expect(filesBelow(folder, offered, job(AbortSignal.abort()))).rejects.toThrow(/abort/i);
  });
});

it('of a folder that was chosen, 20,000 files are taken and not one more', async () => {
  const folder = await temporaryFolder();
  for (let at = 0; at < 20_000; at += 1) writeFileSync(join(folder, String(at)), '');
  const taken = await filesBelow(folder, new FileTokens<OfferedFile>(), job());
  expect(taken.files).toHaveLength(20_000);
  writeFileSync(join(folder, '又一个'), '');
  const offered = new FileTokens<OfferedFile>();
  expect(await failureCode(filesBelow(folder, offered, job()))).toBe('folder-too-large');
});

it('of files that were chosen, one that is gone or a folder is named', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, '甲.pdf'), '1');
  const paths = ['甲.pdf', '没有了.pdf'].map((name) => join(folder, name));
  const { files, unread } = await filesAt([...paths, folder], new FileTokens<OfferedFile>());
  expect(files.map(({ path }) => path)).toEqual(['甲.pdf']);
  expect(unread).toHaveLength(2);
});

it('content without a path is kept for its user alone until the program ends', async () => {
  const staging = new Staging(new DataFolder(join(await temporaryFolder(), '数据')));
  const path = await staging.keep(new TextEncoder().encode('截图'));
  expect(await readFile(path, 'utf8')).toBe('截图');
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  await staging.close();
  await expect(stat(path)).rejects.toThrow(/ENOENT/);
});
