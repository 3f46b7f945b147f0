import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { importRef } from '../../unit/documents.ts';
import { repository } from '../../repository.ts';
import { Broken, isNumbered, numberIn, openQuietly, type Place, work } from './work.ts';

async function newImport({ client, files }: Place): Promise<{ id: string }> {
  const path = join(files, 'merged.xlsx');
  await copyFile(join(repository, 'tests/fixtures/import-files/merged.xlsx'), path);
  const { importId } = await client.job(
    'startImport',
    { token: client.choose(path, 'merged.xlsx') },
    'import',
  );
  return { id: importId };
}

export const importDraft = work<{ id: string }, number>({
  name: 'import draft',
  prepare: newImport,
  act: async ({ client }, { id }, nth) => {
    const identity = { title: `第${nth}次` };
    await client.edit(importRef(id), { kind: 'setIdentity', identity });
    return nth;
  },
  check: async ({ client }, { id }, done, begun) => {
    const { problems } = await client.ask('listImports', {});
    if (problems.length > 0) throw new Broken(`imports: ${JSON.stringify(problems)}`);
    const { value, tables } = await client.open(importRef(id));
    if (tables.length === 0) throw new Broken('the tables of the import are gone');
    isNumbered('the title', numberIn(value.identity.title) ?? 0, done, begun);
  },
});

/** A year's lists. */
export const year = work<{ id: string }, string>({
  name: 'year',
  prepare: async ({ client }) => {
    const input = { unit: '某县某局', category: '', year: 2026, tasks: { from: 'none' } };
    return client.ask('createYear', input);
  },
  act: async ({ client }, { id }, nth) => {
    const entry = { id: randomUUID(), fields: { point: `第${nth}次` } };
    const edit = { kind: 'addEntries', register: 'prevention', entries: [entry] };
    await client.edit({ document: 'year', id }, edit);
    return entry.id;
  },
  check: async (place, { id }, done) => {
    const { value } = await openQuietly(place, { document: 'year', id });
    const found = new Set((value.registers.prevention ?? []).map((each) => each.id));
    for (const entry of done) if (!found.has(entry)) throw new Broken(`entry ${entry} is gone`);
  },
});
