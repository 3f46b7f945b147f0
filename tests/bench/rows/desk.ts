import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contest } from '../contest.ts';
import { measure } from '../measure.ts';
import type { Row, Workshop } from '../workshop.ts';

const TAKEN_IN = 1000;
const ON_DESK = 10_000;
/** More processes than this do not make packages faster on the machine of the table. */
const MAKERS = 2;

/** What a careful clerk does by hand with each file, in one shell. */
const BY_HAND = `
set -e
mkdir "$2"
for file in "$1"/*.zip; do
  cp "$file" "$2"
  openssl dgst -sha256 "$file"
  unzip -p "$file" '*/data/assessment.json'
done >/dev/null
`;

export const deskRows: readonly Row[] = [
  {
    name: 'import',
    about: 'take in 1,000 packages of 0.6 MB on a new desk',
    lines: async (workshop) => {
      const packages = await packagesOf(workshop);
      const files = (await readdir(packages)).map((name) => join(packages, name));
      const [desk, copies] = [workshop.at('desk'), workshop.at('copies')];
      const script = workshop.at('by-hand.sh');
      await writeFile(script, BY_HAND);
      return contest(workshop.runs, {
        what: 'take in 1,000 packages of 0.6 MB (all checks)',
        ours: [[workshop.cli('review', 'import', packages, '--desk', desk, '--received', '2026-11-20')]],
        rivals: [
          {
            against: '`cp`, `openssl`, `unzip -p` of assessment.json for each',
            aim: '≤ 2.5',
            steps: [[workshop.tool('sh', script, packages, copies)]],
            absent: absentOf(workshop, ['openssl', 'unzip']),
          },
        ],
        results: [desk, copies],
        inputs: files,
      });
    },
  },
  {
    name: 'desk',
    about: 'open a desk of 10,000 packages',
    lines: async (workshop) => {
      const original = await workshop.once('one package', async () => {
        const folder = workshop.at('one');
        await measure([[workshop.task('make-packages', folder, '0', '1')]]);
        return join(folder, '0.zip');
      });
      const desk = workshop.at('large-desk');
      await measure([[workshop.task('make-desk', desk, original, String(ON_DESK))]]);
      const open = [[workshop.task('open-desk', desk, String(ON_DESK))]];
      // What an earlier opening may leave for the next ones is not there yet.
      const first = await contest(1, {
        what: 'open a desk of 10,000 packages, the first time',
        ours: open,
        rivals: [{ against: '–', steps: [], absent: 'absolute time' }],
        results: [],
        inputs: [],
      });
      const later = await contest(workshop.runs, {
        what: 'open a desk of 10,000 packages',
        ours: open,
        rivals: [{ against: '–', aim: '≤ 1.5 s', steps: [], absent: 'absolute time' }],
        results: [],
        inputs: [],
      });
      return [...first, ...later];
    },
  },
];

function packagesOf(workshop: Workshop): Promise<string> {
  return workshop.once('packages', async () => {
    const folder = workshop.at('packages');
    const share = Math.ceil(TAKEN_IN / MAKERS);
    await measure([
      Array.from({ length: MAKERS }, (_, maker) => {
        const [from, to] = [maker * share, Math.min(TAKEN_IN, (maker + 1) * share)];
        return workshop.task('make-packages', folder, String(from), String(to));
      }),
    ]);
    return folder;
  });
}

function absentOf({ isThere }: Workshop, programs: readonly string[]): string | undefined {
  const absent = programs.filter((program) => !isThere(program));
  return absent.length === 0 ? undefined : `${absent.join(', ')}: not installed`;
}
