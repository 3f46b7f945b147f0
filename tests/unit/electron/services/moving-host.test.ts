import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { findDataFolder } from '../../../../electron/services/data-root/find.ts';
import { type System, thisSystem } from '../../../../electron/services/data-root/system.ts';
import { MovingHost, type MovingHostOptions } from '../../../../electron/services/moving-host.ts';
import type { CallName, CallOutput } from '../../../../shared/contract/contract.ts';
import { assessmentRef, editDocument } from '../../documents.ts';
import { smallResources, temporaryFolder } from './fixture.ts';

const WISH = { unitName: '某县某局', standardId: 'small', campaignId: 'practice' };

/** Starts of the program in one home. */
async function newHome() {
  const home = await temporaryFolder();
  const system: System = { ...thisSystem(), platform: 'linux', home, env: {} };
  const resources = await smallResources();
  const start = (options: Partial<MovingHostOptions> = {}, ...args: string[]) => {
    const found = findDataFolder(args, system);
    const host = new MovingHost({ found, resources, door: 'local', version: '0', ...options });
    onTestFinished(() => host.close());
    return host;
  };
  return { home, documents: join(home, 'Documents/标兵自评'), start };
}

async function ask<N extends CallName>(host: MovingHost, name: N, input: unknown, page = '') {
  const reply = await host.call(name, input, page);
  if (!reply.ok) throw new Error(`${reply.failure.code}: ${reply.failure.message}`);
  return reply.value as CallOutput<N>;
}

async function failure(host: MovingHost, name: CallName, input: unknown, page = '') {
  const reply = await host.call(name, input, page);
  return reply.ok ? 'ok' : reply.failure.code;
}

const units = async (host: MovingHost) =>
  (await ask(host, 'listAssessments', {})).assessments.map(({ unit }) => unit);

it('goes on with another folder, remembers it, and names the way back', async () => {
  const { home, documents, start } = await newHome();
  const moved = vi.fn();
  const host = start({ moved });
  expect(await ask(host, 'dataFolder', {})).toEqual({ root: documents, others: [], named: false });
  await ask(host, 'createAssessment', WISH);
  const before = await readdir(documents, { recursive: true });

  const other = join(home, 'U盘');
  expect((await ask(host, 'changeDataFolder', { path: other })).changed).toEqual({
    ...{ root: other, former: documents, inside: false, holds: false, remembered: true },
  });
  expect(moved).toHaveBeenCalledExactlyOnceWith(other);
  expect(await units(host)).toEqual([]);
  expect(await ask(host, 'dataFolder', {})).toEqual({ root: other, others: [documents], named: false });
  // What was there is there, and nobody's lock is left.
  expect((await readdir(documents, { recursive: true })).filter((name) => !before.includes(name))).toEqual(
    [],
  );
  await host.close();

  const again = start();
  expect(again.root).toBe(other);
  expect((await ask(again, 'changeDataFolder', { path: documents })).changed).toMatchObject({ holds: true });
  expect(await units(again)).toEqual(['某县某局']);
  expect(start().root).toBe(documents);
});

it('remembers no folder that the start named, nor what is chosen instead', async () => {
  const { home, start } = await newHome();
  const host = start({}, `--root=${home}/named`);
  expect(await ask(host, 'dataFolder', {})).toMatchObject({ named: true });
  const path = join(home, 'other');
  expect((await ask(host, 'changeDataFolder', { path })).changed).toMatchObject({ remembered: false });
  expect(existsSync(join(home, '.config'))).toBe(false);
});

it('says that the place of the data folder is a file, and goes on in another one', async () => {
  const { home, start } = await newHome();
  const root = join(home, 'file');
  await writeFile(root, '');
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const host = start({}, `--root=${root}`);
  expect(await ask(host, 'dataFolder', {})).toMatchObject({ root, problem: { code: 'not-a-folder' } });
  expect(await failure(host, 'listAssessments', {})).toBe('not-a-folder');
  await ask(host, 'changeDataFolder', { path: join(home, 'other') });
  expect(await ask(host, 'dataFolder', {})).not.toHaveProperty('problem');
  await ask(host, 'createAssessment', WISH);
  expect(await units(host)).toEqual(['某县某局']);
});

it('makes nothing empty where the folder that is remembered is missing', async () => {
  const { home, documents, start } = await newHome();
  const first = start();
  await ask(first, 'dataFolder', {});
  await ask(first, 'createAssessment', WISH);
  await first.close();
  await rename(documents, join(home, 'away'));

  const host = start();
  expect((await ask(host, 'dataFolder', {})).problem?.code).toBe('data-folder-missing');
  for (const name of ['listAssessments', 'listDesks', 'listStandards'] as const) await host.call(name, {});
  expect(await failure(host, 'createAssessment', WISH)).toBe('data-folder-missing');
  expect(existsSync(documents)).toBe(false);
  // The stick is there again.
  await rename(join(home, 'away'), documents);
  expect(await units(host)).toEqual(['某县某局']);
  expect(await ask(host, 'dataFolder', {})).not.toHaveProperty('problem');
  // It goes while the program runs.
  await rename(documents, join(home, 'away'));
  expect(await failure(host, 'listAssessments', {})).toBe('data-folder-missing');
  // It is chosen where it was: begun anew.
  expect((await ask(host, 'changeDataFolder', { path: documents })).changed).toMatchObject({
    root: documents,
  });
  expect(await units(host)).toEqual([]);
});

