import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { InFolders } from '../../../../../shared/contract/contract.ts';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import { createDeskFolder } from '../../../../../electron/services/desk/desk-folder.ts';
import { deskCampaign } from '../desk/fixture.ts';
import { smallResources, temporaryFolder } from '../fixture.ts';
import { makeFixture } from '../package/fixture.ts';
import { assessmentRef, closeDocument, deskRef, editDocument, openDocument } from '../../../documents.ts';
import { ask, failureOf } from './calls.ts';

const SCORE = { kind: 'score', code: '1.1', input: { kind: 'award', points: '2.5' } };
const AGAIN = { kind: 'score', code: '1.1', input: { kind: 'award', points: '5' } };

async function hostAt(root: string, now = '2026-11-20T08:00:00.000Z'): Promise<Host> {
  const resources = await smallResources();
  const host = createHost({ root, resources, door: 'local', version: '0', now: () => new Date(now) });
  onTestFinished(() => host.close());
  return host;
}

/** Each kind in folders: one document, copied as a backup beside itself, then changed once more, then a restart. */
const KINDS = {
  assessment: {
    parent: '',
    ref: assessmentRef,
    list: async (host: Host) => (await ask(host, 'listAssessments', {})).assessments,
    create: async (host: Host) => {
      const wish = { unitName: '某县某局', standardId: 'small', campaignId: 'practice' };
      return (await ask(host, 'createAssessment', wish)).id;
    },
    edits: [SCORE, AGAIN],
    tells: ['total', [500, 250]],
  },
  desk: {
    parent: '核验台',
    ref: deskRef,
    list: async (host: Host) => (await ask(host, 'listDesks', {})).desks,
    create: async (_: Host, root: string) => {
      const { standard, standardBytes } = await makeFixture();
      const now = new Date('2026-11-20T01:00:00Z');
      const made = { title: '核验台', campaign: deskCampaign(), standard, standardBytes, now };
      await mkdir(join(root, '核验台'), { recursive: true });
      return (await createDeskFolder(join(root, '核验台', '核验台-1'), made)).id;
    },
    edits: [
      { kind: 'setTitle', title: '一' },
      { kind: 'setTitle', title: '二' },
    ],
    tells: ['packages', [0, 0]],
  },
} as const;

/** 编辑中的推荐活动, 年度工作 and 年度任务汇总 are kept by the same engine. */
async function copied(document: Exclude<InFolders, 'campaign' | 'year' | 'rollup'>) {
  const root = join(await temporaryFolder(), '标兵自评');
  const kind = KINDS[document];
  const parent = join(root, kind.parent);
  const early = await hostAt(root, '2026-11-01T08:00:00.000Z');
  const id = await kind.create(early, root);
  const [original = ''] = (await readdir(parent)).filter((name) => !name.startsWith('.'));
  await editDocument(early, kind.ref(id), kind.edits[0]);
  await early.close();
  await cp(join(parent, original), join(parent, '11月1日备份'), { recursive: true });
  const late = await hostAt(root, '2026-11-20T08:00:00.000Z');
  await ask(late, 'chooseCopy', { document, id, key: original });
  await editDocument(late, kind.ref(id), kind.edits[1]);
  await late.close();
  const names = { original, copy: '11月1日备份' };
  return { ...kind, root, parent, id, names, host: await hostAt(root), ref: kind.ref(id) };
}

