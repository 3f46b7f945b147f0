/** As offices head the day until which something is to be done; what says only 完成时间 or 时限 is the words of the notice. */
export const PLANNED_HEADINGS: readonly string[] = [
  ...['计划', '拟', '拟定', '预计', '预定', '应', '要求', '规定', '最迟', '最晚', '目标'].flatMap((word) => [
    `${word}完成日期`,
    `${word}完成时间`,
    `${word}完成日`,
    `${word}办结日期`,
    `${word}办结时间`,
  ]),
  ...['计划日期', '计划时间', '完成期限', '办结期限', '截止日期', '截止时间', '截至日期', '截至时间'],
  ...['截止日', '到期日', '到期日期', '到期时间', '最后期限', '最后日期', '报送截止时间', '完成截止时间'],
];
