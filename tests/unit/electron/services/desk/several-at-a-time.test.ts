import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { DeskSession } from '../../../../../electron/services/desk/desk-session.ts';
import { type Inspect, inspectFile } from '../../../../../electron/services/desk/inspection.ts';
import { Packages } from '../../../../../electron/services/desk/packages.ts';
import { ShownRows } from '../../../../../electron/services/desk/shown-rows.ts';
import { traitsOf } from '../../../../../shared/review/identity.ts';
import { deskFor, flipByte, folderOf, packageFile, unitFixture } from './fixture.ts';
import { candidate, deskOf } from '../../../shared/review/fixtures.ts';

/** The later a file was handed in, the sooner its checks end. */
function lastFirst(desk: DeskSession, count: number): Inspect {
  let left = count;
  return async (file, task) => {
    const inspection = await inspectFile(desk.standard, file, task);
    left -= 1;
    await sleep(left * 60);
    return inspection;
  };
}

it('says of each of a batch what is said one after another, whichever is verified first', async () => {
  const folder = await folderOf('收到');
  const unit = await unitFixture({ name: '甲局' });
  const { path, assessment } = await packageFile(unit, folder, '1.zip');
  await writeFile(join(folder, '2.zip'), await readFile(path));
  await flipByte(path, join(folder, '3.zip'));
  const revised = { ...assessment, unit: { ...assessment.unit, region: '另一区' } };
  await packageFile({ ...unit, assessment: revised }, folder, '4.zip');
  await writeFile(join(folder, '5.zip'), await readFile(join(folder, '4.zip')));
  await packageFile(await unitFixture({ name: '甲局' }), folder, '6.zip');
  const names = await readdir(folder);
  const said = async (take: (desk: DeskSession) => Promise<unknown>): Promise<unknown> => {
    const now = (): Date => new Date('2026-11-20T01:00:00Z');
    const desk = await DeskSession.open(await deskFor(unit), { now });
    onTestFinished(() => desk.close());
    const receipts = await take(desk);
    expect(await readdir(join(desk.folder, 'incoming'))).toEqual([]);
    const files = await readdir(join(desk.folder, 'packages'), { recursive: true });
    return { receipts, files: files.sort(), rows: desk.candidates(), all: desk.receipts() };
  };
  const receive = (desk: DeskSession, name: string, inspect?: Inspect) =>
    desk.receive(
      { path: join(folder, name), name },
      { receivedOn: '2026-11-20', ...(inspect && { inspect }) },
    );
  const alone = await said(async (desk) => {
    const receipts = [];
    for (const name of names) receipts.push(await receive(desk, name));
    return receipts;
  });
  const together = await said((desk) => {
    const inspect = lastFirst(desk, names.length);
    return Promise.all(names.map((name) => receive(desk, name, inspect)));
  });
  expect(together).toEqual(alone);
  expect(alone).toMatchObject({
    receipts: ['accepted', 'duplicate', 'damaged', 'newer', 'duplicate', 'suspect'].map((verdict) => ({
      verdict,
    })),
  });
});

it('leaves nothing behind of what was on its way when a file fails or the user cancels', async () => {
  const folder = await folderOf('收到');
  const unit = await unitFixture({ name: '甲局' });
  const { path } = await packageFile(unit, folder, '1.zip');
  const desk = await DeskSession.open(await deskFor(unit));
  onTestFinished(() => desk.close());
  const controller = new AbortController();
  const inspect: Inspect = async (file, task) => {
    controller.abort();
    return inspectFile(desk.standard, file, { ...task, signal: undefined });
  };
  const died: Inspect = () => Promise.reject(new Error('died'));
  const { signal } = controller;
  const ended = await Promise.allSettled([
    desk.receive({ path, name: '1.zip' }, { receivedOn: '2026-11-20', inspect: died }),
    desk.receive({ path, name: '1.zip' }, { receivedOn: '2026-11-20', inspect, signal }),
  ]);
  expect(ended.map((each) => each.status === 'rejected' && (each.reason as Error).message)).toEqual([
    'died',
    'This operation was aborted',
  ]);
  expect(desk.candidates()).toEqual([]);
  expect(await readdir(join(desk.folder, 'incoming'))).toEqual([]);
  expect(await readdir(join(desk.folder, 'packages'))).toEqual([]);
});

it('holds an arrival against those alone that are like it, however many there are', async () => {
  const packages = new Packages(await folderOf('核验台'));
  const receipt = (key: string) => ({ key, verdict: 'accepted' as const });
  for (let n = 0; n < 300; n += 1) {
    const row = candidate(`第${n}局`, { assessmentId: `id ${n % 100}`, sealCode: `${n}` });
    const found = { receipt: { ...receipt(row.key) }, summary: { candidate: row, losses: [] }, again: false };
    await packages.note(found as unknown as Parameters<typeof packages.note>[0]);
  }
  const mine = candidate('第7局', { assessmentId: 'id 8', sealCode: '9' });
  expect(
    packages
      .alike(traitsOf(mine))
      .map(({ unit }) => unit)
      .sort(),
  ).toEqual(['第108局', '第208局', '第7局', '第8局', '第9局'].sort());
  const [row] = packages.alike(['name 第7局']);
  packages.renew(row!.key, { candidate: { ...row!, unit: '改名局' }, losses: [] });
  expect(packages.alike(['name 第7局'])).toEqual([]);
  expect(packages.alike(['name 改名局'])).toHaveLength(1);
});

it('makes the rows anew only where the desk or a row has changed', () => {
  let made = 0;
  const packages = {
    rows: 0,
    candidates: () => {
      made += 1;
      return [candidate('甲局')];
    },
  };
  const losses = { isBehind: () => false, changes: 0 };
  const shown = new ShownRows(packages, losses);
  const desk = deskOf({});
  for (let n = 0; n < 50; n += 1) shown.of(desk);
  expect(made).toBe(1);
  packages.rows += 1;
  shown.of(desk);
  shown.of({ ...desk });
  expect(made).toBe(3);
  losses.isBehind = () => true;
  losses.changes += 1;
  expect([...shown.of(desk).values()]).toMatchObject([{ isBehind: true }]);
});
