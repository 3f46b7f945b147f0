import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import PizZip from 'pizzip';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import { readCaseText } from '../../../../../electron/services/import/read-case-text.ts';
import { contract, type CallName, type CallOutput } from '../../../../../shared/contract/contract.ts';
import { checkCase } from '../../../../../shared/registers/cases/check.ts';
import { partCase } from '../../../../../shared/registers/cases/parted.ts';
import { repository } from '../../../../repository.ts';
import { editDocument } from '../../../documents.ts';
import { CLEAN, sample } from '../../../shared/registers/cases/samples.ts';
import { tempFolder } from '../../../temp-folders.ts';
import { readHere } from '../import/reader.ts';

const HERE = { spawnReader: readHere };
let root: string;
let host: Host;

beforeEach(async () => {
  root = await tempFolder();
  const now = () => new Date('2026-11-20T08:00:00Z');
  host = createHost({ root, resources: repository, door: 'local', version: '0.1.0', now, ...HERE });
  onTestFinished(() => host.close());
});

async function ask<N extends CallName>(name: N, input: unknown): Promise<CallOutput<N>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
}

/** A year with one case. */
async function withCase(fields: Record<string, string>) {
  const { id } = await ask('createYear', {
    unit: '示例局',
    category: '',
    year: 2026,
    tasks: { from: 'none' },
  });
  const entryId = randomUUID();
  const entries = [{ id: entryId, fields, files: [] }];
  await editDocument(host, { document: 'year', id }, { kind: 'addEntries', register: 'cases', entries });
  return { id, entryId };
}

const exported = async (fields: Record<string, string>): Promise<string> => {
  const { fileName } = await ask('exportCase', await withCase(fields));
  return join(root, '导出', fileName);
};

async function readFrom(name: string, content: string | Uint8Array) {
  const path = join(await tempFolder(), name);
  await writeFile(path, content);
  const { jobId } = await ask('readCaseFile', {
    token: host.offerFile({ path, name, ownership: 'borrowed' }),
  });
  for (;;) {
    const status = await ask('jobStatus', { jobId });
    if (status.state !== 'running') return status;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('a case as .docx', () => {
  it.each(CLEAN)('holds %s, which counts as it did', async (name) => {
    const { title, text } = partCase(sample(name), 500);
    const path = await exported({ title, text });
    expect(path).toContain(`典型案例-${title.slice(0, 10)}`);
    const { text: back } = await readCaseText(path, HERE);
    const lines = (whole: string) => whole.split('\n').flatMap((line) => line.trim() || []);
    expect(lines(back)).toEqual([title, ...lines(text)]);
    const { words, findings } = checkCase(sample(name));
    expect(checkCase(back).words).toBe(words);
    expect(checkCase(back).findings.map(({ code }) => code)).toEqual(findings.map(({ code }) => code));
  });

  it('sets headings apart from paragraphs, and is plain where there is no title', async () => {
    const path = await exported({ text: '一、工作背景\n　　背景<&>【标题】。' });
    expect((await readCaseText(path, HERE)).text).toBe('一、工作背景\n背景<&>【标题】。');
    const xml = new PizZip(readFileSync(path)).file('word/document.xml')?.asText() ?? '';
    const [heading, paragraph] = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
    expect(heading).toContain('黑体');
    expect(paragraph).toContain('仿宋');
    expect(paragraph).toContain('w:firstLine');
  });

  it('comes from the template that its script makes', async () => {
    const script = pathToFileURL(join(repository, 'build/make-papers.mjs')).href;
    const { makePapers } = (await import(script)) as {
      makePapers: () => Promise<ReadonlyMap<string, Buffer>>;
    };
    const shipped = readFileSync(join(repository, 'scoring-standards/templates/papers/case.docx'));
    expect((await makePapers()).get('case.docx')?.equals(shipped)).toBe(true);
  });

  it('is not made of a case that is gone', async () => {
    const { id } = await withCase({ title: '标题' });
    await expect(ask('exportCase', { id, entryId: randomUUID() })).rejects.toThrow('这篇案例已经在别处删除');
  });

  it('is named in the table of the register, whose cells are too small for its text', async () => {
    const { id } = await withCase({ title: '夜市油烟', text: '我局的正文。' });
    const { fileName } = await ask('exportRegister', { id, register: 'cases' });
    const zip = new PizZip(readFileSync(join(root, '导出', fileName)));
    const words = Object.values(zip.files)
      .filter(({ name }) => name.endsWith('.xml'))
      .map((file) => file.asText())
      .join('');
    expect(words).toContain('夜市油烟');
    expect(words).toContain('正文另行导出');
    expect(words).not.toContain('我局的正文');
  });
});

describe('a case that was written elsewhere', () => {
  it('is read as text, by a job', async () => {
    expect(await readFrom('a.txt', '标题\r\n正文')).toMatchObject({
      state: 'done',
      result: { kind: 'caseText', text: '标题\r\n正文' },
    });
  });

  it('is refused in words where it is no document or no case', async () => {
    const page = readFileSync(join(repository, 'tests/fixtures/import-files/merged.html'));
    expect(await readFrom('a.html', page)).toMatchObject({ failure: { code: 'import-other-kind' } });
    // Readable, but longer than a field holds.
    expect(await readFrom('b.txt', '字'.repeat(20_001))).toMatchObject({
      state: 'failed',
      failure: { code: 'case-too-long', message: '这份文件有 20001 个字符，超过 20000 个，不像一篇案例。' },
    });
  });
});
