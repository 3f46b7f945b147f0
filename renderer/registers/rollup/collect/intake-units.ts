import type { Rollup } from '../../../../shared/registers/rollup/schema.ts';
import { nameKey } from '../../../../shared/registers/rollup/units.ts';

/** The unit that a folder around a file bears the name of, to begin with; undefined where none does. */
export function unitOfFolder({ units }: Pick<Rollup, 'units'>, path: string): string | undefined {
  const folders = path.split(/[\\/]/u).slice(0, -1).map(nameKey);
  return units.find(({ name }) => folders.includes(nameKey(name)))?.id;
}
