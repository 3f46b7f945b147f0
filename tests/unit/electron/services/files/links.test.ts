import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import { exportAssessment } from '../../../../../electron/services/package/export.ts';
import { answerGet } from '../../../../../electron/services/pages/answer.ts';
import { fileResponse } from '../../../../../electron/services/pages/file-response.ts';
import { AssessmentSession } from '../../../../../electron/services/assessment/assessment-session.ts';
import {
  readAssessmentFolder,
  writeNewAssessmentFolder,
} from '../../../../../electron/services/assessment/assessment-folder.ts';
import { backupNames, readBackup } from '../../../../../electron/services/document/backups.ts';
import { describeBackups } from '../../../../../electron/services/assessment/backups.ts';
import { assessmentDocument } from '../../../../../shared/assessment/document.ts';
import { makeFixture } from '../package/fixture.ts';
import { assessmentFolder, failureCode, newAssessment, STANDARD, temporaryFolder } from '../fixture.ts';
import { assessmentRef } from '../../../documents.ts';
import { repository } from '../../../../repository.ts';

const SECRET = '别处的内容';
const CONTENT = '佐证材料的内容';
const sha256 = createHash('sha256').update(CONTENT).digest('hex');
const record = {
  sha256,
  bytes: Buffer.byteLength(CONTENT),
  fileName: '记录.txt',
  label: '记录',
  mediaType: 'text/plain',
  addedAt: '2026-11-20T01:00:00.000Z',
};

/** What may stand in a file's place; each leads to something that is not ours, or to nothing that ends. */
const STAND_INS: Record<string, (path: string, elsewhere: string) => Promise<unknown>> = {
  'a link': (path, elsewhere) => symlink(elsewhere, path),
  'a link to a device': (path) => symlink('/dev/zero', path),
  'a link to nothing': (path) => symlink(join(path, 'nothing'), path),
  'a folder': (path) => mkdir(path),
  'a pipe': (path) => Promise.resolve(execFileSync('mkfifo', [path])),
};
const kinds = Object.keys(STAND_INS);

async function standIn(kind: string, path: string): Promise<void> {
  const elsewhere = join(await temporaryFolder(), 'elsewhere');
  await writeFile(elsewhere, SECRET);
  await rm(path, { force: true, recursive: true });
  await STAND_INS[kind]?.(path, elsewhere);
}

async function hostWithEvidence(): Promise<{ host: Host; id: string; path: string; opened: string[] }> {
  const folder = await assessmentFolder({ evidence: [record] });
  const path = join(folder, 'evidence', sha256);
  await writeFile(path, CONTENT);
  const opened: string[] = [];
  const host = createHost({
    root: join(folder, '..'),
    resources: repository,
    door: 'desktop',
    version: '0.0.0',
    openPath: (shown) => {
      opened.push(shown);
      return Promise.resolve();
    },
  });
  onTestFinished(() => host.close());
  const id = (await readAssessmentFolder(folder)).assessment.id;
  return { host, id, path, opened };
}

