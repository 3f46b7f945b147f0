import { SOFTWARE } from '../../../../../../electron/services/base/version.ts';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, utils, type WorkBook, write } from 'xlsx';
import { fromBufferPromise } from 'yauzl';
import { Assessments } from '../../../../../../electron/services/assessment/assessments.ts';
import { DeskSession } from '../../../../../../electron/services/desk/desk-session.ts';
import { buildPackageFile } from '../../../../../../electron/services/desk/export/package-files.ts';
import { readSurvey, readWorkbookScores } from '../../../../../../electron/services/desk/export/read-back.ts';
import { openJob } from '../../../../../../electron/services/assessment/opening.ts';
import { exportAssessment } from '../../../../../../electron/services/package/export.ts';
import { verifyPackage } from '../../../../../../electron/services/package/verify.ts';
import { AssessmentSession } from '../../../../../../electron/services/assessment/assessment-session.ts';
import { Sessions } from '../../../../../../electron/services/document/sessions.ts';
import { DataFolder } from '../../../../../../electron/services/files/data-folder.ts';
import {
  readAssessmentFolder,
  writeNewAssessmentFolder,
} from '../../../../../../electron/services/assessment/assessment-folder.ts';
import type { Assessment } from '../../../../../../shared/assessment/schema.ts';
import { failureOf, readHere } from '../../import/reader.ts';
import { type Fixture, tempFolder } from '../../package/fixture.ts';
import { deskFor, flipByte, folderOf, packageFile, unitFixture } from '../fixture.ts';

const NOW = new Date('2026-11-21T01:00:00Z');
const HERE = { spawnReader: readHere };

interface Handed {
  readonly fixture: Fixture;
  /** With the exported revision recorded, as it is in the unit's folder. */
  readonly assessment: Assessment;
  readonly path: string;
  readonly desk: DeskSession;
  readonly key: string;
}

async function handIn(): Promise<Handed> {
  const fixture = await unitFixture({ name: '甲市城管局', points: 4500 });
  const { path, assessment } = await packageFile(fixture, await folderOf('收到'), '甲.zip');
  const desk = await DeskSession.open(await deskFor(fixture), { now: () => NOW });
  const { key } = await desk.receive({ path, name: '甲.zip' }, { receivedOn: '2026-11-21' });
  return { fixture, assessment, path, desk, key };
}

