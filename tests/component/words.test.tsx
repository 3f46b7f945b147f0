import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { flushTypedText } from '../../renderer/ui/fields/typed-text.ts';
import { startWith, step } from './app.tsx';
import { assessment } from './fixtures.ts';
import { DISK_FULL } from './host.ts';
import { withLayout } from './layout.ts';

withLayout({ height: 900 });

async function start() {
  const { host, user } = await startWith({ ...assessment(), id: crypto.randomUUID() });
  const open = async (name: RegExp) => {
    await screen.findByRole('tree', { name: '评分项' });
    await user.click(screen.getByRole('treeitem', { name }));
  };
  const score = async (name: RegExp) => {
    await user.click(step('逐项自评'));
    await open(name);
  };
  return { host, user, open, score };
}

const field = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const paste = (name: string | RegExp, value: string) => {
  const input = field(name);
  fireEvent.change(input, { target: { value } });
  fireEvent.blur(input);
};

describe('words over the limit', () => {
  it.each([
    ['单位名称', 100, 'name'],
    ['行业', 50, 'industry'],
  ] as const)(
    '%s: they stay in the field, are refused in words and found again',
    async (label, most, key) => {
      const { host, user } = await start();
      const before = host.assessment().unit[key];
      const long = '长'.repeat(most + 17);
      paste(label, long);
      expect(screen.getByRole('alert').textContent).toBe(`最多 ${most} 字，多了 17 字，没有保存；请删减`);
      expect(field(label).getAttribute('aria-invalid')).toBe('true');
      await user.click(step('逐项自评'));
      await user.click(step('单位与活动'));
      expect(field(label).value).toBe(long);
      expect(screen.getByRole('alert').textContent).toContain('多了 17 字');
      expect(host.assessment().unit[key]).toBe(before);
      paste(label, long.slice(17));
      await waitFor(() => expect(host.assessment().unit[key]).toBe(long.slice(17)));
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  it('自评说明: each entry has its own, and the entry is marked', async () => {
    const { host, user, score, open } = await start();
    await score(/^1\.1 /);
    const long = '说'.repeat(6000);
    paste('自评说明', long);
    expect(screen.getByRole('alert').textContent).toBe('最多 5000 字，多了 1000 字，没有保存；请删减');
    await open(/^1\.2 /);
    expect(field('自评说明').value).not.toBe(long);
    expect(screen.getByRole('treeitem', { name: /^1\.1 .*输入有误/ })).toBeDefined();
    await user.click(screen.getByRole('button', { name: '输入有误 1 项' }));
    expect(field('自评说明').value).toBe(long);
    expect(host.assessment().entries['1.1']?.reason ?? '').not.toContain('说');
  });

  it('says how much is used near the limit, counted as the file counts', async () => {
    const { score } = await start();
    await score(/^1\.1 /);
    fireEvent.change(field('自评说明'), { target: { value: '说'.repeat(3999) } });
    expect(screen.queryByText(/ \/ 5000 字/)).toBeNull();
    fireEvent.change(field('自评说明'), { target: { value: '说'.repeat(4000) } });
    expect(screen.getByText('4000 / 5000 字')).toBeDefined();
    paste('自评说明', '𠮷'.repeat(2501));
    expect(screen.getByRole('alert').textContent).toBe(
      '最多 5000 字，多了 2 字（生僻字、表情一个算两字），没有保存；请删减',
    );
  });

  it('asks before they are given up, and keeps nothing of them then', async () => {
    const { user } = await start();
    paste('单位名称', '长'.repeat(117));
    await user.click(screen.getByRole('button', { name: '首页' }));
    await user.click(await screen.findByRole('button', { name: '留在这里' }));
    expect(field('单位名称').value).toHaveLength(117);
    await user.click(screen.getByRole('button', { name: '首页' }));
    await user.click(await screen.findByRole('button', { name: '放弃改动，回首页' }));
    await screen.findByRole('heading', { name: '标兵自评' }).catch(() => undefined);
    await waitFor(() => expect(screen.queryByLabelText('单位名称')).toBeNull());
  });

  it('lets the browser ask before the page goes', async () => {
    await start();
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    paste('单位名称', '长'.repeat(117));
    expect(leave()).toBe(true);
  });
});

it('an incomplete date stays as it was typed, with a sentence, and is found again', async () => {
  const { host, user } = await start();
  paste('命名日期', '2018-12');
  await user.click(step('逐项自评'));
  await user.click(step('单位与活动'));
  expect(field(/^命名日期（写成 2018-12-01 这样，现在没有保存）/).value).toBe('2018-12');
  expect(host.edits('assessment')).toEqual([]);
  paste(/^命名日期/, '２０１８．12。1');
  await waitFor(() => expect(host.assessment().unit.naming.date).toBe('2018-12-01'));
});

it('words that could not be saved are found again where they were typed', async () => {
  const { host, user } = await start();
  host.failing.set('changeDocument', DISK_FULL);
  paste('行业', '市场监管');
  await screen.findByText('磁盘已满');
  await user.click(step('逐项自评'));
  host.failing.delete('changeDocument');
  await user.click(step('单位与活动'));
  expect(field('行业').value).toBe('市场监管');
  fireEvent.blur(field('行业'));
  await waitFor(() => expect(host.assessment().unit.industry).toBe('市场监管'));
});

describe('an input method at work', () => {
  const compose = (name: string, ...texts: string[]) => {
    fireEvent.compositionStart(field(name));
    for (const value of texts) fireEvent.change(field(name), { target: { value } });
  };
  const pause = () => new Promise((resolve) => setTimeout(resolve, 800));

  it('nothing half-composed is saved or becomes a step of undo', async () => {
    const { host } = await start();
    compose('行业', 's', 'sh', 'shi', "shi'chang");
    await pause();
    flushTypedText();
    expect(host.edits('assessment')).toEqual([]);
    fireEvent.change(field('行业'), { target: { value: '市场' } });
    fireEvent.compositionEnd(field('行业'));
    await waitFor(() => expect(host.assessment().unit.industry).toBe('市场'));
    expect(host.edits('assessment')).toHaveLength(1);
  });

  it('what was typed before is saved meanwhile, and nothing is lost', async () => {
    const { host, user } = await start();
    fireEvent.change(field('行业'), { target: { value: '市场' } });
    compose('行业', '市场j', '市场jian');
    flushTypedText();
    await waitFor(() => expect(host.assessment().unit.industry).toBe('市场'));
    expect(field('行业').value).toBe('市场jian');
    // As browsers do at a click elsewhere: the composition ends, then the field loses the focus.
    fireEvent.change(field('行业'), { target: { value: '市场监管' } });
    fireEvent.compositionEnd(field('行业'));
    await user.click(step('逐项自评'));
    await waitFor(() => expect(host.assessment().unit.industry).toBe('市场监管'));
  });

  it('a number is read when it is there', async () => {
    const { host, score } = await start();
    await score(/^1\.1 /);
    compose('得分', 'shi', "shi'er");
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field('得分').value).toBe("shi'er");
    fireEvent.change(field('得分'), { target: { value: '12' } });
    expect(host.edits('assessment')).toEqual([]);
    fireEvent.compositionEnd(field('得分'));
    await waitFor(() =>
      expect(host.assessment().entries['1.1']?.input).toEqual({ kind: 'award', points: 1200 }),
    );
  });
});

it('a wrong number gives way to a click on 满分', async () => {
  const { user, score } = await start();
  await score(/^1\.1 /);
  for (const saved of ['', '20']) {
    expect(field('得分').value).toBe(saved);
    fireEvent.change(field('得分'), { target: { value: '8①' } });
    expect(screen.getByRole('alert').textContent).toBe('“①”不是普通数字，请改成 0 至 9（“8①”未计入）');
    await user.click(screen.getByRole('button', { name: '满分 20' }));
    await waitFor(() => expect(field('得分').value).toBe('20'));
    expect(screen.queryByRole('alert')).toBeNull();
  }
});
