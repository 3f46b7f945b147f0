import { advice, BODY_CLAUSE, type CaseFinding, type CaseSource, TITLE_CLAUSE } from '../finding.ts';
import { headingsIn, type Part, PARTS } from '../part-names.ts';
import { type CaseText, wholeOf } from '../text.ts';

const PROCESS: readonly Part[] = ['基本案情', '研判分析', '具体举措', '取得的成效'];

/** The notice says what a case 可以分为, so what is missing is advice. 实施过程 is there where one of its parts is. */
export function checkParts(text: CaseText): CaseFinding[] {
  const { head, title, lines, body } = text;
  if (lines.length === 0) return [];
  const there = new Set(body.flatMap((line) => headingsIn(line.text).map(({ part }) => part)));
  const hasProcess = there.has('实施过程') || PROCESS.some((part) => there.has(part));
  const isMissing = (part: Part): boolean => {
    if (part === '实施过程') return !hasProcess;
    return !there.has(part) && (hasProcess || !PROCESS.includes(part));
  };
  const lacks = (message: string, source: CaseSource) =>
    advice(wholeOf(text), { code: 'missing-part', message, source });
  const above = head.at(-1)?.text;
  const begins = above === undefined ? '第一行' : `“${above}”下面一行`;
  const untitled =
    lines.length === 1
      ? '没有找到“标题”，建议补上'
      : `没有找到“标题”：${begins}是段落、小标题或超过 40 字，算作正文，计入字数；请在${begins === '第一行' ? '最前面' : '它前面'}补上简短的标题`;
  return [
    ...(title ? [] : [lacks(untitled, TITLE_CLAUSE)]),
    ...PARTS.filter(isMissing).map((part) => lacks(`没有找到“${part}”，建议补上，或加小标题`, BODY_CLAUSE)),
  ];
}
