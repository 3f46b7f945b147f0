import { join } from 'node:path';
import { runCommandLine } from './commands/command-line.ts';
import { EXIT } from './commands/context.ts';

/** Ctrl+C ends the work and clears away what is half done; a second one ends the process at once. */
function stopped(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

// Whoever reads it may have enough (`… | head`), or the disk be full: what is open is closed all the same.
const unwritten: unknown[] = [];
for (const stream of [process.stdout, process.stderr]) stream.on('error', (error) => unwritten.push(error));

process.exitCode = await runCommandLine(process.argv.slice(2), {
  // Beside the bundle's folder: the repo, or the installed program's resources.
  resources: process.env['BIAOBING_RESOURCES'] ?? join(import.meta.dirname, '..'),
  signal: stopped(),
  say: (line) => process.stderr.write(`${line}\n`),
  print: (line) => process.stdout.write(`${line}\n`),
});

// All is written and closed. What a thread that was stopped leaves behind must not keep the terminal waiting: now and
// then one did after Ctrl+C. Not before the last line is out.
for (const stream of [process.stdout, process.stderr])
  await new Promise<void>((resolve) => stream.write('', () => resolve()));
const isEnough = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE';
if (!unwritten.every(isEnough)) process.exitCode = EXIT.couldNotRun;
process.exit();
