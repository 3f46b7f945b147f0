import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { evidenceFileAt } from '../../../../../../electron/services/files/evidence-file.ts';
import { EvidenceViewer } from '../../../../../../electron/services/assessment/evidence/view.ts';
import { failureCode, temporaryFolder } from '../../fixture.ts';

const SHA = 'a'.repeat(64);

/** A viewer whose private folder lies in `home`, and the paths that it handed to the system. */
async function viewerIn(): Promise<{ home: string; viewer: EvidenceViewer; opened: string[] }> {
  const home = join(await temporaryFolder(), 'a', 'tmp');
  await mkdir(home, { recursive: true });
  vi.stubEnv('TMPDIR', home);
  onTestFinished(() => void vi.unstubAllEnvs());
  const opened: string[] = [];
  const viewer = new EvidenceViewer((path) => {
    opened.push(path);
    return Promise.resolve();
  });
  return { home, viewer, opened };
}

async function stored(content: string): Promise<string> {
  const path = join(await temporaryFolder(), SHA);
  await writeFile(path, content);
  return path;
}

describe('opening evidence with the system', () => {
  it.each(['../../x.txt', '..\\..\\x.txt', '/x.txt', 'C:\\x.txt', 'a/../../../x.txt'])(
    'keeps %s inside its own folder, and opens no file that was there before',
    async (fileName) => {
      const { home, viewer, opened } = await viewerIn();
      const outside = join(home, 'x.txt');
      await writeFile(outside, '别人的文件');
      const path = await stored('材料');
      const before = await readdir(dirname(home), { recursive: true });
      await viewer.open(SHA, { path, fileName, mediaType: 'text/plain', bytes: 6 });
      expect(opened).toHaveLength(1);
      expect(await readFile(opened[0] ?? '', 'utf8')).toBe('材料');
      // biaobing-<random>/x<random>/<name>
      expect(relative(home, opened[0] ?? '')).toMatch(/^biaobing-\w+\/x\w+\/[^/]+$/);
      expect(await readFile(outside, 'utf8')).toBe('别人的文件');
      await viewer.close();
      expect(await readdir(dirname(home), { recursive: true })).toEqual(before);
    },
  );

  it('opens one read-only copy again, and makes a new one where that is gone', async () => {
    const { viewer, opened } = await viewerIn();
    const file = { path: await stored('材料'), fileName: '说明.txt', mediaType: 'text/plain', bytes: 6 };
    await viewer.open(SHA, file);
    await viewer.open(SHA, file);
    expect(new Set(opened).size).toBe(1);
    expect((await stat(opened[0] ?? '')).mode & 0o222).toBe(0);
    await rm(opened[0] ?? '');
    await viewer.open(SHA, file);
    expect(await readFile(opened[2] ?? '', 'utf8')).toBe('材料');
    // The same content under another name is another copy.
    await viewer.open(SHA, { ...file, fileName: '副本.txt' });
    expect(opened.map((path) => basename(path))).toEqual(['说明.txt', '说明.txt', '说明.txt', '副本.txt']);
    await viewer.close();
  });

  it('refuses a name of which nothing is left', async () => {
    const { viewer, opened } = await viewerIn();
    const file = { path: await stored('x'), fileName: '..', mediaType: 'text/plain', bytes: 1 };
    expect(await failureCode(viewer.open(SHA, file))).toBe('empty-name');
    expect(opened).toEqual([]);
  });
});

describe('a stored file', () => {
  it.each([
    ['照片.png', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['照片.png', '<script>', 'application/octet-stream'],
    ['网页.html', '<script>', 'application/octet-stream'],
    ['说明.txt', '说明', 'text/plain'],
  ])('%s beginning %j is %s', async (name, content, mediaType) => {
    const path = join(await temporaryFolder(), SHA);
    await writeFile(path, Buffer.from(content, name === '说明.txt' ? 'utf8' : 'latin1'));
    expect(await evidenceFileAt(path, name)).toMatchObject({ fileName: name, mediaType });
  });

  it('has a safe name, and is none where there is no file', async () => {
    const path = await stored('x');
    expect(await evidenceFileAt(path, '../../x.txt')).toMatchObject({ fileName: '.._.._x.txt' });
    expect(await evidenceFileAt(`${path}-gone`, 'x.txt')).toBeUndefined();
  });
});
