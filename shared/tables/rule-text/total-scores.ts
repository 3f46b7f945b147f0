const NUMBER = '(?:\\d{2,4}(?:\\.\\d+)?|[六七八九]十)';
const GRADE =
  /(?:优秀|优良|优|良好|良|中等|中|一般|(?:基本|不)?(?:合格|达标|称职)|[较很]?[好差]|[A-E]|[一二三四五甲乙丙丁])(?:[级档类等]次?|等级)?/
    .source;
/** What a total is called, and whose or when it is; never one item's or another body's score. */
const TOTAL =
  '(?:[^,。;:]{0,14}:)?(?:凡|对于?|如果?|若|其|最[终后]|年[度终]|[本当]年度?|全年|[季月]度|半年|连续[^,。;]{1,3}[年次月度]|综合|考[核评]|评[价估定议比分]|测评|检查|验收|总体?|累计|合计|平均|实际|得|分[数值]?|成绩|结果|等[次级]|档次|率|被|[评列]?为|是|在|仅|达到?)*';
/** 60分以下, 低于60分, 70-79分, 不合格(60分以下). */
const BAND = [
  `(?:${GRADE}\\(?)?(?:[低少小]于|不[足满到]|未达到?|未满|[<≤>≥]=?)${NUMBER}(?=[分%),的者:]|$)`,
  `(?:${GRADE}\\(?)?${NUMBER}分?(?:\\([^)]*\\))?(?:及?以[上下]|[-~至到]+${NUMBER}分?)`,
].join('|');
const OF_TOTAL = new RegExp(
  `^${TOTAL}(?:${BAND}|(?<=(?:结果|等[次级]|档次|评)(?:被?[评列]?定?为|是)?)${GRADE})(?![^,]*[或且及和、])`,
);
/** A case of its own behind the score. */
const OTHER_CASE = /[的者]$|发生|出现|存在|造成|受到/;

/**
 * The words before a consequence say which total, or which grade of one, it follows: 得分低于60分的, 90分以上为优秀;
 * 70分以下. What follows is the use of a result, nothing that is scored.
 */
export function isOfTotal(condition: string): boolean {
  const clauses = condition.split(',').filter((clause) => clause !== '');
  const at = clauses.findLastIndex((clause) => OF_TOTAL.test(clause));
  return at >= 0 && !clauses.slice(at + 1).some((clause) => OTHER_CASE.test(clause));
}
