import { isDay } from './days.ts';

const NUMBER = /(?<!\d)\d{6}((?:18|19|20)\d\d)(\d\d)(\d\d)\d{3}[\dX](?![\dX])/giu;

/** Whether a number of the shape of a citizen's stands in a text, by the day of birth within it. */
export function hasIdentityNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\s-]/gu, '');
  return [...plain.matchAll(NUMBER)].some(([, ...born]) => isDay(born.slice(0, 3).join('-')));
}
