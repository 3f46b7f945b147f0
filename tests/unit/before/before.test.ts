import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHost, type Host } from '../../../electron/services/host.ts';
import { openPackage } from '../../../electron/services/assessment/open-package.ts';
import { readFeedback } from '../../../electron/services/package/feedback.ts';
import { verifyPackage } from '../../../electron/services/package/verify.ts';
import { readAssessmentFolder } from '../../../electron/services/assessment/assessment-folder.ts';
import { parseStandard } from '../../../electron/services/standards/library.ts';
import type * as z from 'zod';
import type { CallName, contract } from '../../../shared/contract/contract.ts';
import { rankCandidates } from '../../../shared/review/ranking.ts';
import { formatPoints } from '../../../shared/values/points.ts';
import { scoreAssessment } from '../../../shared/scoring/report.ts';
import { isSafeFileName } from '../../../shared/values/file-names.ts';
import { allItems } from '../../../shared/standard/places.ts';
import { tempFolder } from '../electron/services/package/fixture.ts';
import { assessmentRef, deskRef, editDocument, openDocument, reviewRef, undoDocument } from '../documents.ts';
import { repository } from '../../repository.ts';

/**
 * What the program of 2020-11 wrote (tests/fixtures/before): every later one reads it, with the same words,
 * scores and codes. Never made anew: a change that needs that has broken somebody's files.
 */
const before = join(repository, 'tests/fixtures/before');
const PACKAGE = join(before, '示例推荐包.zip');
const SEAL = 'VRR2-TX4G-CXWP-7JPD';

describe('a package of before', () => {
  it('is whole, as profile 1', async () => {
    const verification = await verifyPackage(PACKAGE);
    expect(verification).toMatchObject({
      status: 'intact',
      selfScore: '94.31',
      sealCode: SEAL,
      problems: [],
    });
  });

  it('opens as the full assessment', async () => {
    const folder = join(await tempFolder(), 'opened');
    await openPackage(PACKAGE, folder);
    expect(await scoreOf(folder)).toBe('94.31');
    expect((await readdir(join(folder, 'evidence'))).length).toBe(21);
  });

  it('brings its feedback', async () => {
    const feedback = await readFeedback(join(before, '反馈包.zip'));
    expect(feedback).toMatchObject({
      unit: '示例市甲区城市管理局',
      feedback: { revision: 1, selfScore: 9431 },
    });
  });
});

describe('a data folder of before', () => {
  it('scores the same', async () => {
    expect(await scoreOf(join(before, '示例自评档案'))).toBe('94.31');
  });

  it.each(['../../x.txt', 'a:b.pdf', 'CON.pdf', '\u202egpj.exe', 'a.pdf.', '..', '', '长'.repeat(90)])(
    'opens with the file name %j that an older version took over, made safe',
    async (fileName) => {
      const folder = join(await tempFolder(), '示例自评档案');
      await cp(join(before, '示例自评档案'), folder, { recursive: true });
      const file = join(folder, 'assessment.json');
      const json = JSON.parse(await readFile(file, 'utf8')) as { evidence: { fileName: string }[] };
      json.evidence[0]!.fileName = fileName;
      await writeFile(file, JSON.stringify(json));
      const { assessment, notices } = await readAssessmentFolder(folder);
      expect(isSafeFileName(assessment.evidence[0]!.fileName)).toBe(true);
      expect(notices).toEqual([]);
    },
  );

  it('holds a usable imported standard', async () => {
    const standard = await parseStandard(join(before, '数据文件夹/标准库/02-2018-b152ef7c.json'));
    expect(allItems(standard)).toHaveLength(24);
    expect(formatPoints(standard.fullScore)).toBe('100.00');
  });

  describe('in the program', () => {
    let host: Host;

    beforeAll(async () => {
      const root = join(await tempFolder(), '数据文件夹');
      await cp(join(before, '数据文件夹'), root, { recursive: true });
      await cp(join(before, '示例自评档案'), join(root, '示例自评档案'), { recursive: true });
      host = createHost({ root, door: 'local', version: '0.1.0', resources: join(before, '../../..') });
      return () => host.close();
    });

    /** As the interface calls it: decimal strings on the wire. */
    async function call<N extends CallName>(
      name: N,
      input: z.input<(typeof contract)[N]['input']>,
    ): Promise<z.input<(typeof contract)[N]['output']>> {
      const reply = await host.call(name, input);
      if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`);
      return reply.value as z.input<(typeof contract)[N]['output']>;
    }

    it('is edited and undone', async () => {
      const { assessments } = await call('listAssessments', {});
      expect(assessments.map(({ problem, total }) => [problem, total])).toEqual([[undefined, '94.31']]);
      const id = assessments[0]!.id;
      const { value: assessment } = await openDocument(host, assessmentRef(id));
      const code = Object.keys(assessment.entries)[0]!;
      const edit = { kind: 'setReason', code, reason: '改过的自评说明' } as const;
      const edited = await editDocument(host, assessmentRef(id), edit);
      expect(edited.value.entries[code]?.reason).toBe(edit.reason);
      expect((await undoDocument(host, assessmentRef(id))).value).toEqual({
        ...assessment,
        updatedAt: expect.any(String) as string,
      });
    });

    it('goes on with an import that was left', async () => {
      const { imports } = await call('listImports', {});
      expect(imports).toHaveLength(1);
      const left = await openDocument(host, { document: 'import', id: imports[0]!.id });
      expect(left.tables.length).toBeGreaterThan(0);
    });

    it('opens the desk, scores, ranks and undoes as it did', async () => {
      const { desks } = await call('listDesks', {});
      const deskId = desks[0]!.id;
      const desk = await openDocument(host, deskRef(deskId));
      // desk.json is brought to version 2; nothing else is to be said.
      expect(desk.notices.map(({ code }) => code)).toEqual(['migrated']);
      expect(desk.receipts.map(({ fileName, verdict }) => [fileName, verdict]).sort()).toEqual([
        ['推荐包1.zip', 'accepted'],
        ['推荐包2.zip', 'accepted'],
        ['没传完.zip', 'damaged'],
      ]);
      const candidates = desk.candidates.map(({ unit, verifiedScore, state }) => [
        unit,
        verifiedScore === undefined ? '' : formatPoints(verifiedScore),
        state,
      ]);
      expect(candidates.sort()).toEqual([
        // Nobody has confirmed the 合理缺项 of one that was verified before they had to be.
        ['示例市乙区税务局', '94.31', 'reviewing'],
        ['示例市甲区城市管理局', '94.31', 'reviewing'],
      ]);
      expect(rankCandidates(desk.value, desk.candidates).map(({ rank }) => rank)).toEqual([1, 1]);

      const { key } = desk.candidates[0]!;
      const { value: review } = await openDocument(host, reviewRef({ deskId, key }));
      expect(review.fieldVisits[0]?.photos).toHaveLength(1);
      const edit = { kind: 'setConclusion', conclusion: '另议' } as const;
      await editDocument(host, reviewRef({ deskId, key }), edit);
      const undone = await undoDocument(host, reviewRef({ deskId, key }));
      expect(undone.value.conclusion).toBe(review.conclusion);
    });
  });
});

async function scoreOf(folder: string): Promise<string> {
  const { standard, assessment } = await readAssessmentFolder(folder);
  return formatPoints(scoreAssessment(standard, assessment).total);
}
