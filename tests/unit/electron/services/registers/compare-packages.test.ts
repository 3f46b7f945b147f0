import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import {
  type CallName,
  type CallOutput,
  contract,
  type JobResult,
} from '../../../../../shared/contract/contract.ts';
import { basisText } from '../../../../../shared/registers/projects/difference-words.ts';
import { assessmentRef, closeDocument, editDocument, openDocument } from '../../../documents.ts';
import { repository } from '../../../../repository.ts';
import { temporaryFolder } from '../fixture.ts';

const NOW = new Date('2026-11-30T01:00:00.000Z');
let now = NOW;
let [partner, own]: Host[] = [];

async function ask<N extends CallName>(host: Host, name: N, input: unknown): Promise<CallOutput<N>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw new Error(reply.failure.code);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
}

async function result<K extends JobResult['kind']>(host: Host, kind: K, job: Promise<{ jobId: string }>) {
  const { jobId } = await job;
  const found = await vi.waitFor(
    async () => {
      const status = await ask(host, 'jobStatus', { jobId });
      expect(status.state).not.toBe('running');
      return status;
    },
    { timeout: 20_000, interval: 20 },
  );
  if (found.result?.kind !== kind) throw new Error(JSON.stringify(found.failure));
  return found.result as Extract<JobResult, { kind: K }>;
}

beforeEach(async () => {
  now = NOW;
  const folder = await temporaryFolder();
  [partner, own] = ['对方', '本单位'].map((name) =>
    createHost({
      ...{ root: join(folder, name), resources: repository, door: 'local', version: '0.1.0' },
      now: () => now,
    }),
  );
  onTestFinished(async () => {
    await partner?.close();
    await own?.close();
  });
});

/** The sample in a data folder of its own, with what only this unit says. */
async function sampleOf(host: Host, name: string, clears: string): Promise<string> {
  const { id } = await ask(host, 'openSample', {});
  await editDocument(host, assessmentRef(id), { kind: 'setUnit', unit: { name } });
  await editDocument(host, assessmentRef(id), { kind: 'clearScore', code: clears });
  await closeDocument(host, assessmentRef(id));
  return id;
}

it.each(['blueprint', 'continue'] as const)(
  'a package that the partner exported and was opened here (%s) is compared, and called by its unit',
  async (as) => {
    // First, or 打开示例 would mean the sample that came in the package.
    const ours = await sampleOf(own!, '示例乙局', '1.1');
    const theirs = await sampleOf(partner!, '示例甲局', '1.2');
    const draft = ask(partner!, 'exportPackage', { id: theirs, mode: 'draft' });
    const { folder, fileName } = (await result(partner!, 'export', draft)).export;
    const token = own!.offerFile({ path: join(folder, fileName), name: fileName, ownership: 'borrowed' });
    const opened = (await result(own!, 'open', ask(own!, 'openPackage', { token, as }))).id;
    await closeDocument(own!, assessmentRef(opened)).catch(() => undefined);

    const found = await ask(own!, 'compareAssessments', { ours, theirs: opened });
    expect(found).toMatchObject({ isSameStandard: true, day: '2026-11-30', unscored: 1 });
    expect(found.items.map(({ code, higher }) => [code, higher])).toEqual([['1.1', 'theirs']]);
    const name = as === 'continue' ? '“示例甲局”' : '以“示例甲局”的自查包第1版（草稿）为蓝本的自评';
    expect(found.theirs).toMatchObject({
      name,
      isSample: true,
      isDraft: true,
      isSuspect: false,
      isEdited: false,
    });
    const text = basisText(found);
    for (const words of ['2026-11-30', name, '第1版（草稿）', '按参考标准', '是示例', '是草稿'])
      expect(text).toContain(words);
    const { assessments } = await ask(own!, 'listAssessments', {});
    const listed = assessments.find(({ id }) => id === opened);
    const latest = { number: 1, draft: true, changed: false };
    expect(listed?.latest).toEqual(as === 'continue' ? latest : undefined);
    expect(listed?.openedFrom?.draft).toBe(true);
    expect(listed?.edited).toBe(false);

    await openDocument(own!, assessmentRef(opened));
    now = new Date(NOW.getTime() + 1000);
    await editDocument(own!, assessmentRef(opened), { kind: 'setReason', code: '1.1', reason: '改动' });
    const words = as === 'continue' ? '第1版（草稿）之后又有改动' : '打开后改动过';
    expect(basisText(await ask(own!, 'compareAssessments', { ours, theirs: opened }))).toContain(
      `对方的自评${words}`,
    );
    await closeDocument(own!, assessmentRef(opened));
    const again = (await ask(own!, 'listAssessments', {})).assessments.find(({ id }) => id === opened);
    expect([again?.latest?.changed, again?.edited]).toEqual(
      as === 'continue' ? [true, false] : [undefined, true],
    );
  },
  60_000,
);

it('a project without a name has no summary, and is asked for one in words', async () => {
  const { id } = await ask(own!, 'createYear', {
    unit: '示例局',
    category: '',
    year: 2026,
    tasks: { from: 'none' },
  });
  const entry = { id: randomUUID(), fields: { partner: '示例甲局' }, files: [] };
  const ref = { document: 'year', id } as const;
  await openDocument(own!, ref);
  await editDocument(own!, ref, { kind: 'addEntries', register: 'projects', entries: [entry] });
  const wish = { id, entryId: entry.id, personal: false };
  expect(await own!.call('exportProject', wish)).toMatchObject({
    ok: false,
    failure: { code: 'project-unnamed' },
  });
  const fields = { name: '与示例甲局结对' };
  await editDocument(own!, ref, { kind: 'setEntry', register: 'projects', id: entry.id, fields });
  expect(await own!.call('exportProject', wish)).toMatchObject({ ok: true });
});
