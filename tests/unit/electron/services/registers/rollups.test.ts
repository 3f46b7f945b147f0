import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { read, utils } from 'xlsx';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import type { ProgressReceipt } from '../../../../../shared/contract/contract.ts';
import { repository } from '../../../../repository.ts';
import { editDocument, openDocument, undoDocument } from '../../../documents.ts';
import { tempFolder } from '../../../temp-folders.ts';
import { progress, task, uuid } from '../../../shared/registers/rollup/fixtures.ts';
import { ask, failureOf } from '../document/calls.ts';

let root: string;
let host: Host;
let now: string;

beforeEach(async () => {
  root = await tempFolder();
  now = '2026-11-20T08:00:00Z';
  host = createHost({
    ...{ root, resources: repository, door: 'local', version: '0.1.0' },
    now: () => new Date(now),
  });
  onTestFinished(() => host.close());
});

const rollupRef = (id: string) => ({ document: 'rollup', id }) as const;
const yearRef = (id: string) => ({ document: 'year', id }) as const;
const made = (fileName: string): string => join(root, '导出', fileName);

async function handIn(id: string, files: Record<string, string>): Promise<ProgressReceipt[]> {
  const folder = await tempFolder();
  const tokens: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await writeFile(path, text);
    tokens.push(host.offerFile({ path, name, ownership: 'borrowed' }));
  }
  const { jobId } = await ask(host, 'importProgress', { id, tokens });
  for (;;) {
    const { state, result, failure } = await ask(host, 'jobStatus', { jobId });
    if (failure) throw new Error(failure.message);
    if (state === 'done' && result?.kind === 'progressFiles') return result.receipts;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function newRollup(): Promise<string> {
  const { id } = await ask(host, 'createRollup', { office: '示例市办公室', year: 2026 });
  await openDocument(host, rollupRef(id));
  return id;
}

/** A unit's year with the tasks of the notice, the first done by a PDF. */
async function unitYear(unit: string): Promise<string> {
  const tasks = { from: 'plan', plan: 'zhengzhou-2017', category: 'city-department' };
  const plans = (await ask(host, 'listPlans', {})).plans;
  const category = plans[0]?.tables.find(({ title }) => title === '市政府部门')?.category ?? '';
  const head = { unit, category, year: 2026 };
  const { id } = await ask(host, 'createYear', { ...head, tasks: { ...tasks, category } });
  return id;
}

describe('what a unit hands in', () => {
  it('says how far each task is, and neither files nor names of persons', async () => {
    const id = await unitYear('示例市教育局');
    const { value } = await openDocument(host, yearRef(id));
    const [first] = value.registers.tasks ?? [];
    const where = { register: 'tasks', id: first?.id };
    const fields = { progress: '已完成', doneOn: '2026-06-01', owner: '张某', note: '电话13800000000' };
    await editDocument(host, yearRef(id), { kind: 'setEntry', ...where, fields });
    const file = {
      ...{ sha256: 'a'.repeat(64), bytes: 3, fileName: '张某的方案.pdf' },
      ...{ mediaType: 'application/pdf', role: 'document' },
    };
    await editDocument(host, yearRef(id), { kind: 'addFile', ...where, file });
    const { fileName } = await ask(host, 'exportProgress', { id });
    const text = await readFile(made(fileName), 'utf8');
    expect(fileName).toMatch(/^年度任务进度-示例市教育局2026年-.*\.json$/);
    expect(JSON.parse(text)).toMatchObject({
      ...{ version: 1, kind: 'year-progress', origin: id, unit: '示例市教育局', year: 2026 },
      exportedAt: '2026-11-20T08:00:00.000Z',
    });
    const { tasks } = JSON.parse(text) as { tasks: object[] };
    expect(tasks[0]).toEqual({
      ...{ id: first?.id, matter: first?.fields['matter'], material: first?.fields['material'] },
      ...{ limit: first?.fields['limit'], due: first?.fields['due'] },
      ...{ state: '已完成', doneOn: '2026-06-01', formal: true },
    });
    expect(tasks[1]).toMatchObject({ state: '未开始', doneOn: '', formal: false });
    expect(text).not.toMatch(/张某|13800000000|aaaa|科室/);
  });

  it('is taken by the office, told file by file, and undone as one', async () => {
    const year = await unitYear('示例市教育局');
    await openDocument(host, yearRef(year));
    const first = await readFile(made((await ask(host, 'exportProgress', { id: year })).fileName), 'utf8');
    const id = await newRollup();
    const receipts = await handIn(id, {
      '教育.json': first,
      '重复.json': first,
      '旧年.json': JSON.stringify(progress({ year: 2025, unit: '示例市体育局' })),
      '坏.json': '{',
      '别的.json': JSON.stringify({ ...progress(), owner: '张某' }),
      '新版.json': JSON.stringify({ ...progress(), version: 2 }),
      '大.json': `${' '.repeat(4 * 2 ** 20)}${first}`,
    });
    expect(receipts.map(({ fileName, outcome, failure }) => [fileName, outcome, failure?.code])).toEqual([
      ['教育.json', 'new', undefined],
      ['重复.json', 'same', undefined],
      ['旧年.json', 'otherYear', undefined],
      ['坏.json', 'unread', 'progress-wrong'],
      ['别的.json', 'unread', 'progress-wrong'],
      ['新版.json', 'unread', 'progress-newer'],
      ['大.json', 'unread', 'progress-wrong'],
    ]);
    const { value } = await openDocument(host, rollupRef(id));
    expect(value.units.map(({ name, tasks }) => [name, tasks.length])).toEqual([['示例市教育局', 12]]);
    expect((await ask(host, 'listRollups', {})).rollups).toMatchObject([{ units: 1, received: 1, late: 11 }]);

    // A day later the unit is further; its first file comes again behind it.
    now = '2026-11-21T08:00:00Z';
    const task = (await openDocument(host, yearRef(year))).value.registers.tasks?.[0]?.id;
    const fields = { progress: '已完成' };
    await editDocument(host, yearRef(year), { kind: 'setEntry', register: 'tasks', id: task, fields });
    const second = await readFile(made((await ask(host, 'exportProgress', { id: year })).fileName), 'utf8');
    const more = await handIn(id, { '二.json': second, '一.json': first });
    expect(more.map(({ outcome }) => outcome)).toEqual(['updated', 'older']);
    expect((await openDocument(host, rollupRef(id))).value.units[0]?.tasks[0]?.state).toBe('已完成');
    await undoDocument(host, rollupRef(id));
    await undoDocument(host, rollupRef(id));
    expect((await openDocument(host, rollupRef(id))).value.units).toEqual([]);
  });

  it('changes nothing where nothing of it is taken', async () => {
    const id = await newRollup();
    now = '2026-11-21T08:00:00Z';
    await handIn(id, { '旧年.json': JSON.stringify(progress({ year: 2025 })) });
    expect((await openDocument(host, rollupRef(id))).canUndo).toBe(false);
    const { rollups } = await ask(host, 'listRollups', {});
    expect(rollups[0]?.updatedAt).toBe('2026-11-20T08:00:00.000Z');
  });

  it('is not made where the office could not tell what it says', async () => {
    const none = { unit: '示例市教育局', category: '', year: 2026, tasks: { from: 'none' } };
    const { id } = await ask(host, 'createYear', none);
    await openDocument(host, yearRef(id));
    expect(await failureOf(host, 'exportProgress', { id })).toMatchObject({ code: 'progress-refused' });
  });
});

it('keeps a correction with its reason, and takes none without', async () => {
  const id = await newRollup();
  await handIn(id, { '教育.json': JSON.stringify(progress()) });
  const unit = (await openDocument(host, rollupRef(id))).value.units[0]?.id;
  const saw = { state: '未开始', doneOn: '', formal: false };
  const correction = { ...saw, state: '已完成', reason: ' ', on: '2026-11-20', saw };
  const edit = { kind: 'correct', id: unit, task: uuid(1), correction };
  await expect(editDocument(host, rollupRef(id), edit)).rejects.toThrow('请写明更正的理由');
  const said = { ...edit, correction: { ...correction, reason: '现场看过' } };
  const { value } = await editDocument(host, rollupRef(id), said);
  expect(value.units[0]?.tasks[0]).toMatchObject({ state: '未开始', correction: { state: '已完成' } });
  const cleared = await editDocument(host, rollupRef(id), { kind: 'forgetReport', id: unit });
  expect(cleared.value.units[0]).not.toHaveProperty('received');
  expect(cleared.value.units[0]?.tasks[1]).toMatchObject({ state: '未开始', formal: false });
  expect(cleared.value.units[0]?.tasks[0]).toMatchObject({ correction: { reason: '现场看过' } });
  const back = await editDocument(host, rollupRef(id), { ...edit, correction: null });
  expect(back.value.units[0]?.tasks[0]).not.toHaveProperty('correction');
});

it('exports who is late with what, the tables, and the points that the office entered', async () => {
  const id = await newRollup();
  const category = (await ask(host, 'listPlans', {})).plans[0]?.tables[0]?.category ?? '';
  await handIn(id, { '教育.json': JSON.stringify(progress({ category })) });
  const listed = { id: uuid(300), name: '示例市体育局', category: '', tasks: [] };
  await editDocument(host, rollupRef(id), { kind: 'addUnits', units: [listed] });
  const entry = {
    ...{ id: uuid(200), unit: '示例市教育局', day: '2026-11-20', kind: '考核扣分', points: '0.5' },
    ...{ basis: '郑依法行政领办〔2017〕36号 三（三）', reason: '=逾期', note: '' },
  };
  await editDocument(host, rollupRef(id), { kind: 'addPoint', entry });
  const bare = { ...entry, id: uuid(201), kind: '通报批评', points: undefined };
  await editDocument(host, rollupRef(id), { kind: 'addPoint', entry: bare });
  const left = '1 个单位没有选类别，没有算';
  expect((await ask(host, 'listRollups', {})).rollups).toMatchObject([{ late: 1, uncounted: left }]);
  expect((await ask(host, 'rollupReminders', {})).rollups[0]?.words).toContain(`另有 ${left}`);
  const { fileName } = await ask(host, 'exportRollup', { id });
  const book = read(await readFile(made(fileName)));
  const rows = (name: string) => utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 });
  expect(book.SheetNames).toEqual(['过期清单', '各县（市、区）政府', '没有选类别', '督查、通报、加扣分']);
  expect(rows('过期清单')[1]?.[0]).toContain(
    '2 个单位中 1 个有过期任务，共 1 项；另有 1 个单位没有选类别，没有算',
  );
  expect(rows('各县（市、区）政府')[1]?.[0]).toContain('另有 1 个单位没有选类别，没有算');
  expect(rows('过期清单')[3]).toEqual([
    ...[1, '示例市教育局', '各县（市、区）政府', '事项1', '材料1', '6月中旬', '2026-06-20', 153],
    ...['单位报未开始', '2026-11-20导出'],
  ]);
  expect(rows('各县（市、区）政府')[1]?.[0]).toContain('1 个单位，过期 1 项');
  expect(rows('各县（市、区）政府')[3]).toEqual([1, '示例市教育局', '1/2', 1, '过期153天', '已完成']);
  expect(rows('没有选类别')[3]).toEqual([1, '示例市体育局（未报送）', '0/0', 0]);
  expect(rows('督查、通报、加扣分').slice(3, 5)).toEqual([
    [1, '示例市教育局', '2026-11-20', '考核扣分', -0.5, entry.basis, '=逾期', ''],
    [2, '示例市教育局', '2026-11-20', '通报批评', '', entry.basis, '=逾期', ''],
  ]);
});

