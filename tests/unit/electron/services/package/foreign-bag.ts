import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { verifyPackage } from '../../../../../electron/services/package/verify.ts';
import { tempFolder } from './fixture.ts';
import { rawZip } from './raw-zip.ts';

/** By path below the bag's root; a path that ends in "/" is a folder without anything in it. */
export type Files = Record<string, string | Buffer>;

/** The same, of which undefined takes a file away. */
export type Changes = Record<string, string | Buffer | undefined>;

export const hash = (algorithm: string, data: string | Buffer): string =>
  createHash(algorithm).update(data).digest('hex');
export const declare = (version: string, encoding = 'UTF-8'): string =>
  `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`;

/** The checksum of the one payload file. */
export const SUM = hash('sha256', 'a');

/** A bag of one payload file, changed by `changes`; undefined removes a file. */
export function bag(changes: Changes = {}): Files {
  const files = {
    'bagit.txt': declare('1.0'),
    'manifest-sha256.txt': `${SUM}  data/a.txt\n`,
    'data/a.txt': 'a',
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Lays the bag down as a folder and as a ZIP beside it. */
export async function lay(files: Files, root = 'bag'): Promise<[folder: string, zip: string]> {
  const folder = join(await tempFolder(), root);
  for (const [path, data] of Object.entries(files)) {
    await mkdir(path.endsWith('/') ? join(folder, path) : dirname(join(folder, path)), { recursive: true });
    if (!path.endsWith('/')) await writeFile(join(folder, path), data);
  }
  const entries = Object.entries(files).map(([path, data]) => ({ name: `${root}/${path}`, data }));
  await writeFile(`${folder}.zip`, rawZip(entries));
  return [folder, `${folder}.zip`];
}

/** Verifies the bag as a folder and as a ZIP; both must say the same. */
export async function verify(files: Files, root?: string): Promise<string[]> {
  const answers = [];
  for (const path of await lay(files, root)) {
    const { status, problems } = await verifyPackage(path, { bagOnly: true });
    answers.push([status, ...problems.map(({ code, path: at }) => `${code} ${at}`).sort()]);
  }
  expect(answers[1]).toEqual(answers[0]);
  return answers[0]!;
}

/** A bag with these changes is answered so, as a folder and as a ZIP. */
export async function says(changes: Changes, ...answer: string[]): Promise<void> {
  expect(await verify(bag(changes))).toEqual(answer);
}

/** The words that are said of a bag, by their code. */
export async function wordsOf(path: string): Promise<Record<string, string>> {
  const { problems } = await verifyPackage(path, { bagOnly: true });
  return Object.fromEntries(problems.map(({ code, message }) => [code, message]));
}

export const URL_A = 'https://example.org/a';
export const MANIFEST = `${hash('sha256', bag()['manifest-sha256.txt']!)}  manifest-sha256.txt\n`;
/** The lines of fetch.txt, of a tag manifest beside which a file n.txt lies. */
export const fetched = (lines: string, more: Changes = {}): Changes => ({ 'fetch.txt': lines, ...more });
export const tagged = (lines: string, more: Changes = {}): Changes => ({
  ...{ 'n.txt': 'n', 'tagmanifest-sha256.txt': lines, ...more },
});
export const OLD = { 'bagit.txt': declare('0.97') };
