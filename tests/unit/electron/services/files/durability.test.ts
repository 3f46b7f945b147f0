import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  copyByHash,
  keepVerified,
  ingestFile,
  removeLeftovers,
} from '../../../../../electron/services/files/ingest.ts';
import {
  fsyncFolder,
  makeFolder,
  makeFolders,
  moveFolder,
  readTextUpTo,
  readUpTo,
  renameWithRetry,
  replaceFile,
  writeSynced,
} from '../../../../../electron/services/files/files.ts';
import { openKept, readKept } from '../../../../../electron/services/files/kept.ts';
import { openToWrite } from '../../../../../electron/services/files/modes.ts';
import { AssessmentSession } from '../../../../../electron/services/assessment/assessment-session.ts';
import { inNameOf } from '../../../../../electron/services/base/caller.ts';
import { DataFolder } from '../../../../../electron/services/files/data-folder.ts';
import { PageWords } from '../../../../../electron/services/files/page-words.ts';
import { durable, failAt, forget, handles, steps } from './disk-trace.ts';
import { assessmentFolder, temporaryFolder } from '../fixture.ts';

vi.mock('node:fs/promises', async (original) => (await import('./disk-trace.ts')).traced(await original()));

let folder: string;
const at = (name: string): string => join(folder, name);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

beforeEach(async () => {
  folder = join(await temporaryFolder(), '档案');
  await mkdir(folder);
  forget();
});
afterEach(() => {
  vi.unstubAllGlobals();
  expect([...handles]).toEqual([]);
});

/** Every step of `task` that can be refused, by trying it once. */
async function stepsOf(task: () => Promise<unknown>): Promise<string[]> {
  forget();
  await task();
  const found = [...new Set(steps)].filter((step) => !step.startsWith('close '));
  forget();
  return found;
}

describe('a file that is replaced', () => {
  it('is on the disk before its name leads to it, and so is the name before the call returns', async () => {
    await replaceFile(at('a.json'), 'one');
    expect(durable()).toEqual([
      'write a.json.tmp',
      'sync a.json.tmp',
      'rename a.json.tmp -> a.json',
      'sync 档案',
    ]);
  });

  it('keeps its old content under the previous name before the new one is there', async () => {
    await writeFile(at('a.json'), 'one');
    forget();
    await replaceFile(at('a.json'), 'two', { previous: at('a.previous.json') });
    expect(durable()).toEqual([
      'write a.json.tmp',
      'sync a.json.tmp',
      'link a.json -> a.previous.json.tmp',
      'rename a.previous.json.tmp -> a.previous.json',
      'rename a.json.tmp -> a.json',
      'sync 档案',
    ]);
    expect(await readFile(at('a.previous.json'), 'utf8')).toBe('one');
  });

  it('keeps it as a copy where the disk has no hard links, and goes on where there is nothing yet', async () => {
    await replaceFile(at('a.json'), 'one', { previous: at('a.previous.json') });
    expect(await readdir(folder)).toEqual(['a.json']);
    failAt('link a.json -> a.previous.json.tmp', 'EPERM');
    await replaceFile(at('a.json'), 'two', { previous: at('a.previous.json') });
    expect(await readFile(at('a.previous.json'), 'utf8')).toBe('one');
    expect(await readFile(at('a.json'), 'utf8')).toBe('two');
  });

  it('is whole, old or new, whichever step is refused; the error comes out, nothing half is left', async () => {
    const replace = () => replaceFile(at('a.json'), 'two', { previous: at('a.previous.json') });
    await writeFile(at('a.json'), 'one');
    for (const step of await stepsOf(replace)) {
      await writeFile(at('a.json'), 'one');
      // A link that fails is a disk without links: a copy is made.
      if (/^(link|size) /.test(step)) continue;
      failAt(step, 'EIO');
      await expect(replace(), step).rejects.toMatchObject({ code: 'EIO' });
      const renamed = ['open 档案', 'sync 档案'].includes(step);
      expect(await readFile(at('a.json'), 'utf8'), step).toBe(renamed ? 'two' : 'one');
      expect([...handles], step).toEqual([]);
      const half = (await readdir(folder)).filter((name) => name.endsWith('.tmp'));
      if (!step.startsWith('rm ')) expect(half, step).toEqual([]);
    }
  });
});

