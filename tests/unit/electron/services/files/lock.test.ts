import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AssessmentSession } from '../../../../../electron/services/assessment/assessment-session.ts';
import { type Computer, thisComputer } from '../../../../../electron/services/files/computer.ts';
import { lockFolder } from '../../../../../electron/services/files/lock.ts';
import { bundle, start } from '../../../../process/child.ts';
import { assessmentFolder, failureCode, temporaryFolder } from '../fixture.ts';
import { coarse, computer, hurry, leaveLock, leaveOlderLock } from './computers.ts';

const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1000);
const MINUTES_10 = 600_000;

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
  await store.close();
  const again = await AssessmentSession.open(folder);
  expect(again.notices).toEqual([]);
  await again.close();
  expect((await readdir(folder)).filter((name) => name.startsWith('.lock'))).toEqual([]);
});

it.each([
  ['began after it', 60_000, 'taken'],
  ['began with it, as far as clocks tell', 51_000, 'locked-stale'],
  ['is older', 10_000, 'locked-stale'],
  ['began at a time that nobody tells', undefined, 'locked-stale'],
])('a lock whose number is now that of a process that %s', async (_, began, expected) => {
  const folder = await temporaryFolder();
  await leaveLock(folder, { computer: '另一台电脑', pid: 99, uptime: 50_000 }, ago(60));
  const here = computer({ uptime: () => 90_000, runs: () => true, startOf: () => began });
  const opening = lockFolder(folder, 'no', '自评档案', here);
  if (expected !== 'taken') return expect(await failureCode(opening)).toBe(expected);
  const lock = await opening;
  expect(lock.tookOver).toBe(true);
  await lock.release();
});

it.runIf(process.platform === 'linux')('knows when a process began', async () => {
  const before = uptime() * 1000;
  const child = start(await bundle('hold-lock.ts', await temporaryFolder()), await assessmentFolder());
  await child.started;
  const began = thisComputer.startOf(child.process.pid!)!;
  expect(began).toBeGreaterThan(before - 1500);
  expect(began).toBeLessThan(uptime() * 1000 + 1500);
  expect(thisComputer.startOf(process.ppid)!).toBeLessThan(began);
  expect(thisComputer.startOf(2 ** 22)).toBe(undefined);
  child.process.kill('SIGKILL');
  await child.ended;
});

describe.each([
  ['this program', leaveLock],
  ['the program before', leaveOlderLock],
])('a lock of %s', (_, leave) => {
  it('of another computer that shows no life is offered for take-over, after it was watched', async () => {
    const wait = hurry();
    const folder = await assessmentFolder();
    await leave(folder, {}, ago(60));
    expect(await failureCode(AssessmentSession.open(folder))).toBe('locked-stale');
    expect(wait).toHaveBeenCalledTimes(10);
    const store = await AssessmentSession.open(folder, { takeOver: 'yes' });
    // It has been watched for long enough before the user was asked.
    expect(wait).toHaveBeenCalledTimes(10);
    expect(store.notices.map(({ code }) => code)).toEqual(['lock-taken-over']);
    await store.close();
    expect((await readdir(folder)).filter((name) => name.startsWith('.lock'))).toEqual([]);
  });

  it('with a time in the future can be taken over as well', async () => {
    hurry();
    const folder = await assessmentFolder();
    await leave(folder, {}, ago(-24 * 60 * 60));
    expect(await failureCode(AssessmentSession.open(folder))).toBe('locked-stale');
    await (await AssessmentSession.open(folder, { takeOver: 'yes' })).close();
  });

  it.each([
    ['whose process is not there', { pid: 2 ** 22 }, 'taken'],
    ['whose number is ours now', { pid: process.pid }, 'taken'],
    ['of before this computer was started', { pid: process.ppid, uptime: 1e12 }, 'taken'],
    ['whose process is there', { pid: process.ppid, uptime: uptime() * 1000 }, 'locked-stale'],
  ])('of a program on this computer %s: %o is %s', async (name, left, expected) => {
    hurry();
    const folder = await temporaryFolder();
    await leave(folder, { computer: hostname(), ...left }, ago(60));
    if (leave === leaveOlderLock && 'uptime' in left && left.uptime > uptime() * 1000)
      expect(name).toContain('before');
    const opening = lockFolder(folder, 'no');
    if (expected !== 'taken') return expect(await failureCode(opening)).toBe(expected);
    const lock = await opening;
    expect(lock.tookOver).toBe(true);
    await lock.release();
  });

  it('does not follow a link in the place of the file that names the holder', async () => {
    hurry();
    const folder = await temporaryFolder();
    const secret = join(await temporaryFolder(), 'secret.json');
    const token = await leave(folder, { user: '别处的内容' }, ago(60));
    const file = token ? join(folder, '.lock', `${token}.json`) : join(folder, '.lock-owner.json');
    await rename(file, secret);
    await symlink(secret, file);
    await expect(lockFolder(folder, 'no')).rejects.toThrow(/曾由另一个程序打开|正由另一个程序打开/);
  });
});

