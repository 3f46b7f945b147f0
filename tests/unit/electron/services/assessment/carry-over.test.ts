import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import { readAssessmentFolder } from '../../../../../electron/services/assessment/assessment-folder.ts';
import {
  type CallName,
  type CallOutput,
  contract,
  type JobStatus,
} from '../../../../../shared/contract/contract.ts';
import { smallResources, STANDARD, temporaryFolder } from '../fixture.ts';
import { assessmentRef, closeDocument, editDocument, undoDocument } from '../../../documents.ts';

const [SECTION] = STANDARD.sections;
const [FIRST] = SECTION?.items ?? [];

/** The small standard's next edition: 1.1 asks for more points, 1.2 is gone, 1.9 is new. */
const NEXT = {
  ...STANDARD,
  id: 'small-next',
  edition: '2026',
  sections: [
    {
      ...SECTION,
      items: [
        { ...FIRST, fullScore: '6' },
        { ...FIRST, code: '1.9', title: '另一件事', criterion: '看台账是否齐全', fullScore: '4' },
      ],
    },
  ],
};

async function newHost(): Promise<{ host: Host; root: string }> {
  const resources = await smallResources();
  await writeFile(join(resources, 'scoring-standards', 'standards', 'small-next.json'), JSON.stringify(NEXT));
  const root = join(await temporaryFolder(), '标兵自评');
  await mkdir(root);
  const host = createHost({ root, resources, door: 'local', version: '0.0.0' });
  onTestFinished(() => host.close());
  return { host, root };
}

async function ask<N extends CallName>(host: Host, name: N, input: unknown): Promise<CallOutput<N>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
}

async function finished(host: Host, { jobId }: { jobId: string }): Promise<JobStatus> {
  return vi.waitFor(
    async () => {
      const status = await ask(host, 'jobStatus', { jobId });
      expect(status.state).not.toBe('running');
      return status;
    },
    { timeout: 20_000, interval: 20 },
  );
}

async function addText(host: Host, id: string, content: string, linkTo: string): Promise<void> {
  const path = join(await temporaryFolder(), 'file.txt');
  await writeFile(path, content);
  const token = host.offerFile({ path, name: `${content}.txt`, ownership: 'borrowed' });
  await finished(host, await ask(host, 'addEvidence', { id, tokens: [token], linkTo }));
}

/** An assessment of the small standard: both items scored, one piece of evidence each. */
async function assessmentOn(host: Host): Promise<string> {
  const wish = { unitName: '某县某局', standardId: 'small', campaignId: 'practice' };
  const { id } = await ask(host, 'createAssessment', wish);
  for (const [code, points] of [
    ['1.1', '4'],
    ['1.2', '3'],
  ] as const) {
    await editDocument(host, assessmentRef(id), { kind: 'score', code, input: { kind: 'award', points } });
    await addText(host, id, `材料${code}`, code);
  }
  await closeDocument(host, assessmentRef(id));
  return id;
}

/** Relative path -> hash of every file below a folder. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = await Promise.all(
    files.map(async (file) => [
      file.slice(folder.length),
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ]),
  );
  return Object.fromEntries(hashes) as Record<string, string>;
}

const folderOf = async (host: Host, id: string): Promise<string> =>
  (await ask(host, 'listAssessments', {})).assessments.find((each) => each.id === id)?.folder ?? '';

describe('carrying over', () => {
  it('tells beforehand what would become of everything, and changes nothing', async () => {
    const { host, root } = await newHost();
    const id = await assessmentOn(host);
    const before = await contentOf(root);
    const { diff, ...counts } = await ask(host, 'previewCarryOver', { id, standardId: 'small-next' });
    expect(counts).toEqual({ kept: 0, toConfirm: 1, toScore: 0, gone: 1 });
    expect(diff.items.map(({ code, change }) => [code, change])).toEqual([
      ['1.1', 'rescored'],
      ['1.9', 'new'],
      ['1.2', 'gone'],
    ]);
    expect(await contentOf(root)).toEqual(before);
  });

  it('makes a new assessment with all evidence; the old one stays byte for byte', async () => {
    const { host } = await newHost();
    const id = await assessmentOn(host);
    const oldFolder = await folderOf(host, id);
    const before = await contentOf(oldFolder);
    const { state, result } = await finished(
      host,
      await ask(host, 'carryOver', { id, standardId: 'small-next' }),
    );
    expect(state).toBe('done');
    const newId = result?.kind === 'open' ? result.id : '';
    expect(newId).not.toBe(id);
    expect(await contentOf(oldFolder)).toEqual(before);

    const newFolder = await folderOf(host, newId);
    const { assessment, standard } = await readAssessmentFolder(newFolder);
    expect(standard.id).toBe('small-next');
    expect(assessment.entries['1.1']).toMatchObject({
      state: 'scored',
      input: { kind: 'award', points: 400 },
      confirm: { change: 'rescored', formerFullScore: 500, formerScore: 400 },
    });
    expect(assessment.carriedFrom).toMatchObject({ assessmentId: id, gone: [{ code: '1.2' }] });
    expect((await readdir(join(newFolder, 'evidence'))).sort()).toEqual(
      (await readdir(join(oldFolder, 'evidence'))).sort(),
    );

    // They share nothing: the new one lives on when the old one is gone.
    await rm(oldFolder, { recursive: true });
    const [sha256 = ''] = assessment.evidence.map((piece) => piece.sha256);
    expect(await host.evidenceFile(newId, sha256)).toMatchObject({ fileName: '材料1.1.txt' });
  });

  it('can be confirmed, undone, and is refused as final until then', async () => {
    const { host } = await newHost();
    const id = await assessmentOn(host);
    const { result } = await finished(host, await ask(host, 'carryOver', { id, standardId: 'small-next' }));
    const newId = result?.kind === 'open' ? result.id : '';
    const final = await finished(host, await ask(host, 'exportPackage', { id: newId, mode: 'final' }));
    expect(final).toMatchObject({ state: 'failed', failure: { code: 'not-eligible' } });
    const draft = await finished(host, await ask(host, 'exportPackage', { id: newId, mode: 'draft' }));
    expect(draft).toMatchObject({
      state: 'done',
      result: { export: { verification: { status: 'intact' } } },
    });

    const edit = { kind: 'confirmEntry', code: '1.1' };
    const saved = await editDocument(host, assessmentRef(newId), edit);
    expect(saved.value.entries['1.1']).not.toHaveProperty('confirm');
    const undone = await undoDocument(host, assessmentRef(newId));
    expect(undone.value.entries['1.1']?.confirm?.change).toBe('rescored');
  });

  it('makes nothing where evidence is damaged, and says so', async () => {
    const { host, root } = await newHost();
    const id = await assessmentOn(host);
    const evidence = join(await folderOf(host, id), 'evidence');
    const [name = ''] = await readdir(evidence);
    await writeFile(join(evidence, name), '改动');
    const folders = await readdir(root);
    const { state, failure } = await finished(
      host,
      await ask(host, 'carryOver', { id, standardId: 'small-next' }),
    );
    expect([state, failure?.code]).toEqual(['failed', 'evidence-changed']);
    expect(await readdir(root)).toEqual(folders);
  });

  it.each(['previewCarryOver', 'carryOver'])('%s: an unknown standard is refused', async (name) => {
    const { host } = await newHost();
    const id = await assessmentOn(host);
    const reply = await host.call(name, { id, standardId: 'none' });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'standard-unknown' } });
  });
});
