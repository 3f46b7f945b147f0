// Adds up vitest's JSON reports, and that of `npm run torture` by the rows of its table: sum.mjs BROKEN_STEPS REPORT...
// A broken step without failed tests (lint, a crash) counts as one failure. What failed is named once more at the end,
// and so is what no report ran: each spec of a door is skipped in the other's report, and is none of these.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

const [broken, ...paths] = process.argv.slice(2);
const reports = paths.filter(existsSync).map((path) => JSON.parse(readFileSync(path, 'utf8')));
const ofTests = reports.filter(({ parts }) => !parts);
let passed = 0;
let failed = Number(broken);

for (const { parts } of reports.filter((report) => report.parts)) {
  const rows = parts.flatMap(({ rows, found }) =>
    rows.filter(({ tries }) => tries > 0).map(({ what }) => !found.some((each) => each.what === what)),
  );
  passed += rows.filter(Boolean).length;
  failed += Math.max(0, rows.filter((isWhole) => !isWhole).length - 1);
}
for (const report of ofTests) {
  passed += report.numPassedTests;
  // Its step is among the broken ones already.
  failed += Math.max(0, report.numFailedTests - 1);
  for (const suite of report.testResults.filter(({ status }) => status === 'failed')) {
    const tests = suite.assertionResults.filter(({ status }) => status === 'failed');
    const reasons = tests.map((test) => `${test.fullName}: ${test.failureMessages[0]}`);
    console.log(`== failed: ${suite.name}`);
    for (const reason of [suite.message, ...reasons]) if (reason) console.log(reason.slice(0, 800));
  }
}
nameSkipped();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** One line for each; for a file of which nothing ran, one for all of it. */
function nameSkipped() {
  const files = new Map();
  for (const { name, assertionResults } of ofTests.flatMap(({ testResults }) => testResults)) {
    const tests = files.get(name) ?? new Map();
    files.set(name, tests);
    for (const { fullName, status, meta } of assertionResults) {
      const ran = status === 'passed' || status === 'failed';
      if (ran) tests.set(fullName, undefined);
      else if (!tests.has(fullName)) tests.set(fullName, { why: meta?.skipped });
      else if (tests.get(fullName) && meta?.skipped) tests.get(fullName).why = meta.skipped;
    }
  }
  let count = 0;
  for (const [name, tests] of files) {
    const skipped = [...tests].filter(([, test]) => test !== undefined);
    const file = relative(process.cwd(), name);
    count += skipped.length;
    if (skipped.length === tests.size && skipped.length > 1)
      console.log(`== skipped: all ${skipped.length} (${file})`);
    else
      for (const [fullName, { why }] of skipped)
        console.log(`== skipped: ${fullName} (${file})${why ? `: ${why}` : ''}`);
  }
  console.log(`== ${count} skipped`);
}
