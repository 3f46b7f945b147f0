import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './door.ts';
import { repository } from '../repository.ts';

interface Json {
  id: string;
  edition: string;
  sections: { items: { code: string; title: string; criterion: string; fullScore: string }[] }[];
}

/** The reference standard's next edition: 1.1 reworded and called 1.9, 1.2 for less, 1.4 taken out. */
async function nextEdition(): Promise<Json> {
  const file = 'scoring-standards/standards/henan-service-enforcement-reference.json';
  const next = JSON.parse(await readFile(join(repository, file), 'utf8')) as Json;
  const items = next.sections[0]?.items ?? [];
  const [first, second] = items;
  if (!first || !second) throw new Error('the reference standard has changed');
  first.code = '1.9';
  first.criterion += '并向社会公开。';
  second.fullScore = String(Number(second.fullScore) + 0.5);
  next.sections.splice(0, 1, { ...next.sections[0], items: items.filter(({ code }) => code !== '1.4') });
  return { ...next, id: 'next-edition', edition: '2027新版' };
}

/** From the sample to its standard's next edition, as a clerk does it. */
describe('carrying over to another edition', () => {
  let door: OpenDoor;
  const button = (name: string | RegExp): Locator => door.page.getByRole('button', { name });

  beforeAll(async () => {
    door = await openDoor();
    await mkdir(join(door.root, '标准库'), { recursive: true });
    await writeFile(join(door.root, '标准库/next-edition.json'), JSON.stringify(await nextEdition()));
  });
  afterAll(async () => {
    await door.close();
    expect(door.problems).toEqual([]);
  });

  it('shows what would become of everything', async () => {
    await button('打开示例').click();
    await button('首页').click();
    await button(/^转到新版标准 /).click();
    const dialog = door.page.getByRole('dialog', { name: /^转到新版标准/ });
    await dialog.getByRole('combobox').click();
    await door.page.getByTitle(/2027新版/).click();
    await dialog.getByText(/^已填的内容：\d+项直接沿用，2项沿用后待确认/).waitFor();
    await dialog.getByText('改分值 1').waitFor();
    await dialog.getByText(/编号由1\.1改为1\.9/).waitFor({ state: 'detached' });
    await dialog.getByText('改文字 1').click();
    await dialog.getByText('编号由1.1改为1.9').waitFor();
    await dialog.getByRole('button', { name: '转入' }).click();
  });

  it('opens the new assessment at what is to be confirmed', async () => {
    await door.page.getByRole('region', { name: '沿用确认' }).waitFor();
    await button('待确认 2 项').waitFor();
    await button('确认沿用').click();
    await button('待确认 1 项').waitFor();
    await button('确认沿用').click();
    await button('待确认 0 项').waitFor();
    await door.page.getByText('已保存', { exact: true }).waitFor();
    await button('撤销').click();
    await button('待确认 1 项').waitFor();
  });

  it('leaves the old assessment as it was, with its score', async () => {
    await button('首页').click();
    await button('打开示例').click();
    await door.page.getByRole('banner').getByText('93.89 分', { exact: true }).waitFor();
    await button('首页').click();
    const old = door.page.getByRole('row').filter({ hasNotText: '2027新版' }).filter({ hasText: '93.89 分' });
    await old.waitFor();
    await old.getByRole('button', { name: /^打开 / }).click();
    await door.page.getByRole('banner').getByText('93.89 分', { exact: true }).waitFor();
  });
});
