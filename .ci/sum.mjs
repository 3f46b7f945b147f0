// Adds up vitest's JSON reports: sum.mjs BROKEN_STEPS REPORT...
// A broken step without failed tests (lint, a crash) counts as one failure.
import { existsSync, readFileSync } from 'node:fs';

const [broken, ...files] = process.argv.slice(2);
let passed = 0;
let failed = Number(broken);
for (const file of files) {
  if (!existsSync(file)) continue;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  passed += report.numPassedTests;
  // Its step is among the broken ones already.
  failed += Math.max(0, report.numFailedTests - 1);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