it('asks by the system’s dialog where no path is given', async () => {
  const { home, documents, start } = await newHome();
  const answers = [undefined, join(home, 'picked')];
  const host = start({ pickFolder: () => Promise.resolve(answers.shift()) });
  expect(await ask(host, 'changeDataFolder', {})).toEqual({});
  expect(host.root).toBe(documents);
  await ask(host, 'changeDataFolder', {});
  expect(host.root).toBe(join(home, 'picked'));
});

it('stays where it is while another page shows a document, and saves what the page that asks had open', async () => {
  const { home, documents, start } = await newHome();
  const host = start();
  const { id } = await ask(host, 'createAssessment', WISH);
  const other = join(home, 'other');
  await ask(host, 'openDocument', { ref: assessmentRef(id), takeOverLock: 'no' }, 'two');
  expect(await failure(host, 'changeDataFolder', { path: other }, 'one')).toBe('data-folder-in-use');
  expect(existsSync(other)).toBe(false);
  // A page that was loaded anew shows 首页 and has closed nothing.
  const edit = { kind: 'score', code: '1.1', input: { kind: 'award', points: '4' } };
  await ask(host, 'closeDocument', { ref: assessmentRef(id) }, 'two');
  await editDocument(host, assessmentRef(id), edit);
  await ask(host, 'changeDataFolder', { path: other });
  const folder = (await readdir(documents)).find((name) => name.startsWith('某县某局'))!;
  expect(await readFile(join(documents, folder, 'assessment.json'), 'utf8')).toContain('"points":"4.00"');
  expect(await readdir(join(documents, folder))).not.toContain('.lock');
});

it('forgets a page that has gone without a word', async () => {
  const { home, start } = await newHome();
  const host = start();
  const { id } = await ask(host, 'createAssessment', WISH);
  await ask(host, 'openDocument', { ref: assessmentRef(id), takeOverLock: 'no' }, 'gone');
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + 100_000);
  expect(await failure(host, 'changeDataFolder', { path: join(home, 'other') }, 'one')).toBe('ok');
});

it('stays where it is while a job runs, or the folder is being changed', async () => {
  const { home, start } = await newHome();
  const host = start();
  const { id } = await ask(host, 'createAssessment', WISH);
  const big = join(home, 'big.bin');
  await writeFile(big, Buffer.alloc(64 * 1024 * 1024));
  const token = host.offerFile({ path: big, name: '大.txt', ownership: 'borrowed' });
  const { jobId } = await ask(host, 'addEvidence', { id, tokens: [token] });
  expect(await failure(host, 'changeDataFolder', { path: join(home, 'other') })).toBe('data-folder-in-use');
  await vi.waitFor(async () => {
    expect((await ask(host, 'jobStatus', { jobId })).state).not.toBe('running');
  });
  const codes = await Promise.all(
    ['a', 'b'].map((name) => failure(host, 'changeDataFolder', { path: join(home, name) })),
  );
  expect(codes).toEqual(['ok', 'data-folder-in-use']);
  expect(host.root).toBe(join(home, 'a'));
});

it('lets calls wait while the folder is changed', async () => {
  const { home, start } = await newHome();
  const host = start();
  await ask(host, 'createAssessment', WISH);
  const changing = ask(host, 'changeDataFolder', { path: join(home, 'other') });
  const listed = Promise.resolve().then(() => units(host));
  await changing;
  expect(await listed).toEqual([]);
});

it('says in words what is wrong with the folder that was chosen, and stays', async () => {
  const { home, documents, start } = await newHome();
  await mkdir(join(home, 'folder'));
  const host = start();
  expect(await failure(host, 'changeDataFolder', { path: 'folder' })).toBe('folder-not-absolute');
  expect(await failure(host, 'changeDataFolder', { path: join(home, 'no/where') })).toBe('folder-not-found');
  expect(host.root).toBe(documents);
  expect(await units(host)).toEqual([]);
});

it('works also where nothing can be remembered', async () => {
  const { home, documents, start } = await newHome();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await writeFile(join(home, '.config'), 'a file');
  const host = start();
  expect(await ask(host, 'dataFolder', {})).toMatchObject({ root: documents });
  const { changed } = await ask(host, 'changeDataFolder', { path: join(home, 'other') });
  expect(changed).toMatchObject({ remembered: false });
  await rm(join(home, '.config'));
});

it('tells why what is remembered did not count until a folder is chosen', async () => {
  const { home, documents, start } = await newHome();
  await mkdir(join(home, '.config/biaobing'), { recursive: true });
  await writeFile(join(home, '.config/biaobing/data-folder.json'), 'half');
  const host = start();
  expect(await ask(host, 'dataFolder', {})).toMatchObject({
    ...{ root: documents, note: { code: 'data-folder-damaged' } },
  });
  await ask(host, 'changeDataFolder', { path: documents });
  expect(start().root).toBe(documents);
});
