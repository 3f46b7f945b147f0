import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../../repository.ts';
import { temporaryFolder } from '../electron/services/fixture.ts';

/** A report of vitest's kind: by file, the tests and how each ended. */
function report(files: Record<string, Record<string, 'passed' | 'failed' | 'skipped' | { why: string }>>) {
  const testResults = Object.entries(files).map(([name, tests]) => ({
    name: join(repository, name),
    status: Object.values(tests).includes('failed') ? 'failed' : 'passed',
    message: '',
    assertionResults: Object.entries(tests).map(([fullName, end]) => ({
      ...{ fullName, failureMessages: end === 'failed' ? ['not so'] : [] },
      ...(typeof end === 'string'
        ? { status: end, meta: {} }
        : { status: 'skipped', meta: { skipped: end.why } }),
    })),
  }));
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (wanted: string): number => all.filter(({ status }) => status === wanted).length;
  return { numPassedTests: count('passed'), numFailedTests: count('failed'), testResults };
}

async function sum(broken: number, ...reports: object[]): Promise<{ lines: string[]; code: number | null }> {
  const folder = await temporaryFolder();
  const paths = reports.map((_, at) => join(folder, `${at}.json`));
  for (const [at, path] of paths.entries()) await writeFile(path, JSON.stringify(reports[at]));
  const args = [join(repository, '.ci/sum.mjs'), String(broken), ...paths, join(folder, 'missing.json')];
  const { stdout, status } = spawnSync(process.execPath, args, { cwd: repository, encoding: 'utf8' });
  return { lines: stdout.trim().split('\n'), code: status };
}

it('names what no report ran, with its reason, and counts it; not what the other door ran', async () => {
  const local = report({
    'e2e/a.spec.ts': { 'by the window': 'skipped', 'in both': 'passed' },
    'e2e/desktop.spec.ts': { first: 'skipped', second: 'skipped' },
    'e2e/sandbox.spec.ts': { 'an ordinary user': 'skipped' },
    'e2e/packaged.spec.ts': { fuses: 'skipped', export: 'skipped' },
    'unit/a.test.ts': { 'read-only folder': 'skipped', other: 'passed' },
  });
  const desktop = report({
    'e2e/a.spec.ts': { 'by the window': 'passed', 'in both': 'passed' },
    'e2e/desktop.spec.ts': { first: 'passed', second: 'passed' },
    'e2e/sandbox.spec.ts': { 'an ordinary user': { why: 'no user namespaces' } },
    'e2e/packaged.spec.ts': { fuses: 'skipped', export: 'skipped' },
  });
  expect(await sum(0, local, desktop)).toEqual({
    lines: [
      '== skipped: an ordinary user (e2e/sandbox.spec.ts): no user namespaces',
      '== skipped: all 2 (e2e/packaged.spec.ts)',
      '== skipped: read-only folder (unit/a.test.ts)',
      '== 4 skipped',
      '6 passed, 0 failed',
    ],
    code: 0,
  });
});

it.each([
  ['a broken step', 1, [report({ 'a.test.ts': { one: 'passed' } })], ['== 0 skipped', '1 passed, 1 failed']],
  ['nothing that ran', 0, [], ['== 0 skipped', '0 passed, 0 failed']],
  [
    'failed tests, the first of which is its step',
    1,
    [report({ 'a.test.ts': { one: 'passed', two: 'failed', three: 'failed' } })],
    ['two: not so', 'three: not so', '== 0 skipped', '1 passed, 2 failed'],
  ],
  [
    'rows of the torture that did not hold',
    1,
    [{ parts: [{ rows: ['a', 'b', 'c'].map((what) => ({ what, tries: 1 })), found: [{ what: 'b' }] }] }],
    ['== 0 skipped', '2 passed, 1 failed'],
  ],
])('is broken by %s', async (_, broken, reports, last) => {
  const { lines, code } = await sum(broken, ...reports);
  expect(lines.slice(-last.length)).toEqual(last);
  expect(code).toBe(1);
});
