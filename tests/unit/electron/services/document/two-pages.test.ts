import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import type { DocumentStep, OpenedDocument, Reply } from '../../../../../shared/contract/contract.ts';
import { assessmentRef, editDocument, openDocument, undoDocument } from '../../../documents.ts';
import { smallResources, temporaryFolder } from '../fixture.ts';

type Assessment = OpenedDocument<'assessment'>['value'];

/** The one program, and two pages that show the same assessment. */
async function twoPages() {
  const root = join(await temporaryFolder(), '标兵自评');
  const host = createHost({ root, resources: await smallResources(), door: 'local', version: '0.0.0' });
  onTestFinished(() => host.close());
  const wish = { unitName: '某县某局', standardId: 'small', campaignId: 'practice' };
  const made = await host.call('createAssessment', wish);
  if (!made.ok) throw new Error(made.failure.code);
  const { id } = made.value as { id: string };
  const as = (page: string): Host => ({ ...host, call: (name, input) => host.call(name, input, page) });
  const ref = assessmentRef(id);
  const { folder } = await openDocument(host, ref);
  const file = join(folder, 'assessment.json');
  return { host, 甲: as('甲'), 乙: as('乙'), ref, id, folder, file };
}

const contact = (fields: object) => ({ kind: 'setUnit', unit: { contact: fields } });
const reason = (text: string, code = '1.1') => ({ kind: 'setReason', code, reason: text });
const onDisk = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as Assessment;

async function failureOf(reply: Promise<Reply>) {
  const answer = await reply;
  return answer.ok ? undefined : answer.failure;
}

describe('two pages on one assessment', () => {
  it('keep what each of them fills in, though each was shown the form as it was empty', async () => {
    const { 甲, 乙, ref, file } = await twoPages();
    const before = await openDocument(甲, ref);
    await editDocument(甲, ref, contact({ name: '联系人甲' }), before);
    await editDocument(乙, ref, contact({ phone: '0371-1' }), before);
    expect((await onDisk(file)).unit.contact).toEqual({ name: '联系人甲', phone: '0371-1' });
  });

  it('refuse a change of what the other has changed meanwhile, in words, and keep the other’s', async () => {
    const { 甲, 乙, ref, file } = await twoPages();
    const before = await openDocument(甲, ref);
    await editDocument(甲, ref, reason('甲写的'), before);
    const late = { do: 'edit', edit: reason('乙写的'), base: '' } as DocumentStep<'assessment'>;
    const failure = await failureOf(乙.call('changeDocument', { ...ref, step: late }));
    expect(failure?.code).toBe('edit-stale');
    expect((await onDisk(file)).entries['1.1']?.reason).toBe('甲写的');
    // Seen and decided: the same change, made on what is there now.
    await editDocument(乙, ref, reason('乙写的'));
    expect((await onDisk(file)).entries['1.1']?.reason).toBe('乙写的');
  });

  it('overrule nobody where both say the same', async () => {
    const { 甲, 乙, ref } = await twoPages();
    const before = await openDocument(甲, ref);
    await editDocument(甲, ref, reason('一样的'), before);
    await editDocument(乙, ref, reason('一样的'), before);
  });

  it('take back their own steps alone', async () => {
    const { 甲, 乙, ref, file } = await twoPages();
    await editDocument(甲, ref, contact({ name: '联系人甲' }));
    await editDocument(乙, ref, contact({ phone: '0371-1' }));
    expect(await undoDocument(甲, ref)).toMatchObject({ canUndo: false, canRedo: true });
    expect((await onDisk(file)).unit.contact).toEqual({ name: '', phone: '0371-1' });
    expect(await openDocument(乙, ref)).toMatchObject({ canUndo: true, canRedo: false });
    await editDocument(乙, ref, reason('乙'));
    await undoDocument(甲, ref, 'redo');
    expect((await onDisk(file)).unit.contact).toEqual({ name: '联系人甲', phone: '0371-1' });
    const nothing = await failureOf(甲.call('changeDocument', { ...ref, step: { do: 'redo' } }));
    expect(nothing?.code).toBe('nothing-to-undo');
  });

  it('never take back what the other has written over since: that is said, and the step before is next', async () => {
    const { 甲, 乙, ref, file } = await twoPages();
    await editDocument(甲, ref, contact({ name: '联系人甲' }));
    await editDocument(甲, ref, reason('甲'));
    await editDocument(乙, ref, reason('乙'));
    const refused = await failureOf(甲.call('changeDocument', { ...ref, step: { do: 'undo' } }));
    expect(refused).toMatchObject({ code: 'undo-overtaken' });
    expect((await onDisk(file)).entries['1.1']?.reason).toBe('乙');
    await undoDocument(甲, ref);
    expect(await onDisk(file)).toMatchObject({
      unit: { contact: { name: '' } },
      entries: { '1.1': { reason: '乙' } },
    });
  });

  it('learn of a change by asking, which costs next to nothing', async () => {
    const { 甲, 乙, ref } = await twoPages();
    const { revision } = await openDocument(甲, ref);
    const now = async () => {
      const reply = await 甲.call('documentNow', { ref });
      return reply.ok ? reply.value : undefined;
    };
    expect(await now()).toEqual({ revision, outside: false });
    const { revision: next } = await editDocument(乙, ref, reason('乙'));
    expect(next).not.toBe(revision);
    expect(await now()).toEqual({ revision: next, outside: false });
  });
});

