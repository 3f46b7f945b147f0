import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHost } from '../../../../../electron/services/host.ts';
import { Sessions } from '../../../../../electron/services/document/sessions.ts';
import { AssessmentSession } from '../../../../../electron/services/assessment/assessment-session.ts';
import {
  assessmentRef,
  closeDocument,
  deskRef,
  editDocument,
  openDocument,
  undoDocument,
} from '../../../documents.ts';
import { assessmentFolder, smallResources, temporaryFolder } from '../fixture.ts';

/** Another program took the folder over, and has closed it again since. */
async function loseLock(folder: string): Promise<void> {
  await rm(join(folder, '.lock'), { recursive: true });
}

async function started() {
  const root = join(await temporaryFolder(), '标兵自评');
  const host = createHost({ root, resources: await smallResources(), door: 'local', version: '0.0.0' });
  onTestFinished(() => host.close());
  async function ask<T>(name: string, input: unknown): Promise<T> {
    const reply = await host.call(name, input);
    if (!reply.ok) throw new Error(reply.failure.code);
    return reply.value as T;
  }
  return { host, ask };
}

const KINDS = [
  {
    what: 'an assessment',
    create: ['createAssessment', { unitName: '某县某局', standardId: 'small', campaignId: 'practice' }],
    ref: assessmentRef,
    edit: { kind: 'setReason', code: '1.1', reason: '甲' },
  },
  {
    what: 'a desk',
    create: ['createDesk', { title: '核验台', standardId: 'small', campaignId: 'practice' }],
    ref: deskRef,
    edit: { kind: 'setTitle', title: '改名' },
  },
] as const;
describe.each(KINDS)('$what that is opened again', ({ create, ref, edit }) => {
  it('keeps what can be undone while it is open, and forgets it once it is closed', async () => {
    const { host, ask } = await started();
    const { id } = await ask<{ id: string }>(create[0], create[1]);
    await openDocument(host, ref(id));
    await editDocument(host, ref(id), edit);
    expect(await openDocument(host, ref(id))).toMatchObject({ canUndo: true });
    expect(await undoDocument(host, ref(id))).toMatchObject({ canUndo: false });
    await editDocument(host, ref(id), edit);
    await closeDocument(host, ref(id));
    expect(await openDocument(host, ref(id))).toMatchObject({ canUndo: false });
  });

  it('is there again after its lock was lost, and can be saved', async () => {
    const { host, ask } = await started();
    const { id } = await ask<{ id: string }>(create[0], create[1]);
    const opened = await openDocument(host, ref(id));
    await loseLock(opened.folder);
    await expect(editDocument(host, ref(id), edit, opened)).rejects.toThrow('lock-lost');
    await openDocument(host, ref(id));
    expect(await editDocument(host, ref(id), edit)).toMatchObject({ canUndo: true });
  });
});

describe('the assessments that are open', () => {
  async function sessions() {
    const folder = await assessmentFolder();
    const now = () => new Date('2026-11-20T01:00:00Z');
    const open = new Sessions({
      open: (_, takeOver) => AssessmentSession.open(folder, { takeOver, now }),
      what: '这份自评档案',
    });
    onTestFinished(() => open.closeAll());
    return { folder, open };
  }

  it('stay open for the jobs at work on them, and close with the last one', async () => {
    const { open } = await sessions();
    let finish: (() => void)[] = [];
    const job = () => open.during('id', () => new Promise<void>((resolve) => finish.push(resolve)));
    await open.open('id', 'no');
    const jobs = [job(), job()];
    await vi.waitFor(() => expect(finish).toHaveLength(2));
    await open.close('id');
    expect(await open.find('id')).toBeDefined();
    await expect(open.closeNow('id')).rejects.toMatchObject({
      failure: {
        code: 'busy',
        message: '这份自评档案正在添加材料或导出。',
        effect: '没有改动。',
        remedy: '请等待完成或先取消，再试一次。',
      },
    });
    finish[0]?.();
    await jobs[0];
    expect(await open.find('id')).toBeDefined();
    finish[1]?.();
    await jobs[1];
    expect(await open.find('id')).toBeUndefined();
    finish = [];
  });

  it('stay open after a job where the interface still shows them, also one that failed', async () => {
    const { open } = await sessions();
    const session = await open.open('id', 'no');
    const failed = open.during('id', () => Promise.reject(new Error('broken')));
    await expect(failed).rejects.toThrow('broken');
    expect(await open.find('id')).toBe(session);
    expect(await open.get('id')).toBe(session);
    await open.closeNow('id');
    expect(await open.find('id')).toBeUndefined();
    await open.close('id');
    await open.closeNow('id');
  });

  it('are not opened anew under the hands of a job, even where the lock was lost', async () => {
    const { folder, open } = await sessions();
    const session = await open.open('id', 'no');
    await open.during('id', async () => {
      await loseLock(folder);
      expect(await open.open('id', 'no')).toBe(session);
    });
    const anew = await open.open('id', 'no');
    expect(anew).not.toBe(session);
    expect(await anew.held()).toBe(true);
  });

  it('are all closed when the program ends', async () => {
    const { folder, open } = await sessions();
    await open.open('id', 'no');
    await open.closeAll();
    expect(await open.find('id')).toBeUndefined();
    expect(await readdir(folder)).not.toContain('.lock');
  });
});
