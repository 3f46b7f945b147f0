import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { DeskSession } from '../../electron/services/desk/desk-session.ts';
import { repository } from '../repository.ts';
import { sha256, tempFolder } from '../unit/electron/services/package/fixture.ts';
import { bundle, start } from './child.ts';
import { deskFor, folderOf, packageFile, unitFixture } from '../unit/electron/services/desk/fixture.ts';

const UNITS = 6;
const KILLS = 12;

async function batchOf(units: number): Promise<{ folder: string; desk: string }> {
  const folder = await folderOf('收到');
  const fixtures = [];
  for (let index = 0; index < units; index += 1) {
    const fixture = await unitFixture({ name: `第${index}局` });
    await packageFile(fixture, folder, `${index}.zip`);
    fixtures.push(fixture);
  }
  return { folder, desk: await deskFor(fixtures[0]!) };
}

it('has each package in or not after kill -9 at any moment, and importing again goes on', async () => {
  const { folder, desk } = await batchOf(UNITS);
  const home = await tempFolder();
  const script = await bundle('import-until-killed.ts', home);
  // As it is shipped: beside the program, which verifies in threads then.
  await copyFile(join(repository, 'dist/inspect-thread.cjs'), join(home, 'inspect-thread.cjs'));
  const originals = new Map<string, string>();
  for (const name of await readdir(folder)) {
    originals.set(name, sha256(await readFile(join(folder, name))));
  }
  let last = 0;
  let cutOff = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = start(script, desk, folder);
    await child.started;
    await sleep(Math.random() * 150);
    child.process.kill('SIGKILL');
    await child.ended;
    const leftovers = [
      ...(await readdir(join(desk, 'incoming'))),
      ...(await readdir(join(desk, 'packages'))).filter((name) => name.endsWith('.new')),
    ];
    cutOff += leftovers.length;

    const session = await DeskSession.open(desk);
    const notices = session.opened().notices.map(({ code }) => code);
    expect(notices.every((code) => code === 'lock-taken-over')).toBe(true);
    expect(await readdir(join(desk, 'incoming'))).toEqual([]);
    const rows = session.candidates();
    expect(rows.length).toBeGreaterThanOrEqual(Math.max(last, child.lines.length - 1));
    expect((await readdir(join(desk, 'packages'))).length).toBe(rows.length);
    for (const { key, fileName } of rows) {
      const kept = await readFile(join(session.packageFolder(key), 'original.zip'));
      expect(sha256(kept)).toBe(originals.get(fileName));
      expect((await session.load(key)).assessment.evidence).toHaveLength(6);
    }
    last = rows.length;
    await session.close();
  }
  expect(cutOff).toBeGreaterThan(0);

  const child = start(script, desk, folder);
  await child.ended;
  const session = await DeskSession.open(desk);
  expect(
    session
      .candidates()
      .map(({ unit }) => unit)
      .sort(),
  ).toHaveLength(UNITS);
  expect(session.receipts()).toHaveLength(UNITS);
  await session.close();
}, 120_000);

it('has a package whole or not at all, and no row that its review denies, wherever the program dies', async () => {
  const unit = await unitFixture({ name: '甲局' });
  const { path } = await packageFile(unit, await folderOf('收到'), '甲.zip');
  const script = await bundle('die-at-work.ts', await tempFolder());
  const found = new Set<string>();
  for (let nth = 1; ; nth += 1) {
    const desk = await deskFor(unit);
    const child = start(script, desk, path, String(nth));
    await child.ended;

    const session = await DeskSession.open(desk);
    expect(session.opened().notices.map(({ code }) => code)).toEqual(['lock-taken-over']);
    const [row] = session.candidates();
    if (child.lines.includes('received')) expect(row).toBeDefined();
    if (row) {
      const { candidate, review } = await session.load(row.key);
      expect(Object.keys(review.entries)).toEqual(row.state === 'done' ? ['1.1', '1.2'] : []);
      expect(candidate).toEqual(row);
    }
    found.add(row?.state ?? 'not in');
    // And the desk goes on as before.
    const again = await session.receive({ path, name: '甲.zip' }, { receivedOn: '2026-11-20' });
    expect(again.verdict).toBe(row ? 'duplicate' : 'accepted');
    await session.editReview(again.key, { kind: 'setConclusion', conclusion: '属实' });
    await session.close();
    if (child.lines.includes('saved')) break;
  }
  expect([...found]).toEqual(['not in', 'pending', 'done']);
}, 240_000);

it('makes a summary anew that a crash left missing or old programs wrote', async () => {
  const { folder, desk } = await batchOf(1);
  const session = await DeskSession.open(desk);
  const { key } = await session.receive(
    { path: join(folder, '0.zip'), name: '0.zip' },
    { receivedOn: '2026-11-20' },
  );
  await session.editReview(key, { kind: 'agree', codes: ['1.1', '1.2'] });
  const [row] = session.candidates();
  expect(row).toMatchObject({ verifiedScore: 9500, state: 'done' });
  const summary = join(session.packageFolder(key), 'summary.json');
  await session.close();
  for (const spoil of [
    () => rm(summary),
    () => writeFile(summary, '{"version":0}'),
    () => writeFile(summary, ''),
  ]) {
    await spoil();
    const again = await DeskSession.open(desk);
    expect(again.candidates()).toEqual([row]);
    await again.close();
  }
});
