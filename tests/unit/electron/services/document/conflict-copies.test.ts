import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isConflictCopy } from '../../../../../electron/services/document/conflict-copies.ts';
import { AssessmentSession } from '../../../../../electron/services/assessment/assessment-session.ts';
import { readAssessmentFolder } from '../../../../../electron/services/assessment/assessment-folder.ts';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import { assessmentRef, deskRef, editDocument, importRef, openDocument } from '../../../documents.ts';
import { ask, failureOf } from './calls.ts';
import { deskFor, folderOf, packageFile, unitFixture } from '../desk/fixture.ts';
import { assessmentFolder, smallResources, temporaryFolder } from '../fixture.ts';

describe('a file beside assessment.json', () => {
  it.each([
    'assessment (冲突副本).json',
    'assessment（冲突副本）.json',
    'assessment (张三的冲突副本 2026-11-01).json',
    "assessment (DESKTOP-7Q's conflicted copy 2026-11-01).json",
    'assessment-DESKTOP-7Q.json',
    'assessment-办公室电脑.json',
    'assessment(1).json',
    'assessment (1).json',
    'assessment.sync-conflict-20261101-101530-ABCDEFG.json',
    'assessment - 副本.json',
    'assessment - Copy (2).json',
    'assessment_冲突文件_20261101.json',
    '复件 assessment.json',
    '副本assessment.json',
    'Copy of assessment.json',
    'assessment (1).JSON',
  ])('%s is a copy of it', (name) => {
    expect(isConflictCopy('assessment', name)).toBe(true);
  });

  it.each([
    ...['assessment.json', 'assessment.previous.json', 'assessment.damaged-20261101-101530123.json'],
    ...['assessment.json.tmp', 'assessment.previous.json.tmp', 'assessment.previous (1).json'],
    ...['standard.json', 'journal.jsonl', 'assessments.json', '我的assessment.json', 'assessment (1).txt'],
  ])('%s is none', (name) => {
    expect(isConflictCopy('assessment', name)).toBe(false);
  });
});

const told = (copy: string): unknown[] => [
  expect.objectContaining({ code: 'conflict-copy', message: expect.stringContaining(copy) as string }),
];

describe('what a sync client left beside a document is told at its opening, and stays as it is', () => {
  it('of an assessment', async () => {
    const folder = await assessmentFolder();
    const copy = 'assessment (张三的冲突副本 2026-11-01).json';
    await writeFile(join(folder, copy), '{"别处":1}');
    const session = await AssessmentSession.open(folder);
    onTestFinished(() => session.close());
    expect(session.notices).toEqual(told(copy));
    expect((await readAssessmentFolder(folder)).notices).toEqual(told(copy));
    await session.document.editNow({ kind: 'setWilling', willing: true });
    expect(await readFile(join(folder, copy), 'utf8')).toBe('{"别处":1}');
  });

  it('of a desk and of a review in it', async () => {
    const unit = await unitFixture({ name: '甲局' });
    const folder = await deskFor(unit);
    await writeFile(join(folder, 'desk-电脑名.json'), '{}');
    const desk = await DeskSession.open(folder);
    onTestFinished(() => desk.close());
    expect(desk.notices).toEqual(told('desk-电脑名.json'));
    const { path } = await packageFile(unit, await folderOf('收到'), '甲.zip');
    const { key } = await desk.receive({ path, name: '甲.zip' }, { receivedOn: '2026-11-20' });
    await writeFile(join(desk.packageFolder(key), 'review(1).json'), '{}');
    expect((await desk.openedReview(key)).notices).toEqual(told('review(1).json'));
    await writeFile(join(desk.packageFolder(key), 'review(2).json'), '{}');
    expect((await desk.openedReview(key)).notices).toEqual(told('review(2).json'));
  });

  async function importIn() {
    const root = await temporaryFolder();
    const host = createHost({ root, resources: await smallResources(), door: 'local', version: '0' });
    onTestFinished(() => host.close());
    const { importId } = await ask(host, 'copyStandard', { id: 'small' });
    return { host, importId, folder: join(root, '标准库', '导入中') };
  }

  it('of an import', async () => {
    const { host, importId, folder } = await importIn();
    await writeFile(join(folder, `${importId}-电脑名.json`), '{}');
    const { notices } = await openDocument(host, importRef(importId));
    expect(notices).toEqual(told(`${importId}-电脑名.json`));
  });

  it('of an assessment, a desk and an import also where it comes while they are open', async () => {
    const { host, importId, folder } = await importIn();
    const root = dirname(dirname(folder));
    const wish = { standardId: 'small', campaignId: 'practice' };
    const assessment = await ask(host, 'createAssessment', { ...wish, unitName: '某局' });
    const desk = await ask(host, 'createDesk', { ...wish, title: '台' });
    for (const [ref, at, copy] of [
      [assessmentRef(assessment.id), [root, `某局-${assessment.id.slice(0, 8)}`], 'assessment(1).json'],
      [deskRef(desk.id), [root, '核验台', `台-${desk.id.slice(0, 8)}`], 'desk(1).json'],
      [importRef(importId), [folder], `${importId}(1).json`],
    ] as const) {
      expect((await openDocument(host, ref)).notices).toEqual([]);
      await writeFile(join(...at, copy), '{}');
      expect((await openDocument(host, ref)).notices).toEqual(told(copy));
      await rm(join(...at, copy));
      expect((await openDocument(host, ref)).notices).toEqual([]);
    }
  });

  it('and a copy under the name of another import is not taken for that', async () => {
    const { host, importId, folder } = await importIn();
    const other = randomUUID();
    for (const name of await readdir(folder)) {
      await writeFile(join(folder, name.replace(importId, other)), await readFile(join(folder, name)));
    }
    expect((await ask(host, 'listImports', {})).imports.map(({ id }) => id)).toEqual([importId]);
    const wrong = await failureOf(host, 'openDocument', { ref: importRef(other) });
    expect(wrong.code).toBe('import-unknown');
  });
});

