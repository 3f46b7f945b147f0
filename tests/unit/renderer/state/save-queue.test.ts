import { expect, it, vi } from 'vitest';
import { saveQueue } from '../../../../renderer/state/save-queue.ts';

interface Open {
  text: string;
  canUndo: boolean;
  canRedo: boolean;
}

const START: Open = { text: '', canUndo: false, canRedo: false };

function started() {
  const shown: unknown[] = [];
  const answers: { resolve: (open: Partial<Open>) => void; reject: (error: Error) => void }[] = [];
  const queue = saveQueue<Open>((state) => shown.push(state));
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
