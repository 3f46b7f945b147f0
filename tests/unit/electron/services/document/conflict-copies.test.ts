import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isConflictCopy } from '../../../../../electron/services/document/conflict-copies.ts';
import { AssessmentSession } from '../../../../../electron/services/assessment/assessment-session.ts';
import { readAssessmentFolder } from '../../../../../electron/services/assessment/assessment-folder.ts';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { createHost } from '../../../../../electron/services/host.ts';
import { importRef, openDocument } from '../../../documents.ts';
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
