import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDoor } from '../../../../../electron/local/door.ts';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import { AssessmentSession } from '../../../../../electron/services/assessment/assessment-session.ts';
import {
  makeFolder,
  makeFolders,
  replaceFile,
  writeSynced,
} from '../../../../../electron/services/files/files.ts';
import { cli } from '../../commands/terminal.ts';
import { assessmentFolder, temporaryFolder } from '../fixture.ts';
import { assessmentRef, deskRef, editDocument, openDocument } from '../../../documents.ts';
import { repository } from '../../../../repository.ts';

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o7777;
const octal = (mode: number): string => mode.toString(8).padStart(4, '0');

/** Every entry at or below `top` whose rights are not as `fits` wants them. */
async function misfits(
  top: string,
  fits: (mode: number, kind: 'file' | 'folder') => boolean,
): Promise<string[]> {
  const entries = await readdir(top, { recursive: true, withFileTypes: true });
  const paths = [top, ...entries.map(({ parentPath, name }) => join(parentPath, name))];
  expect(paths.length).toBeGreaterThan(3);
  const wrong: string[] = [];
  for (const path of paths) {
    const found = await stat(path);
    if (fits(found.mode & 0o7777, found.isDirectory() ? 'folder' : 'file')) continue;
    wrong.push(`${relative(top, path)} ${octal(found.mode & 0o7777)}`);
  }
  return wrong;
}

const isPrivate = (mode: number): boolean => (mode & 0o077) === 0;
/** As in a 2770 folder. */
const isShared = (mode: number, kind: 'file' | 'folder'): boolean =>
  mode === (kind === 'folder' ? 0o2770 : 0o660);

async function sharedFolder(mode = 0o2770): Promise<string> {
  const folder = join(await temporaryFolder(), '共享');
  await mkdir(folder);
  await chmod(folder, mode);
  return folder;
}

function newHost(root: string): Host {
  const host = createHost({ root, resources: repository, door: 'local', version: '0.0.0' });
  onTestFinished(() => host.close());
  return host;
}

async function ask(host: Host, name: string, input: unknown): Promise<Record<string, unknown>> {
  const reply = await host.call(name, input);
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
  return reply.value as Record<string, unknown>;
}

