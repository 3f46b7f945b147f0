import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDeskFolder } from '../../../../../electron/services/desk/desk-folder.ts';
import { Desks } from '../../../../../electron/services/desk/desks.ts';
import { backupNames } from '../../../../../electron/services/document/backups.ts';
import { CampaignDrafts } from '../../../../../electron/services/standards/campaign-drafts.ts';
import { DataFolder } from '../../../../../electron/services/files/data-folder.ts';
import { makeFixture, tempFolder } from '../package/fixture.ts';
import { deskCampaign } from './fixture.ts';

const ID = '11111111-1111-4111-8111-111111111111';

async function desks(root?: string) {
  root ??= await tempFolder();
  const now = new Date('2026-11-20T01:00:00Z');
  const { standard, standardBytes } = await makeFixture();
  const made = { id: ID, title: '核验台', campaign: deskCampaign(), standard, standardBytes, now };
  await mkdir(join(root, '核验台'), { recursive: true });
  await createDeskFolder(join(root, '核验台', '甲'), made);
  const { sessions } = new Desks(new DataFolder(root), () => now);
  onTestFinished(() => sessions.closeAll());
  return sessions;
}

describe('the desks that are open', () => {
  it('stay open for the jobs at work on them, and close with the last one', async () => {
    const open = await desks();
    const finish: (() => void)[] = [];
    const job = () => open.during(ID, () => new Promise<void>((resolve) => finish.push(resolve)));
    const session = await open.open(ID, 'no');
    const jobs = [job(), job()];
    await vi.waitFor(() => expect(finish).toHaveLength(2));
    await open.close(ID);
    expect(await open.find(ID)).toBe(session);
    finish[0]?.();
    await jobs[0];
    expect(await open.find(ID)).toBe(session);
    finish[1]?.();
    await jobs[1];
    expect(await open.find(ID)).toBeUndefined();
  });

  it('stay open after a job where the interface still shows them, also one that failed', async () => {
    const open = await desks();
    const session = await open.open(ID, 'no');
    await expect(open.during(ID, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await open.find(ID)).toBe(session);
    expect(await open.get(ID)).toBe(session);
    await open.close(ID);
    expect(await open.find(ID)).toBeUndefined();
    await open.close(ID);
  });
});

describe('what is no folder where the folders of documents lie', () => {
  const LOOSE = ['desktop.ini', 'Thumbs.db', '说明.txt', '.DS_Store'];

  it('is passed over: the desks, and the packages on one, are found beside it', async () => {
    const root = await tempFolder();
    const sessions = await desks(root);
    for (const name of LOOSE) {
      await writeFile(join(root, '核验台', name), 'x');
      await writeFile(join(root, '核验台', '甲', 'packages', name), 'x');
    }
    await symlink(join(root, '核验台', '说明.txt'), join(root, '核验台', '快捷方式'));
    const all = new Desks(new DataFolder(root), () => new Date('2026-11-20T01:00:00Z'));
    expect(await all.list()).toMatchObject([{ id: ID, title: '核验台', packages: 0 }]);
    const session = await sessions.open(ID, 'no');
    expect(session.folder).toBe(join(root, '核验台', '甲'));
    expect(session.notices).toEqual([]);
    await expect(all.found.find('22222222-2222-4222-8222-222222222222')).rejects.toMatchObject({
      failure: { code: 'desk-unknown' },
    });
  });

  it('is passed over among the campaigns that are being edited', async () => {
    const root = await tempFolder();
    await mkdir(join(root, '推荐活动', '编辑中'), { recursive: true });
    for (const name of LOOSE) await writeFile(join(root, '推荐活动', '编辑中', name), 'x');
    const drafts = new CampaignDrafts(new DataFolder(root), () => new Date());
    expect(await drafts.list()).toEqual([]);
  });

  it('holds no backups, nor does a file of that name', async () => {
    const root = await tempFolder();
    for (const name of ['说明.txt', 'backups']) await writeFile(join(root, name), 'x');
    expect(await backupNames(join(root, '说明.txt'))).toEqual([]);
    expect(await backupNames(root)).toEqual([]);
  });
});
