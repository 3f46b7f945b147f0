import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { createDeskFolder } from '../../../../../electron/services/desk/desk-folder.ts';
import type { Assessment } from '../../../../../shared/assessment/schema.ts';
import { unitSchema } from '../../../../../shared/assessment/schema.ts';
import type { Campaign } from '../../../../../shared/campaign/schema.ts';
import { exportFixture, type Fixture, makeFixture, sha256, tempFolder } from '../package/fixture.ts';
import { Forgery } from '../package/forge.ts';
import { filesOfZip } from '../package/zip-files.ts';
import { rawZip } from '../package/raw-zip.ts';
import { standardSchema } from '../../../../../shared/standard/schema.ts';
import { campaignOf, entriesOf, officialOf } from '../../../shared/scoring/fixtures.ts';

export const source = { document: '测字', clause: '二' };

/** The campaign of the desk and of every unit: a deadline, a quota, one required material. */
export function deskCampaign(changes: Record<string, unknown> = {}): Campaign {
  return campaignOf({
    kind: 'recommendation',
    deadlines: [{ code: 'unit', label: '单位报送', by: 'unit', date: '2026-11-25', source }],
    quota: { perBody: 2, distinct: 'industryOrRegion', source },
    materials: [{ code: 'report', title: '综合汇报材料', kind: 'report', required: true, source }],
    ...changes,
  });
}

export interface UnitWish {
  readonly name: string;
  readonly superior?: string;
  readonly industry?: string;
  readonly region?: string;
  /** Hundredths of the second item; the first has 50 points. */
  readonly points?: number;
  readonly changes?: Partial<Assessment>;
}

/** A unit that may be exported, by an official standard: 50 points and `points`, evidence on both items. */
export async function unitFixture(wish: UnitWish): Promise<Fixture> {
  const { name, superior = '示例市司法局', industry = '城管', region = '示例区', points = 4500 } = wish;
  const fixture = await makeFixture({ id: randomUUID(), campaign: deskCampaign() });
  const { assessment } = fixture;
  const standard = officialOf(fixture.standard);
  const standardBytes = Buffer.from(JSON.stringify(z.encode(standardSchema, standard)));
  const scored = entriesOf({ '1.1': 5000, '1.2': points });
  const entries = Object.fromEntries(
    Object.entries(scored).map(([code, entry]) => [
      code,
      { ...entry, evidence: assessment.entries[code]?.evidence ?? [] },
    ]),
  );
  return {
    ...fixture,
    ...{ standard, standardBytes },
    assessment: {
      ...assessment,
      standard: { ...assessment.standard, sha256: sha256(standardBytes) },
      unit: unitSchema.parse({ name, superior, industry, region }),
      entries,
      ...wish.changes,
    },
  };
}

/** A new desk for that campaign and the fixture's standard. */
export async function deskFor(fixture: Fixture, campaign = deskCampaign()): Promise<string> {
  const folder = join(await tempFolder(), '核验台');
  const { standard, standardBytes } = fixture;
  const now = new Date('2026-11-20T01:00:00Z');
  await createDeskFolder(folder, { title: '测试核验台', campaign, standard, standardBytes, now });
  return folder;
}

/** The package of a unit, under a name of its own in `folder`. */
export async function packageFile(
  fixture: Fixture,
  folder: string,
  name: string,
  mode: 'final' | 'draft' = 'final',
): Promise<{ path: string; assessment: Assessment }> {
  const { file, assessment } = await exportFixture(fixture, { mode });
  const path = join(folder, name);
  await writeFile(path, await readFile(file));
  return { path, assessment };
}

/** One byte in the middle of a file changed. */
export async function flipByte(path: string, into: string): Promise<void> {
  const bytes = await readFile(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(into, bytes);
}

/** The two-byte table of GBK, read once with the decoder. */
function gbkTable(): ReadonlyMap<string, Buffer> {
  const table = new Map<string, Buffer>();
  const decoder = new TextDecoder('gbk');
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const bytes = Buffer.from([high, low]);
      table.set(decoder.decode(bytes), bytes);
    }
  }
  return table;
}

/** Unpacked and zipped again by a Chinese Windows: names in GBK, another order. */
export async function zipAgainAsGbk(path: string, into: string): Promise<void> {
  const table = gbkTable();
  const gbk = (text: string): Buffer =>
    Buffer.concat([...text].map((letter) => (letter < '\x80' ? Buffer.from(letter) : table.get(letter)!)));
  const raw = (await filesOfZip(await readFile(path)))
    .toReversed()
    .map(({ name, data }) => ({ name: gbk(name), data, deflate: true, system: 0, mode: 0 }));
  await writeFile(into, rawZip(raw));
}

/** An entry that climbs out of the bag beside those of a whole package. */
export async function climbingOut(path: string, into: string): Promise<void> {
  const entries = await filesOfZip(await readFile(path));
  await writeFile(into, rawZip([...entries, { name: 'bag/../../evil.txt', data: 'evil' }]));
}

/** assessment.json changed by hand, every checksum made anew; `claim` changes what bag-info.txt says, too. */
export async function forge(
  path: string,
  into: string,
  change: (assessment: string) => string,
  claim: (info: string) => string = (info) => info,
  /** Anything else that is done to the unpacked bag. */
  also: (root: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const bag = await Forgery.of(path);
  const assessment = 'data/assessment.json';
  await bag.write(assessment, change(await bag.read(assessment)));
  await bag.write('bag-info.txt', claim(await bag.read('bag-info.txt')));
  await also(bag.root);
  await (await bag.seal()).zip(into);
}

export async function folderOf(name: string): Promise<string> {
  const folder = join(await tempFolder(), name);
  await mkdir(folder);
  return folder;
}