describe('反馈包 on the unit’s side', () => {
  async function feedbackFile({ desk, key }: Handed): Promise<string> {
    const [first] = (await desk.load(key)).assessment.entries['1.2']!.evidence;
    await desk.editReview(key, { kind: 'agree', codes: ['1.1'] });
    await desk.editReview(key, { kind: 'score', code: '1.2', input: { kind: 'award', points: 4000 } });
    await desk.editReview(key, { kind: 'setReason', code: '1.2', reason: '少一次培训' });
    await desk.editReview(key, {
      kind: 'decideEvidence',
      code: '1.2',
      sha256: first!,
      decision: 'rejected',
      reason: '没有日期',
    });
    const folder = await tempFolder();
    const options = {
      desk: { ...desk.desk, office: '示例市司法局' },
      today: '2026-11-28',
      software: 'test 1',
      folder,
    };
    const path = join(folder, '反馈.zip');
    const standing = { label: '完好', eligibility: '符合推荐条件', eligible: true, doubts: [], decision: '' };
    const input = { ...(await desk.load(key)), standing };
    await writeFile(path, await buildPackageFile('feedback', input, options));
    return path;
  }

  async function unitSide(): Promise<{
    open: (path: string) => Promise<string>;
    folder: (id: string) => Promise<string>;
    assessments: Assessments;
    sessions: Sessions<AssessmentSession>;
  }> {
    const assessments = new Assessments(new DataFolder(await tempFolder()));
    const sessions = new Sessions({
      open: async (id) => AssessmentSession.open(await assessments.folderOf(id), { now: () => NOW }),
      what: '这份自评档案',
    });
    const job = { signal: new AbortController().signal, step: () => undefined, progress: () => undefined };
    return {
      assessments,
      sessions,
      folder: (id) => assessments.folderOf(id),
      open: async (path) => {
        const file = { path, name: 'x.zip', ownership: 'borrowed' } as const;
        const result = await openJob({ assessments, sessions }, file, {
          as: 'continue',
          staging: await tempFolder(),
          now: new Date(),
          job,
        });
        if (result.kind !== 'open') throw new Error('not opened');
        return result.id;
      },
    };
  }

  it('stands beside the unit’s own entries, none of them changed, and opens the way to the next revision', async () => {
    const handed = await handIn();
    const feedback = await feedbackFile(handed);
    const unit = await unitSide();
    const { fixture, assessment } = handed;
    await writeNewAssessmentFolder(await unit.assessments.newFolder('甲市城管局', assessment.id), {
      assessment,
      standardBytes: fixture.standardBytes,
      evidence: (sha256) => join(fixture.evidenceFolder, sha256),
    });

    const readme = (await partOf(await readFile(feedback), '说明文件.txt')).toString('utf8').split('\r\n');
    expect(readme).toEqual([
      '甲市城管局自评材料第1版的核验反馈',
      '',
      '核验单位：示例市司法局',
      expect.stringMatching(/^日期：\d{4}-\d{2}-\d{2}$/),
      '',
      '打开方法：在标兵自评的首页选“打开推荐包”，选择这个压缩包，不需要解压。',
      '没有程序时，可直接阅读 data 文件夹里的核验报告。',
      '',
    ]);
    expect(await unit.open(feedback)).toBe(assessment.id);
    const content = await readAssessmentFolder(await unit.folder(assessment.id));
    expect(content.assessment.feedback).toMatchObject({
      revision: 1,
      selfScore: 9500,
      verifiedScore: 9000,
      date: '2026-11-28',
      notes: ['佐证材料4件次未看'],
      items: [
        {
          code: '1.2',
          self: '45',
          verified: '40',
          reason: '少一次培训',
          evidence: [{ label: '培训照片', decision: 'rejected', reason: '没有日期' }],
        },
      ],
    });
    expect(content.assessment.entries).toEqual(assessment.entries);
    expect(content.assessment.evidence).toEqual(assessment.evidence);

    const exporting = {
      ...fixture,
      mode: 'final',
      today: '2026-11-29',
      software: SOFTWARE,
      outFolder: await tempFolder(),
      record: () => Promise.resolve(),
    } as const;
    const same = await exportAssessment({ ...exporting, assessment: content.assessment });
    expect(same).toMatchObject({ repeated: true, revision: 1 });
    const edited = await unit.sessions.during(assessment.id, async (session) => {
      await session.document.editNow({ kind: 'score', code: '1.2', input: { kind: 'award', points: 4100 } });
      return session.assessment;
    });
    const next = await exportAssessment({ ...exporting, assessment: edited });
    expect(next).toMatchObject({ repeated: false, revision: 2, previousRevision: 1 });
    expect((await partOf(await readFile(next.file), 'assessment.json')).toString()).not.toContain(
      '少一次培训',
    );
  });

  it('asks for the package first where the assessment is gone, and then works', async () => {
    const handed = await handIn();
    const feedback = await feedbackFile(handed);
    const unit = await unitSide();
    const failure = await failureOf(unit.open(feedback));
    expect(failure.code).toBe('feedback-unknown-assessment');
    expect(failure.remedy).toContain('推荐包');
    expect(await unit.assessments.list()).toEqual([]);

    const id = await unit.open(handed.path);
    expect(await unit.open(feedback)).toBe(id);
    const { assessment } = await readAssessmentFolder(await unit.folder(id));
    expect(assessment.feedback?.items).toHaveLength(1);
    expect(assessment.entries).toEqual(handed.assessment.entries);
  });

  it('is refused when one byte of it changed, and nothing is touched', async () => {
    const handed = await handIn();
    const unit = await unitSide();
    const id = await unit.open(handed.path);
    const broken = join(await tempFolder(), '坏.zip');
    await flipByte(await feedbackFile(handed), broken);
    expect((await failureOf(unit.open(broken))).code).toMatch(/^(feedback|package)-(damaged|unsafe)$/);
    expect((await readAssessmentFolder(await unit.folder(id))).assessment.feedback).toBeUndefined();
  });

  it('is told apart from a package in the office’s inbox', async () => {
    const handed = await handIn();
    const verification = await verifyPackage(await feedbackFile(handed));
    expect(verification.status).toBe('unsupported');
    expect(verification.problems.map(({ message }) => message).join()).toContain('反馈');
  });
});

