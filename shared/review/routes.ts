import { distinctNames } from '../values/bare-name.ts';
import type { Candidate } from './candidate.ts';
import { isSameUnit, traitsOf } from './identity.ts';

/** A unit that comes through more than one recommending body (its 地 and its 系统): one of them may recommend it. */
export interface Routes {
  /** Its own body first. */
  readonly bodies: readonly string[];
  /** Its other packages, under other bodies. */
  readonly others: readonly string[];
}

/**
 * By key, for every package whose unit was handed in under two bodies, by its name or 统一社会信用代码, or which was itself.
 * On the desk of one body there is none. Drafts and samples are nobody's recommendation. Costs in proportion to what is
 * alike. Pure.
 */
export function routesOf(rows: readonly Candidate[]): ReadonlyMap<string, Routes> {
  const counted = rows.filter(({ draft, sample }) => !draft && !sample);
  const alike = new Map<string, Candidate[]>();
  for (const each of counted) {
    for (const trait of traitsOf(each)) {
      const group = alike.get(trait);
      if (group) group.push(each);
      else alike.set(trait, [each]);
    }
  }
  const found = counted.map((mine): [string, Routes] => {
    const near = new Set(traitsOf(mine).flatMap((trait) => alike.get(trait) ?? []));
    const same = [...near].filter((other) => other !== mine && isSameUnit(mine, other));
    const bodies = distinctNames([mine, ...same].flatMap(({ body, alsoBodies }) => [body, ...alsoBodies]));
    return [
      mine.key,
      { bodies, others: same.filter(({ body }) => body !== mine.body).map(({ key }) => key) },
    ];
  });
  return new Map(found.filter(([, { bodies }]) => bodies.length > 1));
}

/** In one sentence without a full stop. */
export function routesSentence({ bodies }: Pick<Routes, 'bodies'>): string {
  const named = bodies.map((body) => `“${body}”`).join('、');
  return `同一单位经${named}${bodies.length}个推荐单位报送，请核实以哪一个为准`;
}
