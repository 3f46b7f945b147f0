import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './door.ts';

/** 单位概况 filled in, and all four papers made, as a clerk does it. */
describe('papers', () => {
  let door: OpenDoor;
  const button = (name: string): Locator => door.page.getByRole('button', { name, exact: true });
  const field = (label: string): Locator => door.page.getByLabel(label, { exact: true });

  beforeAll(async () => {
    door = await openDoor();
  });

  afterAll(async () => {
    await door.close();
    expect(door.problems).toEqual([]);
  });

  async function textOf(title: string): Promise<string> {
    const folder = join(door.root, '导出');
    const name = (await readdir(folder)).find((each) => each.startsWith(title)) ?? '';
    return (await mammoth.extractRawText({ path: join(folder, name) })).value;
  }

  it('fills in 单位概况', async () => {
    await button('新建自评').click();
    await field('单位名称').fill('端到端市测试局');
    await button('建立并打开').click();
    await door.page.getByRole('navigation').getByRole('button', { name: '文书', exact: true }).click();
    await door.page.getByRole('heading', { name: '文书' }).waitFor();
    for (const [label, value] of [
      ['单位性质', '行政机关'],
      ['机构级别', '正科级'],
      ['单位地址', '端到端市测试路1号'],
      ['主要负责人', '张××'],
      ['主要负责人职务', '局长'],
      ['编制人数', '86'],
      ['在岗执法人员', '72'],
      ['持证人数', '70'],
      ['执法门类', '市容环境卫生'],
      ['结对标兵', '测试区税务局'],
      ['所获荣誉', '2025年 先进单位'],
      ['主要事迹', '事前提示。\n事中指导。'],
      ['主要举措', '成立专班。'],
    ] as const) {
      await field(label).fill(value);
    }
    await field('最后一年').fill('2026');
    await button('放入常用项目').click();
    await field('行政检查（次），2024年').fill('1204');
    await field('行政检查（次），2026年').fill('1502');
    await field('行政检查（次），2026年').blur();
    await door.page.getByText('已保存', { exact: true }).waitFor();
  });

  it('makes all four papers', async () => {
    for (const title of ['日常自评情况表', '承诺书', '自评报告', '佐证材料目录']) {
      await button(`生成${title}`).click();
      await expect
        .poll(async () => (await readdir(join(door.root, '导出')).catch(() => [])).join())
        .toContain(title);
    }
    const application = await textOf('日常自评情况表');
    for (const words of ['端到端市测试局', '正科级', '1204', '1502', '测试区税务局', '事中指导。'])
      expect(application).toContain(words);
    expect(await textOf('自评报告')).toContain('成立专班。');
    expect(await textOf('自评报告')).toContain('〔请填写：工作亮点〕');
  });
});
