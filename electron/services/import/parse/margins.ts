import { cleanText, shorten } from './table.ts';

/** What a header or footer says beside a page's number; '' where that is nothing. */
export function marginWords(text: string): string {
  const words = cleanText(text.replace(/第\s*\d*\s*页|共\s*\d*\s*页/gu, ' ').replace(/\s+/gu, ' '));
  return /\p{Script=Han}|\d{6}/u.test(words) ? words : '';
}

/** What is told of it. */
export function marginDoubt(words: string): string {
  return `页眉或页脚写有“${shorten(words)}”，没有读取；里面有要求的请自行核对`;
}
