import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  type CallName,
  type CallOutput,
  contract,
  type JobStatus,
  type Reply,
  type SavedDocument,
} from '../../../../shared/contract/contract.ts';
import { createHost, type Host, type HostOptions } from '../../../../electron/services/host.ts';
import {
  readAssessmentFolder,
  writeNewAssessmentFolder,
} from '../../../../electron/services/assessment/assessment-folder.ts';
import { assessmentFolder, newAssessment, smallResources, temporaryFolder } from './fixture.ts';
import {
  assessmentRef,
  closeDocument,
  editDocument,
  editInput,
  importRef,
  openDocument,
  undoDocument,
} from '../../documents.ts';
import { repository } from '../../../repository.ts';
import { progress } from '../../shared/registers/rollup/fixtures.ts';

async function newHost(options: Partial<HostOptions> = {}): Promise<{ host: Host; root: string }> {
  const root = options.root ?? join(await temporaryFolder(), '标兵自评');
  const resources = options.resources ?? (await smallResources());
  const host = createHost({ root, resources, door: 'local', version: '0.0.0', ...options });
  onTestFinished(() => host.close());
  return { host, root };
}

/** Calls as the interface does, and reads the answer by the contract. */
async function ask<N extends CallName>(host: Host, name: N, input: unknown): Promise<CallOutput<N>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
}

async function code(reply: Promise<Reply>): Promise<string> {
  const answer = await reply;
  return answer.ok ? 'ok' : answer.failure.code;
}

const WISH = { unitName: '某县某局', standardId: 'small', campaignId: 'practice' };
const create = async (host: Host): Promise<string> => (await ask(host, 'createAssessment', WISH)).id;

const score = (points: string, itemCode = '1.1'): unknown => ({
  kind: 'score',
  code: itemCode,
  input: { kind: 'award', points },
});

async function finished(host: Host, jobId: string): Promise<JobStatus> {
  return vi.waitFor(
    async () => {
      const status = await ask(host, 'jobStatus', { jobId });
      expect(status.state).not.toBe('running');
      return status;
    },
    { timeout: 20_000, interval: 20 },
  );
}

async function textFile(name: string, content: string): Promise<{ path: string; name: string }> {
  const path = join(await temporaryFolder(), 'file');
  await writeFile(path, content);
  return { path, name };
}

async function addText(
  host: Host,
  id: string,
  name: string,
  content: string,
  linkTo?: string,
): Promise<JobStatus> {
  const token = host.offerFile({ ...(await textFile(name, content)), ownership: 'borrowed' });
  return finished(host, (await ask(host, 'addEvidence', { id, tokens: [token], linkTo })).jobId);
}

