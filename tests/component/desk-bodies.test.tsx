import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../shared/review/schema.ts';
import { startApp } from './app.tsx';
import { officialOf } from '../unit/shared/scoring/fixtures.ts';
import { CAMPAIGN, STANDARD } from './fixtures.ts';
import { TestHost } from './host.ts';
import { withLayout } from './layout.ts';

withLayout({ height: 600 });

const OFFICIAL = officialOf({ ...STANDARD, statement: '' });

async function startDesk(name: string, changes: Partial<Desk>, fill: (host: TestHost) => void) {
  const host = new TestHost();
  host.desk.create(OFFICIAL, changes);
  fill(host);
  const started = startApp(host);
  await started.user.click(await screen.findByRole('button', { name: '核验台' }));
  await started.user.click(await screen.findByRole('button', { name: '打开 测试核验台' }));
  const nav = within(await screen.findByRole('navigation', { name: '核验台' }));
  await started.user.click(nav.getByRole('button', { name }));
  return started;
}

const two = ({ desk }: TestHost) => {
  desk.put({ name: '甲局', superior: '甲市司法局', verified: true });
  desk.put({ name: '乙局', superior: '乙市司法局', verified: true });
};
const cellsOf = (unit: string): string =>
  screen.getByRole('button', { name: `核验 ${unit}` }).closest('[role=row]')?.textContent ?? '';

