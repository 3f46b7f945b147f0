import type { Rollup } from '../../../../shared/registers/rollup/schema.ts';

const NO_UNIT = '没有选单位';

interface UnitChoice {
  readonly value: string;
  readonly label: string;
}

/** Every unit of the roll-up; first of all none. */
export function unitChoices({ units }: Pick<Rollup, 'units'>): UnitChoice[] {
  return [{ value: '', label: NO_UNIT }, ...units.map(({ id, name }) => ({ value: id, label: name }))];
}

export function unitNames({ units }: Pick<Rollup, 'units'>): ReadonlyMap<string, string> {
  return new Map([['', NO_UNIT], ...units.map(({ id, name }) => [id, name] as const)]);
}
