import { withoutBlanks } from '../blanks.ts';
import { advice, BODY_CLAUSE, type CaseFinding } from '../finding.ts';
import { headingsIn } from '../part-names.ts';
import type { CaseText } from '../text.ts';

/** 数据: digits, or Chinese numerals before a measure. 评价: what others said of it. */
const SUPPORT =
  /\p{Nd}|百分之|(?!一个(?!月|工作日|小时|季度)|一起(?!投诉|案|纠纷|事)|一家(?=人|亲)|一次(?=性|次)|一天(?=天))[一二两三四五六七八九十百千万]+[余多]?(?:家|户|人|件|起|次|天|日|元|个|名|倍|成|小时)|评价|满意|好评|点赞|锦旗|感谢|认可|表扬|称赞|肯定/u;

/** 取得的成效 should rest on 数据、评价. */
export function checkResults({ text, body }: CaseText): CaseFinding[] {
  const headings = body.flatMap((line) =>
    headingsIn(line.text).map(({ part, from, to }) => ({ part, from: line.from + from, to: line.from + to })),
  );
  const at = headings.findIndex(({ part }) => part === '取得的成效');
  const heading = headings[at];
  if (!heading || isSupported(text.slice(heading.to, headings[at + 1]?.from))) return [];
  const message = '“取得的成效”里没有数据或评价，建议补上';
  return [advice(heading, { code: 'results-unsupported', message, source: BODY_CLAUSE })];
}

function isSupported(words: string): boolean {
  return SUPPORT.test(withoutBlanks(words)?.text ?? words);
}
