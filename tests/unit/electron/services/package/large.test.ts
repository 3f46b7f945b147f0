import { truncateSync, utimesSync } from 'node:fs';
import { copyFile, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WORTH_A_THREAD } from '../../../../../electron/services/package/seal.ts';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { exportFixture, type Fixture, makeFixture, sha256, tempFolder } from './fixture.ts';

/** More than is hashed without a thread, and no whole number of pieces. */
const VIDEO = Buffer.alloc(WORTH_A_THREAD + 1_234_567, '服务型行政执法');

async function withVideo(): Promise<Fixture> {
  const fixture = await makeFixture();
  const [first, ...others] = fixture.assessment.evidence;
  const hash = sha256(VIDEO);
  const video = {
    ...first!,
    sha256: hash,
    bytes: VIDEO.length,
    fileName: '现场记录.txt',
  };
  await writeFile(join(fixture.evidenceFolder, hash), VIDEO);
  const { entries } = fixture.assessment;
  const entry = { ...entries['1.1']!, evidence: [hash] };
  return {
    ...fixture,
    assessment: {
      ...fixture.assessment,
      evidence: [video, first!, ...others],
      entries: { ...entries, '1.1': { ...entry, evidence: [hash, ...entries['1.1']!.evidence] } },
    },
  };
}

describe('a package that is hashed in a thread', () => {
  let fixture: Fixture;
  let file: string;
  beforeAll(async () => {
    fixture = await withVideo();
    ({ file } = await exportFixture(fixture));
  });
  afterEach(() => vi.restoreAllMocks());

  async function flip(at: number): Promise<void> {
    const handle = await open(file, 'r+');
    try {
      const byte = Buffer.alloc(1);
      await handle.read(byte, 0, 1, at);
      byte[0]! ^= 1;
      await handle.write(byte, 0, 1, at);
    } finally {
      await handle.close();
    }
  }

  it.each<[string, (path: string) => void]>([
    ['loses its end', (path) => truncateSync(path, 1_000_000)],
    ['is written to behind what was read', (path) => utimesSync(path, new Date(), new Date(1_000))],
  ])('gets no word for what it was before, where it %s while it is read', async (_, change) => {
    const copy = join(await tempFolder(), 'copy.zip');
    await copyFile(file, copy);
    let isChanged = false;
    const progress = () => {
      if (!isChanged) change(copy);
      isChanged = true;
    };
    const { status, sealCode, problems } = await verifyPackage(copy, { progress });
    expect([status, sealCode, problems[0]?.code]).toEqual(['damaged', null, 'changed-meanwhile']);
  });

  it('is the same bytes again, and intact', async () => {
    const again = await exportFixture(fixture);
    expect(again.verification.status).toBe('intact');
    expect((await verifyPackage(file)).sealCode).toBe(again.sealCode);
  });

  it('is found changed where only the hash of the whole looks: the time of the first entry', async () => {
    await flip(10);
    const { status, problems } = await verifyPackage(file);
    await flip(10);
    expect([status, problems.map(({ code }) => code)]).toEqual(['damaged', ['archive-changed']]);
    expect((await verifyPackage(file)).status).toBe('intact');
  });

  it('is hashed all the same where its thread ends before it answers: the same bytes, and one that is changed', async () => {
    const died = vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker) {
      void this.terminate();
    });
    const { status, sealCode } = await verifyPackage(file);
    expect(status).toBe('intact');
    await flip(10);
    const changed = await verifyPackage(file);
    await flip(10);
    expect([changed.status, changed.problems.map(({ code }) => code)]).toEqual([
      ...['damaged', ['archive-changed']],
    ]);
    const again = await exportFixture(fixture, { outFolder: await tempFolder() });
    expect(again.sealCode).toBe(sealCode);
    expect(died).toHaveBeenCalled();
    died.mockRestore();
    expect((await verifyPackage(again.file)).status).toBe('intact');
  });

  it('ends where it is cancelled, however far it is', async () => {
    for (const part of [0, 0.5, 1]) {
      const controller = new AbortController();
      const progress = ({ done, total }: { done: number; total: number }): void => {
        if (done >= total * part) controller.abort();
      };
      await expect(verifyPackage(file, { signal: controller.signal, progress })).rejects.toMatchObject({
        name: 'AbortError',
      });
    }
  });
});
