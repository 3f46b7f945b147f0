import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../../../../electron/services/assessment/open-package.ts';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { readAssessmentFolder } from '../../../../../electron/services/assessment/assessment-folder.ts';
import { exportFixture, makeFixture, sha256, tempFolder } from './fixture.ts';
import { Forgery } from './forge.ts';

describe('an exported package', () => {
  it('is intact, names itself, and says what it holds', async () => {
    const fixture = await makeFixture();
    const exported = await exportFixture(fixture);
    expect(exported.fileName).toBe('【自查】示例市示例区城市管理局_测试_2026-11-20_第1版.zip');
    expect(exported).toMatchObject({
      revision: 1,
      draft: false,
      repeated: false,
      selfScore: 9500,
      files: 10,
    });
    expect(exported.sealCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    const verification = await verifyPackage(exported.file);
    expect(verification).toMatchObject({
      status: 'intact',
      problems: [],
      unit: '示例市示例区城市管理局',
      campaign: '测试活动',
      selfScore: '95.00',
      sealCode: exported.sealCode,
      revision: 1,
      files: 10,
    });
    expect(await readdir(dirname(exported.file))).toEqual([exported.fileName]);
  });

  it('lays out its payload as promised', async () => {
    const { root } = await Forgery.of((await exportFixture(await makeFixture())).file);
    const paths = (await readFile(join(root, 'manifest-sha256.txt'), 'utf8')).match(/data\/.*/g);
    expect(paths).toEqual([
      'data/推荐材料.xlsx',
      'data/目录.html',
      'data/assessment.json',
      'data/standard.json',
      'data/汇报材料/综合汇报材料/01 综合汇报材料.docx',
      'data/佐证材料/1.1 项目1.1/01 实施方案.txt',
      'data/佐证材料/1.1 项目1.1/02 培训照片.jpg',
      'data/佐证材料/1.1 项目1.1/03 实施方案.txt',
      'data/佐证材料/1.2 项目1.2/01 完成率100％.TXT',
      'data/佐证材料/未对应评分项/01 没有用到.txt',
    ]);
    expect((await verifyPackage(root)).status).toBe('intact');
    expect((await verifyPackage(dirname(root))).status).toBe('intact');
  });

  it('is the same bytes when nothing has changed, whatever the day and the save time', async () => {
    const fixture = await makeFixture();
    const first = await exportFixture(fixture);
    const assessment = { ...first.assessment, updatedAt: '2026-11-25T08:00:00.000Z' };
    const second = await exportFixture({ ...fixture, assessment }, { today: '2026-11-26' });
    expect(second).toMatchObject({
      repeated: true,
      revision: 1,
      date: '2026-11-20',
      sealCode: first.sealCode,
    });
    expect(await readFile(second.file)).toEqual(await readFile(first.file));
    expect(second.assessment.revisions).toEqual(first.assessment.revisions);
  });

  it('is a new revision that names its predecessor when the content has changed', async () => {
    const fixture = await makeFixture();
    const first = await exportFixture(fixture);
    const changed = { ...first.assessment, unit: { ...first.assessment.unit, industry: '市政' } };
    const draft = await exportFixture({ ...fixture, assessment: changed }, { mode: 'draft' });
    expect(draft).toMatchObject({ revision: 2, previousRevision: 1, draft: true, repeated: false });
    expect(draft.fileName).toMatch(/^【自查】【草稿】/);
    const final = await exportFixture({ ...fixture, assessment: draft.assessment }, { today: '2026-11-21' });
    expect(final).toMatchObject({ revision: 3, previousRevision: 1, draft: false, date: '2026-11-21' });
    // Back to the first content: that is again something new, because revision 3 was handed in between.
    const back = { ...final.assessment, unit: first.assessment.unit };
    expect(await exportFixture({ ...fixture, assessment: back })).toMatchObject({
      revision: 4,
      previousRevision: 3,
    });
  });

  it('is a new revision when a newer program writes it differently: a stamped seal code stays true', async () => {
    const fixture = await makeFixture();
    const first = await exportFixture(fixture);
    const outFolder = await tempFolder();
    const options = { software: 'biaobing 9.9.9', outFolder };
    const second = await exportFixture({ ...fixture, assessment: first.assessment }, options);
    expect(second).toMatchObject({ revision: 2, previousRevision: 1, repeated: false });
    expect(second.assessment.revisions[0]).toEqual(first.assessment.revisions[0]);
    expect(await readdir(outFolder)).toEqual([second.fileName]);
    const third = await exportFixture({ ...fixture, assessment: second.assessment }, options);
    expect(third).toMatchObject({ revision: 2, repeated: true, sealCode: second.sealCode });
  });

  it.each(['shorter', 'as long'])(
    'never takes the place of another file of its name (one that is %s): a new revision takes the next number',
    async (kind) => {
      const fixture = await makeFixture();
      const outFolder = await tempFolder();
      const first = await exportFixture(fixture, { outFolder });
      const bytes = await readFile(first.file);
      const other = kind === 'shorter' ? Buffer.from('PK') : Buffer.from(bytes).fill(0, 100, 200);
      await writeFile(first.file, other);
      // Of an assessment that knows nothing of it: an older copy of the folder.
      const next = await exportFixture(fixture, { outFolder });
      expect(next).toMatchObject({ revision: 2, repeated: false });
      expect(next.assessment.revisions.map(({ number }) => number)).toEqual([2]);
      expect(await readFile(first.file)).toEqual(other);
      expect((await readdir(outFolder)).sort()).toEqual([first.fileName, next.fileName].sort());
      expect(await verifyPackage(next.file)).toMatchObject({ status: 'intact', revision: 2 });
    },
  );

  it('made again, goes beside a file of its name that holds something else', async () => {
    const fixture = await makeFixture();
    const outFolder = await tempFolder();
    const first = await exportFixture(fixture, { outFolder });
    const bytes = await readFile(first.file);
    await writeFile(first.file, 'PK');
    const again = { ...fixture, assessment: first.assessment };
    for (let time = 1; time <= 2; time += 1) {
      const second = await exportFixture(again, { outFolder });
      expect(second).toMatchObject({ revision: 1, repeated: true });
      expect(second.fileName).toBe(first.fileName.replace('.zip', ' (2).zip'));
      expect(await readFile(second.file)).toEqual(bytes);
      expect(await verifyPackage(second.file)).toMatchObject({ status: 'intact', problems: [] });
    }
    expect(await readFile(first.file, 'utf8')).toBe('PK');
    expect(await readdir(outFolder)).toHaveLength(2);
  });

  it('is recorded before it appears, and does not appear where that fails', async () => {
    const fixture = await makeFixture();
    const outFolder = await tempFolder();
    const seen: string[][] = [];
    const record = async () => seen.push(await readdir(outFolder));
    const { fileName } = await exportFixture(fixture, { outFolder, record });
    expect(seen).toEqual([[expect.stringMatching(/^\.biaobing-.*\.part$/)]]);
    await rm(join(outFolder, fileName));
    const failing = () => Promise.reject(new Error('disk full'));
    await expect(exportFixture(fixture, { outFolder, record: failing })).rejects.toThrow('disk full');
    expect(await readdir(outFolder)).toEqual([]);
  });

  it('does not depend on the time zone', async () => {
    const fixture = await makeFixture();
    const zone = process.env.TZ;
    const bytes = [];
    for (const each of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      process.env.TZ = each;
      bytes.push(sha256(await readFile((await exportFixture(fixture)).file)));
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(bytes).size).toBe(1);
  });
});

describe('an export that cannot be', () => {
  it('refuses a final package of a unit that is not eligible, and makes a draft of it', async () => {
    const fixture = await makeFixture({ entries: {} });
    await expect(exportFixture(fixture)).rejects.toMatchObject({
      failure: { code: 'not-eligible', message: expect.stringContaining('还有须解决的事项') as string },
    });
    const draft = await exportFixture(fixture, { mode: 'draft' });
    expect(draft.verification).toMatchObject({ status: 'intact', draft: true });
  });

  it('names evidence that is damaged or missing, and leaves nothing behind', async () => {
    const fixture = await makeFixture();
    const outFolder = await tempFolder();
    const [plan] = fixture.assessment.evidence;
    const stored = join(fixture.evidenceFolder, plan!.sha256);
    const sabotage = [
      () => writeFile(stored, '短'),
      () => writeFile(stored, Buffer.alloc(plan!.bytes, 'x')),
      () => writeFile(stored, Buffer.alloc(plan!.bytes + 1, 'x')),
      () => rm(stored),
    ];
    for (const damage of sabotage) {
      await damage();
      await expect(exportFixture(fixture, { outFolder })).rejects.toMatchObject({
        failure: { code: 'evidence-damaged', message: expect.stringContaining('实施方案') as string },
      });
      expect(await readdir(outFolder)).toEqual([]);
    }
  });

  it('names every file that is missing at once, not one at each try', async () => {
    const fixture = await makeFixture();
    for (const { sha256 } of fixture.assessment.evidence) await rm(join(fixture.evidenceFolder, sha256));
    const refused = await exportFixture(fixture).catch((error: unknown) => error);
    const { message } = (refused as { failure: { message: string } }).failure;
    for (const { label } of fixture.assessment.evidence) expect(message).toContain(`“${label}”`);
  });

  /** As an older program took it: the content of one piece becomes a program. */
  async function withProgram(fileName: string, content: Buffer) {
    const fixture = await makeFixture();
    const [plan, photo] = fixture.assessment.evidence;
    const program = { ...photo!, sha256: sha256(content), bytes: content.length, fileName, label: '现场' };
    await writeFile(join(fixture.evidenceFolder, program.sha256), content);
    const entries = Object.fromEntries(
      Object.entries(fixture.assessment.entries).map(([code, entry]) => [
        code,
        {
          ...entry,
          evidence: entry.evidence.map((hash) => (hash === photo!.sha256 ? program.sha256 : hash)),
        },
      ]),
    );
    const evidence = [plan!, program, ...fixture.assessment.evidence.slice(2)];
    const materials = { report: { files: [{ sha256: program.sha256, theme: '' }], checked: [] } };
    return { ...fixture, assessment: { ...fixture.assessment, entries, evidence, materials } };
  }

  it.each([
    ['程序.exe', Buffer.from('anything')],
    ['现场.jpg', Buffer.from('\x7fELF\x02\x01', 'latin1')],
  ])(
    'names %s, which a system would run, with all that uses it, and writes nothing',
    async (name, content) => {
      const fixture = await withProgram(name, content);
      for (const mode of ['final', 'draft'] as const) {
        const outFolder = await tempFolder();
        await expect(exportFixture(fixture, { mode, outFolder })).rejects.toMatchObject({
          failure: {
            code: 'executable',
            message: `“现场”（${name}，用于：1.1 项目1.1、1.2 项目1.2、材料“综合汇报材料”）是程序、脚本或快捷方式一类的文件，不能放进推荐包。`,
          },
        });
        expect(await readdir(outFolder)).toEqual([]);
      }
    },
  );

  it('stops when cancelled, and leaves nothing behind', async () => {
    const fixture = await makeFixture();
    const outFolder = await tempFolder();
    for (const at of ['正在写入自查包', '正在核验自查包']) {
      const controller = new AbortController();
      const progress = ({ step }: { step: string }): void => {
        if (step === at) controller.abort();
      };
      const options = { outFolder, signal: controller.signal, progress };
      await expect(exportFixture(fixture, options)).rejects.toMatchObject({ name: 'AbortError' });
      expect(await readdir(outFolder)).toEqual([]);
    }
  });

  it('refuses a standard that is not the one of the assessment', async () => {
    const fixture = await makeFixture();
    const standardBytes = Buffer.from(`${fixture.standardBytes.toString()} `);
    await expect(exportFixture({ ...fixture, standardBytes })).rejects.toMatchObject({
      failure: { code: 'standard-changed' },
    });
  });
});

describe('an assessment that contradicts itself', () => {
  it('is not exported; the sentence says where, and nothing is left', async () => {
    const fixture = await makeFixture();
    const [first] = fixture.assessment.evidence;
    const evidence = [...fixture.assessment.evidence, first!];
    const outFolder = await tempFolder();
    const exporting = exportFixture(
      { ...fixture, assessment: { ...fixture.assessment, evidence } },
      { outFolder },
    );
    await expect(exporting).rejects.toMatchObject({
      failure: {
        code: 'contradicts',
        message: '自评档案里有互相矛盾的内容：材料清单里同一份材料登记了几次。',
        remedy:
          '请按提示改正（材料有误的，移除后重新添加原文件），再导出；仍然如此，请把这句提示告诉技术支持人员。',
      },
    });
    expect(await readdir(outFolder)).toEqual([]);
  });
});

describe('a package opened again', () => {
  it('is the same assessment, standard and evidence, with the seal code of the package', async () => {
    const fixture = await makeFixture({ sample: true });
    const exported = await exportFixture(fixture, { mode: 'draft' });
    const folder = join(await tempFolder(), '还原');
    const { assessment } = await openPackage(exported.file, folder);
    const read = await readAssessmentFolder(folder);
    expect(read.assessment).toEqual(assessment);
    // When it was last saved is the only thing that a package does not carry.
    expect({ ...assessment, updatedAt: '' }).toEqual({ ...exported.assessment, updatedAt: '' });
    expect(assessment.revisions.at(-1)).toMatchObject({ sealCode: exported.sealCode, draft: true });
    expect(read.standardBytes).toEqual(fixture.standardBytes);
    for (const { sha256: hash } of assessment.evidence) {
      expect(sha256(await readFile(join(folder, 'evidence', hash)))).toBe(hash);
    }
    expect(await readdir(dirname(folder))).toEqual(['还原']);
    // Exported again, it is the same package.
    const again = await exportFixture(
      { ...fixture, assessment, evidenceFolder: join(folder, 'evidence') },
      { mode: 'draft' },
    );
    expect(await readFile(again.file)).toEqual(await readFile(exported.file));
  });

  it('is refused when it is not intact, and no folder appears', async () => {
    const exported = await exportFixture(await makeFixture());
    const bytes = await readFile(exported.file);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(exported.file, bytes);
    const parent = await tempFolder();
    await expect(openPackage(exported.file, join(parent, 'x'))).rejects.toMatchObject({
      failure: { code: 'package-damaged' },
    });
    expect(await readdir(parent)).toEqual([]);
  });
});
