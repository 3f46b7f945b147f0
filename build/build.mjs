// Bundles the program into dist/. Parts whose inputs are unchanged are left alone, so a second start is instant.
//   node build/build.mjs            everything
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** Bundled CommonJS libraries call require() for Node's own modules; an ES module has none. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** name -> what it is made from, what it leaves behind, how it is made. */
const parts = {
  renderer: {
    inputs: ['renderer', 'shared', 'vite.config.ts'],
    outputs: ['renderer/index.html'],
    make: makeRenderer,
  },
  desktop: {
    inputs: ['electron', 'shared', 'build/icon.png'],
    outputs: ['desktop/main.cjs', 'desktop/preload.cjs', 'icon.png'],
    make: async () => {
      await bundle({
        entryPoints: [
          { in: join(root, 'electron/desktop/main.ts'), out: 'desktop/main' },
          { in: join(root, 'electron/desktop/preload.ts'), out: 'desktop/preload' },
        ],
        format: 'cjs',
        outExtension: { '.js': '.cjs' },
        external: ['electron'],
      });
      await cp(join(root, 'build/icon.png'), join(dist, 'icon.png'));
    },
  },
  local: {
    inputs: ['electron', 'shared'],
    outputs: ['local/server.mjs'],
    make: () => bundleModule('electron/local/server.ts', 'local/server'),
  },
  cli: {
    inputs: ['electron', 'shared'],
    outputs: ['cli.mjs'],
    // Beside it, not below it: the reader is looked for from wherever its starter lies.
    make: () => bundleModule('electron/cli.ts', 'cli', { splitting: true, chunkNames: 'cli-[hash]' }),
  },
  // Reads files to import in a process of its own, and verifies packages in threads; every door and the command line
  // start them.
  reader: {
    inputs: ['electron/services', 'shared'],
    outputs: ['import-reader.cjs', 'import-thread.cjs', 'inspect-thread.cjs'],
    make: () =>
      bundle({
        entryPoints: [
          { in: join(root, 'electron/services/import/reader-process.ts'), out: 'import-reader' },
          { in: join(root, 'electron/services/import/reader-thread.ts'), out: 'import-thread' },
          { in: join(root, 'electron/services/desk/inspect-thread.ts'), out: 'inspect-thread' },
        ],
        format: 'cjs',
        outExtension: { '.js': '.cjs' },
      }),
  },
};
const NEED_READER = ['desktop', 'local', 'cli'];

/** Makes the named parts that are missing or out of date, side by side; answers those that it made. */
export async function build(names = Object.keys(parts)) {
  await mkdir(dist, { recursive: true });
  const needed = names.some((name) => NEED_READER.includes(name)) ? ['reader'] : [];
  const made = await Promise.all(
    [...new Set([...names, ...needed])].map(async (name) => ((await makePart(name)) ? [name] : [])),
  );
  return made.flat();
}

async function makePart(name) {
  const { inputs, outputs, make } = parts[name];
  const stamp = join(dist, `.${name}.stamp`);
  const hash = await hashOf([...inputs, 'build/build.mjs', 'package-lock.json']);
  // The stamp names what was made beside the outputs, so that it is missed where it is gone and goes when it is stale.
  const [old, ...pieces] = (await readFile(stamp, 'utf8').catch(() => '')).split('\n');
  if (old === hash && [...outputs, ...pieces].every((file) => existsSync(join(dist, file)))) return false;
  await rm(stamp, { force: true });
  for (const piece of pieces) await rm(join(dist, piece), { force: true });
  const made = (await make()) ?? [];
  await writeFile(stamp, [hash, ...made].join('\n'));
  return true;
}

async function makeRenderer() {
  // Whoever builds, also a test runner: React's production build.
  process.env.NODE_ENV = 'production';
  const vite = await import('vite');
  // configFile is named because the working directory is the caller's.
  await vite.build({
    root: join(root, 'renderer'),
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
  });
  // What pdf.js reads while it draws: character maps of Chinese fonts that a PDF does not embed, base fonts, decoders.
  for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
    await cp(join(root, 'node_modules/pdfjs-dist', folder), join(dist, 'renderer/pdfjs', folder), {
      recursive: true,
    });
  }
}

export const bundleModule = (from, to, more = {}) =>
  bundle({
    ...more,
    entryPoints: [{ in: join(root, from), out: to }],
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    banner: { js: REQUIRE_BANNER },
  });

async function bundle(options) {
  const esbuild = await import('esbuild');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const { metafile } = await esbuild.build({
    bundle: true,
    metafile: true,
    absWorkingDir: dist,
    platform: 'node',
    target: 'node20',
    outdir: dist,
    logLevel: 'warning',
    charset: 'utf8',
    // Node's own is eight times as fast; yazl asks for no more than this of it.
    alias: { 'buffer-crc32': join(root, 'electron/services/package/zip-crc.ts') },
    // Names stay: a report of a fault is made of them.
    minifyWhitespace: true,
    minifySyntax: true,
    define: {
      __VERSION__: JSON.stringify(version),
      ...(options.format === 'cjs' && { 'import.meta.dirname': '__dirname' }),
    },
    ...options,
  });
  return Object.keys(metafile.outputs);
}

async function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of await filesUnder(join(root, input))) {
      hash.update(`${relative(root, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesUnder(path) {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const made = await build();
  console.log(made.length === 0 ? 'dist/ is up to date' : `built: ${made.join(', ')}`);
}
