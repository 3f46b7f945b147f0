import { expect, it } from 'vitest';
import { cellText } from '../../../../../electron/services/sheets/text.ts';

it('a cell holds 32,767 characters; a longer text is cut, and says so', () => {
  const most = '字'.repeat(32_767);
  expect(cellText(most)).toBe(most);
  const cut = cellText(`${most}字`);
  expect(cut.length).toBeLessThanOrEqual(32_767);
  expect(cut).toMatch(/字…（内容过长，以下略）$/u);
});
