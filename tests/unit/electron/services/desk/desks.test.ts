import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDeskFolder } from '../../../../../electron/services/desk/desk-folder.ts';
import { Desks } from '../../../../../electron/services/desk/desks.ts';
import { DataFolder } from '../../../../../electron/services/files/data-folder.ts';
import { makeFixture, tempFolder } from '../package/fixture.ts';
import { deskCampaign } from './fixture.ts';

const ID = '11111111-1111-4111-8111-111111111111';

async function desks() {
  const root = await tempFolder();
  const now = new Date('2026-11-20T01:00:00Z');
  const { standard, standardBytes } = await makeFixture();
  const made = { id: ID, title: '核验台', campaign: deskCampaign(), standard, standardBytes, now };
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
