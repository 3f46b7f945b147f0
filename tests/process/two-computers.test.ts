import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { assessmentFolder, temporaryFolder } from '../unit/electron/services/fixture.ts';
import { bundle, type Child, start } from './child.ts';

const acknowledged = ({ lines }: Child): string[] => lines.filter((line) => line.endsWith(';'));
const MINUTES_10 = 600_000;

/** `clock`: that of the first, in milliseconds from the second's. */
async function twoComputers(script: string, clock: number): Promise<void> {
  const folder = await assessmentFolder();
  const first = start(script, folder, '甲', String(clock));
  await vi.waitFor(() => expect(acknowledged(first).length).toBeGreaterThan(3), 20_000);
  const second = start(script, folder, '乙', '0');
  // While the first lives, the second is kept out, although it would take over.
  await sleep(15_000);
  expect(new Set(second.lines)).toEqual(new Set(['refused locked']));
  // The first falls asleep, the second takes over, and the first wakes up in the middle of its work.
  first.process.kill('SIGSTOP');
  await vi.waitFor(() => expect(acknowledged(second).length).toBeGreaterThan(3), 60_000);
  const asleep = acknowledged(first).length;
  first.process.kill('SIGCONT');
  await vi.waitFor(() => expect(first.lines.at(-1)).toBe('refused locked'), 20_000);
  expect(first.lines.filter((line) => line.startsWith('refused'))).toContain('refused lock-lost');
  // At most the one that was on the disk when it fell asleep.
  expect(acknowledged(first).length).toBeLessThanOrEqual(asleep + 1);
  await sleep(3_000);
  // One on each side may have been written and not yet told.
  for (const child of [first, second]) {
    child.process.kill('SIGKILL');
    await child.ended;
  }
  const kept = await readFile(join(folder, 'assessment.json'), 'utf8');
  const lost = [...acknowledged(first), ...acknowledged(second)].filter((edit) => !kept.includes(edit));
  expect(lost).toEqual([]);
}

it('never lets two computers both write whose clocks are ten minutes apart, in either direction', async () => {
  const script = await bundle('edit-as-computer.ts', await temporaryFolder());
  await Promise.all([twoComputers(script, -MINUTES_10), twoComputers(script, MINUTES_10)]);
}, 120_000);