const SINCE = '2026-11-20T01:00:00.000Z';
const WHEN = new Date(SINCE).toLocaleString('zh-CN');
it.each([
  ['张某', '另一台电脑', `另一台电脑 上的 张某（${WHEN} 起）`],
  ['', '另一台电脑', `另一台电脑 上的 某用户（${WHEN} 起）`],
  [undefined, '', '另一个程序'],
])('says who holds the lock (%s), and what to do, alive or gone silent', async (user, name, holder) => {
  hurry();
  const folder = await temporaryFolder();
  const token = await leaveLock(folder, { user: user ?? '', computer: name, since: SINCE });
  const file = join(folder, '.lock', `${token}.json`);
  if (user === undefined) await writeFile(file, '{"user":');
  await expect(lockFolder(folder, 'yes', '核验台')).rejects.toMatchObject({
    failure: {
      code: 'locked',
      message: `这份核验台正由${holder}打开。`,
      effect: '为避免互相覆盖，这里没有打开，内容没有改动。',
      remedy: '请先在那边关闭，再回来打开。',
    },
  });
  await utimes(file, ago(16), ago(16));
  await expect(lockFolder(folder, 'no')).rejects.toMatchObject({
    failure: {
      code: 'locked-stale',
      message: `这份自评档案曾由${holder}打开，但对方已无响应（看了 10 秒，没有任何动静）。`,
      effect: '内容没有改动；最近一次保存的内容完好。',
      remedy: '确认那边已经不在编辑后，可以接管并打开。',
    },
  });
});

describe('two computers', () => {
  /** Beats come by the fake timers; whoever waits lets them run. */
  function fakeTime() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    let passed = 0;
    const pass = async (time: number): Promise<void> => {
      // Each living lock has one, but while it writes its beat: a slow disk must not let it miss the next one.
      const hearts = vi.getTimerCount();
      for (let left = time; left > 0; left -= 1000) {
        passed += 1000;
        await vi.advanceTimersByTimeAsync(1000);
        while (vi.getTimerCount() < hearts) await new Promise((resolve) => setImmediate(resolve));
      }
    };
    // The store's clock runs with the fake one.
    const begun = Date.now();
    const fileTime =
      (step: number, shift: number): Computer['fileTime'] =>
      async (path) => {
        const written = await thisComputer.fileTime(path);
        const at = times.get(path)?.[0] === written ? times.get(path)![1] : begun + passed;
        times.set(path, [written, at]);
        return Math.floor((at + shift) / step) * step;
      };
    const times = new Map<string, [number, number]>();
    const pc = (name: string, clock: number, { step = 1, shift = 0 } = {}): Computer =>
      computer({
        name: () => name,
        now: () => new Date(begun + passed + clock),
        monotonic: () => passed,
        wait: pass,
        fileTime: fileTime(step, shift),
      });
    return { pc, pass };
  }

  it.each([
    ['10 minutes slow', -MINUTES_10],
    ['10 minutes fast', MINUTES_10],
  ])('whose clocks differ: a living lock is never offered to the other, its clock %s', async (_, clock) => {
    const { pc, pass } = fakeTime();
    const folder = await temporaryFolder();
    const lock = await lockFolder(folder, 'no', '自评档案', pc('甲的电脑', clock));
    // As the server's clock that the other sees does: whichever it is, beats are seen.
    for (const shift of [0, -MINUTES_10, MINUTES_10]) {
      await pass(20_000);
      expect(await failureCode(lockFolder(folder, 'yes', '自评档案', pc('乙的电脑', 0, { shift })))).toBe(
        'locked',
      );
      expect(await lock.held()).toBe(true);
    }
    await lock.release();
  });

  it('keep a lock for ten minutes on a disk with times of two seconds, without a time in the program', async () => {
    const { pc, pass } = fakeTime();
    const folder = await temporaryFolder();
    const first = pc('甲的电脑', -MINUTES_10, { step: 2000 });
    const second = pc('乙的电脑', 0, { step: 2000 });
    const lock = await lockFolder(folder, 'no', '自评档案', first);
    for (let time = 0; time < MINUTES_10; time += 15_000) {
      await pass(15_000);
      expect(await lock.held()).toBe(true);
      expect(await failureCode(lockFolder(folder, 'yes', '自评档案', second))).toBe('locked');
    }
    await lock.release();
    await (await lockFolder(folder, 'no', '自评档案', second)).release();
  });
});

