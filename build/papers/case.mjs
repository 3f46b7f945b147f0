import { heading, mark, paper, text, title } from './parts.mjs';

/** 典型案例: filled by electron/services/registers/case-paper.ts. */
export const caseOfYear = () =>
  paper('典型案例', [
    mark('【#标题】'),
    title('【标题】'),
    mark('【/标题】'),
    mark('【#段落】'),
    mark('【#是小标题】'),
    heading('【文字】'),
    mark('【/是小标题】'),
    mark('【^是小标题】'),
    text('【文字】'),
    mark('【/是小标题】'),
    mark('【/段落】'),
  ]);
