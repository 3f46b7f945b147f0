import { spawnSync } from 'node:child_process';

/**
 * Whether programs of the system are there that a test reads our files with. With BIAOBING_REQUIRE_TOOLS=1, as .ci/run
 * sets it, a missing one is an error.
 */
export function needs(...tools: readonly string[]): boolean {
  const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error);
  if (missing.length > 0 && process.env.BIAOBING_REQUIRE_TOOLS === '1') {
    throw new Error(`Not on this machine: ${missing.join(', ')}`);
  }
  return missing.length === 0;
}
