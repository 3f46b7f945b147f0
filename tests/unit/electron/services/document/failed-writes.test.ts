import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AssessmentSession } from '../../../../../electron/services/assessment/assessment-session.ts';
import { journalFacts, lastChanges } from '../../../../../electron/services/document/journal.ts';
import { leftAs } from '../../../../../electron/services/document/messages.ts';
import { doneAt, failAt, forget, handles } from '../files/disk-trace.ts';
import { assessmentFolder } from '../fixture.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../files/disk-trace.ts')).traced(await original()),
);

const RENAME = 'rename assessment.json.tmp -> assessment.json';
let folder: string;
let store: AssessmentSession;
let journal: string;

const at = (name: string): string => join(folder, name);
const stored = async (): Promise<unknown> =>
  (JSON.parse(await readFile(at('assessment.json'), 'utf8')) as { willing: unknown }).willing;
const change = (willing: boolean): Promise<void> =>
  store.document.change('setWilling', (a) => ({ ...a, willing }));
const lines = async (): Promise<string[]> => (await readFile(at('journal.jsonl'), 'utf8')).split('\n');
const codes = (): string[] => store.notices.map(({ code }) => code);

/** The so-and-so-many-th time that this is asked of the disk. */
function nth(count: number, step: string): (asked: string) => boolean {
  let left = count;
  return (asked) => asked === step && (left -= 1) === 0;
}

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  folder = await assessmentFolder();
  store = await AssessmentSession.open(folder);
  await change(true);
  journal = await readFile(at('journal.jsonl'), 'utf8');
  forget();
});
afterEach(async () => {
  forget();
  await store.close();
  vi.restoreAllMocks();
  expect([...handles]).toEqual([]);
});

describe('a change that is in the file though the disk reports an error', () => {
  it.each([
    ['the rename', () => doneAt(RENAME, 'EIO')],
    ['a rename that is tried again', () => doneAt(RENAME, 'EBUSY')],
    ['the sync of the folder', () => failAt('sync 某县某局', 'EIO')],
    ['the opening of the folder', () => failAt('open 某县某局', 'EACCES')],
  ])('is saved, in memory and in the journal, and the user is told once (%s)', async (_, refuse) => {
    refuse();
    await change(false);
    expect(store.assessment.willing).toBe(false);
    expect(await stored()).toBe(false);
    expect((await journalFacts(folder)).changes).toBe(2);
    expect(codes()).toEqual(['saved-unconfirmed']);

    // The page that is answered asks again, and is told then.
    const { revision } = store.saved();
    expect(store.saved().revision).not.toBe(revision);
    expect(store.opened()).toMatchObject({ notices: [{ code: 'saved-unconfirmed' }], canUndo: true });
    expect(store.opened().revision).toBe(store.saved().revision);

    // It is nobody else's change, and what is done next goes on from it.
    expect(await store.document.changedOutside()).toBe(false);
    failAt('sync 某县某局', 'EIO');
    await store.document.undo();
    expect(await stored()).toBe(true);
    expect(codes()).toEqual(['saved-unconfirmed']);
  });

  it('is kept where the folder went to another program right after, which is told', async () => {
    doneAt(RENAME, undefined, () => {
      const [name = ''] = readdirSync(at('.lock'));
      renameSync(at(`.lock/${name}`), at('.lock/00000000-0000-4000-8000-000000000000.json'));
    });
    await expect(change(false)).rejects.toMatchObject({
      failure: { code: 'lock-lost', effect: leftAs('new') },
    });
    expect(store.assessment.willing).toBe(false);
    expect((await journalFacts(folder)).changes).toBe(2);
  });

  it('is what is open here again where another program’s file was settled with', async () => {
    const other = JSON.parse(await readFile(at('assessment.json'), 'utf8')) as { unit: object };
    const unit = { ...other.unit, name: '乙' };
    writeFileSync(at('assessment.json'), JSON.stringify({ ...other, unit }));
    doneAt(RENAME, 'EIO');
    await store.document.takeOutside({});
    expect(store.assessment).toMatchObject({ willing: true, unit });
    expect(JSON.parse(await readFile(at('assessment.json'), 'utf8'))).toMatchObject({ willing: true, unit });
  });
});

