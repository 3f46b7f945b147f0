import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AssessmentSession } from '../../../../../../electron/services/assessment/assessment-session.ts';
import { addEvidence } from '../../../../../../electron/services/assessment/evidence/add.ts';
import {
  orphanedEvidence,
  removeOrphans,
} from '../../../../../../electron/services/assessment/evidence/orphans.ts';
import type { OfferedFile } from '../../../../../../electron/services/base/file-tokens.ts';
import { checkEvidenceFiles } from '../../../../../../electron/services/files/evidence-check.ts';
import type { Evidence } from '../../../../../../shared/assessment/schema.ts';
import type { JobResult } from '../../../../../../shared/contract/contract.ts';
import { assessmentFolder, temporaryFolder } from '../../fixture.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An open assessment with evidence of these contents, by their file names. */
async function session(files: Readonly<Record<string, string>>, linkTo?: string): Promise<AssessmentSession> {
  const folder = await assessmentFolder();
  const opened = await AssessmentSession.open(folder);
  onTestFinished(() => opened.close());
  await add(opened, files, { linkTo });
  return opened;
}

type Outcomes = Extract<JobResult, { kind: 'evidence' }>['outcomes'];

async function add(
  opened: AssessmentSession,
  files: Readonly<Record<string, string>>,
  { linkTo, only }: { linkTo?: string | undefined; only?: string } = {},
): Promise<Outcomes> {
  const folder = await temporaryFolder();
  const offered: OfferedFile[] = [];
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
    offered.push({ path: join(folder, name), name, ownership: 'borrowed' });
  }
  const job = { signal: new AbortController().signal, step: () => undefined, progress: () => undefined };
  const now = () => new Date('2026-11-20T01:00:00.000Z');
  const result = await opened.evidence.aside(() =>
    addEvidence(opened, offered, { linkTo, only }, { now, job }),
  );
  return result.kind === 'evidence' ? result.outcomes : [];
}

const at = (opened: AssessmentSession, text: string): string => join(opened.evidenceFolder, sha256(text));

/** The state once everything has been read. */
async function readThrough(opened: AssessmentSession) {
  return vi.waitFor(
    async () => {
      const state = await opened.evidence.state();
      expect(state.checked).toBe(state.total);
      return state;
    },
    { timeout: 5000, interval: 5 },
  );
}

const HARM: [string, 'missing' | 'altered' | 'foreign', (path: string) => Promise<void>][] = [
  ['deleted', 'missing', (path) => rm(path)],
  ['cut off', 'altered', (path) => truncate(path, 3)],
  ['changed within its size', 'altered', (path) => writeFile(path, '乙的内容')],
  [
    'replaced by a link',
    'foreign',
    async (path) => {
      await rm(path);
      await symlink('/etc/hostname', path);
    },
  ],
  [
    'replaced by a folder',
    'foreign',
    async (path) => {
      await rm(path);
      await mkdir(path);
    },
  ],
];

describe('what the disk says of the evidence', () => {
  it('finds nothing where nothing is wrong, and says how much it has read', async () => {
    const opened = await session({ '甲.txt': '甲的内容', '乙.txt': '乙的' });
    expect(await readThrough(opened)).toEqual({ faults: [], checked: 2, total: 2 });
  });

  it.each(HARM)('names a file that was %s as %s', async (_, fault, harm) => {
    const opened = await session({ '甲.txt': '甲的内容', '好.txt': '好的' });
    await harm(at(opened, '甲的内容'));
    const expected = [{ sha256: sha256('甲的内容'), fault }];
    expect((await readThrough(opened)).faults).toEqual(expected);
    const { evidence } = opened.assessment;
    expect([...(await checkEvidenceFiles(opened.evidenceFolder, evidence))]).toEqual([
      [sha256('甲的内容'), fault],
    ]);
  });

  it('tells at the first answer of names and sizes, before anything is read', async () => {
    const opened = await session({ '甲.txt': '甲的内容', '乙.txt': '乙的' });
    await rm(at(opened, '甲的内容'));
    const { faults } = await opened.evidence.state();
    expect(faults).toEqual([{ sha256: sha256('甲的内容'), fault: 'missing' }]);
  });

  it('sees a file that is changed after it was read', async () => {
    const opened = await session({ '甲.txt': '甲的内容' });
    expect((await readThrough(opened)).faults).toEqual([]);
    await writeFile(at(opened, '甲的内容'), '乙的内容');
    expect((await readThrough(opened)).faults).toEqual([{ sha256: sha256('甲的内容'), fault: 'altered' }]);
  });

  it('closing ends the reading, and what is at work on the files goes first', async () => {
    const opened = await AssessmentSession.open(await assessmentFolder());
    await add(opened, { '大.txt': 'x'.repeat(30_000_000) });
    expect((await opened.evidence.state()).checked).toBe(0);
    await opened.evidence.aside(async () => {
      // Whatever was being read is let go before the job begins, and is not read while it runs.
      const before = (await opened.evidence.state()).checked;
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await opened.evidence.state()).checked).toBe(before);
    });
    await opened.evidence.state();
    const closing = performance.now();
    await opened.close();
    expect(performance.now() - closing).toBeLessThan(1000);
    expect(await readdir(opened.folder)).not.toContain('.lock');
  });
});

