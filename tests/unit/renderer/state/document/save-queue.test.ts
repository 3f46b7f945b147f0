import { describe, expect, it, vi } from 'vitest';
import { ApiFailure } from '../../../../../renderer/ui/call/client.ts';
import { SaveQueue } from '../../../../../renderer/state/document/save-queue.ts';

interface Open {
  text: string;
  canUndo: boolean;
  canRedo: boolean;
}

const START: Open = { text: '', canUndo: false, canRedo: false };

function started(onFailure?: 'keep', reread?: () => Promise<Partial<Open>>) {
  const shown: unknown[] = [];
  const answers: { resolve: (open: Partial<Open>) => void; reject: (error: Error) => void }[] = [];
  const queue = new SaveQueue<Open>((state) => shown.push(state), onFailure, reread);
  queue.reset(START);
  const send = () =>
    new Promise<Partial<Open>>((resolve, reject) => {
      answers.push({ resolve, reject });
    });
  /** Answers the request whose turn it is. */
  const answer = async (reply: Partial<Open> | Error) => {
    await vi.waitFor(() => expect(answers).not.toHaveLength(0), { interval: 1 });
    const next = answers.shift();
    if (reply instanceof Error) next?.reject(reply);
    else next?.resolve(reply);
  };
  return { shown, queue, send, answer, waiting: answers };
}

it('says saved only when nothing waits any more', async () => {
  const { shown, queue, send, answer } = started();
  const [one, two] = [queue.enqueue(send), queue.enqueue(send)];
  expect(shown).toEqual([{ saveState: 'saving' }, { saveState: 'saving' }]);
  await answer({ text: 'one' });
  expect(await one).toBe(true);
  expect(shown).toHaveLength(2);
  await answer({ text: 'two' });
  expect(await two).toBe(true);
  expect(shown.at(-1)).toEqual({
    open: { ...START, text: 'two' },
    saveState: 'saved',
    failure: undefined,
  });
  const three = queue.enqueue(send);
  await answer({ canUndo: true });
  await three;
  expect(shown.at(-1)).toMatchObject({ open: { text: 'two', canUndo: true }, saveState: 'saved' });
});

it('goes back to what was saved where one fails, and drops those behind it', async () => {
  const { shown, queue, send, answer, waiting } = started();
  const [one, two, three] = [queue.enqueue(send), queue.enqueue(send), queue.enqueue(send)];
  await answer({ text: 'one' });
  await answer(new Error('broken'));
  expect([await one, await two, await three]).toEqual([true, false, false]);
  expect(waiting).toHaveLength(0);
  expect(shown.at(-1)).toMatchObject({ open: { text: 'one' }, saveState: 'failed' });
  const four = queue.enqueue(send);
  await answer({ text: 'four' });
  expect(await four).toBe(true);
  expect(shown.at(-1)).toMatchObject({ open: { text: 'four' }, saveState: 'saved' });
});

it('shows nothing of what was sent before something else was opened', async () => {
  const { shown, queue, send, answer } = started();
  const [one, two] = [queue.enqueue(send), queue.enqueue(send)];
  await Promise.resolve();
  queue.reset({ ...START, text: 'other' });
  const before = shown.length;
  await answer({ text: 'one' });
  expect([await one, await two]).toEqual([false, false]);
  expect(shown).toHaveLength(before);
  await queue.settled();
});

it('asks for a step only where there is one', async () => {
  const { queue, send, answer, waiting } = started();
  expect(await queue.step('canUndo', send)).toBe(true);
  expect(waiting).toHaveLength(0);
  const edit = queue.enqueue(send);
  await answer({ canUndo: true });
  await edit;
  const undo = queue.step('canUndo', send);
  await answer({ canUndo: false });
  expect(await undo).toBe(true);
  expect(await queue.step('canUndo', send)).toBe(true);
  expect(waiting).toHaveLength(0);
});

