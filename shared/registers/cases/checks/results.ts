import { withoutBlanks } from '../blanks.ts';
import { advice, BODY_CLAUSE, type CaseFinding } from '../finding.ts';
import { headingsIn } from '../part-names.ts';
import type { CaseText } from '../text.ts';

/** 数据: digits, or Chinese numerals before a measure. 评价: what others said of it. */
const SUPPORT =
  /\p{Nd}|百分之|(?!一个(?!月|工作日|小时|季度)|一起(?!投诉|案|纠纷|事)|一家(?=人|亲)|一次(?=性|次)|一天(?=天))[一二两三四五六七八九十百千万]+[余多]?(?:家|户|人|件|起|次|天|日|元|个|名|倍|成|小时)|零(?:投诉|举报|信访|上访|复议|诉讼|事故|违法|纠纷|差错|案件|发生)|评价|满意|好评|点赞|锦旗|感谢|认可|表扬|称赞|肯定/u;

/** 2023年, 3月5日, 第33条, 〔2020〕9号, 100号, “1+3”, 千家万户: numbers that measure nothing. */
const NO_DATA =
  /(?:19|20)\p{Nd}{2}(?:年度?|[-./]\p{Nd}{1,2}(?:[-./]\p{Nd}{1,2})?(?!\p{Nd}))|\p{Nd}{1,2}月(?:份|\p{Nd}{1,2}[日号])?|第\p{Nd}+(?:[条款项章节届期批号季轮]|季度)|〔\p{Nd}+〕|\p{Nd}+(?:号(?!召)|楼|栋|路公交)|\p{Nd}+(?:[+＋]\p{Nd}+)+|千家万户|万家灯火|一日千里|百家争鸣|三天两头|千人[一千]面/gu;

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
  return SUPPORT.test((withoutBlanks(words)?.text ?? words).replace(NO_DATA, '，'));
}
