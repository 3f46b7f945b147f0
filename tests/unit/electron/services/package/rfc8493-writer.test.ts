import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, expect, vi } from 'vitest';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { writeManifest, writeTags } from '../../../../../shared/package/bag.ts';
import { layOut } from '../../../../../shared/package/layout.ts';
import { awkward } from './awkward.ts';
import { exportFixture, type Fixture, sha256, tempFolder } from './fixture.ts';
import { holdRules } from './rfc8493.ts';
import { filesOfZip } from './zip-files.ts';

/** Names that other systems take for one another. */
const NAMES = [
  ['Foto.txt', 'one'],
  ['foto.txt', 'two'],
  ['caf\u00e9.txt', 'three'],
  ['cafe\u0301.txt', 'four'],
] as const;
/** Names that no package may have: as they would stand in a file that somebody edited. */
const WRONG = ['../../x', '/etc/x', '~/x', 'C:\\x', '\\\\?\\C:\\x', 'a\nb\rc%0A.txt', 'CON', 'x. '];

/** A package that was exported: what is below its root folder, and it again as a folder. */
let [zip, folder] = ['', ''];
let fixture: Fixture;
let files: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  fixture = await awkward(NAMES);
  zip = (await exportFixture(fixture)).file;
  const entries = await filesOfZip(await readFile(zip));
  const root = /^[^/]+\//u.exec(entries[0]!.name)![0];
  files = new Map(
    entries.map(({ name, data }) => [name.startsWith(root) ? name.slice(root.length) : `?${name}`, data]),
  );
  folder = join(await tempFolder(), root);
  for (const [path, data] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), data);
  }
});

const paths = (): string[] => [...files.keys()];
const payload = (): string[] => paths().filter((path) => path.startsWith('data/'));
const tagFiles = (): string[] => paths().filter((path) => !path.startsWith('data/'));
const text = (path: string): string => files.get(path)!.toString('utf8');
const lines = (path: string): string[] => text(path).split('\n').slice(0, -1);
const listed = (path: string): string[] => lines(path).map((line) => line.slice(66));
const MANIFEST = 'manifest-sha256.txt';
const TAG_MANIFEST = 'tagmanifest-sha256.txt';
/** What the program writes in every bag, in this order. */
const TAGS = ['Source-Organization', 'External-Description', 'External-Identifier', 'Bag-Group-Identifier'];
const tag = (label: string): string[] =>
  lines('bag-info.txt').flatMap((line) =>
    line.startsWith(`${label}: `) ? [line.slice(label.length + 2)] : [],
  );
const bytesOf = (some: readonly string[]): number =>
  some.reduce((sum, path) => sum + files.get(path)!.length, 0);
/** The paths of a package whose evidence is called so. */
const laidOut = (names: readonly string[]): string[] => {
  const { assessment, standard } = fixture;
  const evidence = assessment.evidence.map((file, at) => ({ ...file, fileName: names[at % names.length]! }));
  return [...layOut(standard, { ...assessment, evidence }).values()];
};
/** Tests of what was read above wait for nothing. */
const now = (test: () => void) => (): Promise<void> => Promise.resolve().then(test);

