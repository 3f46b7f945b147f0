import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import { readSettings, settingsText } from '../../../../../electron/services/standards/import-settings.ts';
import { Imports } from '../../../../../electron/services/standards/imports.ts';
import {
  type CallName,
  type CallOutput,
  contract,
  type Reply,
} from '../../../../../shared/contract/contract.ts';
import { partsOf } from '../../../../../shared/standard/basis.ts';
import { madeStandard } from '../../../../../shared/tables/import/import-state.ts';
import { IMPORT_VERSION, type ImportState } from '../../../../../shared/tables/import/schema.ts';
import { allNodes } from '../../../../../shared/tables/draft/nodes.ts';
import { officialDocument } from '../../../../official-document.ts';
import { readHere } from '../import/reader.ts';
import { smallResources, temporaryFolder } from '../fixture.ts';
import { assessmentRef, editDocument, editInput, importRef, openDocument } from '../../../documents.ts';

async function newHost(): Promise<{ host: Host; root: string }> {
  const root = join(await temporaryFolder(), '标兵自评');
  const host = createHost({
    root,
    resources: await smallResources(),
    door: 'local',
    version: '0.0.0',
    spawnReader: readHere,
  });
  onTestFinished(() => host.close());
  return { host, root };
}

async function ask<N extends CallName>(host: Host, name: N, input: unknown): Promise<CallOutput<N>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`);
  return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as CallOutput<N>;
}

async function code(reply: Promise<Reply>): Promise<string> {
  const answer = await reply;
  return answer.ok ? 'ok' : answer.failure.code;
}

/** Fills in what the standard says of itself, as the interface does. */
async function identify(host: Host, importId: string, identity: object): Promise<void> {
  await editDocument(host, importRef(importId), { kind: 'setIdentity', identity });
}

async function copy(host: Host): Promise<ImportState> {
  const { importId } = await ask(host, 'copyStandard', { id: 'small' });
  return (await openDocument(host, importRef(importId))).value;
}

describe('标准库', () => {
  it('saves an edited copy beside the built-in one, and makes an assessment of it', async () => {
    const { host, root } = await newHost();
    const { id: importId } = await copy(host);
    await identify(host, importId, { title: '我局细则' });
    const { standard } = await ask(host, 'finishImport', { importId });
    expect(standard.title).toBe('我局细则');

    const { standards, own } = await ask(host, 'listStandards', {});
    expect(own).toEqual([standard.id]);
    expect(standards.map(({ id }) => id)).toEqual(['small', standard.id]);
    expect((await ask(host, 'listImports', {})).imports).toEqual([]);
    const { id } = await ask(host, 'createAssessment', {
      unitName: '某局',
      standardId: standard.id,
      campaignId: 'practice',
    });
    expect((await openDocument(host, assessmentRef(id))).standard.title).toBe('我局细则');
    expect(await readdir(join(root, '标准库', '导入中'))).toEqual([]);
  });

  it('keeps an import over a restart, with the step it was left at', async () => {
    const { host, root } = await newHost();
    const { id: importId } = await copy(host);
    await editDocument(host, importRef(importId), { kind: 'goTo', step: 'check' });
    await host.close();
    const again = createHost({
      root,
      resources: await smallResources(),
      door: 'local',
      version: '0.0.0',
      spawnReader: readHere,
    });
    onTestFinished(() => again.close());
    expect((await ask(again, 'listImports', {})).imports).toMatchObject([{ id: importId, step: 'check' }]);
  });

  it('does not bring a discarded import back by a late save', async () => {
    const { host } = await newHost();
    const state = await copy(host);
    await ask(host, 'discardImport', { importId: state.id });
    const late = host.call('changeDocument', editInput(importRef(state.id), { kind: 'goTo', step: 'check' }));
    expect(await code(late)).toBe('import-unknown');
    expect((await ask(host, 'listImports', {})).imports).toEqual([]);
  });

  it('opens an import again that could not be ended', async () => {
    const { host, root } = await newHost();
    const { id } = await copy(host);
    let isRefused = true;
    const folder = (name: string): Promise<string> =>
      isRefused ? Promise.reject(new Error('EROFS')) : Promise.resolve(join(root, name));
    const imports = new Imports({ folder }, () => new Date());
    await expect(imports.discard(id)).rejects.toThrow('EROFS');
    isRefused = false;
    expect((await imports.sessions.open(id, 'no')).state.id).toBe(id);
    await imports.discard(id);
    await expect(imports.sessions.open(id, 'no')).rejects.toThrow('放弃');
  });

  it('saves nothing that is not ready, and says what is missing', async () => {
    const { host } = await newHost();
    const { id: importId, identity } = await copy(host);
    const official = { authority: 'official', documentNumber: '测发〔2020〕1号' };
    await identify(host, importId, { ...official, checkedBy: '法规科', checked: false });
    expect(await code(host.call('finishImport', { importId }))).toBe('import-not-ready');
    const { authority, documentNumber, checkedBy } = identity;
    await identify(host, importId, { authority, documentNumber, checkedBy, id: 'small' });
    expect(await code(host.call('finishImport', { importId }))).toBe('standard-id-taken');
    expect((await ask(host, 'listStandards', {})).own).toEqual([]);
    expect((await ask(host, 'listImports', {})).imports).toHaveLength(1);
  });

  it('moves only the user’s own away, and erases nothing', async () => {
    const { host, root } = await newHost();
    const { id: importId } = await copy(host);
    const { standard } = await ask(host, 'finishImport', { importId });
    expect(await code(host.call('removeStandard', { id: 'small' }))).toBe('standard-unknown');
    const { movedTo } = await ask(host, 'removeStandard', { id: standard.id });
    expect(JSON.parse(await readFile(movedTo, 'utf8'))).toMatchObject({ id: standard.id });
    expect(movedTo.startsWith(join(root, '已删除'))).toBe(true);
    expect((await ask(host, 'listStandards', {})).own).toEqual([]);
  });

  it('names a broken file of the user’s and offers the rest', async () => {
    const { host, root } = await newHost();
    await mkdir(join(root, '标准库'), { recursive: true });
    await writeFile(join(root, '标准库', 'broken.json'), '{');
    const { standards, problems } = await ask(host, 'listStandards', {});
    expect(standards.map(({ id }) => id)).toEqual(['small']);
    expect(problems?.map(({ message }) => message).join()).toContain('broken.json');
  });
});

describe('an import that two programs have', () => {
  async function two() {
    const { host: mine, root } = await newHost();
    const other = createHost({
      root,
      resources: await smallResources(),
      door: 'local',
      version: '0.0.0',
      spawnReader: readHere,
    });
    onTestFinished(() => other.close());
    const { id } = await copy(mine);
    const { identity } = (await openDocument(other, importRef(id))).value;
    // What each page is shown when it changes it: the words that were last saved.
    let shown: { title: string; issuer: string } = identity;
    const set = async (host: Host, fields: Partial<typeof shown>): Promise<Reply> => {
      const base = Object.fromEntries(
        (['title', 'issuer'] as const).filter((name) => name in fields).map((name) => [name, shown[name]]),
      );
      const step = { do: 'edit', edit: { kind: 'setIdentity', identity: fields }, base };
      const reply = await host.call('changeDocument', { ...importRef(id), step });
      if (reply.ok) shown = { ...shown, ...fields };
      return reply;
    };
    const title = (host: Host, words: string) => set(host, { title: words });
    const issuer = (host: Host, words: string) => set(host, { issuer: words });
    const file = join(root, '标准库', '导入中', `${id}.json`);
    const state = async () => (await openDocument(mine, importRef(id))).value;
    return { mine, other, id, file, title, issuer, state };
  }
  it('shows what the other has saved when it is opened again', async () => {
    const { other, title, state } = await two();
    expect(await code(title(other, '别处的名称'))).toBe('ok');
    expect((await state()).identity.title).toBe('别处的名称');
  });

  it('keeps what each of them changes, by turns', async () => {
    const { mine, other, title, issuer, state } = await two();
    expect(await code(title(other, '别处的名称'))).toBe('ok');
    expect(await code(issuer(mine, '这里的机关'))).toBe('ok');
    expect(await code(title(other, '别处的新名称'))).toBe('ok');
    expect((await state()).identity).toMatchObject({ title: '别处的新名称', issuer: '这里的机关' });
  });

  it('becomes the standard that is on the disk, not the one in memory', async () => {
    const { mine, other, id, title } = await two();
    const identity = { edition: '2026年', authority: 'custom', statement: '自用' };
    await identify(mine, id, identity);
    expect(await code(title(other, '别处的名称'))).toBe('ok');
    const { standard } = await ask(mine, 'finishImport', { importId: id });
    expect(standard.title).toBe('别处的名称');
  });

  it('goes on, with its undo, where the same file was put there again', async () => {
    const { mine, id, file, issuer, state } = await two();
    const [node] = (await state()).draft!.nodes;
    await editDocument(mine, importRef(id), { kind: 'remove', id: node!.id });
    const bytes = await readFile(file);
    await rm(file);
    await writeFile(file, bytes);
    expect(await code(issuer(mine, '这里的机关'))).toBe('ok');
    expect((await openDocument(mine, importRef(id))).canUndo).toBe(true);
  });

  it('refuses a change, and keeps what is in memory, while the file is away or unreadable', async () => {
    const { mine, id, file, title, issuer, state } = await two();
    expect(await code(title(mine, '这里的名称'))).toBe('ok');
    const bytes = await readFile(file);
    await rm(file);
    expect(await code(issuer(mine, '这里的机关'))).toBe('import-unknown');
    await writeFile(file, bytes.subarray(0, 100));
    expect(await code(issuer(mine, '这里的机关'))).toBe('import-unknown');
    expect(await readFile(file)).toEqual(bytes.subarray(0, 100));
    expect(await code(mine.call('finishImport', { importId: id }))).toBe('import-unknown');
    await writeFile(file, bytes);
    expect(await code(issuer(mine, '这里的机关'))).toBe('ok');
    expect((await state()).identity).toMatchObject({ title: '这里的名称', issuer: '这里的机关' });
  });

  it('refuses to change what the other has removed', async () => {
    const { mine, other, id, state } = await two();
    const [node] = (await state()).draft!.nodes;
    await editDocument(other, importRef(id), { kind: 'remove', id: node!.id });
    const edit = { kind: 'typeOver', id: node!.id, fields: { title: '改名' } } as const;
    expect(await code(mine.call('changeDocument', editInput(importRef(id), edit)))).toBe('edit-refused');
  });

  it('does not bring back what the other has given up', async () => {
    const { mine, other, id, title } = await two();
    await ask(other, 'discardImport', { importId: id });
    expect(await code(title(mine, '这里的名称'))).toBe('import-unknown');
    expect((await ask(mine, 'listImports', {})).imports).toEqual([]);
  });
});

describe('an import of which a file is missing or of another program', () => {
  async function left(kind: 'import' | 'copy') {
    const { host, root } = await newHost();
    const state = await copy(host);
    await host.close();
    const at = (name: string): string => join(root, '标准库', '导入中', name);
    const file = at(`${state.id}.json`);
    const stored = { ...(JSON.parse(await readFile(file, 'utf8')) as object), kind };
    await writeFile(file, JSON.stringify(stored));
    const resources = await smallResources();
    const again = createHost({ root, resources, door: 'local', version: '0.0.0', spawnReader: readHere });
    onTestFinished(() => again.close());
    const open = () => again.call('openDocument', { ref: importRef(state.id) });
    return { host: again, id: state.id, file, stored, tables: at(`${state.id}.tables.json`), open };
  }
  const failure = (reply: Reply) => (reply.ok ? undefined : reply.failure);

  it.each(['away', 'cut'])(
    'names the tables that are %s, and keeps the progress on the list',
    async (how) => {
      const { host, id, tables, open } = await left('import');
      if (how === 'away') await rm(tables);
      else await writeFile(tables, '{"version":1,"tab');
      const told = failure(await open());
      expect(told?.code).toBe('import-tables-gone');
      expect(told?.message).toContain(`${id}.tables.json`);
      expect((await ask(host, 'listImports', {})).imports).toMatchObject([{ id }]);
    },
  );

  it('opens a copied standard without them: it is made of no tables', async () => {
    const { tables, open } = await left('copy');
    await rm(tables);
    expect(failure(await open())).toBeUndefined();
  });

  it('opens one that version 2 stored: sums named their section, cells were not told', async () => {
    const { host, id, file, tables, stored } = await left('import');
    const { draft, ...rest } = stored as unknown as Record<string, unknown> & { draft: object };
    const before: Record<string, unknown> = { ...draft };
    delete before.cells;
    const sums = [{ table: '1', row: 4, label: '合计', points: '10' }];
    const warnings = [{ table: '1', row: 2, code: 'noScore', message: '没有分值' }];
    const old = { ...rest, version: 2, draft: { ...before, sums, warnings } };
    await writeFile(file, JSON.stringify(old));
    await writeFile(tables, JSON.stringify({ version: 2, tables: [] }));
    const { value } = await openDocument(host, importRef(id));
    expect(value).toMatchObject({
      version: IMPORT_VERSION,
      draft: {
        nodes: (before.nodes as { title: string }[]).map(({ title }) => ({ title })),
        cells: [],
        sums: [{ ...sums[0], points: 1000, from: 1, whole: true, counts: 'items' }],
        warnings: [{ code: 'noScore', column: 0 }, { code: 'readBefore' }],
      },
    });
  });

  it.each([
    ['of a newer version', { version: IMPORT_VERSION + 1 }, 'import-newer', '更新版本'],
    ['damaged', { step: 'nirgends' }, 'import-unreadable', '已损坏'],
  ])('is not left off the list without words where it is %s', async (_, change, code, words) => {
    const { host, file, stored } = await left('import');
    const text = JSON.stringify({ ...stored, ...change });
    await writeFile(file, text);
    const { imports, problems } = await ask(host, 'listImports', {});
    expect(imports).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.message).toContain(words);
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});

describe('import of a file', () => {
  async function read(host: Host, path: string, name: string): Promise<string> {
    const token = host.offerFile({ path, name, ownership: 'borrowed' });
    const { jobId } = await ask(host, 'startImport', { token });
    const status = await vi.waitFor(
      async () => {
        const found = await ask(host, 'jobStatus', { jobId });
        expect(found.state).not.toBe('running');
        return found;
      },
      { timeout: 20_000, interval: 50 },
    );
    if (status.result?.kind !== 'import') throw new Error(JSON.stringify(status));
    return status.result.importId;
  }

  it('takes an exported workbook back as the same standard', async () => {
    const { host } = await newHost();
    const made = await ask(host, 'exportStandard', { id: 'small', format: 'xlsx' });
    const file = await host.downloadFile(made.token);
    const importId = await read(host, file?.path ?? '', made.fileName);
    const { standard } = await ask(host, 'finishImport', { importId });
    const { standards } = await ask(host, 'listStandards', {});
    expect(standard).toEqual({ ...standards[0], id: 'small-2' });
  });

  it('reads a table, proposes columns, and tells in a report what became of each row', async () => {
    const { host } = await newHost();
    const path = join(await temporaryFolder(), '细则.csv');
    await writeFile(path, '考核内容,评分标准,分值\n台账,每缺1项扣1分，扣完为止,10\n合计,,10\n');
    const importId = await read(host, path, '细则.csv');
    const { tables, value: state } = await openDocument(host, importRef(importId));
    expect(tables).toHaveLength(1);
    expect(state.chosen).toEqual([tables[0]?.id]);
    expect(state.maps[tables[0]?.id ?? '']?.roles).toContain('fullScore');
    const made = await ask(host, 'importReport', { importId });
    expect((await host.downloadFile(made.token))?.bytes).toBeGreaterThan(1000);
  });

  /** Sixty items in Word; `change`: the next edition. */
  async function official(host: Host, change: Parameters<typeof officialDocument>[0] = {}): Promise<string> {
    const path = join(await temporaryFolder(), '验收标准.docx');
    await writeFile(path, await officialDocument(change));
    return read(host, path, '验收标准.docx');
  }

  /** Name, score, level, side and rule of five rows. */
  async function correctFive(host: Host, importId: string): Promise<void> {
    const ref = importRef(importId);
    const { value } = await editDocument(host, ref, { kind: 'readAnew' });
    const id = (title: string) => allNodes(value.draft?.nodes ?? []).find((node) => node.title === title)?.id;
    for (const edit of [
      { kind: 'typeOver', id: id('组织领导的方案'), fields: { title: '年度方案' } },
      { kind: 'typeOver', id: id('制度建设的会议'), fields: { fullScore: '3' } },
      { kind: 'outdent', id: id('行政指导的总结') },
      { kind: 'changeKind', id: id('宣传培训的总结'), to: 'bonus' },
      { kind: 'setRule', id: id('行政调解的台账'), rule: { kind: 'award', step: '0.5' } },
    ])
      await editDocument(host, ref, edit);
  }

  it('keeps what a standard was made from: both are opened side by side, and edited so', async () => {
    const { host } = await newHost();
    const importId = await official(host);
    await correctFive(host, importId);
    await identify(host, importId, { edition: '2026年' });
    const { standard } = await ask(host, 'finishImport', { importId });
    expect((await ask(host, 'listStandards', {})).withOriginal).toEqual([standard.id]);
    const original = await ask(host, 'standardOriginal', { id: standard.id });
    expect(original).toMatchObject({ isSame: true, state: { source: '验收标准.docx' } });
    expect(original.state.file?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(original.tables[0]?.cells.length).toBeGreaterThan(200);
    const copied = await ask(host, 'copyStandard', { id: standard.id });
    const { tables, value } = await openDocument(host, importRef(copied.importId));
    expect(tables).toEqual(original.tables);
    expect(value).toMatchObject({
      kind: 'import',
      step: 'compare',
      identity: { edition: '2026年（修改稿）', ticked: [] },
    });
    await ask(host, 'removeStandard', { id: standard.id });
    expect(await code(host.call('standardOriginal', { id: standard.id }))).toBe('original-missing');
  });

  it('comes to its end where it was cut off after its standard was saved', async () => {
    const { host, root } = await newHost();
    const importId = await official(host);
    await editDocument(host, importRef(importId), { kind: 'readAnew' });
    const said = { authority: 'official', documentNumber: '测发〔2026〕1号', checkedBy: '法规科' };
    await identify(host, importId, { edition: '2026年', ...said });
    const { draft, identity } = (await openDocument(host, importRef(importId))).value;
    const ticked = partsOf(madeStandard(draft!, identity)).map(({ tick }) => tick);
    await identify(host, importId, { ticked });
    const folder = join(root, '标准库', '导入中');
    const left = await Promise.all(
      (await readdir(folder)).map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })),
    );
    const { standard } = await ask(host, 'finishImport', { importId });
    for (const { name, bytes } of left) await writeFile(join(folder, name), bytes);
    await host.close();
    const options = { root, resources: await smallResources(), door: 'local', version: '0.0.0' } as const;
    // Not before another day.
    const now = () => new Date(Date.now() + 24 * 60 * 60 * 1000);
    const again = createHost({ ...options, now, spawnReader: readHere });
    onTestFinished(() => again.close());
    expect((await ask(again, 'finishImport', { importId })).standard).toEqual(standard);
    expect(standard.check?.date).toBeTypeOf('string');
    expect((await ask(again, 'listImports', {})).imports).toEqual([]);
    expect((await ask(again, 'listStandards', {})).own).toEqual([standard.id]);
  });

  it('takes the place of no other standard’s original where its id is taken', async () => {
    const { host } = await newHost();
    const [first, second] = [
      await official(host),
      await official(host, { title: '另一份标准', added: '群众满意' }),
    ];
    await editDocument(host, importRef(first), { kind: 'readAnew' });
    await identify(host, first, { edition: '2026年' });
    const { standard } = await ask(host, 'finishImport', { importId: first });
    await editDocument(host, importRef(second), { kind: 'readAnew' });
    await identify(host, second, { edition: '2026年', id: standard.id });
    expect(await code(host.call('finishImport', { importId: second }))).toBe('standard-id-taken');
    expect(await ask(host, 'standardOriginal', { id: standard.id })).toMatchObject({ isSame: true });
  });

  it('puts right in the next edition of the same table what was put right in this one', async () => {
    const { host } = await newHost();
    const first = await official(host);
    await correctFive(host, first);
    await identify(host, first, { edition: '2026年' });
    const { standard } = await ask(host, 'finishImport', { importId: first });
    const next = await official(host, {
      title: '示例市服务型行政执法示范点验收标准（示例，2027年版）',
      added: '群众满意',
    });
    expect(await ask(host, 'sameFormStandards', { importId: next })).toEqual({
      standards: [{ id: standard.id, title: standard.title, edition: '2026年' }],
      isClear: true,
    });
    const { kept, left, unlike } = await ask(host, 'takeCorrections', {
      importId: next,
      standard: standard.id,
    });
    expect([kept, left, unlike]).toEqual([5, [], []]);
    const { value } = await openDocument(host, importRef(next));
    const named = (title: string) => allNodes(value.draft?.nodes ?? []).find((node) => node.title === title);
    expect(named('年度方案')).toBeTruthy();
    expect(named('制度建设的会议')).toMatchObject({ fullScore: 300 });
    expect(value.draft?.nodes.some(({ title }) => title === '行政指导的总结')).toBe(true);
    expect(named('宣传培训的总结')).toMatchObject({ kind: 'bonus' });
    expect(named('行政调解的台账')).toMatchObject({ accepted: true, proposal: { rule: { kind: 'award' } } });
    expect(named('群众满意的方案')).toBeTruthy();
  });

  it('offers the standard of the same file first, then the most alike; of several the user chooses', async () => {
    const { host } = await newHost();
    const table = (name: string) =>
      `考核内容,评分标准,分值\n${[1, 2, 3].map((at) => `${name}${at},${name}每缺1项扣${at}分,${at * 10}`).join('\n')}\n`;
    const readText = async (text: string) => {
      const path = join(await temporaryFolder(), '细则.csv');
      await writeFile(path, text);
      return read(host, path, '细则.csv');
    };
    const save = async (text: string, edition: string) => {
      const importId = await readText(text);
      await editDocument(host, importRef(importId), { kind: 'readAnew' });
      await identify(host, importId, { edition, title: '细则', passScore: '54', id: `form-${edition}` });
      return (await ask(host, 'finishImport', { importId })).standard.id;
    };
    const files = await save(table('档案'), '2024');
    const meetings = await save(table('会议'), '2025');
    const asked = async (text: string) => {
      const found = await ask(host, 'sameFormStandards', { importId: await readText(text) });
      return [found.standards.map(({ id }) => id), found.isClear];
    };
    expect(await asked(table('档案'))).toEqual([[files, meetings], true]);
    expect(await asked(table('会议').replace('30\n', '35\n'))).toEqual([[meetings, files], true]);
    const both = `${table('档案')}${table('会议').split('\n').slice(1).join('\n')}`;
    expect(await asked(both)).toEqual([[meetings, files], false]);
  });

  it('hands columns and corrections to a colleague as a file, before and after the standard is saved', async () => {
    const { host } = await newHost();
    const first = await official(host);
    await correctFive(host, first);
    const made = await ask(host, 'exportSettings', { importId: first });
    expect(made.fileName).toMatch(/^导入设置-验收标准/);
    const { path = '' } = (await host.downloadFile(made.token)) ?? {};
    const { host: colleague } = await newHost();
    const next = await official(colleague, { title: '示例标准（2027年版）', added: '群众满意' });
    const take = (token: string) => ask(colleague, 'takeSettings', { importId: next, token });
    const offer = (file: string) =>
      colleague.offerFile({ path: file, name: '导入设置.json', ownership: 'borrowed' });
    const { kept, left } = await take(offer(path));
    expect([kept, left]).toEqual([5, []]);
    const { value } = await openDocument(colleague, importRef(next));
    const titles = allNodes(value.draft?.nodes ?? []).map(({ title }) => title);
    expect(titles).toContain('年度方案');
    expect(titles).toContain('群众满意的方案');

    const folder = await temporaryFolder();
    const text = await readFile(path, 'utf8');
    const wrong: [string, string, string][] = [
      ['空.json', '', 'not-import-settings'],
      ['别的.json', '{"version":1}', 'not-import-settings'],
      ['半个.json', text.slice(0, text.length / 2), 'not-import-settings'],
      ['新版.json', text.replace('{"version":1', '{"version":99'), 'original-newer'],
    ];
    for (const [name, content, told] of wrong) {
      await writeFile(join(folder, name), content);
      const token = offer(join(folder, name));
      expect([name, await code(colleague.call('takeSettings', { importId: next, token }))]).toEqual([
        name,
        told,
      ]);
    }
    const original = await readSettings(path);
    const [table] = original.tables;
    const larger = Array.from({ length: 25_000 }, () => table!.cells[0]!);
    expect(() => settingsText({ ...original, tables: [{ ...table!, cells: larger }] })).toThrow('太大');
    const csv = join(folder, '细则.csv');
    await writeFile(csv, '考核内容,评分标准,分值\n台账,每缺1项扣1分，扣完为止,10\n合计,,10\n');
    const other = await read(colleague, csv, '细则.csv');
    expect(await code(colleague.call('takeSettings', { importId: other, token: offer(path) }))).toBe(
      'import-other-form',
    );
  });

  it('offers nothing of a table with other columns, and takes nothing from it', async () => {
    const { host } = await newHost();
    const first = await official(host);
    await editDocument(host, importRef(first), { kind: 'readAnew' });
    await identify(host, first, { edition: '2026年' });
    const { standard } = await ask(host, 'finishImport', { importId: first });
    const path = join(await temporaryFolder(), '细则.csv');
    await writeFile(path, '考核内容,评分标准,分值\n台账,每缺1项扣1分，扣完为止,10\n合计,,10\n');
    const importId = await read(host, path, '细则.csv');
    expect((await ask(host, 'sameFormStandards', { importId })).standards).toEqual([]);
    expect(await code(host.call('takeCorrections', { importId, standard: standard.id }))).toBe(
      'import-other-form',
    );
  });
});
