import { randomUUID } from 'node:crypto';
import { cp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assessment } from '../../../shared/assessment/schema.ts';
import { allItems } from '../../../shared/standard/places.ts';
import { isSystemError } from '../../../electron/services/base/failures.ts';
import { entriesOf } from '../../../electron/services/files/entries.ts';
import { fsyncFolder } from '../../../electron/services/files/files.ts';
import { verifyPackage } from '../../../electron/services/package/verify.ts';
import { assessmentRef } from '../../unit/documents.ts';
import { repository } from '../../repository.ts';
import {
  answersOf,
  checkContent,
  everyAssessment,
  isAnswered,
  packed,
  sha256,
  type Stored,
  storedIn,
} from './answers.ts';
import {
  backAndForth,
  Broken,
  BY_ANOTHER,
  isJournaled,
  isNumbered,
  numberIn,
  openQuietly,
  type Place,
  work,
} from './work.ts';

export const CHOICE = { standardId: 'henan-service-enforcement-reference', campaignId: 'practice' };

/** A new assessment, and the codes of its standard. */
async function newAssessment({ client }: Place): Promise<{ id: string; codes: string[] }> {
  const { id } = await client.ask('createAssessment', { unitName: '某县某局', ...CHOICE });
  const { standard } = await client.open(assessmentRef(id));
  return { id, codes: allItems(standard).map(({ code }) => code) };
}

/** Writes the number into the remark of an item, and into the unit's name of a person so that two places agree. */
export async function writeNumber({ client }: Place, id: string, code: string, nth: number): Promise<void> {
  await client.edit(assessmentRef(id), { kind: 'setReason', code, reason: `第${nth}次` });
}

async function assessmentOf(place: Place, id: string, also?: string): Promise<Assessment> {
  return (await openQuietly(place, assessmentRef(id), also)).value;
}

export const edit = work<{ id: string; codes: string[] }, number>({
  name: 'edit',
  prepare: newAssessment,
  act: async (place, { id, codes }, nth) => {
    const code = codes[nth % codes.length] ?? '';
    await writeNumber(place, id, code, nth);
    await backAndForth(place, assessmentRef(id), nth, {
      isThere: ({ entries }) => numberIn(entries[code]?.reason) === nth,
      another: { kind: 'setReason', code, reason: `第${nth}次，再改` },
    });
    return nth;
  },
  check: async (place, { id, codes }, done, begun) => {
    const { folder, value } = await openQuietly(place, assessmentRef(id));
    const { entries } = value;
    const found = codes.flatMap((code) => numberIn(entries[code]?.reason) ?? []);
    isNumbered('the last remark', Math.max(0, ...found), done, begun);
    // Of each of the last, one to an item, none is missing.
    for (const nth of done.slice(-codes.length))
      if (!found.includes(nth) && !found.includes(nth + codes.length))
        throw new Broken(`remark ${nth} is gone`);
    await isJournaled(
      folder,
      done.map((nth) => `第${nth}次`),
    );
  },
});

/** A file to choose, of up to a megabyte, whose content says its number. */
async function fileToChoose({ files }: Place, nth: number): Promise<{ path: string; sha: string }> {
  const path = join(files, `第${nth}次.txt`);
  const bytes = Buffer.alloc(1 + ((nth * 104_729) % 1_000_000), `第${nth}次，${randomUUID()}\n`);
  await writeFile(path, bytes);
  return { path, sha: sha256(bytes) };
}

/** Evidence that was read whole once, by the data folder: there is more of it each time. */
const hashed = new Map<string, Set<string>>();

