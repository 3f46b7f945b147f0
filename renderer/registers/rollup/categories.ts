import type { Plan, PlanTable } from '../../../shared/registers/plan.ts';
import { categoriesIn } from '../../../shared/registers/rollup/grid.ts';
import type { Rollup } from '../../../shared/registers/rollup/schema.ts';
import { categoryName, categoryNames } from '../../../shared/registers/rollup/words.ts';

/** By the value of a choice: `plan category`. */
export function tableFor(
  plans: readonly Plan[],
  chosen: string,
): { readonly plan: Plan; readonly table: PlanTable } | undefined {
  return plans
    .flatMap((plan) => plan.tables.map((table) => ({ plan, table })))
    .find(({ plan, table }) => `${plan.id} ${table.category}` === chosen);
}

interface CategoryChoice {
  readonly value: string;
  readonly label: string;
}

/** The categories that have units, each with how many. */
export function categoryChoices(rollup: Rollup, plans: readonly Plan[]): CategoryChoice[] {
  const names = categoryNames(plans);
  return categoriesIn(rollup, Object.keys(names)).map((code) => {
    const { length } = rollup.units.filter(({ category }) => category === code);
    return { value: code, label: `${categoryName(names, code)}（${length}）` };
  });
}

/** All that a unit may be. */
export function allCategories(plans: readonly Plan[], now: string): CategoryChoice[] {
  const names = categoryNames(plans);
  const codes = ['', ...Object.keys(names)];
  return [...codes, ...(codes.includes(now) ? [] : [now])].map((value) => ({
    value,
    label: categoryName(names, value),
  }));
}
