import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { applyEdit } from '../../shared/assessment/edits.ts';
import { AssessmentSession } from '../../electron/services/assessment/assessment-session.ts';
import { bundle, start } from './child.ts';
import { assessmentFolder, temporaryFolder } from '../unit/electron/services/fixture.ts';

const KILLS = 20;

it('holds the last acknowledged state or a later one after kill -9 at any moment', async () => {
  const folder = await assessmentFolder();
  const script = await bundle('save-forever.ts', await temporaryFolder());
  let last = 0;
  let saves = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const child = start(script, folder);
    await child.started;
    await sleep(Math.random() * 120);
    child.process.kill('SIGKILL');
    await child.ended;
    const acknowledged = Number(child.lines.at(-1));
    saves += child.lines.length - 1;

    const store = await AssessmentSession.open(folder);
    const found = Number(store.assessment.entries['1.1']?.reason ?? 0);
    await store.close();
    // The file itself is whole every time: only the lock is left over, nothing had to be recovered.
    expect(store.notices.map(({ code }) => code)).toEqual(['lock-taken-over']);
    expect(found).toBeGreaterThanOrEqual(acknowledged);
    expect(found).toBeLessThanOrEqual(acknowledged + 1);
    expect(found).toBeGreaterThanOrEqual(last);
    last = found;
  }
  expect(saves).toBeGreaterThan(KILLS);
  expect((await readdir(join(folder))).filter((name) => name.includes('damaged'))).toEqual([]);
}, 120_000);

it('holds the old or the new state, whole, wherever in a save the program dies', async () => {
  const script = await bundle('die-while-saving.ts', await temporaryFolder());
  const found: (string | undefined)[] = [];
  for (let nth = 1; ; nth += 1) {
    const folder = await assessmentFolder();
    const first = await AssessmentSession.open(folder);
    await first.document.change('setReason', (a) =>
      applyEdit(a, { kind: 'setReason', code: '1.1', reason: 'old' }, '2026-11-20T02:00:00.000Z'),
    );
    await first.close();
    const child = start(script, folder, String(nth));
    await child.ended;

    const store = await AssessmentSession.open(folder);
    found.push(store.assessment.entries['1.1']?.reason);
    expect(store.notices.map(({ code }) => code)).toEqual(['lock-taken-over']);
    // And the folder goes on as before.
    await store.document.change('setWilling', (a) => ({ ...a, willing: true }));
    await store.close();
    if (child.lines.includes('saved')) break;
  }
  expect(found.length).toBeGreaterThan(8);
  expect([...new Set(found)]).toEqual(['old', 'new']);
}, 120_000);