export const attach = work<{ id: string; codes: string[] }, string>({
  name: 'attach',
  prepare: newAssessment,
  act: async (place, { id, codes }, nth) => {
    const { path, sha } = await fileToChoose(place, nth);
    const token = place.client.choose(path, `第${nth}次.txt`);
    const linkTo = codes[nth % codes.length];
    const { outcomes } = await place.client.job('addEvidence', { id, tokens: [token], linkTo }, 'evidence');
    if (outcomes[0]?.outcome !== 'added') throw new Broken(`not added: ${JSON.stringify(outcomes)}`);
    await rm(path);
    return sha;
  },
  check: async (place, { id }, done) => {
    const { evidence } = await assessmentOf(place, id);
    const registered = new Set(evidence.map((each) => each.sha256));
    for (const sha of done) if (!registered.has(sha)) throw new Broken(`evidence ${sha} is not registered`);
    const known = hashed.get(place.root) ?? new Set();
    hashed.set(place.root, known);
    for (const { sha256: name, bytes } of evidence) {
      const file = await place.client.host.evidenceFile(id, name);
      if (!file || (await stat(file.path)).size !== bytes)
        throw new Broken(`the file of evidence ${name} is missing`);
      if (!known.has(name) && sha256(await readFile(file.path)) !== name)
        throw new Broken(`the file of evidence ${name} is another`);
      known.add(name);
    }
  },
});

interface Exported {
  readonly fileName: string;
  readonly revision: number;
  readonly nth: number;
}

/** Everything in 导出 that looks finished is whole, and those that were told are there. Removes what it has looked at. */
async function checkExports(
  { root }: Place,
  { done, kept, code }: { done: readonly Exported[]; kept: Stored; code: string },
  seen: Set<string>,
): Promise<void> {
  const folder = join(root, '导出');
  const names = (await entriesOf(folder)).map(({ name }) => name);
  for (const { fileName } of done)
    if (!names.includes(fileName) && !seen.has(fileName)) throw new Broken(`${fileName} is gone`);
  for (const name of names.filter((each) => each.endsWith('.zip'))) {
    const { status, problems } = await verifyPackage(join(folder, name));
    if (status !== 'intact') throw new Broken(`${name}: ${status} ${JSON.stringify(problems)}`);
    const nth = done.find(({ fileName }) => fileName === name)?.nth;
    await checkContent(join(folder, name), kept, { code, nth });
    seen.add(name);
    await rm(join(folder, name));
  }
}

const seenExports = new Map<string, Set<string>>();

export const exportPackage = work<{ id: string; codes: string[] }, Exported>({
  name: 'export',
  prepare: async (place) => {
    const { id } = await place.client.ask('openSample', {});
    const { standard } = await place.client.open(assessmentRef(id));
    return { id, codes: allItems(standard).map(({ code }) => code) };
  },
  act: async (place, { id, codes }, nth) => {
    await writeNumber(place, id, codes[0] ?? '', nth);
    const made = await place.client.job('exportPackage', { id, mode: 'draft' }, 'export');
    return { fileName: made.export.fileName, revision: made.export.revision, nth };
  },
  check: async (place, { id, codes: [code = ''] }, done, begun) => {
    const { folder, value } = await openQuietly(place, assessmentRef(id));
    const { revisions } = value;
    const numbers = revisions.map(({ number }) => number);
    isNumbered(
      'the last revision',
      numbers.at(-1) ?? 0,
      done.map(({ revision }) => revision),
      begun,
    );
    if (numbers.some((number, index) => number !== index + 1))
      throw new Broken(`revisions ${numbers.join()}`);
    const seen = seenExports.get(place.root) ?? new Set();
    seenExports.set(place.root, seen);
    await checkExports(place, { done, kept: await storedIn(folder), code }, seen);
  },
});

export const openPackage = work<{ path: string; answers: string }, string>({
  name: 'open package',
  prepare: async ({ files: folder }) => {
    const path = join(folder, '推荐包.zip');
    await cp(join(repository, 'tests/fixtures/before/示例推荐包.zip'), path);
    return { path, answers: answersOf((await packed(path)).stored) };
  },
  act: async ({ client }, { path }) => {
    const token = client.choose(path, '推荐包.zip');
    return (await client.job('openPackage', { token, as: 'blueprint' }, 'open')).id;
  },
  check: async (place, { answers }, done) =>
    await everyAssessment(place, done, { evidence: 21, looked: isAnswered(answers) }),
});

interface Carried {
  /** The assessment that is carried over. */
  readonly id: string;
  readonly standardId: string;
  readonly answers: string;
  /** Files. */
  readonly evidence: number;
}