describe('a write that failed', () => {
  it.each([
    ['other', () => writeFileSync(at('assessment.json'), '{}'), 'changed-outside'],
    ['nothing', () => rmSync(at('assessment.json')), undefined],
  ] as const)('and left something else is told so (%s)', async (left, meanwhile, next) => {
    doneAt(RENAME, 'EIO', meanwhile);
    await expect(change(false)).rejects.toMatchObject({ failure: { code: 'io', effect: leftAs(left) } });
    expect(store.assessment.willing).toBe(true);
    expect(await readFile(at('journal.jsonl'), 'utf8')).toBe(journal);
    const again = change(false);
    if (next) await expect(again).rejects.toMatchObject({ failure: { code: next } });
    else await again;
  });

  it.each([
    ['was written', () => doneAt(RENAME, 'EIO'), false],
    ['was not', () => failAt(RENAME, 'EIO', ['open assessment.json', 'EIO']), true],
  ])('and cannot be read is in doubt; it is known once it can be: it %s', async (_, refuse, willing) => {
    // Read once before anything is written, and once after.
    failAt(nth(2, 'open assessment.json'), 'EIO');
    refuse();
    await expect(change(false)).rejects.toMatchObject({
      failure: { code: 'io', effect: leftAs('unknown') },
    });
    expect(store.assessment.willing).toBe(true);
    const { revision } = store.document;

    expect(await store.document.changedOutside()).toBe(false);
    expect(store.assessment.willing).toBe(willing);
    expect(await stored()).toBe(willing);
    expect(store.document.revision !== revision).toBe(!willing);
    expect((await journalFacts(folder)).changes).toBe(willing ? 1 : 2);
    await store.document.change('setWilling', (a) => ({ ...a, willing: null }));
    expect(await stored()).toBe(null);
    // What was written after all is a step like any other.
    await store.document.undo();
    expect(await stored()).toBe(willing);
    if (!willing) await store.document.undo();
    expect(await stored()).toBe(true);
  });

  it('and is in doubt to the end is known at the closing, where it can be', async () => {
    failAt(RENAME, 'EIO', ['open assessment.json', 'EIO']);
    await expect(change(false)).rejects.toMatchObject({ failure: { effect: leftAs('unknown') } });
    await store.close();
    expect(await readFile(at('journal.jsonl'), 'utf8')).toBe(journal);
  });

  it.each([
    ['of the file', RENAME, 'rm assessment.json.tmp'],
    [
      'of the copy before it',
      'rename assessment.previous.json.tmp -> assessment.previous.json',
      'rm assessment.previous.json.tmp',
    ],
  ])('%s is told of by its first error, whatever fails behind it', async (_, rename, remove) => {
    failAt(rename, 'ENOSPC', [remove, 'EIO'], ['cut journal.jsonl', 'EIO']);
    await expect(change(false)).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    expect(store.assessment.willing).toBe(true);
  });
});

