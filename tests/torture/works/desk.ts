import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { allItems } from '../../../shared/standard/places.ts';
import { assessmentRef, deskRef, reviewRef } from '../../unit/documents.ts';
import { CHOICE, writeNumber } from './assessments.ts';
import {
  backAndForth,
  Broken,
  isJournaled,
  isNumbered,
  numberIn,
  openQuietly,
  type Place,
  work,
} from './work.ts';

/** Packages of so many revisions are made beforehand; then they are handed in to the next desk. */
const PACKAGES = 6;
const RECEIVED = '2026-11-20';
/** Desks before these are only opened. */
const LAST_DESKS = 2;

async function packagesFor(place: Place, count: number): Promise<string[]> {
  const { client, root, files } = place;
  const { id } = await client.ask('openSample', {});
  const { standard } = await client.open(assessmentRef(id));
  const [first] = allItems(standard);
  const paths: string[] = [];
  for (let nth = 1; nth <= count; nth += 1) {
    await writeNumber(place, id, first?.code ?? '', nth);
    const made = await client.job('exportPackage', { id, mode: 'draft' }, 'export');
    const path = join(files, `${nth}.zip`);
    await rename(join(root, '导出', made.export.fileName), path);
    paths.push(path);
  }
  return paths;
}

async function newDesk({ client }: Place, title = '核验台'): Promise<string> {
  const campaignId = 'henan-biaobing-2020';
  return (await client.ask('createDesk', { title, ...CHOICE, campaignId })).id;
}

/** The one of this name, made where it is not there. */
async function deskNamed(place: Place, title: string): Promise<string> {
  const { desks } = await place.client.ask('listDesks', {});
  return desks.find((each) => each.title === title)?.id ?? newDesk(place, title);
}

async function deskOf(place: Place, id: string) {
  const opened = await openQuietly(place, deskRef(id));
  if (opened.missing.length + opened.lostReviews.length + opened.wrongOriginals.length > 0)
    throw new Broken(`the desk misses packages, reviews or originals`);
  if (opened.isListLost || opened.isDeskOlder) throw new Broken('the list of packages or the desk was lost');
  return opened;
}

const sha256 = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

interface Setup {
  readonly paths: string[];
  readonly hashes: string[];
}

export const deskImport = work<Setup, OnDesk>({
  name: 'desk import',
  prepare: async (place) => {
    const paths = await packagesFor(place, PACKAGES);
    return { paths, hashes: await Promise.all(paths.map(sha256)) };
  },
  act: async (place, { paths }, nth) => {
    const { client } = place;
    const deskId = await deskNamed(place, `第${Math.floor(nth / PACKAGES)}次`);
    const tokens = [client.choose(paths[nth % PACKAGES] ?? '', `${nth}.zip`)];
    const input = { id: deskId, tokens, receivedOn: RECEIVED };
    const { outcomes } = await client.job('importPackages', input, 'deskImport');
    const receipt = outcomes[0]?.receipt;
    if (!receipt) throw new Broken(`not received: ${JSON.stringify(outcomes)}`);
    return { deskId, key: receipt.key };
  },
  check: async (place, { hashes }, done) => {
    const { desks } = await place.client.ask('listDesks', {});
    const last = desks.map(({ title }) => numberIn(title) ?? 0).sort((a, b) => b - a)[LAST_DESKS - 1] ?? 0;
    for (const { deskId } of done)
      if (!desks.some(({ id }) => id === deskId)) throw new Broken(`desk ${deskId} is gone`);
    for (const { id, title } of desks) {
      const { receipts, candidates, folder } = await deskOf(place, id);
      const acknowledged = done.filter(({ deskId }) => deskId === id).map(({ key }) => key);
      if (new Set(acknowledged).size < acknowledged.length) throw new Broken('an import took nothing in');
      for (const key of acknowledged)
        if (!receipts.some((each) => each.key === key && each.receivedOn === RECEIVED))
          throw new Broken(`package ${key} is not received`);
      if ((numberIn(title) ?? 0) >= last)
        await checkPackages(place, { id, folder, keys: candidates.map(({ key }) => key) }, hashes);
      await place.client.ask('closeDocument', { ref: deskRef(id) });
    }
  },
});

