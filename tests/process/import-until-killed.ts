import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskSession } from '../../electron/services/desk/desk-session.ts';
import { importPackages } from '../../electron/services/desk/import-packages.ts';

/** Takes a whole folder in; prints each file's name after it is done, and how many rows there are at the end. */
async function importAll(folder: string, from: string): Promise<void> {
  const desk = await DeskSession.open(folder);
  console.log('started');
  const names = (await readdir(from)).sort();
  const outcomes = await importPackages(
    desk,
    names.map((name) => ({ path: join(from, name), name })),
    {
      receivedOn: '2026-11-20',
      done: ({ name }) => {
        console.log(name);
        return Promise.resolve();
      },
    },
  );
  for (const { failure } of outcomes) if (failure) throw new Error(failure.message);
  await desk.close();
}

void importAll(process.argv[2] ?? '', process.argv[3] ?? '');