describe('推荐单位 on a provincial desk', () => {
  it('is set for several rows at once, apart from what the units wrote; renamed; undone', async () => {
    const { host, user } = await startDesk('核验总表', { level: 'province' }, two);
    expect(cellsOf('甲局')).toContain('未定');
    for (const unit of ['甲局', '乙局'])
      await user.click(screen.getByRole('checkbox', { name: `选中 ${unit}` }));
    await user.click(screen.getByRole('button', { name: '设推荐单位…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('推荐单位'), '示例市');
    await user.click(dialog.getByRole('button', { name: /确\s*定/ }));
    await waitFor(() =>
      expect(host.desk.current().placements).toMatchObject([{ body: '示例市' }, { body: '示例市' }]),
    );
    expect(cellsOf('甲局')).toContain('示例市');
    expect(cellsOf('甲局')).toContain('甲市司法局');

    await user.click(screen.getByRole('button', { name: '排名与择优' }));
    await user.click(await screen.findByRole('button', { name: '推荐单位名单…' }));
    await user.click(await screen.findByRole('button', { name: '改名或合并 示例市' }));
    const field = screen.getByLabelText('示例市的新名称');
    await user.clear(field);
    await user.type(field, '示例省直{Enter}');
    await waitFor(() => expect(host.desk.current().bodies).toEqual(['示例省直']));
    await user.click(screen.getAllByRole('button', { name: /关\s*闭/ }).at(-1)!);
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(host.desk.current().placements[0]?.body).toBe('示例市'));
  });

  it('is not set over what another page said while the dialog was open', async () => {
    let key = '';
    const { host, user } = await startDesk('核验总表', { level: 'province' }, ({ desk }) => {
      key = desk.put({ name: '甲局', verified: true });
    });
    await user.click(screen.getByRole('checkbox', { name: '选中 甲局' }));
    await user.click(screen.getByRole('button', { name: '设推荐单位…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('推荐单位'), '焦作市');

    const edit = { kind: 'place', keys: [key], body: '郑州市' };
    const step = { do: 'edit', edit, base: [null] };
    const ref = { document: 'desk', id: host.desk.current().id };
    expect(await host.elsewhere('changeDocument', { ...ref, step })).toMatchObject({ ok: true });
    fireEvent.focus(window);
    await waitFor(() => expect(cellsOf('甲局')).toContain('郑州市'));
    await user.click(dialog.getByRole('button', { name: /确\s*定/ }));
    await host.settled();
    expect(host.desk.current().placements).toMatchObject([{ body: '郑州市' }]);
  });

  it('goes with the whole batch that is handed in', async () => {
    const { host, user } = await startDesk('收件', { level: 'province' }, () => undefined);
    await user.type(await screen.findByLabelText('这批推荐包的推荐单位'), '示例市');
    await user.upload(screen.getByLabelText('选择推荐包', { selector: 'input' }), new File(['x'], '甲.zip'));
    await waitFor(() => expect(host.inputsOf('importPackages')).toMatchObject([{ body: '示例市' }]));
  });

  it('of a desk of before is told, and is the evaluator’s once it was looked at', async () => {
    const { host, user } = await startDesk('核验总表', { level: 'province', placedBySuperior: true }, two);
    await screen.findByText(/2 份由旧版程序收下的推荐包，推荐单位暂按单位填写的上级主管部门/);
    await user.click(screen.getByRole('button', { name: '已核对' }));
    await waitFor(() =>
      expect(host.desk.current()).toMatchObject({
        placedBySuperior: false,
        placements: [{ body: '甲市司法局' }, { body: '乙市司法局' }],
      }),
    );
    expect(screen.queryByText(/由旧版程序收下/)).toBeNull();
  });
});

describe('on the desk of one body', () => {
  it('推荐单位 is named once, and what is not named is said', async () => {
    const { host, user } = await startDesk('排名与择优', {}, two);
    await screen.findByText(/^未录入推荐单位；本推荐单位（含所属各县区、各单位）最多 2 个/);
    await user.type(screen.getByLabelText('推荐单位（名额按它计算）'), '示例市{Tab}');
    await waitFor(() => expect(host.desk.current().body).toBe('示例市'));
    await screen.findByText(/^示例市（含所属各县区、各单位）最多 2 个/);
  });

  it('行业 is corrected with a reason, beside the unit’s own word, and taken back', async () => {
    const { host, user } = await startDesk('核验总表', {}, two);
    await user.click(screen.getByRole('grid', { name: '核验总表' }));
    await user.keyboard('{ArrowDown}');
    await user.click(screen.getByRole('button', { name: /^更正行业、地域 / }));
    const dialog = within(await screen.findByRole('dialog'));
    const field = dialog.getByLabelText('行业');
    fireEvent.change(field, { target: { value: '税务' } });
    await user.click(dialog.getByRole('button', { name: /更\s*正/ }));
    expect(dialog.getByRole('alert').textContent).toBe('请写明更正的理由');
    await user.type(dialog.getByLabelText('理由（必填）'), '按三定方案');
    await user.click(dialog.getByRole('button', { name: /更\s*正/ }));
    await waitFor(() => expect(host.desk.current().corrections).toHaveLength(1));
    await screen.findByText('原填：城市管理');
    await screen.findByText('行业已更正：税务（原填：城市管理），理由：按三定方案');
    await user.click(screen.getByRole('button', { name: /^更正行业、地域 / }));
    await user.click(await screen.findByRole('button', { name: '恢复原填的行业' }));
    await waitFor(() => expect(host.desk.current().corrections).toEqual([]));
  });

  it.each([
    ['行业', '地域', { industry: '住建', region: '示例县' }],
    ['行业', '行业', { industry: '住建', region: undefined }],
  ])('%s that another page corrected while the dialog for %s was open stays', async (_, typed, after) => {
    let key = '';
    const { host, user } = await startDesk('核验总表', {}, ({ desk }) => {
      key = desk.put({ name: '甲局', verified: true });
    });
    await user.click(screen.getByRole('grid', { name: '核验总表' }));
    await user.keyboard('{ArrowDown}');
    await user.click(screen.getByRole('button', { name: '更正行业、地域 甲局' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(typed), { target: { value: '示例县' } });
    await user.type(dialog.getByLabelText('理由（必填）'), '按三定方案');

    const edit = { kind: 'correct', key, field: 'industry', value: '住建', reason: '另一页' };
    const ref = { document: 'desk', id: host.desk.current().id };
    const elsewhere = await host.elsewhere('changeDocument', {
      ...ref,
      step: { do: 'edit', edit, base: undefined },
    });
    expect(elsewhere).toMatchObject({ ok: true });
    fireEvent.focus(window);
    await dialog.findByRole('button', { name: '恢复原填的行业' });
    await user.click(dialog.getByRole('button', { name: /更\s*正/ }));
    await host.settled();
    const [correction] = host.desk.current().corrections;
    expect(correction?.industry?.value).toBe(after.industry);
    expect(correction?.industry?.reason).toBe('另一页');
    expect(correction?.region?.value).toBe(after.region);
  });

  it('a campaign that was changed in the library is offered, with what differs, and undone', async () => {
    const { quota } = CAMPAIGN;
    const campaign = { ...CAMPAIGN, quota: quota && { ...quota, perBody: 5 } };
    const { host, user } = await startDesk('排名与择优', { campaign }, two);
    await screen.findByText(`活动库里的“${CAMPAIGN.title}”已经修改，与本核验台的不同：名额`);
    await screen.findByText(/最多 5 个/);
    await user.click(screen.getByRole('button', { name: '采用新的内容' }));
    await screen.findByText(/最多 2 个/);
    await waitFor(() => expect(host.desk.current().campaign.quota?.perBody).toBe(2));
    expect(screen.queryByText(/已经修改/)).toBeNull();
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await screen.findByText(/最多 5 个/);
  });
});

it('a campaign that only says something otherwise in the library is no news', async () => {
  const campaign = { ...CAMPAIGN, title: '原来的标题', industries: ['税务'] };
  await startDesk('排名与择优', { campaign }, two);
  await screen.findByText(/^未录入推荐单位/);
  expect(screen.queryByText(/已经修改/)).toBeNull();
});

describe('what stands in the way of a button is said beside the field', () => {
  it('of a correction: too long, empty, nothing changed', async () => {
    const { host, user } = await startDesk('核验总表', {}, two);
    await user.click(screen.getByRole('grid', { name: '核验总表' }));
    await user.keyboard('{ArrowDown}');
    await user.click(screen.getByRole('button', { name: /^更正行业、地域 / }));
    const dialog = within(await screen.findByRole('dialog'));
    const field = dialog.getByLabelText('行业');
    await user.type(dialog.getByLabelText('理由（必填）'), '按三定方案');
    await user.click(dialog.getByRole('button', { name: /更\s*正/ }));
    expect(dialog.getByRole('alert').textContent).toBe('行业、地域都没有改动');
    fireEvent.change(field, { target: { value: '税'.repeat(51) } });
    expect(dialog.getByRole('alert').textContent).toMatch(/^最多 50 字，多了 1 字/);
    fireEvent.change(field, { target: { value: '' } });
    expect(dialog.getByRole('alert').textContent).toBe('不能改成空的，请填写行业');
    await user.click(dialog.getByRole('button', { name: /更\s*正/ }));
    expect(host.desk.current().corrections).toEqual([]);
  });

  it('of 推荐单位: nothing named, and a name that the list does not have', async () => {
    const quota = { ...CAMPAIGN.quota!, perBody: 2, bodies: [{ name: '示例市', count: 5 }] };
    const campaign = { ...CAMPAIGN, quota };
    const { user } = await startDesk('核验总表', { level: 'province', campaign }, two);
    await user.click(screen.getByRole('checkbox', { name: '选中 甲局' }));
    await user.click(screen.getByRole('button', { name: '设推荐单位…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: /确\s*定/ }));
    expect(dialog.getByRole('alert').textContent).toBe('请选择或填写推荐单位');
    await user.type(dialog.getByLabelText('推荐单位'), '别的市');
    expect(dialog.getByText('名单里没有这个名称，按2个算')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: /确\s*定/ }));

    await user.click(screen.getByRole('button', { name: '排名与择优' }));
    await user.click(await screen.findByRole('button', { name: '推荐单位名单…' }));
    await user.click(screen.getByRole('button', { name: /添\s*加/ }));
    await screen.findByText('请填写推荐单位的名称');
    expect(screen.getByRole('row', { name: /^示例市/ }).textContent).toContain('通知列出，不能改名');
    expect(screen.queryByRole('button', { name: '改名或合并 示例市' })).toBeNull();
    await user.click(await screen.findByRole('button', { name: '改名或合并 别的市' }));
    await user.type(screen.getByLabelText('别的市的新名称'), '局');
    expect(screen.getByText('名单里没有这个名称，按2个算')).toBeTruthy();
  });

  it('of the desk of one body: the list is offered, another name gets the general number', async () => {
    const quota = { ...CAMPAIGN.quota!, perBody: 2, bodies: [{ name: '示例市', count: 5 }] };
    const { user } = await startDesk('排名与择优', { campaign: { ...CAMPAIGN, quota } }, two);
    const field = await screen.findByLabelText('推荐单位（名额按它计算）');
    expect([...(field as HTMLInputElement).list!.options].map(({ value }) => value)).toEqual(['示例市']);
    await user.type(field, '别的市{Tab}');
    await screen.findByText('名单里没有这个名称，按2个算');
  });
});

describe('示范点验收', () => {
  it('has its own words, and shows what the unit states beside 实地核验', async () => {
    const statement = {
      code: 'c1',
      title: '未被通报',
      source: { document: '测字', clause: '一' },
      words: '',
      whose: '',
    };
    const campaign = { ...CAMPAIGN, kind: 'acceptance' as const, quota: undefined, vetoes: [statement] };
    const { user } = await startDesk('验收与确认', { campaign }, ({ desk }) => {
      desk.put({
        name: '甲局',
        verified: true,
        changes: {
          answers: { c1: true },
          guidance: [
            {
              id: '77777777-7777-4777-8777-777777777777',
              date: '2026-06-10',
              by: '示例市司法局',
              content: '现场指导文书',
            },
          ],
        },
      });
    });
    await screen.findByRole('heading', { name: '拟确认 0 个' });
    await screen.findByText(/验收分数线 90 分/);
    await screen.findByText(/通知没有规定名额，验收合格的都可以确认/);
    // No number depends on who recommends, nor on who stands before an equal.
    expect(screen.getByLabelText('推荐单位（可以不填）')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/名额按它计算|同分/);
    await user.click(screen.getByRole('checkbox', { name: '确认 甲局' }));
    await user.click(screen.getByRole('button', { name: '导出' }));
    expect(await screen.findByRole('radio', { name: '拟确认的（1）' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '验收与确认' }));
    expect(document.body.textContent).not.toContain('推荐对象');
    await user.click(screen.getByRole('button', { name: '核验 甲局' }));
    await user.click(await screen.findByRole('button', { name: '实地核验' }));
    const card = within(await screen.findByRole('region', { name: '单位填报的情况' }));
    expect(card.getByText('2026-06-10，示例市司法局，现场指导文书')).toBeTruthy();
    expect(card.getByText('否决事项：未被通报').closest('tr')?.textContent).toContain('是');
  });
});
