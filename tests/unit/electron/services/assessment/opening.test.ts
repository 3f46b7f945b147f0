import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import {
  type CallName,
  type CallOutput,
  contract,
  type JobResult,
  type JobStatus,
} from '../../../../../shared/contract/contract.ts';
import { temporaryFolder } from '../fixture.ts';
import { assessmentRef, closeDocument, editDocument, openDocument } from '../../../documents.ts';
import { repository } from '../../../../repository.ts';

const PACKAGE = join(repository, 'tests/fixtures/before/示例推荐包.zip');
const NOW = new Date('2026-11-20T01:00:00.000Z');

let host: Host;
let root: string;

beforeEach(async () => {
  root = join(await temporaryFolder(), '标兵自评');
  host = createHost({ root, resources: repository, door: 'local', version: '0.1.0', now: () => NOW });
  onTestFinished(() => host.close());
});

async function ask<N extends CallName>(name: N, input: unknown): Promise<CallOutput<N>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
}

async function ended(job: Promise<{ jobId: string }>): Promise<JobStatus> {
  const { jobId } = await job;
  return vi.waitFor(
    async () => {
      const status = await ask('jobStatus', { jobId });
      expect(status.state).not.toBe('running');
      return status;
    },
    { timeout: 20_000, interval: 20 },
  );
}

async function result<K extends JobResult['kind']>(
  kind: K,
  job: Promise<{ jobId: string }>,
): Promise<Extract<JobResult, { kind: K }>> {
  const status = await ended(job);
  if (status.result?.kind !== kind) throw new Error(JSON.stringify(status.failure));
  return status.result as Extract<JobResult, { kind: K }>;
}

const offer = (path = PACKAGE): string =>
  host.offerFile({ path, name: basename(path), ownership: 'borrowed' });
const inspect = async (path?: string) =>
  (await result('inspect', ask('inspectPackage', { token: offer(path) }))).inspection;
const open = async (as: 'continue' | 'blueprint', path?: string): Promise<string> =>
  (await result('open', ask('openPackage', { token: offer(path), as }))).id;
const read = async (id: string) => (await openDocument(host, assessmentRef(id))).value;
const rows = async () => (await ask('listAssessments', {})).assessments;

describe('a chosen package', () => {
  it('is inspected before it is opened: whose it is, which revision, whether it is here', async () => {
    const before = await inspect();
    expect(before).toMatchObject({
      content: 'package',
      verification: {
        file: '示例推荐包.zip',
        status: 'intact',
        unit: expect.any(String) as string,
        revision: 1,
      },
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    });
    expect(before).not.toHaveProperty('here');
    expect(await rows()).toEqual([]);

    const id = await open('continue');
    const { unit } = await read(id);
    expect(await inspect()).toMatchObject({ here: { id, unit: unit.name, revision: 1 } });
  });

  it('says of a 反馈包 that it is one, and refuses what is no package', async () => {
    expect(await inspect(join(repository, 'tests/fixtures/before/反馈包.zip'))).toEqual({
      content: 'feedback',
    });
    const path = join(await temporaryFolder(), '文字.zip');
    await writeFile(path, '只是文字');
    const { failure } = await ended(ask('inspectPackage', { token: offer(path) }));
    expect(failure).toMatchObject({ code: 'package-not-a-package' });
  });

  it('stays with its token until it is opened or given up; an upload is then deleted', async () => {
    const upload = async (): Promise<{ path: string; token: string }> => {
      const path = join(await host.stagingFolder(), `upload-${Math.random()}`);
      await writeFile(path, await readFile(PACKAGE));
      return { path, token: host.offerFile({ path, name: '甲局.zip', ownership: 'staged' }) };
    };
    const first = await upload();
    await result('inspect', ask('inspectPackage', { token: first.token }));
    await result('inspect', ask('inspectPackage', { token: first.token }));
    await result('open', ask('openPackage', { token: first.token, as: 'continue' }));
    await expect(readFile(first.path)).rejects.toThrow('ENOENT');
    expect(await host.call('inspectPackage', { token: first.token })).toMatchObject({
      failure: { code: 'file-unknown' },
    });

    const second = await upload();
    // Refused, because it is here: the choice is still open.
    const refused = await ended(ask('openPackage', { token: second.token, as: 'continue' }));
    expect(refused.failure?.code).toBe('assessment-here');
    await result('open', ask('openPackage', { token: second.token, as: 'blueprint' }));

    const third = await upload();
    await ask('forgetFile', { token: third.token });
    await ask('forgetFile', { token: third.token });
    await expect(readFile(third.path)).rejects.toThrow('ENOENT');
    expect(await readdir(await host.stagingFolder())).toEqual([]);
    // The user's own file is never deleted.
    expect((await readFile(PACKAGE)).length).toBeGreaterThan(0);
  });
});

