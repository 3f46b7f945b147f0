import { appendFile, cp, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHost, type Host } from '../../../../../electron/services/host.ts';
import type { DocumentName, DocumentRef } from '../../../../../shared/contract/contract.ts';
import { Client } from '../../../../torture/client.ts';
import { assessmentRef, closeDocument, editDocument, openDocument } from '../../../documents.ts';
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
  return names.filter((name) => name.endsWith('-here.json'));
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
      const [told] = notices.filter(({ code }) => code === 'older-file');
      expect(told?.effect).toContain(kept);
      await closeDocument(host, ref);
    }
    // Once, and nothing is written over.
    expect(await backupsIn(folder)).toEqual([kept]);
    expect(await readFile(path)).toEqual(older);
    await editDocument(host, ref, edit(3));
    await closeDocument(host, ref);
    expect((await openDocument(host, ref)).notices.map(({ code }) => code)).not.toContain('older-file');
  });

  it('that comes before the program is killed: what was saved is made again, kept and told', async () => {
    const { host, ref, path, folder, older, root } = await made();
    await put(path, older);
    // As the disk is when the program is killed: without what its closing does.
    const killed = `${root}-killed`;
    await cp(root, killed, { recursive: true, filter: (each) => !each.includes('.lock') });
    await host.close();
    const at = (each: string) => each.replace(root, killed);
    const next = await newHost(killed);
    const { notices } = await openDocument(next.host, ref);
    const [kept] = await backupsIn(at(folder));
    expect(notices.find(({ code }) => code === 'older-file')?.effect).toContain(kept);
    const [now, saved] = [
      await readFile(join(at(folder), 'backups', kept!), 'utf8'),
      await readFile(path, 'utf8'),
    ];
    const whole = { ...(JSON.parse(now) as object), updatedAt: '' };
    expect(saved).toContain('第1');
    expect(now).toContain('第2');
    expect(whole).toEqual({ ...(JSON.parse(saved.replaceAll('第1', '第2')) as object), updatedAt: '' });
    expect(await readFile(at(path))).toEqual(older);
  });

  it('or nothing: what was saved is kept at the closing', async () => {
    const { host, ref, path, folder } = await made();
    await rm(path);
    await closeDocument(host, ref);
    const [kept] = await backupsIn(folder);
    expect(await readFile(join(folder, 'backups', kept!), 'utf8')).toContain('第2');
    expect((await openDocument(host, ref)).notices.map(({ code }) => code)).toContain('older-file');
  });
});