describe('a change in doubt, whatever is done next', () => {
  const other = (name: string): Promise<void> =>
    store.document.change('setUnit', (a) => ({ ...a, unit: { ...a.unit, name } }));
  const exported = (): Promise<void> =>
    store.document.record('export', (a) => ({
      ...a,
      unit: { ...a.unit, contact: { ...a.unit.contact, name: '出' } },
    }));
  const undo = (): Promise<void> => store.document.undo();
  const redo = (): Promise<void> => store.document.redo();
  const look = async (): Promise<void> => void (await store.document.changedOutside());
  const state = () => {
    const { value, canUndo, canRedo } = store.document.saved();
    return { willing: value.willing, unit: value.unit, canUndo, canRedo };
  };
  /** What can be told from outside after each of these, and then after undoing and redoing everything. */
  async function told(steps: readonly (() => Promise<void>)[]): Promise<unknown[]> {
    const all: unknown[] = [];
    const walk = async (step: () => Promise<void>): Promise<void> => {
      all.push(await step().then(state, (error: { failure: { code: string } }) => error.failure.code));
    };
    for (const step of steps) await walk(step);
    while (store.document.saved().canUndo) await walk(undo);
    while (store.document.saved().canRedo) await walk(redo);
    return all;
  }

  const BEFORE = [() => change(false), () => other('乙'), () => change(true), undo];
  const DOUBTED = {
    change: () => change(null as never),
    'another place': () => other('丙'),
    undo,
    redo,
    exported,
  };
  const NEXT = { undo, redo, change: () => change(false), 'another place': () => other('丁'), look };

  const cases = Object.keys(DOUBTED).flatMap((doubted) =>
    Object.keys(NEXT).flatMap((next) => [true, false].map((isWritten) => ({ doubted, next, isWritten }))),
  );
  it.each(cases)('$doubted, then $next: as if the disk had said it (written: $isWritten)', async (row) => {
    const doubted = DOUBTED[row.doubted as keyof typeof DOUBTED];
    const next = NEXT[row.next as keyof typeof NEXT];
    for (const step of BEFORE) await step();
    failAt(nth(2, 'open assessment.json'), 'EIO');
    if (row.isWritten) doneAt(RENAME, 'EIO');
    else failAt(RENAME, 'EIO', ['open assessment.json', 'EIO']);
    await expect(doubted()).rejects.toMatchObject({ failure: { effect: leftAs('unknown') } });
    forget();
    const found = await told([next]);

    await store.close();
    folder = await assessmentFolder();
    store = await AssessmentSession.open(folder);
    await change(true);
    for (const step of BEFORE) await step();
    if (row.isWritten) await doubted();
    expect(found).toEqual(await told([next]));
  });
});

describe('a line of the journal whose change was not made', () => {
  const facts = async () => {
    const { changes } = await journalFacts(folder);
    return { changes, last: (await lastChanges(folder)).map(({ after }) => after.willing) };
  };

  it.each([
    ['of a file that was not replaced', () => failAt(RENAME, 'ENOSPC', ['cut journal.jsonl', 'EIO'])],
    [
      'that itself failed',
      () => {
        doneAt('write journal.jsonl', 'ENOSPC');
        failAt('cut journal.jsonl', 'EIO');
      },
    ],
    [
      'in a journal that cannot be opened to be cut',
      // Tried as a new one, then opened to be written to; then to be cut.
      () => failAt(RENAME, 'ENOSPC', [nth(1, 'open journal.jsonl'), 'EPERM']),
    ],
  ])('and that cannot be cut off is followed by one that says so (%s)', async (_, refuse) => {
    refuse();
    await expect(change(false)).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    expect((await lines()).slice(2)).toEqual(['{"notMade":true}', '']);
    expect(await facts()).toEqual({ changes: 1, last: [true] });
    await change(false);
    expect(await facts()).toEqual({ changes: 2, last: [false, true] });
  });

  it('goes before the next one where the disk took nothing more', async () => {
    failAt(RENAME, 'ENOSPC', ['cut journal.jsonl', 'EIO'], ['write journal.jsonl', 'EIO']);
    await expect(change(false)).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    // Nor is a next one written over it.
    failAt('cut journal.jsonl', 'EIO', ['write journal.jsonl', 'EIO']);
    await expect(change(false)).rejects.toMatchObject({ failure: { code: 'io' } });
    forget();
    await change(false);
    expect((await lines()).slice(0, 1)).toEqual(journal.trimEnd().split('\n'));
    expect(await facts()).toEqual({ changes: 2, last: [false, true] });
    expect(await lines()).toHaveLength(3);
  });

  it('is gone where only the sync of its going failed', async () => {
    failAt(RENAME, 'ENOSPC', ['sync journal.jsonl', 'EIO']);
    await expect(change(false)).rejects.toMatchObject({ failure: { code: 'disk-full' } });
    expect(await readFile(at('journal.jsonl'), 'utf8')).toBe(journal);
    expect(await readdir(folder)).toContain('journal.jsonl');
  });
});