describe('putting the original file back', () => {
  it.each(HARM)('heals one that was %s, wherever the file is added', async (_, _fault, harm) => {
    const opened = await session({ '甲.txt': '甲的内容' }, '1.1');
    await harm(at(opened, '甲的内容'));
    await readThrough(opened);
    expect(await add(opened, { '同一份.txt': '甲的内容' })).toMatchObject([
      { outcome: 'healed', label: '甲', sha256: sha256('甲的内容') },
    ]);
    expect(await readThrough(opened)).toMatchObject({ faults: [] });
    expect(await readFile(at(opened, '甲的内容'), 'utf8')).toBe('甲的内容');
    expect(opened.assessment.evidence.map(({ fileName }) => fileName)).toEqual(['甲.txt']);
  });

  it('says healed for what was changed within its size, before anything was read', async () => {
    const opened = await session({ '方案.txt': '甲的内容' });
    await writeFile(at(opened, '甲的内容'), '乙的内容');
    const again = () => add(opened, { '方案.txt': '甲的内容' }, { only: sha256('甲的内容') });
    expect(await again()).toMatchObject([{ outcome: 'healed' }]);
    expect(await again()).toMatchObject([{ outcome: 'duplicate' }]);
  });

  it('takes the registered content under any name', async () => {
    const opened = await session({ '方案.txt': '甲的内容' });
    await rm(at(opened, '甲的内容'));
    expect(await add(opened, { '方案.exe': '甲的内容' }, { only: sha256('甲的内容') })).toMatchObject([
      { outcome: 'healed' },
    ]);
    expect(opened.assessment.evidence.map(({ fileName }) => fileName)).toEqual(['方案.txt']);
    expect(await add(opened, { '方案.exe': '甲的内容' })).toMatchObject([
      { failure: { code: 'executable' } },
    ]);
  });

  it.each([undefined, '甲的内容'])('makes the folder of the files anew where it is gone', async (only) => {
    const opened = await session({ '方案.txt': '甲的内容' });
    await rm(opened.evidenceFolder, { recursive: true });
    const wish = only === undefined ? {} : { only: sha256(only) };
    expect(await add(opened, { '方案.txt': '甲的内容' }, wish)).toMatchObject([{ outcome: 'healed' }]);
    expect((await readThrough(opened)).faults).toEqual([]);
    await rename(opened.folder, `${opened.folder}-moved`);
    expect(await add(opened, { '方案.txt': '甲的内容' }, wish)).toMatchObject([
      { failure: { code: 'folder-moved' } },
    ]);
    await rename(`${opened.folder}-moved`, opened.folder);
  });

  it('moves a folder that has something in it out of the way, and loses nothing of it', async () => {
    const opened = await session({ '方案.txt': '甲的内容' });
    const path = at(opened, '甲的内容');
    await rm(path);
    await mkdir(path);
    await writeFile(join(path, '别人的.txt'), '别人的');
    expect(await add(opened, { '别的.txt': '别的' })).toMatchObject([{ outcome: 'added' }]);
    expect(await readFile(join(path, '别人的.txt'), 'utf8')).toBe('别人的');
    expect(await add(opened, { '方案.txt': '甲的内容' })).toMatchObject([{ outcome: 'healed' }]);
    expect(await readFile(path, 'utf8')).toBe('甲的内容');
    const [aside = ''] = (await readdir(opened.folder)).filter((name) => name.includes('.folder-'));
    expect(aside).toMatch(/^[0-9a-f]{64}\.folder-\d{8}-\d{9}$/);
    expect(await readFile(join(opened.folder, aside, '别人的.txt'), 'utf8')).toBe('别人的');
  });

  it('takes only the registered content where it is asked for, and says what it refuses', async () => {
    const opened = await session({ '甲.txt': '甲的内容' });
    await rm(at(opened, '甲的内容'));
    const only = sha256('甲的内容');
    expect(await add(opened, { '甲.txt': '改过的' }, { only })).toMatchObject([
      { outcome: 'failed', failure: { code: 'not-the-original' } },
    ]);
    expect(opened.assessment.evidence).toHaveLength(1);
    expect(await readdir(opened.evidenceFolder)).toEqual([]);
    expect(await add(opened, { '甲.txt': '甲的内容' }, { only })).toMatchObject([{ outcome: 'healed' }]);
  });
});

