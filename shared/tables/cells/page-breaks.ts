import { squeeze } from '../rule-text/compact.ts';
import { CONTINUED } from './cell-texts.ts';
import type { Grid } from './grid.ts';

/** Neither such words nor a title are longer. */
const LONGEST = 100;
/** 续表, 续上页, 接上表, 续表1. */
const GOES_ON = '(?:续|[续接承][上前]?一?[页表]|上[接承]第?\\d*[页表])';
/** 转下页, 过次页, 下接第3页. */
const TURNS = '(?:[转过接续][下次后]一?[页表]|下[接转]第?\\d*[页表])';
const NUMBER = '(?:\\d{1,3}(?:-\\d{1,3})?|[一二三四五六七八九十]{1,3})';
const BREAK = new RegExp(`^[([]?(?:${GOES_ON}|${TURNS})${NUMBER}?[)\\]]?[:。.…]*$`);
/** 附件1（续）, 续附表二, 表2（接上页）. */
const LABEL_AGAIN = new RegExp(
  `^(?:\\(?续\\)?附?[件表]${NUMBER}?|附?[件表]${NUMBER}?[:]?\\(?${GOES_ON}\\)?)[:。]*$`,
);
const PAGE = /^(?:第\d+页(?:[,，/]?共\d+页)?|共\d+页[,，/]?第\d+页|-\d+-)$/;

/** What a page break puts between rows or tables, and nothing of the standard: （续上页）, 续表, 附件1（续）, — 2 —. */
export function isPageBreak(text: string): boolean {
  if (text.length > LONGEST) return false;
  const words = squeeze(text);
  return BREAK.test(words) || LABEL_AGAIN.test(words) || PAGE.test(words);
}

export function pageBreakRows(grid: Grid): number[] {
  return Array.from({ length: grid.rows }, (_, row) => row).filter((row) => isPageBreakRow(grid, row));
}

/** A row of such words; 承前页 has a sum beside it, and a name may be empty but for its number. */
export function isPageBreakRow(grid: Grid, row: number): boolean {
  const texts = grid.cellsIn(row).map(({ text }) => text);
  return (
    texts.some(isPageBreak) && texts.every((text) => isPageBreak(text) || /^[\d.]+分?$/.test(squeeze(text)))
  );
}

const TITLE = /(?:细则|办法|表|方案|制度|标准|体系)$/;

/** 某市评分标准（续）, with what stands in brackets said or not: the title of the whole once more, at the top of a page. */
export function isTitleOnceMore(text: string, titles: readonly string[]): boolean {
  const words = text.length > LONGEST ? '' : plainTitle(text);
  if (words.length <= 5) return false;
  return (
    titles.some((title) => title.length <= LONGEST && plainTitle(title) === words) ||
    (isGoneOn(text) && TITLE.test(words))
  );
}

/** 组织领导（续）, 续表: a page break says that it goes on. */
export function isGoneOn(text: string): boolean {
  return CONTINUED.test(text.trim());
}

function plainTitle(text: string): string {
  return squeeze(text.replace(CONTINUED, '')).replace(/(?:\([^()]*\))+$/, '');
}