describe('every call', () => {
  const WRONG: unknown[] = [
    undefined,
    null,
    'text',
    7,
    [],
    { id: '../../etc' },
    { id: 7, jobId: 7, token: 7, tokens: 7 },
  ];
  const takesNothing = new Set([
    'hostInfo',
    'dataFolder',
    'changeDataFolder',
    'listStandards',
    'listCampaigns',
    'listAssessments',
    'listDesks',
    'listImports',
    'listCampaignDrafts',
    'listPaperTemplates',
    'openSample',
    'standardTemplate',
    'lastDesk',
    'takeHandedFiles',
    'forgetLeftWork',
    'keptWords',
    'listYears',
    'yearReminders',
    'rollupReminders',
    'listPlans',
    'listRollups',
    'searchIndex',
  ]);

  it.each(Object.keys(contract))('%s answers wrong input with a Failure', async (name) => {
    const { host } = await newHost();
    for (const input of WRONG) {
      const plainObject = typeof input === 'object' && input !== null && !Array.isArray(input);
      if (takesNothing.has(name) && plainObject) continue;
      const reply = await host.call(name, input);
      expect(reply).toMatchObject({ ok: false, failure: { code: 'bad-input' } });
      expect(JSON.stringify(reply)).not.toMatch(/\.ts|at .*:\d+/);
    }
  });

  // They carry content, name one of our own, or end what may have ended: what comes of it is tested with the wizard, with
  // papers, and with the page's own.
  const carriesContent = [
    ...[
      'startImportFromClipboard',
      'newCampaign',
      'exportPaperTemplate',
      'beginWork',
      'endWork',
      'leaveWork',
      'leftWork',
      'keepWords',
      'createRollup',
    ],
  ];
  it.each(Object.keys(contract).filter((name) => !takesNothing.has(name) && !carriesContent.includes(name)))(
    '%s answers unknown ids and tokens with a Failure',
    async (name) => {
      const { host } = await newHost();
      const id = '00000000-0000-4000-8000-000000000000';
      const onDesk = { deskId: id, key: '0'.repeat(16) };
      const inputs: Partial<Record<CallName, unknown>> = {
        createAssessment: { ...WISH, standardId: 'nothing' },
        openDocument: { ref: assessmentRef(id) },
        closeDocument: { ref: assessmentRef(id) },
        changeDocument: editInput(assessmentRef(id), score('1')),
        documentNow: { ref: assessmentRef(id) },
        compareOutside: { ref: assessmentRef(id) },
        takeOutside: { ref: assessmentRef(id), picks: {} },
        listCopies: { document: 'assessment', id },
        chooseCopy: { document: 'desk', id, key: '甲' },
        removeCopy: { document: 'assessment', id, key: '甲' },
        restoreBackup: { id, name: '../assessment.json' },
        addEvidence: { id, tokens: ['t'] },
        openEvidence: { id, sha256: '../assessment.json' },
        saveEvidence: { id, sha256: 'a'.repeat(64) },
        savePdf: { name: '差距分析' },
        exportPackage: { id, mode: 'final' },
        makePaper: { id, template: { of: 'office', name: '甲.docx' }, authorityOpinion: 'without' },
        removePaperTemplate: { name: '../甲.docx' },
        previewCarryOver: { id, standardId: 'nothing' },
        carryOver: { id, standardId: 'nothing' },
        discardImport: { importId: id },
        importReport: { importId: id },
        finishImport: { importId: id },
        standardOriginal: { id: 'nothing' },
        sameFormStandards: { importId: id },
        takeCorrections: { importId: id, standard: 'nothing' },
        takeSettings: { importId: id, token: 't' },
        exportSettings: { importId: id },
        copyStandard: { id: 'nothing' },
        exportStandard: { id: 'nothing', format: 'json' },
        removeStandard: { id: 'nothing' },
        importCampaign: { token: 't', taken: 'ask' },
        verifyPackages: { tokens: ['t'] },
        openPackage: { token: 't', as: 'continue' },
        createDesk: { title: '台', standardId: 'nothing', campaignId: 'nothing' },
        createYear: { unit: '甲', category: '', year: 2026, tasks: { from: 'year', id } },
        addEntryFiles: { id, register: 'tasks', entryId: id, tokens: ['t'] },
        openEntryFile: { id, sha256: 'a'.repeat(64) },
        exportRegister: { id, register: 'tasks' },
        exportList: { id, register: 'prevention' },
        compareAssessments: { ours: id, theirs: id },
        exportProject: { id, entryId: id },
        exportCommended: { id, as: 'docx' },
        exportHandIn: { id, of: 'commendation' },
        importProgress: { id, tokens: ['t'] },
        takeProgress: { id, fileName: '进度.json', progress: progress() },
        collectCases: { id, files: [{ token: 't', unit: '' }] },
        openCaseFile: { id, sha256: 'a'.repeat(64) },
        importPackages: { id, tokens: ['t'] },
        compareCandidates: { packages: [onDesk, onDesk] },
        addVisitPhotos: { ...onDesk, visitId: id, tokens: ['t'] },
        openDeskEvidence: { ...onDesk, sha256: 'a'.repeat(64) },
        compareSeal: { ...onDesk, typed: '' },
        compareReview: { ...onDesk, token: 't' },
        mergeReview: { ...onDesk, token: 't', picks: {}, shown: '' },
        exportDeskTable: { id, table: 'summary' },
        exportPackageFiles: { id, keys: [onDesk.key], what: 'feedback' },
        readWorkbookScores: { ...onDesk, token: 't' },
        exportTable: { id, tableId: id },
        exportCase: { id, entryId: id },
        ratioItems: { assessmentId: id },
        fillRatio: { id, register: 'visits', ratio: 'visited', assessmentId: id, code: '1' },
        yearFigures: { id },
        assessmentItems: { assessmentId: id },
        pickFiles: { purpose: 'evidence', many: true },
        pickFolder: { purpose: 'inboxFolder' },
      };
      const input = inputs[name as CallName] ?? { id, token: 't', jobId: 'j', ...onDesk };
      const reply = await host.call(name, input);
      // Closing, cancelling or discarding what is not there is no fault.
      if (['closeDocument', 'cancelJob', 'discardImport', 'forgetFile'].includes(name))
        expect(reply).toEqual({ ok: true, value: {} });
      else
        expect(reply).toMatchObject({
          ok: false,
          failure: { code: expect.stringMatching(/unknown|missing|not-in-library|desktop-only/) },
        });
    },
  );

  it('refuses names that are no calls', async () => {
    const { host } = await newHost();
    for (const name of ['', 'toString', '__proto__', 'constructor', 'rm']) {
      expect(await code(host.call(name, {}))).toBe('bad-input');
    }
  });

  it('hides what is inside an unexpected error', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => log.mockRestore());
    const { host } = await newHost({
      now: () => {
        throw new Error('secret /home/path');
      },
    });
    const reply = await host.call('hostInfo', {});
    expect(reply).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(log).toHaveBeenCalled();
  });

  it('keeps no record of what the user was told in words', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => log.mockRestore());
    const { host } = await newHost();
    const id = '11111111-1111-4111-8111-111111111111';
    expect(await code(host.call('openDocument', { ref: assessmentRef(id) }))).toBe('assessment-unknown');
    expect(log).not.toHaveBeenCalled();
  });

  it('names what it does not know', async () => {
    const { host } = await newHost();
    expect(await host.call('rm', {})).toMatchObject({
      failure: { message: expect.stringContaining('没有“rm”这个操作') as string },
    });
    const importId = '11111111-1111-4111-8111-111111111111';
    expect(await host.call('openDocument', { ref: importRef(importId) })).toMatchObject({
      failure: {
        code: 'import-unknown',
        message: '找不到这次导入的进度，它可能已经完成或放弃，也可能文件已损坏。',
        effect: '已保存的标准没有变化。',
        remedy: '请回到标准库刷新；需要时请重新导入原文件。',
      },
    });
  });
});