describe('a file that another program has replaced while it is open', () => {
  async function replaced(change: (stored: Assessment) => unknown) {
    const all = await twoPages();
    const { 甲, ref, file } = all;
    await editDocument(甲, ref, reason('这里早先写的'));
    const earlier = await onDisk(file);
    await editDocument(甲, ref, reason('这里的', '1.2'));
    const outside = async (from: Assessment) => writeFile(file, JSON.stringify(change(from)));
    const compare = async () => {
      const reply = await 甲.call('compareOutside', { ref });
      if (!reply.ok) throw new Error(reply.failure.code);
      return (reply.value as { differences: { place: string; name: string; takes: string }[] }).differences;
    };
    const take = (picks: object) => 甲.call('takeOutside', { ref, picks });
    return { ...all, earlier, outside, compare, take };
  }
  const withReason = (code: string, text: string) => (stored: Assessment) => ({
    ...stored,
    entries: { ...stored.entries, [code]: { state: 'unscored', reason: text, evidence: [] } },
  });

  it('is never written over, and shows place by place what is there', async () => {
    const { 甲, ref, file, outside, compare } = await replaced(withReason('加1', '那边的'));
    await outside(await onDisk(file));
    const late = { do: 'edit', edit: contact({ name: '张' }), base: { contact: { name: '' } } };
    expect(await failureOf(甲.call('changeDocument', { ...ref, step: late }))).toMatchObject({
      code: 'changed-outside',
    });
    expect((await onDisk(file)).entries['加1']?.reason).toBe('那边的');
    const now = await 甲.call('documentNow', { ref });
    expect(now).toMatchObject({ value: { outside: true } });
    expect(await compare()).toMatchObject([{ local: '', remote: '那边的', takes: 'remote' }]);
  });

  it('is taken in as one step of undo; both versions stay among the backups', async () => {
    const { 甲, ref, file, folder, outside, take } = await replaced(withReason('加1', '那边的'));
    await outside(await onDisk(file));
    await take({});
    expect((await onDisk(file)).entries).toMatchObject({
      '1.1': { reason: '这里早先写的' },
      '1.2': { reason: '这里的' },
      加1: { reason: '那边的' },
    });
    const backups = (await readdir(join(folder, 'backups'))).map((name) => name.replace(/^[\d-]+/, ''));
    expect(backups).toEqual(expect.arrayContaining(['outside.json', 'here.json']));
    await undoDocument(甲, ref);
    expect((await onDisk(file)).entries['加1']?.reason ?? '').toBe('');
    expect((await onDisk(file)).entries['1.2']?.reason).toBe('这里的');
  });

  it('loses no change of this side where the other went on from an earlier state', async () => {
    const { file, earlier, outside, compare, take } = await replaced(withReason('加1', '那边的'));
    await outside(earlier);
    expect(await compare()).toMatchObject([
      { local: '这里的', takes: 'local' },
      { remote: '那边的', takes: 'remote' },
    ]);
    await take({});
    expect((await onDisk(file)).entries).toMatchObject({
      '1.2': { reason: '这里的' },
      加1: { reason: '那边的' },
    });
  });

  it('is asked about where both changed one place, and waits for the pick', async () => {
    const { file, earlier, outside, compare, take } = await replaced(withReason('1.2', '那边的'));
    await outside(earlier);
    const [asked] = await compare();
    expect(asked).toMatchObject({ local: '这里的', remote: '那边的', takes: 'ask' });
    expect(await failureOf(take({}))).toMatchObject({ code: 'changed-outside' });
    expect((await onDisk(file)).entries['1.2']?.reason).toBe('那边的');
    await take({ [asked?.place ?? '']: 'remote' });
    expect((await onDisk(file)).entries['1.2']?.reason).toBe('那边的');
    expect(await compare()).toEqual([]);
  });

  it('is put aside where it cannot be read, and what is open is written in its place', async () => {
    const { file, folder, compare, take } = await replaced((stored) => stored);
    const ours = await readFile(file);
    await writeFile(file, ours.subarray(0, 50));
    expect(await compare()).toMatchObject([{ takes: 'local' }]);
    await take({});
    expect((await onDisk(file)).entries['1.2']?.reason).toBe('这里的');
    expect((await readdir(folder)).filter((name) => name.includes('damaged'))).toHaveLength(1);
  });

  it('is nobody’s change where only its form is another', async () => {
    const { 甲, ref, file } = await replaced((stored) => stored);
    await writeFile(file, `\uFEFF${JSON.stringify(await onDisk(file), undefined, 2)}\n`);
    await editDocument(甲, ref, reason('接着写'));
    expect((await onDisk(file)).entries['1.1']?.reason).toBe('接着写');
  });
});
