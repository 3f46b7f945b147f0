import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { cli, type Ended } from '../unit/electron/commands/terminal.ts';

const REFERENCE = resolve('scoring-standards/standards/henan-service-enforcement-reference.json');
const TABLE = resolve('tests/fixtures/import-files/merged.xlsx');
const CASE = resolve('tests/fixtures/cases/预付卡.txt');

/** The command line that global-setup.ts made, started somewhere outside the repository. */
function program(...args: string[]): Promise<Ended> {
  return new Promise((done) => {
    const file = resolve('dist/cli.mjs');
    execFile(process.execPath, [file, ...args], { cwd: '/' }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

// What each command does is tested in its own file, without a process; here that the shipped program does it too.
it('does from start to end in processes of its own what the other tests do in one', async () => {
  const home = await mkdtemp(join(tmpdir(), 'biaobing-program-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const at = (name: string): string => join(home, name);

  const demo = await program('demo', '--out', home);
  const [folder = '', pack = ''] = demo.out.trim().split('\n');
  expect(demo).toMatchObject({ code: 0, err: expect.stringContaining('完好') });

  const made = [
    { line: ['export', folder, '--out', at('包.zip')], file: at('包.zip') },
    { line: ['open', pack, '--out', at('还原')], file: at('还原/assessment.json') },
    { line: ['standard', 'import', TABLE, '--out', at('标准.json')], file: at('标准.json') },
    {
      line: ['review', 'import', pack, '--desk', at('台'), '--received', '2020-11-01'],
      file: at('台/desk.json'),
    },
    { line: ['review', 'export', '--desk', at('台'), '--out', at('汇总.xlsx')], file: at('汇总.xlsx') },
  ];
  for (const { line, file } of made) {
    expect(await program(...line), line.join(' ')).toMatchObject({ code: 0 });
    expect((await stat(file)).size).toBeGreaterThan(0);
  }

  const answered = [
    ['score', folder, '--json'],
    ['verify', pack, REFERENCE, '--json'],
    ['standard', 'check', REFERENCE],
    ['standard', 'diff', REFERENCE, REFERENCE, '--json'],
    ['review', 'rank', '--desk', at('台'), '--json'],
    ['case', 'check', CASE, '--json'],
    ['case', 'check', at('没有')],
    ['score', at('没有'), '--json'],
    ['score'],
    ['nothing-such'],
  ];
  await Promise.all(
    answered.map(async (line) => expect(await program(...line), line.join(' ')).toEqual(await cli(...line))),
  );
}, 60_000);

/** The program's own files that are read before a command is known. */
async function readAtStart(file: string, seen = new Map<string, number>()): Promise<Map<string, number>> {
  if (seen.has(file)) return seen;
  const text = await readFile(file, 'utf8');
  seen.set(file, text.length);
  for (const [, name = ''] of text.matchAll(/^import\s*(?:[^'"();]*\bfrom\s*)?["'](\.[^"']+)["']/gm))
    await readAtStart(resolve(file, '..', name), seen);
  return seen;
}

// What is left is how a failure is told, with zod, whose errors it knows.
it('loads what a command needs when the command is asked for', async () => {
  const read = await readAtStart(resolve('dist/cli.mjs'));
  expect(read.size).toBeGreaterThan(1);
  expect([...read.values()].reduce((sum, length) => sum + length, 0)).toBeLessThan(200_000);
});
