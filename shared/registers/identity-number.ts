import { UNSEEN } from '../values/text.ts';
import { isDay } from './days.ts';

/** Groups of digits with no more than a blank or a sign between them. */
const STRETCH = /\d[\dX]*(?:[\s.·–—()-]+[\dX]+)*/gu;
const GAP = /[\s.·–—()-]+/u;
/** No number that is looked for is longer. */
const LONGEST = 19;

/**
 * Every number that groups of digits make, each alone and together with the next ones: 410100 19900101 1234 is one of 18,
 * and of 123456 410100199001011234 the second is.
 */
export function numbersIn(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/\s/gu, ' ').replace(UNSEEN, ' ').toUpperCase();
  return (plain.match(STRETCH) ?? []).flatMap((stretch) => {
    const groups = stretch.split(GAP).filter(Boolean);
    return groups.flatMap((_, from) => {
      const numbers: string[] = [];
      let number = '';
      for (const group of groups.slice(from, from + LONGEST)) {
        number += group;
        if (number !== group && number.length > LONGEST) break;
        numbers.push(number);
      }
      return numbers;
    });
  });
}

const BORN = /^\d{6}((?:18|19|20)\d\d)(\d\d)(\d\d)\d{3}[\dX]$/u;
/** As long as one, old ones too, and those with a digit too few or run into others. */
const LONG = /^(?:\d{15}|\d{17,}|\d{16,}X)$/u;

/** Whether a number of the shape of a citizen's stands in a text, by the day of birth within it. */
export function hasIdentityNumber(text: string): boolean {
  return numbersIn(text).some((number) => {
    const born = BORN.exec(number);
    return born !== null && isDay(born.slice(1, 4).join('-'));
  });
}

/** The same by the length alone: where only short numbers belong. */
export function hasIdentityLength(text: string): boolean {
  return numbersIn(text).some((number) => LONG.test(number));
}
