import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readOptions, WrongWord } from '../../torture/options.ts';

const ROWS = { kill: ['edit'], input: ['packages'], faults: ['edit'] };

function wordsOf(...args: string[]): string {
  try {
    readOptions(args, ROWS);
    return 'taken';
  } catch (error) {
    if (error instanceof WrongWord) return error.message;
    throw error;
  }
}

it('says in a line of its own what is wrong with a word', () => {
  expect(wordsOf('--minutes', '-1')).toBe('--minutes -1: not a number above 0');
  expect(wordsOf('--seed', '-1')).toBe('--seed -1: not a whole number');
  expect(wordsOf('--minutes', '--only', 'kill')).toBe('--minutes: nothing is said behind it');
  expect(wordsOf('--what')).toBe('--what: nothing is said behind it');
  expect(wordsOf('--nothing')).toBe("Unknown option '--nothing'");
  expect(wordsOf('--minutes', '2', '--only', 'kill')).toBe('taken');
});

it.each([
  ['--only', 'input'],
  ['--what', 'packages'],
  ['--minutes', '2'],
  ['--seed', '7'],
])('takes no %s beside --again, which would not heed it', (option, value) => {
  expect(wordsOf('--again', 'packages/5/7')).toBe('taken');
  expect(wordsOf('--again', 'packages/5/7', option, value)).toBe(`--again and ${option}: one or the other`);
});

it('says that what is named for the table is no folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'biaobing-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'file');
  await writeFile(file, '');
  expect(wordsOf('--out', file)).toBe(`--out ${file}: ${file} is not a folder`);
  expect(wordsOf('--out', join(file, 'below'))).toBe(`--out ${join(file, 'below')}: ${file} is not a folder`);
  expect(wordsOf('--out', join(folder, 'new', 'below'))).toBe('taken');
});
