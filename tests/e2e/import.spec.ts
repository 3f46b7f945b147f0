import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { type OpenDoor, openDoor } from './door.ts';

/** Invented: two levels by merged cells, a 合计 row, three kinds of rule. */
const ROWS = [
  ['某县窗口服务考核细则', '', '', ''],
  ['一级指标', '二级指标', '评分标准', '分值'],
  ['组织领导', '方案制定', '方案切合实际、措施具体', '40'],
  ['', '会议研究', '每少1次扣5分，扣完为止', '20'],
  ['日常管理', '服务台账', '每缺1项扣2分，扣完为止', '40'],
  ['合计', '', '', '100'],
];

function scoringTable(): Buffer {
  const sheet = utils.aoa_to_sheet(ROWS);
  sheet['!merges'] = ['A1:D1', 'A3:A4', 'A6:C6'].map((range) => utils.decode_range(range));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '考核细则');
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

/** As Word puts it on the clipboard: a whole page, cells merged down. */
const PASTED = `<html><body><!--StartFragment--><table>
<tr><td><p>考核内容</p></td><td><p>评分标准</p></td><td><p>分值</p></td></tr>
<tr><td rowspan="2"><p>便民服务</p></td><td><p>没有设立窗口的不得分</p></td><td><p>60</p></td></tr>
<tr><td><p>每发现1次脱岗扣4分，扣完为止</p></td><td><p>40</p></td></tr>
</table><!--EndFragment--></body></html>`;

