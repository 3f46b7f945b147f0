import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Choice } from '../../renderer/ui/fields/Choice.tsx';

const KINDS = ['微宣讲', '专题培训', '媒体报道', '其他'];

function Form({ first }: { readonly first?: string }) {
  const [value, setValue] = useState(first);
  return (
    <>
      <Choice
        label="类别"
        value={value}
        options={KINDS.map((each) => ({ value: each }))}
        onChange={setValue}
        onClear={() => setValue(undefined)}
      />
      <input aria-label="题目" />
      <output>{value ?? '没有选'}</output>
    </>
  );
}

const chosen = (): string | null => document.querySelector('output')!.textContent;

describe('a choice by keys', () => {
  it.each<[string, string, string | undefined, string]>([
    ['Tab alone chooses nothing', '{Tab}', undefined, '没有选'],
    ['Tab from an open list chooses nothing', '{Enter}{Tab}', undefined, '没有选'],
    ['Tab keeps what was chosen', '{Enter}{Tab}', '其他', '其他'],
    ['a word that is typed', '专题{Tab}', undefined, '专题培训'],
    ['its initials', 'mtbd{Tab}', undefined, '媒体报道'],
    ['part of it, by Enter', '报道{Enter}{Tab}', undefined, '媒体报道'],
    ['what is none of them chooses nothing', '11月27日{Tab}', '其他', '其他'],
    ['Delete takes it away', '{Delete}{Tab}', '其他', '没有选'],
    ['Escape leaves it', 'zt{Escape}{Tab}', '其他', '其他'],
  ])('%s', async (_, keys, first, expected) => {
    const user = userEvent.setup();
    render(<Form {...(first !== undefined && { first })} />);
    await user.click(screen.getByRole('textbox', { name: '题目' }));
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '类别' }));
    const [open, rest] = keys.startsWith('{Enter}') ? ['{Enter}', keys.slice(7)] : ['', keys];
    if (open !== '') {
      await user.keyboard(open);
      await screen.findAllByRole('option');
    }
    await user.keyboard(rest);
    await waitFor(() => expect(chosen()).toBe(expected));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '题目' }));
  });
});
