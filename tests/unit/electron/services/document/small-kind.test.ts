import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { DocumentFolders } from '../../../../../electron/services/document/document-folders.ts';
import { documentService } from '../../../../../electron/services/document/handlers.ts';
import {
  LockedSession,
  type Opening,
  openLocked,
} from '../../../../../electron/services/document/locked-session.ts';
import { DataFolder } from '../../../../../electron/services/files/data-folder.ts';
import { byName, documentSchemas, partOfEach } from '../../../../../shared/contract/documents.ts';
import { documentWords } from '../../../../../shared/document-words.ts';
import { type DocumentKind, documentKind } from '../../../../../shared/document.ts';
import { tempFolder } from '../../../temp-folders.ts';

const noteSchema = z.object({
  version: z.literal(1),
  id: z.uuid(),
  updatedAt: z.iso.datetime(),
  title: z.string(),
  body: z.string(),
});
type Note = z.output<typeof noteSchema>;
const noteEditSchema = z.object({ kind: z.literal('setBody'), body: z.string() });
type NoteEdit = z.output<typeof noteEditSchema>;

/** All that a kind of document must say. */
const note: DocumentKind<Note, NoteEdit, undefined> = documentKind({
  file: 'note',
  version: 1,
  schema: noteSchema,
  edit: noteEditSchema,
  words: documentWords({ title: '便笺', file: 'note', one: '这份便笺' }),
  apply: (value, { body }, _, updatedAt) => ({ ...value, body, updatedAt }),
  replaces: ({ body }) => body,
});

const NOW = new Date('2026-11-20T08:00:00.000Z');
const openNote = (folder: string, opening: Opening) =>
  openLocked(
    { kind: note, folder, context: () => undefined, ...opening },
    (locked) => new LockedSession('specimen', locked),
  );

const newNote = (part: Partial<Note> = {}): Note => ({
  ...{ version: 1, id: randomUUID(), updatedAt: '2026-11-19T08:00:00.000Z', title: '例会', body: '' },
  ...part,
});

let root: string;
beforeEach(async () => {
  root = join(await tempFolder(), '标兵自评');
});

function notes() {
  const folders = new DocumentFolders({
    ...{ data: new DataFolder(root), name: '便笺', kind: note, now: () => NOW },
    open: openNote,
  });
  onTestFinished(() => folders.sessions.closeAll());
  return folders;
}

const failed = (code: string) => ({ failure: { code } });

it('is listed, opened, edited, undone, journalled and read again', async () => {
  const first = notes();
  const id = await first.create(newNote());
  const session = await first.sessions.open(id, 'no');
  await session.document.take({ do: 'edit', edit: { kind: 'setBody', body: '带章' }, base: '' });
  await session.document.take({ do: 'edit', edit: { kind: 'setBody', body: '写错' }, base: '带章' });
  await session.document.take({ do: 'undo' });
  expect(session.opened()).toEqual({
    ...{ document: 'specimen', canUndo: true, canRedo: true, notices: [] },
    revision: expect.any(String) as string,
    value: { ...session.value, id, body: '带章', updatedAt: NOW.toISOString() },
  });

  const second = notes();
  await expect(second.sessions.open(id, 'no')).rejects.toMatchObject(failed('locked'));
  await first.sessions.closeAll();
  await expect(session.document.undo()).rejects.toMatchObject(failed('lock-lost'));
  expect((await second.sessions.open(id, 'no')).value.body).toBe('带章');

  const [line] = await second.list();
  expect(line).toMatchObject({ id, title: '例会', updatedAt: NOW.toISOString(), value: { body: '带章' } });
  const journal = (await readFile(join(line!.folder, 'journal.jsonl'), 'utf8')).trim().split('\n');
  expect(journal.map((each) => (JSON.parse(each) as { what: string }).what)).toEqual([
    ...['setBody', 'setBody', 'undo'],
  ]);
  expect(JSON.parse(await readFile(join(line!.folder, 'note.previous.json'), 'utf8'))).toMatchObject({
    body: '写错',
  });
});

it('goes back to the old words at the new time', () => {
  const [before, after] = [newNote(), newNote({ body: '带章' })];
  expect(note.goBack(before, after, NOW.toISOString())).toEqual({ ...before, updatedAt: NOW.toISOString() });
});