describe('assessments', () => {
  it('tells the local day', async () => {
    const { host } = await newHost({ now: () => new Date(2026, 10, 20, 0, 5) });
    expect((await ask(host, 'hostInfo', {})).today).toBe('2026-11-20');
  });

  it('creates, edits, undoes, redoes, and finds everything again after a restart', async () => {
    const { host, root } = await newHost();
    const id = await create(host);
    expect((await openDocument(host, assessmentRef(id))).canUndo).toBe(false);
    await editDocument(host, assessmentRef(id), score('2.5'));
    await editDocument(host, assessmentRef(id), score('4'));
    const points = ({ value }: SavedDocument<'assessment'>): unknown => value.entries['1.1']?.input;
    const undone = await undoDocument(host, assessmentRef(id));
    expect([points(undone), undone.canUndo, undone.canRedo]).toEqual([
      { kind: 'award', points: 250 },
      true,
      true,
    ]);
    const twice = await undoDocument(host, assessmentRef(id));
    expect([points(twice), twice.canUndo]).toEqual([undefined, false]);
    expect(await code(host.call('changeDocument', { ...assessmentRef(id), step: { do: 'undo' } }))).toBe(
      'nothing-to-undo',
    );
    await undoDocument(host, assessmentRef(id), 'redo');
    expect(points(await undoDocument(host, assessmentRef(id), 'redo'))).toEqual({
      kind: 'award',
      points: 400,
    });
    await undoDocument(host, assessmentRef(id));
    expect((await editDocument(host, assessmentRef(id), score('3'))).canRedo).toBe(false);
    await host.close();

    const { host: second } = await newHost({ root });
    const [line] = (await ask(second, 'listAssessments', {})).assessments;
    expect(line).toMatchObject({ id, unit: '某县某局', scored: 1, items: 2, total: 300, passScore: 900 });
    expect(points(await openDocument(second, assessmentRef(id)))).toEqual({ kind: 'award', points: 300 });
  });

  it('lets edits sent at the same time all count', async () => {
    const { host } = await newHost();
    const id = await create(host);
    await Promise.all([
      editDocument(host, assessmentRef(id), score('1', '1.1')),
      editDocument(host, assessmentRef(id), score('2', '1.2')),
      editDocument(host, assessmentRef(id), { kind: 'setWilling', willing: true }),
    ]);
    const { value: assessment } = await openDocument(host, assessmentRef(id));
    expect([Object.keys(assessment.entries).sort(), assessment.willing]).toEqual([['1.1', '1.2'], true]);
  });

  it('refuses edits of what the standard, the campaign or the folder does not hold', async () => {
    const { host } = await newHost();
    const id = await create(host);
    const sha256 = 'a'.repeat(64);
    const evidence = {
      sha256,
      bytes: 1,
      fileName: 'x',
      label: 'x',
      mediaType: '',
      addedAt: '2026-11-20T00:00:00.000Z',
    };
    for (const edit of [
      { kind: 'score', code: '9.9', input: { kind: 'award', points: '1' } },
      { kind: 'tickMaterial', code: 'nothing', point: 'x', checked: true },
      { kind: 'addMaterialFiles', code: 'report', files: [sha256] },
      { kind: 'linkEvidence', code: '1.1', sha256 },
      { kind: 'addEvidence', evidence },
    ]) {
      expect(await code(host.call('changeDocument', editInput(assessmentRef(id), edit)))).toBe(
        'edit-refused',
      );
    }
    expect((await openDocument(host, assessmentRef(id))).canUndo).toBe(false);
  });

  it('lists folders that cannot be read with their problem', async () => {
    const { host, root } = await newHost();
    const id = await create(host);
    const [folder = ''] = await readdir(root);
    await mkdir(join(root, '坏档案'));
    await writeFile(join(root, '坏档案', 'assessment.json'), '{"version":1');
    await mkdir(join(root, '别的文件夹'));
    const { assessments } = await ask(host, 'listAssessments', {});
    const seen = assessments.map((a) => [basename(a.folder), a.problem?.code]);
    expect(seen).toEqual([
      [folder, undefined],
      ['坏档案', 'assessment-unreadable'],
    ]);
    expect((await openDocument(host, assessmentRef(id))).folder).toBe(join(root, folder));
  });

  it('moves a removed assessment aside with all its files', async () => {
    const { host, root } = await newHost();
    const id = await create(host);
    await editDocument(host, assessmentRef(id), score('2.5'));
    const { movedTo } = await ask(host, 'removeAssessment', { id });
    expect(movedTo.startsWith(join(root, '已删除'))).toBe(true);
    expect(await readFile(join(movedTo, 'assessment.json'), 'utf8')).toContain('2.50');
    expect((await ask(host, 'listAssessments', {})).assessments).toEqual([]);
    expect(await code(host.call('openDocument', { ref: assessmentRef(id) }))).toBe('assessment-unknown');
  });

  it('restores a backup, and undoes that', async () => {
    const { host } = await newHost();
    const id = await create(host);
    await editDocument(host, assessmentRef(id), score('2.5'));
    await editDocument(host, assessmentRef(id), score('5'));
    const { backups } = await ask(host, 'listBackups', { id });
    expect(backups).toMatchObject([{ unit: '某县某局', scored: 0 }]);
    const restored = await ask(host, 'restoreBackup', { id, name: backups[0]?.name });
    expect(restored.value.entries).toEqual({});
    expect((await ask(host, 'listBackups', { id })).backups).toHaveLength(2);
    expect((await undoDocument(host, assessmentRef(id))).value.entries['1.1']?.input).toEqual({
      kind: 'award',
      points: 500,
    });
  });

  it('counts the backups that a newer program made, and lists them not', async () => {
    const { host } = await newHost();
    const id = await create(host);
    const { folder } = await openDocument(host, assessmentRef(id));
    await mkdir(join(folder, 'backups'), { recursive: true });
    const json = JSON.parse(await readFile(join(folder, 'assessment.json'), 'utf8')) as object;
    for (const [index, version] of [3, 'v2', 2].entries()) {
      const path = join(folder, 'backups', `2026112${index}-093005123-day.json`);
      await writeFile(path, JSON.stringify({ ...json, version }));
    }
    const { backups, newer } = await ask(host, 'listBackups', { id });
    expect([backups.map(({ name }) => name), newer]).toEqual([['20261122-093005123-day.json'], 2]);
  });

  it('says that the folder was moved, not that every file is missing', async () => {
    const { host } = await newHost();
    const id = await create(host);
    const { folder } = await openDocument(host, assessmentRef(id));
    await rename(folder, `${folder}-verschoben`);
    expect(await code(host.call('evidenceState', { id }))).toBe('folder-moved');
    const { jobId } = await ask(host, 'exportPackage', { id, mode: 'draft' });
    expect(await finished(host, jobId)).toMatchObject({ failure: { code: 'folder-moved' } });
    await rename(`${folder}-verschoben`, folder);
    expect(await ask(host, 'evidenceState', { id })).toMatchObject({ faults: [] });
  });

  it('does not open what another host has open', async () => {
    const { host, root } = await newHost();
    const id = await create(host);
    await openDocument(host, assessmentRef(id));
    const { host: second } = await newHost({ root });
    expect(await code(second.call('openDocument', { ref: assessmentRef(id) }))).toBe('locked');
    expect(await code(second.call('removeAssessment', { id }))).toBe('locked');
    await closeDocument(host, assessmentRef(id));
    expect((await openDocument(second, assessmentRef(id))).value.id).toBe(id);
  });

  it('opens the shipped sample once', async () => {
    const { host } = await newHost({ resources: repository });
    const { id } = await ask(host, 'openSample', {});
    expect((await ask(host, 'openSample', {})).id).toBe(id);
    const { value: assessment } = await openDocument(host, assessmentRef(id));
    expect(assessment.sample).toBe(true);
    const [{ sha256 } = { sha256: '' }] = assessment.evidence;
    expect(await host.evidenceFile(id, sha256)).toMatchObject({ fileName: assessment.evidence[0]?.fileName });
  });

  it('leaves out a broken standard and says why, without losing the others', async () => {
    const resources = await smallResources();
    const broken = join(resources, 'scoring-standards', 'standards', 'broken.json');
    const { host } = await newHost({ resources });
    for (const text of ['{', '{"version":1}']) {
      await writeFile(broken, text);
      const { standards, problems } = await ask(host, 'listStandards', {});
      expect(standards.map((s) => s.id)).toEqual(['small']);
      expect(problems?.[0]?.message).toContain('broken.json');
    }
  });
});

