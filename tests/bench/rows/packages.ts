import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contest, type Rival } from '../contest.ts';
import { largeFolder, type LargeFolder, largePackage, looseFile } from '../data/folders.ts';
import { asked, type Command, measure, type Step } from '../measure.ts';
import type { Row, Workshop } from '../workshop.ts';

const SIZES = [
  { megabytes: 300, name: '300mb', label: '300 MB' },
  { megabytes: 1024, name: '1gib', label: '1 GiB' },
];
const VIDEO_MB = 200;

/** Stored, flushed to the disk: what Python's own library makes of the same files. */
const WRITE_ZIP = `
import os, sys, zipfile
with open(sys.argv[1], 'wb') as out:
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_STORED) as archive:
        for path in sys.argv[2:]:
            archive.write(path, 'data/' + os.path.basename(path))
    out.flush()
    os.fsync(out.fileno())
`;

export const packageRows: readonly Row[] = [
  ...SIZES.map((size) => exportRow(size)),
  ...SIZES.map((size) => verifyRow(size)),
  ...SIZES.map((size) => openRow(size)),
  { name: 'attach', about: 'attach one file of 200 MB', lines: attachLines },
];

type Size = (typeof SIZES)[number];

function exportRow({ megabytes, name, label }: Size): Row {
  const what = `export ${label} in 30 files (hash, write, fsync, reopen, verify)`;
  return {
    name: `export-${name}`,
    about: what,
    lines: async (workshop) => {
      const { folder, files } = await largeFolder(workshop, megabytes);
      const [ours, plain] = [workshop.at('exported.zip'), workshop.at('plain.zip')];
      const script = workshop.at('write-zip.py');
      await writeFile(script, WRITE_ZIP);
      const sums = await hashes(workshop, files);
      return contest(workshop.runs, {
        what,
        ours: [[workshop.cli('export', folder, '--draft', '--out', ours)]],
        rivals: [
          {
            against: 'Python zipfile stored + fsync, openssl × 2 twice, zip test',
            aim: '≤ 1.0',
            steps: [
              [workshop.tool(workshop.python, script, plain, ...files)],
              sums,
              sums,
              [zipTest(workshop, plain)],
            ],
          },
        ],
        results: [ours, plain],
        inputs: files,
      });
    },
  };
}

function verifyRow({ megabytes, name, label }: Size): Row {
  const what = `verify the package of ${label}`;
  return {
    name: `verify-${name}`,
    about: what,
    lines: async (workshop) => {
      const { files } = await largeFolder(workshop, megabytes);
      const path = await largePackage(workshop, megabytes);
      const bag = await bagRival(workshop, path, megabytes);
      return contest(workshop.runs, {
        what,
        ours: [[workshop.cli('verify', path)]],
        rivals: [
          {
            against: 'openssl × 2, zip test',
            aim: '≤ 1.0',
            steps: [await hashes(workshop, files), [zipTest(workshop, path)]],
          },
          bag.rival,
        ],
        results: [],
        inputs: [path, ...files, ...bag.inputs],
      });
    },
  };
}

function openRow({ megabytes, name, label }: Size): Row {
  const what = `open the package of ${label} (verify, unpack, hash, fsync)`;
  return {
    name: `open-${name}`,
    about: what,
    lines: async (workshop) => {
      const { files } = await largeFolder(workshop, megabytes);
      const path = await largePackage(workshop, megabytes);
      const [opened, unzipped] = [workshop.at('opened'), workshop.at('unzipped')];
      return contest(workshop.runs, {
        what,
        ours: [[workshop.cli('open', path, '--out', opened)]],
        rivals: [
          {
            against: '`unzip -q`, openssl × 2, `sync`',
            aim: '≤ 0.6',
            steps: [
              [workshop.tool('unzip', '-q', path, '-d', unzipped)],
              await hashes(workshop, files),
              [workshop.tool('sync')],
            ],
          },
        ],
        results: [opened, unzipped],
        inputs: [path, ...files],
      });
    },
  };
}

async function attachLines(workshop: Workshop) {
  const video = await looseFile(workshop, VIDEO_MB);
  const [evidence, copy] = [workshop.at('attached'), workshop.at('copy.mp4')];
  return contest(workshop.runs, {
    what: 'attach a file of 200 MB (hash, copy, fsync)',
    ours: [[workshop.task('attach', evidence, video)]],
    rivals: [
      {
        against: '`cp`, `sha256sum` (no fsync)',
        aim: '≤ 0.35',
        steps: [[workshop.tool('cp', video, copy)], [workshop.tool('sha256sum', video)]],
      },
    ],
    results: [evidence, copy],
    inputs: [video],
  });
}

/** Two openssl processes side by side, each with half of the bytes as far as whole files allow. */
async function hashes(workshop: Workshop, files: LargeFolder['files']): Promise<Step> {
  const halves: { bytes: number; files: string[] }[] = [
    { bytes: 0, files: [] },
    { bytes: 0, files: [] },
  ];
  for (const file of files) {
    const [smaller] = [...halves].sort((a, b) => a.bytes - b.bytes);
    if (!smaller) break;
    smaller.files.push(file);
    smaller.bytes += (await stat(file)).size;
  }
  return halves.map((half) => workshop.tool('openssl', 'dgst', '-sha256', ...half.files));
}

function zipTest(workshop: Workshop, path: string): Command {
  return workshop.tool(workshop.python, '-m', 'zipfile', '-t', path);
}

/** It reads folders only: the package is unpacked for it beforehand, which is not counted. */
async function bagRival(
  workshop: Workshop,
  path: string,
  megabytes: number,
): Promise<{ rival: Rival; inputs: string[] }> {
  const rival = { against: 'bagit-python `--validate --processes 2` (unpacked)', aim: '≤ 2' };
  if ((await asked(workshop.python, '-c', 'import bagit')) === undefined) {
    return { rival: { ...rival, steps: [], absent: 'python has no bagit' }, inputs: [] };
  }
  const bag = await workshop.once(`bag of ${megabytes} MB`, async () => {
    const folder = workshop.at(`bag-${megabytes}`);
    await measure([[workshop.tool(workshop.python, '-m', 'zipfile', '-e', path, folder)]]);
    const [root = ''] = await readdir(folder);
    return join(folder, root);
  });
  const validate = workshop.tool(workshop.python, '-m', 'bagit', '--validate', '--processes', '2', bag);
  return { rival: { ...rival, steps: [[validate]] }, inputs: [bag] };
}
