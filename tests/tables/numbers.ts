import type { Plan } from './plan.ts';

const CHINESE = '一二三四五六七八九十';

export function chinese(number: number): string {
  if (number <= 10) return CHINESE[number - 1] ?? '';
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? CHINESE[tens - 1] : ''}十${ones > 0 ? CHINESE[ones - 1] : ''}`;
}

/** As written before the title of the section at this place. */
export function sectionNumber(style: Plan['sectionNumbers'], place: readonly number[]): string {
  const last = place.at(-1) ?? 1;
  switch (style) {
    case 'none':
      return '';
    case 'bare':
      return place.length === 1 ? chinese(last) : '';
    case 'dotted':
      return place.length === 1 ? `${last}.` : place.join('.');
    case 'chinese':
      return (
        [`${chinese(last)}、`, `（${chinese(last)}）`, `${last}.`, `（${last}）`][place.length - 1] ?? ''
      );
  }
}

/** An item's number before its title, in its number column, and by itself. */
export function itemNumber(plan: Plan, place: readonly number[], serial: number) {
  const last = place.at(-1) ?? 1;
  switch (plan.itemNumbers) {
    case 'none':
      return { number: '', cell: '', own: '' };
    case 'restart':
      // Unlike the level above, which may be written 1. too.
      return plan.sectionNumbers === 'chinese' && plan.depth >= 3
        ? { number: `${last})`, cell: '', own: String(last) }
        : { number: `${last}.`, cell: '', own: String(last) };
    case 'dotted':
      return { number: place.join('.') + (place.length === 1 ? '.' : ''), cell: '', own: place.join('.') };
    case 'column':
      return { number: '', cell: String(serial), own: String(serial) };
    case 'codes': {
      const own =
        place.length === 1
          ? `A${serial}`
          : `${'ABCDEFGH'[(place[0] ?? 1) - 1] ?? 'Z'}${place.slice(1).join('-')}`;
      return { number: '', cell: own, own };
    }
    case 'bare':
      return { number: chinese(last), cell: '', own: chinese(last) };
    case 'section':
      return { number: '', cell: String(place[0] ?? 1), own: '' };
  }
}