describe('evidence', () => {
  it('adds files, tells duplicates and failures apart, links, and serves them', async () => {
    const { host } = await newHost();
    const id = await create(host);
    const first = await addText(host, id, '01 方案.txt', '内容', '1.1');
    if (first.result?.kind !== 'evidence') throw new Error('no outcome');
    const [{ sha256 = '' } = {}] = first.result.outcomes;
    expect(first.result.outcomes).toMatchObject([{ fileName: '01 方案.txt', outcome: 'added' }]);
    expect(first.result.saved.value.entries['1.1']?.evidence).toEqual([sha256]);

    const again = host.offerFile({ ...(await textFile('另名.txt', '内容')), ownership: 'borrowed' });
    const gone = host.offerFile({ path: '/nowhere', name: '丢失.pdf', ownership: 'borrowed' });
    const { jobId } = await ask(host, 'addEvidence', { id, tokens: [gone, again], linkTo: '1.2' });
    const second = await finished(host, jobId);
    if (second.result?.kind !== 'evidence') throw new Error('no outcome');
    expect(second.result.outcomes).toMatchObject([
      { fileName: '丢失.pdf', outcome: 'failed', failure: { code: 'not-found' } },
      { fileName: '另名.txt', outcome: 'duplicate', label: '01 方案', sha256 },
    ]);
    expect(second.result.saved.value.evidence).toHaveLength(1);
    expect(second.result.saved.value.entries['1.2']?.evidence).toEqual([sha256]);

    const file = await host.evidenceFile(id, sha256);
    expect(file).toMatchObject({ fileName: '01 方案.txt', mediaType: 'text/plain', bytes: 6 });
    expect(await readFile(file?.path ?? '', 'utf8')).toBe('内容');
    expect(await host.evidenceFile(id, 'b'.repeat(64))).toBeUndefined();
    expect(await host.evidenceFile(id, '../assessment.json')).toBeUndefined();
    expect(await host.evidenceFile('../x', sha256)).toBeUndefined();
  });

  it('deletes an upload after use, never the user’s own file; a token works once', async () => {
    const { host } = await newHost();
    const id = await create(host);
    const upload = join(await host.stagingFolder(), 'upload');
    await writeFile(upload, '上传');
    const own = await textFile('自有.txt', '自有');
    const tokens = [
      host.offerFile({ path: upload, name: '上传.txt', ownership: 'staged' }),
      host.offerFile({ ...own, ownership: 'borrowed' }),
    ];
    await finished(host, (await ask(host, 'addEvidence', { id, tokens })).jobId);
    await expect(readFile(upload)).rejects.toThrow('ENOENT');
    expect(await readFile(own.path, 'utf8')).toBe('自有');
    expect(await code(host.call('addEvidence', { id, tokens }))).toBe('file-unknown');
  });

  it('cancels a job, keeps nothing of the file, and closes only when the job has ended', async () => {
    const { host, root } = await newHost();
    const id = await create(host);
    const path = join(await temporaryFolder(), 'big');
    await writeFile(path, Buffer.alloc(200_000_000));
    const token = host.offerFile({ path, name: 'big.dat', ownership: 'borrowed' });
    const { jobId } = await ask(host, 'addEvidence', { id, tokens: [token] });
    await closeDocument(host, assessmentRef(id));
    expect(await code(host.call('removeAssessment', { id }))).toBe('busy');
    await ask(host, 'cancelJob', { jobId });
    expect((await finished(host, jobId)).state).toBe('cancelled');
    const [folder = ''] = (await readdir(root)).filter((name) => name.startsWith('某县'));
    expect(await readdir(join(root, folder, 'evidence'))).toEqual([]);
    await vi.waitFor(async () => expect(await readdir(join(root, folder))).not.toContain('.lock'));
  });

  it('hands documents to the system as read-only copies, and nothing that runs', async () => {
    const opened: string[] = [];
    const openPath = (path: string): Promise<void> => {
      opened.push(path);
      return Promise.resolve();
    };
    const { host } = await newHost({ openPath });
    const id = await create(host);
    await addText(host, id, '说明.txt', '说明');
    await addText(host, id, '网页.html', '<script>');
    const refused = await addText(host, id, '坏.exe', 'MZ');
    if (refused.result?.kind !== 'evidence') throw new Error('no outcome');
    expect(refused.result.outcomes).toMatchObject([
      { fileName: '坏.exe', outcome: 'failed', failure: { code: 'executable' } },
    ]);
    expect(refused.result.saved.value.evidence).toHaveLength(2);
    const { evidence } = (await openDocument(host, assessmentRef(id))).value;
    const [document, page] = evidence;
    await ask(host, 'openEvidence', { id, sha256: document?.sha256 });
    expect(opened.map((path) => basename(path))).toEqual(['说明.txt']);
    expect(await readFile(opened[0] ?? '', 'utf8')).toBe('说明');
    expect(await code(host.call('openEvidence', { id, sha256: page?.sha256 }))).toBe('type-not-opened');
    expect(opened).toHaveLength(1);
    await host.close();
    await expect(readFile(opened[0] ?? '')).rejects.toThrow('ENOENT');
    const { host: local } = await newHost();
    expect(await code(local.call('revealExport', { token: 'x' }))).toBe('file-unknown');
  });

  it('serves and opens by what the content is, whatever the assessment says of it', async () => {
    const opened: string[] = [];
    const openPath = (path: string): Promise<void> => Promise.resolve(void opened.push(path));
    const { host, root } = await newHost({ openPath });
    const id = await create(host);
    const { standardBytes } = await readAssessmentFolder(await assessmentFolder());
    const content = Buffer.from('MZ program');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const path = join(root, '旧档案');
    await writeFile(join(root, 'content'), content);
    const addedAt = '2026-11-20T00:00:00.000Z';
    const evidence = [
      { sha256, bytes: 10, fileName: '照片.png', label: '照片', mediaType: 'image/png', addedAt },
    ];
    await writeNewAssessmentFolder(path, {
      assessment: newAssessment({ evidence }),
      standardBytes,
      evidence: () => join(root, 'content'),
    });
    const old = (await ask(host, 'listAssessments', {})).assessments.find((each) => each.id !== id)?.id ?? '';
    expect(await host.evidenceFile(old, sha256)).toMatchObject({ mediaType: 'application/octet-stream' });
    expect(await code(host.call('openEvidence', { id: old, sha256 }))).toBe('type-not-opened');
    expect(opened).toEqual([]);
  });

  it('keeps a removed file on disk so that undo brings it back', async () => {
    const { host } = await newHost();
    const id = await create(host);
    await addText(host, id, '说明.txt', '说明', '1.1');
    const [{ sha256 } = { sha256: '' }] = (await openDocument(host, assessmentRef(id))).value.evidence;
    await editDocument(host, assessmentRef(id), { kind: 'removeEvidence', sha256 });
    expect(await host.evidenceFile(id, sha256)).toBeUndefined();
    await undoDocument(host, assessmentRef(id));
    expect(await host.evidenceFile(id, sha256)).toMatchObject({ fileName: '说明.txt' });
  });
});