it('takes no time of the disk to know that the lock is ours', async () => {
  const folder = await temporaryFolder();
  const lock = await lockFolder(folder, 'no', '自评档案', { ...thisComputer, fileTime: coarse });
  await utimes(join(folder, '.lock'), ago(3600), ago(3600));
  for (const name of await readdir(join(folder, '.lock'))) {
    await utimes(join(folder, '.lock', name), ago(-3600), ago(-3600));
  }
  expect(await lock.held()).toBe(true);
  await lock.release();
});

describe('a lock that is ours', () => {
  it('is refused every change once another program has taken the folder over', async () => {
    const folder = await assessmentFolder();
    const store = await AssessmentSession.open(folder);
    expect(await store.held()).toBe(true);
    const [name = ''] = await readdir(join(folder, '.lock'));
    // As the other does it: by one rename.
    await rename(join(folder, '.lock', name), join(folder, '.lock', `${randomUUID()}.json`));
    const change = store.document.change('setWilling', (a) => ({ ...a, willing: true }));
    expect(await failureCode(change)).toBe('lock-lost');
    expect(store.assessment.willing).toBe(null);
    expect(await readdir(folder)).not.toContain('journal.jsonl');
    // And is not let go: it is the other's.
    await store.close();
    expect(await readdir(join(folder, '.lock'))).toHaveLength(1);
  });

  it('is not shown to life again by a beat after it went to another', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = await temporaryFolder();
    const lock = await lockFolder(folder, 'no');
    const [name = ''] = await readdir(join(folder, '.lock'));
    const other = `${randomUUID()}.json`;
    await rename(join(folder, '.lock', name), join(folder, '.lock', other));
    await vi.advanceTimersByTimeAsync(6_000);
    await lock.release();
    expect(await readdir(join(folder, '.lock'))).toEqual([other]);
  });

  it('is told as opened here, never as another program’s, by whichever path', async () => {
    const folder = await temporaryFolder();
    const lock = await lockFolder(folder, 'no');
    const link = join(await temporaryFolder(), '快捷方式');
    await symlink(folder, link);
    for (const path of [folder, link]) {
      await expect(lockFolder(path, 'yes', '核验台')).rejects.toMatchObject({
        failure: { code: 'locked', message: '这份核验台已经在本程序中打开。' },
      });
    }
    await lock.release();
  });

  it('does not hold a copy of its folder, nor what it left where the disk was gone at closing', async () => {
    const folder = await temporaryFolder();
    const lock = await lockFolder(folder, 'no');
    const copy = join(await temporaryFolder(), '11月1日备份');
    await cp(folder, copy, { recursive: true });
    const ofCopy = await lockFolder(copy, 'no');
    expect(await lock.held()).toBe(true);
    expect(await ofCopy.held()).toBe(true);
    await ofCopy.release();

    const elsewhere = `${folder}-gone`;
    await rename(folder, elsewhere);
    await lock.release();
    await rename(elsewhere, folder);
    await (await lockFolder(folder, 'no')).release();
  });
});

