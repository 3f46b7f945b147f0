import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Plan, planForm } from '../../../shared/registers/plan.ts';
import { decode } from '../../../shared/stored-form.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { guarded, ifThere } from '../base/failures.ts';
import { parseJson } from '../files/durable-json.ts';

const LOADING = { action: '读取年度任务分解表', effect: '年度工作没有改动。' };

/** The notices that come with the program, by their names; none where there is no folder of them. */
export async function loadPlans(resources: string): Promise<Plan[]> {
  const folder = join(resources, 'scoring-standards', 'tasks');
  return guarded(LOADING, async () => {
    const names = ((await ifThere(readdir(folder))) ?? []).filter((name) => name.endsWith('.json')).sort();
    return Promise.all(
      names.map(async (name) => decode(planForm, parseJson(await readFile(join(folder, name), 'utf8')))),
    );
  });
}

/** Throws a UserError for one that is not there. */
export function planTable(
  plans: readonly Plan[],
  { plan: id, category }: { plan: string; category: string },
) {
  const plan = plans.find((each) => each.id === id);
  const table = plan?.tables.find((each) => each.category === category);
  if (plan && table) return { plan, table };
  throw new UserError({
    code: 'plan-unknown',
    message: '找不到所选的年度任务分解表。',
    effect: '没有建立年度工作。',
    remedy: '请刷新后重新选择。',
  });
}
