import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute, elementsOf, isHidden, isNoteMark, NOT_SHOWN, textOf } from './page-text.ts';
import { shorten } from './table.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** What a reader of the page sees in a cell, and its text does not say: Chinese sentences. */
export function cellDoubts(cell: Element): string[] {
  const struck = all(cell, isStruck)
    .map((element) => textOf(element))
    .filter((text) => text !== '');
  const hasNote = all(cell, isNoteMark).length > 0;
  return [
    ...(struck.length > 0 ? [struckWords(struck)] : []),
    ...(hasNote ? ['这一格有脚注，注文在表后的文字里'] : []),
  ];
}

export function struckWords(texts: readonly string[]): string {
  return `“${texts.map(shorten).join('”“')}”在原文件里带删除线，这里照读了；已作废的请删去`;
}

function isStruck(element: Element): boolean {
  return (
    ['s', 'strike'].includes(element.tagName) ||
    /text-decoration(-line)?\s*:[^;]*line-through/i.test(attribute(element, 'style') ?? '')
  );
}

/** The outermost ones that are shown. */
function all(element: Element, is: (each: Element) => boolean): Element[] {
  return elementsOf(element).flatMap((each) => {
    if (NOT_SHOWN.has(each.tagName) || isHidden(each)) return [];
    return is(each) ? [each] : all(each, is);
  });
}
