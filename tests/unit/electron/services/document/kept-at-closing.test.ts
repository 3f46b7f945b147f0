import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import type { DocumentName, DocumentRef } from '../../../../../shared/contract/contract.ts';
import { closeDocument, editDocument, openDocument } from '../../../documents.ts';
import { Client } from '../../../../torture/client.ts';
import { repository } from '../../../../repository.ts';
import { smallResources, temporaryFolder } from '../fixture.ts';
import { ask } from './calls.ts';

async function newHost(root?: string): Promise<{ host: Host; root: string }> {
  const at = root ?? join(await temporaryFolder(), '标兵自评');
  const host = createHost({ root: at, resources: await smallResources(), door: 'local', version: '0.0.0' });
  onTestFinished(() => host.close());
  return { host, root: at };
}

const wish = { standardId: 'small', campaignId: 'practice' };
const year = { unit: '某局', category: '', year: 2026, tasks: { from: 'none' } };
const title = (nth: number) => ({ kind: 'setTitle', title: `第${nth}` });
const head = (fields: object) => ({ kind: 'setHead', fields });
const KINDS = [
  ['assessment', 'createAssessment', { ...wish, unitName: '某局' }, (nth: number) => reason(`第${nth}`)],
  ['desk', 'createDesk', { ...wish, title: '台' }, title],
  ['year', 'createYear', year, (nth: number) => head({ unit: `第${nth}` })],
  ['rollup', 'createRollup', { office: '某办', year: 2026 }, (nth: number) => head({ office: `第${nth}` })],
  ['campaign', 'newCampaign', { kind: 'practice' }, (nth: number) => head({ title: `第${nth}` })],
] as const;

const reason = (text: string, code = '1.1') => ({ kind: 'setReason', code, reason: text });

const backupsIn = async (folder: string): Promise<string[]> => {
  const names = await readdir(join(folder, 'backups')).catch(() => []);
  return names.filter((name) => name.endsWith('-closed.json'));
};

/** As a sync client does. */
async function put(path: string, bytes: Buffer): Promise<void> {
  await writeFile(`${path}.sync`, bytes);
  await rename(`${path}.sync`, path);
}

describe.each(KINDS)('an older version in the place of a saved %s', (document, create, input, edit) => {
  async function made() {
    const { host, root } = await newHost();
    const { id } = await ask<'createYear'>(host, create as 'createYear', input);
    const ref = { document, id } as DocumentRef<DocumentName>;
    await editDocument(host, ref, edit(1));
    const below = await readdir(root, { recursive: true });
    const name = document === 'campaign' ? 'campaign-draft' : document;
    const path = join(
      root,
      below.find((each) => each.endsWith(`${name}.json`))!,
    );
    const folder = join(path, '..');
    const older = await readFile(path);
    await editDocument(host, ref, edit(2));
    return { host, root, ref, path, folder, older };
  }

  it('that comes while it is open: what was saved is kept at the closing, and told at the next opening', async () => {
    const { host, ref, path, folder, older } = await made();
    await put(path, older);
    await closeDocument(host, ref);
    const [kept] = await backupsIn(folder);
    expect(await readFile(join(folder, 'backups', kept!), 'utf8')).toContain('第2');
    for (let nth = 0; nth < 2; nth += 1) {
      const { notices } = await openDocument(host, ref);
      const [told] = notices.filter(({ code }) => code === 'kept-at-closing');
      expect(told?.effect).toContain(kept);
      await closeDocument(host, ref);
    }
    // Once, and nothing is written over.
    expect(await backupsIn(folder)).toEqual([kept]);
    expect(await readFile(path)).toEqual(older);
    // Put in its place it is no longer told, nor once something is saved.
    const back = await readFile(join(folder, 'backups', kept!));
    await put(path, back);
    expect((await openDocument(host, ref)).notices).toEqual([]);
    await closeDocument(host, ref);
    await put(path, older);
    await openDocument(host, ref);
    await editDocument(host, ref, edit(3));
    await closeDocument(host, ref);
    expect((await openDocument(host, ref)).notices.map(({ code }) => code)).not.toContain('kept-at-closing');
  });

  it('that comes once more: what was saved is kept, whatever becomes of what was kept before', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { host, ref, path, folder, older } = await made();
    await put(path, older);
    await closeDocument(host, ref);
    const [first] = await backupsIn(folder);
    await openDocument(host, ref);
    await editDocument(host, ref, edit(3));
    await mkdir(join(folder, 'backups', first!.replace('closed', 'here')));
    await put(path, older);
    await closeDocument(host, ref);
    const [, second] = (await backupsIn(folder)).sort();
    expect(await readFile(join(folder, 'backups', second!), 'utf8')).toContain('第3');
  });

  it('or nothing: what was saved is kept at the closing', async () => {
    const { host, ref, path, folder } = await made();
    await rm(path);
    await closeDocument(host, ref);
    const [kept] = await backupsIn(folder);
    expect(await readFile(join(folder, 'backups', kept!), 'utf8')).toContain('第2');
    expect((await openDocument(host, ref)).notices.map(({ code }) => code)).toContain('kept-at-closing');
  });

  it('is kept also where a clock that was ahead has named as many backups as there may be', async () => {
    const { host, ref, path, folder, older } = await made();
    await mkdir(join(folder, 'backups'), { recursive: true });
    for (let nth = 10; nth < 30; nth += 1)
      await writeFile(join(folder, 'backups', `20990101-0000000${nth}-day.json`), older);
    await put(path, older);
    await closeDocument(host, ref);
    expect(await backupsIn(folder)).toHaveLength(1);
  });
});

it('a review that nobody has edited has no file, and leaves none behind when its desk is closed', async () => {
  const { host, root } = await newHost();
  const { id } = await ask(host, 'createDesk', { ...wish, title: '台' });
  const path = join(root, '..', '包.zip');
  await copyFile(join(repository, 'tests/fixtures/before/示例推荐包.zip'), path);
  const client = new Client(host);
  const input = { id, tokens: [client.choose(path, '包.zip')], receivedOn: '2026-11-20' };
  const { outcomes } = await client.job('importPackages', input, 'deskImport');
  const key = outcomes[0]?.receipt?.key ?? '';
  await openDocument(host, { document: 'review', deskId: id, key });
  await closeDocument(host, { document: 'review', deskId: id, key });
  await closeDocument(host, { document: 'desk', id });
  const below = await readdir(root, { recursive: true });
  expect(below.filter((each) => each.includes(key) && each.includes('backups'))).toEqual([]);
});