describe('packages', () => {
  it('exports and verifies', async () => {
    const shown: string[] = [];
    const { host, root } = await newHost({
      resources: repository,
      showInFolder: (path) => Promise.resolve(void shown.push(path)),
    });
    const { id } = await ask(host, 'openSample', {});
    const { jobId } = await ask(host, 'exportPackage', { id, mode: 'draft' });
    const exported = await finished(host, jobId);
    expect(exported.failure).toBeUndefined();
    if (exported.result?.kind !== 'export') throw new Error('no export');
    const { token, fileName, folder, bytes, revision } = exported.result.export;
    expect([folder, revision]).toEqual([join(root, '导出'), 1]);
    expect(exported.result.saved.value.revisions).toHaveLength(1);
    expect(exported.result.saved.canUndo).toBe(false);
    expect(await host.downloadFile(token)).toEqual({ path: join(folder, fileName), fileName, bytes });
    await ask(host, 'revealExport', { token });
    expect(shown).toEqual([join(folder, fileName)]);

    const offer = (): string =>
      host.offerFile({ path: join(folder, fileName), name: fileName, ownership: 'borrowed' });
    const noPackage = host.offerFile({ ...(await textFile('别的.zip', 'x')), ownership: 'borrowed' });
    const gone = host.offerFile({ path: '/nowhere', name: '丢失.zip', ownership: 'borrowed' });
    const verifying = await ask(host, 'verifyPackages', { tokens: [noPackage, gone, offer()] });
    const verified = await finished(host, verifying.jobId);
    if (verified.result?.kind !== 'verify') throw new Error('no verification');
    expect(verified.result.verifications.map(({ file, status }) => [file, status])).toEqual([
      ['别的.zip', 'not-a-package'],
      ['丢失.zip', 'not-a-package'],
      [fileName, 'intact'],
    ]);

    await rm(join(folder, fileName));
    expect(await host.downloadFile(token)).toBeUndefined();
  });
});