describe.each(['assessment', 'desk'] as const)('a %s whose folder was copied beside itself', (document) => {
  it('is one line of the list; nothing of it is opened or changed before the user has said which', async () => {
    const { host, ref, id, list, edits } = await copied(document);
    const lines = await list(host);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ id, copies: 2, updatedAt: '2026-11-20T08:00:00.000Z' });
    for (const [call, input] of [
      ['openDocument', { ref }],
      ['changeDocument', { ...ref, step: { do: 'edit', edit: edits[0] } }],
    ] as const) {
      const { code, message } = await failureOf(host, call, input);
      expect(code).toBe('several-folders');
      expect(message).toContain('“11月1日备份”');
    }
  });

  it('tells the folders newest first, with date, changes and what it is worth', async () => {
    const { host, id, names, tells } = await copied(document);
    const { copies } = await ask(host, 'listCopies', { document, id });
    const [what, values] = tells;
    expect(copies).toMatchObject([
      { key: names.original, updatedAt: '2026-11-20T08:00:00.000Z', changes: 2, [what]: values[0] },
      { key: names.copy, updatedAt: '2026-11-01T08:00:00.000Z', changes: 1, [what]: values[1] },
    ]);
  });

  it.each(['original', 'copy'] as const)('opens and changes the %s where that is chosen', async (which) => {
    const { host, id, ref, names, parent, edits } = await copied(document);
    const other = join(parent, names[which === 'original' ? 'copy' : 'original'], `${document}.json`);
    const before = await readFile(other, 'utf8');
    await ask(host, 'chooseCopy', { document, id, key: names[which] });
    expect((await openDocument(host, ref)).folder).toBe(join(parent, names[which]));
    await editDocument(host, ref, edits[0]);
    expect(await readFile(other, 'utf8')).toBe(before);
    // Another tab cannot turn the id to the other folder meanwhile, nor move the open one away.
    const key = names[which === 'original' ? 'copy' : 'original'];
    expect((await failureOf(host, 'chooseCopy', { document, id, key })).code).toBe('folder-open');
    const open = { document, id, key: names[which] };
    expect((await failureOf(host, 'removeCopy', open)).code).toBe('folder-open');
    await closeDocument(host, ref);
    await ask(host, 'chooseCopy', { document, id, key });
    expect((await openDocument(host, ref)).folder).toBe(join(parent, key));
  });

  it('is asked about again after a restart, until one folder is moved to 已删除', async () => {
    const { root, host, id, ref, names, parent } = await copied(document);
    const { movedTo } = await ask(host, 'removeCopy', { document, id, key: names.copy });
    expect(movedTo.startsWith(join(root, '已删除', '11月1日备份-'))).toBe(true);
    expect(JSON.parse(await readFile(join(movedTo, `${document}.json`), 'utf8'))).toMatchObject({ id });
    const last = { document, id, key: names.original };
    expect((await failureOf(host, 'removeCopy', last)).code).toBe('last-folder');
    expect((await openDocument(host, ref)).folder).toBe(join(parent, names.original));
  });

  it('asks also where one of the folders cannot be read, and says why', async () => {
    const { host, id, ref, names, parent } = await copied(document);
    await writeFile(join(parent, names.original, 'standard.json'), '{}');
    expect((await failureOf(host, 'openDocument', { ref })).code).toBe('several-folders');
    const { copies } = await ask(host, 'listCopies', { document, id });
    expect(copies.map(({ key, changes, problem }) => [key, changes, problem !== undefined])).toEqual([
      [names.original, 2, true],
      [names.copy, 1, false],
    ]);
    const broken = { document, id, key: names.original };
    expect((await failureOf(host, 'chooseCopy', broken)).code).toMatch(/standard/);
  });

  it('asks where the original was saved by a newer program: it is never passed over for the old copy', async () => {
    const { host, ref, names, parent } = await copied(document);
    const path = join(parent, names.original, `${document}.json`);
    const stored = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...stored, version: 99 }));
    expect((await failureOf(host, 'openDocument', { ref })).code).toBe('several-folders');
  });

  it('goes on in the open folder where a copy comes beside it, says so, and asks once it is closed', async () => {
    const { host, id, ref, names, parent, edits } = await copied(document);
    await ask(host, 'removeCopy', { document, id, key: names.copy });
    expect((await openDocument(host, ref)).notices).toEqual([]);
    await cp(join(parent, names.original), join(parent, '0中午的备份'), { recursive: true });
    const again = await openDocument(host, ref);
    expect(again).toMatchObject({
      folder: join(parent, names.original),
      notices: [{ code: 'folder-beside', message: expect.stringContaining('“0中午的备份”') as string }],
    });
    await editDocument(host, ref, edits[0], again);
    await closeDocument(host, ref);
    await rm(join(parent, '0中午的备份', '.lock'), { recursive: true, force: true });
    expect((await failureOf(host, 'openDocument', { ref })).code).toBe('several-folders');
  });

  it('asks where an old copy has taken the name of the folder that was open', async () => {
    const { host, ref, names, parent, edits, list } = await copied(document);
    const aside = join(await temporaryFolder(), names.copy);
    await rename(join(parent, names.copy), aside);
    await editDocument(host, ref, edits[0]);
    await closeDocument(host, ref);
    await rename(join(parent, names.original), join(parent, `${names.original}_新`));
    await rename(aside, join(parent, names.original));
    expect((await failureOf(host, 'openDocument', { ref })).code).toBe('several-folders');
    expect(await list(host)).toMatchObject([{ copies: 2 }]);
  });

  it('takes a choice for what was chosen alone: another folder, or another content, is asked about', async () => {
    const { host, id, ref, names, parent, edits } = await copied(document);
    const choose = () => ask(host, 'chooseCopy', { document, id, key: names.original });
    const [original, copy] = [join(parent, names.original), join(parent, names.copy)];
    await choose();
    await editDocument(host, ref, edits[0]);
    await closeDocument(host, ref);
    expect((await openDocument(host, ref)).folder).toBe(original);
    await closeDocument(host, ref);
    await rename(original, `${original}-x`);
    await rename(copy, original);
    await rename(`${original}-x`, copy);
    expect((await failureOf(host, 'openDocument', { ref })).code).toBe('several-folders');
    await choose();
    await cp(copy, join(parent, '第三个'), { recursive: true });
    expect((await failureOf(host, 'openDocument', { ref })).code).toBe('several-folders');
  });

  it.each(['with', 'without'])(
    'never goes on in another folder that has taken its place while it was open, %s a copy of its lock',
    async (lock) => {
      const { host, id, ref, names, parent, edits } = await copied(document);
      await ask(host, 'removeCopy', { document, id, key: names.copy });
      const [original, moved] = [join(parent, names.original), join(parent, `${names.original}_新`)];
      await openDocument(host, ref);
      const old = join(await temporaryFolder(), '旧');
      await cp(original, old, { recursive: true });
      if (lock === 'without') await rm(join(old, '.lock'), { recursive: true });
      const shown = await editDocument(host, ref, edits[0]);
      await rename(original, moved);
      await rename(old, original);
      const before = await readFile(join(original, `${document}.json`), 'utf8');

      const words = {
        code: 'folder-moved',
        message: expect.stringMatching(/打开期间.*文件夹被移动或换成了另一个/) as string,
        effect: expect.stringContaining('没有写入') as string,
        remedy: expect.stringContaining('回到首页') as string,
      };
      await expect(editDocument(host, ref, edits[1], shown)).rejects.toThrow('folder-moved');
      const step = { do: 'undo' };
      expect(await failureOf(host, 'changeDocument', { ...ref, step })).toMatchObject(words);
      expect(await failureOf(host, 'compareOutside', { ref })).toMatchObject(words);
      expect(await ask(host, 'documentNow', { ref })).toMatchObject({ outside: false });
      expect(await readFile(join(original, `${document}.json`), 'utf8')).toBe(before);

      expect((await failureOf(host, 'openDocument', { ref })).code).toBe('several-folders');
      await ask(host, 'chooseCopy', { document, id, key: `${names.original}_新` });
      expect(await openDocument(host, ref)).toMatchObject({ folder: moved, notices: [] });
      await editDocument(host, ref, edits[1]);
      expect(await readFile(join(original, `${document}.json`), 'utf8')).toBe(before);
    },
  );

  it('counts a folder whose own file is gone, and names the file that may be it', async () => {
    const { host, ref, names, parent } = await copied(document);
    const original = join(parent, names.original);
    await rename(join(original, `${document}.json`), join(original, `${document}(1).json`));
    await rm(join(original, `${document}.previous.json`), { force: true });
    expect((await failureOf(host, 'openDocument', { ref })).code).toBe('several-folders');
  });

  it('of one time are told by the number of changes, then by name', async () => {
    const { host, id, names, parent } = await copied(document);
    const original = join(parent, names.original);
    for (const name of ['0', '9']) await cp(original, join(parent, name), { recursive: true });
    const journal = await readFile(join(original, 'journal.jsonl'), 'utf8');
    await writeFile(join(original, 'journal.jsonl'), journal + journal);
    const { copies } = await ask(host, 'listCopies', { document, id });
    expect(copies.map(({ key, changes }) => [key, changes])).toEqual([
      ...[
        [names.original, 4],
        ['0', 2],
        ['9', 2],
      ],
      [names.copy, 1],
    ]);
  });

  it('looks a key up among its folders and never makes a path of it', async () => {
    const { host, id, root, names } = await copied(document);
    await mkdir(join(root, '已删除'), { recursive: true });
    for (const key of ['../已删除', '已删除', '.', names.original.toUpperCase() + '/', '没有']) {
      expect((await failureOf(host, 'chooseCopy', { document, id, key })).code).toBe('folder-gone');
      expect((await failureOf(host, 'removeCopy', { document, id, key })).code).toBe('folder-gone');
    }
  });
});

