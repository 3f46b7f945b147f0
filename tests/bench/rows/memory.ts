import { rm } from 'node:fs/promises';
import { makeFolder } from '../data/folders.ts';
import type { Line } from '../line.ts';
import { measure, quietness } from '../measure.ts';
import type { Row, Workshop } from '../workshop.ts';

/** The same number of files, so that nothing but the bytes differs. */
const FILES = 8;
const SMALL_MB = 256;
const LARGE_MB = 4096;

export const memoryRows: readonly Row[] = [
  {
    name: 'memory',
    about: 'peak memory of export and verify, 4 GiB against 256 MiB, once',
    isLarge: true,
    lines: async (workshop) => {
      const before = [await quietness()];
      const small = await peaks(workshop, SMALL_MB);
      const large = await peaks(workshop, LARGE_MB);
      const line = (what: string, ours: number | undefined, theirs: number | undefined): Line => ({
        what: `peak memory of ${what}, 4 GiB in ${FILES} files`,
        against: `256 MiB in ${FILES} files`,
        aim: '≤ 1.05, under 200 MB',
        unit: 'MB',
        ours: ours === undefined ? [] : [ours],
        theirs: theirs === undefined ? [] : [theirs],
        before,
        note: ours === undefined ? 'the system does not tell' : 'once',
      });
      return [line('export', large.exported, small.exported), line('verify', large.verified, small.verified)];
    },
  },
];

async function peaks({ at, cli }: Workshop, megabytes: number) {
  const folder = at(`memory-${megabytes}`);
  const path = at(`memory-${megabytes}.zip`);
  await makeFolder(
    folder,
    Array.from({ length: FILES }, () => megabytes / FILES),
  );
  const exported = await measure([[cli('export', folder, '--draft', '--out', path)]]);
  const verified = await measure([[cli('verify', path)]]);
  for (const made of [folder, path]) await rm(made, { recursive: true });
  return { exported: exported.megabytes, verified: verified.megabytes };
}