describe('a workbook filled in without this program', () => {
  async function workbookOf(path: string): Promise<WorkBook> {
    return read(await partOf(await readFile(path), '推荐材料.xlsx'), { cellStyles: true });
  }

  /** Writes into the columns 核验分 and 核验意见 beside a code. */
  function fill(book: WorkBook, code: string, score: string | number, opinion: string): void {
    const sheet = book.Sheets['自评打分表']!;
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' });
    const head = rows.findIndex((row) => row.includes('核验分'));
    const row = rows.findIndex((each) => each[rows[head]!.indexOf('编号')] === code);
    const put = (title: string, value: string | number): void => {
      const at = { r: row, c: rows[head]!.indexOf(title) };
      utils.sheet_add_aoa(sheet, [[value]], { origin: at });
    };
    put('核验分', score);
    put('核验意见', opinion);
  }

  async function saved(book: WorkBook): Promise<string> {
    const path = join(await tempFolder(), '填好的.xlsx');
    await writeFile(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    return path;
  }

  it('is read back by item code, and taken as one step', async () => {
    const { desk, key, path } = await handIn();
    const book = await workbookOf(path);
    fill(book, '1.1', 49.5, '缺一份方案');
    fill(book, '1.2', '45', '');
    const { rows, remarks } = await readWorkbookScores(await saved(book), await desk.load(key), HERE);
    expect(remarks).toEqual([]);
    expect(rows.map(({ code, outcome, score }) => [code, outcome, score])).toEqual([
      ['1.1', 'new', '49.50'],
      ['1.2', 'new', '45'],
    ]);
    const entries = Object.fromEntries(rows.flatMap(({ code, entry }) => (entry ? [[code, entry]] : [])));
    const { candidate } = await desk.editReview(key, { kind: 'takeEntries', entries });
    expect(candidate.verifiedScore).toBe(9450);
    const again = await readWorkbookScores(await saved(book), await desk.load(key), HERE);
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['same', 'same']);
  });

  it('warns where the workbook belongs to another package', async () => {
    const [mine, other] = [await handIn(), await handIn()];
    const book = await workbookOf(other.path);
    fill(book, '1.1', 60, '');
    const { rows, remarks } = await readWorkbookScores(
      await saved(book),
      await mine.desk.load(mine.key),
      HERE,
    );
    expect(remarks.join()).toContain('另一个推荐包');
    expect(rows).toMatchObject([{ code: '1.1', outcome: 'problem', message: '60分不在0至50分之间' }]);
  });

  it('says that an untouched one has nothing filled in, and that any other table is none', async () => {
    const { desk, key, path } = await handIn();
    const loaded = await desk.load(key);
    const untouched = await readWorkbookScores(await saved(await workbookOf(path)), loaded, HERE);
    expect(untouched).toMatchObject({ rows: [], remarks: [expect.stringContaining('没有填写')] });
    const foreign = utils.book_new();
    utils.book_append_sheet(
      foreign,
      utils.aoa_to_sheet([
        ['编号', '得分'],
        ['1.1', 5],
      ]),
      '表',
    );
    const failure = await failureOf(readWorkbookScores(await saved(foreign), loaded, HERE));
    expect(failure.code).toBe('no-score-sheet');
  });

  it('reads a survey', async () => {
    const book = utils.book_new();
    const rows = [['满意度调查'], ['样本数', '满意数'], [200, 183]];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '调查');
    expect(await readSurvey(await saved(book), HERE)).toMatchObject({ sample: 200, satisfied: 183 });
    const foreign = utils.book_new();
    utils.book_append_sheet(
      foreign,
      utils.aoa_to_sheet([
        ['甲', '乙'],
        [1, 2],
      ]),
      '表',
    );
    expect((await failureOf(readSurvey(await saved(foreign), HERE))).code).toBe('no-survey');
  });
});

async function partOf(bytes: Buffer, name: string): Promise<Buffer> {
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith(`/${name}`)) continue;
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
  throw new Error(`${name} is not in the file`);
}
