import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { AssessmentSession } from '../../../../../electron/services/assessment/assessment-session.ts';
import { lockFolder } from '../../../../../electron/services/files/lock.ts';
import { bundle, start } from '../../../../process/child.ts';
import { assessmentFolder, failureCode, temporaryFolder } from '../fixture.ts';

/** A lock as another computer leaves it in a shared folder. */
async function foreignLock(folder: string, lastSign: Date): Promise<void> {
  await mkdir(join(folder, '.lock'));
  await utimes(join(folder, '.lock'), lastSign, lastSign);
  const owner = { user: '张某', computer: '另一台电脑', pid: 1, since: '2026-11-20T01:00:00.000Z' };
  await writeFile(join(folder, '.lock-owner.json'), JSON.stringify(owner));
}

it('lets one program in at a time', async () => {
  const folder = await assessmentFolder();
  const child = start(await bundle('hold-lock.ts', await temporaryFolder()), folder);
  await child.started;
  expect(await failureCode(AssessmentSession.open(folder))).toBe('locked');
  expect(await failureCode(AssessmentSession.open(folder, { takeOver: 'yes' }))).toBe('locked');

  // A program that is provably gone holds nothing: no question is asked.
  child.process.kill('SIGKILL');
  await child.ended;
  const store = await AssessmentSession.open(folder);
  expect(store.notices.map(({ code }) => code)).toEqual(['lock-taken-over']);
  expect(await failureCode(AssessmentSession.open(folder))).toBe('locked');
  await store.close();
  const again = await AssessmentSession.open(folder);
  expect(again.notices).toEqual([]);
  await again.close();
  expect(await readdir(folder)).not.toContain('.lock');
});

it('names the other computer and offers take-over only when it shows no life', async () => {
  const folder = await assessmentFolder();
  await foreignLock(folder, new Date());
  await expect(AssessmentSession.open(folder, { takeOver: 'yes' })).rejects.toThrow('另一台电脑 上的 张某');
  await rm(join(folder, '.lock'), { recursive: true });

  await foreignLock(folder, new Date(Date.now() - 60_000));
  expect(await failureCode(AssessmentSession.open(folder))).toBe('locked-stale');
  const store = await AssessmentSession.open(folder, { takeOver: 'yes' });
  expect(store.notices.map(({ code }) => code)).toEqual(['lock-taken-over']);
  await store.close();
});

it('refuses every change once another program has taken the folder over', async () => {
  // The next sign of life, some seconds later, at once.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const folder = await assessmentFolder();
  const store = await AssessmentSession.open(folder);
  const taken = new Date(Date.now() + 5000);
  await utimes(join(folder, '.lock'), taken, taken);
  expect(store.held).toBe(true);
  await vi.advanceTimersByTimeAsync(15_000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(store.held).toBe(false), { timeout: 20_000 });
  const change = store.document.change('setWilling', (a) => ({ ...a, willing: true }));
  expect(await failureCode(change)).toBe('lock-lost');
  expect(store.assessment.willing).toBe(null);
});

const SINCE = '2026-11-20T01:00:00.000Z';
const WHEN = new Date(SINCE).toLocaleString('zh-CN');
it.each([
  ['张某', '另一台电脑', `另一台电脑 上的 张某（${WHEN} 起）`],
  ['', '另一台电脑', `另一台电脑 上的 某用户（${WHEN} 起）`],
  [undefined, '', '另一个程序'],
])('says who holds the lock (%s), and what to do, alive or gone silent', async (user, computer, holder) => {
  const folder = await temporaryFolder();
  const lock = join(folder, '.lock');
  await mkdir(lock);
  if (user !== undefined) {
    const owner = { user, computer, pid: 1, since: SINCE };
    await writeFile(join(folder, '.lock-owner.json'), JSON.stringify(owner));
  } else await writeFile(join(folder, '.lock-owner.json'), '{"user":');
  await expect(lockFolder(folder, 'yes', '核验台')).rejects.toMatchObject({
    failure: {
      code: 'locked',
      message: `这份核验台正由${holder}打开。`,
      effect: '为避免互相覆盖，这里没有打开，内容没有改动。',
      remedy: '请先在那边关闭，再回来打开。',
    },
  });
  const longAgo = new Date(Date.now() - 16_000);
  await utimes(lock, longAgo, longAgo);
  await expect(lockFolder(folder, 'no')).rejects.toMatchObject({
    failure: {
      code: 'locked-stale',
      message: `这份自评档案曾由${holder}打开，但对方已无响应。`,
      effect: '内容没有改动；最近一次保存的内容完好。',
      remedy: '确认那边已经不在编辑后，可以接管并打开。',
    },
  });
});