/** 标准 › 导入 as a clerk does it, through the door of this run. */
describe('import of a standard', () => {
  let door: OpenDoor;
  let files: string;

  const button = (name: string | RegExp): Locator => door.page.getByRole('button', { name });
  const row = (name: string | RegExp): Locator => door.page.getByRole('treeitem', { name });
  const next = (name: string): Promise<void> => button(`下一步：${name}`).click();
  const file = async (name: string, content: Buffer | string): Promise<string> => {
    const path = join(files, name);
    await writeFile(path, content);
    return path;
  };
  const paste = (html: string): Promise<void> =>
    door.page.getByLabel('粘贴表格').evaluate((zone, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', pasted);
      clipboardData.setData('text/plain', '表格');
      zone.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, html);

  beforeAll(async () => {
    files = await mkdtemp(join(tmpdir(), 'biaobing-import-'));
    door = await openDoor();
    await button('标准库').click();
    await door.page.getByRole('heading', { name: '标准库' }).waitFor();
  });

  afterAll(async () => {
    await door.close();
    await rm(files, { recursive: true, force: true });
    expect(door.problems).toEqual([]);
  });

  it('says what is wrong with a file that is no table, and goes on', async () => {
    const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500)]);
    await door.chooseFiles(button('选择文件'), await file('假表格.xlsx', picture));
    await door.page.getByText('这份文件是图片，不是表格').waitFor();
    await button('关闭提示').click();
  });

  it('reads tables, columns and structure of a workbook', async () => {
    await door.chooseFiles(button('选择文件'), await file('考核细则.xlsx', scoringTable()));
    await door.page.getByRole('checkbox', { name: '考核细则' }).waitFor();
    await next('列');
    await door.page.getByText('读出 3 个评分项（2 个指标），合计 100 分').waitFor();
    await next('结构');
    await row(/组织领导/).waitFor();
    expect(await row(/./).count()).toBe(5);
  });

  it('keeps every change over leaving and reloading', async () => {
    await row(/服务台账/).click();
    await door.page.getByLabel('名称').fill('服务台账管理');
    await row(/服务台账管理/).waitFor();
    await row(/会议研究/).click();
    await door.page.keyboard.press('Alt+ArrowUp');
    await door.page.getByText('已保存进度').waitFor();
    await door.page.reload();
    await button('标准库').click();
    await door.page.getByText('停在“结构”').waitFor();
    await button('继续').click();
    await row(/服务台账管理/).waitFor();
    const order = await row(/方案制定|会议研究/).allTextContents();
    expect(order.map((text) => /[一-龥]+/.exec(text)?.[0])).toEqual(['会议研究', '方案制定']);
  });

  it('undoes with the keyboard', async () => {
    await row(/方案制定/).click();
    await door.page.keyboard.press('Delete');
    await row(/方案制定/).waitFor({ state: 'detached' });
    await door.page.keyboard.press('Control+z');
    await row(/方案制定/).waitFor();
  });

  it('proposes rules with the words they were read from, and takes the sure ones at once', async () => {
    await next('规则');
    await row(/会议研究/).click();
    await door.page.locator('mark', { hasText: '扣5分' }).waitFor();
    await button(/接受全部有把握的（\d）/).click();
    expect(await row(/已定/).count()).toBe(2);
    await door.page.getByRole('tree').press('n');
    await door.page.getByRole('heading', { name: /方案制定/ }).waitFor();
    // Enter goes to what is put right, as in every step, and Esc back; the blank takes the rule.
    await door.page.keyboard.press('Enter');
    await door.page.getByLabel('计分方法').and(door.page.locator(':focus')).waitFor();
    await door.page.getByText('待定 1').waitFor();
    await door.page.keyboard.press('Escape');
    await door.page.locator('[role="tree"]:focus').waitFor();
    await door.page.keyboard.press(' ');
    await door.page.getByText('待定 0').waitFor();
  });

  it('checks sums and asks for what is missing before it saves', async () => {
    await next('检查');
    await door.page.getByText('全部读取：读取时 18 格都有着落').waitFor();
    await door.page.getByText('没有发现问题').waitFor();
    await next('核对');
    await next('标识');
    await next('保存');
    await door.page.getByText(/还不能保存：请填写版次；请填写自查参考线/).waitFor();
    expect(await button('保存为标准').isDisabled()).toBe(true);
    await button('去填写').click();
    await door.page.getByLabel('版次').fill('2026年');
    await door.page.getByLabel('自查参考线').fill('80');
    await next('保存');
    await button('保存为标准').click();
    await door.page.getByText(/已保存到标准库：某县窗口服务考核细则 2026年/).waitFor();
    const saved = (await readdir(join(door.root, '标准库'))).filter((name) => name.endsWith('.json'));
    expect(saved).toHaveLength(1);
    expect(JSON.parse(await readFile(join(door.root, '标准库', saved[0] ?? ''), 'utf8'))).toMatchObject({
      fullScore: '100.00',
      passScore: '80.00',
    });
    expect(await readdir(join(door.root, '标准库', '导入中'))).toEqual([]);
    expect((await readdir(join(door.root, '导出'))).join()).toContain('导入报告');
  });

  it('scores a new assessment by the imported standard', async () => {
    await button('用它新建自评').click();
    await door.page.getByLabel('单位名称').fill('导入测试局');
    await button('建立并打开').click();
    await door.page.getByRole('heading', { name: '单位与活动' }).waitFor();
    await door.page.getByRole('navigation').getByRole('button', { name: '逐项自评' }).click();
    await row(/会议研究/).click();
    await door.page.getByRole('textbox', { name: /（次）$/ }).fill('2');
    await door.page.getByText(/满分20分，扣2次×5分，得10分/).waitFor();
    await button('首页').click();
    await button('标准库').waitFor();
  });

  it('reads a table pasted from Word with its merged cells', async () => {
    await button('标准库').click();
    await paste(PASTED);
    await door.page.getByRole('checkbox', { name: /表1/ }).waitFor();
    await next('列');
    await door.page.getByText(/读出 2 个评分项/).waitFor();
    await next('结构');
    expect(await row(/便民服务|窗口|脱岗/).count()).toBeGreaterThanOrEqual(2);
    await button('标准库').click();
    await door.page.getByText('导入：粘贴的表格').waitFor();
  });

  it('copies a standard to a new edition and saves it beside the old one', async () => {
    await button('复制为新版本并编辑').first().click();
    await row(/./).first().waitFor();
    await next('规则');
    await next('检查');
    await next('核对');
    await next('标识');
    await next('保存');
    await button('保存为标准').click();
    await door.page.getByText(/已保存到标准库：.*修改稿/).waitFor();
  });
});
