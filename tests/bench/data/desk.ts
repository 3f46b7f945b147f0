import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDeskFor } from '../../../electron/services/desk/new-desk.ts';
import { DeskSession } from '../../../electron/services/desk/desk-session.ts';
import { importPackages } from '../../../electron/services/desk/import-packages.ts';
import {
  CONTENTS,
  hashOf,
  ORIGINAL,
  RECEIPT,
  readReceipt,
  receiptText,
  SUMMARY,
} from '../../../electron/services/desk/package-folder.ts';
import { readSummary, summaryText } from '../../../electron/services/desk/summary.ts';
import { repository } from '../../repository.ts';

const AT_ONCE = 32;
/** Of the record that ends an archive, which has no comment yet. */
const END_BYTES = 22;

/**
 * A desk with so many packages: one is taken in by the program, the others are its copies under names, ids and hashes of
 * their own. Each is what a desk holds of a package, at the size of a small one.
 */
export async function makeDesk(
  folder: string,
  { original, count }: { original: string; count: number },
): Promise<void> {
  const now = new Date('2026-11-20T01:00:00Z');
  const files = [{ path: original, name: '0.zip' }];
  await createDeskFor(folder, files, { resources: repository, now });
  const desk = await DeskSession.open(folder);
  try {
    await importPackages(desk, files, { receivedOn: '2026-11-20' });
  } finally {
    await desk.close();
  }
  const [key] = desk.candidates().map((candidate) => candidate.key);
  if (key === undefined) throw new Error('The first package was not taken in');
  const packages = join(folder, 'packages');
  for (let n = 1; n < count; n += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - n) }, (_, index) => n + index);
    const parts = await partsOf(join(packages, key));
    await Promise.all(numbers.map((number) => copyAs(parts, packages, number)));
  }
}

type Parts = Awaited<ReturnType<typeof partsOf>>;

async function partsOf(folder: string) {
  const found = await readSummary(folder);
  if (found.state !== 'whole') throw new Error(`The summary is ${found.state}`);
  const { receipt } = await readReceipt(folder);
  return { folder, receipt, ...found, bytes: await readFile(join(folder, ORIGINAL)) };
}

async function copyAs(parts: Parts, packages: string, number: number): Promise<void> {
  const bytes = commented(parts.bytes, `package ${number}`);
  const sha256 = hashOf(bytes);
  const key = sha256.slice(0, 16);
  const [assessmentId, packageId] = [randomUUID(), randomUUID()];
  const unit = `示例第${number}执法单位`;
  const same = { key, assessmentId, packageId, fileName: `${number}.zip` };
  const { verification } = parts.receipt;
  const receipt = receiptText({
    ...{ ...parts.receipt, ...same, sha256, bytes: bytes.length },
    verification: { ...verification, unit },
  });
  const { candidate } = parts.summary;
  const summary = { ...parts.summary, candidate: { ...candidate, ...same, unit } };
  const folder = join(packages, key);
  await mkdir(folder);
  await writeFile(join(folder, ORIGINAL), bytes);
  await writeFile(join(folder, RECEIPT), receipt);
  await writeFile(
    join(folder, SUMMARY),
    summaryText(summary, { ...parts.sources, receipt: hashOf(receipt) }),
  );
  await copyFile(join(parts.folder, CONTENTS), join(folder, CONTENTS));
}

/** The same archive with a comment: whole, and with a hash of its own. */
function commented(archive: Buffer, comment: string): Buffer {
  const copy = Buffer.concat([archive, Buffer.from(comment)]);
  copy.writeUInt16LE(comment.length, archive.length - END_BYTES + 20);
  return copy;
}