describe('what is the page’s own', () => {
  const words = { 'a field': { text: '刚输入的文字', told: false } };

  it('gets what was typed back to the page that typed it, until it is saved', async () => {
    const { host } = await newHost();
    const kept = async (page: string) => {
      const reply = await host.call('keptWords', { next: false }, page);
      return reply.ok && reply.value;
    };
    await host.call('keepWords', { words }, 'one');
    expect(await kept('one')).toEqual({ words, more: false });
    expect(await kept('other')).toEqual({ words: {}, more: false });
    await host.call('keepWords', { words: {} }, 'one');
    expect(await kept('one')).toEqual({ words: {}, more: false });
  });

  it('is known while it is at work, and how far the job of it is', async () => {
    const done: (number | undefined)[] = [];
    const { host } = await newHost({ resources: repository, onWork: () => done.push(host.working()?.done) });
    expect(host.working()).toBeUndefined();
    const { workId } = await ask(host, 'beginWork', { title: '导出并核对', of: '' });
    expect(host.working()).toEqual({ titles: ['导出并核对'], done: undefined });
    const { id } = await ask(host, 'openSample', {});
    const { jobId } = await ask(host, 'exportPackage', { id, mode: 'draft' });
    await finished(host, jobId);
    await ask(host, 'endWork', { workId });
    expect(host.working()).toBeUndefined();
    const far = done.filter((part) => part !== undefined);
    expect(far.length).toBeGreaterThan(1);
    for (const part of far) expect(part > 0 && part <= 1).toBe(true);
  });

  it('saves what was made, and evidence, to where the user says; nothing where he says nowhere', async () => {
    const folder = await temporaryFolder();
    let answer: string | undefined;
    const asked: string[] = [];
    const askWhere = (name: string) => Promise.resolve((asked.push(name), answer));
    const { host } = await newHost({ resources: repository, askWhere });
    const { id } = await ask(host, 'openSample', {});
    const { jobId } = await ask(host, 'exportPackage', { id, mode: 'draft' });
    const { result } = await finished(host, jobId);
    if (result?.kind !== 'export') throw new Error('no export');
    const { token, fileName, bytes } = result.export;
    const save = async (name: 'saveExport' | 'saveEvidence', input: unknown) =>
      (await finished(host, (await ask(host, name, input)).jobId)).result;
    expect(await save('saveExport', { token })).toEqual({ kind: 'saved' });
    answer = join(folder, '包.zip');
    expect(await save('saveExport', { token })).toEqual({ kind: 'saved', path: answer });
    expect((await readFile(answer)).length).toBe(bytes);
    const [piece] = (await openDocument(host, assessmentRef(id))).value.evidence;
    if (!piece) throw new Error('no evidence');
    answer = join(folder, '材料');
    expect(await save('saveEvidence', { id, sha256: piece.sha256 })).toMatchObject({ path: answer });
    expect(
      createHash('sha256')
        .update(await readFile(answer))
        .digest('hex'),
    ).toBe(piece.sha256);
    expect(asked).toEqual([fileName, fileName, piece.fileName]);
    const { host: local } = await newHost();
    expect(await code(local.call('saveExport', { token }))).toBe('file-unknown');
  });

  it('hands over what the program was started with, once', async () => {
    const { host } = await newHost();
    const { path } = await textFile('包.zip', 'no package');
    host.handFiles([path, '/nowhere/没有.zip']);
    const { files, unread } = await ask(host, 'takeHandedFiles', {});
    expect(files).toMatchObject([{ name: 'file', bytes: 10 }]);
    expect(unread).toEqual(['没有.zip']);
    expect((await ask(host, 'takeHandedFiles', {})).files).toEqual([]);
    const { jobId } = await ask(host, 'verifyPackages', { tokens: files.map(({ token }) => token) });
    const { result } = await finished(host, jobId);
    expect(result).toMatchObject({ verifications: [{ status: 'not-a-package' }] });
  });
});