holdRules('writer', {
  'writes-structure': now(() => {
    expect(paths().filter((path) => path.startsWith('?'))).toEqual([]);
    expect(paths()).toEqual(expect.arrayContaining(['bagit.txt', MANIFEST]));
    expect(payload().length).toBeGreaterThan(NAMES.length);
  }),
  'writes-declaration': now(() => {
    expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  }),
  'writes-utf-8': now(() => {
    for (const path of tagFiles()) {
      expect(Buffer.from(text(path), 'utf8').equals(files.get(path)!)).toBe(true);
      expect(text(path).startsWith('\ufeff')).toBe(false);
    }
  }),
  'writes-manifest': now(() => {
    expect(listed(MANIFEST).sort()).toEqual(payload().sort());
  }),
  'writes-lines': now(() => {
    for (const path of [MANIFEST, TAG_MANIFEST])
      for (const line of lines(path)) expect(line).toMatch(/^[0-9a-f]{64} {2}[^\s/\\][^\\]*[^/]$/u);
  }),
  'writes-percent': now(() => {
    expect(text(MANIFEST) + text(TAG_MANIFEST)).not.toMatch(/[%\r]/u);
    expect(laidOut(WRONG).join('')).not.toMatch(/[%\r\n]/u);
    const odd = [{ path: 'data/5%\r\n%0A', sha256: 'ab' }];
    expect(writeManifest(odd)).toBe('ab  data/5%25%0D%0A%250A\n');
  }),
  'writes-tag-manifest': now(() => {
    expect(listed(TAG_MANIFEST)).toContain(MANIFEST);
    expect(listed(TAG_MANIFEST).filter((path) => /^(tagmanifest|data\/)/u.test(path))).toEqual([]);
  }),
  'writes-tag-manifest-rest': now(() => {
    expect([...listed(TAG_MANIFEST), TAG_MANIFEST].sort()).toEqual(tagFiles().sort());
    const algorithms = (start: string): string[] =>
      paths().flatMap((path) => (path.startsWith(start) ? [path.slice(start.length)] : []));
    expect(algorithms('tagmanifest-')).toEqual(algorithms('manifest-'));
  }),
  'writes-tags': now(() => {
    for (const line of lines('bag-info.txt')) expect(line).toMatch(/^[A-Za-z][A-Za-z-]*[a-z]: \S.*\S?$/u);
    expect(writeTags([{ label: 'A', value: ' one\n two\r\n' }])).toBe('A: one two\n');
    const labels = lines('bag-info.txt').map((line) => line.split(':')[0]);
    expect(labels.slice(0, TAGS.length)).toEqual(TAGS);
  }),
  'writes-oxum': now(() => {
    expect(tag('Payload-Oxum')).toEqual([`${bytesOf(payload())}.${payload().length}`]);
  }),
  'writes-tags-once': now(() => {
    const labels = lines('bag-info.txt').map((line) => line.split(':')[0]!.toLowerCase());
    expect(new Set(labels).size).toBe(labels.length);
    expect(tag('Bagging-Date')).toEqual(['2026-11-20']);
    expect(tag('Bag-Size')[0]).toMatch(/^\d+(\.\d)? [KMG]?B$/u);
  }),
  'writes-group': now(() => {
    expect(tag('Bag-Group-Identifier')).toEqual([fixture.assessment.campaign.id]);
    expect(tag('Bag-Count')).toEqual([]);
  }),
  'writes-long-lines': now(() => {
    expect(lines('bag-info.txt').filter((line) => line.length > 79)).not.toEqual([]);
    expect(lines('bag-info.txt').filter((line) => /^\s/u.test(line))).toEqual([]);
  }),
  'writes-no-fetch': now(() => {
    expect(paths()).not.toContain('fetch.txt');
  }),
  'writes-text': now(() => {
    for (const path of tagFiles()) {
      expect(path).toMatch(/^[^/]+\.txt$/u);
      expect(text(path)).toMatch(/\n$/u);
      expect(text(path).replaceAll('\r\n', '')).not.toContain('\r');
    }
  }),
  'writes-sha-256': now(() => {
    expect(paths().filter((path) => path.includes('manifest-'))).toEqual([MANIFEST, TAG_MANIFEST]);
  }),
  'writes-valid': async () => {
    for (const path of [MANIFEST, TAG_MANIFEST])
      for (const line of lines(path)) expect(sha256(files.get(line.slice(66))!)).toBe(line.slice(0, 64));
    for (const path of [zip, folder])
      for (const bagOnly of [true, false])
        expect(await verifyPackage(path, { bagOnly })).toMatchObject({ status: 'intact', problems: [] });
    // What verification would not call intact does not leave the house: here, one piece of evidence named twice.
    const { assessment } = fixture;
    const twice = { ...assessment, evidence: [...assessment.evidence, assessment.evidence[0]!] };
    const outFolder = await tempFolder();
    const record = vi.fn(() => Promise.resolve());
    const exporting = exportFixture({ ...fixture, assessment: twice }, { outFolder, record });
    await expect(exporting).rejects.toMatchObject({ failure: { code: 'contradicts' } });
    expect([record.mock.calls.length, await readdir(outFolder)]).toEqual([0, []]);
  },
  'writes-inside': now(() => {
    for (const path of [...laidOut(WRONG), ...payload()])
      expect(path).not.toMatch(/(^|\/)(\.{0,2}|~[^/]*)(\/|$)|\\|:/u);
  }),
  'writes-names-apart': now(() => {
    const twins = [...laidOut(['Foto.txt', 'foto.txt', 'FOTO.TXT']), ...laidOut(['caf\u00e9', 'cafe\u0301'])];
    for (const some of [paths(), twins])
      expect(new Set(some.map((path) => path.normalize('NFC').toUpperCase())).size).toBe(some.length);
  }),
  'writes-names-composed': now(() => {
    for (const path of [...paths(), ...laidOut(['cafe\u0301'])]) expect(path).toBe(path.normalize('NFC'));
  }),
  'writes-names-for-windows': now(() => {
    const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;
    for (const path of [...paths(), ...laidOut(WRONG)])
      for (const name of path.split('/')) {
        expect(name).not.toMatch(/[<>:"|?*\\]|[. ]$/u);
        expect(name).not.toMatch(device);
        expect(name.length).toBeLessThan(256);
      }
  }),
});
