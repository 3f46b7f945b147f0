import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { SourceTable } from '../../shared/tables/source-table.ts';
import { TABLE, wizard } from './importing.tsx';
import { withLayout } from './layout.ts';

withLayout({ height: 700 });

const table = (id: string, name: string, rows: readonly (readonly string[])[]): SourceTable => ({
  ...{ id, name, rows: rows.length, columns: 3 },
  cells: rows.flatMap((texts, row) =>
    texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
  ),
});
const ROSTER = table('2', '名册', [
  ['姓名', '单位', '电话'],
  ['张三', '甲所', '5550001'],
  ['李四', '乙所', '5550002'],
]);
const COPY: SourceTable = { ...TABLE, id: '3', name: '副本' };
const take = (name: string) => screen.getByRole('checkbox', { name });

it('does not say of a table that was left out that it is, once it is taken', async () => {
  const { user } = await wizard({ more: [ROSTER, COPY] });
  await screen.findByText('“名册”看起来不是评分表，请核对');
  await screen.findByText('“副本”与“考核细则”内容相同，请核对要不要都导入');
  expect(screen.queryByText(/没有导入/)).toBeNull();
  await user.click(take('名册'));
  await user.click(take('副本'));
  await screen.findByText('“名册”没有导入：不是评分表');
  await screen.findByText('“副本”没有导入：与“考核细则”内容相同');
  expect(screen.queryByText(/请核对/)).toBeNull();
});

it('says no good word of a table that is none to score by, whatever step one is at', async () => {
  const { next } = await wizard({ table: { ...ROSTER, id: '1', name: '考核细则' } });
  await screen.findByText('“考核细则”看起来不是评分表，请核对');
  await next('列');
  const doubt = /但“考核细则”看起来不是评分表，请核对/;
  await screen.findByText(doubt);
  expect(screen.queryByText(/全部读取/)).toBeNull();
  for (const name of ['结构', '规则', '检查']) await next(name);
  await screen.findByText(doubt);
  expect(screen.queryByText(/全部读取|没有发现问题/)).toBeNull();
  for (const name of ['核对', '标识', '保存']) await next(name);
  await screen.findByText(doubt);
});

it('believes who says which column holds the points', async () => {
  const list = table('1', '考核细则', [
    ['事项', '要求', '数'],
    ['开会', '有会议记录', '20'],
    ['台账', '台账齐全', '30'],
  ]);
  const { user, next } = await wizard({ table: list });
  await screen.findByText('“考核细则”看起来不是评分表，请核对');
  await next('列');
  await screen.findByText(/看起来不是评分表/);
  await user.click(screen.getByLabelText('第 3 列是'));
  await user.click(await screen.findByTitle('分值'));
  await screen.findByText('全部读取：9 格都有着落');
  expect(screen.queryByText(/看起来不是评分表/)).toBeNull();
  await user.click(screen.getByRole('button', { name: '上一步' }));
  expect(screen.queryByText(/看起来不是评分表|没有导入/)).toBeNull();
});

const VETO = table('2', '一票否决事项', [
  ['序号', '否决项目', '否决情形'],
  ['1', '败诉', '发生行政诉讼败诉案件的'],
]);

it('says nothing green over a table that scores and is not taken, and names it', async () => {
  const { user, next } = await wizard({ more: [VETO] });
  await user.click(take('一票否决事项'));
  await next('列');
  await screen.findByText(/^选用的表 \d+ 格都有着落/);
  for (const name of ['结构', '规则', '检查']) await next(name);
  const told = /^没有选用的表：“一票否决事项”，看起来是评分用的/;
  await screen.findByText(told);
  expect(screen.queryByText(/全部读取|没有发现问题/)).toBeNull();
  for (const name of ['核对', '标识', '保存']) await next(name);
  await screen.findByText(told);
  await user.click(screen.getByRole('button', { name: '去选表' }));
  await user.click(take('一票否决事项'));
  for (const name of ['列', '结构', '规则', '检查']) await next(name);
  await screen.findByText(/^全部读取/);
  expect(screen.queryByText(/没有选用的表/)).toBeNull();
});

it('names a table that is none to score by wherever good news would be told, and bars nothing', async () => {
  const roster = { ...ROSTER, before: ['以下人员参加检查。'], after: ['签字后存档。'] };
  const { user, next } = await wizard({ more: [roster, COPY] });
  await user.click(take('名册'));
  await user.click(take('副本'));
  await next('列');
  await screen.findByText('选用的 1 张表全部读取：17 格都有着落');
  for (const name of ['结构', '规则', '检查']) await next(name);
  const told = '没有选用的表：“名册”，看起来不是评分表，里面的内容和前后的 2 段文字不在这份标准里';
  const line = (await screen.findByText(told)).closest('li')!;
  const good = screen.getByText('选用的 1 张表全部读取：读取时 17 格都有着落');
  expect(good.className).not.toContain('standards-cells-read');
  expect(screen.queryByText('没有发现问题')).toBeNull();
  await next('核对');
  const place = screen.getByRole('region', { name: '名册' });
  for (const text of ['以下人员参加检查。', '签字后存档。'])
    expect(within(place).getByText(text).className).toContain('original-unused');
  for (const name of ['标识', '保存']) await next(name);
  await screen.findByText(told);
  await user.click(screen.getByRole('button', { name: '去填写' }));
  await user.type(screen.getByLabelText('版次'), '2026年');
  await user.type(screen.getByLabelText('自查参考线'), '80');
  await next('保存');
  await vi.waitFor(() =>
    expect(screen.getByRole('button', { name: '保存为标准' })).toHaveProperty('disabled', false),
  );
  for (const name of ['标识', '核对', '检查'])
    await user.click(screen.getByRole('button', { name: `上一步` })).then(() => screen.findByText(name));
  expect(line.isConnected).toBe(false);
  const again = (await screen.findByText(told)).closest('li')!;
  await user.click(within(again).getByRole('button', { name: '查看' }));
  expect(take('名册')).toHaveProperty('checked', false);
});

it('asks for a table that the form taken over had not, until somebody has looked at it', async () => {
  const { user, next, kept } = await wizard({ more: [VETO], unlike: ['2'] });
  await screen.findByText('沿用的标准里没有这张表，或者各列变了');
  for (const name of ['列', '结构', '规则', '检查']) await next(name);
  await screen.findByText(/^沿用的标准里没有、或者各列变了的表：“一票否决事项”/);
  expect(screen.queryByText('没有发现问题')).toBeNull();
  await user.click(screen.getByRole('button', { name: '去选表' }));
  await user.click(screen.getByRole('button', { name: '看过，要导入：一票否决事项' }));
  await vi.waitFor(() => expect(kept()?.unlike).toBeUndefined());
  for (const name of ['列', '结构', '规则', '检查']) await next(name);
  expect(screen.queryByText(/沿用的标准里没有/)).toBeNull();
});