it.each([
  ['undo', true, 'saved'],
  ['an edit', false, 'failed'],
])('that takes back has lost something after %s failed or not', async (_, isStep, saveState) => {
  const { shown, queue, send, answer } = started();
  const edit = queue.enqueue(send);
  await answer({ canUndo: true });
  await edit;
  const failing = isStep ? queue.step('canUndo', send) : queue.enqueue(send);
  await answer(new ApiFailure({ code: 'packages-away', message: '', effect: '', remedy: '' }));
  expect(await failing).toBe(false);
  await queue.settled();
  expect(shown.at(-1)).toMatchObject({ saveState, failure: { code: 'packages-away' } });
});

describe('a queue that keeps what could not be saved', () => {
  const failing = (code: string) => new ApiFailure({ code, message: code, effect: '', remedy: '' });

  it('sends all of it again, in its order', async () => {
    const { shown, queue, send, answer } = started('keep');
    const [one, two] = [queue.enqueue(send), queue.enqueue(send)];
    await answer(failing('disk-full'));
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject({ saveState: 'failed' }), { interval: 1 });
    const again = queue.retry();
    await answer({ text: 'one' });
    await answer({ text: 'two' });
    expect([await one, await two, await again]).toEqual([true, true, true]);
    expect(shown.at(-1)).toMatchObject({ open: { text: 'two' }, saveState: 'saved', failure: undefined });
  });

  it.each(['bad-input', 'edit-refused', 'nothing-to-undo'])(
    'leaves out what is refused (%s), saves those behind it and says which was refused',
    async (code) => {
      const { shown, queue, send, answer } = started('keep');
      const [one, two] = [queue.enqueue(send), queue.enqueue(send)];
      await answer(failing(code));
      await answer({ text: 'two' });
      expect([await one, await two]).toEqual([false, true]);
      expect(shown.at(-1)).toMatchObject({ open: { text: 'two' }, saveState: 'saved', failure: { code } });
      expect(await queue.retry()).toBe(true);
      const three = queue.enqueue(send);
      await answer({ text: 'three' });
      await three;
      expect(shown.at(-1)).toMatchObject({ open: { text: 'three' }, failure: { code } });
      queue.dismiss();
      expect(shown.at(-1)).toEqual({ failure: undefined, saveState: 'saved' });
    },
  );

  it('shows what is there where the last one is refused: another window may have changed it', async () => {
    const { shown, queue, send, answer } = started('keep', () => Promise.resolve({ text: 'there' }));
    const one = queue.enqueue(send);
    await answer(failing('edit-refused'));
    expect(await one).toBe(false);
    expect(shown.at(-1)).toMatchObject({ open: { text: 'there' }, saveState: 'saved', failure: {} });
  });

  it('shows what was saved where that cannot be read', async () => {
    const { shown, queue, send, answer } = started('keep', () => Promise.reject(new Error('gone')));
    const one = queue.enqueue(send);
    await answer(failing('edit-refused'));
    expect(await one).toBe(false);
    expect(shown.at(-1)).toMatchObject({
      open: START,
      saveState: 'saved',
      failure: { code: 'edit-refused' },
    });
  });

  it('tells what was refused though one behind it could not be saved at first', async () => {
    const { shown, queue, send, answer } = started('keep');
    void queue.enqueue(send);
    void queue.enqueue(send);
    await answer(failing('edit-refused'));
    await answer(failing('disk-full'));
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject({ saveState: 'failed' }), { interval: 1 });
    const again = queue.retry();
    await answer({ text: 'two' });
    expect(await again).toBe(true);
    expect(shown.at(-1)).toMatchObject({ open: { text: 'two' }, failure: { code: 'edit-refused' } });
  });

  it('says nothing is saved yet where a failure is dismissed while it is sent again', async () => {
    const { shown, queue, send, answer } = started('keep');
    const one = queue.enqueue(send);
    await answer(failing('disk-full'));
    await vi.waitFor(() => expect(shown.at(-1)).toMatchObject({ saveState: 'failed' }), { interval: 1 });
    void queue.retry();
    queue.dismiss();
    expect(shown.at(-1)).toEqual({ failure: undefined });
    await answer({ text: 'one' });
    expect(await one).toBe(true);
  });
});