describe.skipIf(process.platform === 'win32')('what stands in the place of a file that is kept', () => {
  it.each(kinds)('%s is neither served nor opened as evidence', async (kind) => {
    const { host, id, path, opened } = await hostWithEvidence();
    const get = (): Promise<Response> =>
      answerGet({ host, rendererFolder: '/' }, new Request(`http://x/evidence/${id}/${sha256}`));
    expect(await (await get()).text()).toBe(CONTENT);
    await standIn(kind, path);
    expect(await host.evidenceFile(id, sha256)).toBeUndefined();
    expect((await get()).status).toBe(404);
    const reply = await host.call('openEvidence', { id, sha256 });
    expect(reply).toMatchObject({ ok: false, failure: { message: expect.stringContaining('不是文件本身') } });
    expect(opened).toEqual([]);
  });

  it('evidence opens in the system as a copy that only its user can read', async () => {
    const { host, id, opened } = await hostWithEvidence();
    expect(await host.call('openEvidence', { id, sha256 })).toMatchObject({ ok: true });
    const [copy = ''] = opened;
    expect(basename(copy)).toBe('记录.txt');
    expect(await readFile(copy, 'utf8')).toBe(CONTENT);
    expect((await stat(copy)).mode & 0o777).toBe(0o400);
    expect((await stat(join(copy, '..'))).mode & 0o777).toBe(0o700);
  });

  it.each(kinds)('%s is not followed even where it was put since it was looked at', async (kind) => {
    const path = join(await temporaryFolder(), 'evidence');
    await standIn(kind, path);
    expect(await failureCode(fileResponse({ path, headers: {} }))).toBe('not-a-file');
    const { host } = await hostWithEvidence();
    const found = { path, fileName: 'a.txt', mediaType: 'text/plain', bytes: 1 };
    const late = { ...host, evidenceFile: () => Promise.resolve(found) };
    const asked = new Request(`http://x/evidence/one/${sha256}`);
    expect((await answerGet({ host: late, rendererFolder: '/' }, asked)).status).toBe(404);
  });

  it.each(kinds)('%s is not exported, and the user is told which evidence it is', async (kind) => {
    const fixture = await makeFixture();
    const [first] = fixture.assessment.evidence;
    const path = join(fixture.evidenceFolder, first?.sha256 ?? '');
    if (kind === 'a link') {
      // The very same content: only the way to it is wrong.
      const moved = join(await temporaryFolder(), 'moved');
      await rename(path, moved);
      await symlink(moved, path);
    } else await standIn(kind, path);
    const outFolder = await temporaryFolder();
    const today = '2026-11-26';
    const options = { mode: 'draft', today, software: 'test 0', outFolder } as const;
    const exported = exportAssessment({ ...fixture, ...options, record: () => Promise.resolve() });
    await expect(exported).rejects.toMatchObject({
      failure: { code: 'evidence-damaged', message: expect.stringContaining(`“${first?.label}”`) },
    });
    expect(await readdir(outFolder)).toEqual([]);
  });

  it.each(kinds)('%s is not copied into another assessment', async (kind) => {
    const source = join(await temporaryFolder(), sha256);
    await standIn(kind, source);
    const folder = join(await temporaryFolder(), '另一份');
    const content = {
      assessment: newAssessment({ evidence: [record] }),
      standardBytes: Buffer.from(JSON.stringify(STANDARD)),
      evidence: () => source,
    };
    expect(await failureCode(writeNewAssessmentFolder(folder, content))).toBe('not-a-file');
    expect(await readdir(join(folder, '..'))).toEqual([]);
  });

  it.each(['assessment.json', 'standard.json'])('%s is read itself or not at all', async (name) => {
    for (const kind of kinds) {
      const folder = await assessmentFolder();
      await standIn(kind, join(folder, name));
      const failure = await failureCode(readAssessmentFolder(folder));
      expect([kind, failure]).toEqual([kind, 'not-a-file']);
    }
  });

  it('a backup is read itself or not at all', async () => {
    const folder = await assessmentFolder();
    const store = await AssessmentSession.open(folder);
    await store.document.change('test', (current) => ({ ...current, willing: true }));
    await store.close();
    const [name = ''] = await backupNames(folder);
    const content = await readAssessmentFolder(folder);
    expect((await describeBackups({ folder, content })).backups).toHaveLength(1);
    await rename(join(folder, 'backups', name), join(folder, 'kept.json'));
    await symlink(join(folder, 'kept.json'), join(folder, 'backups', name));
    expect((await describeBackups({ folder, content })).backups).toEqual([]);
    expect(await failureCode(readBackup(assessmentDocument, folder, name))).toBe('not-a-file');
  });

  it('a journal that leads elsewhere is not written to', async () => {
    const folder = await assessmentFolder();
    const elsewhere = join(await temporaryFolder(), '.bashrc');
    await writeFile(elsewhere, SECRET);
    await symlink(elsewhere, join(folder, 'journal.jsonl'));
    const store = await AssessmentSession.open(folder);
    const change = store.document.change('test', (current) => ({ ...current, willing: true }));
    expect(await failureCode(change)).toBe('link');
    await store.close();
    expect(await readFile(elsewhere, 'utf8')).toBe(SECRET);
    expect(store.assessment.willing).toBeNull();
  });

  it('a pipe that is chosen as evidence is refused at once', async () => {
    const { host, id } = await hostWithEvidence();
    const path = join(await temporaryFolder(), 'pipe');
    await standIn('a pipe', path);
    await host.call('openDocument', { ref: assessmentRef(id) });
    const token = host.offerFile({ path, name: 'a.txt', ownership: 'borrowed' });
    const reply = await host.call('addEvidence', { id, tokens: [token] });
    const { jobId } = (reply.ok ? reply.value : {}) as { jobId: string };
    await vi.waitFor(async () => {
      const status = await host.call('jobStatus', { jobId });
      expect(status).toMatchObject({
        value: { result: { outcomes: [{ outcome: 'failed', failure: { code: 'not-a-file' } }] } },
      });
    });
  });
});
