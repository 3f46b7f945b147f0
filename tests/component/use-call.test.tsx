import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { App as AntApp } from 'antd';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../../renderer/ui/call/client.ts';
import { JobCancelled } from '../../renderer/ui/call/jobs.ts';
import { useAnswer, useCall } from '../../renderer/ui/call/use-call.ts';
import { useToldCall } from '../../renderer/ui/use-told-call.tsx';

const DISK_FULL = { code: 'disk-full', message: '磁盘已满', effect: '没有保存。', remedy: '请腾出空间。' };
const fail = (): Promise<never> => Promise.reject(new ApiFailure(DISK_FULL));

/** A promise, and the way to keep it. */
function later<T>() {
  let keep: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (keep = resolve));
  return { promise, keep };
}

describe('what is asked at a click', () => {
  it('is busy until it is answered, and says why it failed until it is put away or tried again', async () => {
    const { result } = renderHook(() => useCall());
    const wait = later<string>();
    let answer: Promise<string | undefined> = Promise.resolve(undefined);
    act(() => void (answer = result.current.run(() => wait.promise)));
    expect(result.current.busy).toBe(true);
    await act(async () => {
      wait.keep('好');
      expect(await answer).toBe('好');
    });
    expect(result.current).toMatchObject({ busy: false, failure: undefined });

    await act(async () => expect(await result.current.run(fail)).toBeUndefined());
    expect(result.current).toMatchObject({ busy: false, failure: DISK_FULL });
    act(() => result.current.dismiss());
    expect(result.current.failure).toBeUndefined();
  });

  it('has not failed where it was cancelled', async () => {
    const { result } = renderHook(() => useCall());
    await act(async () => void (await result.current.run(() => Promise.reject(new JobCancelled()))));
    expect(result.current).toMatchObject({ busy: false, failure: undefined });
  });

  it('is told in a dialog with its effect and the way out, where there is no room for a notice', async () => {
    const Button = () => {
      const told = useToldCall();
      return <button onClick={() => void told(fail)}>导出</button>;
    };
    render(
      <AntApp>
        <Button />
      </AntApp>,
    );
    await userEvent.click(screen.getByRole('button', { name: '导出' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('磁盘已满');
    expect(dialog.textContent).toContain('没有保存。请腾出空间。');
  });
});

describe('what a screen shows', () => {
  it('is the answer to the question at hand, however late an earlier one comes', async () => {
    const [first, second] = [later<string>(), later<string>()];
    const [askFirst, askSecond] = [() => first.promise, () => second.promise];
    const { result, rerender } = renderHook(({ ask }) => useAnswer(ask), { initialProps: { ask: askFirst } });
    rerender({ ask: askSecond });
    await act(async () => {
      second.keep('第二');
      await second.promise;
    });
    await waitFor(() => expect(result.current.value).toBe('第二'));
    await act(async () => {
      first.keep('第一');
      await first.promise;
    });
    expect(result.current.value).toBe('第二');
  });

  it('says why there is none, and asks again', async () => {
    let works = false;
    const ask = () => (works ? Promise.resolve('好') : fail());
    const { result } = renderHook(() => useAnswer(ask));
    await waitFor(() => expect(result.current.failure).toEqual(DISK_FULL));
    works = true;
    await act(() => result.current.retry());
    expect(result.current).toMatchObject({ value: '好', failure: undefined });
    works = false;
    await act(() => result.current.retry());
    // What was there stays there.
    expect(result.current).toMatchObject({ value: '好', failure: DISK_FULL });
  });
});
