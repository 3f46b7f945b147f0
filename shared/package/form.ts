import { type Basis, basisOf, packageName } from '../standard/basis.ts';
import type { Campaign } from '../campaign/schema.ts';
import type { Standard } from '../standard/schema.ts';

/** Version of what a package holds beyond BagIt (docs/PACKAGE.md). Both are read; packages are made by the newest. */
export type Profile = 1 | 2;
export const NEWEST_PROFILE = 2;

/** The profile that a tag names; undefined for one that this program does not read. */
export function profileOf(tag: string): Profile | undefined {
  return tag === '1' ? 1 : tag === '2' ? 2 : undefined;
}

/** What the packages of all profiles call their number. */
export const PACKAGE_ID_LABELS = ['推荐包编号', '自查包编号', '材料包编号'] as const;
type PackageIdLabel = (typeof PACKAGE_ID_LABELS)[number];

/** How a package calls itself, in its names and texts. */
export interface PackageForm {
  readonly profile: Profile;
  /** What its tag says; absent in packages made before there was one. */
  readonly basis: Basis | undefined;
  readonly name: '推荐包' | '自查包';
  /** What stands for the name of a unit that has none. */
  readonly nameless: string;
}

export function formOf(standard: Standard, profile: Profile = NEWEST_PROFILE): PackageForm {
  return { profile, basis: basisOf(standard), name: packageName(standard), nameless: '未录入单位' };
}

/** What its number is called: a 推荐包 is what a unit hands in to be recommended. */
export function idLabel(
  { name, profile }: Pick<PackageForm, 'name' | 'profile'>,
  { kind }: Pick<Campaign, 'kind'>,
): PackageIdLabel {
  return profile > 1 && name === '推荐包' && kind !== 'recommendation' ? '材料包编号' : `${name}编号`;
}

/** Of packages made before: every one was a 推荐包, whatever its standard. */
export const FORMER_FORM: PackageForm = {
  ...{ profile: 1, basis: undefined },
  ...{ name: '推荐包', nameless: '未填单位' },
};
