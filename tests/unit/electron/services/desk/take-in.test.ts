import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { failAt, forget, handles, steps } from '../files/disk-trace.ts';
import { deskFor, folderOf, packageFile, unitFixture } from './fixture.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../files/disk-trace.ts')).traced(await original()),
);

let desk: DeskSession;
let path: string;
let receive: () => Promise<{ key: string; kept: boolean }>;

beforeEach(async () => {
  const unit = await unitFixture({ name: '甲市城管局' });
  path = (await packageFile(unit, await folderOf('收到'), '甲.zip')).path;
  desk = await DeskSession.open(await deskFor(unit), { now: () => new Date('2026-11-21T01:00:00Z') });
  receive = () => desk.receive({ path, name: '甲.zip' }, { receivedOn: '2026-11-21' });
  forget();
});
afterEach(async () => {
  await desk.close();
  expect([...handles]).toEqual([]);
});

describe('a package that is taken in', () => {
  it('is complete on the disk, and named among what is coming, before its folder has its name', async () => {
    const { key } = await receive();
    const began = steps.findIndex((step) => /^folder .*\.new$/.test(step));
    const building = steps[began]?.slice('folder '.length) ?? '';
    // A name that nobody else gives: what a person calls <key>.new is never taken for it.
    expect(building).not.toContain(key);
    const built = steps.slice(began);
    const seen = built.filter((step) => /^(write|sync|rename|folder) /.test(step)).slice(0, 16);
    const parts = ['contents.json', 'summary.json', 'receipt.json', 'packages.jsonl'];
    expect(seen.slice(0, 2)).toEqual([
      `folder ${building}`,
      expect.stringMatching(/^rename [0-9a-f]{64} -> original\.zip$/) as string,
    ]);
    // Side by side.
    expect(seen.slice(2, 11).sort()).toEqual(
      [...parts.flatMap((name) => [`write ${name}`, `sync ${name}`]), 'sync 核验台'].sort(),
    );
    for (const name of parts)
      expect(seen.indexOf(`write ${name}`)).toBeLessThan(seen.indexOf(`sync ${name}`));
    expect(seen.slice(11)).toEqual([
      ...[`sync ${building}`, `rename ${building} -> ${key}`, 'sync packages'],
      ...['write packages.jsonl', 'sync packages.jsonl'],
    ]);
  });

  it.each([
    'write contents.json',
    'sync summary.json',
    'write receipt.json',
    'sync packages.jsonl',
    /^sync .*\.new$/,
    /^rename \S+\.new -> /,
  ])('leaves no half-built folder where the disk refuses: %s', async (at) => {
    failAt(at, 'ENOSPC');
    await expect(receive()).rejects.toMatchObject({
      failure: {
        code: 'disk-full',
        message: '接收 甲.zip 没有成功：磁盘空间不足。',
        effect: '这个文件没有收进核验台，其他推荐包不受影响。',
      },
    });
    expect(await readdir(join(desk.folder, 'packages'))).toEqual([]);
    expect(await readdir(join(desk.folder, 'incoming'))).toEqual([]);
    expect(desk.candidates()).toEqual([]);
    const { key } = await receive();
    expect(await readdir(join(desk.folder, 'packages'))).toEqual([key]);
  });
});