export const carryOver = work<Carried, string>({
  name: 'carry over',
  prepare: async (place) => {
    const { client } = place;
    const { importId } = await client.ask('copyStandard', { id: CHOICE.standardId });
    const { standard } = await client.ask('finishImport', { importId });
    const { id } = await client.ask('openSample', {});
    const stored = await storedIn((await client.open(assessmentRef(id))).folder);
    return { id, standardId: standard.id, answers: answersOf(stored), evidence: stored.evidence.length };
  },
  act: async ({ client }, { id, standardId }) =>
    (await client.job('carryOver', { id, standardId }, 'open')).id,
  check: async (place, { id, answers, evidence }, done) =>
    await everyAssessment(place, done, { evidence, source: id, looked: isAnswered(answers) }),
});

const BEFORE = join(repository, 'tests/fixtures/before/示例自评档案');

export const migrate = work<object, { id: string; nth: number }>({
  name: 'migrate',
  prepare: () => Promise.resolve({}),
  act: async (place, _, nth) => {
    const id = randomUUID();
    // Whole or not at all: what is tried is what the program does with it.
    const laid = join(place.files, id);
    await cp(BEFORE, laid, { recursive: true });
    const stored = JSON.parse(await readFile(join(laid, 'assessment.json'), 'utf8')) as object;
    await writeFile(join(laid, 'assessment.json'), JSON.stringify({ ...stored, id, sample: false }));
    await rm(join(laid, 'assessment.previous.json'));
    // Where the data folder is away nothing is laid there, and the opening has to say so.
    await rename(laid, join(place.root, `第${nth}份-${id.slice(0, 8)}`)).catch((error: unknown) => {
      if (!isSystemError(error, 'ENOENT')) throw error;
    });
    await fsyncFolder(place.root).catch(() => undefined);
    const { value } = await place.client.open(assessmentRef(id));
    const [code = ''] = Object.keys(value.entries);
    await writeNumber(place, id, code, nth);
    await place.client.ask('closeDocument', { ref: assessmentRef(id) });
    return { id, nth };
  },
  check: async (place, _, done) => {
    const ids = done.map(({ id }) => id);
    const looked = ({ id, entries }: Assessment): void => {
      const nth = done.find((each) => each.id === id)?.nth;
      if (nth !== undefined && !Object.values(entries).some(({ reason }) => numberIn(reason) === nth))
        throw new Broken(`${id}: remark ${nth} is gone`);
    };
    await everyAssessment(place, ids, { evidence: 21, also: 'migrated', looked });
  },
});

/** Another program puts another version into the place of an open document, and both are brought together. */
export const merge = work<{ id: string; codes: string[]; folder: string }, number>({
  name: 'merge',
  prepare: async (place) => {
    const { id, codes } = await newAssessment(place);
    const { folder } = await place.client.open(assessmentRef(id));
    return { id, codes, folder };
  },
  act: async (place, { id, codes, folder }, nth) => {
    const { client } = place;
    const [ours = '', theirs = ''] = codes;
    await writeNumber(place, id, ours, nth);
    const path = join(folder, 'assessment.json');
    const stored = JSON.parse(await readFile(path, 'utf8')) as { entries: Record<string, object> };
    const entry = { ...(stored.entries[theirs] ?? stored.entries[ours]), reason: `第${nth}次` };
    const other = `${path}${BY_ANOTHER}`;
    await writeFile(other, JSON.stringify({ ...stored, entries: { ...stored.entries, [theirs]: entry } }));
    await rename(other, path);
    await client.ask('takeOutside', { ref: assessmentRef(id), picks: {} });
    return nth;
  },
  check: async (place, { id, codes, folder }, done, begun) => {
    // Where it was closed before both were brought together, that is told.
    const { entries } = await assessmentOf(place, id, 'kept-at-closing');
    const backups = (await entriesOf(join(folder, 'backups'))).map(({ name }) => name);
    for (const whose of ['here', 'outside'])
      if (done.length > 0 && !backups.some((name) => name.endsWith(`-${whose}.json`)))
        throw new Broken(`no backup of what was ${whose}`);
    const [ours = '', theirs = ''] = codes;
    isNumbered('ours', numberIn(entries[ours]?.reason) ?? 0, done, begun);
    isNumbered('theirs', numberIn(entries[theirs]?.reason) ?? 0, done, begun);
  },
});