describe('an edit while', () => {
  const willing = (store: AssessmentSession): Promise<void> =>
    store.document.change('setWilling', (a) => ({ ...a, willing: true }));

  it('the folder is elsewhere is refused in words and makes nothing anew; once it is back, it is saved', async () => {
    const folder = await assessmentFolder();
    const store = await AssessmentSession.open(folder);
    const moved = `${folder}-改名`;
    await rename(folder, moved);
    onTestFinished(() => rm(moved, { recursive: true, force: true }));
    await expect(willing(store)).rejects.toMatchObject({
      failure: {
        code: 'folder-moved',
        message: '这份自评档案的文件夹不在原来的位置了：被移动、改名或删除，或者所在的磁盘已断开。',
        effect: '刚才这一步没有保存，也没有另建文件夹；此前保存的内容仍在原来的文件夹里。',
      },
    });
    expect(await failureCode(store.requireHeld())).toBe('folder-moved');
    expect(await store.held()).toBe(false);
    await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
    await rename(moved, folder);
    await willing(store);
    await store.close();
    expect(await readFile(join(folder, 'assessment.json'), 'utf8')).toContain('"willing":true');
  });

  it('the folder is elsewhere can go on there at once: nobody else has it', async () => {
    const folder = await assessmentFolder();
    const store = await AssessmentSession.open(folder);
    const moved = `${folder}-改名`;
    await rename(folder, moved);
    onTestFinished(() => rm(moved, { recursive: true, force: true }));
    const again = await AssessmentSession.open(moved);
    expect(again.notices).toEqual([]);
    await willing(again);
    await store.close();
    expect(await again.held()).toBe(true);
    await again.close();
    await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('the lock goes to another in the middle of writing is not acknowledged, nor written', async () => {
    const folder = await assessmentFolder();
    const store = await AssessmentSession.open(folder);
    const before = await readFile(join(folder, 'assessment.json'), 'utf8');
    const change = store.document.change('setWilling', async (a) => {
      const [name = ''] = await readdir(join(folder, '.lock'));
      await rename(join(folder, '.lock', name), join(folder, '.lock', `${randomUUID()}.json`));
      return { ...a, willing: true };
    });
    expect(await failureCode(change)).toBe('lock-lost');
    expect(await readFile(join(folder, 'assessment.json'), 'utf8')).toBe(before);
    expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toBe('');
    await store.close();
  });
});

describe('in the place of the lock', () => {
  it('a file of others beside the holder’s hinders nothing, and stays', async () => {
    const folder = await temporaryFolder();
    const lock = await lockFolder(folder, 'no');
    await writeFile(join(folder, '.lock', 'desktop.ini'), '');
    expect(await lock.held()).toBe(true);
    await lock.release();
    expect(await readdir(join(folder, '.lock'))).toContain('desktop.ini');
    const again = await lockFolder(folder, 'no');
    expect(again.tookOver).toBe(false);
    await again.release();
    expect(await readdir(join(folder, '.lock'))).toContain('desktop.ini');
  });

  it('only files of others are told by name, and nothing is taken over', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, '.lock'));
    await writeFile(join(folder, '.lock', 'desktop.ini'), '');
    await expect(lockFolder(folder, 'yes')).rejects.toMatchObject({
      failure: {
        code: 'lock-unclear',
        message:
          '这份自评档案的 .lock 文件夹里只有不属于本程序的文件（desktop.ini），看不出是否有人正在编辑。',
        effect: '为避免互相覆盖，这里没有打开，内容没有改动。',
        remedy: '请确认没有别的电脑正在打开它，再把 .lock 文件夹移到别处，然后重新打开。',
      },
    });
    expect(await readdir(join(folder, '.lock'))).toEqual(['desktop.ini']);
  });

  it.each([
    ['a file', (path: string) => writeFile(path, '')],
    ['a link', async (path: string) => symlink(await temporaryFolder(), path)],
  ])('%s is told at opening and at an edit, and closing does not fail', async (_, put) => {
    const folder = await assessmentFolder();
    await put(join(folder, '.lock'));
    const told = {
      code: 'lock-unclear',
      message: '这份自评档案里的“.lock”应是文件夹，现在却是文件或链接，看不出是否有人正在编辑。',
      remedy: '请确认没有别的电脑正在打开它，再把“.lock”移到别处，然后重新打开。',
    };
    await expect(AssessmentSession.open(folder, { takeOver: 'yes' })).rejects.toMatchObject({
      failure: { ...told, effect: '为避免互相覆盖，这里没有打开，内容没有改动。' },
    });
    await rm(join(folder, '.lock'));
    const store = await AssessmentSession.open(folder);
    await rm(join(folder, '.lock'), { recursive: true });
    await put(join(folder, '.lock'));
    const change = store.document.change('setWilling', (a) => ({ ...a, willing: true }));
    await expect(change).rejects.toMatchObject({
      failure: { ...told, effect: '刚才这一步没有保存；此前保存的内容完好。' },
    });
    await store.close();
  });

  it('the files of two, brought together by a sync client, give the lock to one of them', async () => {
    const folder = await temporaryFolder();
    const lock = await lockFolder(folder, 'no');
    const path = (token: string): string => join(folder, '.lock', `${token}.json`);
    await writeFile(path('ffffffff-ffff-4fff-bfff-ffffffffffff'), '{}');
    expect(await lock.held()).toBe(true);
    await writeFile(path('00000000-0000-4000-8000-000000000000'), '{}');
    expect(await lock.held()).toBe(false);
    await lock.release();
    // Who takes it next clears what holds nothing.
    hurry();
    await utimes(path('00000000-0000-4000-8000-000000000000'), ago(60), ago(60));
    const next = await lockFolder(folder, 'yes');
    expect(await next.held()).toBe(true);
    await next.release();
    expect(await readdir(folder)).toEqual([]);
  });
});

it('clears what killed programs left beside the lock, and nothing that is newer', async () => {
  const folder = await temporaryFolder();
  const [old, fresh] = [`.lock-${randomUUID()}`, `.lock-${randomUUID()}`];
  for (const name of [old, fresh, '.lock-my-own']) await mkdir(join(folder, name));
  await utimes(join(folder, old), ago(120), ago(120));
  await utimes(join(folder, '.lock-my-own'), ago(120), ago(120));
  const lock = await lockFolder(folder, 'no');
  await lock.release();
  expect((await readdir(folder)).sort()).toEqual([fresh, '.lock-my-own'].sort());
});
