import { appendFileSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { CFB, read, utils } from 'xlsx';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import type { CaseFileReceipt } from '../../../../../shared/contract/contract.ts';
import { checkCase } from '../../../../../shared/registers/cases/check.ts';
import { findingsWords } from '../../../../../shared/registers/cases/finding.ts';
import { repository } from '../../../../repository.ts';
import { editDocument, openDocument, undoDocument } from '../../../documents.ts';
import { CLEAN, sample } from '../../../shared/registers/cases/samples.ts';
import { uuid } from '../../../shared/registers/rollup/fixtures.ts';
import { tempFolder } from '../../../temp-folders.ts';
import { ask, failureOf } from '../document/calls.ts';
import { docx, p } from '../import/docx.ts';
import { readHere } from '../import/reader.ts';

// The library's types leave these as any.
const compound = CFB as {
  utils: { cfb_new(): object; cfb_add(container: object, name: string, content: Buffer): void };
  write(container: object, options: { type: 'buffer' }): Uint8Array;
};
const UNIT = uuid(1);
let root: string;
let host: Host;
let id: string;
let onRead: () => void;

beforeEach(async () => {
  root = await tempFolder();
  onRead = () => undefined;
  host = createHost({
    ...{ root, resources: repository, door: 'local', version: '0.1.0' },
    now: () => new Date('2026-11-05T08:00:00Z'),
    spawnReader: () => {
      onRead();
      return readHere();
    },
  });
  onTestFinished(() => host.close());
  ({ id } = await ask(host, 'createRollup', { office: '示例市办公室', year: 2026 }));
  await openDocument(host, ref());
  const unit = { id: UNIT, name: '示例甲区政府', category: 'county-government', tasks: [] };
  await edit({ kind: 'addUnits', units: [unit] });
});

const ref = () => ({ document: 'rollup', id }) as const;
const edit = (each: object) => editDocument(host, ref(), each);
const value = async () => (await openDocument(host, ref())).value;

async function job(jobId: string) {
  for (;;) {
    const { state, result, failure } = await ask(host, 'jobStatus', { jobId });
    if (failure) return { failure };
    if (state === 'done' && result) return { result };
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function handIn(files: Record<string, string | Uint8Array | undefined>): Promise<CaseFileReceipt[]> {
  const folder = await tempFolder();
  const wanted: { token: string; unit: string }[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    if (content !== undefined) await writeFile(path, content);
    wanted.push({ token: host.offerFile({ path, name, ownership: 'borrowed' }), unit: UNIT });
  }
  const { result } = await job((await ask(host, 'collectCases', { id, files: wanted })).jobId);
  if (result?.kind !== 'caseFiles') throw new Error('No receipts');
  return result.receipts;
}

it('tells by the name that its user knows what a file should be, wherever it lies; nothing of it is kept', async () => {
  const path = join(await tempFolder(), '0');
  await writeFile(path, '标题\n正文');
  const receive = async (name: string) => {
    const token = host.offerFile({ path, name, ownership: 'borrowed' });
    const { jobId } = await ask(host, 'collectCases', { id, files: [{ token, unit: UNIT }] });
    const { result } = await job(jobId);
    return result?.kind === 'caseFiles' ? result.receipts[0] : undefined;
  };
  expect(await receive('假.docx')).toMatchObject({
    outcome: 'unread',
    words: '这份文件叫 .docx，内容却不是 Word 文档，可能已损坏',
  });
  expect(await receive('真.txt')).toMatchObject({ outcome: 'case' });
});

it('tells how far it is in bytes, as the window says it', async () => {
  const path = join(await tempFolder(), '0');
  await writeFile(path, '标题\n正文');
  const token = host.offerFile({ path, name: '甲.txt', ownership: 'borrowed' });
  const { jobId } = await ask(host, 'collectCases', { id, files: [{ token, unit: UNIT }] });
  await job(jobId);
  expect(await ask(host, 'jobStatus', { jobId })).toMatchObject({ total: 13 });
});

/** The folder of the roll-up's files. */
async function keptFiles(): Promise<string> {
  const parent = join(root, '年度任务汇总');
  const [name = ''] = (await readdir(parent)).filter((each) => !each.startsWith('.'));
  return join(parent, name, 'files');
}

/** What WPS writes: a compound file. */
function wps(): Uint8Array {
  const container = compound.utils.cfb_new();
  compound.utils.cfb_add(container, 'WordDocument', Buffer.alloc(4096, 1));
  return compound.write(container, { type: 'buffer' });
}

it('keeps each file as it came, reads and checks what it can, and tells every one', async () => {
  const text = sample(CLEAN[0]);
  const receipts = await handIn({
    '甲.txt': text,
    '甲.pptx': 'PPT',
    '乙.docx': await docx({ body: p('我局的案例') + p('由我局办理。') }),
    '丙.wps': wps(),
    '再来.txt': text,
    '空.txt': '',
    '坏.docx': 'PK\u0003\u0004坏',
    '断.docx': 'PK',
    '~$甲.docx': 'x'.repeat(162),
    'Thumbs.db': '缩略图',
    '.DS_Store': '系统',
    'desktop.ini': '[系统]',
    '程序.exe': 'MZ',
    '没了.docx': undefined,
  });
  expect(receipts.map(({ fileName, outcome, failure }) => [fileName, outcome, failure?.code])).toEqual([
    ['甲.txt', 'case', undefined],
    ['甲.pptx', 'attachment', undefined],
    ['乙.docx', 'case', undefined],
    ['丙.wps', 'unchecked', undefined],
    ['再来.txt', 'same', undefined],
    ['空.txt', 'unread', 'import-empty'],
    ['坏.docx', 'unread', expect.stringMatching(/^import-/) as string],
    ['断.docx', 'unread', 'import-damaged'],
    ...['~$甲.docx', 'Thumbs.db', '.DS_Store', 'desktop.ini'].map((name) => [name, 'junk', undefined]),
    ['程序.exe', 'unread', 'executable'],
    ['没了.docx', 'unread', expect.any(String) as string],
  ]);
  expect(receipts.every(({ words }) => words !== '' && !words.endsWith('。'))).toBe(true);
  const { cases, attachments } = await value();
  expect(cases.map((each) => [each.file.fileName, each.unit, each.day])).toEqual([
    ['甲.txt', UNIT, '2026-11-05'],
    ['乙.docx', UNIT, '2026-11-05'],
    ['丙.wps', UNIT, '2026-11-05'],
  ]);
  expect(attachments.map((each) => each.case)).toEqual([cases[0]?.id]);
  expect(checkCase(cases[1]?.text ?? '').findings.map(({ code }) => code)).toContain('own-name');
  // Nothing lies there that is not named, and all of it as it came.
  const folder = await keptFiles();
  const kept = [...cases, ...attachments].map(({ file }) => file.sha256);
  expect((await readdir(folder)).sort()).toEqual([...kept].sort());
  expect(await readFile(join(folder, cases[0]?.file.sha256 ?? ''), 'utf8')).toBe(text);
  expect((await host.evidenceFile(`rollup.${id}`, kept[3] ?? ''))?.fileName).toBe('甲.pptx');
  expect(await host.evidenceFile(`rollup.${id}`, 'f'.repeat(64))).toBeUndefined();
  // All of it is one step.
  await undoDocument(host, ref());
  expect(await value()).toMatchObject({ cases: [], attachments: [], units: [{ id: UNIT }] });
});

it('keeps nothing of a file that changes while it is read', async () => {
  const folder = await tempFolder();
  const path = join(folder, '甲.txt');
  await writeFile(path, sample(CLEAN[0]));
  onRead = () => appendFileSync(path, '改');
  const token = host.offerFile({ path, name: '甲.txt', ownership: 'borrowed' });
  const { jobId } = await ask(host, 'collectCases', { id, files: [{ token, unit: UNIT }] });
  expect((await job(jobId)).result).toMatchObject({
    receipts: [{ outcome: 'unread', failure: { code: 'case-file-changed' } }],
  });
  expect(await readdir(await keptFiles())).toEqual([]);
  expect((await value()).cases).toEqual([]);
});

it('marks by a scale that the office sets, and never above it', async () => {
  await handIn({ '甲.txt': sample(CLEAN[0]) });
  const theCase = (await value()).cases[0]?.id;
  const mark = (points: string) => edit({ kind: 'setCase', id: theCase, fields: { mark: points } });
  await expect(mark('90')).rejects.toThrow('请先填写满分，再评分');
  await edit({ kind: 'setHead', fields: { caseTop: '100' } });
  await expect(mark('100.5')).rejects.toThrow('得分超过满分 100 分');
  expect((await mark('100')).value.cases[0]?.mark).toBe(10_000);
  const gone = await edit({ kind: 'removeUnit', id: UNIT });
  expect(gone.value.cases[0]).toMatchObject({ unit: '', mark: 10_000 });
});

it('exports the list, and what is chosen as it came with the list of the disc', async () => {
  expect(await job((await ask(host, 'exportCaseDisc', { id })).jobId)).toMatchObject({
    failure: { code: 'nothing-chosen' },
  });
  const oneText = `${sample(CLEAN[0])}\n身份证号410105199003071234。`;
  await handIn({ '甲.txt': oneText, '甲.pptx': 'PPT', '乙.wps': wps() });
  await edit({
    kind: 'setHead',
    fields: { caseTop: '100', caseDay: '2026-11-06', caseSource: '通知 三（二）' },
  });
  const { cases } = await value();
  const [one, two] = cases.map((each) => each.id);
  await edit({ kind: 'setCase', id: one, fields: { mark: '88.5', chosen: true, title: '=标题' } });
  const made = async (name: string) => readFile(join(root, '导出', name));
  const listed = async () => read(await made((await ask(host, 'exportCaseList', { id })).fileName));
  const rowsOf = ({ Sheets }: Awaited<ReturnType<typeof listed>>, name: string) =>
    utils.sheet_to_json<unknown[]>(Sheets[name]!, { header: 1 });
  await edit({ kind: 'setCase', id: two, fields: { mark: '91' } });
  expect(rowsOf(await listed(), '案例清单')[3]?.at(-1)).toBe('没有入选：得分更高，没有写明理由');
  await edit({ kind: 'setCase', id: two, fields: { reason: '已向上级推荐过' } });

  const list = await listed();
  const rows = (name: string) => rowsOf(list, name);
  expect(list.SheetNames).toEqual(['案例清单', '各单位数量', '光盘目录']);
  expect(rows('案例清单')[2]).toEqual([
    ...['序号', '单位', '标题', '文件', '字数', '检查', '得分', '名次', '入选', '附件', '收到日期', '说明'],
  ]);
  expect(rows('案例清单').slice(3, 5)).toEqual([
    [
      1,
      '示例甲区政府',
      '乙',
      expect.stringMatching(/^乙\./u) as string,
      '没有检查',
      '没有检查',
      91,
      '1',
      '',
      '',
      '2026-11-05',
      '没有入选：已向上级推荐过',
    ],
    [
      2,
      '示例甲区政府',
      '=标题',
      '甲.txt',
      checkCase(oneText).words,
      expect.stringMatching(/^[^\n]*1 条建议\n[^]*疑似身份证号码，建议删去/u) as string,
      88.5,
      '2',
      '入选',
      '甲.pptx',
      '2026-11-05',
      '',
    ],
  ]);
  expect(rows('各单位数量')[3]).toEqual([1, '示例甲区政府', '应当推选', 2, '', '']);
  expect(rows('各单位数量').at(-1)).toEqual(['依据：通知 三（二）']);

  const { result } = await job((await ask(host, 'exportCaseDisc', { id })).jobId);
  if (result?.kind !== 'caseDisc') throw new Error('No disc');
  expect(result.files).toBe(2);
  const zip = new PizZip(await made(result.file.fileName));
  const names = Object.keys(zip.files).map((name) => name.replace(/^[^/]*\//u, ''));
  expect(names).toEqual(['光盘目录.xlsx', '01-示例甲区政府-=标题/甲.txt', '01-示例甲区政府-=标题/甲.pptx']);
  const [, text = ''] = Object.keys(zip.files);
  expect(zip.file(text)?.asText()).toBe(oneText);
  const disc = read(zip.file(/光盘目录/u)[0]?.asUint8Array());
  const lines = utils.sheet_to_json<unknown[]>(disc.Sheets['光盘目录']!, { header: 1 });
  const sha256 = cases[0]?.file.sha256.slice(0, 16);
  const found = findingsWords(checkCase(oneText).findings);
  expect(lines[3]?.slice(3)).toEqual(['案例', found, names[1], cases[0]?.file.bytes, sha256]);

  // What is not as it came in does not leave.
  await rm(join(await keptFiles(), cases[0]?.file.sha256 ?? ''));
  expect(await job((await ask(host, 'exportCaseDisc', { id })).jobId)).toMatchObject({
    failure: { code: 'case-file-damaged', message: expect.stringContaining('甲.txt') as string },
  });
  // The same file again puts it back.
  expect((await handIn({ '甲.txt': oneText })).map(({ outcome }) => outcome)).toEqual(['same']);
  expect(await job((await ask(host, 'exportCaseDisc', { id })).jobId)).toMatchObject({
    result: { files: 2 },
  });
  expect(await failureOf(host, 'openCaseFile', { id, sha256: 'f'.repeat(64) })).toMatchObject({
    code: 'evidence-missing',
  });
});
