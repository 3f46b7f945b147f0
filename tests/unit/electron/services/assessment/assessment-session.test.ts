import { type FileHandle, mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { assessmentDocument } from '../../../../../shared/assessment/document.ts';
import { applyEdit, type Edit } from '../../../../../shared/assessment/edits.ts';
import type { Assessment } from '../../../../../shared/assessment/schema.ts';
import { AssessmentSession } from '../../../../../electron/services/assessment/assessment-session.ts';
import {
  readAssessmentFolder,
  writeNewAssessmentFolder,
} from '../../../../../electron/services/assessment/assessment-folder.ts';
import { backupNames, readBackup } from '../../../../../electron/services/document/backups.ts';
import { renameWithRetry } from '../../../../../electron/services/files/files.ts';
import { assessmentFolder, failureCode, newAssessment, temporaryFolder } from '../fixture.ts';

const reason = (text: string): Edit => ({ kind: 'setReason', code: '1.1', reason: text });
const reasonOf = (assessment: Assessment): string | undefined => assessment.entries['1.1']?.reason;

async function save(store: AssessmentSession, text: string): Promise<void> {
  await store.document.change('setReason', (a) => applyEdit(a, reason(text), '2026-11-20T02:00:00.000Z'));
}

/** Saved "first", then "second": the previous copy holds "first". */
async function savedTwice(): Promise<string> {
  const folder = await assessmentFolder();
  const store = await AssessmentSession.open(folder);
  await save(store, 'first');
  await save(store, 'second');
  await store.close();
  return folder;
}

async function openedReason(folder: string): Promise<{ reason: string | undefined; notices: string[] }> {
  const store = await AssessmentSession.open(folder);
  const seen = { reason: reasonOf(store.assessment), notices: store.notices.map(({ code }) => code) };
  await store.close();
  return seen;
}

const main = (folder: string): string => join(folder, 'assessment.json');
const previous = (folder: string): string => join(folder, 'assessment.previous.json');

describe('reading an assessment folder', () => {
  it('gives back what was saved, with scores as hundredths inside and decimal text outside', async () => {
    const folder = await assessmentFolder();
    const store = await AssessmentSession.open(folder);
    const score: Edit = { kind: 'score', code: '1.1', input: { kind: 'award', points: 450 } };
    await store.document.change('score', (a) => applyEdit(a, score, '2026-11-20T02:00:00.000Z'));
    await store.close();
    expect(await readFile(main(folder), 'utf8')).toContain('"points":"4.50"');
    const { assessment, notices } = await readAssessmentFolder(folder);
    expect(assessment.entries['1.1']?.input).toEqual({ kind: 'award', points: 450 });
    expect(notices).toEqual([]);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['emptied', () => ''],
    ['filled with zeros by a power cut', (text: string) => '\0'.repeat(text.length)],
    ['valid JSON of another kind', () => '{"version":1}'],
  ])('takes the previous copy where the file is %s, keeps the bad one and says so', async (_, damage) => {
    const folder = await savedTwice();
    const bad = damage(await readFile(main(folder), 'utf8'));
    await writeFile(main(folder), bad);

    const readOnly = await readAssessmentFolder(folder);
    expect(reasonOf(readOnly.assessment)).toBe('first');
    expect(readOnly.notices.map(({ code }) => code)).toEqual(['recovered']);
    expect(await readFile(main(folder), 'utf8')).toBe(bad); // reading alone changes nothing

    expect(await openedReason(folder)).toEqual({ reason: 'first', notices: ['recovered'] });
    const aside = (await readdir(folder)).filter((name) => name.startsWith('assessment.damaged-'));
    expect(aside).toHaveLength(1);
    expect(await readFile(join(folder, aside[0] ?? ''), 'utf8')).toBe(bad);
    expect(await openedReason(folder)).toEqual({ reason: 'first', notices: [] });
  });

  it('takes the previous copy where the file is gone', async () => {
    const folder = await savedTwice();
    await rm(main(folder));
    expect(await openedReason(folder)).toEqual({ reason: 'first', notices: ['recovered'] });
  });

  it('reads a file that an editor saved with a byte order mark', async () => {
    const folder = await savedTwice();
    await writeFile(main(folder), `\uFEFF${await readFile(main(folder), 'utf8')}`);
    expect(await openedReason(folder)).toEqual({ reason: 'second', notices: [] });
  });

  it('refuses where both copies are unreadable, and leaves both as they are', async () => {
    const folder = await savedTwice();
    await writeFile(main(folder), '{');
    await writeFile(previous(folder), '{');
    expect(await failureCode(AssessmentSession.open(folder))).toBe('assessment-unreadable');
    expect(await readFile(main(folder), 'utf8')).toBe('{');
    expect(await readFile(previous(folder), 'utf8')).toBe('{');
    expect(await readdir(folder)).not.toContain('.lock');
  });

  it('refuses a file of a newer version instead of falling back to older work', async () => {
    const folder = await savedTwice();
    const newer = { ...JSON.parse(await readFile(main(folder), 'utf8')), version: 99 };
    await writeFile(main(folder), JSON.stringify(newer));
    expect(await failureCode(AssessmentSession.open(folder))).toBe('assessment-newer');
    expect(JSON.parse(await readFile(main(folder), 'utf8'))).toEqual(newer);
  });

  it('migrates an older version after backing it up', async () => {
    const folder = await savedTwice();
    const old = JSON.stringify({ ...JSON.parse(await readFile(main(folder), 'utf8')), version: 0 });
    await writeFile(main(folder), old);
    expect(await openedReason(folder)).toEqual({ reason: 'second', notices: ['migrated'] });
    expect(JSON.parse(await readFile(main(folder), 'utf8')).version).toBe(2);
    const backup = (await backupNames(folder)).find((name) => name.endsWith('-migration.json'));
    expect(await readFile(join(folder, 'backups', backup ?? ''), 'utf8')).toBe(old);
    expect(await openedReason(folder)).toEqual({ reason: 'second', notices: [] });
  });

  it('refuses a changed or missing standard, and a folder that holds nothing', async () => {
    const folder = await savedTwice();
    await writeFile(join(folder, 'standard.json'), '{}');
    expect(await failureCode(readAssessmentFolder(folder))).toBe('standard-unreadable');
    await rm(join(folder, 'standard.json'));
    expect(await failureCode(readAssessmentFolder(folder))).toBe('standard-unreadable');
    expect(await failureCode(readAssessmentFolder(await temporaryFolder()))).toBe('not-found');
  });
});

describe('saving', () => {
  /** The disk takes `writes` more writes and half of the next, then nothing, until it is emptied. */
  async function fillDisk(folder: string, writes: number): Promise<{ empty: () => void }> {
    const probe = await open(main(folder), 'r');
    const handle = Object.getPrototypeOf(probe) as FileHandle;
    await probe.close();
    const original = Reflect.get(handle, 'writeFile');
    let left = writes;
    const full = vi.spyOn(handle, 'writeFile').mockImplementation(async function (this: FileHandle, data) {
      left -= 1;
      if (left >= 0) return original.call(this, data);
      const bytes = Buffer.from(data as string);
      if (left === -1) await original.call(this, bytes.subarray(0, bytes.length / 2));
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
    return { empty: () => full.mockRestore() };
  }

  it.each([
    ['the journal', 0],
    ['the new state', 1],
  ])(
    'keeps memory, disk and journal at the last saved state when the disk is full for %s',
    async (_, writes) => {
      const folder = await assessmentFolder();
      const store = await AssessmentSession.open(folder);
      await save(store, 'saved');
      const journal = await readFile(join(folder, 'journal.jsonl'), 'utf8');
      const disk = await fillDisk(folder, writes);
      expect(await failureCode(save(store, 'lost'))).toBe('disk-full');
      disk.empty();
      expect(reasonOf(store.assessment)).toBe('saved');
      expect(reasonOf((await readAssessmentFolder(folder)).assessment)).toBe('saved');
      expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toBe(journal);
      expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      await save(store, 'with room again');
      await store.close();
      expect((await openedReason(folder)).reason).toBe('with room again');
    },
  );

  it.skipIf(process.getuid?.() === 0)('says so where the folder is read-only', async () => {
    const folder = await assessmentFolder();
    const store = await AssessmentSession.open(folder);
    await save(store, 'saved');
    const { chmod } = await import('node:fs/promises');
    await chmod(folder, 0o555);
    expect(await failureCode(save(store, 'lost'))).toBe('no-permission');
    expect(reasonOf(store.assessment)).toBe('saved');
    await chmod(folder, 0o755);
    await store.close();
  });

  it('waits for a virus scanner that holds the file, and gives up in the end', async () => {
    const busy = Object.assign(new Error('busy'), { code: 'EBUSY' });
    let attempts = 0;
    await renameWithRetry('a', 'b', () => {
      attempts += 1;
      return attempts < 4 ? Promise.reject(busy) : Promise.resolve();
    });
    expect(attempts).toBe(4);
    await expect(renameWithRetry('a', 'b', () => Promise.reject(busy))).rejects.toBe(busy);
    const gone = Object.assign(new Error('gone'), { code: 'ENOENT' });
    attempts = 0;
    await expect(
      renameWithRetry('a', 'b', () => {
        attempts += 1;
        return Promise.reject(gone);
      }),
    ).rejects.toBe(gone);
    expect(attempts).toBe(1);
  });

  it('writes who changed what, with the changed parts alone', async () => {
    const folder = await assessmentFolder({ unit: { ...newAssessment().unit, name: '甲' } });
    const store = await AssessmentSession.open(folder);
    await save(store, '一');
    await save(store, '一'); // changes nothing: no line
    await save(store, '二');
    await store.close();
    const lines = (await readFile(join(folder, 'journal.jsonl'), 'utf8')).trim().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-.*Z$/),
        who: expect.any(String),
        what: 'setReason',
        before: {},
        after: { entries: { '1.1': { state: 'unscored', reason: '一', evidence: [] } } },
      },
      expect.objectContaining({
        before: { entries: { '1.1': { reason: '一' } } },
        after: { entries: { '1.1': { reason: '二' } } },
      }),
    ]);
  });

  it('closes a half journal line that a power cut left', async () => {
    const folder = await assessmentFolder();
    await writeFile(join(folder, 'journal.jsonl'), '{"at":"20');
    const store = await AssessmentSession.open(folder);
    await save(store, '一');
    await store.close();
    const [half, whole] = (await readFile(join(folder, 'journal.jsonl'), 'utf8')).split('\n');
    expect(half).toBe('{"at":"20');
    expect(JSON.parse(whole ?? '')).toMatchObject({ what: 'setReason' });
  });
});