/** Uploads through the real local door, as a browser does. */
async function upload(host: Host, name: string): Promise<string> {
  const door = await openDoor({ host, rendererFolder: repository });
  try {
    const link = door.newLink();
    const entered = await fetch(link, { redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { origin } = new URL(link);
    const headers = { Cookie: cookie, Origin: origin };
    const answer = await fetch(`${origin}/upload?name=${name}`, { method: 'POST', headers, body: '内容' });
    const { value } = (await answer.json()) as { value: { token: string } };
    return value.token;
  } finally {
    await door.close();
  }
}

/** Everything that the program does with a data folder, with an upload still waiting. */
async function useEverything(host: Host): Promise<void> {
  const { id } = (await ask(host, 'openSample', {})) as { id: string };
  await openDocument(host, assessmentRef(id));
  await editDocument(host, assessmentRef(id), { kind: 'setWilling', willing: false });
  const waited = async (job: Promise<Record<string, unknown>>): Promise<void> => {
    const { jobId } = await job;
    await vi.waitFor(
      async () => expect(await ask(host, 'jobStatus', { jobId })).toMatchObject({ state: 'done' }),
      { timeout: 20_000 },
    );
  };
  await waited(ask(host, 'addEvidence', { id, tokens: [await upload(host, 'a.txt')] }));
  await waited(ask(host, 'exportPackage', { id, mode: 'draft' }));
  const [exported = ''] = await readdir(join((await ask(host, 'hostInfo', {}))['root'] as string, '导出'));
  const path = join((await ask(host, 'hostInfo', {}))['root'] as string, '导出', exported);
  const token = host.offerFile({ path, name: exported, ownership: 'borrowed' });
  await waited(ask(host, 'openPackage', { token, as: 'blueprint' }));
  const { standards } = await ask(host, 'listStandards', {});
  const { campaigns } = await ask(host, 'listCampaigns', {});
  const [standard] = standards as { id: string }[];
  const [campaign] = campaigns as { id: string }[];
  const wish = { title: '甲', standardId: standard?.id, campaignId: campaign?.id };
  const desk = await ask(host, 'createDesk', wish);
  await openDocument(host, deskRef((desk as { id: string }).id));
  await upload(host, 'b.txt');
}

describe.skipIf(process.platform === 'win32')('rights of what the program makes', () => {
  let before: number;
  beforeAll(() => {
    before = process.umask(0o022);
  });
  afterAll(() => process.umask(before));

  it('are the owner’s alone, for all that a demo and a desk leave in a terminal', async () => {
    const home = await temporaryFolder();
    const demo = await cli('demo', '--out', join(home, 'demo'));
    const [, packaged = ''] = demo.out.trim().split('\n');
    expect(demo.code).toBe(0);
    await cli('review', 'import', packaged, '--desk', join(home, 'desk'), '--received', '2020-11-25');
    await cli('review', 'export', '--desk', join(home, 'desk'), '--out', join(home, 'desk-out.xlsx'));
    await cli('open', packaged, '--out', join(home, 'opened'));
    const table = join(repository, 'tests/fixtures/import-files/merged.xlsx');
    const standard = join(home, 'standard.json');
    await cli('standard', 'import', table, '--out', standard, '--report', join(home, 'report.xlsx'));
    expect((await readdir(home)).sort()).toEqual([
      'demo',
      'desk',
      'desk-out.xlsx',
      'opened',
      'report.xlsx',
      'standard.json',
    ]);
    expect(await misfits(home, isPrivate)).toEqual([]);
  });

  it('are the owner’s alone in the data folder of a running program, uploads and locks included', async () => {
    const root = join(await temporaryFolder(), '文档', '标兵自评');
    await useEverything(newHost(root));
    expect(await readdir(root)).toEqual(expect.arrayContaining(['.temporary', '导出', '核验台']));
    expect(await misfits(root, isPrivate)).toEqual([]);
  });

  it('are those of a folder that somebody shares, all the way down', async () => {
    const root = await sharedFolder();
    await useEverything(newHost(root));
    const wrong = (await misfits(root, isShared)).filter((line) => !line.includes('.lock '));
    expect(wrong).toEqual([]);
  });

  it('stay as they are for folders that exist, whatever is made in them', async () => {
    const documents = join(await temporaryFolder(), '文档');
    await mkdir(documents, { mode: 0o755 });
    await makeFolders(join(documents, '标兵自评', '内层'));
    await makeFolders(documents);
    const modes = ['', '标兵自评', '标兵自评/内层'].map((name) => modeOf(join(documents, name)));
    expect((await Promise.all(modes)).map(octal)).toEqual(['0755', '0700', '0700']);
  });

  it.each([
    { folder: '0755', file: '0600', below: '0700' },
    { folder: '0750', file: '0600', below: '0700' },
    { folder: '0770', file: '0660', below: '0770' },
    { folder: '2775', file: '0664', below: '2775' },
    { folder: '0777', file: '0666', below: '0777' },
    { folder: '1777', file: '0600', below: '0700' },
  ])('follow a folder only where others may write in it: $folder', async ({ folder, file, below }) => {
    const place = await sharedFolder(parseInt(folder, 8));
    await writeSynced(join(place, 'a'), 'a');
    await makeFolder(join(place, 'b'));
    expect(octal(await modeOf(join(place, 'a')))).toBe(file);
    expect(octal(await modeOf(join(place, 'b')))).toBe(below);
  });

  it.each(['0664', '0644', '0640', '0600', '0444'])('of a replaced file are its own: %s', async (mode) => {
    const folder = await assessmentFolder();
    const file = join(folder, 'assessment.json');
    await chmod(file, parseInt(mode, 8));
    const store = await AssessmentSession.open(folder);
    await store.document.change('test', (current) => ({ ...current, willing: true }));
    await store.close();
    expect(octal(await modeOf(file))).toBe(mode);
    expect(octal(await modeOf(join(folder, 'journal.jsonl')))).toBe('0600');
  });

  it('of what a crash left half written are not taken over', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'a.json');
    await writeFile(join(folder, 'outside'), '别人的');
    await symlink(join(folder, 'outside'), `${file}.tmp`);
    await replaceFile(file, 'new');
    expect(octal(await modeOf(file))).toBe('0600');
    expect(await readFile(join(folder, 'outside'), 'utf8')).toBe('别人的');
  });
});
