import { render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { BrokenFolders } from '../../renderer/ui/BrokenFolders.tsx';

const DAMAGED = { code: 'damaged', message: '已损坏。', effect: '没有改动。', remedy: '请恢复。' };
const NEWER = { ...DAMAGED, code: 'newer', message: '由新版本保存。' };

it('tells folders of one reason together, with every name', () => {
  render(
    <BrokenFolders
      folders={[
        { folder: '/甲', problem: DAMAGED },
        { folder: '/完好' },
        { folder: '/乙', problem: { ...NEWER } },
        { folder: '/丙', problem: { ...DAMAGED } },
        { folder: '/丁', problem: { ...DAMAGED, message: '已损坏，原因不同。' } },
      ]}
    />,
  );
  const [damaged, newer, other, ...more] = screen.getAllByRole('alert');
  expect(more).toEqual([]);
  expect(damaged?.textContent).toContain('已损坏。（2 个文件夹）');
  const names = within(damaged!).getAllByRole('listitem');
  expect(names.map(({ textContent }) => textContent)).toEqual(['/甲', '/丙']);
  // One alone is named as it is told.
  expect(newer?.textContent).toContain('由新版本保存。（文件夹：/乙）');
  expect(within(newer!).queryAllByRole('listitem')).toEqual([]);
  expect(other?.textContent).toContain('已损坏，原因不同。（文件夹：/丁）');
});
