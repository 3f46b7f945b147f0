import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { allItems } from '../../../shared/standard/places.ts';
import { assessmentRef, deskRef, reviewRef } from '../../unit/documents.ts';
import { CHOICE, writeNumber } from './assessments.ts';
import { Broken, isNumbered, numberIn, openQuietly, type Place, work } from './work.ts';

/** Packages of so many revisions are made beforehand; then they are handed in again, which is told and changes nothing. */
const PACKAGES = 12;

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
    await copyFile(join(root, '导出', made.export.fileName), path);
    paths.push(path);
  }
  return paths;
}

async function newDesk({ client }: Place): Promise<string> {
  const campaignId = 'henan-biaobing-2020';
  return (await client.ask('createDesk', { title: '核验台', ...CHOICE, campaignId })).id;
}

async function deskOf(place: Place, id: string) {
  const opened = await openQuietly(place, deskRef(id));
  if (opened.missing.length + opened.lostReviews.length + opened.wrongOriginals.length > 0)
    throw new Broken(`the desk misses packages, reviews or originals`);
  if (opened.isListLost || opened.isDeskOlder) throw new Broken('the list of packages or the desk was lost');
  return opened;
}

interface Received {
  readonly key: string;
  readonly fileSha256: string;
}

const sha256 = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

export const deskImport = work<{ id: string; paths: string[] }, Received>({
  name: 'desk import',
  prepare: async (place) => ({ paths: await packagesFor(place, PACKAGES), id: await newDesk(place) }),
  act: async ({ client }, { id, paths }, nth) => {
    const path = paths[nth % paths.length] ?? '';
    const tokens = [client.choose(path, `${nth}.zip`)];
    const { outcomes } = await client.job(
      'importPackages',
      { id, tokens, receivedOn: '2026-11-20' },
      'deskImport',
    );
    const receipt = outcomes[0]?.receipt;
    if (!receipt) throw new Broken(`not received: ${JSON.stringify(outcomes)}`);
    return { key: receipt.key, fileSha256: await sha256(path) };
  },
  check: async (place, { id, paths }, done) => {
    const { receipts, candidates, folder } = await deskOf(place, id);
    for (const { key } of done)
      if (!receipts.some((each) => each.key === key)) throw new Broken(`package ${key} is not received`);
    const known = new Set(await Promise.all(paths.map(sha256)));
    for (const { key } of candidates) {
      const original = await sha256(join(folder, 'packages', key, 'original.zip'));
      if (!known.has(original)) throw new Broken(`the original of ${key} is not what came in`);
      await place.client.open(reviewRef({ deskId: id, key }));
      await place.client.ask('closeDocument', { ref: reviewRef({ deskId: id, key }) });
    }
  },
});

interface OnDesk {
  readonly deskId: string;
  readonly key: string;
}

async function oneReview(place: Place): Promise<OnDesk> {
  const [path = ''] = await packagesFor(place, 1);
  const deskId = await newDesk(place);
  const tokens = [place.client.choose(path, '甲.zip')];
  const input = { id: deskId, tokens, receivedOn: '2026-11-20' };
  const { outcomes } = await place.client.job('importPackages', input, 'deskImport');
  return { deskId, key: outcomes[0]?.receipt?.key ?? '' };
}

async function reviewOf(place: Place, ref: OnDesk) {
  return (await openQuietly(place, reviewRef(ref))).value;
}

export const review = work<OnDesk, number>({
  name: 'review',
  prepare: oneReview,
  act: async ({ client }, ref, nth) => {
    await client.edit(reviewRef(ref), { kind: 'setConclusion', conclusion: `第${nth}次` });
    return nth;
  },
  check: async (place, ref, done, begun) => {
    await deskOf(place, ref.deskId);
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
    const { differences } = await client.ask('compareReview', { ...ref, token });
    const picks = Object.fromEntries(differences.map((each) => [each.path, 'theirs']));
    await client.ask('mergeReview', { ...ref, token, picks });
    await rm(path, { force: true });
    return nth;
  },
  check: async (place, { file: _, ...ref }, done, begun) => {
    const { conclusion } = await reviewOf(place, ref);
    isNumbered('the conclusion', numberIn(conclusion) ?? 0, done, begun);
  },
});
