import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import type { CallName, CallOutput } from '../../../../../shared/contract/contract.ts';
import { contract } from '../../../../../shared/contract/contract.ts';
import { repository } from '../../../../repository.ts';
import { tempFolder } from '../../../temp-folders.ts';
import { docx } from './docx.ts';
import { KINDS, shippedBytes } from './fixture.ts';

let root: string;
let host: Host;

beforeEach(async () => {
  root = await tempFolder();
  const now = () => new Date('2026-11-20T08:00:00Z');
  host = createHost({ root, resources: repository, door: 'local', version: '0.1.0', now });
  onTestFinished(() => host.close());
});

async function ask<N extends CallName>(name: N, input: unknown): Promise<CallOutput<N>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
}

async function opened(): Promise<string> {
  const { id } = await ask('openSample', {});
  await ask('openDocument', { ref: { document: 'assessment', id } });
  return id;
}

async function offered(name: string, bytes: Buffer): Promise<string> {
  const path = join(await tempFolder(), name);
  await writeFile(path, bytes);
  return host.offerFile({ path, name, ownership: 'borrowed' });
}

const add = async (name: string, bytes: Buffer) =>
  ask('addPaperTemplate', { token: await offered(name, bytes) });
const made = (id: string, template: object) =>
  ask('makePaper', { id, template, authorityOpinion: 'without' });
const textAt = async (name: string): Promise<string> =>
  (await mammoth.extractRawText({ path: join(root, '导出', name) })).value;

describe('papers', () => {
  it('are made in 导出, named by what they are and whose', async () => {
    const id = await opened();
    for (const paper of KINDS) {
      const { fileName, bytes } = await made(id, { of: 'program', paper });
      expect(fileName).toMatch(
        /^(日常自评情况表|承诺书|自评报告|佐证材料目录)-示例市城市管理综合行政执法队（示例）-\d{8}-\d{6}.*\.docx$/,
      );
      expect(readFileSync(join(root, '导出', fileName))).toHaveLength(bytes);
      expect(await textAt(fileName)).toContain(paper === 'evidence' ? '综合汇报材料' : '示例市');
    }
  });

  it('have the numbers of the package’s own list', async () => {
    const id = await opened();
    const { fileName } = await made(id, { of: 'program', paper: 'evidence' });
    const { value } = await mammoth.convertToHtml({ path: join(root, '导出', fileName) });
    // The first place of the standard has the first numbers.
    expect(value).toMatch(/1\.1 组织领导[\s\S]*?<p>1<\/p>/);
  });
});

describe('own templates', () => {
  it('are ours, exported, changed, added, filled, and moved away', async () => {
    const id = await opened();
    const { fileName } = await ask('exportPaperTemplate', { paper: 'pledge' });
    expect(readFileSync(join(root, '导出', fileName)).equals(shippedBytes('pledge'))).toBe(true);

    expect(await add('本局承诺书.docx', docx(['我局【单位名称】承诺。']))).toEqual({
      name: '本局承诺书.docx',
      faults: [],
      remarks: [],
    });
    const { templates, folder } = await ask('listPaperTemplates', {});
    expect(templates).toEqual([{ name: '本局承诺书.docx', faults: [], remarks: [] }]);
    expect(folder).toBe(join(root, '文书模板'));
    const paper = await made(id, { of: 'office', name: '本局承诺书.docx' });
    expect(paper.fileName).toMatch(/^本局承诺书-/);
    expect(await textAt(paper.fileName)).toContain('我局示例市城市管理综合行政执法队（示例）承诺。');

    const { movedTo } = await ask('removePaperTemplate', { name: '本局承诺书.docx' });
    expect(existsSync(movedTo)).toBe(true);
    expect((await ask('listPaperTemplates', {})).templates).toEqual([]);
  });

  it('that came from ours get the name of ours in the campaign', async () => {
    const id = await opened();
    const { fileName } = await ask('exportPaperTemplate', { paper: 'application' });
    expect(fileName).toMatch(/^模板-标兵推荐表-\d{8}-\d{9}\.docx$/);
    const bytes = readFileSync(join(root, '导出', fileName));
    for (const [name, made] of [
      [fileName, /^日常自评情况表-示例市/],
      ['本局用表.docx', /^本局用表-示例市/],
    ] as const) {
      await add(name, bytes);
      const paper = await ask('makePaper', {
        ...{ id, authorityOpinion: 'without' },
        template: { of: 'office', name },
      });
      expect(paper.fileName).toMatch(made);
      expect(await textAt(paper.fileName)).toMatch(/^日常自评情况表/);
    }
  });

  it('say what hardly can be meant, and are added all the same', async () => {
    expect(await add('旧.docx', docx(['[单位名称]承诺']))).toMatchObject({
      faults: [],
      remarks: ['没有一个【字段】，生成的每一份都一样', expect.stringContaining('“[单位名称]”不是字段')],
    });
  });

  it('with faults are not added, all named at once', async () => {
    const { faults } = await add('错.docx', docx(['【甲】', '【#差距】']));
    expect(faults).toHaveLength(2);
    expect(readdirSync(root)).not.toContain('文书模板');
    expect((await add('宏.docm', docx(['x']))).faults).toEqual(['文件名要以 .docx 结尾']);
    expect((await add('大.docx', Buffer.alloc(6 * 2 ** 20))).faults[0]).toContain('文件太大');
  });

  it('with faults make nothing, and nobody takes another’s place', async () => {
    const id = await opened();
    await add('甲.docx', docx(['【单位名称】']));
    await expect(add('甲.docx', docx(['【地域】']))).rejects.toThrow('已经有一个叫“甲.docx”的模板');
    await writeFile(join(root, '文书模板', '乙.docx'), docx(['【不知道】', '【也不知道】']));
    await writeFile(join(root, '文书模板', '~$乙.docx'), 'lock of Word');
    const { templates } = await ask('listPaperTemplates', {});
    expect(templates.map(({ name, faults }) => [name, faults.length])).toEqual([
      ['甲.docx', 0],
      ['乙.docx', 2],
    ]);
    await expect(made(id, { of: 'office', name: '乙.docx' })).rejects.toThrow(
      /有2处要改：.*没有“不知道”.*没有“也不知道”/,
    );
    expect(existsSync(join(root, '导出'))).toBe(false);
  });

  it.each(['../甲.docx', '没有.docx', 'C:\\甲.docx'])('are looked up, never a path: %s', async (name) => {
    const id = await opened();
    await expect(made(id, { of: 'office', name })).rejects.toThrow('template-unknown');
    await expect(ask('removePaperTemplate', { name })).rejects.toThrow('template-unknown');
  });

  it.skipIf(process.platform === 'win32')('that are links are not followed', async () => {
    await mkdir(join(root, '文书模板'));
    const elsewhere = join(await tempFolder(), 'x.docx');
    await writeFile(elsewhere, docx(['【单位名称】']));
    await symlink(elsewhere, join(root, '文书模板', '链接.docx'));
    const [linked] = (await ask('listPaperTemplates', {})).templates;
    expect(linked?.faults[0]).toContain('不是文件本身');
  });
});