describe('a corrected file of the same name', () => {
  it('is added and offered as a replacement, which is one step of undo and keeps the old bytes', async () => {
    const opened = await session({ '方案.txt': '旧的方案', '别的.txt': '别的' }, '1.1');
    const [added] = await add(opened, { '方案.TXT': '新的方案' }, { linkTo: '1.2' });
    const former = sha256('旧的方案');
    expect(added).toMatchObject({ outcome: 'added', namesakes: [{ sha256: former, label: '方案' }] });

    const by = opened.assessment.evidence.find((e) => e.sha256 === sha256('新的方案')) as Evidence;
    await opened.document.editNow({ kind: 'replaceEvidence', sha256: former, by });
    expect(opened.assessment.evidence.map((e) => e.sha256)).toEqual([by.sha256, sha256('别的')]);
    expect(opened.assessment.entries['1.1']?.evidence).toEqual([by.sha256, sha256('别的')]);
    const journal = (await readFile(join(opened.folder, 'journal.jsonl'), 'utf8')).trim().split('\n');
    const last = JSON.parse(journal.at(-1) ?? '') as { what: string; before: unknown; after: unknown };
    expect(last.what).toBe('replaceEvidence');
    expect(JSON.stringify(last.before)).toContain(former);
    expect(JSON.stringify(last.after)).toContain(by.sha256);

    expect(await readFile(at(opened, '旧的方案'), 'utf8')).toBe('旧的方案');
    await opened.document.undo();
    expect(opened.assessment.entries['1.1']?.evidence).toEqual([former, sha256('别的')]);
    expect(await readThrough(opened)).toMatchObject({ faults: [], total: 3 });
  });

  it('says nothing of the same content or of another name', async () => {
    const opened = await session({ '方案.txt': '旧的方案' });
    const outcomes = await add(opened, { '方案.txt': '旧的方案', '方案2.txt': '另一个' });
    expect(outcomes.map(({ outcome, namesakes }) => [outcome, namesakes])).toEqual([
      ['duplicate', undefined],
      ['added', undefined],
    ]);
  });

  it('cannot be put in its place where its file is not there', async () => {
    const opened = await session({ '方案.txt': '旧的方案' });
    const [known] = opened.assessment.evidence;
    if (!known) throw new Error('nothing was added');
    const by = { ...known, sha256: 'c'.repeat(64) };
    await expect(
      opened.document.editNow({ kind: 'replaceEvidence', sha256: known.sha256, by }),
    ).rejects.toMatchObject({ failure: { message: expect.stringContaining('不在档案文件夹里') as string } });
  });
});

describe('files of evidence that nothing names', () => {
  it('are offered with their size, but for what undo, the previous copy or a backup can bring back', async () => {
    const opened = await session({ '甲.txt': '甲的内容', '乙.txt': '乙的' });
    await writeFile(at(opened, '孤儿'), '孤儿');
    await writeFile(join(opened.evidenceFolder, '说明.txt'), '用户自己放的');
    await opened.document.editNow({ kind: 'removeEvidence', sha256: sha256('甲的内容') });
    const bytes = Buffer.byteLength('甲的内容');
    expect(await orphanedEvidence(opened)).toEqual({
      orphaned: { files: 1, bytes: Buffer.byteLength('孤儿') },
      kept: { files: 1, bytes },
    });
    expect(await removeOrphans(opened)).toEqual({ files: 1, bytes: Buffer.byteLength('孤儿') });
    expect((await readdir(opened.evidenceFolder)).sort()).toEqual(
      ['说明.txt', sha256('甲的内容'), sha256('乙的')].sort(),
    );
    await opened.document.undo();
    expect(await readThrough(opened)).toMatchObject({ faults: [], total: 2 });
  });

  it.each([
    ['a backup', (folder: string, text: string) => backup(folder, '20261119-010203004-day.json', text)],
    [
      'a damaged backup',
      (folder: string, text: string) => backup(folder, '20261119-010203004-day.json', `${text}{`),
    ],
    [
      'the previous copy',
      (folder: string, text: string) => writeFile(join(folder, 'assessment.previous.json'), text),
    ],
    [
      'what was put aside as damaged',
      (folder: string, text: string) => writeFile(join(folder, 'assessment.damaged-1.json'), text),
    ],
    [
      'a conflict copy',
      (folder: string, text: string) => writeFile(join(folder, 'assessment (冲突副本).json'), text),
    ],
  ])('are kept where %s names them', async (_, write) => {
    const opened = await session({ '甲.txt': '甲的内容' });
    await writeFile(at(opened, '旧的'), '旧的');
    await write(opened.folder, JSON.stringify({ evidence: [{ sha256: sha256('旧的') }] }));
    expect(await orphanedEvidence(opened)).toMatchObject({ orphaned: { files: 0 }, kept: { files: 1 } });
    expect(await removeOrphans(opened)).toEqual({ files: 0, bytes: 0 });
    expect(await readFile(at(opened, '旧的'), 'utf8')).toBe('旧的');
  });
});

async function backup(folder: string, name: string, text: string): Promise<void> {
  await mkdir(join(folder, 'backups'), { recursive: true });
  await writeFile(join(folder, 'backups', name), text);
}