describe('继续我的档案', () => {
  it('keeps id, revisions and content, says where it came from, and exports the very same package again', async () => {
    const id = await open('continue');
    const assessment = await read(id);
    const [revision] = assessment.revisions;
    expect(revision?.packageId.startsWith(id)).toBe(true);
    expect(assessment.openedFrom).toEqual({
      fileName: '示例推荐包.zip',
      unit: assessment.unit.name,
      revision: 1,
      at: NOW.toISOString(),
      doubts: [],
    });
    expect(assessment.basedOn).toBeUndefined();

    const first = (await result('export', ask('exportPackage', { id, mode: 'final' }))).export;
    const path = join(first.folder, first.fileName);
    await rename(path, join(root, '带走.zip'));
    await ask('removeAssessment', { id });
    expect(await open('continue', join(root, '带走.zip'))).toBe(id);
    expect((await read(id)).openedFrom).toMatchObject({ fileName: '带走.zip' });
    const again = (await result('export', ask('exportPackage', { id, mode: 'final' }))).export;
    expect([again.repeated, again.packageId, again.revision, again.sealCode]).toEqual([
      true,
      first.packageId,
      first.revision,
      first.sealCode,
    ]);
    expect((await readFile(path)).equals(await readFile(join(root, '带走.zip')))).toBe(true);

    await editDocument(host, assessmentRef(id), { kind: 'setReason', code: '1.1', reason: '又补充' });
    const next = (await result('export', ask('exportPackage', { id, mode: 'final' }))).export;
    expect(next).toMatchObject({
      repeated: false,
      revision: first.revision + 1,
      previousRevision: first.revision,
    });
  });

  it('is refused where it is here: no second folder, no new id, nothing changed', async () => {
    const id = await open('continue');
    await editDocument(host, assessmentRef(id), { kind: 'setReason', code: '1.1', reason: '后来写的' });
    const folders = await readdir(root);
    const { failure } = await ended(ask('openPackage', { token: offer(), as: 'continue' }));
    expect(failure?.code).toBe('assessment-here');
    expect(failure?.message).toMatch(/已在数据文件夹里：.+，最新是第1版。/);
    expect(await readdir(root)).toEqual(folders);
    expect((await read(id)).entries['1.1']?.reason).toBe('后来写的');
  });

  it('opens once where it is asked for twice at the same time', async () => {
    const ends = await Promise.all(
      [1, 2].map(() => ended(ask('openPackage', { token: offer(), as: 'continue' }))),
    );
    expect(ends.map(({ failure }) => failure?.code ?? 'opened').sort()).toEqual([
      'assessment-here',
      'opened',
    ]);
    expect((await rows()).map(({ problem }) => problem)).toEqual([undefined]);
  });

  it('opens beside a broken folder of the same assessment', async () => {
    const id = await open('continue');
    await closeDocument(host, assessmentRef(id));
    const [{ folder } = { folder: '' }] = await rows();
    for (const name of await readdir(folder)) {
      if (name.startsWith('assessment')) await writeFile(join(folder, name), '{');
    }
    expect(await open('continue')).toBe(id);
    expect((await rows()).map((row) => [basename(row.folder), row.problem?.code]).sort()).toEqual(
      [
        [basename(folder), 'assessment-unreadable'],
        [`${basename(folder)}-2`, undefined],
      ].sort(),
    );
  });
});