describe('the names of a folder', () => {
  it.each(['EINVAL', 'ENOTSUP', 'EISDIR'])('may be without fsync (%s)', async (code) => {
    failAt('sync 档案', code);
    await fsyncFolder(folder);
  });

  it.each(['EIO', 'ENOSPC', 'EROFS'])('that do not come onto the disk are an error (%s)', async (code) => {
    failAt('sync 档案', code);
    await expect(fsyncFolder(folder)).rejects.toMatchObject({ code });
    await expect(fsyncFolder(at('fehlt'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('are left to NTFS on Windows', async () => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    await fsyncFolder(folder);
    expect(steps).toEqual([]);
  });
});

describe('a folder', () => {
  it('is made with those above it, and is no error where it is there', async () => {
    await makeFolders(at('一/二/三'));
    await makeFolders(at('一/二/三'));
    expect(await readdir(at('一/二'))).toEqual(['三']);
  });

  it('is made by several at the same moment', async () => {
    await Promise.all([1, 2, 3, 4].map(() => makeFolders(at('一/二/三'))));
    expect(await readdir(at('一/二'))).toEqual(['三']);
  });

  it('whose making is refused is an error: no permission, a file in its place, a full disk', async () => {
    await writeFile(at('file'), '');
    await expect(makeFolder(at('file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(at('file/二'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    for (const code of ['EACCES', 'ENOSPC', 'EROFS']) {
      failAt('folder 一', code);
      await expect(makeFolder(at('一'))).rejects.toMatchObject({ code });
    }
    failAt('folder 二', 'EACCES');
    await expect(makeFolder(at('一/二'))).rejects.toMatchObject({ code: 'EACCES' });
  });

  it('that cannot be listed is no empty one', async () => {
    await removeLeftovers(at('fehlt'));
    failAt('list 档案', 'EACCES');
    await expect(removeLeftovers(folder)).rejects.toMatchObject({ code: 'EACCES' });
    failAt('list 档案', 'EIO');
    await expect(removeLeftovers(folder)).rejects.toMatchObject({ code: 'EIO' });
  });
});

describe('renaming', () => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])('is tried again while the file is in use (%s)', async (code) => {
    const refusals = [code, code];
    const attempt = vi.fn(() => {
      const refused = refusals.pop();
      return refused ? Promise.reject(Object.assign(new Error(), { code: refused })) : Promise.resolve();
    });
    await renameWithRetry('a', 'b', attempt);
    expect(attempt.mock.calls).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('is not tried again where that is of no use', async () => {
    const attempt = vi.fn(() => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' })));
    await expect(renameWithRetry('a', 'b', attempt)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(attempt).toHaveBeenCalledOnce();
  });
});

it('a whole folder has its old name again where the new one does not come onto the disk', async () => {
  await mkdir(at('alt'));
  await writeFile(at('alt/a'), '甲');
  forget();
  failAt('sync 档案', 'EIO');
  await expect(moveFolder(at('alt'), at('neu'))).rejects.toMatchObject({ code: 'EIO' });
  expect(await readdir(folder)).toEqual(['alt']);
  forget();
  await moveFolder(at('alt'), at('neu'));
  expect(durable()).toEqual(['rename alt -> neu', 'sync 档案']);
  expect(await readdir(at('neu'))).toEqual(['a']);
});

describe('evidence', () => {
  const add = () => ingestFile({ source: at('source'), name: '方案.txt', folder: at('evidence') });
  beforeEach(async () => {
    await mkdir(at('evidence'));
    await writeFile(at('source'), '方案正文');
    forget();
  });

  it('is on the disk under its hash, name included, before it counts as added', async () => {
    await add();
    const hash = sha256('方案正文');
    expect(durable()).toEqual([
      'write .incoming-…',
      'sync .incoming-…',
      `rename .incoming-… -> ${hash}`,
      'sync evidence',
    ]);
  });

  it('leaves nothing half and nothing open, whichever step is refused; the user is told', async () => {
    for (const step of await stepsOf(add)) {
      failAt(step, 'EIO');
      await expect(add(), step).rejects.toMatchObject({ failure: { code: 'io' } });
      expect([...handles], step).toEqual([]);
      const left = (await readdir(at('evidence'))).filter((name) => name.startsWith('.incoming-'));
      expect(left, step).toEqual([]);
    }
  });

  it('of another content than it was registered with is not kept', async () => {
    await expect(keepVerified(at('source'), sha256('别的'), at('evidence'))).rejects.toMatchObject({
      failure: { code: 'evidence-changed', message: '佐证材料的内容与登记的不一致。' },
    });
    expect(await readdir(at('evidence'))).toEqual([]);
  });

  it('that is cancelled after the last byte is not kept', async () => {
    const controller = new AbortController();
    const progress = (): void => controller.abort();
    const copying = copyByHash(at('source'), at('evidence'), { signal: controller.signal, progress });
    await expect(copying).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(at('evidence'))).toEqual([]);
  });
});

describe('nothing stays open', () => {
  it.each([
    ['text of a kept file', () => readTextUpTo(at('a'), 10)],
    ['a chosen file', () => readUpTo(at('a'), 10)],
    ['a kept file', () => readKept(at('a'))],
  ])('%s: neither when all is well nor when its reading fails', async (_, read) => {
    await writeFile(at('a'), '甲');
    for (const step of await stepsOf(read)) {
      failAt(step, 'EIO');
      await expect(read(), step).rejects.toMatchObject({ code: 'EIO' });
      expect([...handles], step).toEqual([]);
    }
  });

  it('a file that is longer than it may be', async () => {
    await writeFile(at('a'), '0123456789');
    expect(await readTextUpTo(at('a'), 10)).toBe('0123456789');
    await writeFile(at('a'), '0123456789!');
    await expect(readTextUpTo(at('a'), 10)).rejects.toMatchObject({ failure: { code: 'record-too-long' } });
    await expect(readUpTo(at('a'), 10)).rejects.toMatchObject({ failure: { code: 'record-too-long' } });
  });

  it('a new file whose rights cannot be given', async () => {
    failAt('look 档案', 'EIO');
    await expect(openToWrite(at('a'), 'over')).rejects.toMatchObject({ code: 'EIO' });
    expect([...handles]).toEqual([]);
    await chmod(folder, 0o777);
    failAt('size b', 'EIO');
    await expect(openToWrite(at('b'), 'over')).rejects.toMatchObject({ code: 'EIO' });
  });

  it('a file that was written', async () => {
    for (const step of ['write a', 'sync a']) {
      failAt(step, 'ENOSPC');
      await expect(writeSynced(at('a'), '甲'), step).rejects.toMatchObject({ code: 'ENOSPC' });
      expect([...handles], step).toEqual([]);
    }
    const handle = await openKept(at('a'));
    await handle.close();
  });
});

describe('a change of an assessment', () => {
  it('is in the journal on the disk before the file is replaced, and both before it counts as saved', async () => {
    const opened = await AssessmentSession.open(await assessmentFolder());
    await opened.document.change('one', (a) => ({ ...a, willing: true }));
    forget();
    await opened.document.change('two', (a) => ({ ...a, willing: false }));
    const seen = durable();
    await opened.close();
    // Both are written side by side; the last two steps wait for both.
    const line = ['write journal.jsonl', 'sync journal.jsonl'];
    const file = [
      'write assessment.json.tmp',
      'sync assessment.json.tmp',
      'link assessment.json -> assessment.previous.json.tmp',
      'rename assessment.previous.json.tmp -> assessment.previous.json',
    ];
    const last = ['rename assessment.json.tmp -> assessment.json', 'sync 某县某局'];
    expect(seen.filter((step) => line.includes(step))).toEqual(line);
    expect(seen.filter((step) => !line.includes(step))).toEqual([...file, ...last]);
    expect(seen.slice(-2)).toEqual(last);
    // What another program puts in the file's place meanwhile is what is kept.
    expect(seen.indexOf('sync journal.jsonl')).toBeLessThan(seen.indexOf(file[2]!));
    forget();
  });

  it('that could not be saved is taken back from the journal, on the disk as well', async () => {
    const folderOf = await assessmentFolder();
    const opened = await AssessmentSession.open(folderOf);
    await opened.document.change('one', (a) => ({ ...a, willing: true }));
    const before = await readFile(join(folderOf, 'journal.jsonl'), 'utf8');
    for (const [refused, again] of [
      ['write journal.jsonl', ['sync journal.jsonl']],
      ['sync journal.jsonl', ['sync journal.jsonl', 'sync journal.jsonl']],
      ['write assessment.json.tmp', ['sync journal.jsonl', 'sync journal.jsonl']],
      ['sync assessment.json.tmp', ['sync journal.jsonl', 'sync journal.jsonl']],
      ['rename assessment.json.tmp -> assessment.json', ['sync journal.jsonl', 'sync journal.jsonl']],
    ] as const) {
      forget();
      failAt(refused, 'EIO');
      const changing = opened.document.change('two', (a) => ({ ...a, willing: false }));
      await expect(changing, refused).rejects.toMatchObject({ failure: { code: 'io' } });
      expect(await readFile(join(folderOf, 'journal.jsonl'), 'utf8'), refused).toBe(before);
      expect(
        steps.filter((step) => step === 'sync journal.jsonl'),
        refused,
      ).toEqual(again);
      expect(opened.assessment.willing, refused).toBe(true);
    }
    await opened.close();
    forget();
  });
});

it.each([/^sync .*\.words$/, 'sync .temporary'])(
  'words of a page that the disk did not take leave nothing that nobody knows of: %s',
  async (step) => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const folder = await temporaryFolder();
    const kept = new PageWords(new DataFolder(folder, true), () => new Date());
    failAt(step, 'EIO');
    await inNameOf('one', () => kept.keep({ words: { 备注: { text: '甲', told: false } } }));
    expect(await readdir(join(folder, '.temporary'))).toEqual([]);
    await kept.close();
  },
);
