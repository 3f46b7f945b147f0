import { expect, it } from 'vitest';
import { readCaption, readLabel } from '../../../../../shared/tables/cells/labels.ts';
import { isPageBreak } from '../../../../../shared/tables/cells/page-breaks.ts';

it('a heading has forty characters at most', () => {
  const read = (text: string) => [readCaption(text), readLabel(text)].map((found) => found !== undefined);
  expect(['一、', '附件1：'].map((start) => read(start.padEnd(40, '长')))).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(['一、', '附件1：'].map((start) => read(start.padEnd(41, '长')))).toEqual([
    [false, false],
    [false, false],
  ]);
});

it('what a page break puts there has a hundred characters at most, blanks among them', () => {
  expect([100, 101].map((length) => isPageBreak('（续上页）'.padEnd(length)))).toEqual([true, false]);
});