it('lists the newest change first, and what cannot be read with its problem', async () => {
  const all = notes();
  const old = await all.create(newNote({ title: '旧', updatedAt: '2026-11-18T08:00:00.000Z' }));
  const fresh = await all.create(newNote({ title: '' }));
  const broken = join(root, '便笺', '坏');
  await mkdir(broken);
  await writeFile(join(broken, 'note.json'), '{');
  await mkdir(join(root, '便笺', '.半份.new'));
  const lines = await all.list();
  expect(lines.map(({ id, problem }) => [id, problem?.code])).toEqual([
    [fresh, undefined],
    [old, undefined],
    [`problem:${broken}`, 'note-unreadable'],
  ]);
  expect((await readdir(join(root, '便笺'))).sort()).toEqual(
    ['.半份.new', '坏', `旧-${old.slice(0, 8)}`, `便笺-${fresh.slice(0, 8)}`].sort(),
  );
});

it('tells of an id that is not there, and of a folder that cannot be read where it may be that one', async () => {
  const all = notes();
  const open = (id: string) => all.sessions.open(id, 'no');
  await expect(open(randomUUID())).rejects.toMatchObject(failed('note-unknown'));
  await expect(open('../便笺')).rejects.toMatchObject(failed('note-unknown'));
  const id = await all.create(newNote());
  const [line] = await all.list();
  await rm(join(line!.folder, 'note.json'));
  await expect(open(id)).rejects.toMatchObject({
    failure: {
      code: 'not-found',
      message: '这个文件夹里没有便笺（找不到 note.json）。',
      effect: '没有改动任何文件。',
      remedy: '请确认选择的是便笺文件夹；如文件被移走，请放回原处。',
    },
  });
});

it('is made whole or not at all, and never over what is there', async () => {
  const all = notes();
  const value = newNote();
  const halfway = all.create(value, async (building) => {
    await writeFile(join(building, '附件'), '甲');
    throw new Error('cut off');
  });
  await expect(halfway).rejects.toThrow('cut off');
  expect(await readdir(join(root, '便笺'))).toEqual([]);

  await all.create(value, (building) => writeFile(join(building, '附件'), '甲'));
  const [name] = await readdir(join(root, '便笺'));
  expect((await readdir(join(root, '便笺', name!))).sort()).toEqual(['note.json', '附件']);
  await expect(all.create(value)).rejects.toMatchObject(failed('exists'));
  expect((await readdir(join(root, '便笺', name!))).sort()).toEqual(['note.json', '附件']);
});

it('tells of a lock that was taken over, and lets it go where what comes after fails', async () => {
  const all = notes();
  const id = await all.create(newNote());
  const [line] = await all.list();
  await mkdir(join(line!.folder, '.lock'));
  const gone = { user: '甲', computer: hostname(), pid: 2 ** 22, since: NOW };
  await writeFile(join(line!.folder, '.lock-owner.json'), JSON.stringify(gone));
  const { notices } = await all.sessions.open(id, 'no');
  expect(notices).toEqual([
    {
      code: 'lock-taken-over',
      message: '这份便笺上次没有正常关闭，现已重新打开。',
      effect: '最近一次保存的内容完好。',
      remedy: '无需处理；可核对最后的改动。',
    },
  ]);
  await all.sessions.close(id);

  const opening = { takeOver: 'no', now: () => NOW } as const;
  const options = { kind: note, folder: line!.folder, context: () => undefined, ...opening };
  const failing = openLocked(options, () => Promise.reject(new Error('no more')));
  await expect(failing).rejects.toThrow('no more');
  const cleared = openLocked({ ...options, clear: () => Promise.reject(new Error('not clear')) }, () => 1);
  await expect(cleared).rejects.toThrow('not clear');
  expect(await (await all.sessions.open(id, 'no')).held()).toBe(true);
});

it('stands in the contract under its own name alone', () => {
  const ref = { id: z.uuid() };
  const own = documentSchemas({ document: 'specimen', kind: note, ref, saved: {}, opened: {} });
  const [member, ...others] = partOfEach(byName({ specimen: own }), 'ref');
  expect(others).toEqual([]);
  expect(member.parse({ document: 'specimen', id: newNote().id })).toMatchObject({ document: 'specimen' });
  // @ts-expect-error Under another's name it would be opened as that.
  expect(byName({ desk: own })).toEqual({ desk: own });
  expect(() => partOfEach({}, 'ref')).toThrow(RangeError);
});

it('is no service for the interface where it gives less than the contract says', () => {
  const { sessions } = notes();
  // @ts-expect-error The contract knows no specimen, and a session of them tells no standard.
  expect(documentService(sessions)).toBeTypeOf('object');
});
