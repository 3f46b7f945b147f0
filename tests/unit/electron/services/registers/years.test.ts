import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { read, utils } from 'xlsx';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import {
  type CallName,
  type CallOutput,
  contract,
  type JobStatus,
} from '../../../../../shared/contract/contract.ts';
import { entriesOf } from '../../../../../shared/registers/year/entries.ts';
import { assessmentRef, editDocument, openDocument } from '../../../documents.ts';
import { repository } from '../../../../repository.ts';
import { tempFolder } from '../../../temp-folders.ts';

const NOW = new Date('2026-06-15T02:00:00Z');
const yearRef = (id: string) => ({ document: 'year', id }) as const;

async function hostAt(root?: string) {
  const at = root ?? join(await tempFolder(), '标兵自评');
  const host = createHost({ root: at, door: 'local', version: '1', resources: repository, now: () => NOW });
  onTestFinished(() => host.close());
  return { host, root: at };
}

async function ask<N extends CallName>(host: Host, name: N, input: unknown): Promise<CallOutput<N>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw Object.assign(new Error(reply.failure.message), { failure: reply.failure });
  return contract[name].output.parse(reply.value) as CallOutput<N>;
}

async function job(host: Host, name: CallName, input: unknown): Promise<JobStatus> {
  const { jobId } = (await ask(host, name, input)) as { jobId: string };
  for (;;) {
    const status = await ask(host, 'jobStatus', { jobId });
    if (status.state !== 'running') return status;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const FROM_PLAN = { from: 'plan', plan: 'zhengzhou-2017', category: 'city-department' };
const newYear = (host: Host, tasks: object = FROM_PLAN, year = 2026, forms?: string) =>
  ask(host, 'createYear', { unit: '示例局', category: 'city-department', year, tasks, forms });

const bytesOf = async (host: Host, token: string): Promise<Buffer> => {
  const file = await host.downloadFile(token);
  if (!file) throw new Error('not there');
  return readFile(file.path);
};

/** Rows of each sheet, as they are shown. */
function sheetsOf(bytes: Buffer): { name: string; rows: string[][] }[] {
  const book = read(bytes);
  return book.SheetNames.map((name) => ({
    name,
    rows: utils.sheet_to_json<string[]>(book.Sheets[name]!, { header: 1, defval: '', raw: false }),
  }));
}

describe('a year of a unit', () => {
  it('begins with a notice’s tasks, counts what is due, and is carried over to the next year', async () => {
    const { host } = await hostAt();
    const { id } = await newYear(host);
    const { value } = await openDocument(host, yearRef(id));
    const tasks = entriesOf(value, 'tasks');
    expect(tasks).toHaveLength(12);
    const first = tasks[0]!;
    await editDocument(host, yearRef(id), {
      ...{ kind: 'setEntry', register: 'tasks', id: first.id },
      fields: {
        ...{ progress: '已完成', doneOn: '2026-06-10', owner: '法制科', note: '已印发' },
        limit: '2026年6月20日前',
      },
    });
    const [line] = (await ask(host, 'listYears', {})).years;
    expect(line).toMatchObject({ title: '示例局2026年', tasks: 12, done: 1, late: 0, soon: 1, entries: 0 });
    expect((await ask(host, 'yearReminders', {})).years).toEqual([
      { id, title: '示例局2026年', isLate: false, words: '年度任务 2 项快到期、缺材料或待核对' },
    ]);

    const next = await newYear(host, { from: 'year', id }, 2027);
    const carried = entriesOf((await openDocument(host, yearRef(next.id))).value, 'tasks');
    expect(carried).toHaveLength(12);
    expect(carried[0]?.fields).toMatchObject({ due: '2027-06-20', progress: '未开始', owner: '法制科' });
    expect(carried[0]?.fields.limit).toBe('2026年的原文：2026年6月20日前');
    expect(carried[0]?.fields.note ?? '').toBe('');
    expect(carried[0]?.id).not.toBe(first.id);
  });

  it.each([
    [{ from: 'plan', plan: 'zhengzhou-2017', category: 'township' }, 'plan-unknown'],
    [{ from: 'year', id: '00000000-0000-4000-8000-000000000000' }, 'year-unknown'],
  ])('is not made of %j', async (tasks, code) => {
    const { host } = await hostAt();
    await expect(newYear(host, tasks)).rejects.toMatchObject({ failure: { code } });
    expect((await ask(host, 'listYears', {})).years).toEqual([]);
  });

  it('knows the talks of the other years of the same unit alone', async () => {
    const { host } = await hostAt();
    const { id } = await newYear(host);
    const before = await newYear(host, FROM_PLAN, 2025);
    const edit = {
      kind: 'addEntries',
      register: 'outreach',
      entries: [{ id: before.id, fields: { kind: '微宣讲', matter: '甲' } }],
    };
    await editDocument(host, yearRef(before.id), edit as never);
    await ask(host, 'createYear', { unit: '别的局', category: '', year: 2025, tasks: { from: 'none' } });
    const { years, talks } = await ask(host, 'otherTalks', { id });
    expect(years).toEqual([2025]);
    expect(talks).toHaveLength(1);
  });

  it('takes a picture for one, and what is neither for another file', async () => {
    const { host } = await hostAt();
    const { id } = await newYear(host);
    const { value } = await openDocument(host, yearRef(id));
    const entryId = entriesOf(value, 'tasks')[0]!.id;
    const png = Buffer.from('89504e470d0a1a0a', 'hex');
    const tokens = [
      await host.offerBytes(png, '现场.png'),
      await host.offerBytes(Buffer.from('甲'), '说明.txt'),
    ];
    const { result } = await job(host, 'addEntryFiles', { id, register: 'tasks', entryId, tokens });
    if (result?.kind !== 'entryFiles') throw new Error(result?.kind);
    const { files } = entriesOf(result.saved.value, 'tasks')[0]!;
    expect(files.map(({ fileName, role }) => [fileName, role])).toEqual([
      ['现场.png', 'picture'],
      ['说明.txt', 'other'],
    ]);
  });

  it('keeps files under their hash, says what they are, and refuses programs', async () => {
    const { host, root } = await hostAt();
    const { id } = await newYear(host);
    const { value, folder } = await openDocument(host, yearRef(id));
    const entryId = entriesOf(value, 'tasks')[0]!.id;
    const offer = (content: string, name: string) => host.offerBytes(Buffer.from(content), name);
    const tokens = [await offer('%PDF-1.4\n%%EOF', '方案.pdf'), await offer('MZ', '程序.exe')];
    const { state, result } = await job(host, 'addEntryFiles', { id, register: 'tasks', entryId, tokens });
    if (state !== 'done' || result?.kind !== 'entryFiles') throw new Error(state);
    expect(result.outcomes.map(({ fileName, failure }) => [fileName, failure?.code])).toEqual([
      ['方案.pdf', undefined],
      ['程序.exe', 'executable'],
    ]);
    const [file] = entriesOf(result.saved.value, 'tasks')[0]!.files;
    expect(file).toMatchObject({ fileName: '方案.pdf', mediaType: 'application/pdf', role: 'document' });
    expect(await readFile(join(folder, 'files', file!.sha256), 'utf8')).toBe('%PDF-1.4\n%%EOF');
    expect(folder.startsWith(join(root, '年度工作'))).toBe(true);
    expect(await host.evidenceFile(`year.${id}`, file!.sha256)).toMatchObject({ fileName: '方案.pdf' });
    expect(await host.evidenceFile(`year.${id}`, 'f'.repeat(64))).toBe(undefined);

    const where = { register: 'tasks', id: entryId, sha256: file!.sha256 };
    await editDocument(host, yearRef(id), { kind: 'setFileRole', ...where, role: 'picture' });
    const again = [await offer('%PDF-1.4\n%%EOF', '通知.pdf'), await offer('%PDF-1.4\n%%EOF', '方案.pdf')];
    const second = await job(host, 'addEntryFiles', { id, register: 'tasks', entryId, tokens: again });
    if (second.result?.kind !== 'entryFiles') throw new Error(second.state);
    expect(second.result.outcomes.map(({ failure }) => failure?.message)).toEqual([
      '这个文件已经在材料里（方案.pdf）。',
      undefined,
    ]);
    expect(entriesOf(second.result.saved.value, 'tasks')[0]!.files).toEqual([{ ...file, role: 'picture' }]);
  });

  it('carries the office’s columns over to the next year, and says in the table whose they are', async () => {
    const { host } = await hostAt();
    const { id } = await newYear(host, { from: 'none' });
    const [day, own] = ['2026-03-05', 'c0000000-0000-4000-8000-000000000001'];
    const forms = { guidance: [{ key: 'day' }, { key: own, label: '所在乡镇', kind: 'text' }] };
    await editDocument(host, yearRef(id), {
      ...{ kind: 'setForm', register: 'guidance' },
      columns: [
        ...forms.guidance,
        { key: 'party', label: '指导对象' },
        ...['matter', 'way', 'paper', 'office', 'person', 'result', 'phone'].map((key) => ({ key })),
        { key: 'note', hidden: true },
      ],
    });
    await editDocument(host, yearRef(id), {
      ...{ kind: 'addEntries', register: 'guidance' },
      entries: [
        {
          ...{ id: 'b0000000-0000-4000-8000-000000000001', files: [] },
          fields: { day, party: '张某', note: '已复查', [own]: '甲镇' },
        },
      ],
    });
    const { token } = await ask(host, 'exportRegister', { id, register: 'guidance' });
    const [table] = sheetsOf(await bytesOf(host, token));
    expect(table?.rows[1]?.[0]).toContain(
      '个人信息（联系电话）未导出　　不显示的栏目（备注）有内容，未导出　　栏目按本单位的格式',
    );
    expect(table?.rows[2]?.slice(0, 5)).toEqual(['序号', '日期', '所在乡镇', '指导对象', '事项']);
    expect(table?.rows[3]?.slice(0, 4)).toEqual(['1', day, '甲镇', '张某']);
    expect(JSON.stringify(table)).not.toContain('已复查');

    const next = await newYear(host, FROM_PLAN, 2027, id);
    const now = (await openDocument(host, yearRef(id))).value;
    const { value } = await openDocument(host, yearRef(next.id));
    expect([value.forms, entriesOf(value, 'guidance')]).toEqual([now.forms, []]);
    const fresh = await newYear(host, { from: 'year', id }, 2028);
    expect((await openDocument(host, yearRef(fresh.id))).value.forms).toBe(undefined);
    await expect(
      newYear(host, FROM_PLAN, 2027, 'e0000000-0000-4000-8000-000000000001'),
    ).rejects.toMatchObject({ failure: { code: 'year-unknown' } });
  });

  it('has its 统计表 counted anew for each file, and carried over with their periods', async () => {
    const { host } = await hostAt();
    const { id } = await newYear(host, { from: 'none' });
    const tableId = 'c0000000-0000-4000-8000-000000000002';
    const uuid = (n: number) => `d0000000-0000-4000-8000-00000000000${n}`;
    await editDocument(host, yearRef(id), {
      kind: 'putTable',
      table: {
        ...{ id: tableId, register: 'mediation', title: '季度报表', from: '2026-01-01', to: '2026-03-31' },
        lines: [
          { id: uuid(1), label: '受理', by: 'all' },
          { id: uuid(2), label: '达成', by: 'word', column: 'result', word: '达成协议' },
          { id: uuid(3), label: '金额', by: 'typed', value: '12.5' },
          { id: uuid(4), label: '人数', by: 'sum', column: 'gone', called: '人数' },
        ],
      },
    });
    const add = (n: number, day: string) =>
      editDocument(host, yearRef(id), {
        ...{ kind: 'addEntries', register: 'mediation' },
        entries: [{ id: uuid(n), fields: { day, result: '达成协议' }, files: [] }],
      });
    await add(5, '2026-03-31');
    await add(6, '2026-04-01');
    const rowsNow = async () => {
      const { token } = await ask(host, 'exportTable', { id, tableId });
      return sheetsOf(await bytesOf(host, token))[0]?.rows ?? [];
    };
    const rows = await rowsNow();
    expect(rows[0]?.[0]).toBe('季度报表');
    expect(rows[1]?.[0]).toContain(
      '单位：示例局　　统计期间：2026-01-01 至 2026-03-31　　制表日期：2026-06-15',
    );
    expect(rows.slice(2, 7)).toEqual([
      ['序号', '指标', '数量', '统计方法'],
      ['1', '受理', '1', '全部件数'],
      ['2', '达成', '1', '“调解结果”是“达成协议”的件数'],
      ['3', '金额', '12.5', '本单位填写'],
      ['4', '人数', '', '“人数”的合计（“人数”一栏没有了，请重新选）'],
    ]);
    expect(rows[7]?.[0]).toBe(
      '表式由本单位录入。按“受理日期”一栏计入统计期间；期间内 1 件；期间以外的 1 件没有计入。',
    );
    await add(7, '2026-01-01');
    expect((await rowsNow())[3]?.[2]).toBe('2');

    const next = await newYear(host, { from: 'year', id }, 2027, id);
    const { value } = await openDocument(host, yearRef(next.id));
    expect(value.tables).toMatchObject([{ title: '季度报表', from: '2027-01-01', to: '2027-03-31' }]);
    expect(value.tables?.[0]?.id).not.toBe(tableId);
    expect(value.tables?.[0]?.lines.map((each) => each.value)).toEqual(['', '', '', '']);
    await expect(ask(host, 'exportTable', { id, tableId: uuid(9) })).rejects.toMatchObject({
      failure: { message: '这张统计表已经在别处移除。' },
    });
  });

  it('leaves as a table with its months counted, personal columns only where they are asked for', async () => {
    const { host } = await hostAt();
    const { id } = await newYear(host, { from: 'none' });
    const entries = [
      { id: crypto.randomUUID(), fields: { day: '2026-03-05', party: '=1+1', way: '提示', phone: '000' } },
      { id: crypto.randomUUID(), fields: { day: '2026-01-02', party: '某公司', way: '建议' } },
    ];
    await editDocument(host, yearRef(id), { kind: 'addEntries', register: 'guidance', entries });
    const without = await ask(host, 'exportRegister', { id, register: 'guidance' });
    const [sheet, months] = sheetsOf(await bytesOf(host, without.token));
    expect(sheet?.name).toBe('行政指导');
    const text = sheet?.rows.map((row) => row.join('|')).join('\n') ?? '';
    expect(text).toContain('个人信息（联系电话）未导出');
    expect(sheet?.rows.flat()).toContain('已附材料');
    expect(text).not.toContain('000');
    expect(text.indexOf('某公司')).toBeLessThan(text.indexOf('=1+1'));
    // Every line says its month: a page may end between them.
    expect(months?.rows.map((row) => row.join('|')).join('\n')).toContain(
      '2026-01|合计（件）|1\n2026-01|方式：建议|1\n2026-03|合计（件）|1\n2026-03|方式：提示|1',
    );

    const whole = await ask(host, 'exportRegister', { id, register: 'guidance', personal: true });
    const [personal] = sheetsOf(await bytesOf(host, whole.token));
    expect(personal?.rows.flat()).toContain('000');
  });

  it('leaves out what the office has marked as personal, and still counts what it has hidden', async () => {
    const { host } = await hostAt();
    const { id } = await newYear(host, { from: 'none' });
    const fields = { day: '2026.3', party: '张某', matter: '提示', way: '提示' };
    await editDocument(host, yearRef(id), {
      ...{ kind: 'addEntries', register: 'guidance', entries: [{ id: crypto.randomUUID(), fields }] },
    });
    await editDocument(host, yearRef(id), {
      ...{ kind: 'setForm', register: 'guidance' },
      columns: [
        { key: 'party', personal: true },
        { key: 'way', hidden: true },
      ],
    });
    const { token } = await ask(host, 'exportRegister', { id, register: 'guidance' });
    const [table, months] = sheetsOf(await bytesOf(host, token));
    expect(JSON.stringify(table)).not.toContain('张某');
    expect(table?.rows[1]?.[0]).toContain('个人信息（行政相对人、联系电话）未导出');
    expect(months?.rows.slice(-4).map((row) => row.join('|'))).toEqual([
      ...['2026-03|合计（件）|1', '2026-03|方式（不显示）：提示|1'],
      ...['合计|合计（件）|1', '合计|方式（不显示）：提示|1'],
    ]);
  });

  it('has a task of another year again with its month, or with the last of its days', async () => {
    const { host } = await hostAt();
    const { id } = await newYear(host, { from: 'none' });
    const dues = ['2026年6月上旬', '2026-03-01 至 2026-03-05', '2026-07-01', '2027-01-10', '年底前后'];
    const entries = dues.map((due) => ({ id: crypto.randomUUID(), fields: { matter: due, due } }));
    await editDocument(host, yearRef(id), { kind: 'addEntries', register: 'tasks', entries });
    const duesIn = async (year: number) => {
      const next = await newYear(host, { from: 'year', id }, year);
      const tasks = entriesOf((await openDocument(host, yearRef(next.id))).value, 'tasks');
      return tasks.map(({ fields }) => fields.due);
    };
    expect(await duesIn(2027)).toEqual(['2027-06', '2027-03-05', '2027-07-01', '2028-01-10', undefined]);
    expect(await duesIn(2026)).toEqual(['2026-06', '2026-03-05', '2026-07-01', '2027-01-10', undefined]);
  });

  it('gives the days of what is still to be done to a calendar', async () => {
    const { host } = await hostAt();
    const { id } = await newYear(host);
    const first = entriesOf((await openDocument(host, yearRef(id))).value, 'tasks')[0]!;
    const { token, fileName } = await ask(host, 'exportCalendar', { id });
    expect(fileName).toMatch(/^年度任务日程-示例局2026年-.*\.ics$/);
    const text = String(await bytesOf(host, token));
    expect(text.match(/BEGIN:VEVENT/gu)).toHaveLength(11);
    const event = text.split('BEGIN:VEVENT').find((each) => each.includes(first.id)) ?? '';
    expect(event).toContain('DTSTART;VALUE=DATE:20260620');
    expect(event).toContain('DTEND;VALUE=DATE:20260621');
    expect(event).toContain('SUMMARY:到期：制定年度实施方案');
    expect(event.match(/BEGIN:VALARM/gu)).toHaveLength(2);
    await editDocument(host, yearRef(id), {
      ...{ kind: 'setEntry', register: 'tasks', id: first.id, fields: { progress: '已完成' } },
    });
    const again = await ask(host, 'exportCalendar', { id });
    expect(String(await bytesOf(host, again.token))).not.toContain(first.id);
  });

  it('reads a table of the office and takes nothing by itself', async () => {
    const { host } = await hostAt();
    const token = await host.offerBytes(Buffer.from('﻿日期,对象\n2026.1.2,甲\n'), '台账.csv');
    const { result } = await job(host, 'readRegisterTable', { token });
    if (result?.kind !== 'registerTable') throw new Error('no table');
    expect(result.fileName).toBe('台账.csv');
    expect(result.tables[0]?.cells.map(({ text }) => text)).toEqual(['日期', '对象', '2026.1.2', '甲']);
  });
});

describe('what the items of an assessment are worth', () => {
  it('is read of one that is open, as it is now, or as it was saved; one that is not there is told', async () => {
    const { host, root } = await hostAt();
    const { id: assessmentId } = await ask(host, 'openSample', {});
    const scored = async (by: Host) => {
      const { items, by: words, weighted } = await ask(by, 'assessmentItems', { assessmentId });
      const item = items.find(({ code }) => code === '1.2');
      return [words, weighted, item?.state, item?.fullScore, item?.score];
    };
    const { host: other } = await hostAt(root);
    expect(await scored(other)).toEqual(['按参考标准', false, 'scored', 200, 200]);
    await openDocument(host, assessmentRef(assessmentId));
    await editDocument(host, assessmentRef(assessmentId), { kind: 'clearScore', code: '1.2' });
    expect(await scored(host)).toEqual(['按参考标准', false, 'unscored', 200, 0]);
    await expect(ask(host, 'assessmentItems', { assessmentId: crypto.randomUUID() })).rejects.toMatchObject({
      failure: { code: 'assessment-unknown' },
    });
  });
});

describe('the 数据 of a report', () => {
  it('are what the registers say, of a year that is open or as it was saved, and nothing is locked', async () => {
    const { host, root } = await hostAt();
    const { id } = await newYear(host, { from: 'none' });
    const entries = [{ id: crypto.randomUUID(), fields: { day: '2026-03-05', matter: '纠纷' } }];
    const said = async (by: Host) => {
      const { ledgers, ...rest } = await ask(by, 'yearFigures', { id });
      return [rest, ledgers.flatMap(({ figures }) => figures.map(({ sentence }) => sentence))];
    };
    const head = { title: '示例局2026年', unit: '示例局', at: NOW.toISOString() };
    expect(await said(host)).toEqual([head, []]);
    await openDocument(host, yearRef(id));
    await editDocument(host, yearRef(id), { kind: 'addEntries', register: 'mediation', entries });
    expect(await said(host)).toEqual([head, ['2026年受理行政调解1件。']]);
    await ask(host, 'closeDocument', { ref: yearRef(id) });
    const { host: other } = await hostAt(root);
    expect(await said(other)).toEqual([head, ['2026年受理行政调解1件。']]);
    expect((await host.call('openDocument', { ref: yearRef(id) })).ok).toBe(true);
  });
});

describe('a ratio item of an assessment', () => {
  async function withVisits() {
    const { host } = await hostAt();
    const { id } = await newYear(host, { from: 'none' });
    const entry = (fields: object) => ({ id: crypto.randomUUID(), fields });
    const entries = [
      entry({ day: '2026-02-01', opinion: '未交回', visited: '2026-03-01' }),
      entry({ day: '2026-02-01', opinion: '不愿填写' }),
    ];
    await editDocument(host, yearRef(id), { kind: 'addEntries', register: 'visits', entries });
    const { id: assessmentId } = await ask(host, 'openSample', {});
    return { host, id, assessmentId };
  }

  it('is filled from the register that the user chose, with a trace that stays', async () => {
    const { host, id, assessmentId } = await withVisits();
    const { items, basis } = await ask(host, 'ratioItems', { assessmentId });
    expect(basis).toBe('reference');
    expect(items.map(({ code }) => code)).toContain('3.4');
    const wish = { id, register: 'visits', ratio: 'visited', assessmentId, code: '3.4' };
    const { fill, saved } = await ask(host, 'fillRatio', wish);
    expect(fill).toMatchObject({ code: '3.4', numerator: 1, denominator: 2, basis: 'reference' });
    expect(saved.value.fills).toEqual([fill]);
    // To undo it in the year would take the trace away, and leave the score: what is undone is what came before.
    const undone = await ask(host, 'changeDocument', { ...yearRef(id), step: { do: 'undo' } });
    expect(undone.value).toMatchObject({ fills: [fill], registers: {} });
    const { value } = await openDocument(host, assessmentRef(assessmentId));
    expect(value.entries['3.4']).toMatchObject({
      state: 'scored',
      input: { kind: 'ratio', numerator: 1, denominator: 2 },
    });
  });

  it.each([
    [{ code: '1.1' }, 'no-ratio-item'],
    [{ code: '没有' }, 'no-ratio-item'],
    [{ ratio: '没有' }, 'nothing-to-fill'],
    [{ register: 'risks', ratio: 'assessed' }, 'nothing-to-fill'],
  ])('is not filled by %j', async (other, code) => {
    const { host, id, assessmentId } = await withVisits();
    const before = (await openDocument(host, assessmentRef(assessmentId))).value;
    const wish = { id, register: 'visits', ratio: 'visited', assessmentId, code: '3.4', ...other };
    await expect(ask(host, 'fillRatio', wish)).rejects.toMatchObject({ failure: { code } });
    expect((await openDocument(host, assessmentRef(assessmentId))).value).toEqual(before);
  });
});
