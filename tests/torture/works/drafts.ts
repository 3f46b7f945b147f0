import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allItems } from '../../../shared/standard/places.ts';
import { importRef } from '../../unit/documents.ts';
import { repository } from '../../repository.ts';
import { Broken, isNumbered, numberIn, type Place, work } from './work.ts';

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

interface Imported {
  readonly did: 'started' | 'edited' | 'finished';
  readonly id: string;
  readonly nth: number;
}

/** The standard that becomes of an import, by its id. */
const standardOf = (importId: string): string => `standard-${importId.slice(0, 8)}`;
/** Of the finished ones the rest is removed after a look. */
const KEPT = 3;

/** Imports of which the standard was looked at and removed, by the data folder. */
const removed = new Map<string, Set<string>>();

/** A standard from its file to the library: what is begun is edited, what is edited is finished. */
export const importStandard = work<{ path: string }, Imported>({
  name: 'import',
  prepare: async ({ files }) => {
    const path = join(files, '细则.csv');
    await writeFile(path, '考核内容,评分标准,分值\n台账,每缺1项扣1分，扣完为止,10\n合计,,10\n');
    return { path };
  },
  act: async (place, { path }, nth) => {
    const { client } = place;
    const [open] = (await client.ask('listImports', {})).imports;
    if (!open) {
      const { importId } = await client.job(
        'startImport',
        { token: client.choose(path, '细则.csv') },
        'import',
      );
      return { did: 'started', id: importId, nth };
    }
    const { id } = open;
    if (numberIn(open.title) !== undefined) {
      const { standard } = await client.ask('finishImport', { importId: id });
      if (standard.id !== standardOf(id)) throw new Broken(`another standard: ${standard.id}`);
      return { did: 'finished', id, nth };
    }
    await client.edit(importRef(id), { kind: 'readAnew' });
    const identity = { title: `第${nth}次`, edition: '2026年', issuer: '某局', passScore: '6' };
    await client.edit(importRef(id), { kind: 'setIdentity', identity });
    return { did: 'edited', id, nth };
  },
  check: async ({ client, root }, _, done, begun) => {
    const { imports } = await client.ask('listImports', {});
    const { standards, own } = await client.ask('listStandards', {});
    const editsOf = (id: string) =>
      done.flatMap((each) => (each.did === 'edited' && each.id === id ? each.nth : []));
    const kept = done.filter(({ did }) => did === 'finished').map(({ id }) => id);
    for (const { id } of imports) {
      const { value, tables } = await client.open(importRef(id));
      if (tables.length === 0) throw new Broken('the tables of an import are gone');
      isNumbered('the title', numberIn(value.identity.title) ?? 0, editsOf(id), begun);
      await client.ask('closeDocument', { ref: importRef(id) });
      if (kept.includes(id)) throw new Broken(`import ${id} is finished, and is there`);
    }
    const last = done.at(-1);
    const gone = removed.get(root) ?? new Set();
    removed.set(root, gone);
    for (const id of [...kept, ...(last ? [last.id] : [])])
      if (!gone.has(id) && !own.includes(standardOf(id)) && !imports.some((each) => each.id === id))
        throw new Broken(`import ${id} is gone, and there is no standard of it`);
    for (const id of own) {
      const { isSame, tables } = await client.ask('standardOriginal', { id });
      const standard = standards.find((each) => each.id === id);
      if (!isSame || tables.length === 0 || !standard || allItems(standard).length === 0)
        throw new Broken(`standard ${id} is not whole`);
      const from = kept.find((each) => standardOf(each) === id);
      if (from !== undefined) isNumbered('its title', numberIn(standard.title) ?? 0, editsOf(from), begun);
      const isOld = kept.slice(0, -KEPT).some((each) => standardOf(each) === id);
      if (!isOld) continue;
      await client.ask('removeStandard', { id });
      for (const each of kept) if (standardOf(each) === id) gone.add(each);
    }
    await rm(join(root, '已删除'), { recursive: true, force: true });
  },
});
