import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './door.ts';

interface Stored {
  id: string;
  evidence: { sha256: string; bytes: number; fileName: string; mediaType: string }[];
}

/** Evidence as the page gets it: the same addresses, bytes and headers through either door. */
describe('evidence pages', () => {
  let door: OpenDoor;
  let stored: Stored;

  beforeAll(async () => {
    door = await openDoor();
    await door.page.getByRole('button', { name: '打开示例' }).click();
    await door.page.getByText('资格审查与导出').first().waitFor();
    const folder = (await readdir(door.root)).find((name) => name.includes('示例')) ?? '';
    stored = JSON.parse(await readFile(join(door.root, folder, 'assessment.json'), 'utf8')) as Stored;
  });
  afterAll(() => door?.close());

  const addressOf = (ending: string): string => {
    const found = stored.evidence.find(({ fileName }) => fileName.endsWith(ending));
    if (!found) throw new Error(`no ${ending} in the sample`);
    return `evidence/${stored.id}/${found.sha256}`;
  };
  const ask = (
    address: string,
    range?: string,
  ): Promise<{ status: number; bytes: number; headers: Headers }> =>
    door.page
      .evaluate(
        async ([url = '', part]) => {
          const response = await fetch(url, part === undefined ? {} : { headers: { Range: part } });
          const { byteLength } = await response.arrayBuffer();
          return { status: response.status, bytes: byteLength, headers: [...response.headers] };
        },
        [address, range],
      )
      .then((answer) => ({ ...answer, headers: new Headers(answer.headers) }));

  it('serves every file whole, under a policy of its own', async () => {
    for (const { sha256, bytes } of stored.evidence) {
      const answer = await ask(`evidence/${stored.id}/${sha256}`);
      expect([answer.status, answer.bytes]).toEqual([200, bytes]);
      expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox;/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('serves a part for a viewer that asks for one', async () => {
    const answer = await ask(addressOf('.mp4'), 'bytes=10-109');
    expect([answer.status, answer.bytes]).toEqual([206, 100]);
    expect(answer.headers.get('content-range')).toMatch(/^bytes 10-109\/\d+$/);
  });

  it('plays a video and jumps in it', async () => {
    const time = await door.page.evaluate(
      (url) =>
        new Promise<number>((resolve, reject) => {
          const video = document.createElement('video');
          video.onerror = () => reject(new Error(video.error?.message));
          video.onseeked = () => resolve(video.currentTime / video.duration);
          video.onloadeddata = () => (video.currentTime = video.duration / 2);
          video.src = url;
        }),
      addressOf('.mp4'),
    );
    expect(time).toBeCloseTo(0.5, 1);
  });

  it('shows a picture', async () => {
    const width = await door.page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return image.naturalWidth;
    }, addressOf('.jpg'));
    expect(width).toBeGreaterThan(0);
  });

  it('meets no objection of the content policy', () => {
    expect(door.problems).toEqual([]);
  });

  it('knows no other files', async () => {
    for (const address of [
      `evidence/${stored.id}/${'0'.repeat(64)}`,
      `evidence/${stored.id}/..%2fassessment.json`,
      `evidence/${stored.id}/assessment.json`,
      `evidence/..%2f..%2f/${stored.evidence[0]?.sha256}`,
      'download/none',
    ]) {
      expect((await ask(address)).status).toBe(404);
    }
  });
});
