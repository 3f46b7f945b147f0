import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from 'xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoor, openDoor } from './door.ts';

/** An office's own columns and its own 统计表, from the dialog to the files. */
describe('the forms of an office', () => {
  let door: OpenDoor;
  let away: string;
  const button = (name: string | RegExp) => door.page.getByRole('button', { name, exact: true });
  const option = async (combobox: string, text: string) => {
    await door.page.getByRole('combobox', { name: combobox }).click();
    await door.page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .filter({ hasText: text })
      .first()
      .click();
  };

  beforeAll(async () => {
    door = await openDoor();
    away = await mkdtemp(join(tmpdir(), 'biaobing-e2e-forms-'));
  });

  afterAll(async () => {
    await door.close();
    await rm(away, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  async function exported(start: string): Promise<string[][]> {
    const folder = join(door.root, '导出');
    const find = async () =>
      (await readdir(folder).catch(() => [])).find((name) => name.startsWith(start)) ?? '';
    await expect.poll(find).toContain('.xlsx');
    const book = read(await readFile(join(folder, await find())));
    return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: false });
  }

  it('has columns of its own, by keys, and its own table comes in by them', async () => {
    await button('年度工作').click();
    await button('新建第一份年度工作').click();
    const dialog = door.page.getByRole('dialog', { name: '新建年度工作' });
    await dialog.getByLabel('单位名称').fill('端到端市测试局');
    await dialog.getByLabel('年份').fill('2026');
    await dialog.getByRole('button', { name: /^新\s?建$/u }).click();
    await door.page.getByRole('navigation').getByRole('button', { name: '行政调解' }).click();

    await button('栏目…').focus();
    await door.page.keyboard.press('Enter');
    const columns = door.page.getByRole('dialog', { name: '行政调解台账的栏目' });
    await columns.getByLabel('栏目名称 申请人').fill('申请方');
    await columns.getByLabel('新栏目名称').fill('所在乡镇');
    await door.page.keyboard.press('Enter');
    const up = columns.getByRole('button', { name: '上移 所在乡镇' });
    await up.focus();
    for (const before of ['备注', '联系电话', '调解员']) {
      await door.page.keyboard.press('Enter');
      await expect
        .poll(() =>
          columns
            .getByRole('textbox', { name: /^栏目名称/u })
            .evaluateAll((fields) => fields.map((each) => (each as HTMLInputElement).value).join()),
        )
        .toContain(`所在乡镇,${before}`);
      expect(await up.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    await columns.getByLabel('显示 备注').press('Space');
    await columns.getByRole('button', { name: /^完\s?成$/u }).click();
    await door.page.getByText('栏目按本单位的格式').waitFor();

    const path = join(away, '调解.csv');
    const rows = [
      '受理日期,申请方,调解结果,所在乡镇,备注',
      '2026.1.1,张某,达成协议,甲镇,已回访',
      '2026.3.31,李某,正在调解,乙镇,',
      '2026.4.1,王某,达成协议,甲镇,',
    ];
    await writeFile(path, `\ufeff${rows.join('\n')}\n`);
    await door.chooseFiles(button('导入表格'), path);
    await button('登记 3 件').click();
    await door.page.getByText('共 3 件').waitFor();
    await door.page.getByRole('gridcell', { name: '乙镇' }).waitFor();
    await button('导出表格').click();
    const table = await exported('行政调解-');
    expect(table[1]?.[0]).toContain('不显示的栏目（备注）有内容，未导出　　栏目按本单位的格式');
    expect(table[2]).toEqual(expect.arrayContaining(['申请方', '所在乡镇']));
    expect(table[3]).toEqual(expect.arrayContaining(['张某', '甲镇']));
  });

  it('has a column of content only hidden where it is removed, and shows it again', async () => {
    await button('栏目…').click();
    const columns = door.page.getByRole('dialog', { name: '行政调解台账的栏目' });
    await columns.getByRole('button', { name: '移除 所在乡镇' }).click();
    await door.page.getByText('有 3 件填了内容，所以不移除', { exact: false }).waitFor();
    await button('不显示').click();
    await columns.getByText('3 件有内容，不显示、不导出', { exact: false }).waitFor();
    await columns.getByLabel('显示 所在乡镇').check();
    await columns.getByRole('button', { name: '移除 所在乡镇' }).waitFor();
    await columns.getByLabel('个人信息 申请方').check();
    await columns.getByRole('button', { name: /^完\s?成$/u }).click();
    await door.page.getByLabel('含申请方、联系电话').waitFor();
    await door.page.getByRole('gridcell', { name: '乙镇' }).waitFor();
  });

  it('names equal rows of a table, which the user takes as one or as two', async () => {
    const path = join(away, '又一张.csv');
    const rows = [
      '受理日期,申请方,备注',
      '2026年5月1日至3日,赵某,甲',
      '2026.5,钱某,乙',
      '2026.5.1-5.3,赵某,甲',
    ];
    await writeFile(path, `\ufeff${rows.join('\n')}\n`);
    await door.chooseFiles(button('导入表格'), path);
    await door.page.getByText('表中第 4 行与第 2 行相同').waitFor();
    await button('全部写重了，不再登记').click();
    await button('登记 2 件').click();
    await door.page.getByRole('gridcell', { name: '2026-05-01 至 2026-05-03' }).waitFor();
    await door.page.getByText('按月统计', { exact: true }).click();
    await door.page.getByRole('row', { name: /^2026-05 2/u }).waitFor();
  });

  it('has a 统计表 of its own that is counted and leaves as a file', async () => {
    await door.page.getByText('统计表', { exact: true }).click();
    await button('新建统计表').click();
    await door.page.getByLabel('表名').fill('第一季度报表');
    await option('统计期间', '第一季度');
    await button('添加指标').click();
    await door.page.getByLabel('指标 1', { exact: true }).fill('甲镇的');
    await option('指标 1 怎样统计', '某栏填的是某词');
    await option('指标 1 哪一栏', '所在乡镇');
    await door.page.getByLabel('指标 1 哪个词').fill('甲镇');
    await door.page.keyboard.press('Tab');
    await door.page.getByText('期间内 2 件；期间以外的 3 件没有计入').waitFor();
    await door.page.getByText('已保存', { exact: true }).waitFor();
    await button('导出统计表').click();
    const table = await exported('第一季度报表-');
    expect(table[3]).toEqual(['1', '甲镇的', '1', '“所在乡镇”是“甲镇”的件数']);
  });

  it('is found by the search over everything', async () => {
    await button('复制到下一期').click();
    await expect.poll(() => door.page.getByLabel('表名').inputValue()).toBe('第二季度报表');
    await door.page.getByText('已保存', { exact: true }).waitFor();
    await door.page.getByRole('navigation').getByRole('button', { name: '执法回访' }).click();
    await door.page.keyboard.press('Control+k');
    await door.page.getByRole('combobox', { name: '搜索全部' }).fill('第一季度报表');
    await door.page.getByRole('group', { name: '统计表' }).getByRole('option').first().waitFor();
    await door.page.keyboard.press('Enter');
    await expect.poll(() => door.page.getByLabel('表名').inputValue()).toBe('第一季度报表');
  });
});