/** Each can be opened, and its original is one of those that came in. */
async function checkPackages(
  { client }: Place,
  { id, folder, keys }: { id: string; folder: string; keys: readonly string[] },
  hashes: readonly string[],
): Promise<void> {
  for (const key of keys) {
    const original = await sha256(join(folder, 'packages', key, 'original.zip'));
    if (!hashes.includes(original)) throw new Broken(`the original of ${key} is not what came in`);
    await client.open(reviewRef({ deskId: id, key }));
    await client.ask('closeDocument', { ref: reviewRef({ deskId: id, key }) });
  }
}

interface OnDesk {
  readonly deskId: string;
  readonly key: string;
}

async function oneReview(place: Place): Promise<OnDesk> {
  const [path = ''] = await packagesFor(place, 1);
  const deskId = await newDesk(place);
  const tokens = [place.client.choose(path, '甲.zip')];
  const input = { id: deskId, tokens, receivedOn: RECEIVED };
  const { outcomes } = await place.client.job('importPackages', input, 'deskImport');
  return { deskId, key: outcomes[0]?.receipt?.key ?? '' };
}

async function reviewOf(place: Place, ref: OnDesk) {
  return (await openQuietly(place, reviewRef(ref))).value;
}

export const review = work<OnDesk, number>({
  name: 'review',
  prepare: oneReview,
  act: async (place, ref, nth) => {
    const conclusion = `第${nth}次`;
    await place.client.edit(reviewRef(ref), { kind: 'setConclusion', conclusion });
    await backAndForth(place, reviewRef(ref), nth, {
      isThere: (value) => numberIn(value.conclusion) === nth,
      another: { kind: 'setConclusion', conclusion: `${conclusion}，再改` },
    });
    return nth;
  },
  check: async (place, ref, done, begun) => {
    const { folder } = await deskOf(place, ref.deskId);
    await isJournaled(
      join(folder, 'packages', ref.key),
      done.map((nth) => `第${nth}次`),
    );
    const { conclusion } = await reviewOf(place, ref);
    isNumbered('the conclusion', numberIn(conclusion) ?? 0, done, begun);
  },
});

/** A colleague's file is taken into the review. */
export const mergeReview = work<OnDesk & { file: string }, number>({
  name: 'merge review',
  prepare: async (place) => {
    const ref = await oneReview(place);
    const { client, root, files } = place;
    const made = await client.ask('exportReview', ref);
    const file = join(files, '同事的核验记录.json');
    await copyFile(join(root, '导出', made.fileName), file);
    return { ...ref, file };
  },
  act: async (place, { file, ...ref }, nth) => {
    const { client, files } = place;
    const stored = JSON.parse(await readFile(file, 'utf8')) as { review?: object };
    const path = join(files, `${nth}.json`);
    const told = { conclusion: `第${nth}次` };
    const mine = stored.review
      ? { ...stored, review: { ...stored.review, ...told } }
      : { ...stored, ...told };
    await writeFile(path, JSON.stringify(mine));
    const token = client.choose(path, '同事.json');
    const { differences, shown } = await client.ask('compareReview', { ...ref, token });
    const picks = Object.fromEntries(differences.map((each) => [each.path, 'theirs']));
    await client.ask('mergeReview', { ...ref, token, picks, shown });
    await rm(path, { force: true });
    return nth;
  },
  check: async (place, { file: _, ...ref }, done, begun) => {
    const { conclusion } = await reviewOf(place, ref);
    isNumbered('the conclusion', numberIn(conclusion) ?? 0, done, begun);
  },
});
