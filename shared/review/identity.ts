import { bareName } from '../values/bare-name.ts';
import type { Candidate } from './candidate.ts';

/** What a package says of whose it is; all of it is claimed by the package, none of it proven. */
export type Identity = Pick<
  Candidate,
  | 'key'
  | 'fileName'
  | 'assessmentId'
  | 'packageId'
  | 'sealCode'
  | 'unit'
  | 'creditCode'
  | 'standardContent'
  | 'revision'
  | 'draft'
  | 'sample'
>;

/** Two packages that cannot both be what they say, seen from one of them; the sentence is Chinese. */
export interface Collision<T extends Identity = Identity> {
  readonly other: T;
  readonly sentence: string;
}

function bareCode(creditCode: string): string {
  return bareName(creditCode).toUpperCase();
}

/** Equal codes, or equal names where not both state another code. A package without a name is nobody's. */
export function isSameUnit(a: Identity, b: Identity): boolean {
  const [mine, theirs] = [bareCode(a.creditCode), bareCode(b.creditCode)];
  if (mine !== '' && theirs !== '') return mine === theirs;
  const name = bareName(a.unit);
  return name !== '' && name === bareName(b.unit);
}

/** The very same package, whatever became of the archive around it. */
export function isSamePackage(
  a: Pick<Identity, 'packageId' | 'sealCode' | 'unit'>,
  b: Pick<Identity, 'packageId' | 'sealCode' | 'unit'>,
): boolean {
  return (
    a.sealCode !== '' &&
    a.sealCode === b.sealCode &&
    a.packageId === b.packageId &&
    bareName(a.unit) === bareName(b.unit)
  );
}

/**
 * In what two packages collide, in Chinese; '' where they go together: two revisions of one unit, or two units. An
 * id alone proves nothing: a unit that took a neighbour's package as its starting point brings the neighbour's id.
 * Samples are compared with samples only: they can take no unit's place, and no unit theirs.
 */
export function collisionOf(a: Identity, b: Identity): string {
  if (a.key === b.key || a.sample !== b.sample) return '';
  return a.assessmentId === b.assessmentId ? underOneId(a, b) : underTwoIds(a, b);
}

function underOneId(a: Identity, b: Identity): string {
  const differences: string[] = [];
  const [name, other] = [bareName(a.unit), bareName(b.unit)];
  // A draft may still lack its unit's name; a final package that does takes nobody's place.
  const notYet = (a.draft && name === '') || (b.draft && other === '');
  if (name !== other && !notYet) {
    differences.push(`单位名称不同（“${a.unit || '未录入'}”与“${b.unit || '未录入'}”）`);
  }
  const [code, theirs] = [bareCode(a.creditCode), bareCode(b.creditCode)];
  if (code !== '' && theirs !== '' && code !== theirs) {
    differences.push(`统一社会信用代码不同（${code}与${theirs}）`);
  }
  if (a.standardContent !== b.standardContent) differences.push('所用标准不同');
  // Drafts are numbered beside the final ones.
  if (!a.draft && !b.draft && a.revision === b.revision && a.sealCode !== b.sealCode) {
    differences.push(`都是第${a.revision}版，封签码却不同（${a.sealCode || '无'}与${b.sealCode || '无'}）`);
  }
  return differences.length === 0 ? '' : `自评档案编号相同，但${differences.join('，')}`;
}

function underTwoIds(a: Identity, b: Identity): string {
  if (!isSameUnit(a, b)) return '';
  const [code, theirs] = [bareCode(a.creditCode), bareCode(b.creditCode)];
  const what = code !== '' && code === theirs ? `统一社会信用代码（${code}）` : '单位名称';
  return `${what}相同，自评档案编号却不同`;
}

/** Every package that each one collides with, by key, in the order of `all`. Costs in proportion to what is alike. */
export function collisionsOf<T extends Identity>(all: readonly T[]): ReadonlyMap<string, Collision<T>[]> {
  const alike = new Map<string, T[]>();
  const traits = new Map(all.map((each) => [each.key, traitsOf(each)]));
  for (const each of all) {
    for (const trait of traits.get(each.key) ?? []) {
      const group = alike.get(trait);
      if (group) group.push(each);
      else alike.set(trait, [each]);
    }
  }
  const found = all.map((each): [string, Collision<T>[]] => {
    const others = new Set((traits.get(each.key) ?? []).flatMap((trait) => alike.get(trait) ?? []));
    return [each.key, against(each, [...others])];
  });
  return new Map(found.filter(([, collisions]) => collisions.length > 0));
}

/** What one package collides with among `others`. */
export function against<T extends Identity>(mine: Identity, others: readonly T[]): Collision<T>[] {
  return others.flatMap((other) => {
    const what = collisionOf(mine, other);
    return what === '' ? [] : [{ other, sentence: `身份存疑：与${nameOf(other)}${what}` }];
  });
}

function nameOf({ unit, revision, fileName }: Identity): string {
  return `${unit === '' ? '' : `“${unit}”`}第${revision}版（${fileName}）`;
}

/** Two packages can collide, or be the very same, only where they have one of these in common. */
export function traitsOf({ assessmentId, unit, creditCode, sealCode }: Identity): string[] {
  const [name, code] = [bareName(unit), bareCode(creditCode)];
  return [
    `id ${assessmentId}`,
    ...(name === '' ? [] : [`name ${name}`]),
    ...(code === '' ? [] : [`code ${code}`]),
    ...(sealCode === '' ? [] : [`seal ${sealCode}`]),
  ];
}