describe('以此为蓝本新建', () => {
  it('is another assessment with the same content, without who the unit is, and says whose it was', async () => {
    const original = await read(await open('continue'));
    const id = await open('blueprint');
    const made = await read(id);
    expect(id).not.toBe(original.id);
    expect(made).toMatchObject({
      createdAt: NOW.toISOString(),
      willing: null,
      revisions: [],
      sample: true,
      basedOn: { unit: original.unit.name, packageId: original.revisions[0]?.packageId, revision: 1 },
      openedFrom: { fileName: '示例推荐包.zip', revision: 1, unit: original.unit.name },
    });
    expect(made.unit).toEqual({
      name: '',
      category: original.unit.category,
      industry: '',
      region: '',
      superior: '',
      naming: { document: '', date: '' },
      contact: { name: '', phone: '' },
    });
    expect([made.entries, made.evidence, made.materials, made.campaign]).toEqual([
      original.entries,
      original.evidence,
      original.materials,
      original.campaign,
    ]);
    const sha256 = made.evidence[0]?.sha256 ?? '';
    expect((await host.evidenceFile(id, sha256))?.bytes).toBe(made.evidence[0]?.bytes);
    // Not the sample that 打开示例 means.
    expect((await ask('openSample', {})).id).toBe(original.id);
  });

  it('can be made many times; the list tells the rows apart', async () => {
    const ids = [await open('blueprint'), await open('blueprint')];
    expect(new Set(ids).size).toBe(2);
    for (const row of await rows()) {
      expect(row).toMatchObject({
        unit: '',
        basedOn: { revision: 1 },
        openedFrom: { fileName: '示例推荐包.zip' },
      });
    }
  });

  it('hands in whose it was, but not from which file it was opened', async () => {
    const id = await open('blueprint');
    const { folder, fileName } = (await result('export', ask('exportPackage', { id, mode: 'draft' }))).export;
    await ask('removeAssessment', { id });
    const again = await read(await open('continue', join(folder, fileName)));
    expect(again.id).toBe(id);
    expect(again.basedOn).toMatchObject({ revision: 1 });
    expect(again.openedFrom).toMatchObject({ fileName, revision: 1 });
  });

  it('is not made of a 反馈包', async () => {
    const path = join(repository, 'tests/fixtures/before/反馈包.zip');
    const { failure } = await ended(ask('openPackage', { token: offer(path), as: 'blueprint' }));
    expect(failure?.code).toBe('package-unsupported');
    expect(await rows()).toEqual([]);
  });
});

it('tells at every opening what made a package 存疑', async () => {
  const id = await open('continue');
  await closeDocument(host, assessmentRef(id));
  const [{ folder } = { folder: '' }] = await rows();
  const path = join(folder, 'assessment.json');
  const stored = JSON.parse(await readFile(path, 'utf8')) as { openedFrom: { doubts: string[] } };
  expect((await openDocument(host, assessmentRef(id))).notices).toEqual([]);
  await closeDocument(host, assessmentRef(id));
  stored.openedFrom.doubts = ['清单写的单位与档案不同', 'data/x：多出来的文件'];
  await writeFile(path, JSON.stringify(stored));
  const { notices } = await openDocument(host, assessmentRef(id));
  expect(notices).toMatchObject([
    {
      code: 'opened-suspect',
      message:
        '这份自评档案打开自“示例推荐包.zip”第1版，这个推荐包存疑：清单写的单位与档案不同；data/x：多出来的文件。',
    },
  ]);
});
