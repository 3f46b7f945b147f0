// Adds up vitest's JSON reports, and that of `npm run torture` by the rows of its table: sum.mjs BROKEN_STEPS REPORT...
// A broken step without failed tests (lint, a crash) counts as one failure. What failed is named once more at the end.
import { existsSync, readFileSync } from 'node:fs';

const [broken, ...files] = process.argv.slice(2);
let passed = 0;
let failed = Number(broken);
for (const file of files) {
  if (!existsSync(file)) continue;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  if (report.parts) {
    const rows = report.parts.flatMap(({ rows, found }) =>
      rows.filter(({ tries }) => tries > 0).map(({ what }) => !found.some((each) => each.what === what)),
    );
    passed += rows.filter(Boolean).length;
    failed += Math.max(0, rows.filter((isWhole) => !isWhole).length - 1);
    continue;
  }
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
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
