import { cleanup, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { repository } from '../repository.ts';
import { pageId } from '../../renderer/ui/call/page-id.ts';
import type { KeptWords } from '../../shared/contract/contract.ts';
import { startApp, startWith, step } from './app.tsx';
import { assessment } from './fixtures.ts';
import { TestHost } from './host.ts';
import { fieldKey, leave } from './left.ts';
import { keepYear, keptYear } from './year.ts';
import { resetStores } from './zustand.ts';

/** 联系人, typed and handed to the host, which saves it; what the host was given. */
async function typeContact(host: TestHost, user: UserEvent): Promise<KeptWords> {
  await user.type(screen.getByLabelText('联系人'), '甲');
  const kept = await waitFor(() => {
    const all = host.inputsOf('keepWords') as KeptWords[];
    const typed = all.find(({ words }) => Object.values(words).some(({ text }) => text === '甲'));
    expect(typed).toBeTruthy();
    return typed ?? { words: {} };
  });
  await waitFor(() => expect(host.assessment().unit.contact.name).toBe('甲'));
  return kept;
}

/** Other words in the same field, typed over what was saved by then: 甲. */
const withText = ({ words, place }: KeptWords, text: string, told = false): KeptWords => ({
  place,
  words: Object.fromEntries(Object.keys(words).map((field) => [field, { text, told, meant: ['甲'] }])),
});

/** A run of the program that saved what was typed, and is over; what the host was given meanwhile. */
async function endedInOrder() {
  const { host, user } = await startWith(assessment());
  const kept = await typeContact(host, user);
  await waitFor(() => expect(host.leftovers()).toEqual([]));
  cleanup();
  resetStores();
  return { host, user, kept };
}

const contact = () => screen.getByLabelText<HTMLInputElement>('联系人').value;
const SAVED = '没来得及保存的文字已放回原处，并已保存';

describe('what a page before this one left', () => {
  it('is said at the start where it was cut off', async () => {
    const host = new TestHost();
    leave(host, 'note', { title: '导出并核对' });
    const { user } = startApp(host);
    const dialog = await screen.findByRole('dialog', { name: /有工作可能没有做完/ });
    expect(dialog.textContent).toContain('导出并核对（2026-11-20');
    await user.click(screen.getByRole('button', { name: '知道了' }));
    await waitFor(() => expect(screen.queryByText(/有工作可能没有做完/)).toBeNull());
  });

  it('is put back into its fields and saved: the words of the last second before a crash', async () => {
    const { host, user } = await startWith(assessment());
    const kept = await typeContact(host, user);
    // The page of now has gone, with other words typed.
    cleanup();
    await window.biaobing?.call('keepWords', withText(kept, '甲乙丙'), pageId());
    resetStores();

    // Loaded anew, the page goes on where it was.
    startApp(host);
    await screen.findByRole('heading', { name: '单位与活动' });
    expect(contact()).toBe('甲乙丙');
    expect(screen.queryByText(/有内容没保存/)).toBeNull();
    await waitFor(() => expect(host.assessment().unit.contact.name).toBe('甲乙丙'));
    await screen.findByText(SAVED);
    // Nothing is left to be found a second time.
    await waitFor(() => expect(host.inputsOf('keepWords').at(-1)).toMatchObject({ words: {} }));
    await waitFor(() => expect(host.leftovers()).toEqual([]));
  });

  it('is put back at the next start where the whole program ended, which goes on there', async () => {
    const { host, kept } = await endedInOrder();
    history.replaceState(null, '');
    sessionStorage.clear();
    leave(host, 'words', withText(kept, '甲乙丙丁'));
    await host.elsewhere('closeDocument', { document: 'assessment', ref: { id: assessment().id } });

    startApp(host);
    await screen.findByRole('heading', { name: '单位与活动' });
    await waitFor(() => expect(host.assessment().unit.contact.name).toBe('甲乙丙丁'));
    await screen.findByText(SAVED);
    await waitFor(() => expect(host.leftovers()).toEqual([]));
  });

  it.each([
    ['保留后来保存的', '后来的'],
    ['换成没来得及保存的', '没来得及'],
  ])('is never put over what was saved since: %s', async (choice, then) => {
    const { host, user } = await startWith(assessment());
    const kept = await typeContact(host, user);
    await user.clear(screen.getByLabelText('联系人'));
    await user.type(screen.getByLabelText('联系人'), '后来的');
    await waitFor(() => expect(host.assessment().unit.contact.name).toBe('后来的'));
    await waitFor(() => expect(host.leftovers()).toEqual([]));
    cleanup();
    resetStores();
    leave(host, 'words', withText(kept, '没来得及'));

    startApp(host);
    const dialog = await screen.findByRole('dialog', { name: /和后来保存的不一样/ });
    expect(within(dialog).getByText('后来的')).toBeTruthy();
    expect(within(dialog).getByText('没来得及')).toBeTruthy();
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(host.assessment().unit.contact.name).toBe('后来的');
    await user.click(within(dialog).getByRole('button', { name: choice }));
    await waitFor(() => expect(contact()).toBe(then));
    await waitFor(() => expect(host.assessment().unit.contact.name).toBe(then));
    await waitFor(() => expect(host.leftovers()).toEqual([]));
  });

  it('is told of, with the way there, where no field has shown it: once there it is saved', async () => {
    const host = new TestHost({ resources: repository });
    keepYear(host, [], [{ party: '张某' }]);
    const [entry] = keptYear(host).registers.guidance ?? [];
    const key = fieldKey({ document: 'year', id: keptYear(host).id }, entry?.id, 'matter');
    leave(host, 'words', { words: { [key]: { text: '断电前打的字', told: false, meant: [''] } } });
    const { user } = startApp(host);
    await user.click(await screen.findByRole('button', { name: '年度工作' }));
    await user.click(await screen.findByText('示例局2026年'));
    const notice = await screen.findByText('有上次没来得及保存的文字');
    expect(notice.closest('[role=alert]')?.textContent).toContain('断电前打的字');
    const leaving = () => user.click(screen.getByRole('button', { name: '年度工作' }));
    await leaving();
    await screen.findByText(/没保存的内容在：“行政指导”的“张某”/);
    await user.click(screen.getByRole('button', { name: '留在这里' }));
    await screen.findByDisplayValue('断电前打的字');
    await waitFor(() => expect(keptYear(host).registers.guidance?.[0]?.fields.matter).toBe('断电前打的字'));
    await screen.findByText('已保存');
    expect(screen.queryByText('有上次没来得及保存的文字')).toBeNull();
    await leaving();
    await screen.findByText('示例局2026年');
    expect(screen.queryByText('最近的改动没有保存')).toBeNull();
  });

  it('is put back place by place where several pages left some, and none is lost meanwhile', async () => {
    const { host, user, kept } = await endedInOrder();
    const [field = ''] = Object.keys(kept.words);
    const phone = field.replace('contact-name', 'contact-phone');
    leave(host, 'words', {
      place: kept.place,
      words: { [phone]: { text: '0371', told: false, meant: [''] } },
    });
    leave(host, 'words', { ...withText(kept, '甲乙'), since: '2026-11-20T01:00:09.000Z' });

    startApp(host);
    await screen.findByText(SAVED);
    await user.click(await screen.findByRole('button', { name: '去放回' }));
    await waitFor(() => expect(host.assessment().unit.contact).toEqual({ name: '甲乙', phone: '0371' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '去放回' })).toBeNull());
    await waitFor(() => expect(host.leftovers()).toEqual([]));
  });

  it('stays marked where it was refused before, and is not said to be saved', async () => {
    const { host, user } = await startWith(assessment());
    const kept = await typeContact(host, user);
    cleanup();
    await window.biaobing?.call('keepWords', withText(kept, '甲'.repeat(5000), true), pageId());
    resetStores();
    startApp(host);
    await screen.findByRole('heading', { name: '单位与活动' });
    await screen.findByText(/有内容没保存/);
    expect(contact()).toHaveLength(5000);
    expect(screen.queryByText(SAVED)).toBeNull();
  });

  it('is never said to be saved where it is refused only now', async () => {
    const { host, kept } = await endedInOrder();
    const [field = ''] = Object.keys(kept.words);
    const words = {
      [field]: { text: '甲乙', told: false, meant: ['甲'] },
      [field.replace('contact-name', 'contact-phone')]: { text: '0'.repeat(999), told: false, meant: [''] },
    };
    leave(host, 'words', { place: kept.place, words });
    startApp(host);
    await screen.findByText('上次的文字已放回原处；标红的还没有保存');
    await screen.findByText(/有内容没保存/);
    expect(screen.queryByText(SAVED)).toBeNull();
    expect(host.assessment().unit.contact).toEqual({ name: '甲乙', phone: '' });
  });

  it('is a wrong score as well, which is never said to be saved', async () => {
    // Where the work on an assessment was is kept while the program runs: this one is new.
    const { host, user } = await startWith({ ...assessment(), id: crypto.randomUUID() });
    await user.click(step('逐项自评'));
    await user.type(await screen.findByRole('textbox', { name: '得分' }), '999');
    await screen.findByText(/有内容没保存/);
    await waitFor(() => expect(JSON.stringify(host.inputsOf('keepWords').at(-1))).toContain('999'));
    await host.settled();
    cleanup();
    resetStores();

    startApp(host);
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: '得分' });
    expect(field.value).toBe('999');
    await screen.findByText(/有内容没保存/);
    expect(screen.queryByText(SAVED)).toBeNull();
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
  });

  it('is nothing where the page went in order', async () => {
    const { host, user } = await startWith(assessment());
    await typeContact(host, user);
    await user.type(screen.getByLabelText('联系人'), '乙');
    await waitFor(() => expect(host.leftovers()).toHaveLength(1));
    window.dispatchEvent(new Event('pagehide'));
    await host.settled();
    await waitFor(() => expect(host.leftovers()).toEqual([]));
    expect(host.assessment().unit.contact.name).toBe('甲乙');
  });

  it('is what a field refuses where the page went without asking: it is found again', async () => {
    const { host, user } = await startWith({ ...assessment(), id: crypto.randomUUID() });
    await user.click(step('逐项自评'));
    await user.type(await screen.findByRole('textbox', { name: '得分' }), '999');
    await screen.findByText(/有内容没保存/);
    window.dispatchEvent(new Event('pagehide'));
    await host.settled();
    expect(JSON.stringify(host.inputsOf('keepWords').at(-1))).toContain('999');
    expect(host.leftovers()).toHaveLength(1);
  });
});
