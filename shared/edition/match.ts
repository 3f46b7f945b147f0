import { groupBy, likenesses, pairUp, plainText } from '../values/pair.ts';
import type { Place } from '../standard/places.ts';

/**
 * From this share of common bigrams on, two texts are taken for two wordings of one entry. Different items of the
 * shipped reference standard share up to 0.47.
 */
const ALIKE = 0.6;
/**
 * The same, where the code is the same as well. A code alone proves nothing: numbers are given anew when an entry
 * is inserted above. Of the pairs of different items in the reference standard 1.4 % share as much.
 */
const ALIKE_UNDER_ONE_CODE = 0.3;

/**
 * Which place of the old edition is which of the new one. Surest first: code and text, then text alone, then
 * a title that only one place on each side has, then the texts that are most alike. Kinds never mix: what
 * was stated for an item says nothing as a bonus.
 *
 * The normalised texts themselves are compared: they are equal exactly where their hashes are.
 */
export function matchPlaces(old: readonly Place[], fresh: readonly Place[]): Map<Place, Place> {
  const text = ({ kind, title, criterion }: Place): string => key(kind, title, criterion);
  const pairs = pairUp(
    old,
    fresh,
    (place) => key(place.code, text(place)),
    (place) => key(sectionOf(place), text(place)),
    text,
  );
  const add = (a: Place, b: Place): void => {
    pairs.set(a, b);
    taken.add(b);
  };
  const taken = new Set(pairs.values());
  const restOfOld = (): Place[] => old.filter((place) => !pairs.has(place));
  const restOfFresh = (): Place[] => fresh.filter((place) => !taken.has(place));

  const title = ({ kind, title: words }: Place): string => key(kind, words);
  const freshByTitle = groupBy(restOfFresh(), title);
  for (const [words, [only, ...others]] of groupBy(restOfOld(), title)) {
    const [partner, ...more] = freshByTitle.get(words) ?? [];
    if (only && partner && others.length + more.length === 0) add(only, partner);
  }

  const [oldRest, freshRest] = [restOfOld(), restOfFresh()];
  const words = (place: Place): string => place.title + place.criterion;
  const candidates = likenesses(oldRest.map(words), freshRest.map(words), (at) => {
    const [a, b] = [oldRest[at.old], freshRest[at.fresh]];
    if (!a || !b || a.kind !== b.kind) return false;
    const oneCode = a.code === b.code;
    return at.share >= ALIKE || (oneCode && (at.share >= ALIKE_UNDER_ONE_CODE || title(a) === title(b)));
  });
  for (const at of candidates.sort((x, y) => y.share - x.share)) {
    const [a, b] = [oldRest[at.old], freshRest[at.fresh]];
    if (a && b && !pairs.has(a) && !taken.has(b)) add(a, b);
  }
  return pairs;
}

function sectionOf(place: Place): string {
  return place.kind === 'item' ? (place.path.at(-1)?.title ?? '') : '';
}

const key = (...parts: string[]): string => parts.map(plainText).join('\u0000');