describe('a folder whose own file is gone', () => {
  const KINDS = [
    {
      file: 'assessment',
      ref: assessmentRef,
      create: ['createAssessment', { unitName: '某局', standardId: 'small', campaignId: 'practice' }],
      edit: { kind: 'setReason', code: '1.1', reason: '甲' },
      parent: '',
      list: async (host: Host) => (await ask(host, 'listAssessments', {})).assessments,
    },
    {
      file: 'desk',
      ref: deskRef,
      create: ['createDesk', { title: '台', standardId: 'small', campaignId: 'practice' }],
      edit: { kind: 'setTitle', title: '改名' },
      parent: '核验台',
      list: async (host: Host) => (await ask(host, 'listDesks', {})).desks,
    },
  ] as const;

  async function withoutFile({ file, ref, create, edit, parent }: (typeof KINDS)[number]) {
    const root = await temporaryFolder();
    const options = { root, resources: await smallResources(), door: 'local', version: '0' } as const;
    const before = createHost(options);
    const { id } = await ask(before, create[0], create[1]);
    await editDocument(before, ref(id), edit);
    await before.close();
    const names = (await readdir(join(root, parent))).filter((name) => name.endsWith(id.slice(0, 8)));
    const folder = join(root, parent, ...names);
    await rm(join(folder, `${file}.previous.json`), { force: true });
    const host = createHost(options);
    onTestFinished(() => host.close());
    return { id, folder, path: join(folder, `${file}.json`), host };
  }

  it.each(KINDS)('is listed: $file, with its conflict copy by name and what to do', async (kind) => {
    const { host, path, folder, id } = await withoutFile(kind);
    const copy = `${kind.file}(1).json`;
    await rename(path, join(folder, copy));
    const problem = {
      code: 'not-found',
      message: expect.stringContaining(`冲突副本“${copy}”`) as string,
      remedy: expect.stringContaining(`“${copy}”改名为 ${kind.file}.json`) as string,
    };
    expect(await kind.list(host)).toMatchObject([{ folder, problem }]);
    expect(await failureOf(host, 'openDocument', { ref: kind.ref(id) })).toMatchObject(problem);
    await rename(join(folder, copy), path);
    expect((await openDocument(host, kind.ref(id))).notices).toEqual([]);
  });

  it.each(KINDS)('is listed: $file, with its backups', async (kind) => {
    const { host, path, folder } = await withoutFile(kind);
    await mkdir(join(folder, 'backups'), { recursive: true });
    await rename(path, join(folder, 'backups', '20991120-080000000-day.json'));
    const problem = {
      message: expect.stringContaining('自动备份 ') as string,
      remedy: expect.stringMatching(/backups.*“20991120-080000000-day.json”.*改名为/) as string,
    };
    expect(await kind.list(host)).toMatchObject([{ folder, problem }]);
  });

  it.each(KINDS)('is listed: $file, where nothing else is left of it', async (kind) => {
    const { host, path, folder } = await withoutFile(kind);
    await rm(path);
    await rm(join(folder, 'backups'), { recursive: true, force: true });
    expect(await kind.list(host)).toMatchObject([{ folder, problem: { code: 'not-found' } }]);
  });

  it('is no assessment where it holds a standard alone, or none', async () => {
    const root = await temporaryFolder();
    const host = createHost({ root, resources: await smallResources(), door: 'local', version: '0' });
    onTestFinished(() => host.close());
    await mkdir(join(root, '一'));
    await writeFile(join(root, '一', 'standard.json'), '{}');
    await mkdir(join(root, '二', 'evidence'), { recursive: true });
    expect((await ask(host, 'listAssessments', {})).assessments).toEqual([]);
  });
});
