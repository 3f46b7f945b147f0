import { own } from '../values/own.ts';
import type { Fact, Item, Source, Standard } from './schema.ts';

/** What a unit answered, by the code of the fact; a fact without an answer has none yet. */
export type Facts = Readonly<Record<string, boolean>>;

/** The facts that a unit of this category is asked about; the others hold for it. */
export function factsAsked({ facts }: Pick<Standard, 'facts'>, category: string): Fact[] {
  return facts.filter(({ notAskedOf }) => !notAskedOf.includes(category));
}

/** Under which circumstances an item is a 合理缺项 for a unit of this category. */
export interface Exemption {
  /** In one sentence; '' where the item has to be scored. */
  readonly words: string;
  /** The documents that say so; none: it is inferred by whoever made the standard. */
  readonly sources: readonly Source[];
}

/**
 * Pure. `needs` exempts whoever lacks one of the functions and is asked about it; `notApplicableWhen` stands beside it, for
 * the categories of `notApplicableFor`. Whose category is not known yet is held to none of them.
 */
export function exemptionOf(standard: Standard, item: Item, category: string): Exemption {
  const { needs = [], notApplicableWhen = '', notApplicableFor, notApplicableBasis = [] } = item;
  const isFor = category === '' || (notApplicableFor?.includes(category) ?? true);
  const asked = factsAsked(standard, category);
  const lacking = needs.flatMap((code) => asked.filter((fact) => fact.code === code));
  const words = exemptionWords(
    lacking.map(({ title }) => title),
    isFor ? notApplicableWhen : '',
  );
  return { words, sources: words === '' ? [] : notApplicableBasis };
}

/** `functions`: the titles of what the item needs. Without a full stop; '' where nothing exempts. */
export function exemptionWords(functions: readonly string[], notApplicableWhen: string): string {
  return [
    ...(functions.length === 0 ? [] : [`没有${functions.join('或者')}的单位`]),
    ...(notApplicableWhen === '' ? [] : [notApplicableWhen]),
  ].join('；');
}

/** Whose rule an exemption is, for people: the clause, or that nobody wrote it. Without a full stop. */
export function exemptionOrigin({ sources }: Exemption, { authority }: Pick<Standard, 'authority'>): string {
  if (sources.length > 0)
    return sources.map(({ document, clause }) => `${document} ${clause}`.trim()).join('、');
  return authority === 'reference' ? '本软件推断，文件没有写明' : '按本标准';
}

/** The functions that the item needs and the unit says it lacks. */
export function missingFacts(standard: Standard, item: Item, { facts, category }: UnitFacts): Fact[] {
  const asked = factsAsked(standard, category);
  return asked.filter(({ code }) => item.needs?.includes(code) === true && own(facts, code) === false);
}

/** What of a unit decides its 合理缺项. */
export interface UnitFacts {
  readonly category: string;
  readonly facts: Facts;
}

export function unitFacts({
  category,
  facts = {},
}: {
  readonly category: string;
  readonly facts?: Facts | undefined;
}): UnitFacts {
  return { category, facts };
}