it('is not asked about a folder in 已删除, nor about one that was renamed', async () => {
  const { host, parent, id, ref, names } = await copied('assessment');
  await ask(host, 'removeCopy', { document: 'assessment', id, key: names.copy });
  await openDocument(host, ref);
  await closeDocument(host, ref);
  await rename(join(parent, names.original), join(parent, '改了名'));
  expect(basename((await openDocument(host, ref)).folder)).toBe('改了名');
});

it('never removes, from the list, an assessment that several folders hold', async () => {
  const { host, id, names, parent } = await copied('assessment');
  await ask(host, 'chooseCopy', { document: 'assessment', id, key: names.original });
  expect((await failureOf(host, 'removeAssessment', { id })).code).toBe('several-folders');
  expect(await readdir(parent)).toContain(names.original);
});

it('refuses to remove an open assessment beside which a copy has come', async () => {
  const { host, id, ref, names, parent } = await copied('assessment');
  await ask(host, 'removeCopy', { document: 'assessment', id, key: names.copy });
  await openDocument(host, ref);
  await cp(join(parent, names.original), join(parent, names.copy), { recursive: true });
  expect((await failureOf(host, 'removeAssessment', { id })).code).toBe('several-folders');
  // What is open is what is asked about.
  expect(await ask(host, 'listBackups', { id })).toHaveProperty('backups');
});

it('opens the newest sample, not the first by its name', async () => {
  const root = join(await temporaryFolder(), '标兵自评');
  const host = await hostAt(root);
  const ids = [];
  for (const [name, at] of [
    ['1-旧', '2026-11-01T00:00:00.000Z'],
    ['2-新', '2026-11-19T00:00:00.000Z'],
  ] as const) {
    const id = await KINDS.assessment.create(host);
    const [folder = ''] = (await readdir(root)).filter((each) => each.startsWith('某县某局'));
    const path = join(root, folder, 'assessment.json');
    const stored = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...stored, sample: true, updatedAt: at }));
    await rename(join(root, folder), join(root, name));
    ids.push(id);
  }
  expect((await ask(host, 'openSample', {})).id).toBe(ids[1]);
});
