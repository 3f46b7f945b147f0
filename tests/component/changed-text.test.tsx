import { render } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ChangedText } from '../../renderer/ui/ChangedText.tsx';

/** The text with [ ] around what is marked. */
function marked(text: string, against: string): string {
  const { container } = render(<ChangedText text={text} against={against} />);
  return [...container.childNodes]
    .map((node) => (node.nodeName === 'MARK' ? `[${node.textContent}]` : node.textContent))
    .join('');
}

const CASES = [
  ['nothing where the words are the same', '制度健全得3分', '制度健全得3分', '制度健全得3分'],
  ['nothing where there is nothing to compare with', '制度健全得3分', '', '制度健全得3分'],
  [
    'each place by itself, not all between the first and the last',
    '制度健全得5分，基本健全得1分，没有制度得2分。',
    '制度健全得3分，基本健全得1分，没有制度得0分。',
    '制度健全得[5]分，基本健全得1分，没有制度得[2]分。',
  ],
  ['what was put in', '建立台账，每月更新', '建立台账', '建立台账[，每月更新]'],
  ['nothing of what was left out', '建立台账', '建立台账，每月更新', '建立台账'],
] as const;

describe('a text beside its other edition marks', () => {
  it.each(CASES)('%s', (_, text, against, shown) => {
    expect(marked(text, against)).toBe(shown);
  });

  it('the same in a browser that knows no Chinese words', () => {
    vi.stubGlobal('Intl', {});
    expect(marked('每处扣1分，最多扣3分', '每处扣0.5分，最多扣2分')).toBe('每处扣[1]分，最多扣[3]分');
  });

  it('all of a text that has nothing to do with the other, without a long wait', () => {
    const [text, against] = ['甲乙丙丁'.repeat(1200), '子丑寅卯'.repeat(1200)];
    expect(marked(text, against)).toBe(`[${text}]`);
  });

  it('the sentences of a text that is too long for its words', () => {
    const same = '各单位每月更新台账并留存记录。'.repeat(3000);
    expect(marked(`${same}每处扣1分。${same}`, `${same}每处扣2分。${same}`)).toBe(
      `${same}[每处扣1分。]${same}`,
    );
    expect(marked('甲。'.repeat(30_000), '乙。'.repeat(30_000))).toBe(`[${'甲。'.repeat(30_000)}]`);
  });
});
