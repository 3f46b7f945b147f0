import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Inspect } from '../../../../../electron/services/desk/inspection.ts';
import { Inspectors } from '../../../../../electron/services/desk/inspectors.ts';
import { item, section, standardOf } from '../../../shared/scoring/fixtures.ts';

/** A thread that does what the name of its file says. */
const CODE = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ path }) => {
  if (path === 'exits') process.exit(0);
  if (path === 'throws') throw new Error('a fault of ours');
  // As Node tells it of a thread whose heap is full.
  if (path === 'fills its heap') throw Object.assign(new Error('full'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
  if (path === 'waits') return parentPort.postMessage({ kind: 'progress', done: 1, total: 2 });
  if (path.startsWith('ends after')) {
    parentPort.postMessage({ kind: 'found', inspection: { verification: { file: path }, rezipped: false } });
    setTimeout(() => {
      if (path.endsWith('with a fault')) throw new Error('late');
      process.exit(0);
    }, 5);
    return;
  }
  if (path === 'refused') {
    const failure = { code: 'io', message: '磁盘读写出错。', effect: '', remedy: '' };
    return parentPort.postMessage({ kind: 'failed', failure });
  }
  const inspection = { verification: { file: path + threadId }, rezipped: false };
  setTimeout(() => parentPort.postMessage({ kind: 'found', inspection }), 20);
});`;

function inspectWith(): Inspect {
  const standard = standardOf({ sections: [section('1', [item('1.1', '100')])] });
  const threads = new Inspectors(CODE, standard);
  onTestFinished(() => threads.close());
  return threads.inspect;
}

const ask = (inspect: Inspect, path: string) => inspect({ path, bytes: 1 }, {});

it('asks two threads, each one thing at a time', async () => {
  const inspect = inspectWith();
  const found = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((path) => ask(inspect, path)));
  const names = found.map(({ verification }) => verification.file);
  expect(names.map((name) => name[0]).join('')).toBe('abcde');
  expect(new Set(names.map((name) => name.slice(1))).size).toBe(2);
});

it.each([
  ['exits', { failure: { code: 'inspection-died' } }],
  ['fills its heap', { failure: { code: 'inspection-died' } }],
  ['throws', { message: 'a fault of ours' }],
  ['refused', { failure: { code: 'io' } }],
])('fails the file whose thread %s, and no other one', async (path, error) => {
  const inspect = inspectWith();
  const asked = ['a', path, 'b', path, 'c'].map((each) => ask(inspect, each));
  const ended = await Promise.allSettled(asked);
  expect(ended.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, false, true]);
  await expect(asked[1]).rejects.toMatchObject(error);
  expect((await ask(inspect, 'd')).rezipped).toBe(false);
});

it('ends the thread of a file that is cancelled, and tells how far it was', async () => {
  const inspect = inspectWith();
  const controller = new AbortController();
  const progress = (): void => controller.abort();
  const waiting = inspect({ path: 'waits', bytes: 1 }, { signal: controller.signal, progress });
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  await expect(inspect({ path: 'a', bytes: 1 }, { signal: controller.signal })).rejects.toThrow();
  expect((await ask(inspect, 'a')).rezipped).toBe(false);
});

it.each(['ends after', 'ends after, with a fault'])('goes on where a thread %s a file', async (path) => {
  const inspect = inspectWith();
  await Promise.all([ask(inspect, path), ask(inspect, path)]);
  await sleep(200);
  const found = await Promise.all(['a', 'b', 'c'].map((each) => ask(inspect, each)));
  expect(found.map(({ rezipped }) => rezipped)).toEqual([false, false, false]);
});

it('goes on where a thread has ended when its answer is read, as on a busy computer', async () => {
  const inspect = inspectWith();
  const asked = Promise.all([ask(inspect, 'ends after'), ask(inspect, 'ends after')]);
  await new Promise((resolve) => setImmediate(resolve));
  // Nothing is read meanwhile.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
  await asked;
  const found = await Promise.all(['a', 'b', 'c'].map((each) => ask(inspect, each)));
  expect(found.map(({ rezipped }) => rezipped)).toEqual([false, false, false]);
});

it('leaves nothing behind at a signal that many files share', async () => {
  const inspect = inspectWith();
  const { signal } = new AbortController();
  for (let n = 0; n < 12; n += 1) await inspect({ path: 'a', bytes: 1 }, { signal });
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