describe('backups', () => {
  it('keeps the state before the first save of each day, and the newest 20', async () => {
    let day = 1;
    const folder = await assessmentFolder();
    const store = await AssessmentSession.open(folder, { now: () => new Date(2026, 9, day, 9, 30) });
    for (day = 1; day <= 25; day += 1) {
      await save(store, `day ${day} morning`);
      await save(store, `day ${day} evening`);
    }
    await store.close();
    const names = await backupNames(folder);
    expect(names).toHaveLength(20);
    expect(names[0]).toBe('20261025-093000000-day.json');
    expect(reasonOf(await readBackup(assessmentDocument, folder, names[0] ?? ''))).toBe('day 24 evening');
  });

  it('reads no other file than a listed backup', async () => {
    const folder = await savedTwice();
    for (const name of ['../assessment.json', 'x.json', '', '/etc/passwd']) {
      expect(await failureCode(readBackup(assessmentDocument, folder, name))).toBe('backup-unknown');
    }
    const [name = ''] = await backupNames(folder);
    await writeFile(join(folder, 'backups', name), '{');
    expect(await failureCode(readBackup(assessmentDocument, folder, name))).toBe('backup-unreadable');
  });
});

describe('a new assessment folder', () => {
  it('never overwrites a folder that holds something, and takes an empty one', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'mine.txt'), 'mine');
    const content = { assessment: newAssessment(), standardBytes: Buffer.from('{}') };
    expect(await failureCode(writeNewAssessmentFolder(root, content))).toBe('exists');
    await mkdir(join(root, 'empty'));
    await writeNewAssessmentFolder(join(root, 'empty'), content);
    expect((await readdir(join(root, 'empty'))).sort()).toEqual([
      'assessment.json',
      'evidence',
      'standard.json',
    ]);
  });

  it('copies evidence by its hash and leaves nothing where a piece is another', async () => {
    const root = await temporaryFolder();
    const source = join(root, 'source.txt');
    await writeFile(source, 'changed');
    const evidence = [
      {
        sha256: 'a'.repeat(64),
        bytes: 7,
        fileName: 'x.txt',
        label: 'x',
        mediaType: 'text/plain',
        addedAt: '2026-11-20T01:00:00.000Z',
      },
    ];
    const content = {
      assessment: newAssessment({ evidence }),
      standardBytes: Buffer.from('{}'),
      evidence: () => source,
    };
    expect(await failureCode(writeNewAssessmentFolder(join(root, 'new'), content))).toBe('evidence-changed');
    expect(await readdir(root)).toEqual(['source.txt']);
  });
});