describe('the last line of the journal', () => {
  async function closed() {
    const { host, root } = await newHost();
    const { id } = await ask(host, 'createAssessment', { ...wish, unitName: '某局' });
    const ref = assessmentRef(id);
    const { folder } = await openDocument(host, ref);
    const path = (name: string) => join(folder, name);
    const versions = [await readFile(path('assessment.json'))];
    for (const [text, code] of [
      ['甲', '1.1'],
      ['乙', '1.2'],
      ['丙', '1.1'],
    ] as const) {
      await editDocument(host, ref, reason(text, code));
      versions.push(await readFile(path('assessment.json')));
    }
    await closeDocument(host, ref);
    const noticesOf = async () => {
      const { notices } = await openDocument(host, ref);
      await closeDocument(host, ref);
      return notices.map(({ code }) => code);
    };
    const kept = async () => {
      const [name] = await backupsIn(folder);
      return name === undefined
        ? undefined
        : (JSON.parse(await readFile(path(`backups/${name}`), 'utf8')) as object);
    };
    return { host, root, path, versions, noticesOf, kept };
  }
  const [main, previous, journal] = ['assessment.json', 'assessment.previous.json', 'journal.jsonl'];
  /** As the lines of changes say them. */
  const line = (before: object, after: object) =>
    `${JSON.stringify({ at: new Date().toISOString(), who: '甲', what: 'x', before, after })}\n`;

  it('is followed from far back where the copy before it is older as well', async () => {
    const { path, versions, noticesOf, kept } = await closed();
    await put(path(main), versions[0]!);
    await put(path(previous), versions[0]!);
    expect(await noticesOf()).toEqual(['older-file']);
    expect(await kept()).toMatchObject({ entries: { '1.1': { reason: '丙' }, '1.2': { reason: '乙' } } });
    expect(await readFile(path(main))).toEqual(versions[0]);
  });

  it('is told where nothing that is there leads to it', async () => {
    const { path, versions, noticesOf, kept } = await closed();
    const other = String(versions[1]).replaceAll('甲', '别处');
    for (const name of [main, previous]) await put(path(name), Buffer.from(other));
    expect(await noticesOf()).toEqual(['record-ahead']);
    expect(await kept()).toBeUndefined();
  });

  it('tells nothing that was saved where the program ended before its change was in the file', async () => {
    const { path, noticesOf, kept } = await closed();
    const unmade = line({ entries: { '1.1': { reason: '丙' } } }, { entries: { '1.1': { reason: '丁' } } });
    await appendFile(path(journal), unmade);
    expect(await noticesOf()).toEqual([]);
    // Or directly before the last step of it.
    await rm(path(previous));
    await link(path(main), path(previous));
    expect(await noticesOf()).toEqual([]);
    expect(await kept()).toBeUndefined();
  });

  it('may be older than the file: then the journal was put back', async () => {
    const { path, noticesOf } = await closed();
    const lines = (await readFile(path(journal), 'utf8')).trimEnd().split('\n');
    await writeFile(path(journal), `${lines.slice(0, -1).join('\n')}\n`);
    expect(await noticesOf()).toEqual([]);
  });

  it('is in another form where the file was migrated since', async () => {
    const { path, noticesOf } = await closed();
    const older = { ...(JSON.parse(await readFile(path(main), 'utf8')) as object), version: 1 };
    const old = line({ willing: false }, { willing: 'in another form' });
    await appendFile(path(journal), old);
    await writeFile(path(main), JSON.stringify(older));
    expect(await noticesOf()).toEqual(['migrated']);
    expect(await noticesOf()).toEqual([]);
  });

  it('is kept of a file that was damaged, with the copy before it', async () => {
    const { path, noticesOf, kept } = await closed();
    await writeFile(path(main), '{"cut');
    expect(await noticesOf()).toEqual(['recovered', 'older-file']);
    expect(await kept()).toMatchObject({ entries: { '1.1': { reason: '丙' }, '1.2': { reason: '乙' } } });
  });

  it('does not keep the document from being opened where the backups cannot be looked at', async () => {
    const { path, versions, noticesOf } = await closed();
    await put(path(main), versions[2]!);
    await mkdir(path('backups/99991231-000000000-here.json'));
    expect(await noticesOf()).toEqual(['record-ahead']);
  });

  it('brings back evidence, which the journal has by its hash', async () => {
    const { host, root } = await newHost();
    const { id } = await ask(host, 'createAssessment', { ...wish, unitName: '某局' });
    const ref = assessmentRef(id);
    const { folder } = await openDocument(host, ref);
    const main = join(folder, 'assessment.json');
    const file = join(root, '..', '甲.txt');
    await writeFile(file, '台账');
    const older = await readFile(main);
    const token = host.offerFile({ path: file, name: '甲.txt', ownership: 'borrowed' });
    await new Client(host).job('addEvidence', { id, tokens: [token] }, 'evidence');
    const whole = JSON.parse(await readFile(main, 'utf8')) as { evidence: object[] };
    await closeDocument(host, ref);
    await put(main, older);
    await openDocument(host, ref);
    const [kept] = await backupsIn(folder);
    const again = JSON.parse(await readFile(join(folder, 'backups', kept!), 'utf8')) as object;
    expect(whole.evidence).toHaveLength(1);
    expect(again).toMatchObject({ evidence: whole.evidence });
  });
});
