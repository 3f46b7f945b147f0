import { type Basis, basisOf, packageName } from '../standard/basis.ts';
import type { Standard } from '../standard/schema.ts';

/** How a package calls itself, in its names and texts. */
export interface PackageForm {
  /** What its tag says; absent in packages made before there was one. */
  readonly basis: Basis | undefined;
  readonly name: '推荐包' | '自查包';
  /** What stands for the name of a unit that has none. */
  readonly nameless: string;
}

export function formOf(standard: Standard): PackageForm {
  return { basis: basisOf(standard), name: packageName(standard), nameless: '未录入单位' };
}

/** Of packages made before: every one was a 推荐包, whatever its standard. */
export const FORMER_FORM: PackageForm = { basis: undefined, name: '推荐包', nameless: '未填单位' };
