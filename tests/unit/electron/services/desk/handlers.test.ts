import { mkdir, readdir, readFile, writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import { campaignSchema } from '../../../../../shared/campaign/schema.ts';
import {
  type CallName,
  type CallOutput,
  contract,
  type JobStatus,
} from '../../../../../shared/contract/contract.ts';
import { type Fixture, tempFolder } from '../package/fixture.ts';
import { deskCampaign, folderOf, packageFile, unitFixture } from './fixture.ts';
import {
  closeDocument,
  deskRef,
  editDocument,
  editInput,
  openDocument,
  reviewRef,
  undoDocument,
} from '../../../documents.ts';

const LEADING_OUT = {
  id: '22222222-2222-4222-8222-222222222222',
  photos: [{ sha256: 'a'.repeat(64), bytes: 1, fileName: '../../x.exe', mediaType: 'image/png' }],
};

let host: Host;
let root: string;
let unit: Fixture;
let id: string;
let inbox: string;

async function ask<N extends CallName>(name: N, input: unknown, at = host): Promise<CallOutput<N>> {
  const reply = await at.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
}

async function code(name: CallName, input: unknown): Promise<string> {
  const reply = await host.call(name, input);
  return reply.ok ? 'ok' : reply.failure.code;
}

async function finished(jobId: string): Promise<JobStatus> {
  const end = async (): Promise<JobStatus> => {
    const status = await ask('jobStatus', { jobId });
    expect(status.state).not.toBe('running');
    return status;
  };
  return vi.waitFor(end, { timeout: 20_000, interval: 20 });
}

/** Imports packages and answers their keys. */
async function bring(...paths: string[]): Promise<string[]> {
  const tokens = paths.map((path) =>
    host.offerFile({ path, name: path.split('/').at(-1) ?? '', ownership: 'borrowed' }),
  );
  const { jobId } = await ask('importPackages', { id, tokens, receivedOn: '2026-11-20' });
  const { result } = await finished(jobId);
  if (result?.kind !== 'deskImport') throw new Error('The import failed');
  return result.outcomes.map(({ receipt }) => receipt?.key ?? '');
}

function newHost(): Host {
  const resources = join(root, '..', 'resources');
  const made = createHost({ root, resources, door: 'local', version: '0.0.0' });
  onTestFinished(() => made.close());
  return made;
}

beforeEach(async () => {
  const home = await tempFolder();
  root = join(home, '标兵自评');
  unit = await unitFixture({ name: '甲局' });
  for (const [folder, name, bytes] of [
    ['standards', 'test.json', unit.standardBytes],
    ['campaigns', 'test.json', JSON.stringify(z.encode(campaignSchema, deskCampaign()))],
  ] as const) {
    await mkdir(join(home, 'resources/scoring-standards', folder), { recursive: true });
    await writeFile(join(home, 'resources/scoring-standards', folder, name), bytes);
  }
  host = newHost();
  inbox = await folderOf('收到');
  id = (await ask('createDesk', { title: '第二批', standardId: 'test', campaignId: 'test' })).id;
});

describe('a desk through the contract', () => {
  it('lies in a folder that the user sees, and is found again by another run', async () => {
    const [key] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    await host.close();
    host = newHost();
    const { desks } = await ask('listDesks', {});
    expect(desks).toMatchObject([{ id, title: '第二批', campaign: '测试活动', packages: 1 }]);
    expect(desks[0]?.folder).toContain(join(root, '核验台'));
    const opened = await openDocument(host, deskRef(id));
    expect(opened.candidates.map((each) => each.key)).toEqual([key]);
    expect(opened.standard.id).toBe('test');
    expect(
      await code('openDocument', { ref: { document: 'desk', id: '11111111-1111-4111-8111-111111111111' } }),
    ).toBe('desk-unknown');
  });

  it('is refused to a second program while it is open', async () => {
    await openDocument(host, deskRef(id));
    const second = newHost();
    const reply = await second.call('openDocument', { ref: deskRef(id) });
    expect(reply).toMatchObject({
      ok: false,
      failure: { code: 'locked', message: expect.stringContaining('核验台') as string },
    });
    await closeDocument(host, deskRef(id));
    expect((await second.call('openDocument', { ref: deskRef(id) })).ok).toBe(true);
  });

  it('verifies an item, journals it, writes that package alone, and undoes it', async () => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const place = { deskId: id, key };
    const { folder } = await openDocument(host, deskRef(id));
    const deskBefore = await readFile(join(folder, 'desk.json'), 'utf8');
    const edit = (change: unknown) => editDocument(host, reviewRef(place), change);
    await edit({ kind: 'agree', codes: ['1.1', '1.2'] });
    const { candidate } = await edit({ kind: 'score', code: '1.2', input: { kind: 'award', points: '40' } });
    expect(candidate).toMatchObject({ verifiedScore: 9000, delta: -500, state: 'reviewing' });
    expect(candidate.findings.map((each) => each.code)).toContain('reasonMissing');
    const done = await edit({ kind: 'setReason', code: '1.2', reason: '台账缺一个月' });
    expect(done.candidate.state).toBe('done');

    const undone = await undoDocument(host, reviewRef(place));
    expect(undone.candidate.state).toBe('reviewing');
    expect((await undoDocument(host, reviewRef(place), 'redo')).value.entries['1.2']?.reason).toBe(
      '台账缺一个月',
    );
    expect(await code('changeDocument', { ...reviewRef(place), step: { do: 'redo' } })).toBe(
      'nothing-to-undo',
    );

    const files = await readdir(join(folder, 'packages', key));
    expect(files).toEqual(expect.arrayContaining(['journal.jsonl', 'review.json', 'original.zip']));
    const journal = await readFile(join(folder, 'packages', key, 'journal.jsonl'), 'utf8');
    expect(
      journal
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { what: string }).what),
    ).toEqual(['agree', 'score', 'setReason', 'undo', 'redo']);
    expect(await readFile(join(folder, 'desk.json'), 'utf8')).toBe(deskBefore);
    const { assessment } = await openDocument(host, reviewRef(place));
    expect(assessment.entries['1.2']?.input).toEqual({ kind: 'award', points: 4500 });
  });

  it('refuses codes that the standard lacks, evidence of another item, and unknown packages', async () => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const edit = (change: unknown) =>
      code('changeDocument', editInput(reviewRef({ deskId: id, key }), change));
    expect(await edit({ kind: 'agree', codes: ['9.9'] })).toBe('edit-refused');
    const sha256 = 'f'.repeat(64);
    expect(await edit({ kind: 'decideEvidence', code: '1.1', sha256, decision: 'accepted' })).toBe(
      'edit-refused',
    );
    expect(await code('openDocument', { ref: reviewRef({ deskId: id, key: '0'.repeat(16) }) })).toBe(
      'package-unknown',
    );
    expect(await code('openDocument', { ref: reviewRef({ deskId: id, key: '../../etc' }) })).toBe(
      'bad-input',
    );
  });

  it('shows evidence beside the item: one entry unpacked, checked, typed by its content', async () => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const picture = unit.assessment.evidence.find(({ fileName }) => fileName === '培训照片.jpg')!;
    const found = await host.evidenceFile(`${id}.${key}`, picture.sha256);
    expect(found).toMatchObject({ fileName: '培训照片.jpg', mediaType: 'image/jpeg', bytes: 6 });
    expect(await readFile(found!.path)).toEqual(Buffer.from([0xff, 0xd8, 0xff, 1, 2, 3]));
    const report = unit.assessment.evidence.find(({ fileName }) => fileName.endsWith('.docx'))!;
    // The package calls it text/plain; it begins as nothing that it claims to be.
    expect((await host.evidenceFile(`${id}.${key}`, report.sha256))?.mediaType).toBe(
      'application/octet-stream',
    );
    const both = [picture, picture].map(({ sha256 }) => host.evidenceFile(`${id}.${key}`, sha256));
    expect(await Promise.all(both)).toEqual([found, found]);
    for (const wrong of [`${id}.${'0'.repeat(16)}`, `${id}.../x`, `${id}.`, 'x.y']) {
      expect(await host.evidenceFile(wrong, picture.sha256)).toBeUndefined();
    }
    expect(await host.evidenceFile(`${id}.${key}`, '0'.repeat(64))).toBeUndefined();
    const { folder } = await openDocument(host, deskRef(id));
    await closeDocument(host, deskRef(id));
    expect(await readdir(folder)).not.toContain('cache');
  });

  it('says so where an original was changed after it came in', async () => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const { folder } = await openDocument(host, deskRef(id));
    await writeFile(join(folder, 'packages', key, 'original.zip'), 'x');
    expect(await code('openDocument', { ref: reviewRef({ deskId: id, key }) })).toBe('original-changed');
    // Whole in itself, but another unit's.
    const other = await packageFile(await unitFixture({ name: '乙局' }), inbox, '乙.zip');
    await writeFile(join(folder, 'packages', key, 'original.zip'), await readFile(other.path));
    expect(await code('openDocument', { ref: reviewRef({ deskId: id, key }) })).toBe('original-changed');
  });

  it('compares the seal code with the one on paper, however it is typed', async () => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const place = { deskId: id, key };
    const { sealCode } = await ask('compareSeal', { ...place, typed: '' });
    const equal = async (typed: string) => (await ask('compareSeal', { ...place, typed })).equal;
    expect(await equal(sealCode)).toBe(true);
    expect(await equal(` ${sealCode.toLowerCase().replaceAll('-', ' ')} `)).toBe(true);
    expect(await equal(sealCode.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(true);
    const last = sealCode.endsWith('2') ? '3' : '2';
    expect(await equal(sealCode.slice(0, -1) + last)).toBe(false);
    expect(await equal('')).toBe(false);
  });

  it('keeps field photos with the package and shows them', async () => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const place = { deskId: id, key };
    const visit = { id: '22222222-2222-4222-8222-222222222222', date: '2026-11-21' };
    await editDocument(host, reviewRef(place), { kind: 'addFieldVisit', visit });
    const path = join(inbox, '现场.jpg');
    await writeFile(path, Buffer.from([0xff, 0xd8, 0xff, 9]));
    const token = host.offerFile({ path, name: '现场.jpg', ownership: 'borrowed' });
    const job = await ask('addVisitPhotos', { ...place, visitId: visit.id, tokens: [token] });
    const { result } = await finished(job.jobId);
    const photo = result?.kind === 'deskPhotos' ? result.outcomes[0]?.photo : undefined;
    expect(photo).toMatchObject({ fileName: '现场.jpg', mediaType: 'image/jpeg', bytes: 4 });
    expect(await host.evidenceFile(`${id}.${key}`, photo!.sha256)).toMatchObject({ bytes: 4 });
    // Editing the visit's words keeps its photos.
    const { value: review } = await editDocument(host, reviewRef(place), {
      kind: 'setFieldVisit',
      id: visit.id,
      visit: { findings: [{ code: '1.1', text: '属实' }] },
    });
    expect(review.fieldVisits).toMatchObject([{ photos: [photo], findings: [{ text: '属实' }] }]);
    const told = async () =>
      (await openDocument(host, reviewRef(place))).notices.map(({ message }) => message);
    expect(await told()).toEqual([]);
    const { folder } = await openDocument(host, deskRef(id));
    await rm(join(folder, 'packages', key, 'files'), { recursive: true });
    expect(await told()).toEqual(['实地核验的 1 张照片不见了：“现场.jpg”，可能在程序外被删除或移走。']);
  });

  it('refuses a program as a field photo and keeps nothing of it', async () => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const place = { deskId: id, key };
    const visit = { id: '22222222-2222-4222-8222-222222222222', date: '2026-11-21' };
    await editDocument(host, reviewRef(place), { kind: 'addFieldVisit', visit });
    const path = join(inbox, '现场.jpg');
    await writeFile(path, Buffer.from('\x7fELF\x02\x01', 'latin1'));
    const tokens = ['现场.jpg', '现场.jpg.exe'].map((name) =>
      host.offerFile({ path, name, ownership: 'borrowed' }),
    );
    const job = await ask('addVisitPhotos', { ...place, visitId: visit.id, tokens });
    const { result } = await finished(job.jobId);
    if (result?.kind !== 'deskPhotos') throw new Error('no outcome');
    expect(result.outcomes.map(({ failure }) => failure?.code)).toEqual(['executable', 'executable']);
    expect(result.saved.value.fieldVisits).toMatchObject([{ photos: [] }]);
    const photos = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('/files'));
    expect(photos).toHaveLength(1);
    expect(await readdir(join(root, photos[0] ?? ''))).toEqual([]);
  });

  it("merges a colleague's review of the same package, conflicts by picks, as one step of undo", async () => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const place = { deskId: id, key };
    const edit = (change: unknown) => editDocument(host, reviewRef(place), change);
    await edit({ kind: 'agree', codes: ['1.1'] });
    const file = await ask('exportReview', place);
    const path = join(file.folder, file.fileName);
    expect(await host.downloadFile(file.token)).toMatchObject({ path });

    const theirs = JSON.parse(await readFile(path, 'utf8')) as { entries: Record<string, unknown> };
    const award = (points: string) => ({
      state: 'scored',
      input: { kind: 'award', points },
      reason: '核对台账',
    });
    theirs.entries = { '1.1': award('48'), '1.2': award('45') };
    await writeFile(path, JSON.stringify({ ...theirs, reviewers: ['乙'] }));
    const token = host.offerFile({ path, name: file.fileName, ownership: 'borrowed' });
    const { differences, reviewers, shown } = await ask('compareReview', { ...place, token });
    expect(reviewers).toEqual(['乙']);
    expect(differences.map(({ path: at }) => at)).toEqual(['entry:1.1', 'entry:1.2']);
    expect(await code('mergeReview', { ...place, token, shown, picks: {} })).toBe('edit-refused');
    const picks = { 'entry:1.1': 'theirs' };
    const merged = await ask('mergeReview', { ...place, token, shown, picks });
    expect(merged.candidate.verifiedScore).toBe(9300);
    expect((await undoDocument(host, reviewRef(place))).value.entries).toEqual({
      '1.1': expect.objectContaining({ state: 'scored' }) as unknown,
    });

    const other = await packageFile(await unitFixture({ name: '乙局' }), inbox, '乙.zip');
    const [second = ''] = await bring(other.path);
    const again = host.offerFile({ path, name: 'x.json', ownership: 'borrowed' });
    expect(await code('compareReview', { deskId: id, key: second, token: again })).toBe('review-of-another');
    const junk = host.offerFile({ path: other.path, name: 'x.zip', ownership: 'borrowed' });
    expect(await code('compareReview', { ...place, token: junk })).toBe('not-a-review');
  });

  it('refuses picks that were made on something else than what another page has saved since', async () => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const place = { deskId: id, key };
    const conclude = (conclusion: string) =>
      editDocument(host, reviewRef(place), { kind: 'setConclusion', conclusion });
    await conclude('这一页看到的');
    const { folder, fileName } = await ask('exportReview', place);
    const path = join(folder, fileName);
    const review = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...review, conclusion: '同事的' }));
    const token = host.offerFile({ path, name: fileName, ownership: 'borrowed' });
    const picks = { conclusion: 'theirs' };
    const { shown } = await ask('compareReview', { ...place, token });
    await conclude('另一页后来写的');
    expect(await code('mergeReview', { ...place, token, picks, shown })).toBe('merge-stale');
    const now = await ask('compareReview', { ...place, token });
    expect(now.differences).toMatchObject([{ ours: '另一页后来写的', theirs: '同事的' }]);
    await writeFile(path, JSON.stringify({ ...review, conclusion: '同事改过的' }));
    expect(await code('mergeReview', { ...place, token, picks, shown: now.shown })).toBe('merge-stale');
    const last = await ask('compareReview', { ...place, token });
    const { value } = await ask('mergeReview', { ...place, token, picks, shown: last.shown });
    expect(value.conclusion).toBe('同事改过的');
  });

  it.each<[what: string, spoil: (review: Record<string, unknown>) => string | Buffer]>([
    ['nested as deep as it is long', () => `${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}`],
    ['with more faults than a list of them can hold', () => `[${'{"entries":1},'.repeat(2_000_000)}1]`],
    [
      'with a million wrong entries',
      (review) =>
        JSON.stringify({
          ...review,
          entries: Object.fromEntries(Array.from({ length: 400_000 }, (_, n) => [`${n}`, 1])),
        }),
    ],
    ['longer than any', () => Buffer.alloc(33 * 2 ** 20, ' ')],
    ['a photo whose name leads out', (review) => JSON.stringify({ ...review, fieldVisits: [LEADING_OUT] })],
    ['empty', () => ''],
    ['no JSON', () => Buffer.from([0xff, 0xfe, 0])],
  ])('refuses a colleague’s file that is none, in words: %s', async (_what, spoil) => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const place = { deskId: id, key };
    const file = await ask('exportReview', place);
    const path = join(file.folder, file.fileName);
    const review = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    await writeFile(path, spoil(review));
    const token = host.offerFile({ path, name: 'x.json', ownership: 'borrowed' });
    expect(await code('compareReview', { ...place, token })).toBe('not-a-review');
    expect(await code('mergeReview', { ...place, token, shown: '', picks: {} })).toBe('not-a-review');
  });

  it('takes of a colleague’s file only what is about this package', async () => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const place = { deskId: id, key };
    const file = await ask('exportReview', place);
    const path = join(file.folder, file.fileName);
    const review = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    const strange = {
      state: 'pending',
      evidence: { ['f'.repeat(64)]: { decision: 'rejected', reason: '无' } },
    };
    await writeFile(path, JSON.stringify({ ...review, entries: { '1.1': strange, '9.9': strange } }));
    const token = host.offerFile({ path, name: 'x.json', ownership: 'borrowed' });
    expect((await ask('compareReview', { ...place, token })).differences).toEqual([]);
  });

  it('writes no file out of its folder or over another, whatever a unit calls itself', async () => {
    const long = '长'.repeat(100);
    const units = ['../../甲', 'CON', long, long].map((name) => unitFixture({ name }));
    const paths = [];
    for (const [n, each] of (await Promise.all(units)).entries()) {
      paths.push((await packageFile(each, inbox, `${n}.zip`)).path);
    }
    const keys = await bring(...paths);
    const folders = new Set<string>();
    for (const key of keys) folders.add((await ask('exportReview', { deskId: id, key })).folder);
    const [folder = ''] = folders;
    expect(folders.size).toBe(1);
    const names = await readdir(folder);
    expect(names).toHaveLength(keys.length);
    for (const name of names) expect(name).toMatch(/^核验记录_.*_[0-9a-f]{16}_[\d-]+\.json$/u);
    expect(await readdir(join(root, '..'))).toEqual(['resources', '标兵自评']);
  });

  it('compares units and adds up where the batch loses points', async () => {
    const other = await packageFile(await unitFixture({ name: '乙局', points: 4000 }), inbox, '乙.zip');
    const keys = await bring((await packageFile(unit, inbox, '甲.zip')).path, other.path);
    const packages = keys.map((key) => ({ deskId: id, key }));
    const { columns, rows } = await ask('compareCandidates', { packages });
    expect(columns.map(({ title, self }) => [title, self])).toEqual([
      ['甲局 第1版', 9500],
      ['乙局 第1版', 9000],
    ]);
    expect(rows.find((row) => row.code === '1.2')).toMatchObject({ differs: true });
    const heat = await ask('deskHeat', { id });
    expect(heat.rows.map(({ code: at, lost, share }) => [at, lost, share])).toEqual([
      ['1', 1500, 750],
      ['1.1', 0, 0],
      ['1.2', 1500, 1500],
    ]);
  });

  it('chooses and adjusts with reasons, in the journal, and undoes it', async () => {
    const [key = ''] = await bring((await packageFile(unit, inbox, '甲.zip')).path);
    const edit = (change: unknown) => editDocument(host, deskRef(id), change);
    await edit({ kind: 'choose', choice: { key, reason: '集体研究' } });
    const { value: desk } = await edit({
      kind: 'adjustRank',
      adjustment: { key, place: 1, reason: '并列时现场更好' },
    });
    expect(desk.choices).toEqual([{ key, reason: '集体研究' }]);
    expect((await undoDocument(host, deskRef(id))).value.adjustments).toEqual([]);
    expect((await undoDocument(host, deskRef(id), 'redo')).value.adjustments).toHaveLength(1);
    await edit({ kind: 'unchoose', key, reason: '单位放弃' });
    const { folder } = await openDocument(host, deskRef(id));
    expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toContain('unchoose：单位放弃');
    const unknown = { kind: 'choose', choice: { key: '0'.repeat(16), reason: '' } };
    expect(await code('changeDocument', editInput(deskRef(id), unknown))).toBe('package-unknown');
  });
});