it('exports what is only the units’ word in a sheet of its own, and marks it in the tables', async () => {
  const id = await newRollup();
  const [plan] = (await ask(host, 'listPlans', {})).plans;
  const { category = '', rows: asked = [] } = plan?.tables[0] ?? {};
  const tasks = asked
    .slice(1)
    .map(({ matter, material, limit, due }, index) =>
      task(index + 1, { ...{ matter, material, limit }, due: due === undefined ? '' : `2026-${due}` }),
    );
  const [first, ...rest] = tasks;
  await handIn(id, {
    '教育.json': JSON.stringify(progress({ category, tasks: [{ ...first!, due: '2027-12-31' }, ...rest] })),
  });
  const { fileName } = await ask(host, 'exportRollup', { id });
  const book = read(await readFile(made(fileName)));
  const rows = (name: string) => utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 });
  expect(book.SheetNames).toEqual(['过期清单', '待核实', '各县（市、区）政府']);
  expect(rows('待核实').slice(2, 5)).toEqual([
    ['序号', '单位', '类别', '待核实', '哪几项'],
    [
      ...[1, '示例市教育局', '各县（市、区）政府', `时限与${plan?.document}的任务表不同 1 项`],
      first!.material.slice(0, 24),
    ],
    [
      ...[2, '示例市教育局', '各县（市、区）政府', `${plan?.document}的任务表里有、没有报 1 项`],
      asked[0]!.material.slice(0, 24),
    ],
  ]);
  expect(rows('各县（市、区）政府')[3]).toContain('未到期？');
  expect(rows('各县（市、区）政府')[3]?.[1]).toBe('示例市教育局\n少报 1 项？');
  expect(rows('各县（市、区）政府').flat().join()).toContain('“？”是单位自报、待核实的，见“待核实”表');
  expect(rows('过期清单').flat().join()).toContain('另有 1 个单位的时限、不适用等只是自报，见“待核实”表');
});
