import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officialDocument } from '../official-document.ts';
import { type OpenDoor, openDoor } from './door.ts';

/** 标准库 › 导入 › 核对 as a worried clerk does it: sixty items, with keys alone once the file is chosen. */
describe('a standard held against its original', () => {
  let door: OpenDoor;
  let files: string;
  /** Keys that were pressed. */
  let keys = 0;

  const button = (name: string | RegExp): Locator => door.page.getByRole('button', { name });
  const row = (name: string | RegExp): Locator => door.page.getByRole('treeitem', { name });
  const press = async (key: string, times = 1): Promise<void> => {
    keys += times;
    for (let time = 0; time < times; time += 1) await door.page.keyboard.press(key);
  };
  const type = async (text: string): Promise<void> => {
    keys += text.length;
    await door.page.keyboard.type(text);
  };
  const focused = (): Promise<string> =>
    door.page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  /** By Tab, or Shift+Tab, to what is called so. */
  const tabTo = async (name: string, key = 'Tab'): Promise<void> => {
    for (let step = 0; step < 40; step += 1) {
      if ((await focused()) === name) return;
      await press(key);
    }
    throw new Error(`No way by ${key} to ${name}`);
  };
  /** An open list takes the first one. */
  const back = async (): Promise<void> => {
    for (let time = 0; time < 4 && (await focused()) !== '读出的结果'; time += 1) {
      await press('Escape');
      await door.page.waitForTimeout(100);
    }
  };
  const next = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      const before = await door.page.locator('.standards-wizard-body').getAttribute('aria-label');
      await press('Alt+PageDown');
      await door.page.locator(`.standards-wizard-body:not([aria-label="${before ?? ''}"])`).waitFor();
    }
  };
  const at = (looked: number, parts: number, of = 70): Promise<void> =>
    door.page.getByText(`已核对 ${looked}/${of} 条，${looked === 0 ? 0 : parts}/${parts} 部分`).waitFor();
  const isWhole = async (): Promise<boolean> => (await door.page.getByText(/已核对 71\/71 条/).count()) > 0;
  const choose = async (name: string): Promise<void> => {
    const path = join(files, name);
    await door.chooseFiles(button('选择文件'), path);
    await door.page.getByText(/勾选/).first().waitFor();
  };

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'biaobing-compare-'));
    await writeFile(join(files, '验收标准.docx'), await officialDocument());
    const edition = { title: '示例市服务型行政执法示范点验收标准（示例，2027年版）', added: '群众满意' };
    await writeFile(join(files, '验收标准2027.docx'), await officialDocument(edition));
    door = await openDoor();
    await button('标准库').click();
    await door.page.getByRole('heading', { name: '标准库' }).waitFor();
  });

  afterAll(async () => {
    await door.close();
    await rm(files, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  it('is checked, corrected in five places and saved as official with keys alone', async () => {
    await choose('验收标准.docx');
    // 列, 结构, 规则, 检查, 核对.
    await next(5);
    await at(0, 8);

    // 总则, 组织领导 and its first item, whose name is another one.
    await press(' ', 2);
    await press('Enter');
    await tabTo('名称');
    await press('Control+a');
    await type('年度方案');
    await back();
    await row(/年度方案/).waitFor();
    await press(' ', 12);

    // The second item of 制度建设 has another score.
    await row(/^12 制度建设的会议/)
      .and(door.page.locator('[aria-selected=true]'))
      .waitFor();
    await press('Enter');
    await tabTo('分值');
    await press('Control+a');
    await type('3');
    await back();
    await press(' ', 19);

    // The last item of 行政指导 is no part of it.
    await row(/^30 行政指导的总结/)
      .and(door.page.locator('[aria-selected=true]'))
      .waitFor();
    await press('Alt+ArrowLeft');
    await press(' ', 4);

    // The third item of 行政调解 is scored otherwise.
    await row(/^33 行政调解的台账/)
      .and(door.page.locator('[aria-selected=true]'))
      .waitFor();
    await press('Enter');
    await tabTo('改规则', 'Shift+Tab');
    await press('Enter');
    await tabTo('计分方法');
    await press('ArrowDown', 2);
    await press('Enter');
    await back();
    await press(' ', 29);

    // The last item of all is a bonus.
    await row(/^60 宣传培训的总结/)
      .and(door.page.locator('[aria-selected=true]'))
      .waitFor();
    await press('Enter');
    await press('ArrowDown', 2);
    await press('Enter');
    await back();
    await row(/^60 宣传培训的总结 2/).waitFor();
    // Itself, the three vetoes, and what it changed: 总则 and two parts in another order.
    for (let guard = 0; !(await isWhole()) && guard < 12; guard += 1) await press(' ');
    // Since there is a bonus, its cap is a row as well.
    await at(71, 10, 71);

    await next(1);
    await tabTo('版次');
    await type('2026年');
    await tabTo('性质');
    // Opened at 自定义标准, the last one; 正式 is the first.
    await press('ArrowDown');
    await door.page.getByRole('option').first().waitFor({ state: 'attached' });
    await press('ArrowUp', 2);
    await press('Enter');
    await door.page.getByLabel('核对人').waitFor();
    await tabTo('核对人');
    await type('法规科');
    await next(1);
    await tabTo('保存为标准');
    await press('Enter');
    await door.page.getByText(/已保存到标准库/).waitFor();
    expect(keys).toBeLessThan(200);
  });

  it('stands beside its original again for who comes later', async () => {
    await button('回标准库').click();
    await button('对照原表').click();
    await door.page.getByText(/^原表：验收标准\.docx/).waitFor();
    await door.page.getByRole('cell', { name: '行政指导的总结' }).click();
    await row(/^30 行政指导的总结 2，已核对/)
      .and(door.page.locator('[aria-selected=true]'))
      .waitFor();
    await button('标准库').click();
  });

  it('keeps the five corrections for the next edition of the file', async () => {
    await choose('验收标准2027.docx');
    await button('沿用').click();
    await door.page.getByText('沿用了各列的用途和 5 处手工改正').waitFor();
    await next(5);
    await row(/年度方案 2/).waitFor();
    await door.page.getByRole('cell', { name: '制度建设的会议' }).click();
    await row(/制度建设的会议 3/).waitFor();
    await door.page.getByRole('cell', { name: '群众满意的方案' }).click();
    await row(/群众满意的方案/).waitFor();
  });
});
