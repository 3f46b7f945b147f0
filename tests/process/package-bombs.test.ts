import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withinBounds } from '../../shared/values/json-bounds.ts';
import { exportFixture, makeFixture, tempFolder } from '../unit/electron/services/package/fixture.ts';
import { Forgery } from '../unit/electron/services/package/forge.ts';
import { rawZip } from '../unit/electron/services/package/raw-zip.ts';

/** Peak of the whole process, Node's own 60 MB included. */
const MOST_MEGABYTES = 300;
const MOST_JSON_BYTES = 1_000_000;

const BAGIT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');
const entry = (index: number): string => `${String(index).padStart(64, '0')}  data/${index}\n`;

interface Answer {
  readonly status: string;
  readonly problems: readonly { code: string; message: string }[];
}

/** Verifies in a process of its own; answers what it said and the most memory that it took. */
async function measured(...files: string[]): Promise<{ answers: Answer[]; megabytes: number; json: number }> {
  const program = `
    process.argv.splice(1, 1, 'cli', 'verify', '--json');
    process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS));
    await import(${JSON.stringify(resolve('dist/cli.mjs'))});`;
  const args = ['--input-type=module', '-e', program, 'x', ...files];
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { maxBuffer: 2 ** 27 }, (_error, out, err) => {
      const peak = /peak (\d+)/.exec(err)?.[1];
      if (peak === undefined) return fail(new Error(err));
      const { packages } = JSON.parse(out) as { packages: Answer[] };
      done({ answers: packages, megabytes: Number(peak) / 1024, json: out.length });
    });
  });
}

/** A ZIP of one bag with these files, deflated. */
async function bag(files: Record<string, string>): Promise<string> {
  const path = join(await tempFolder(), 'bomb.zip');
  const all = { 'bagit.txt': BAGIT, 'data/a.txt': 'a', ...files };
  const entries = Object.entries(all).map(([name, data]) => ({ name: `bag/${name}`, data, deflate: true }));
  await writeFile(path, rawZip(entries));
  return path;
}

/** A whole package whose assessment.json has `value` (JSON) as its evidence. */
async function withEvidence(value: string): Promise<string> {
  const forgery = await Forgery.of((await exportFixture(await makeFixture())).file);
  await forgery.edit('data/assessment.json', (text) => {
    const json = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify({ ...json, evidence: '@' }).replace('"@"', value);
  });
  return (await forgery.seal()).zip();
}

describe('a small package that says it is huge', () => {
  it.each<[what: string, status: string, code: string, make: () => Promise<string>]>([
    [
      '20 million lines of a manifest',
      'unsafe',
      'too-large',
      () => bag({ 'manifest-sha256.txt': 'x\n'.repeat(20_000_000) }),
    ],
    [
      '15 million lines, within the bytes allowed',
      'unsafe',
      'too-large',
      () => bag({ 'manifest-sha256.txt': 'x\n'.repeat(15_000_000) }),
    ],
    [
      '800,000 entries of a manifest',
      'unsafe',
      'too-large',
      () => bag({ 'manifest-sha256.txt': lines(800_000, entry) }),
    ],
    [
      '12 million tags',
      'unsafe',
      'too-large',
      () => bag({ 'manifest-sha256.txt': entry(1), 'bag-info.txt': 'A: b\n'.repeat(12_000_000) }),
    ],
    [
      'twelve manifests of all lines allowed',
      'unsafe',
      'too-large',
      () =>
        bag(
          Object.fromEntries(
            ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'].flatMap((name) =>
              ['', 'tag'].map((kind) => [`${kind}manifest-${name}.txt`, lines(49_000, entry)]),
            ),
          ),
        ),
    ],
    [
      'as many missing files as a manifest may list',
      'damaged',
      'missing',
      () => bag({ 'manifest-sha256.txt': lines(49_000, entry) }),
    ],
    ['a million pieces of evidence', 'unsafe', 'too-large', () => withEvidence(`[${'1,'.repeat(999_999)}1]`)],
    ['200,000 wrong ones', 'damaged', 'content', () => withEvidence(`[${'1,'.repeat(199_999)}1]`)],
    [
      'JSON of depth 100,000',
      'unsafe',
      'too-large',
      () => withEvidence(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    ],
  ])('%s: %s (%s), in bounds', async (_what, status, code, make) => {
    const { answers, megabytes, json } = await measured(await make());
    expect(answers[0]?.status).toBe(status);
    expect(answers[0]?.problems).toContainEqual(expect.objectContaining({ code }));
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    expect(json).toBeLessThan(MOST_JSON_BYTES);
  });

  it('does not keep the others from their verdict', async () => {
    const good = (await exportFixture(await makeFixture())).file;
    const bad = await withEvidence(`[${'1,'.repeat(199_999)}1]`);
    const { answers } = await measured(good, bad, good);
    expect(answers.map(({ status }) => status)).toEqual(['intact', 'damaged', 'intact']);
  });
});

describe('withinBounds', () => {
  it.each<[text: string, depth: number, values: number, expected: boolean]>([
    ['[[[]]]', 3, 10, true],
    ['[[[]]]', 2, 10, false],
    ['["[[[[", "]\\"[[["]', 1, 4, true],
    ['["a\\\\", [1]]', 2, 5, true],
    ['["a\\\\", [1]]', 1, 5, false],
    ['[1,2,3]', 1, 4, true],
    ['[1,2,3]', 1, 3, false],
    ['{"a":1,"b":2}', 1, 5, true],
    ['{"a":1,"b":2}', 1, 4, false],
    ['"no end', 1, 1, true],
    ['', 1, 1, true],
  ])('%j in depth %i and %i values: %s', (text, depth, values, expected) => {
    expect(withinBounds(text, { depth, values })).toBe(expected);
  });
});
